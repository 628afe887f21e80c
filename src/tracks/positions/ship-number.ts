import type { Report } from './report.ts';

/**
 * Ships and boats, by the form of their number (ITU-R M.585): coast stations (00…), aids to navigation (99…) and aircraft of
 * search and rescue (111…) are none; nor is what sends the messages of stations and aids.
 */
export function isShip({ mmsi, message }: Pick<Report, 'mmsi' | 'message'>): boolean {
  if (message === 4 || message === 21) return false;
  if (mmsi >= 2_000_000 && mmsi < 8_000_000) return false;
  const head = Math.floor(mmsi / 1_000_000);
  return head !== 111 && !(head >= 990 && head <= 999);
}
