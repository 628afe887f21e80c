import type { Claim } from '../../claims/model/claim.ts';
import { sha256Hex } from '../../core/hash.ts';
import { canonicalJson } from '../../core/json/canonical-json.ts';
import { deepFreeze } from '../../core/json/json.ts';
import { assess } from '../../regime/evaluation/assess.ts';
import { findGoods, type RegimeGoods } from '../../regime/goods/goods.ts';
import type { Activity } from '../../regime/model/activity.ts';
import { counts } from '../model/counting.ts';
import type { Allegation, Finding, FindingMaker } from '../model/finding.ts';
import type { Hearing } from '../model/hearing.ts';
import type { LedgerSum, TakenTotal } from '../model/ledger-total.ts';
import { statusOf } from '../model/status.ts';
import type { TakenEvent } from '../model/track-evidence.ts';
import { actRuleOf } from '../naming/act-rules.ts';
import { allegationsOf } from './allegation.ts';
import { isContradicted } from './contradiction.ts';
import { allegedBy, deniesPart, isOfAnotherMatter } from './denial.ts';
import { denialsIn } from './denials-among.ts';
import { changesOf, disputedClaims, dissentsOf, elementsOf } from './finding-parts.ts';
import { settleTotal } from './ledger-total.ts';
import { vocabularyOf } from './question.ts';
import { speaksTo } from './speaking.ts';
import { tellingOf } from './telling.ts';
import type { TestingContext } from './test-allegations.ts';
import { eventEvidence } from './track-evidence.ts';

/** What a person states when they make a finding; the verdict and the status follow. */
export type FindingStatement = {
  readonly id: string;
  readonly title: string;
  readonly regime: string;
  readonly activity: Activity;
  /** Ids of the claims that it rests on. */
  readonly claims: readonly string[];
  readonly maker: FindingMaker;
  /** The total of a cap's period that they took from a ledger, and what its source gives by now; null: it is not at hand. */
  readonly total?: { readonly taken: TakenTotal; readonly now: LedgerSum | null };
  /** Events in ships' tracks that they took, with whether a file that one rests on was withheld since. */
  readonly events?: readonly (TakenEvent & { readonly isGone: boolean })[];
};

/** The id of a made finding follows from what it says, so that the same finding made twice is one. */
export function madeFindingId(
  regime: string,
  activity: Activity,
  claims: readonly string[],
  total?: TakenTotal,
  events: readonly TakenEvent[] = [],
): string {
  const chosen = [
    ...(total === undefined ? [] : [choiceIn(total)]),
    ...(events.length === 0 ? [] : [events.map(({ event }) => event.id).sort()]),
  ];
  return `f-${sha256Hex(canonicalJson(['made', regime, statedIn(activity), [...claims].sort(), ...chosen])).slice(0, 20)}`;
}

/** What a person chose: the ledger, not what it gives, which a later release may change. */
function choiceIn({ provision, period, asOf, flow, taken }: TakenTotal) {
  const { source, document, factor } = taken;
  return statedIn({
    provision,
    period,
    asOf,
    flow,
    source: document ?? source,
    factor: factor?.factor,
    basis: factor?.basis,
  });
}

/** Whether a proposal rests on the same claims and asks the same question: then it need not be shown beside. */
export function saysTheSame(made: Question, proposal: Question): boolean {
  return questionKey(made) === questionKey(proposal);
}

type Question = Pick<FindingStatement, 'regime' | 'activity' | 'claims'> & Pick<Finding, 'total'>;

/** What a finding asks of which claims, as a key: equal for two that say the same, by whatever ledger one of them is settled. */
export function questionKey({ regime, activity, claims, total }: Question): string {
  const asked = total === undefined ? activity : { ...activity, periodTotal: null };
  return canonicalJson([regime, statedIn(asked), [...claims].sort()]);
}

/** Null and missing mean the same in an activity, and so does an empty list. */
function statedIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(statedIn);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== null && one !== undefined && !(Array.isArray(one) && one.length === 0))
      .map(([key, one]) => [key, statedIn(one)]),
  );
}

/**
 * Derives a finding that a person made. Claims that the maker put in and that deny what is stated stand as denials beside those found
 * among all claims; an element is asserted only by claims in which the program reads it, and that it took place only by those that tell
 * of that act between those sides.
 *
 * @throws RegimeError for an activity that the regime cannot be asked about
 */
