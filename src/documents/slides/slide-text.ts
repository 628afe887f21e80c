import { SaxesParser } from 'saxes';
import { DocumentError } from '../document-error.ts';
import type { ReadingLimits } from '../limits.ts';

export type SlidePart = {
  readonly kind: 'title' | 'paragraph';
  readonly text: string;
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number };
};

export type Slide = { readonly parts: readonly SlidePart[]; readonly hidden: boolean; readonly tables: number };

/** Places on a slide that repeat on each: its number, date and footer. */
const REPEATED = new Set(['sldNum', 'dt', 'ftr', 'hdr', 'sldImg']);

/** The words of one slide, or of its notes, in the order in which they stand in the file: a paragraph each, a cell each. */
export function readSlide(xml: string, name: string, limits: ReadingLimits): Slide {
  const parts: SlidePart[] = [];
  let [depth, hidden] = [0, false];
  let shape: 'title' | 'paragraph' | 'repeated' = 'paragraph';
  let text = '';
  let inText = false;
  let [tables, row, column] = [-1, -1, -1];
  let inCell = false;
  let cellText: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name: tag, attributes }) => {
    const of = attributes as Record<string, string>;
    if (++depth > limits.depth)
      throw new DocumentError('too-complex', `its elements are nested more than ${limits.depth} deep`, { place: name });
    if (tag === 'p:sld') hidden = of.show === '0';
    else if (tag === 'p:sp') shape = 'paragraph';
    else if (tag === 'p:ph')
      shape = REPEATED.has(of.type ?? '') ? 'repeated' : /title/i.test(of.type ?? '') ? 'title' : 'paragraph';
    else if (tag === 'a:tbl') [tables, row] = [tables + 1, -1];
    else if (tag === 'a:tr') [row, column] = [row + 1, -1];
    else if (tag === 'a:tc') {
      column++;
      inCell = true;
      cellText = [];
    } else if (tag === 'a:t') inText = true;
    else if (tag === 'a:br') text += '\n';
    else if (tag === 'a:tab') text += '\t';
  });
  parser.on('text', (words) => {
    if (inText) text += words;
  });
  parser.on('closetag', ({ name: tag }) => {
    depth--;
    if (tag === 'a:t') inText = false;
    else if (tag === 'a:p') {
      const own = text.replace(/[ \t]+/g, ' ').trim();
      text = '';
      if (own === '') return;
      if (inCell) cellText.push(own);
      else if (shape !== 'repeated') parts.push({ kind: shape, text: own });
    } else if (tag === 'a:tc') {
      inCell = false;
      const own = cellText.join(' ').replace(/\s+/g, ' ');
      if (own !== '') parts.push({ kind: 'paragraph', text: own, cell: { table: tables, row, column } });
    } else if (tag === 'p:sp') shape = 'paragraph';
  });
  parser.on('error', (error) => {
    throw new DocumentError('corrupt', 'the file is damaged and cannot be read as a presentation', {
      place: name,
      cause: error,
    });
  });
  parser.write(xml).close();
  return { parts, hidden, tables: tables + 1 };
}
