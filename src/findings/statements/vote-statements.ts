import type { Claim } from '../../claims/model/claim.ts';
import { countriesIn, partyOf } from '../../claims/names/mentioned-country.ts';
import { compareDecimals } from '../../core/decimal.ts';
import { daysBetween } from '../../core/time/calendar.ts';
import { listInWords } from '../../regime/model/ballots.ts';
import type { Decision } from '../../regime/model/regime.ts';
import { agreement, type StatementContext, type StatementRule } from './statement-check.ts';

/** A date further away than this is another vote, not a wrong date. */
const NEAREST_VOTE_DAYS = 45;

/** "Russia on March 28 vetoed ...": was there such a vote on that day, and was it that State that prevented it? */
export const checkVeto: StatementRule = (claim, context) => {
  const { regime, published } = context;
  if (claim.predicate !== 'vetoed' || claim.polarity === 'denies') return null;
  const when = claim.when.from ?? published;
  const rejected = regime.decisions.filter((decision) => (decision.vote?.veto.length ?? 0) > 0);
  const agents = (claim.roles.agent ?? []).map((name) => partyOf([name])).filter((code) => code !== null);
  if (when === null || rejected.length === 0 || agents.length === 0) return null;
  const nearest = nearestDecision(rejected, when);
  const exact = claim.when.from !== null && claim.when.from === claim.when.to;
  if (nearest === undefined || Math.abs(daysBetween(nearest.date, when)) > NEAREST_VOTE_DAYS) return null;
  if (claim.polarity === 'asserts' && !speaksOfMatter(claim, context)) return null;
  const vetoing = (nearest.vote?.veto ?? []).map((member) => partyOf([member]));
  const rightAgent = agents.every((agent) => vetoing.includes(agent));
  const rightDay = !exact || nearest.date === claim.when.from;
  return {
    claim: claim.id,
    statement: `vetoed by ${listInWords(claim.roles.agent ?? [])}${claim.when.raw === null ? '' : `, ${claim.when.raw}`}`,
    relation: agreement(rightAgent && rightDay),
    fact: describeVote(nearest),
    reference: nearest.id,
    source: nearest.voteSource,
    evidence: nearest.voteEvidence,
  };
};

const COUNTED = { 'vote in favour': 'inFavour', 'vote against': 'against', abstention: 'abstained' } as const;

/** "13 in favour, one against and one abstention": the count of the vote that the claim speaks of. */
export const checkVoteCount: StatementRule = (claim, context) => {
  const counts = claim.quantities.filter((quantity) => quantity.counts in COUNTED && quantity.qualifier === 'exactly');
  const decision = counts.length === 0 || OTHER_BODY.test(claim.quote) ? undefined : decisionOfVote(claim, context);
  const vote = decision?.vote;
  if (decision === undefined || !vote) return null;
  const agrees = counts.every((quantity) => {
    const counted = String(vote[COUNTED[quantity.counts as keyof typeof COUNTED]]);
    return quantity.low !== null && compareDecimals(quantity.low, counted) === 0;
  });
  // One number alone may be that of another vote of those days.
  if (!agrees && claim.when.from === null && new Set(counts.map((quantity) => quantity.counts)).size < 2) return null;
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

/** Votes that are none of the Council's. */
const OTHER_BODY =
  /\b(?:General Assembly|the Assembly|parliament|lawmakers|senate|congress|commission|board|referendum|procedural|amendment|committee)\b/i;
/** What the vetoed drafts of a regime are about. */
const MATTER =
  /\b(?:panel|experts?|monitor\w*|mandate|sanction\w*|measures?|missile\w*|renewal|resolution|draft|text)\b/i;

/** The members vetoed much else in those weeks: the claim must speak of the regime's matter, and of no other State's. */
function speaksOfMatter(claim: Claim, { regime, aboutRegime }: StatementContext): boolean {
  const named = countriesIn(claim.quote).map(({ country }) => country);
  if (named.includes(regime.target)) return true;
  const text = [claim.quote, ...(claim.roles.object ?? [])].join(' ');
  const voting = partiesIn(claim.roles.agent ?? []);
  const others = countriesIn(text).filter(({ country }) => !voting.has(country));
  return others.length === 0 && MATTER.test(text) && aboutRegime();
}

function partiesIn(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.flatMap((name) => countriesIn(name).map(({ country }) => country)));
}

/** The vote of the day that the claim names; without a day, of a vote that the news is about (a week before publication). */
function decisionOfVote(claim: Claim, { regime, published }: StatementContext): Decision | undefined {
  const voted = regime.decisions.filter((decision) => decision.vote !== null);
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
