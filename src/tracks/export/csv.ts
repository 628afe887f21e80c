import Papa from 'papaparse';
import { FORMULA_CELL } from '../../core/formula-cell.ts';
import type { TrackEvent } from '../detection/event/event.ts';
import { eventRow } from './event-rows.ts';

/**
 * Events as CSV (RFC 4180). A cell that a spreadsheet would take for a formula is led by an apostrophe: ships name themselves,
 * and a name may begin with "=" or its wide form.
 */
export function eventsAsCsv(events: readonly TrackEvent[]): string {
  return `${Papa.unparse(events.map(eventRow), { newline: '\n', escapeFormulae: FORMULA_CELL })}\n`;
}
