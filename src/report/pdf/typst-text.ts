import { printableText } from '../../figures/drawing/markup.ts';
import { directedText } from '../model/direction.ts';

/** Finished Typst source. A brand, so that a plain string cannot be put where escaped text is expected. */
export type TypstMarkup = string & { readonly typst: true };

/** Source that this program wrote itself. Never call it on anything from outside. */
export function trustedTypst(source: string): TypstMarkup {
  return source as TypstMarkup;
}

export const NO_TYPST: TypstMarkup = trustedTypst('');

/** Beyond this many characters without a place to break, a word would leave its column. */
const LONGEST_WORD = 30;

/**
 * A string literal of Typst. Text from outside stands in literals alone, where nothing but the quotation mark and the
 * backslash has a meaning; none of it is ever read as markup or code.
 */
export function typstString(text: string): TypstMarkup {
  const escaped = printableText(text)
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\t/g, ' ');
  return trustedTypst(`"${escaped}"`);
}

/** Text within content. Long unbroken words may be broken anywhere. */
export function typstText(text: string): TypstMarkup {
  if (text === '') return NO_TYPST;
  const word = new RegExp(`[^\\s\\u200b]{${LONGEST_WORD}}(?=[^\\s])`, 'gu');
  // Escaped first, so that characters that deceive are shown; the break is ours and added afterwards.
  const literal = typstString(text).replace(word, (part) => (part.endsWith('\\') ? part : `${part}\u200b`));
  return trustedTypst(`#${isolated(literal)};`);
}

/** Runs from right to left between a right-to-left isolate and its end: ours, added when those of the text are already shown. */
function isolated(literal: string): string {
  return directedText(literal)
    .map(({ text, rightToLeft }) => (rightToLeft ? `\u2067${text}\u2069` : text))
    .join('');
}

/** A name that links can point to; ids of the manuscript hold letters, digits and hyphens only. */
export function typstLabel(id: string): string {
  return `l-${id.replace(/[^A-Za-z0-9-]/g, '-')}`;
}
