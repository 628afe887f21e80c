import { writeFile } from 'node:fs/promises';
import { TradeError } from '../../trade/errors.ts';
import { keepLedger, type Ledger, type LedgerQuestion } from '../../trade/ledger/ledger.ts';
import type { TankerCall } from '../derivation/trade/tanker-call.ts';
import { AppError } from '../errors.ts';
import { readTradeFiles, type TradeFiles, type TradeRequest } from './trade-files.ts';

/** A ledger with the calls that tracks show, those that do not count too; left out where none is at hand. */
export type LedgerWithCalls = Ledger & { readonly calls?: readonly TankerCall[] };

/** The ledgers of files against a cap. @throws AppError `bad-option` for a paragraph, period or factor that cannot be meant */
export async function ledgerOfFiles(request: TradeRequest & LedgerQuestion): Promise<LedgerWithCalls> {
  return keepAskedLedger(await readTradeFiles(request), request);
}

/** Keeps the ledgers of files that are read. @throws AppError `bad-option` for a paragraph, period or factor that cannot be meant */
export function keepAskedLedger({ regime, terms, readings }: TradeFiles, question: LedgerQuestion): Ledger {
  return asking(() => keepLedger(regime, terms, readings, question));
}

/** Carries a question to the ledgers out. @throws AppError `bad-option` for a paragraph, period or factor that cannot be meant */
export function asking<Answer>(question: () => Answer): Answer {
  try {
    return question();
  } catch (error) {
    if (error instanceof TradeError && ['no-cap', 'no-period', 'factor-invalid'].includes(error.code))
      throw new AppError('bad-option', error.message, { cause: error });
    throw error;
  }
}

/** Writes the picture of a ledger for one of its limits. @throws AppError `bad-option`, `not-written` */
export async function writeLedgerFigure(ledger: Ledger, path: string, unit: string | null): Promise<void> {
  const units = ledger.limits.map((limit) => limit.unit);
  const chosen = unit ?? units[0] ?? '';
  if (!units.includes(chosen))
    throw new AppError('bad-option', `the cap has no limit in "${chosen}"; it has ${units.join(' and ')}`);
  const { ledgerFigure } = await import('./ledger-figure.ts');
  try {
    await writeFile(path, `${ledgerFigure(ledger, chosen)}\n`);
  } catch (cause) {
    throw new AppError('not-written', 'the figure cannot be written here; check the folder', { place: path, cause });
  }
}
