import type { CalendarDate } from '../../core/time/calendar.ts';
import type { GoodsScopeFile, ProvisionFile } from '../files/decision-file.ts';
import type { GoodsFile, GoodsHabits } from '../files/goods-file.ts';
import type { RegimeFile } from '../files/regime-file.ts';
import type { ActEntry, CircumstanceEntry, VocabularyFile } from '../files/vocabulary-file.ts';
import type { Designation } from './activity.ts';
import type { SourceEvidence } from './assessment.ts';
import type { Ballot, Tally } from './ballots.ts';

export type GoodsScope = GoodsScopeFile;
export type GoodsEntry = GoodsFile['goods'][number];
export type Exemption = ProvisionFile['exemptions'][number];
export type Cap = NonNullable<ProvisionFile['cap']>;

/** A paragraph of an adopted decision, with the days on which it has effect. */
export type Provision = Omit<ProvisionFile, 'from' | 'until'> & {
  /** `S/RES/1718(2006) OP8(a)(iii)` */
  readonly id: string;
  readonly decision: string;
  readonly from: CalendarDate;
  /** The last day, included; null: without an end. */
  readonly to: CalendarDate | null;
  /** The provision that took its place the day after `to`. */
  readonly replacedBy: string | null;
};

/** A decision of the Council or a draft that failed, with the result computed from the ballots. */
export type Decision = {
  readonly id: string;
  readonly title: string;
  readonly date: CalendarDate;
  readonly meeting: number | null;
  readonly occasion: string | null;
  readonly adopted: boolean;
  /** Member by member; null when adopted without a vote or when only totals are known. */
  readonly ballots: readonly { readonly member: string; readonly permanent: boolean; readonly ballot: Ballot }[] | null;
  readonly procedural: boolean;
  /** Totals and veto; null without a vote. */
  readonly vote: Omit<Tally, 'id' | 'adopted'> | null;
  readonly voteEvidence: SourceEvidence;
  readonly voteSource: string;
  readonly source: string;
  readonly evidence: SourceEvidence;
};

/** The time for which a body may act. Both days are included. */
export type Mandate = {
  readonly body: string;
  readonly kind: 'committee' | 'panel';
  readonly instrument: string;
  readonly paragraph: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  readonly text: string;
  readonly source: string;
  readonly evidence: SourceEvidence;
};

export type NamedDesignation = Designation & { readonly names: readonly string[] };

/** A sanctions regime as law in time: everything an assessment needs, frozen. */
export type Regime = {
  readonly id: string;
  readonly name: string;
  readonly target: string;
  readonly committee: string;
  readonly permanentMembers: readonly string[];
  readonly subjects: RegimeFile['subjects'];
  readonly classes: RegimeFile['classes'];
  readonly outsideBodies: RegimeFile['outsideBodies'];
  readonly units: VocabularyFile['units'];
  readonly acts: readonly ActEntry[];
  readonly circumstances: readonly CircumstanceEntry[];
  readonly decisions: readonly Decision[];
  readonly provisions: readonly Provision[];
  readonly mandates: readonly Mandate[];
  readonly goodsEdition: string;
  /** Goods and services that the paragraphs are about, and what people call them in reports. */
  readonly goods: readonly GoodsEntry[];
  /** Other goods by everyday names: known when asked about, and too common to be looked for in texts. */
  readonly everydayGoods: readonly GoodsEntry[];
  /** Words that may stand before a good's name and leave it what it is. */
  readonly goodsQualifiers: readonly string[];
  /** Classes of goods whose parts count as the goods themselves. */
  readonly goodsHabits: GoodsHabits;
  readonly designations: readonly NamedDesignation[];
};

export function isInForce(
  term: { readonly from: CalendarDate; readonly to: CalendarDate | null },
  date: CalendarDate,
): boolean {
  return term.from <= date && (term.to === null || date <= term.to);
}
