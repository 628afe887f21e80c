import type { Claim, ClaimTime } from '../model/claim.ts';
import { exclude, namesOf, traitsOf } from './same-event.ts';

/**
 * Groups by what their first members can be found by: two names, or a name and a place; then the States on both sides, and the
 * time. Whatever tells the event of a first member is found, and hardly anything else, however many groups there are.
 */
export class GroupIndex {
  /** A trait of few groups is a list of them; most traits of an archive come once or twice. */
  readonly #byTrait = new Map<string, number[] | BySides>();
  readonly #firsts: Claim[] = [];

  /** Lays the next group under the traits of its first member. */
  add(first: Claim): void {
    const group = this.#firsts.push(first) - 1;
    for (const trait of traitsOf(first).laid) {
      const known = this.#byTrait.get(trait);
      if (known === undefined) this.#byTrait.set(trait, [group]);
      else if (known instanceof BySides) known.add(group, first);
      else if (known.length < FEW) known.push(group);
      else {
        const index = new BySides();
        for (const one of [...known, group]) index.add(one, this.#firsts[one] as Claim);
        this.#byTrait.set(trait, index);
      }
    }
  }

  /** The groups with whose first member a claim may share enough, from the first on: the further ones are rarely asked for. */
  *near(claim: Claim): Generator<number> {
    const lists: (readonly number[])[] = [];
    for (const trait of traitsOf(claim).sought) {
      const known = this.#byTrait.get(trait);
      if (known instanceof BySides) known.collect(claim, lists);
      else if (known !== undefined) lists.push(known);
    }
    const at = lists.map(() => 0);
    for (let last = -1; ; ) {
      let next = Number.POSITIVE_INFINITY;
      for (let one = 0; one < lists.length; one++) {
        const list = lists[one] as readonly number[];
        while ((list[at[one] as number] ?? Number.POSITIVE_INFINITY) <= last) at[one] = (at[one] as number) + 1;
        next = Math.min(next, list[at[one] as number] ?? Number.POSITIVE_INFINITY);
      }
      if (next === Number.POSITIVE_INFINITY) return;
      last = next;
      yield next;
    }
  }
}

const FEW = 16;

/** Groups of one trait by the States on both sides of their first members. */
class BySides {
  readonly #bySides = new Map<string, { from: readonly string[]; to: readonly string[]; groups: ByTime }>();

  add(group: number, first: Claim): void {
    const { from, to } = namesOf(first);
    const key = `${from.join(' ')}|${to.join(' ')}`;
    let side = this.#bySides.get(key);
    if (side === undefined) {
      side = { from, to, groups: new ByTime() };
      this.#bySides.set(key, side);
    }
    side.groups.add(group, first.when);
  }

  collect(claim: Claim, lists: (readonly number[])[]): void {
    const { from, to } = namesOf(claim);
    for (const side of this.#bySides.values())
      if (canMeet(side.from, from) && canMeet(side.to, to)) side.groups.collect(claim.when, lists);
  }
}

/** Not both name States, or they name one in common. */
function canMeet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((code) => b.includes(code));
}

/** Groups whose first members give one time: thousands of groups share the months of a few years. */
type TimedGroups = { readonly when: ClaimTime; readonly groups: number[] };

/** Times that reach over more years than this are looked through one by one, as are those without an end. */
const MOST_YEARS = 20;

/** Groups by the times of their first members. */
class ByTime {
  readonly #all: number[] = [];
  readonly #times = new Map<string, TimedGroups>();
  readonly #byYear = new Map<number, TimedGroups[]>();
  readonly #long: TimedGroups[] = [];

  add(group: number, when: ClaimTime): void {
    this.#all.push(group);
    const key = `${when.from} ${when.to}`;
    const known = this.#times.get(key);
    if (known !== undefined) {
      known.groups.push(group);
      return;
    }
    const timed = { when, groups: [group] };
    this.#times.set(key, timed);
    const years = yearsOf(when);
    if (years === null) this.#long.push(timed);
    for (const year of years ?? []) {
      const same = this.#byYear.get(year);
      if (same === undefined) this.#byYear.set(year, [timed]);
      else same.push(timed);
    }
  }

  collect(when: ClaimTime, lists: (readonly number[])[]): void {
    if (when.from === null && when.to === null) {
      lists.push(this.#all);
      return;
    }
    const years = yearsOf(when);
    const some = years === null ? this.#times.values() : [...this.#long, ...this.#timesIn(years)];
    for (const { when: other, groups } of some) if (!exclude(other, when)) lists.push(groups);
  }

  #timesIn(years: readonly number[]): Iterable<TimedGroups> {
    const [only = 0] = years;
    if (years.length === 1) return this.#byYear.get(only) ?? [];
    return new Set(years.flatMap((year) => this.#byYear.get(year) ?? []));
  }
}

/** The years that a time touches; null where it has no beginning or end, or too many. */
function yearsOf({ from, to }: ClaimTime): readonly number[] | null {
  if (from === null || to === null) return null;
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  if (!(last >= first && last - first < MOST_YEARS)) return null;
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
