import { nounList } from '../../claims/lexicon/vocabulary.ts';
import type { Span } from '../../documents/text/text-layer.ts';
import { nameWords } from './name-words.ts';

const LEADING = /^[\s"'“”‘’«»„([{<,.;:–—-]+|^(?:the|a|an)\s+(?=\S)/i;
const TRAILING = /(?:['’]s|[\s"'“”‘’«»„)\]}>,;:–—-])+$/;
const ADDRESS = /^(?:mr|mrs|ms|miss|mx|dr|prof|sir|madam|capt|captain|gen|col|lt|sgt|maj|adm|comrade)\.?\s+(?=\S)/i;
const SHIP_PREFIX = /^(?:mv|m\/v|m\.v\.|mt|m\/t|m\.t\.|ms|m\/s|ss|s\/s|fv|f\/v|mts)\s+(?=\S)/i;

/** What stands around a name and is no part of it: articles, forms of address, prefixes of ships, quotation marks, a possessive. */
export function trimName(
  text: string,
  span: Span,
  { titles, ship }: { readonly titles: boolean; readonly ship: boolean },
): Span {
  let { start, end } = span;
  for (;;) {
    const own = text.slice(start, end);
    const cut =
      LEADING.exec(own)?.[0].length ??
      ADDRESS.exec(own)?.[0].length ??
      (ship ? SHIP_PREFIX.exec(own)?.[0].length : undefined) ??
      (titles ? titleLength(own) : undefined) ??
      0;
    if (cut === 0) break;
    start += cut;
  }
  const behind = TRAILING.exec(text.slice(start, end))?.[0].length ?? 0;
  end -= behind;
  const bare = text.slice(start, end);
  // A full stop ends the sentence, except where it belongs to a legal form or an initial.
  if (bare.endsWith('.') && !isForm(bare.split(/\s/).at(-1) ?? '') && !/\b\p{Lu}\.$/u.test(bare)) end--;
  return { start, end };
}

/** An office before a person's name: "Foreign Minister". What is left must still be a name. */
function titleLength(own: string): number | undefined {
  const [, word = '', gap = ''] = /^(\S+)(\s+)(?=\p{Lu})/u.exec(own) ?? [];
  return word !== '' && nounList('titles').has(word.toLowerCase()) ? word.length + gap.length : undefined;
}

/** Legal forms after a name belong to it: "Haixing Freight" + " Co., Ltd". */
export function withForms(text: string, span: Span): Span {
  let { end } = span;
  for (;;) {
    const [all = '', word = ''] = /^,?[ \u00a0]+([\p{L}./-]{2,12})(?![\p{L}])/u.exec(text.slice(end, end + 20)) ?? [];
    if (word === '' || !(isForm(word) || isForm(word.replace(/\.$/, ''))) || !/^\p{Lu}/u.test(word)) break;
    const bare = word.endsWith('.') && !isForm(word.slice(0, -1)) ? all : all.replace(/\.$/, '');
    // "Ltd." at the end of a sentence: the stop is taken in where another form follows.
    end += /^\.?,?\s+\p{Lu}/u.test(text.slice(end + bare.length)) && all.endsWith('.') ? all.length : bare.length;
  }
  return { start: span.start, end };
}

/** Abbreviated forms end a name, whatever is capitalised behind them: "Meridian Freight Ltd. Former name: ...". */
const ENDING_FORM = /\s(?:ltd|llc|inc|gmbh|plc|fze|jsc|llp|k\.k)\b\.?(?=\s)/iu;
const ROMAN = /^ (?:I{2,3}|IV|VI{0,3}|IX|XI{0,2})(?![\p{L}\p{N}])/u;

/** What of a recognised run of words is one name: it goes past no legal form, and what follows a comma is another but for a form. */
export function withoutOthers(text: string, { start, end }: Span): Span {
  const own = text.slice(start, end);
  const form = ENDING_FORM.exec(own);
  const rest = form === null ? '' : own.slice(form.index + form[0].length).trim();
  if (form !== null && rest !== '' && !isForm(rest.split(/\s/)[0] ?? ''))
    return { start, end: start + form.index + form[0].replace(/\.$/, '').length };
  const comma = /^(.{3,}?), (\p{Lu}\S*)(?: |$)/u.exec(own);
  return comma === null || isForm(comma[2] ?? '') ? { start, end } : { start, end: start + comma[1]!.length };
}

/** "Lantern Bay II" is another ship than the Lantern Bay. */
export function withNumeral(text: string, { start, end }: Span): Span {
  return { start, end: end + (ROMAN.exec(text.slice(end, end + 8))?.[0].length ?? 0) };
}

export function isForm(word: string): boolean {
  return nameWords().forms.has(word.toLowerCase());
}
