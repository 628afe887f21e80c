import { cellName, locatorAt } from '../../documents/text/locator.ts';
import type { Span, TextLayer } from '../../documents/text/text-layer.ts';
import type { FileRow } from '../../trade/reading/file-rows.ts';

export type RowPlace = Span & { readonly cell: string };

/**
 * Where a record of a file stands in the text of its document. Text layer and figures are read by two readers: a place is told only
 * where every cell of it reads the same in both.
 */
export function placeOfRow(
  layer: TextLayer,
  sheet: string | null,
  { record, cells }: Pick<FileRow, 'record' | 'cells'>,
): RowPlace | null {
  if (layer.sheets === undefined) return null;
  const { sheets } = layer;
  const blocks = layer.blocks.filter(
    ({ cell }) => cell?.row === record && (sheet === null || sheets[cell.table] === sheet),
  );
  const [first] = blocks;
  const last = blocks.at(-1);
  if (first === undefined || last === undefined) return null;
  const isSame = blocks.every(
    ({ start, end, cell }) => spaceless(layer.text.slice(start, end)) === spaceless(cells[cell?.column ?? -1] ?? ''),
  );
  if (!isSame) return null;
  const locator = locatorAt(layer, first.start, last.end);
  return {
    start: first.start,
    end: last.end,
    cell: locator !== null && 'cell' in locator ? locator.cell : cellName(record, 0),
  };
}

function spaceless(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}
