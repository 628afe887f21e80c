import { readTable } from '../model/code-table.ts';

/** A code of goods as it stands in a file: digits of the Harmonized System, or a heading of the statistics that hides what it holds. */
export type GoodsCode = {
  /** Two to ten digits; null where the code is none of the Harmonized System. */
  readonly hs: string | null;
  readonly hidden: string | null;
};

/**
 * Reads a code of a file. A nought that a spreadsheet has cut off is put back where the number of digits shows it; apostrophes that
 * keep it from doing so are taken away.
 */
export function readGoodsCode(text: string): GoodsCode {
  const bare = text
    .normalize('NFKC')
    .trim()
    .replace(/^'+|'+$/g, '')
    .replace(/[.\s-]/g, '');
  if (/^total$/i.test(bare) || bare === '') return { hs: null, hidden: 'all goods together' };
  if (!/^\d{1,10}$/.test(bare)) return { hs: null, hidden: `the code ${bare.slice(0, 12)}, which hides the goods` };
  const digits = bare.length % 2 === 1 ? `0${bare}` : bare;
  const chapter = Number(digits.slice(0, 2));
  if (chapter === 0) return { hs: null, hidden: 'all goods together' };
  if (chapter >= 98) return { hs: null, hidden: `chapter ${digits.slice(0, 2)}, which hides the goods` };
  if (chapter === 77) return { hs: null, hidden: 'chapter 77, which has no goods' };
  return { hs: digits, hidden: digits.length === 2 ? `the whole of chapter ${digits}` : null };
}

type Edition = { readonly edition: string; readonly letters: string; readonly from: string };
let editions: readonly Edition[] | undefined;

function knownEditions(): readonly Edition[] {
  editions ??= readTable('trade/codes/hs-editions.tsv', ['edition', 'letters', 'from', 'evidence', 'source']);
  return editions;
}

/** `H5` or `HS2017` as `HS2017`; null for a classification that is no edition (`HS` alone, `SITC`). */
export function editionOf(text: string): string | null {
  const said = text.trim().toUpperCase();
  return knownEditions().find((row) => row.letters === said || row.edition === said)?.edition ?? null;
}

/** The edition in force on a day: what statistics of that time are to be declared in. */
export function editionOn(day: string): string {
  return knownEditions().findLast((row) => row.from <= day)?.edition ?? 'HS1992';
}

/** A code that came or went with an edition. */
export type CodeMove = {
  readonly code: string;
  readonly since: string | null;
  readonly ended: string | null;
  readonly before: readonly string[];
  readonly note: string;
};
let moves: readonly CodeMove[] | undefined;

/** The moves that are known of the subheading or heading that holds a code. */
export function movesOf(hs: string): readonly CodeMove[] {
  moves ??= readTable('trade/codes/hs-moves.tsv', [
    'code',
    'since',
    'ended',
    'before',
    'note',
    'evidence',
    'source',
  ]).map((row) => ({
    code: row.code,
    since: row.since || null,
    ended: row.ended || null,
    before: row.before === '' ? [] : row.before.split(' '),
    note: row.note,
  }));
  return moves.filter(({ code }) => holds(code, hs));
}

function holds(code: string, hs: string): boolean {
  const [first = '', last = first] = code.split('-');
  const start = hs.slice(0, first.length);
  return start.length === first.length && first <= start && start <= last;
}
