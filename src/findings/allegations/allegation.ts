import { widerNouns } from '../../claims/comparison/noun-hierarchy.ts';
import type { Claim, Factuality, Role } from '../../claims/model/claim.ts';
import { basisOfPart } from '../../claims/model/part-basis.ts';
import { makerOf, originOf, partyOf } from '../../claims/names/mentioned-country.ts';
import { memoized, shared } from '../../core/memoized.ts';
import type { RegimeGoods } from '../../regime/goods/goods.ts';
import type { Allegation } from '../model/finding.ts';
import { type ActRule, actRuleOf } from '../naming/act-rules.ts';
import { type ClaimedThings, thingsMoved } from '../naming/claimed-goods.ts';
import { namedPlace } from '../naming/gazetteer.ts';
import { setAsideBy } from '../naming/set-aside.ts';
import { statedExemption } from './stated-exemption.ts';

/** What one claim alleges, in the terms of a regime. */
export type ClaimedAllegation = {
  readonly claim: Claim;
  readonly allegation: Allegation;
  /** What a finding would need beside it; empty where nothing is missing. */
  readonly missing: readonly string[];
};

/**
 * Reads out of a claim what it alleges: one allegation for each thing that it names apart, or one where what moved is not said.
 * Only parts that are explicit or carried count; what is missing for a finding is named, and nothing is guessed. A claim that
 * denies, calls for something or tells of no act of the regime alleges nothing.
 */
export const allegationsOf = memoized((vocabulary: RegimeGoods) =>
  memoized((claim: Claim): readonly ClaimedAllegation[] => readAllegations(claim, vocabulary)),
);

function readAllegations(claim: Claim, vocabulary: RegimeGoods): readonly ClaimedAllegation[] {
  const rule = actRuleOf(claim.predicate);
  if (rule === undefined || claim.polarity === 'denies' || claim.modality === 'calls-for') return NOTHING;
  const things = thingsMoved(claim, rule.things, vocabulary);
  const act = things.workers && things.goods.length === 0 ? (rule.workers ?? rule.act) : rule.act;
  const ofPeople = rule.people === true || (act !== rule.act && act === rule.workers);
  const sides = sidesOf(claim, rule);
  const missing = oneList(missingIn(claim, rule, things, sides, ofPeople));
  const inference = rule.infers ?? (act !== rule.act ? (rule.workersInfer ?? null) : null);
  const known = isKnown(claim, 'when') ? { from: claim.when.from, to: claim.when.to } : { from: null, to: null };
  // Arms were supplied before the last day on which they were used, and nobody says since when.
  const period = rule.infers === undefined ? known : { from: null, to: known.to };
  const kinds = ofPeople || things.goods.length === 0 ? [null] : things.goods.map(({ name }) => name);
  return kinds.map((goods) => ({
    claim,
    allegation: oneAllegation({ act, goods, ...sides, period, inference }),
    missing,
  }));
}

const NOTHING: readonly ClaimedAllegation[] = [];
const [allegations, lists] = [shared<Allegation>(), shared<readonly string[]>()];

/** Claims allege the same again and again, and the same is missing of them: it is held once. */
function oneAllegation(allegation: Allegation): Allegation {
  return allegations(JSON.stringify(allegation), () => allegation);
}

function oneList(list: readonly string[]): readonly string[] {
  return lists(list.join('\n'), () => list);
}

function isKnown(claim: Claim, part: Role | 'when'): boolean {
  return basisOfPart(claim, part) !== 'open';
}

function namesIn(claim: Claim, role: Role | undefined): readonly string[] {
  const named = role !== undefined && isKnown(claim, role) ? (claim.roles[role] ?? []) : [];
  // "a rival, and not Han Trading": whom the words leave out did nothing.
  return named.filter((name) => !/^not\s/i.test(name));
}

/** From whom to whom something went. */
export type Sides = { readonly from: string | null; readonly to: string | null };

/** From whom to whom. A ship that carries is no agent while the text says where the thing is from. */
export function sidesOf(claim: Claim, rule: ActRule): Sides {
  const things = rule.things.flatMap((role) => namesIn(claim, role));
  const made = originOf(things) ?? makerOf(claim.quote, things);
  const origin = partyAt(namesIn(claim, 'origin')) ?? (rule.origin === 'from' ? made : null);
  const agents = namesIn(claim, rule.from);
  const agent = partyOf(agents);
  const from = agents.length > 0 && agents.every(isVessel) ? (origin ?? agent) : (agent ?? origin);
  const to =
    partyOf(namesIn(claim, rule.to)) ?? (rule.act === 'launch' ? null : partyAt(namesIn(claim, 'destination')));
  return { from, to };
}

