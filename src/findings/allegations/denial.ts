import { eventClass } from '../../claims/comparison/event-class.ts';
import { areOneKind, mayBeOneThing } from '../../claims/comparison/moved-thing.ts';
import type { Claim } from '../../claims/model/claim.ts';
import type { PartyOf } from '../../claims/model/party.ts';
import { countriesIn, partyOf } from '../../claims/names/mentioned-country.ts';
import { memoized } from '../../core/memoized.ts';
import type { RegimeGoods } from '../../regime/goods/goods.ts';
import type { Allegation } from '../model/finding.ts';
import { type ActRule, actRuleOf } from '../naming/act-rules.ts';
import { goodsNamedIn } from '../naming/named-goods.ts';
import { isVessel } from './allegation.ts';

/** Words of a denial that speak of a transfer without a verb of the vocabulary: "denied the arms trade". */
const TRANSFER_WORDS =
  /\b(transfer|suppl|deliver|br(?:ing|ought)|carr(?:y|ied)|receiv|shipment|export|sale|sell|sold|arms (deal|trade)|provid|send|sent|furnish|ship(?:ped|ping))/i;

/** What is asked of the denials: which of them speak of what these claims allege. */
export type DenialsOf = (
  claims: readonly Claim[],
  allegation: Allegation,
  vocabulary: RegimeGoods,
  statedBy: (claim: Claim) => string,
) => readonly Claim[];

/**
 * The denials among claims that speak of what is alleged, in the order of the claims: those that can have meant it, by actor,
 * kind, direction and time, and those that answer a claim right before them. They are found by the parties that they name: a
 * large matter holds thousands of denials and thousands of allegations, of which few meet.
 */
export function denialsIn(all: readonly Claim[], countsAs: PartyOf): DenialsOf {
  return denialsBy(countsAs)(all);
}

const denialsBy = memoized((countsAs: PartyOf) => memoized((all: readonly Claim[]) => gatherDenials(all, countsAs)));

function gatherDenials(all: readonly Claim[], countsAs: PartyOf): DenialsOf {
  const byParty = new Map<string, { readonly claim: Claim; readonly at: number }[]>();
  const answers = new Map<string, { readonly claim: Claim; readonly at: number }[]>();
  const put = (into: typeof byParty, key: string, claim: Claim, at: number): void => {
    const known = into.get(key);
    if (known === undefined) into.set(key, [{ claim, at }]);
    else known.push({ claim, at });
  };
  for (const [at, claim] of all.entries()) {
    if (claim.polarity !== 'denies' || claim.status === 'rejected' || claim.status === 'withdrawn') continue;
    for (const party of partiesOf(claim)) put(byParty, party, claim, at);
    for (const answered of answeredBy(claim, at, all, countsAs)) put(answers, answered.id, claim, at);
  }
  return (claims, allegation, vocabulary, statedBy) => {
    const sides = sidesOf(claims, allegation);
    const near = sides.flatMap((side) => byParty.get(side) ?? []);
    const meant = near.filter(({ claim }) => canMean(claim, claims, allegation, { vocabulary, statedBy, countsAs }));
    const answering = claims.flatMap(({ id }) => answers.get(id) ?? []).filter(({ claim }) => isOfParty(claim, sides));
    return [...new Map([...meant, ...answering].map((one) => [one.claim.id, one])).values()]
      .sort((a, b) => a.at - b.at)
      .map(({ claim }) => claim);
  };
}

/** How far, in characters, a denial without words of its own may stand after what it answers. */
const ANSWER_REACH = 600;

/**
 * What a denial without an act or things of its own answers ("the minister denied the claim"): the last thing that was asserted
 * before it in the document, with nothing else asserted in between, and not by the one who denies.
 */
function answeredBy(denial: Claim, at: number, all: readonly Claim[], countsAs: PartyOf): readonly Claim[] {
  if (denial.predicate !== 'denied' || namesThings(denial)) return [];
  const answered: Claim[] = [];
  for (let i = at - 1; i >= 0; i--) {
    const claim = all[i];
    if (claim === undefined || claim.document !== denial.document) break;
    if (denial.start - claim.end > ANSWER_REACH) break;
    if (claim.polarity !== 'asserts' || claim.start === denial.start) continue;
    if (answered.length > 0 && claim.start !== answered[0]?.start) break;
    if (areOfOneClaimant(claim, denial, countsAs)) break;
    answered.push(claim);
  }
  return answered;
}

function areOfOneClaimant(a: Claim, b: Claim, countsAs: PartyOf): boolean {
  return countsAs(a.document, a.claimant.name) === countsAs(b.document, b.claimant.name);
}

