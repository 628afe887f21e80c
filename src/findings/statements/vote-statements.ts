import type { Claim } from '../../claims/model/claim.ts';
import { basisOfPart } from '../../claims/model/part-basis.ts';
import { countriesIn, partyOf } from '../../claims/names/mentioned-country.ts';
import { compareDecimals } from '../../core/decimal.ts';
import { daysBetween } from '../../core/time/calendar.ts';
import { listInWords } from '../../regime/model/ballots.ts';
import type { Decision, Regime } from '../../regime/model/regime.ts';
import { agreement, type StatementContext, type StatementRule } from './statement-check.ts';
import {
  dayWritten,
  matterOf,
  mayBeOneDay,
  NOT_DECIDED,
  numberOf,
  resolutionsIn,
  votingOn,
} from './statement-matter.ts';

/** A date further away than this is another vote, not a wrong date. */
const NEAREST_VOTE_DAYS = 45;

/**
 * "Russia on March 28 vetoed ...": was there such a vote on that day, and was it that State that prevented it? The members vetoed much
 * else: the sentence must be of the regime's matter, and a wrong day or State is called so only where the sentence names the target and
 * says the day.
 */
export const checkVeto: StatementRule = (claim, context) => {
  const { regime, published } = context;
  if (claim.predicate !== 'vetoed' || claim.polarity === 'denies') return null;
  const agents = (claim.roles.agent ?? []).map((name) => partyOf([name])).filter((code) => code !== null);
  if (agents.length === 0) return null;
  const matter = matterOf(claim, context);
  if (matter === null || !speaksOfDraft(claim, regime)) return null;
  const rejected = regime.decisions.filter((decision) => (decision.vote?.veto.length ?? 0) > 0);
  const { from, to } = claim.when;
  const day = from ?? (matter === 'sentence' ? published : null);
  if (day === null) return null;
  const within = rejected.filter(({ date }) => from !== null && from <= date && (to === null || date <= to));
  const nearest = within.length === 1 ? within[0] : nearestDecision(rejected, day);
  if (nearest === undefined || Math.abs(daysBetween(nearest.date, day)) > NEAREST_VOTE_DAYS) return null;
  const vetoing = (nearest.vote?.veto ?? []).map((member) => partyOf([member]));
  const rightDay = within.includes(nearest) || from === null;
  const agrees = rightDay && agents.every((agent) => vetoing.includes(agent));
  if (!agrees) {
    const written = dayWritten(claim, published);
    if (matter !== 'sentence' || written === null || !namesItsAgents(claim)) return null;
    if (NOT_DECIDED.test(claim.quote)) return null;
    if (!rightDay && mayBeOneDay(nearest.date, written)) return null;
  }
  return {
    claim: claim.id,
    statement: `vetoed by ${listInWords(claim.roles.agent ?? [])}${claim.when.raw === null ? '' : `, ${claim.when.raw}`}`,
    relation: agreement(agrees),
    fact: describeVote(nearest),
    reference: nearest.id,
    source: nearest.voteSource,
    evidence: nearest.voteEvidence,
  };
};

/** Whether the sentence itself says who vetoed, with certainty: who "it" is may have been read wrongly. */
function namesItsAgents(claim: Claim): boolean {
  return (
    basisOfPart(claim, 'agent') !== 'open' && (claim.roles.agent ?? []).every((name) => claim.quote.includes(name))
  );
}

/** What the vetoed drafts of a regime are about; a text that names nothing of it may be of anything. */
const MATTER = /\b(?:panel|experts?|monitor\w*|sanction\w*|missile\w*)\b/i;
const DRAFT = /\b(?:panel|experts?|mandate|sanction\w*|renewal|extension|resolution|draft|text|measures?)\b/i;

function speaksOfDraft(claim: Claim, { target }: Regime): boolean {
  const text = [claim.quote, ...(claim.roles.object ?? [])].join(' ');
  return DRAFT.test(text) && (MATTER.test(text) || countriesIn(text).some(({ country }) => country === target));
}

const COUNTED = { 'vote in favour': 'inFavour', 'vote against': 'against', abstention: 'abstained' } as const;

