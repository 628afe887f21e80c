import { partsOf, timeOf } from '../../claims/comparison/figure-comparison.ts';
import type { FigureFacts } from '../../claims/comparison/figure-facts.ts';
import { nounKeys } from '../../claims/comparison/noun-hierarchy.ts';
import type { Steps } from '../../core/steps.ts';
import { eventSides, type Known } from './figure-core.ts';
import { joinMeeting, joinStretches, type Stretch, stretchesOf } from './figure-stretches.ts';
import { type Groups, meetings, partition } from './groups.ts';
import { type FigureSides, SideIndex } from './side-index.ts';

/** Figures that differ in nothing, and over which numbers they stretch. */
type Core = FigureSides & {
  readonly at: number;
  readonly facts: FigureFacts;
  readonly stretches: readonly Stretch<Known>[];
  /** One figure for each place and scope of which all figures are one matter, whatever their numbers. */
  readonly whole: ReadonlyMap<string, Known>;
};

/** Joins figures whose numbers overlap, of those between which nothing differs: two of them have event, a side and a noun in common. */
export function* joinMatters(known: readonly Known[], groups: Groups<Known>): Steps<void> {
  const cores: Core[] = [];
  for (const members of partition(known, ({ core }) => core.key)) {
    const [first] = members;
    if (first === undefined || eventSides(first.core.facts).length === 0) continue;
    cores.push(coreOf(cores.length, first.core.facts, members, groups));
    yield;
  }
  for (const some of meetings(cores, sidesAndNouns).values()) yield* joinAcross(some, some, groups);
  // A figure that does not say what it counts may count anything.
  for (const some of meetings(cores, ({ facts }) => eventSides(facts)).values()) {
    const open = some.filter(({ facts }) => facts.noun === undefined);
    if (open.length > 0) yield* joinAcross(open, some, groups);
  }
}

function coreOf(at: number, facts: FigureFacts, members: readonly Known[], groups: Groups<Known>): Core {
  const stretches = stretchesOf(members, ({ figure }) => figure.quantity);
  joinStretches(stretches, groups);
  const whole = new Map<string, Known>();
  if (partsOf(facts, facts, false).why.unknown.length === 0)
    for (const one of members)
      for (const key of placesAndScope(one.facts)) {
        const first = whole.get(key);
        if (first === undefined) whole.set(key, one);
        else groups.join(first, one);
      }
  return { at, facts, from: facts.from, to: facts.to, stretches, whole };
}

/** Two figures are at one place if one of these is the same. */
function placesAndScope({ where, scope }: FigureFacts): readonly string[] {
  return [...(where ?? [''])].map((place) => JSON.stringify([place, scope]));
}

function sidesAndNouns({ facts }: Core): readonly string[] {
  const { noun } = facts;
  if (noun === undefined) return [];
  return eventSides(facts).flatMap((side) => [...nounKeys(noun)].map((one) => `${side} ${one}`));
}

/** Joins some with those of all that may be of their time and of their sides. */
function* joinAcross(some: readonly Core[], all: readonly Core[], groups: Groups<Known>): Steps<void> {
  const byTime = new Map(
    [...meetings(all, (core) => [timeKey(core)])].map(([time, own]) => [time, new SideIndex(own)]),
  );
  for (const core of some) {
    const time = timeKey(core);
    const near = time === null ? byTime.values() : [byTime.get(time), byTime.get(null)];
    // Where both are among some, one of the two asks.
    for (const index of near)
      for (const other of index?.meeting(core) ?? [])
        if (other.at > core.at || (some !== all && other.facts.noun !== undefined)) joinCores(core, other, groups);
    yield;
  }
}

/** The time without which two figures differ; null where a figure differs from none by its time alone. */
function timeKey({ facts }: Core): string | null {
  const time = facts.nature === 'running-total' ? undefined : timeOf(facts);
  return time === undefined ? null : `${time.from} ${time.to}`;
}

function joinCores(a: Core, b: Core, groups: Groups<Known>): void {
  const { why, nouns } = partsOf(a.facts, b.facts, false);
  if (why.differs.length > 0) return;
  joinMeeting(a.stretches, b.stretches, groups);
  if (why.unknown.length > 0 || nouns !== 'equal') return;
  for (const [place, one] of a.whole) {
    const other = b.whole.get(place);
    if (other !== undefined) groups.join(one, other);
  }
}
