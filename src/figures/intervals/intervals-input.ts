import type { Decimal } from '../../core/decimal.ts';
import type { Estimate } from '../drawing/words.ts';

/** One source's one figure. `low` and `high` are inclusive unless open, null where the source gives no bound. */
export type IntervalRow = {
  /** Unique in the figure; relations name rows by it. */
  readonly id: string;
  readonly claimant: string;
  /** Singular noun of what is counted; only rows with equal `counts` and `unit` share an axis. */
  readonly counts: string;
  readonly unit?: string;
  readonly qualifier: string;
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  readonly lowOpen?: boolean;
  readonly highOpen?: boolean;
  /** Where the source estimates or assesses it: then it is no count, and its words say so. */
  readonly estimate?: Estimate;
  /** The source's own phrase, authoritative over the bounds. */
  readonly raw: string;
  /** When it was said, `YYYY-MM-DD` or another short form. */
  readonly date?: string | null;
  /** Who passed it on, nearest to the claimant first. */
  readonly via?: readonly string[];
  readonly polarity?: 'asserts' | 'denies';
  /** Time that the figure speaks of, and what it is of, where the source says so. */
  readonly window?: string;
  readonly of?: string;
  /** Set where a program read the figure off a picture: whether a person has compared it. */
  readonly sight?: string;
  /** Number of the footnote that quotes the passage. */
  readonly note?: string;
};

export type RelationKind = 'incomparable' | 'same' | 'narrower' | 'compatible' | 'contradicts';

/** How two rows stand to each other, as the comparison of quantities found it; the figure computes no relation itself. */
export type IntervalRelation = {
  readonly a: string;
  readonly b: string;
  readonly relation: RelationKind;
  readonly narrower: 'a' | 'b' | null;
  readonly reason: string;
  readonly drift: boolean;
};

export type IntervalsInput = {
  readonly title: string;
  readonly rows: readonly IntervalRow[];
  readonly relations: readonly IntervalRelation[];
  /** False where a table beside the figure tells the relations, which then need no words below it. */
  readonly notes?: false;
  /** False where nobody has reviewed that the figures are of one matter: then no value is said to fit all of them. */
  readonly common?: false;
};

/** Rows that count the same thing in the same unit. */
export type IntervalPanel = {
  readonly counts: string;
  readonly unit: string | null;
  readonly rows: readonly LetteredRow[];
};

/** A row with the letter by which the figure and the text around it name it: A ... Z, AA, AB ... */
export type LetteredRow = IntervalRow & { readonly letter: string };

/** The letters of the rows in the order in which the figure shows them, by row id: tables beside the figure use the same. */
export function intervalLetters(rows: readonly IntervalRow[]): ReadonlyMap<string, string> {
  return new Map(intervalPanels(rows).flatMap((panel) => panel.rows.map((row) => [row.id, row.letter] as const)));
}

/** Panels in order of first appearance, lettered through. */
export function intervalPanels(rows: readonly IntervalRow[]): readonly IntervalPanel[] {
  const byAxis = new Map<string, IntervalRow[]>();
  for (const row of rows) {
    const axis = JSON.stringify([row.counts, row.unit ?? null]);
    const known = byAxis.get(axis);
    if (known) known.push(row);
    else byAxis.set(axis, [row]);
  }
  let index = 0;
  return [...byAxis.values()].map((members) => ({
    counts: members[0]?.counts ?? '',
    unit: members[0]?.unit ?? null,
    rows: members.map((row) => ({ ...row, letter: letterOf(index++) })),
  }));
}

function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${letterOf(Math.floor(index / 26) - 1)}${letter}`;
}
