import { DocumentError } from '../document-error.ts';
import type { ReadingLimits } from '../limits.ts';
import { LayerBuilder, splitListSign, splitParagraphNumber } from '../text/layer-builder.ts';
import type { ReadContent } from '../text/read-content.ts';
import { textOfRtf } from './rtf-text.ts';

/** A rich text file. Objects and pictures in it are not looked at. */
export function readRtf(bytes: Uint8Array, name: string, limits: ReadingLimits): ReadContent {
  const builder = new LayerBuilder(name, limits.textLength);
  let table = -1;
  let last: { readonly row: number } | null = null;
  for (const part of textOfRtf(bytes)) {
    if (part.kind === 'cell') {
      // Cells one after the other are one table; a paragraph between them ends it.
      if (last === null) table++;
      const isFirst = last === null || last.row !== part.row;
      builder.add({
        kind: 'table-cell',
        text: part.text.replaceAll('\n', ' '),
        join: last === null ? '\n\n' : isFirst ? '\n' : '\t',
        cell: { table, row: part.row, rows: 1, column: part.column, columns: 1, heading: false },
      });
      last = part;
      continue;
    }
    last = null;
    const numbered = splitParagraphNumber(part.text);
    const listed = numbered === null ? splitListSign(part.text) : null;
    builder.add({
      kind: listed === null ? 'paragraph' : 'list-item',
      text: numbered?.text ?? listed?.text ?? part.text,
      sign: numbered?.sign ?? listed?.sign ?? '',
      paragraph: numbered?.number ?? null,
    });
  }
  if (builder.blockCount === 0) throw new DocumentError('no-text', 'the document holds no text', { place: name });
  return { kind: 'rtf', reader: 'rtf/1', ...builder.build(), encoding: null };
}
