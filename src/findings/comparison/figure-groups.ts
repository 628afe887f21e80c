import { compareQuantities } from '../../claims/comparison/comparison.ts';
import type { Claim } from '../../claims/model/claim.ts';
import type { Quantity } from '../../claims/model/quantity.ts';
import { compareDecimals } from '../../core/decimal.ts';
import { memoized } from '../../core/memoized.ts';
import { actRuleOf } from '../naming/act-rules.ts';
import { isCapacity } from '../naming/capacity.ts';
import { countriesIn } from '../naming/mentioned-country.ts';
import { axisName, type Figure } from './figure.ts';

/**
 * Figures that may be laid side by side, as connected groups in the order of their first figure. Two figures of two claims
 * are related when they name a State in common, both say what could be held or both what there was, and either count one
 * thing in one matter, or tell one number of two things.
 */
export function groupFigures(figures: readonly Figure[]): readonly (readonly Figure[])[] {
  const told = figures.map(toldOf);
  const groups = new Groups<Told>();
  for (const onAxis of partition(told, ({ axis }) => axis)) joinMatters(onAxis, groups);
  for (const bucket of bucketsOf(told)) joinDrifts(bucket, groups);
  return groups.of(told).map((members) => members.map(({ figure }) => figure));
}

/** What decides with which others a figure is laid side by side. */
type Told = {
  readonly figure: Figure;
  readonly claim: string;
  /** What is counted, in which unit, and whether that was there or could be held. */
  readonly axis: string;
  /** Where only figures of one such kind can be one number told of two things; null where it can be of nothing else. */
  readonly drifting: string | null;
  /** The act that the claim alleges, or its predicate; null for "said", which may speak of anything. */
  readonly matter: string | null;
  /** None: the claim may speak of any State. */
  readonly states: ReadonlySet<string>;
};

/** Worked out once for each figure: large matters ask it of every figure after each act. */
const toldOf = memoized((figure: Figure): Told => {
  const { claim, quantity } = figure;
  const { counts, unit } = quantity;
  const could = isCapacity(quantity, claim.quote);
  const act = actRuleOf(claim.predicate)?.act;
  // The dead and the weapons that killed them are not told as one another.
  const ofPersons = counts.startsWith('person');
  return {
    figure,
    claim: claim.id,
    axis: JSON.stringify([counts, unit ?? null, could]),
    drifting: act === undefined ? null : JSON.stringify([act, unit ?? null, could, ofPersons]),
    matter: claim.predicate === 'said' ? null : act === undefined ? `predicate ${claim.predicate}` : `act ${act}`,
    states: statesOf(claim),
  };
});

const statesOf = memoized(({ roles, where, quote }: Claim): ReadonlySet<string> => {
  const phrases = [...Object.values(roles).flat(), ...where, quote];
  return new Set(phrases.flatMap((phrase) => countriesIn(phrase).map(({ country }) => country)));
});

/** A claim that names no State may speak of the same matter; two that name different ones do not. */
function shareState(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size === 0 || b.size === 0) return true;
  for (const state of a) if (b.has(state)) return true;
  return false;
}

/**
 * Joins figures on one axis that speak of one matter and share a State. Figures that meet in a matter and a State are all
 * related, and one that leaves either open is related to all that the other allows: so whole sets are joined, without a look
 * at their pairs.
 */
function joinMatters(onAxis: readonly Told[], groups: Groups<Told>): void {
  const ofState = meetings(onAxis, ({ states }) => states);
  for (const inState of ofState.values()) {
    for (const met of partition(inState, ({ matter }) => matter ?? '')) joinAround(met, met, groups);
    joinAround(
      inState.filter(({ matter }) => matter === null),
      inState,
      groups,
    );
  }
  const open = onAxis.filter(({ matter }) => matter === null);
  for (const ofMatter of partition(onAxis, ({ matter }) => matter ?? '')) {
    const matter = ofMatter[0]?.matter ?? null;
    const stateless = ofMatter.filter(({ states }) => states.size === 0);
    if (stateless.length > 0) joinAround(stateless, matter === null ? onAxis : [...ofMatter, ...open], groups);
  }
}

