import { eventClass } from '../../claims/comparison/event-class.ts';
import { sameNumber } from '../../claims/comparison/figure-comparison.ts';
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

/** What claims allege, with what a denial of it is held against; the same object as long as nothing of it changes. */
export type Alleged = {
  readonly claims: readonly Claim[];
  readonly allegation: Allegation;
  readonly vocabulary: RegimeGoods;
  /** Whom its claimants count as. */
  readonly claimants: ReadonlySet<string>;
  /** Those between whom it went, and whose ships carried it: each can deny it. */
  readonly sides: ReadonlySet<string>;
  readonly objects: readonly string[];
  readonly events: ReadonlySet<string | undefined>;
  /** The first day by which it was alleged; null where nobody alleges it. */
  readonly since: string | null;
};

export function allegedBy(
  claims: readonly Claim[],
  allegation: Allegation,
  vocabulary: RegimeGoods,
  statedBy: (claim: Claim) => string,
  partyOf: PartyOf,
): Alleged {
  return Object.freeze({
    claims,
    allegation,
    vocabulary,
    claimants: new Set(claims.map(({ document, claimant }) => partyOf(document, claimant.name))),
    sides: sidesAmong(allegation, claims),
    objects: [...new Set(claims.flatMap(({ roles }) => roles.object ?? []))],
    events: eventsAmong(claims),
    since: claims.map(statedBy).sort()[0] ?? null,
  });
}

/** Between whom it went, and the States of the ships that carried it. */
export function sidesAmong(
  { from, to }: Pick<Allegation, 'from' | 'to'>,
  claims: readonly Claim[],
): ReadonlySet<string> {
  return new Set([from, to, ...claims.map(carrierOf)].filter((side) => side !== null));
}

/** The classes of the events that claims tell. */
export function eventsAmong(claims: readonly Claim[]): ReadonlySet<string | undefined> {
  return new Set(claims.map(({ predicate }) => eventClass(predicate)));
}

/** A denial, with what it answers, the day by which it was made, and whom its claimant counts as. */
export type Denying = {
  readonly claim: Claim;
  readonly answers: readonly string[];
  readonly said: string;
  readonly party: string;
};

export function namesThings({ roles }: Claim): boolean {
  return [roles.object, roles.recipient, roles.instrument].some((names) => (names ?? []).length > 0);
}

/** The State for which whoever denies speaks: their own, or the one whose office their name gives ("the North Korean premier"). */
export function speakerOf({ claimant: { name, country } }: Claim): string | null {
  const known = country ?? partyOf([name]);
  if (known !== null || !OFFICES.test(name)) return known;
  const [first, ...others] = new Set(countriesIn(name).map((mentioned) => mentioned.country));
  return first !== undefined && others.length === 0 ? first : null;
}

const OFFICES =
  /\b(?:premier|minister|ministry|leader|president|officials?|spokes\w+|ambassador|envoy|government|army|military)\b/i;
/** "our country", "its army", as the object's name keeps it: the State of who speaks. */
const OWN_STATE =
  /^(?:(?:its|our|the|their|his|her) )?(?:state|country|nation|government|republic|side|army|military|navy|armed forces|forces|troops|authorities|leadership|ministry)$/i;

/** The State of the ships that carried, or are said to have carried nothing: "no Vietnamese vessel carried ore". */
export function carrierOf({ roles }: Claim): string | null {
  const carriers = [...(roles.agent ?? []), ...(roles.recipient ?? []), ...(roles.vessel ?? [])].filter(isVessel);
  return carriers.length === 0 ? null : partyOf(carriers);
}

