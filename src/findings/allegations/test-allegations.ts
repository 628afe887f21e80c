import type { Claim } from '../../claims/model/claim.ts';
import type { PartyOf } from '../../claims/model/party.ts';
import { countryName } from '../../core/countries/countries.ts';
import { deepFreeze } from '../../core/json/json.ts';
import { memoized, memoizedByText } from '../../core/memoized.ts';
import { goodsInPlural } from '../../core/plural.ts';
import { holdsSame } from '../../core/same-items.ts';
import { atOnce, type Steps } from '../../core/steps.ts';
import { writeDate } from '../../core/time/written-date.ts';
import { assess } from '../../regime/evaluation/assess.ts';
import type { Activity } from '../../regime/model/activity.ts';
import type { Assessment } from '../../regime/model/assessment.ts';
import type { Regime } from '../../regime/model/regime.ts';
import { counts } from '../model/counting.ts';
import type { Allegation, Finding } from '../model/finding.ts';
import type { Hearing } from '../model/hearing.ts';
import type { Lead } from '../model/lead.ts';
import { type ReviewAct, reviewedAs } from '../model/review.ts';
import { statusOf } from '../model/status.ts';
import { actNoun } from '../naming/act-rules.ts';
import { takenBackAfter } from '../naming/set-aside.ts';
import { allegationsOf, type ClaimedAllegation } from './allegation.ts';
import { combine, dayOf, timeIn } from './alleged-time.ts';
import { type Contradiction, isContradicted } from './contradiction.ts';
import { type Alleged, allegedBy, deniesPart } from './denial.ts';
import { type DenialsOf, denialsIn } from './denials-among.ts';
import { type FindingMemory, openFindingMemory } from './finding-memory.ts';
import { anotherAnswerBefore, changesOf, disputedClaims, dissentsOf, elementsOf, inSentence } from './finding-parts.ts';
import { leadsOf } from './leads.ts';
import { type ClaimedTotal, totalAboveCap } from './period-total.ts';
import { concerns, proposalId, questionOf, vocabularyOf } from './question.ts';
import { partedByTelling } from './stated-before.ts';

/** What is known of the claims from elsewhere: when their documents were published, and how many origins they have. */
export type TestingContext = {
  readonly regime: Regime;
  /** When the claim was published; null where its document is of no known day. */
  publishedOf(claim: Claim): string | null;
  /** The day by which the claim was made: that of its publication, else the day on which its document was acquired. */
  statedBy(claim: Claim): string;
  originsOf(claims: readonly Claim[]): number;
  /** Whom claimants count as. */
  readonly partyOf: PartyOf;
  /** Pairs of figures that exclude each other, of comparisons that a person accepted. */
  readonly contradictions: readonly Contradiction[];
  /** What was said of a finding since, by its id. */
  hearingOf(finding: string): Hearing;
  /** The last word of a person on a proposal, by its id. */
  reviewOf(finding: string): ReviewAct | undefined;
  /** What was found the time before; left out where there was none. */
  readonly memory?: FindingMemory;
  /** What is asked; left out where that is all that the claims allege. */
  readonly asked?: AskedOfClaims;
};

/** Some claims, by their ids, and the questions that are answered of them, by the ids of their proposals: all claims on these are among them. */
export type AskedOfClaims = { readonly claims: ReadonlySet<string>; readonly questions: ReadonlySet<string> };

/**
 * Tests what the claims allege against the regime: one finding for each act, agent, recipient and kind of goods, and a lead for
 * what falls short of one. Claims are gathered, never merged; each stays in the finding under its own id. An allegation that the
 * regime does not cover at all gives neither.
 */
export function testAllegations(claims: readonly Claim[], context: TestingContext): Tested {
  return atOnce(testingAllegations(claims, context));
}

export type Tested = { readonly findings: readonly Finding[]; readonly leads: readonly Lead[] };