export function deriveMadeFinding(
  statement: FindingStatement,
  all: readonly Claim[],
  context: TestingContext,
): Finding {
  const { regime } = context;
  const vocabulary = vocabularyOf(regime);
  const { maker, total, events = [] } = statement;
  const settled = total === undefined ? null : settleTotal(regime, statement.activity, total.taken, total.now);
  const activity = settled?.activity ?? statement.activity;
  const given = new Set(statement.claims);
  const chosen = all.filter(({ id }) => given.has(id));
  const standing = chosen.filter(counts);
  const shown = standing.length > 0 ? standing : chosen;
  const asserting = shown.filter(({ polarity }) => polarity === 'asserts');
  const stated = {
    act: activity.act,
    goods: activity.goods?.name ?? null,
    from: activity.from ?? null,
    to: activity.to ?? null,
  };
  const how = new Map(asserting.map((claim) => [claim, tellingOf(claim, stated, vocabulary)]));
  const told = asserting.filter((claim) => how.get(claim) === 'tells');
  // Who tells of the use of arms does not say that they were supplied, where others say so.
  const outright = told.filter(({ predicate }) => actRuleOf(predicate)?.infers === undefined);
  const telling = outright.length > 0 ? outright : told;
  const concerning = asserting.filter((claim) => how.get(claim) !== 'another');
  const supporting = [telling, concerning, asserting].find((some) => some.length > 0) ?? [];
  const assessment = settled?.assessment ?? assess(regime, activity);
  const allegation = allegationOf(activity, telling, vocabulary);
  const accused = { ...allegation, goods: knownGoods(activity, vocabulary) };
  const alleged = allegedBy(supporting, accused, vocabulary, context.statedBy, context.partyOf);
  const denying = new Set([
    ...standing.filter(
      (claim) =>
        claim.polarity === 'denies' &&
        !isOfAnotherMatter(claim, context.partyOf(claim.document, claim.claimant.name), alleged),
    ),
    ...denialsIn(all, context.statedBy, context.partyOf, context.memory?.denials)(alleged),
  ]);
  const denials = all.filter((claim) => denying.has(claim));
  const hearing = joinHearings(context.hearingOf(statement.id), maker.adopts, context);
  const { status, reason, onOneOrigin } = statusOf({
    claims: supporting,
    denials,
    inPart: (denial) => deniesPart(denial, allegation, supporting),
    contradicted: isContradicted(supporting, accused.goods, context.contradictions, vocabulary),
    origins: context.originsOf(supporting),
    hearing,
  });
  return deepFreeze({
    id: statement.id,
    regime: regime.id,
    made: maker,
    review: 'made',
    reviewedBy: null,
    unseen: [],
    title: statement.title,
    allegation,
    claims: shown.map(({ id }) => id),
    elements: elementsOf(allegation, {
      claims: concerning,
      telling,
      date: activity.date,
      timeOf: ({ when }) => when,
      stated: true,
      disputed: disputedClaims(allegation, telling, denials, hearing, context.statedBy),
      speaking: (claim, side) => speaksTo(claim, side, { ...accused, goods: allegation.goods }, vocabulary),
    }),
    activity,
    assessment,
    changes: changesOf(regime, activity, allegation.period),
    status,
    statusReason: reason,
    ...(onOneOrigin === undefined ? {} : { onOneOrigin }),
    dissents: dissentsOf(supporting, denials),
    hearing,
    ...(settled === null ? {} : { total: settled.total }),
    ...(events.length === 0
      ? {}
      : { events: events.map(({ isGone, ...taken }) => eventEvidence(regime, taken, isGone)) }),
  });
}

/** A finding takes its time from its claims; where these give none, the day of the question is the latest that it can have been. */
function allegationOf(activity: Activity, claims: readonly Claim[], vocabulary: RegimeGoods): Allegation {
  const { date, act, goods } = activity;
  const code = goods?.hs ?? null;
  const days = (side: 'from' | 'to') =>
    claims
      .map(({ when }) => when[side])
      .filter((day) => day !== null)
      .sort();
  const [from, to] = [days('from')[0] ?? null, days('to').at(-1) ?? null];
  return {
    act,
    goods: knownGoods(activity, vocabulary) ?? goods?.name ?? (code === null ? null : `goods of HS ${code}`),
    from: activity.from ?? null,
    to: activity.to ?? null,
    period: from === null && to === null ? { from: null, to: date } : { from, to },
    inference: inferenceOf(claims, act, vocabulary),
  };
}

/** Set where the claims state the act nowhere and it only follows from some of them. */
function inferenceOf(claims: readonly Claim[], act: string, vocabulary: RegimeGoods): string | null {
  const read = claims.flatMap(allegationsOf(vocabulary)).filter(({ allegation }) => allegation.act === act);
  return read.some(({ allegation }) => allegation.inference === null) ? null : (read[0]?.allegation.inference ?? null);
}

function knownGoods({ goods }: Activity, vocabulary: RegimeGoods): string | null {
  const name = goods?.name ?? null;
  return name === null ? null : (findGoods(vocabulary, name)?.name ?? null);
}

/** What was said of the proposal before a person took it over counts on. */
function joinHearings(own: Hearing, adopts: string | null, context: TestingContext): Hearing {
  if (adopts === null) return own;
  const before = context.hearingOf(adopts);
  return {
    replies: [...before.replies, ...own.replies],
    challenges: [...before.challenges, ...own.challenges],
    corrections: [...before.corrections, ...own.corrections],
    recommendations: [...before.recommendations, ...own.recommendations],
  };
}