function namesThings({ roles }: Claim): boolean {
  return [roles.object, roles.recipient, roles.instrument].some((names) => (names ?? []).length > 0);
}

function isOfParty(claim: Claim, sides: readonly string[]): boolean {
  const speaker = speakerOf(claim);
  return speaker !== null && sides.includes(speaker);
}

/** The State for which whoever denies speaks: their own, or the one whose office their name gives ("the North Korean premier"). */
function speakerOf({ claimant: { name, country } }: Claim): string | null {
  const known = country ?? partyOf([name]);
  if (known !== null || !OFFICES.test(name)) return known;
  const [first, ...others] = new Set(countriesIn(name).map((mentioned) => mentioned.country));
  return first !== undefined && others.length === 0 ? first : null;
}

const OFFICES =
  /\b(?:premier|minister|ministry|leader|president|officials?|spokes\w+|ambassador|envoy|government|army|military)\b/i;
/** "our country", as the object's name keeps it: the State of who speaks. */
const OWN_STATE = /^(?:state|country|nation|government|republic|side)$/i;

/** The States that a denial may be found by: whoever speaks, and whom it names as agent and recipient. */
function partiesOf(claim: Claim): ReadonlySet<string> {
  const { from, to } = waysOf(claim);
  return new Set([speakerOf(claim), carrierOf(claim), from, to].filter((party) => party !== null));
}

/** Those between whom it went, and whose ships carried it: each can deny it. */
function sidesOf(claims: readonly Claim[], { from, to }: Allegation): readonly string[] {
  return [...new Set([from, to, ...claims.map(carrierOf)])].filter((side) => side !== null);
}

/** The State of the ships that carried, or are said to have carried nothing: "no Vietnamese vessel carried ore". */
function carrierOf({ roles }: Claim): string | null {
  const carriers = [...(roles.agent ?? []), ...(roles.recipient ?? []), ...(roles.vessel ?? [])].filter(isVessel);
  return carriers.length === 0 ? null : partyOf(carriers);
}

/** From whom to whom it did not go, as the denial has it. Who denies a receipt and names no recipient speaks of itself. */
const waysOf = memoized((claim: Claim): { readonly from: string | null; readonly to: string | null } => {
  const rule = actRuleOf(claim.predicate);
  const named = (role: keyof Claim['roles'] | undefined): string | null => {
    const names = role === undefined ? [] : (claim.roles[role] ?? []).filter((name) => !isVessel(name));
    return partyOf(names) ?? (names.some((name) => OWN_STATE.test(name)) ? speakerOf(claim) : null);
  };
  if (rule === undefined) return { from: null, to: null };
  const self = (side: ActRule['from']): string | null =>
    side === 'agent' && claim.roles.agent === undefined ? speakerOf(claim) : null;
  return {
    from: named(rule.from) ?? named('origin') ?? self(rule.from),
    to: named(rule.to) ?? named('destination') ?? self(rule.to),
  };
});

/**
 * Whether a denial names what the allegation leaves open, the agent, the recipient, the vessel or the thing. Then it denies at most a part:
 * who took nothing on does not say that nothing went out.
 */
export function deniesPart(denial: Claim, { from, to, goods }: Allegation): boolean {
  const denied = waysOf(denial);
  const carrier = carrierOf(denial);
  return (
    (to === null && (denied.to !== null || (carrier !== null && carrier !== from))) ||
    (from === null && denied.from !== null) ||
    (goods === null && namesThings(denial))
  );
}

/** Whether a denial can have meant what is alleged: the same kind of act between no other sides, of no other thing, at no other time. */
function canMean(
  denial: Claim,
  claims: readonly Claim[],
  allegation: Allegation,
  {
    vocabulary,
    statedBy,
    countsAs,
  }: {
    readonly vocabulary: RegimeGoods;
    readonly statedBy: (claim: Claim) => string;
    readonly countsAs: PartyOf;
  },
): boolean {
  // Who alleges a thing does not deny it: their "no submarine parts were given" is of something else.
  if (claims.some((claim) => areOfOneClaimant(claim, denial, countsAs))) return false;
  return (
    !hasUnreadThing(denial) &&
    !isOfAnotherDoer(denial, claims) &&
    isSameKind(denial, claims, allegation) &&
    isBetween(denial, claims, allegation) &&
    isOfThing(denial, claims, allegation, vocabulary) &&
    isInTime(denial, claims, allegation, statedBy)
  );
}

