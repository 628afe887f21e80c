import { TradeError } from '../../trade/errors.ts';
import { keepLedger, type Ledger, type LedgerQuestion } from '../../trade/ledger/ledger.ts';
import { AppError } from '../errors.ts';
import { readTradeFiles, type TradeRequest } from './trade-files.ts';

/** The ledgers of files beside a cap. @throws AppError `bad-option` for a paragraph, period or factor that cannot be meant */
export async function ledgerOfFiles(request: TradeRequest & LedgerQuestion): Promise<Ledger> {
  const { regime, terms, readings } = await readTradeFiles(request);
  try {
    return keepLedger(regime, terms, readings, request);
  } catch (error) {
    if (error instanceof TradeError && ['no-cap', 'no-period', 'factor-invalid'].includes(error.code))
      throw new AppError('bad-option', error.message, { cause: error });
    throw error;
  }
}
