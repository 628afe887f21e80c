import { inflateEntry, type ZipEntry } from '../container/zip.ts';
import { DocumentError } from '../document-error.ts';
import type { ReadingLimits } from '../limits.ts';
import { tooManyCells } from './csv.ts';

/**
 * Counts the filled cells of a workbook in its packed parts before anything is built from them: the parser below has no limit
 * of its own, and a small file may hold millions of cells, or one that says that it is repeated a million times.
 * @returns how many there are, and names of OpenDocument sheets that hide something, with what they are
 * @throws DocumentError `too-complex`, `bomb`
 */
export function guardWorkbook(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  name: string,
  limits: ReadingLimits,
): { readonly cells: number; readonly hidden: ReadonlyMap<string, string> } {
  let cells = 0;
  let hidden: ReadonlyMap<string, string> = new Map();
  for (const entry of entries) {
    if (!/\.(?:xml|rels|bin)$/i.test(entry.name)) continue;
    const content = inflateEntry(bytes, entry, name);
    if (content.subarray(0, 4096).includes('<!DOCTYPE'))
      throw new DocumentError('bomb', 'it declares entities of its own; it is not read', { place: name });
    if (/^xl\/worksheets\//i.test(entry.name)) cells += filledInSheet(content, limits.cells - cells);
    if (entry.name === 'content.xml') {
      const xml = content.toString('utf8');
      cells += filledInOpenDocument(xml);
      hidden = hiddenInOpenDocument(xml);
    }
    if (cells > limits.cells) throw new DocumentError('too-complex', tooManyCells(limits), { place: name });
  }
  return { cells, hidden };
}

/** Sheets of an OpenDocument that are hidden or hide rows or columns, which the parser below does not tell, by their names. */
function hiddenInOpenDocument(xml: string): ReadonlyMap<string, string> {
  const styles = new Set(
    [...xml.matchAll(/<style:style\b([^>]*)>\s*<style:table-properties\b[^>]*table:display="false"/g)].map(
      ([, attributes = '']) => /style:name="([^"]*)"/.exec(attributes)?.[1] ?? '',
    ),
  );
  const hidden = new Map<string, string>();
  for (const [whole, attributes = ''] of xml.matchAll(/<table:table\b([^>]*)>.*?<\/table:table>/gs)) {
    const named = (what: string): string => new RegExp(`table:${what}="([^"]*)"`).exec(attributes)?.[1] ?? '';
    if (styles.has(named('style-name'))) hidden.set(named('name'), HIDDEN_SHEET);
    else if (/table:visibility="(?:collapse|filter)"/.test(whole))
      hidden.set(named('name'), 'a sheet that hides rows or columns');
  }
  return hidden;
}

export const HIDDEN_SHEET = 'a hidden sheet';

/** Values and inline texts of a sheet part (ECMA-376, section 18.3.1.4), at most one more than `most`. */
function filledInSheet(content: Buffer, most: number): number {
  let count = 0;
  for (const mark of ['<v>', '<v ', '<is>', ':v>', ':is>'])
    for (let at = content.indexOf(mark); at >= 0 && count <= most; at = content.indexOf(mark, at + mark.length)) {
      // The end of an element with a prefix is the same text.
      if (mark.startsWith(':') && content[content.lastIndexOf('<', at) + 1] === 0x2f) continue;
      count++;
    }
  return count;
}

/** Filled cells of an OpenDocument text, with their repetitions in columns and rows (OpenDocument 1.3, part 3, section 19.675). */
function filledInOpenDocument(xml: string): number {
  let count = 0;
  let inRow = 0;
  let times = 1;
  for (const [tag, name = '', attributes = ''] of xml.matchAll(/<\/?table:(table-row|table-cell)\b([^>]*)>/g)) {
    if (name === 'table-cell') {
      if (tag.startsWith('</')) continue;
      const filled = /office:value-type|office:value=|calcext:value-type/.test(attributes) || !tag.endsWith('/>');
      if (filled) inRow += repeated(attributes, 'columns');
    } else if (tag.startsWith('</')) {
      count += inRow * times;
      inRow = 0;
    } else times = repeated(attributes, 'rows');
  }
  return count;
}

function repeated(attributes: string, what: 'columns' | 'rows'): number {
  const times = Number(new RegExp(`table:number-${what}-repeated="(\\d+)"`).exec(attributes)?.[1] ?? 1);
  return Number.isSafeInteger(times) ? Math.max(1, times) : 1;
}
