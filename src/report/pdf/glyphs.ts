import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { typstString } from './typst-text.ts';

/** Characters below this are in every face that a report is set in. */
const FIRST_UNUSUAL = 0x80;

/**
 * The characters of a text that no face of a list draws. The compiler itself is asked, since only it knows what its own faces
 * hold: the archival standard refuses a missing glyph and names each. Characters that draw nothing are not counted.
 */
export function undrawnCharacters(
  compiler: NodeCompiler,
  text: string,
  families: readonly string[],
): readonly string[] {
  const unusual = [...new Set(text)].filter((letter) => (letter.codePointAt(0) ?? 0) >= FIRST_UNUSUAL);
  if (unusual.length === 0) return [];
  const faces = families.map((family) => `"${family}",`).join(' ');
  const lines = unusual.map((letter) => `#${typstString(letter)};#linebreak()`).join('\n');
  const probe = compiler.compile({
    mainFileContent: `#set document(date: datetime(year: 2000, month: 1, day: 1))\n#set text(font: (${faces}), fallback: false)\n${lines}`,
  });
  if (probe.result === null) return [];
  try {
    compiler.pdf(probe.result, { pdfStandard: 'a-2a' });
    return [];
  } catch (thrown) {
    // The message quotes each character twice over, as the compiler's own language writes strings.
    const named = [...String(thrown).matchAll(/the text `\\?"(.*?)\\?"` could not be displayed/g)];
    const undrawn = new Set(named.map(([, letter = '']) => unescaped(letter)));
    return unusual.filter((letter) => undrawn.has(letter));
  }
}

function unescaped(letter: string): string {
  const code = /^\\+u\{([0-9a-f]{1,6})\}$/.exec(letter)?.[1];
  return code === undefined ? letter : String.fromCodePoint(Number.parseInt(code, 16));
}

/** The text with a character that is not drawn as its number: "[U+9F98]". */
export function numberedCharacters(undrawn: readonly string[]): (text: string) => string {
  const set = new Set(undrawn);
  return (text) =>
    set.size === 0 ? text : [...text].map((letter) => (set.has(letter) ? `[${numberOf(letter)}]` : letter)).join('');
}

/** What to tell before printing of characters for which every font at hand lacks a glyph. */
export function describeUndrawn(undrawn: readonly string[]): string {
  const shown = undrawn.slice(0, 8).map((letter) => `${letter} (${numberOf(letter)})`);
  const more = undrawn.length > shown.length ? ` and ${undrawn.length - shown.length} more` : '';
  return `no font at hand draws ${shown.join(', ')}${more}: the PDF gives the number of the character in its place`;
}

function numberOf(letter: string): string {
  return `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
