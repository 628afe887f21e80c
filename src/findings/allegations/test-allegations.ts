import type { Claim } from '../../claims/model/claim.ts';
import { canonicalJson } from '../../core/canonical-json.ts';
import { countryName } from '../../core/countries.ts';
import { sha256Hex } from '../../core/hash.ts';
import { deepFreeze } from '../../core/json.ts';
import { memoized } from '../../core/memoized.ts';
import { assess } from '../../regime/evaluation/assess.ts';
import { type GoodsVocabulary, indexGoods } from '../../regime/goods/goods.ts';
import type { Activity } from '../../regime/model/activity.ts';
import type { Assessment } from '../../regime/model/assessment.ts';
import type { Regime } from '../../regime/model/regime.ts';
import type { Allegation, Finding } from '../model/finding.ts';
import type { Hearing } from '../model/hearing.ts';
import { statusOf } from '../model/status.ts';
import { actNoun } from '../naming/act-rules.ts';
import { allegationsOf, type ClaimedAllegation } from './allegation.ts';
import { type Contradiction, isContradicted } from './contradiction.ts';
import { denialsIn } from './denial.ts';
import { changesOf, dissentsOf, elementsOf, inSentence, isDisputed } from './finding-parts.ts';

/** What is known of the claims from elsewhere: when their documents were published, and how many origins they have. */
export type TestingContext = {
  readonly regime: Regime;
  /** When the claim was published; where that is not known, when its document was acquired: it was made by then. */
  publishedOf(claim: Claim): string;
  originsOf(claims: readonly Claim[]): number;
  /** Pairs of figures that exclude each other, of whatever claims. */
  readonly contradictions: readonly Contradiction[];
  /** What was said of a finding since, by its id. */
  hearingOf(finding: string): Hearing;
};

/**
 * Tests what the claims allege against the regime: one finding for each act, giver, receiver and kind of goods. Claims are
 * gathered, never merged; each stays in the finding under its own id. An allegation that the regime does not cover at all
 * gives no finding.
 */
export function testAllegations(claims: readonly Claim[], context: TestingContext): readonly Finding[] {
  const vocabulary = vocabularyOf(context.regime);
  const allegations = allegationsBy(vocabulary);
  const asserted = claims.filter((claim) => claim.polarity === 'asserts' && claim.status !== 'rejected');
  const groups = new Map<string, ClaimedAllegation[]>();
  for (const one of asserted.flatMap(allegations)) {
    const { act, goods, from, to } = one.allegation;
    const key = canonicalJson([act, goods, from, to]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  const findings = [...groups.values()].flatMap((group) => {
    const finding = makeFinding(group, denialsIn(claims), vocabulary, context);
    return finding === null ? [] : [finding];
  });
  return deepFreeze(findings.sort(byWeight));
}

/** The goods of a regime, indexed once: what is remembered of claims hangs on it. */
export const vocabularyOf = memoized(({ goods, goodsQualifiers }: Regime) => indexGoods(goods, goodsQualifiers));

/** What a claim alleges stays the same from one act to the next. */
const allegationsBy = memoized((vocabulary: GoodsVocabulary) =>
  memoized((claim: Claim) => allegationsOf(claim, vocabulary)),
);

/** Findings that more claims support come first; then by title, so that the order is the same every time. */
function byWeight(a: Finding, b: Finding): number {
  return b.claims.length - a.claims.length || (a.title < b.title ? -1 : 1);
}

function makeFinding(
  group: readonly ClaimedAllegation[],
  deniedBy: ReturnType<typeof denialsIn>,
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
  const denials = deniedBy(allegation, vocabulary);
  const id = `f-${sha256Hex(canonicalJson([regime.id, allegation.act, allegation.goods, allegation.from, allegation.to])).slice(0, 20)}`;
  const hearing = context.hearingOf(id);
  const { status, reason } = statusOf({
    claims,
    denials,
    contradicted: isContradicted(claims, allegation.goods, context.contradictions, vocabulary),
    origins: context.originsOf(claims),
    hearing,
  });
  return {
    id,
    regime: regime.id,
    made: null,
    title: titleOf(allegation),
    allegation,
    claims: claims.map((claim) => claim.id),
    elements: elementsOf(allegation, {
      claims,
      date,
      stated: false,
      disputed: isDisputed(claims, denials, hearing),
      // All claims of the group allege the same goods between the same sides.
      speaking: () => true,
    }),
    activity,
    assessment,
    changes: changesOf(regime, activity, allegation.period.from),
    status,
    statusReason: reason,
    dissents: dissentsOf(claims, denials),
    hearing,
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

function titleOf(allegation: Allegation): string {
  const what = allegation.goods === null ? '' : ` of ${plural(inSentence(allegation.goods))}`;
  const from = allegation.from === null ? '' : ` from ${countryName(allegation.from)}`;
  const to = allegation.to === null ? '' : ` to ${countryName(allegation.to)}`;
  return `${actNoun(allegation.act)}${what}${from}${to}`;
}

function plural(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(s|sh|ch|x|ore|oil|coal|gas|fuel|ware|arms|equipment|munition|ammunition|steel|iron|seafood|machinery)$/.test(
    noun,
  )
    ? noun
    : `${noun}s`;
}
