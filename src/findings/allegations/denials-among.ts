import { attributionList } from '../../claims/lexicon/attribution-list.ts';
import type { Claim } from '../../claims/model/claim.ts';
import type { PartyOf } from '../../claims/model/party.ts';
import { partyOf as stateOf } from '../../claims/names/mentioned-country.ts';
import { memoized } from '../../core/memoized.ts';
import { holdsSame } from '../../core/same-items.ts';
import { meetings } from '../comparison/groups.ts';
import { counts } from '../model/counting.ts';
import { actRuleOf } from '../naming/act-rules.ts';
import { takesBack } from '../naming/set-aside.ts';
import { type Alleged, canMean, type Denying, namesThings, speakerOf } from './denial.ts';
import { deniableKeys, denyingKeys } from './denial-keys.ts';

/** The denials of what is alleged, in the order of the claims. */
export type DenialsOf = (alleged: Alleged) => readonly Claim[];

/**
 * The denials of the time before: while they stay the same, so does what they deny; and where some are new, only those are held
 * against what is alleged. Of each pair that was asked about only the few that fit are kept: a large archive has billions of them.
 */
export type DenialMemory = {
  last: { readonly denying: readonly Denying[]; readonly of: DenialsOf } | null;
  /** How often the denials have changed. */
  changes: number;
  /** What can have been meant, as of which change. */
  readonly meant: WeakMap<Alleged, { readonly change: number; readonly denials: readonly Denying[] }>;
};

export function openDenialMemory(): DenialMemory {
  return { last: null, changes: 0, meant: new WeakMap() };
}

/**
 * The denials among claims that speak of what is alleged, in the order of the claims: those that can have meant it, by actor,
 * kind, direction and time, and those that answer a claim right before them. They are found by the parties that they name: a
 * large matter holds thousands of denials and thousands of allegations, of which few meet.
 */
export function denialsIn(
  all: readonly Claim[],
  statedBy: (claim: Claim) => string,
  partyOf: PartyOf,
  memory: DenialMemory = openDenialMemory(),
): DenialsOf {
  const { last } = memory;
  const before = new Map(last?.denying.map((one) => [one.claim, one]));
  const denying: Denying[] = [];
  for (const [at, claim] of all.entries()) {
    if (claim.polarity !== 'denies' || doubtsFigure(claim) || !counts(claim)) continue;
    const answers = answeredBy(claim, at, all, partyOf).map(({ id }) => id);
    const one = { claim, answers, said: statedBy(claim), party: partyOf(claim.document, claim.claimant.name) };
    const known = before.get(claim);
    denying.push(known !== undefined && isSame(known, one) ? known : one);
  }
  if (last !== null && holdsSame(last.denying, denying)) return last.of;
  memory.changes++;
  const of = denialsAmong(denying, last?.denying ?? [], memory);
  memory.last = { denying, of };
  return of;
}

/** "I do not believe that it sent 4.8 million shells": a doubt of how many, by which it may have sent others. */
const doubtsFigure = memoized(({ rules, quantities, predicate }: Claim): boolean => {
  const doubted = rules.some((rule) => {
    const [kind, , lemma] = rule.split(':');
    return kind === 'attribution' && attributionList('raises-negation').has(lemma ?? '');
  });
  return doubted && predicate !== 'denied' && quantities.some(({ low }) => low !== null && Number(low) > 1);
});

function isSame(before: Denying, now: Denying): boolean {
  return before.said === now.said && before.party === now.party && holdsSame(before.answers, now.answers);
}

function denialsAmong(
  denying: readonly Denying[],
  before: readonly Denying[],
  { changes, meant: known }: DenialMemory,
): DenialsOf {
  const order = new Map(denying.map((one, at) => [one, at]));
  const place = (one: Denying): number => order.get(one) ?? 0;
  const answering = meetings(denying, ({ answers }) => answers);
  const older = new Set(before);
  let all: DenialIndex | undefined;
  let fresh: DenialIndex | undefined;
  const among = (alleged: Alleged): readonly Denying[] => {
    all ??= new DenialIndex(denying);
    return all.meaning(alleged);
  };
  const amongFresh = (alleged: Alleged): readonly Denying[] => {
    fresh ??= new DenialIndex(denying.filter((one) => !older.has(one)));
    return fresh.meaning(alleged);
  };
  const meantBy = (alleged: Alleged): readonly Denying[] => {
    const asked = known.get(alleged);
    if (asked?.change === changes) return asked.denials;
    const denials =
      asked?.change === changes - 1
        ? [...asked.denials.filter((one) => order.has(one)), ...amongFresh(alleged)]
        : among(alleged);
    known.set(alleged, { change: changes, denials });
    return denials;
  };
  return (alleged) => {
    const { claims, sides } = alleged;
    const answers = claims.flatMap((claim) =>
      (answering.get(claim.id) ?? []).filter((one) => isOfParty(one.claim, sides) || speaksFor(one.claim, claim)),
    );
    return [...new Set([...meantBy(alleged), ...answers])]
      .sort((a, b) => place(a) - place(b))
      .map(({ claim }) => claim);
  };
}

