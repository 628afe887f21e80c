import { DocumentError } from '../document-error.ts';
import { type BuiltLayer, LayerBuilder } from '../text/layer-builder.ts';
import type { Cell, Span, Unread } from '../text/text-layer.ts';
import type { Sheet, SheetCell } from './sheet.ts';
import { type Region, regionsOf } from './sheet-regions.ts';

export type SheetLayer = BuiltLayer & { readonly sheets: readonly string[]; readonly unread: readonly Unread[] };

/**
 * Sheets as a text layer: a heading for each table (the sheet's name and the lines above the table), then one line a row with
 * tabs between its cells. What a sheet hides, and what is no table with headings of its own, is kept and not read for claims.
 * @throws DocumentError `no-text`, `too-large`
 */
export function layerOfSheets(sheets: readonly Sheet[], name: string, textLength: number): SheetLayer {
  const builder = new LayerBuilder(name, textLength);
  const names: string[] = [];
  const unread = new Map<string, Span[]>();
  const leaveOut = (reason: string, spans: readonly Span[]): void => {
    unread.set(reason, [...(unread.get(reason) ?? []), ...spans]);
  };
  for (const sheet of sheets) {
    for (const region of regionsOf(sheet)) {
      const table = names.push(sheet.name) - 1;
      const added = addRegion(builder, sheet, region, table);
      const reason = sheet.unread ?? region.unread;
      if (reason !== null) leaveOut(reason, added.all);
      else if (added.hidden.length > 0) leaveOut('hidden rows or columns', added.hidden);
    }
  }
  const layer = builder.build();
  if (!layer.blocks.some(({ kind }) => kind === 'table-cell'))
    throw new DocumentError('no-text', 'the table holds no cell with anything in it', { place: name });
  return {
    ...layer,
    sheets: names,
    unread: [...unread].map(([reason, spans]) => ({
      what: 'table',
      whole: false,
      words: `no claim is read from ${reason}`,
      spans,
    })),
  };
}

function addRegion(
  builder: LayerBuilder,
  sheet: Sheet,
  { title, rows }: Region,
  table: number,
): { readonly all: readonly Span[]; readonly hidden: readonly Span[] } {
  const all: Span[] = [];
  const hidden: Span[] = [];
  const lines = [
    ...(sheet.name === '' ? [] : [sheet.name]),
    ...title.map((row) => row.map(({ text }) => text).join('\t')),
  ];
  const lead = title[0]?.[0];
  const heading = builder.add({
    kind: 'heading',
    text: lines.join('\n'),
    ...(lead !== undefined && { cell: { ...placeOf(lead, table), rows: title.length } }),
  });
  if (heading !== null) all.push(heading);
  // Of a row in which something is hidden nothing is read: what is left may say something else.
  for (const row of rows) {
    const cells = row.flatMap((cell, i) => {
      const join = i > 0 ? '\t' : row === rows[0] && heading === null ? '\n\n' : '\n';
      return builder.add({ kind: 'table-cell', text: cell.text, join, cell: placeOf(cell, table) }) ?? [];
    });
    if (cells.length === 0) continue;
    all.push(around(cells));
    if (row.some((cell) => cell.hidden)) hidden.push(around(cells));
  }
  return { all: all.length === 0 ? [] : [around(all)], hidden };
}

function around(spans: readonly Span[]): Span {
  return { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 };
}

function placeOf({ row, rows, column, columns }: SheetCell, table: number): Cell {
  return { table, row, rows, column, columns, heading: false };
}
