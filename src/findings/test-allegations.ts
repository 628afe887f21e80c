import type { Claim } from '../claims/claim.ts';
import { canonicalJson } from '../core/canonical-json.ts';
import { countryName } from '../core/countries.ts';
import { sha256Hex } from '../core/hash.ts';
import { deepFreeze } from '../core/json.ts';
import type { Activity } from '../regime/activity.ts';
import { assess } from '../regime/assess.ts';
import type { Assessment } from '../regime/assessment.ts';
import { type GoodsVocabulary, indexGoods } from '../regime/goods.ts';
import type { Regime } from '../regime/regime.ts';
import { actNoun } from './act-rules.ts';
import { allegationsOf, type ClaimedAllegation } from './allegation.ts';
import { boundaryDates } from './boundary.ts';
import { denies } from './denial.ts';
import type { Allegation, AssessmentChange, Dissent, Finding, FindingElement } from './finding.ts';
import { statusOf } from './status.ts';

/** What is known of the claims from elsewhere: when their documents were published, and how many origins they have. */
export type TestingContext = {
  readonly regime: Regime;
  /** When the claim was published; where that is not known, when its document was acquired: it was made by then. */
  publishedOf(claim: Claim): string;
  originsOf(claims: readonly Claim[]): number;
  contradictedAmong(claims: readonly Claim[]): boolean;
};

/**
 * Tests what the claims allege against the regime: one finding for each act, giver, receiver and kind of goods. Claims are
 * gathered, never merged; each stays in the finding under its own id. An allegation that the regime does not cover at all
 * gives no finding.
 */
