import { isOthersWord } from './others-table.ts';
import { speaksOf } from './table-words.ts';

/** Signs behind a figure or name that send to a note: "3,300†", "Latvia [2]", "40 (b)". */
const MARK = /[*†‡§]+|\[(\w{1,3})\]|(?<=\d\s?)\(([a-z])\)$|(?<=\d)([a-f])$/gu;

export function marksIn(text: string): string[] {
  return [...text.trim().matchAll(MARK)].map(
    ([sign, bracketed, letter, glued]) => bracketed ?? letter ?? glued ?? sign,
  );
}

/**
 * Whether the note of a mark takes back, doubts or gives to somebody else what it stands by. A sign or letter whose note is not
 * found may do so; a number without a note is a reference to a source, as encyclopaedias print them.
 */
export function isNoteOfDoubt(mark: string, after: readonly string[]): boolean {
  const note = noteOf(mark, after);
  if (note === undefined) return !/^\d+$/.test(mark);
  return (
    isOthersWord(note) ||
    (['not-done', 'doubts', 'alleges', 'claiming', 'handed-on', 'assesses'] as const).some((list) =>
      speaksOf(list, note),
    )
  );
}

function noteOf(mark: string, after: readonly string[]): string | undefined {
  const sign = mark.replace(/[*]/g, '\\*');
  const begins = new RegExp(`(?:^|[.;]\\s+)[[(]?${sign}[\\])]?[.:]?\\s+`, 'u');
  for (const paragraph of after) {
    const match = begins.exec(paragraph);
    if (match !== null) return paragraph.slice(match.index + match[0].length);
  }
  return undefined;
}