/** The same in steps. */
export function* testingAllegations(claims: readonly Claim[], context: TestingContext): Steps<Tested> {
  const vocabulary = vocabularyOf(context.regime);
  const { asked } = context;
  const alleged: ClaimedAllegation[] = [];
  for (const [at, claim] of claims.entries()) {
    if (asked !== undefined && !asked.claims.has(claim.id)) continue;
    if (claim.polarity !== 'asserts' || !counts(claim)) continue;
    const read = allegationsOf(vocabulary)(claim);
    const takenBack = read.length === 0 ? null : takenBackAfter(claim, at, claims);
    alleged.push(...(takenBack === null ? read : read.map(ofTakenBack(takenBack))));
    yield;
  }
  const groups = new Map<string, ClaimedAllegation[]>();
  for (const one of alleged) {
    if (one.missing.length > 0 || !concerns(one.allegation, context.regime)) continue;
    if (asked !== undefined && !asked.questions.has(proposalId(context.regime.id, one.allegation, false))) continue;
    const key = questionOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  const memory = context.memory ?? openFindingMemory();
  const denialsOf = denialsIn(claims, context.statedBy, context.partyOf, memory.denials);
  const short: ClaimedAllegation[] = [];
  const findings: Finding[] = [];
  for (const [key, group] of groups) {
    yield;
    const stating = group.filter(({ allegation }) => allegation.inference === null);
    const resting = stating.length > 0 ? stating : group;
    if (resting !== group) short.push(...group.filter(({ allegation }) => allegation.inference !== null).map(ofUse));
    for (const { group: own, statedUntil } of partedByTelling(resting, context.statedBy)) {
      const date = dayOf(own, context);
      if (date === null) {
        short.push(...own.map(ofNoDay));
        continue;
      }
      const place = `${context.regime.id} ${key}${statedUntil === null ? '' : ' older'}`;
      const finding = findingOn(place, { group: own, date, statedUntil, denialsOf }, context, memory);
      if (finding !== null) findings.push(finding);
    }
  }
  const used = new Set(findings.flatMap((finding) => finding.claims));
  return deepFreeze({
    findings: findings.sort(byWeight),
    leads: leadsOf(
      [...alleged, ...short].filter(({ claim }) => !used.has(claim.id)),
      context.regime,
    ),
  });
}

/** Who tells of the use of arms does not stand behind a supply that others allege. */
const ONLY_USE = 'that it was supplied: this claim tells of its use, and others tell of a supply of such things';
/** The day on which somebody made a record of a page says nothing of the law that held when the thing happened. */
const NO_DAY =
  'when it happened: the claim gives no day of it, and its document is of no known day, so that no law is asked';

/** A claim that is taken back right after it stands behind nothing. */
const ofTakenBack = memoizedByText((words) =>
  memoized(
    (one: ClaimedAllegation): ClaimedAllegation => ({
      ...one,
      missing: [`that it stands: right after it the text says “${words}”`, ...one.missing],
    }),
  ),
);

const ofUse = memoized((one: ClaimedAllegation): ClaimedAllegation => ({ ...one, missing: [ONLY_USE] }));
const ofNoDay = memoized((one: ClaimedAllegation): ClaimedAllegation => ({ ...one, missing: [NO_DAY] }));

/** Findings that more claims support come first; then by title and id, so that the order is the same every time. */
function byWeight(a: Finding, b: Finding): number {
  return b.claims.length - a.claims.length || compareTexts(a.title, b.title) || compareTexts(a.id, b.id);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Claims that allege one thing, the day whose law is asked of it, and where denials of it are found. */
type Question = {
  readonly group: readonly ClaimedAllegation[];
  readonly date: string;
  /** The day by which they were told, where others allege the same of a later time. */
  readonly statedUntil: string | null;
  readonly denialsOf: DenialsOf;
};

/** The finding on one question, derived again only where something has changed that it follows from. */
function findingOn(key: string, question: Question, context: TestingContext, memory: FindingMemory): Finding | null {
  const { date, statedUntil, denialsOf } = question;
  const group = [
    context.regime,
    date,
    statedUntil,
    ...question.group,
    ...question.group.map(({ claim }) => context.statedBy(claim)),
    ...question.group.map(({ claim }) => context.partyOf(claim.document, claim.claimant.name)),
  ];
  const before = memory.findings.of(key);
  const isSame = before !== undefined && holdsSame(before.group, group);
  if (isSame && before.finding === null) return null;
  const alleged = isSame ? before.alleged : allegedIn(question, context);
  const denials = isSame && before.denialsOf === denialsOf ? before.denials : denialsOf(alleged);
  const facts = factsAround(question, alleged, denials, context);
  const said = JSON.stringify(facts);
  const stands = isSame && before.said === said && holdsSame(before.denials, denials);
  const finding = stands ? before.finding : makeFinding(question, alleged, denials, facts, context);
  memory.findings.keep(key, { group, alleged, denialsOf, denials, said, finding });
  return finding;
}

/** Nobody denies what is told of only later than the day that is asked about. */
function allegedIn({ group, date }: Question, { regime, statedBy, partyOf }: TestingContext): Alleged {
  const allegation = combine(group, statedBy);
  return allegedBy(
    [...new Set(group.map(({ claim }) => claim))],
    { ...allegation, period: { ...allegation.period, to: date } },
    vocabularyOf(regime),
    statedBy,
    partyOf,
  );
}

/** What else decides a finding: how many origins its claims have, and what people said of it. */
type FactsAround = {
  readonly id: string;
  readonly origins: number;
  readonly contradicted: boolean;
  readonly hearing: Hearing;
  readonly review: ReviewAct | undefined;
  /** The days by which the denials were made. */
  readonly denied: readonly string[];
};

function factsAround(
  { statedUntil }: Question,
  { claims, allegation, vocabulary }: Alleged,
  denials: readonly Claim[],
  context: TestingContext,
): FactsAround {
  const id = proposalId(context.regime.id, allegation, statedUntil !== null);
  return {
    id,
    origins: context.originsOf(claims),
    contradicted: isContradicted(claims, allegation.goods, context.contradictions, vocabulary),
    hearing: context.hearingOf(id),
    review: context.reviewOf(id),
    denied: denials.map(context.statedBy),
  };
}

function makeFinding(
  { group, date, statedUntil }: Question,
  { claims }: Alleged,
  denials: readonly Claim[],
  { id, origins, contradicted, hearing, review }: FactsAround,
  { regime, statedBy }: TestingContext,
): Finding | null {
  const allegation = combine(group, statedBy);
  if (!regime.acts.some((act) => act.id === allegation.act)) return null;
  const alone = activityOf(allegation, date);
  const first = assess(regime, alone);
  if (first.verdict === 'not-covered' || isOutside(first)) return null;
  const total = first.verdict === 'undetermined' ? totalAboveCap(alone, allegation, claims, regime) : null;
  const activity = total?.activity ?? alone;
  const assessment = total === null ? first : assess(regime, activity);
  const isUndated = allegation.period.from === null && allegation.period.to === null;
  const { status, reason } = statusOf({
    claims,
    denials,
    inPart: (denial) => deniesPart(denial, allegation, claims),
    contradicted,
    origins,
    hearing,
  });
  return {
    id,
    regime: regime.id,
    made: null,
    ...reviewedAs(
      claims.map((claim) => claim.id),
      review,
    ),
    title: `${titleOf(allegation)}${statedUntil === null ? '' : `, told by ${writeDate(statedUntil)}`}`,
    allegation,
    claims: claims.map((claim) => claim.id),
    elements: [
      ...elementsOf(allegation, {
        claims,
        telling: claims,
        date,
        timeOf: timeIn(group),
        stated: false,
        anotherBefore: isUndated ? anotherAnswerBefore(regime, activity) : null,
        disputed: disputedClaims(allegation, claims, denials, hearing, statedBy),
        // All claims of the group allege the same goods between the same sides.
        speaking: () => true,
      }),
      ...(total === null ? [] : [totalElement(total)]),
    ],
    activity,
    assessment,
    changes: changesOf(regime, activity, allegation.period),
    status,
    statusReason: reason,
    dissents: dissentsOf(claims, denials),
    hearing,
  };
}

function totalElement({ claim, quantity, year }: ClaimedTotal): Finding['elements'][number] {
  return {
    text: `In ${year} there went “${quantity.raw}”, more than the cap of the year`,
    state: 'asserted',
    claims: [claim.id],
  };
}

/** An assessment that rests on nothing but a missing fact of an unrelated paragraph is no finding. */
function isOutside(assessment: Assessment): boolean {
  return assessment.grounds.length === 0;
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
  const people = allegation.act === 'employment' && allegation.from !== null;
  const what =
    allegation.goods === null ? (people ? ' of workers' : '') : ` of ${goodsInPlural(inSentence(allegation.goods))}`;
  const from = allegation.from === null ? '' : ` from ${countryName(allegation.from)}`;
  const to = allegation.to === null ? '' : ` ${people ? 'in' : 'to'} ${countryName(allegation.to)}`;
  return `${actNoun(allegation.act)}${what}${from}${to}`;
}
