import Papa from 'papaparse';
import type { TrackEvent } from '../detection/event.ts';
import { eventRow } from './event-rows.ts';

/**
 * Events as CSV (RFC 4180). A cell that a spreadsheet would take for a formula is led by an apostrophe: ships name themselves,
 * and a name may begin with "=".
 */
export function eventsAsCsv(events: readonly TrackEvent[]): string {
  return `${Papa.unparse(events.map(eventRow), { newline: '\n', escapeFormulae: true })}\n`;
}
