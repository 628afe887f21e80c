import type { ImportReport } from '../../trade/reading/file-reading.ts';
import { readTradeFiles, type TradeRequest } from './trade-files.ts';

/** What was made of each file: its form, what was taken in and what was refused, row by row. @throws AppError `unreadable` */
export async function importFiles(request: TradeRequest): Promise<readonly ImportReport[]> {
  const { readings } = await readTradeFiles(request);
  return readings.map(({ report }) => report);
}
