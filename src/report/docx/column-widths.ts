/** The width of a column so far as its content asks for it, in characters. */
type Asked = { readonly least: number; readonly most: number };

/** A longer word is broken, and a longer text wrapped, before the other columns suffer. */
const LONGEST_WORD = 26;
const LONGEST_TEXT = 90;
/** Up to this many characters a cell stays on one line: "A and B", "14 Oct 2006". */
const ONE_LINE = 12;

/**
 * Widths of the columns of a table that fill a width, in its units: none narrower than its longest word where there is
 * room, the rest by how much each holds. `texts` are the cells by column, `character` and `padding` the size of a
 * character and of the space between columns.
 */
export function columnWidths(
  texts: readonly (readonly string[])[],
  { total, character, padding }: { readonly total: number; readonly character: number; readonly padding: number },
): readonly number[] {
  const asked = texts.map(askedBy);
  const widthOf = (characters: number): number => characters * character + padding;
  const least = asked.reduce((sum, column) => sum + widthOf(column.least), 0);
  const most = asked.reduce((sum, column) => sum + widthOf(column.most), 0);
  const share = most <= least ? 1 : Math.min(1, Math.max(0, (total - least) / (most - least)));
  const widths = asked.map(({ least: low, most: high }) => widthOf(low + (high - low) * share));
  const sum = widths.reduce((a, b) => a + b, 0);
  return widths.map((width) => Math.floor((width / sum) * total));
}

function askedBy(texts: readonly string[]): Asked {
  const words = texts.flatMap((text) => (text.length <= ONE_LINE ? [text] : text.split(/\s+/)));
  const least = Math.max(2, ...words.map((word) => Math.min(word.length, LONGEST_WORD)));
  return { least, most: Math.max(least, ...texts.map((text) => Math.min(text.length, LONGEST_TEXT))) };
}