/** A thing was denied by name and could not be read: it may be any other than what is alleged. */
function hasUnreadThing(denial: Claim): boolean {
  return denial.basis?.object === 'open' && (denial.roles.object ?? []).length === 0;
}

/**
 * A firm that denies what its ship did, or a denial that names ship, firm or person as the doer, says nothing of what a State is said
 * to have done by others: it can be meant only where a claim names that doer.
 */
function isOfAnotherDoer(denial: Claim, claims: readonly Claim[]): boolean {
  const { agent = [], vessel = [] } = denial.roles;
  if (waysOf(denial).from !== null || carrierOf(denial) !== null) return false;
  const named = [...agent, ...vessel].filter((name) => /\p{Lu}/u.test(name) && partyOf([name]) === null);
  const doers =
    named.length > 0 ? named : agent.length === 0 && denial.claimant.kind === 'company' ? [denial.claimant.name] : [];
  return (
    doers.length > 0 &&
    !doers.some((doer) =>
      claims.some(({ quote, claimant }) => `${quote} ${claimant.name}`.toLowerCase().includes(properName(doer))),
    )
  );
}

/** "its tanker Hae Song 6": the name alone, in small letters. */
function properName(phrase: string): string {
  const from = phrase.search(/\p{Lu}/u);
  return phrase.slice(Math.max(0, from)).toLowerCase();
}

function isSameKind(denial: Claim, claims: readonly Claim[], allegation: Allegation): boolean {
  const rule = actRuleOf(denial.predicate);
  if (rule === undefined)
    return denial.predicate === 'denied' && allegation.act === 'supply' && TRANSFER_WORDS.test(denial.quote);
  // Who denies an attack with foreign arms does not speak of their transfer, unless the transfer follows from that very attack.
  if (rule.infers !== undefined)
    return claims.some(({ predicate }) => eventClass(predicate) === eventClass(denial.predicate));
  return rule.act === allegation.act || rule.workers === allegation.act;
}

/**
 * A party that is named on one side stands on no other; one that the denial names where the allegation leaves the side open may be
 * whom it means. A denial without sides is its speaker's, who must be a side.
 */
function isBetween(denial: Claim, claims: readonly Claim[], allegation: Allegation): boolean {
  const { from, to } = allegation;
  const denied = waysOf(denial);
  const fits = (named: string | null, alleged: string | null): boolean =>
    named === null || alleged === null || named === alleged;
  if (!fits(denied.from, from) || !fits(denied.to, to)) return false;
  const sides = sidesOf(claims, allegation);
  const own = denied.from === null && denied.to === null ? [carrierOf(denial) ?? speakerOf(denial)] : [];
  const parties = [denied.from, denied.to, ...own];
  const named = partyOf([denial.quote]);
  if (denied.from === null && denied.to === null && named !== null && !sides.includes(named)) return false;
  return parties.some((party) => party !== null && sides.includes(party));
}

/**
 * A denial that names a thing speaks of that thing, of what is a kind of it, and of what it is a kind of. The classes of the law are
 * too wide to say so: who denies having given submarines says nothing of shells.
 */
function isOfThing(denial: Claim, claims: readonly Claim[], { goods }: Allegation, vocabulary: RegimeGoods): boolean {
  const things = [...(denial.roles.object ?? []), ...(denial.roles.instrument ?? [])];
  const named = goodsNamedIn(
    things.length > 0 ? things : denial.predicate === 'denied' ? [denial.quote] : [],
    vocabulary,
  );
  if (goods !== null && named.some((name) => areOneKind(name, goods))) return true;
  if (things.length === 0) return named.length === 0 || goods === null;
  const alleged = [...(goods === null ? [] : [goods]), ...claims.flatMap(({ roles }) => roles.object ?? [])];
  return mayBeOneThing(things, alleged);
}

/**
 * Who denies a shipment of one year says nothing of the next, and who denied it in April cannot have meant what happened in June.
 * What may have happened only after the denial is denied by it where somebody had alleged it by then.
 */
function isInTime(
  denial: Claim,
  claims: readonly Claim[],
  { period }: Allegation,
  statedBy: (claim: Claim) => string,
): boolean {
  const isBefore = (end: string | null, start: string | null): boolean => end !== null && start !== null && end < start;
  const { when } = denial;
  if (isBefore(when.to, period.from) || isBefore(period.to, when.from)) return false;
  const said = statedBy(denial);
  if (isBefore(said, period.from)) return false;
  if (period.to !== null && period.to <= said) return true;
  const alleged = claims.map(statedBy).sort();
  return alleged.length === 0 || !isBefore(said, alleged[0] ?? null);
}