/** Joins each of some figures, which are among the members, with every member of another claim. */
function joinAround(some: readonly Told[], members: readonly Told[], groups: Groups<Told>): void {
  const [first] = some;
  if (first === undefined) return;
  const second = some.find(({ claim }) => claim !== first.claim);
  const other = second ?? members.find(({ claim }) => claim !== first.claim);
  if (other === undefined) return;
  for (const member of members) if (member.claim !== first.claim) groups.join(first, member);
  for (const member of second === undefined ? some : members)
    if (member.claim === first.claim) groups.join(other, member);
}

/**
 * "50 missiles" told as "50 attacks": one number on two axes, in claims that allege the same act. The same number of barrels
 * and of rockets is chance.
 */
function joinDrifts(bucket: readonly Told[], groups: Groups<Told>): void {
  for (const alike of partition(bucket, ({ drifting }) => drifting ?? '')) {
    if (alike[0]?.drifting == null) continue;
    // In a large matter most figures are in one group by now: only figures of two groups are held against each other.
    const parts = [...partition([...alike.keys()], (at) => groups.rootOf(alike[at] as Told))];
    for (const [number, part] of parts.entries())
      for (const other of parts.slice(number + 1)) {
        const [one, two] = [alike[part[0] ?? 0] as Told, alike[other[0] ?? 0] as Told];
        if (groups.rootOf(one) === groups.rootOf(two)) continue;
        const drifts = (a: number, b: number) => isDrift(alike[Math.min(a, b)] as Told, alike[Math.max(a, b)] as Told);
        if (part.some((a) => other.some((b) => drifts(a, b)))) groups.join(one, two);
      }
  }
}

/** Equal numbers below this are chance, not one figure told anew: "two ships", "two reports". */
const LEAST_DRIFTING = '10';

function isDrift(a: Told, b: Told): boolean {
  if (a.axis === b.axis || a.claim === b.claim || !shareState(a.states, b.states)) return false;
  const figure = a.figure.quantity.low ?? a.figure.quantity.high;
  if (figure === null || compareDecimals(figure, LEAST_DRIFTING) < 0) return false;
  return compareQuantities(a.figure.quantity, b.figure.quantity).drift;
}

/** Figures on one axis, and figures with one number: no other two can be one number told of two things. */
function bucketsOf(told: readonly Told[]): Iterable<readonly Told[]> {
  return meetings(told, ({ figure: { quantity } }) => [
    `axis ${axisName(quantity)}`,
    ...numbersOf(quantity).map((number) => `number ${number}`),
  ]).values();
}

function numbersOf(quantity: Quantity): readonly string[] {
  const written = quantity.raw.match(/\d[\d,.]*\d|\d/g) ?? [];
  return [...new Set([...written, quantity.low, quantity.high].filter((one) => one !== null))];
}

/** Items by each of the keys that they have, in their order. */
function meetings<Item, Key>(items: readonly Item[], keysOf: (item: Item) => Iterable<Key>): Map<Key, Item[]> {
  const met = new Map<Key, Item[]>();
  for (const item of items)
    for (const key of keysOf(item)) {
      const known = met.get(key);
      if (known === undefined) met.set(key, [item]);
      else known.push(item);
    }
  return met;
}

function partition<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Iterable<readonly Item[]> {
  return meetings(items, (item) => [keyOf(item)]).values();
}

/** Items that are joined two by two, as the connected groups that come of it. */
class Groups<Item> {
  private readonly parents = new Map<Item, Item>();

  rootOf(item: Item): Item {
    let root = item;
    for (let above = this.parents.get(root); above !== undefined; above = this.parents.get(root)) root = above;
    // The way is shortened for the next time.
    for (let at = item; at !== root; ) {
      const above = this.parents.get(at) ?? root;
      this.parents.set(at, root);
      at = above;
    }
    return root;
  }

  join(a: Item, b: Item): void {
    const [left, right] = [this.rootOf(a), this.rootOf(b)];
    if (left !== right) this.parents.set(right, left);
  }

  /** The groups in the order of their first items. */
  of(items: readonly Item[]): readonly (readonly Item[])[] {
    const groups = new Map<Item, Item[]>();
    for (const item of items) {
      const root = this.rootOf(item);
      const known = groups.get(root);
      if (known === undefined) groups.set(root, [item]);
      else known.push(item);
    }
    return [...groups.values()];
  }
}
