import { memoized } from '../../core/memoized.ts';
import type { Claim, ClaimTime } from '../model/claim.ts';
import { type ClaimNames, describeShared, namesOf, shareEnough, signatureOf } from './same-event.ts';

/** A matter is reported in hundreds of ways: what the first few share with each is reason enough for a reader. */
const MOST_DESCRIBED = 12;

/**
 * Claims that are taken to tell one event: each two of them share enough (`shareEnough`). What that asks of a further claim is
 * kept for all members at once (what each of them names, the days that lie in all of them, their States), so that a matter
 * told ten thousand times costs a claim no more than one told twice.
 */
export class EventGroup {
  readonly members: Claim[] = [];
  readonly #reasons = new Set<string>();
  readonly #signatures = new Set<string>();
  /** One member of each way to name parties and places; the one that refused last is asked first. */
  readonly #ways: Claim[] = [];
  readonly #knownWays = new Set<string>();
  readonly #described: Claim[] = [];
  /** What every member names. */
  readonly #agents: Multiset = new Map();
  readonly #others: Multiset = new Map();
  #places: readonly string[] = [];
  readonly #from = new StatesOfAll();
  readonly #to = new StatesOfAll();
  /** The days that lie in all members that give a time. */
  #latestFrom: string | null = null;
  #earliestTo: string | null = null;
  #isTimed = false;

  constructor(first: Claim) {
    const { agents, others } = countsOf(namesOf(first));
    for (const [key, count] of agents) this.#agents.set(key, count);
    for (const [key, count] of others) this.#others.set(key, count);
    this.#places = first.where;
    this.#add(first, signatureOf(first));
  }

  get reasons(): readonly string[] {
    return [...this.#reasons];
  }

  /** Takes a claim in that shares enough with every member; otherwise nothing changes. */
  take(claim: Claim): boolean {
    if (!this.#sharesEnough(claim)) return false;
    const signature = signatureOf(claim);
    const isNew = !this.#signatures.has(signature);
    if (isNew || this.#signatures.size === 1)
      for (const member of this.#described) this.#reasons.add(describeShared(member, claim));
    this.#add(claim, signature);
    return true;
  }

  /** Whether `shareEnough` holds between a claim and every member. */
  #sharesEnough(claim: Claim): boolean {
    const named = namesOf(claim);
    if (this.#excludes(claim.when) || this.#from.conflict(named.from) || this.#to.conflict(named.to)) return false;
    const { agents, others } = countsOf(named);
    const names = countIn(this.#agents, agents) + countIn(this.#others, others);
    if (names > 1 || (names === 1 && this.#places.some((place) => claim.where.includes(place)))) return true;
    const against = this.#ways.findIndex((member) => !shareEnough(member, claim));
    if (against < 0) return true;
    const [refusing] = this.#ways.splice(against, 1);
    this.#ways.unshift(refusing as Claim);
    return false;
  }

  #excludes({ from, to }: ClaimTime): boolean {
    if (!this.#isTimed || (from === null && to === null)) return false;
    const start = later(from, this.#latestFrom);
    const end = earlier(to, this.#earliestTo);
    return start !== null && end !== null && start > end;
  }

  #add(claim: Claim, signature: string): void {
    this.members.push(claim);
    if (this.#signatures.has(signature)) return;
    this.#signatures.add(signature);
    const named = namesOf(claim);
    this.#from.add(named.from);
    this.#to.add(named.to);
    if (claim.when.from !== null || claim.when.to !== null) {
      this.#isTimed = true;
      this.#latestFrom = later(this.#latestFrom, claim.when.from);
      this.#earliestTo = earlier(this.#earliestTo, claim.when.to);
    }
    const way = JSON.stringify([named.agents, named.others, claim.where]);
    if (this.#knownWays.has(way)) return;
    this.#knownWays.add(way);
    this.#ways.push(claim);
    if (this.#described.length < MOST_DESCRIBED) this.#described.push(claim);
    const { agents, others } = countsOf(named);
    keepCommon(this.#agents, agents);
    keepCommon(this.#others, others);
    this.#places = this.#places.filter((place) => claim.where.includes(place));
  }
}

/** Keys with how often each stands. */
type Multiset = Map<string, number>;

/** How often names stand for each party; worked out once for all claims that name the same. */
const countsOf = memoized(({ agents, others }: ClaimNames) => ({
  agents: counted(agents.map(({ key }) => key)),
  others: counted(others.map(({ key }) => key)),
}));

function counted(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts: Multiset = new Map();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** How many names of every member stand for somebody whom the other side names too. */
function countIn(members: ReadonlyMap<string, number>, claim: ReadonlyMap<string, number>): number {
  let count = 0;
  for (const [key, times] of members) if (claim.has(key)) count += times;
  return count;
}

function keepCommon(common: Multiset, own: ReadonlyMap<string, number>): void {
  for (const [key, times] of common) {
    const least = Math.min(times, own.get(key) ?? 0);
    if (least === 0) common.delete(key);
    else common.set(key, least);
  }
}

/** The different sets of States that members name on one side; those that name none are against nobody. */
class StatesOfAll {
  readonly #sets = new Map<string, readonly string[]>();

  add(states: readonly string[]): void {
    if (states.length > 0) this.#sets.set([...states].sort().join(' '), states);
  }

  /** Whether a member and the other side both name States and none in common. */
  conflict(states: readonly string[]): boolean {
    if (states.length === 0) return false;
    for (const own of this.#sets.values()) if (!own.some((code) => states.includes(code))) return true;
    return false;
  }
}

function later(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b > a) ? b : a;
}

function earlier(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b < a) ? b : a;
}
