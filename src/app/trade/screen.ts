import { type ScreenedRow, screenRows } from '../../trade/screening/screen.ts';
import { readTradeFiles, type TradeRequest } from './trade-files.ts';

/** The rows of files against the law of their months. @throws AppError `unreadable` */
export async function screenTradeFiles(request: TradeRequest): Promise<readonly ScreenedRow[]> {
  const { regime, terms, readings } = await readTradeFiles(request);
  return screenRows(regime, terms, readings, request.all ?? false);
}