/** Denials by the parties that they name, by what they deny to have been done, and by the years of it. */
class DenialIndex {
  private readonly places = new Map<string, Map<string, Denying[]>>();

  constructor(denying: readonly Denying[]) {
    for (const one of denying) {
      const { keys, years } = placesOf(one.claim);
      for (const key of keys) {
        const known = this.places.get(key) ?? new Map<string, Denying[]>();
        this.places.set(key, known);
        for (const year of years) {
          const own = known.get(year);
          if (own === undefined) known.set(year, [one]);
          else own.push(one);
        }
      }
    }
  }

  /** The denials that can have meant what is alleged. */
  meaning(alleged: Alleged): readonly Denying[] {
    const { allegation, claims } = alleged;
    const { from, to } = allegation.period;
    const near = new Set<Denying>();
    for (const key of deniableKeys(allegation, claims)) {
      const years = this.places.get(key);
      if (years === undefined) continue;
      const asked = yearsOf(from, to);
      for (const year of asked === null ? years.keys() : [...asked, ANY_YEAR])
        for (const one of years.get(year) ?? []) near.add(one);
    }
    return [...near].filter((one) => canMean(one, alleged));
  }
}

/** Where a denial is found: an act makes another index of denials that are the same but for a few. */
const placesOf = memoized((denial: Claim) => ({
  keys: denyingKeys(denial),
  years: yearsOf(denial.when.from, denial.when.to) ?? [ANY_YEAR],
}));

const ANY_YEAR = 'any';
/** A time over more years than that is looked for among all. */
const MOST_YEARS = 12;

/** The years from one day to another; null where one of them is not known, or they are too many. */
function yearsOf(from: string | null, to: string | null): readonly string[] | null {
  if (from === null || to === null) return null;
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  if (!(first <= last && last - first < MOST_YEARS)) return null;
  return Array.from({ length: last - first + 1 }, (_, at) => String(first + at));
}

/** How far, in characters, a denial without words of its own may stand after what it answers. */
export const ANSWER_REACH = 600;

/** Whether a claim can bear on what its text says right before it: what others say around an allegation is nothing to that. */
export function canAnswer(claim: Claim): boolean {
  return isBareDenial(claim) || takesBack(claim) !== null;
}

function isBareDenial(claim: Claim): boolean {
  return claim.polarity === 'denies' && claim.predicate === 'denied' && !namesThings(claim);
}

/**
 * What a denial without an act or things of its own answers ("the minister denied the claim"): the last thing that was asserted
 * before it in the document, with nothing else asserted in between, and not by the one who denies.
 */
function answeredBy(denial: Claim, at: number, all: readonly Claim[], countsAs: PartyOf): readonly Claim[] {
  if (!isBareDenial(denial)) return [];
  const beside = assertedBeside(denial, at, all).filter((claim) => !areOfOneClaimant(claim, denial, countsAs));
  if (beside.length > 0) return beside;
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

/** What the passage of a denial tells as done: "…, the Institute said, and its director denied it". */
function assertedBeside(denial: Claim, at: number, all: readonly Claim[]): readonly Claim[] {
  const isHere = (claim: Claim | undefined): claim is Claim =>
    claim !== undefined && claim.document === denial.document && claim.start === denial.start;
  const found: Claim[] = [];
  for (let i = at - 1; isHere(all[i]); i--) found.unshift(all[i]!);
  for (let i = at + 1; isHere(all[i]); i++) found.push(all[i]!);
  return found.filter(({ polarity, predicate }) => polarity === 'asserts' && actRuleOf(predicate) !== undefined);
}

function areOfOneClaimant(a: Claim, b: Claim, countsAs: PartyOf): boolean {
  return countsAs(a.document, a.claimant.name) === countsAs(b.document, b.claimant.name);
}

/** Whether whoever answers does so in the very passage of the claim, being of no known State, or speaks for a party that it names. */
function speaksFor(denial: Claim, told: Claim): boolean {
  const isBeside = denial.document === told.document && denial.start === told.start && speakerOf(denial) === null;
  return isBeside || speaksForNamed(denial, told);
}

/** "Wagner's owner called this gossip": whether whoever answers is, or stands in the sentence for, whom the claim names as a party. */
function speaksForNamed({ quote, claimant }: Claim, { roles }: Claim): boolean {
  const parties = [...(roles.agent ?? []), ...(roles.recipient ?? []), ...(roles.vessel ?? [])].filter(
    (name) => stateOf([name]) === null,
  );
  const words = new Set(`${quote} ${claimant.name}`.match(/\p{L}+/gu) ?? []);
  return parties.some((name) =>
    (name.match(/\p{Lu}\p{L}{3,}/gu) ?? []).some((word) => words.has(word) && !COMMON.has(word)),
  );
}

/** Words of names that many bodies share. */
const COMMON: ReadonlySet<string> = new Set(
  'Company,Corporation,Group,Trading,Shipping,Ministry,Bank,General,National,State,Foreign,Defence,Defense,Army,Republic,People'.split(
    ',',
  ),
);

function isOfParty(claim: Claim, sides: ReadonlySet<string>): boolean {
  const speaker = speakerOf(claim);
  return speaker !== null && sides.has(speaker);
}