/**
 * "13 in favour, one against and one abstention": the count of the vote that the claim speaks of. Which vote that is must be said: by the
 * number of the resolution, or by the regime's matter and the day.
 */
export const checkVoteCount: StatementRule = (claim, context) => {
  const counts = claim.quantities.filter((quantity) => quantity.counts in COUNTED && quantity.qualifier === 'exactly');
  if (counts.length === 0 || OTHER_BODY.test(claim.quote)) return null;
  const decision = decisionOfVote(claim, context);
  const vote = decision?.vote;
  if (decision === undefined || !vote) return null;
  if (matterOf(claim, context, votingOn(decision, claim)) === null) return null;
  const agrees = counts.every((quantity) => {
    const counted = String(vote[COUNTED[quantity.counts as keyof typeof COUNTED]]);
    return quantity.low !== null && compareDecimals(quantity.low, counted) === 0;
  });
  if (
    !agrees &&
    !saysOneVote(
      claim,
      counts.map((quantity) => quantity.counts),
      decision,
      context,
    )
  )
    return null;
  return {
    claim: claim.id,
    statement: counts.map((quantity) => quantity.raw).join(', '),
    relation: agreement(agrees),
    fact: describeVote(decision),
    reference: decision.id,
    source: decision.voteSource,
    evidence: decision.voteEvidence,
  };
};

/** Whether a sentence itself says of which one vote its counts are: only then can they be wrong. */
function saysOneVote(
  claim: Claim,
  counts: readonly string[],
  decision: Decision,
  { regime, published }: StatementContext,
): boolean {
  // Two counts of one kind are of two votes.
  if (new Set(counts).size < counts.length || NOT_DECIDED.test(claim.quote)) return false;
  const years = new Set(claim.quote.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? []);
  if (years.size > 1) return false;
  if (resolutionsIn(claim.quote).includes(numberOf(decision))) return true;
  const named = countriesIn(claim.quote).some(({ country }) => country === regime.target);
  return named && dayWritten(claim, published) === decision.date;
}

/** Votes that are none of the Council's. */
const OTHER_BODY =
  /\b(?:General Assembly|the Assembly|parliament|lawmakers|senate|congress|commission|board|referendum|procedural|amendment|committee)\b/i;

/**
 * The vote on the one resolution that the claim names; else of the day that it gives, or, without a day, of a vote that the news is about
 * (a week before publication), where it speaks of the regime's matter.
 */
function decisionOfVote(claim: Claim, { regime, published }: StatementContext): Decision | undefined {
  const voted = regime.decisions.filter((decision) => decision.vote !== null);
  const numbers = resolutionsIn(claim.quote);
  if (numbers.length > 0)
    return numbers.length === 1 ? voted.find((decision) => numberOf(decision) === numbers[0]) : undefined;
  if (!MATTER.test(claim.quote) && !countriesIn(claim.quote).some(({ country }) => country === regime.target))
    return undefined;
  if (claim.when.from !== null && claim.when.from === claim.when.to)
    return voted.find((decision) => decision.date === claim.when.from);
  if (claim.when.from !== null || published === null) return undefined;
  return voted.find((decision) => {
    const days = daysBetween(decision.date, published);
    return days >= 0 && days <= 7;
  });
}

function nearestDecision(decisions: readonly Decision[], date: string): Decision | undefined {
  return [...decisions].sort((a, b) => Math.abs(daysBetween(a.date, date)) - Math.abs(daysBetween(b.date, date)))[0];
}

/** "S/2024/255 of 28 March 2024: 13 in favour, 1 against, 1 abstained; not adopted, veto by Russian Federation." */
export function describeVote(decision: Decision): string {
  const { vote } = decision;
  if (vote === null) return `${decision.id} was adopted on ${decision.date} without a vote`;
  const result = decision.adopted
    ? 'adopted'
    : vote.veto.length > 0
      ? `not adopted, veto by ${listInWords(vote.veto)}`
      : 'not adopted';
  return `${decision.id} was put to the vote on ${decision.date}: ${vote.inFavour} in favour, ${vote.against} against, ${vote.abstained} abstained; ${result}`;
}