/** From whom to whom it did not go, as the denial has it. Who denies a receipt and names no recipient speaks of itself. */
export const waysOf = memoized((claim: Claim): { readonly from: string | null; readonly to: string | null } => {
  const rule = actRuleOf(claim.predicate);
  const named = (role: keyof Claim['roles'] | undefined): string | null => {
    const names = role === undefined ? [] : (claim.roles[role] ?? []).filter((name) => !isVessel(name));
    return partyOf(names) ?? (names.some((name) => isOwnBody(name, claim)) && !isFirm(claim) ? speakerOf(claim) : null);
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
 * who took nothing on does not say that nothing went out. Who denies a figure that not all claims give denies the figure.
 */
export function deniesPart(denial: Claim, { from, to, goods }: Allegation, claims: readonly Claim[]): boolean {
  const denied = waysOf(denial);
  const carrier = carrierOf(denial);
  return (
    (to === null && (denied.to !== null || (carrier !== null && carrier !== from))) ||
    (from === null && denied.from !== null) ||
    (goods === null && namesThings(denial)) ||
    deniesFigure(denial, claims)
  );
}

function deniesFigure(denial: Claim, claims: readonly Claim[]): boolean {
  const counted = figuresIn(denial);
  return counted.length > 0 && !claims.every((claim) => givesOne(claim, counted));
}

/** Who is no party to it and doubts a figure that no claim gives does not say that it did not happen: "I do not believe that it was 4.8 million". */
function isOfAnotherFigure(denial: Claim, { sides, claims }: Alleged): boolean {
  const counted = figuresIn(denial);
  const speaker = speakerOf(denial);
  if (counted.length === 0 || (speaker !== null && sides.has(speaker))) return false;
  return !claims.some((claim) => givesOne(claim, counted));
}

function figuresIn({ quantities }: Claim): Claim['quantities'] {
  return quantities.filter(({ low, high }) => low !== null || high !== null);
}

function givesOne({ quantities }: Claim, counted: Claim['quantities']): boolean {
  return quantities.some((one) => counted.some((other) => sameNumber(one, other)));
}

/** Whether a denial can have meant what is alleged: the same kind of act between no other sides, of no other thing, at no other time. */
export function canMean({ claim: denial, said, party }: Denying, alleged: Alleged): boolean {
  // Who alleges a thing does not deny it: their "no submarine parts were given" is of something else.
  if (alleged.claimants.has(party)) return false;
  // What costs least and parts most is asked first.
  return (
    isSameKind(denial, alleged) &&
    isInTime(denial, said, alleged) &&
    !hasUnreadThing(denial) &&
    isBetween(denial, alleged) &&
    !isOfAnotherFigure(denial, alleged) &&
    isOfThing(denial, alleged) &&
    !isOfAnotherDoer(denial, alleged)
  );
}

/**
 * Whether a denial that a person put into a finding speaks of another matter: of no other sides and of no other thing can it be meant, and
 * who alleges one thing does not deny it by denying another of a like kind.
 */
export function isOfAnotherMatter(denial: Claim, party: string, alleged: Alleged): boolean {
  const { goods } = alleged.allegation;
  if (namesThings(denial) && (!isBetween(denial, alleged) || !isOfThing(denial, alleged))) return true;
  const named = goodsDenied(alleged.vocabulary)(denial);
  return alleged.claimants.has(party) && goods !== null && named.length > 0 && !named.includes(goods);
}

/** A thing was denied by name and could not be read: it may be any other than what is alleged. */
function hasUnreadThing(denial: Claim): boolean {
  return denial.basis?.object === 'open' && (denial.roles.object ?? []).length === 0;
}

/**
 * A firm or a person that denies what it did, or a denial that names ship, firm or person as the doer, says nothing of what a State is
 * said to have done by others: it can be meant only where a claim names that doer. A doer that is not said by name ("the vessel", "he")
 * can be anybody.
 */
function isOfAnotherDoer(denial: Claim, { claims }: Alleged): boolean {
  const doers = doersOf(denial);
  if (doers.length > 0)
    return !doers.some((doer) =>
      claims.some(({ quote, claimant }) => namesWhole(`${quote} ${claimant.name}`, properName(doer))),
    );
  // What a clause without a verb of the vocabulary has for its subject ("reports are absurd") did nothing.
  const { agent = [] } = denial.roles;
  return agent.length > 0 && !isOfState(denial) && actRuleOf(denial.predicate) !== undefined;
}

/** The ships, firms and persons that the denial says did not do it. */
function doersOf(denial: Claim): readonly string[] {
  if (isOfState(denial)) return [];
  const { agent = [], vessel = [] } = denial.roles;
  const named = [...agent, ...vessel].filter((name) => /\p{Lu}/u.test(name) && partyOf([name]) === null);
  const speaksOfItself = denial.claimant.kind === 'person' && speakerOf(denial) === null;
  return named.length > 0 ? named : speaksOfItself || isFirm(denial) ? [denial.claimant.name] : [];
}

function isOfState(denial: Claim): boolean {
  return carrierOf(denial) !== null || doingState(denial) !== null;
}

function isFirm({ claimant }: Claim): boolean {
  return claimant.kind === 'company';
}

/** The State that the denial says did not do it; null where it names none. */
function doingState(denial: Claim): string | null {
  const agents = (denial.roles.agent ?? []).filter((name) => !isVessel(name));
  const named = partyOf(agents);
  if (named !== null || isFirm(denial)) return named;
  return agents.some((name) => isOwnBody(name, denial)) ? (speakerOf(denial) ?? issuerOf(denial)) : null;
}

/** "our country", in a statement of a ministry that the text does not place, given out by an agency: the State of the agency. */
function issuerOf({ claimant: { name }, relay }: Claim): string | null {
  return OFFICES.test(name) ? (relay[0]?.country ?? null) : null;
}

/** "our country", and "the ministry" in the words of a ministry. */
function isOwnBody(name: string, { claimant }: Claim): boolean {
  return OWN_STATE.test(name) || claimant.name.toLowerCase().split(/\s+/).includes(name.toLowerCase());
}

/** Whether a text names somebody in whole words: Berlin does not name Lin. */
function namesWhole(text: string, name: string): boolean {
  const words = (some: string): string =>
    ` ${some
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `;
  return words(text).includes(words(name));
}

/** "its tanker Hae Song 6": the name alone, in small letters. */
function properName(phrase: string): string {
  const from = phrase.search(/\p{Lu}/u);
  return phrase.slice(Math.max(0, from)).toLowerCase();
}

function isSameKind(denial: Claim, { events, allegation }: Alleged): boolean {
  const rule = actRuleOf(denial.predicate);
  if (rule === undefined)
    return denial.predicate === 'denied' && allegation.act === 'supply' && TRANSFER_WORDS.test(denial.quote);
  // Who denies an attack with foreign arms does not speak of their transfer, unless the transfer follows from that very attack.
  if (rule.infers !== undefined) return events.has(eventClass(denial.predicate));
  return rule.act === allegation.act || rule.workers === allegation.act;
}

const partyInQuote = memoized(({ quote }: Claim) => partyOf([quote]));

/**
 * A party that is named on one side stands on no other; one that the denial names where the allegation leaves the side open may be
 * whom it means. Whoever is said not to have done it, or who speaks where that is not said, must be a side or named by a claim, unless
 * the denial names both sides itself: who says what one State did not receive does not say from whom.
 */
function isBetween(denial: Claim, { sides, claims, allegation: { from, to } }: Alleged): boolean {
  const denied = waysOf(denial);
  if (to === null && denied.to !== null && isToAnother(denial, denied.to, claims)) return false;
  const fits = (named: string | null, alleged: string | null): boolean =>
    named === null || alleged === null || named === alleged;
  if (!fits(denied.from, from) || !fits(denied.to, to)) return false;
  const named = partyInQuote(denial);
  if (denied.from === null && denied.to === null && named !== null && !sides.has(named)) return false;
  const doer = carrierOf(denial) ?? doingState(denial) ?? speakerOf(denial);
  if (doersOf(denial).length > 0 || (doer !== null && sides.has(doer))) return true;
  return (from === null || denied.from === from) && (to === null || denied.to === to);
}

/**
 * Whether the claims name whom it went to and that is no State ("to the Houthi"), while the denial speaks of a State: then it denies
 * another transfer, unless that State itself says that it received nothing, whose firm or force the named one may be.
 */
function isToAnother(denial: Claim, state: string, claims: readonly Claim[]): boolean {
  if (speakerOf(denial) === state) return false;
  const names = claims.map(({ roles }) => [...(roles.recipient ?? []), ...(roles.destination ?? [])]);
  return names.every((some) => some.some((name) => /\p{Lu}/u.test(name) && !isVessel(name)) && partyOf(some) !== state);
}

/** The goods that a denial names, of the thing or, where it has none of its own, of all its words. */
const goodsDenied = memoized((vocabulary: RegimeGoods) =>
  memoized((denial: Claim): readonly string[] => {
    const things = [...(denial.roles.object ?? []), ...(denial.roles.instrument ?? [])];
    return goodsNamedIn(things.length > 0 ? things : denial.predicate === 'denied' ? [denial.quote] : [], vocabulary);
  }),
);

/**
 * A denial that names a thing speaks of that thing, of what is a kind of it, and of what it is a kind of. The classes of the law are
 * too wide to say so: who denies having given submarines says nothing of shells. One that names no thing says nothing of any.
 */
function isOfThing(denial: Claim, { objects, allegation: { goods }, vocabulary }: Alleged): boolean {
  const things = [...(denial.roles.object ?? []), ...(denial.roles.instrument ?? [])];
  if (goods === null) return things.length === 0 || mayBeOneThing(things, objects);
  const named = goodsDenied(vocabulary)(denial);
  // Goods that the law tells apart are apart, whatever their last nouns: crude oil and refined petroleum.
  if (named.length > 0) return [...named, ...things].some((name) => areOneKind(name, goods));
  return mayBeOneThing(things, [goods, ...objects]);
}

/**
 * Who denies a shipment of one year says nothing of the next, and who denied it in April cannot have meant what happened in June.
 * What may have happened only after the denial is denied by it where somebody had alleged it by then.
 */
function isInTime(denial: Claim, told: string, { allegation: { period }, since }: Alleged): boolean {
  const said = deniedBy(denial, told);
  const isBefore = (end: string | null, start: string | null): boolean => end !== null && start !== null && end < start;
  const { when } = denial;
  if (isBefore(when.to, period.from) || isBefore(period.to, when.from)) return false;
  if (isBefore(said, period.from)) return false;
  if (period.to !== null && period.to <= said) return true;
  return !isBefore(said, since);
}

/** "denied in 2022 that": the last day on which it can have been denied, where the sentence gives a time before it was told. */
function deniedBy({ quote }: Claim, told: string): string {
  const year = DENIED_IN.exec(quote)?.[1];
  return year === undefined || `${year}-12-31` > told ? told : `${year}-12-31`;
}

const DENIED_IN =
  /\b(?:den(?:y|ied|ies|ying)|reject(?:s|ed)?|dismiss(?:es|ed)?)(?: it| this| that)?,? (?:back |as early as |again )?in (?:\p{Lu}\p{Ll}+ )?((?:19|20)\d\d)\b/u;