export function testAllegations(claims: readonly Claim[], context: TestingContext): readonly Finding[] {
  const vocabulary = indexGoods(context.regime.goods, context.regime.goodsQualifiers);
  const asserted = claims.filter((claim) => claim.polarity === 'asserts' && claim.status !== 'rejected');
  const groups = new Map<string, ClaimedAllegation[]>();
  for (const one of asserted.flatMap((claim) => allegationsOf(claim, vocabulary))) {
    const { act, goods, from, to } = one.allegation;
    const key = canonicalJson([act, goods, from, to]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const findings = [...groups.values()].flatMap((group) => {
    const finding = makeFinding(group, claims, vocabulary, context);
    return finding === null ? [] : [finding];
  });
  return deepFreeze(findings.sort(byWeight));
}

/** Findings that more claims support come first; then by title, so that the order is the same every time. */
function byWeight(a: Finding, b: Finding): number {
  return b.claims.length - a.claims.length || (a.title < b.title ? -1 : 1);
}

function makeFinding(
  group: readonly ClaimedAllegation[],
  all: readonly Claim[],
  vocabulary: GoodsVocabulary,
  context: TestingContext,
): Finding | null {
  const { regime } = context;
  const claims = [...new Set(group.map(({ claim }) => claim))];
  const allegation = combine(group, context);
  const date = allegation.period.to;
  const activity = activityOf(allegation, date);
  if (!regime.acts.some((act) => act.id === allegation.act)) return null;
  const assessment = assess(regime, activity);
  if (assessment.verdict === 'not-covered' || isOutside(assessment)) return null;
  const denials = all.filter((claim) => denies(claim, allegation, vocabulary));
  const { status, reason } = statusOf({
    claims,
    denials,
    contradicted: context.contradictedAmong(claims),
    origins: context.originsOf(claims),
  });
  return {
    id: `f-${sha256Hex(canonicalJson([regime.id, allegation.act, allegation.goods, allegation.from, allegation.to])).slice(0, 20)}`,
    title: titleOf(allegation),
    allegation,
    claims: claims.map((claim) => claim.id),
    elements: elementsOf(allegation, claims, denials, date),
    activity,
    assessment,
    changes: changesOf(regime, allegation),
    status,
    statusReason: reason,
    dissents: dissentsOf(claims, denials),
  };
}

/** An assessment that rests on nothing but a missing fact of an unrelated paragraph is no finding. */
function isOutside(assessment: Assessment): boolean {
  return assessment.grounds.length === 0;
}

type DatedAllegation = Allegation & { readonly period: { readonly from: string | null; readonly to: string } };

/** One period for the group: from the first day that a claim gives to the last; without one, up to the last publication. */
function combine(group: readonly ClaimedAllegation[], context: TestingContext): DatedAllegation {
  const [first] = group;
  const periods = group.map(({ claim, allegation }) => ({
    from: allegation.period.from,
    to: allegation.period.to ?? context.publishedOf(claim),
  }));
  const starts = periods
    .map(({ from }) => from)
    .filter((day) => day !== null)
    .sort();
  const ends = periods.map(({ to }) => to).sort();
  const stated = group.find(({ allegation }) => allegation.inference === null);
  return {
    ...(first as ClaimedAllegation).allegation,
    inference: stated === undefined ? ((first as ClaimedAllegation).allegation.inference ?? null) : null,
    period: { from: starts[0] ?? null, to: ends.at(-1) ?? '' },
  };
}

function activityOf(allegation: Allegation, date: string): Activity {
  return {
    date,
    act: allegation.act,
    goods: allegation.goods === null ? null : { name: allegation.goods },
    from: allegation.from,
    to: allegation.to,
  };
}

/** The allegation's first day, and the days after it on which the verdict or the monitor became another. */
function changesOf(regime: Regime, allegation: DatedAllegation): readonly AssessmentChange[] {
  const start = allegation.period.from ?? allegation.period.to;
  const days = [start, ...boundaryDates(regime).filter((day) => day > start)];
  const changes: AssessmentChange[] = [];
  for (const date of days) {
    const { verdict, monitor } = assess(regime, activityOf(allegation, date));
    const last = changes.at(-1);
    if (last && last.verdict === verdict && canonicalJson(last.monitor) === canonicalJson(monitor)) continue;
    changes.push({ date, verdict, monitor });
  }
  return changes;
}

function elementsOf(
  allegation: Allegation,
  claims: readonly Claim[],
  denials: readonly Claim[],
  date: string,
): readonly FindingElement[] {
  const ids = claims.map((claim) => claim.id);
  const disputed = denials.length > 0 || claims.some((claim) => (claim.dissent ?? []).length > 0);
  const element = (text: string, known: boolean): FindingElement => ({
    text,
    state: known ? (disputed ? 'disputed' : 'asserted') : 'open',
    claims: known ? ids : [],
  });
  const dated = claims.filter((claim) => claim.when.from !== null || claim.when.to !== null);
  return [
    element(
      allegation.goods === null ? 'What it was' : `It was: ${inSentence(allegation.goods)}`,
      allegation.goods !== null,
    ),
    element(
      allegation.from === null ? 'Where it came from' : `It came from ${countryName(allegation.from)}`,
      allegation.from !== null,
    ),
    element(
      allegation.to === null ? 'Who received it' : `It went to ${countryName(allegation.to)}`,
      allegation.to !== null,
    ),
    {
      text:
        dated.length > 0
          ? `It happened by ${date}`
          : `When it happened; ${date}, the day of publication, is the latest possible`,
      state: dated.length > 0 ? 'asserted' : 'open',
      claims: dated.map((claim) => claim.id),
    },
  ];
}

function dissentsOf(claims: readonly Claim[], denials: readonly Claim[]): readonly Dissent[] {
  return [
    ...denials.map((claim) => ({ by: claim.claimant.name, text: claim.quote, claim: claim.id })),
    ...claims.flatMap((claim) =>
      (claim.dissent ?? []).map(({ claimant, quote }) => ({ by: claimant.name, text: quote, claim: claim.id })),
    ),
  ];
}

function titleOf(allegation: Allegation): string {
  const what = allegation.goods === null ? '' : ` of ${plural(inSentence(allegation.goods))}`;
  const from = allegation.from === null ? '' : ` from ${countryName(allegation.from)}`;
  const to = allegation.to === null ? '' : ` to ${countryName(allegation.to)}`;
  return `${actNoun(allegation.act)}${what}${from}${to}`;
}

/** A name of the vocabulary inside a sentence: "Ballistic missile" loses its capital, "KN-23" and "UAV" keep theirs. */
function inSentence(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;
}

function plural(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(s|sh|ch|x|ore|oil|coal|gas|fuel|ware|arms|equipment|munition|ammunition|steel|iron|seafood|machinery)$/.test(
    noun,
  )
    ? noun
    : `${noun}s`;
}