/** The one State in which the places lie, or which the names stand for. */
function partyAt(names: readonly string[]): string | null {
  const countries = new Set(
    names.flatMap((name) => {
      const place = namedPlace(name);
      const country = place === null ? partyOf([name]) : place.kind === 'place' ? place.place.country : place.country;
      return country === null || country === '' ? [] : [country];
    }),
  );
  return countries.size === 1 ? ([...countries][0] ?? null) : null;
}

/** A ship carries; whose flag it flies gives nothing and receives nothing by that. */
export function isVessel(phrase: string): boolean {
  const last = phrase.toLowerCase().split(/\s+/).at(-1) ?? '';
  return [last, last.replace(/s$/, '')].some((noun) => widerNouns(noun).has('vessel'));
}

/**
 * Whether the sentence does not name who says it, and whoever was named before is a party to what is alleged: "The report says …" after
 * a ministry has spoken. Whoever is taken for the speaker by mistake would confess.
 */
export function isHandedToParty(claim: Claim, { from, to }: Sides): boolean {
  const { status, speech, basis, claimant } = claim;
  if (status === 'accepted' || speech === 'own-voice' || basis?.claimant === 'explicit') return false;
  if (isNamedAsSpeaker(claim)) return false;
  const state = claimant.country ?? partyOf([claimant.name]);
  return state !== null && (state === from || state === to);
}

/** Whether the sentence names who says it, beside where it names them for what they did: "According to it, Peru sold coal". */
function isNamedAsSpeaker({ quote, claimant, roles, basis }: Claim): boolean {
  const doing = Object.entries(roles)
    .filter(([role]) => basis?.[role as Role] === 'explicit')
    .flatMap(([, names]) => names)
    .filter((name) => name.includes(claimant.name));
  return quote.split(claimant.name).length - 1 > doing.length;
}

/** What a source speaks of that does not say that a thing took place. */
const SPEAKS_OF: Readonly<Record<Factuality, string>> = {
  plan: 'what is planned or to come',
  capacity: 'what can be done',
  condition: 'what would be, under a condition',
  possible: 'what may have been',
  demand: 'what should be done',
};

/**
 * What a finding would need: that the source says that it happened, what moved, and either who did it or both sides. An inference
 * needs both sides and the thing, and two different States: a State that uses its own arms transferred nothing.
 */
function missingIn(
  claim: Claim,
  rule: ActRule,
  { goods, people, other }: ClaimedThings,
  { from, to }: Sides,
  ofPeople: boolean,
): readonly string[] {
  const missing: string[] = [];
  const setAside = setAsideBy(claim.quote);
  if (setAside !== null) missing.push(`that it stands: the sentence itself says “${setAside}”`);
  // "Primorye Stroy employed 850 workers": who did it is said, and of which State it is was not read.
  const whoIs = (side: 'from' | 'to', words: string): string => {
    const names = namesIn(claim, rule[side]);
    return names.length === 0 ? words : `the State of ${names.map((name) => `“${name}”`).join(' and ')} (${words})`;
  };
  const undone = claim.factuality ?? (claim.modality === 'intends' ? 'plan' : undefined);
  if (undone !== undefined) missing.push(`that it happened: the source speaks of ${SPEAKS_OF[undone]}`);
  if (ofPeople) {
    if (people.length === 0) missing.push('who was employed');
    if (from === null) missing.push('where those employed are from');
    if (to === null) missing.push(whoIs('to', 'who employed them'));
  } else if (rule.things.length > 0 && goods.length === 0)
    missing.push(
      other.length > 0
        ? `what moved: ${other.map((phrase) => `“${phrase}”`).join(', ')} is no goods that the law names`
        : people.length > 0
          ? 'goods: the source speaks of people'
          : 'what moved: the clause does not say, or it was not read with certainty',
    );
  if (!ofPeople) {
    const doer = rule.from === 'agent' ? from : to;
    const hasDoer = namesIn(claim, 'agent').length > 0 && doer !== null;
    if (rule.infers !== undefined) {
      if (from === null) missing.push('where the arms are from');
      if (to === null) missing.push('who used them');
    } else if (!hasDoer && (from === null || (to === null && rule.to !== undefined)))
      missing.push(
        from === null && to === null
          ? `${whoIs('from', 'who gave it')} and ${whoIs('to', 'who received it')}`
          : from === null
            ? whoIs('from', 'who gave it')
            : whoIs('to', 'who received it'),
      );
  }
  if (from !== null && from === to) missing.push('a second State: only one was read, on both sides');
  const exempt = claim.status === 'accepted' ? null : statedExemption(claim);
  if (exempt !== null) missing.push(`that it was not exempt: the sentence itself says “${exempt}”`);
  if (isHandedToParty(claim, { from, to }))
    missing.push('who says so: these words were handed to a party to what is alleged by another sentence alone');
  return missing;
}
