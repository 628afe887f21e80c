import { figureOf } from '../../claims/comparison/comparison.ts';
import { eventFamily } from '../../claims/comparison/event-class.ts';
import { areOfOneMatter, LEAST_TELLING, partsOf, statesOf, timeOf } from '../../claims/comparison/figure-comparison.ts';
import { type FigureFacts, factsOf, writeFacts } from '../../claims/comparison/figure-facts.ts';
import { nounKeys } from '../../claims/comparison/noun-hierarchy.ts';
import { compareDecimals } from '../../core/decimal.ts';
import { digestOf } from '../../core/digest.ts';
import { memoized } from '../../core/memoized.ts';
import type { Steps } from '../../core/steps.ts';
import type { Figure } from '../model/comparison.ts';
import { joinOverlapping, type Stretch, stretchesOf } from './figure-stretches.ts';
import { Groups, mayMeet, meetings, partition } from './groups.ts';

/**
 * Figures among which some may be laid side by side, as groups in the order of their first figure: all that `areOfOneMatter`
 * ties together, and now and then more. Two figures are held against each other only where they have in common what they need:
 * event, side, noun and time, or one number with a State and a noun; figures that differ in nothing stand for each other.
 */
export function* groupFigures(
  figures: readonly Figure[],
  memory: GroupMemory = openGroupMemory(),
): Steps<readonly (readonly Figure[])[]> {
  const known: Known[] = [];
  for (const figure of figures) {
    known.push(knownOf(figure));
    yield;
  }
  const before = memory.last;
  const stands =
    before?.tellings.length === known.length && known.every(({ tells }, at) => tells === before.tellings[at]);
  const places = stands ? before.groups : yield* groupsAmong(known);
  memory.last = stands ? before : { tellings: known.map(({ tells }) => tells), groups: places };
  return places.map((members) => members.map((at) => figures[at] as Figure));
}

/**
 * The groups of the time before, with what decided them. An act on a claim changes none of its figures, so that the
 * groups stand, however many figures there are.
 */
export type GroupMemory = {
  last: { readonly tellings: readonly string[]; readonly groups: readonly (readonly number[])[] } | null;
};

export function openGroupMemory(): GroupMemory {
  return { last: null };
}

/** The places of the figures of each group. */
function* groupsAmong(known: readonly Known[]): Steps<readonly (readonly number[])[]> {
  const groups = new Groups<Known>();
  yield* joinMatters(known, groups);
  for (const ofOneNumber of meetings(known, numbersOf).values()) {
    joinNumber(ofOneNumber, groups);
    yield;
  }
  const place = new Map(known.map((one, at) => [one, at]));
  return groups.of(known).map((members) => members.map((one) => place.get(one) as number));
}

type Known = {
  readonly figure: Figure;
  readonly facts: FigureFacts;
  /** Equal for figures of which all parts are equal. */
  readonly kind: string;
  /** All of a figure that decides with which others it stands. */
  readonly tells: string;
};

/** Worked out once for each figure. */
const knownOf = memoized((figure: Figure): Known => {
  const { id, claim, quantity } = figure;
  const facts = factsOf(claim, quantity);
  const kind = kindOf(facts);
  const { low, high, lowOpen, highOpen, qualifier, counts } = quantity;
  const bounds = [low, high, lowOpen, highOpen, qualifier, counts];
  return { figure, facts, kind, tells: digestOf([id, kind, ...bounds, claim.predicate, [...statesOf(claim)].sort()]) };
});

const kindOf = memoized((facts: FigureFacts) => digestOf(writeFacts(facts)));

/** Figures of one kind, and over which numbers they stretch. */
type Kind = { readonly facts: FigureFacts; readonly members: readonly Known[]; readonly stretches: Stretch<Known>[] };

/** Joins what overlaps among figures between which nothing differs: two such figures have event, a side and a noun in common. */
function* joinMatters(known: readonly Known[], groups: Groups<Known>): Steps<void> {
  const kinds = [...partition(known, ({ kind }) => kind)].map(
    (members): Kind => ({
      facts: (members[0] as Known).facts,
      members,
      stretches: stretchesOf(members, ({ figure }) => figure.quantity),
    }),
  );
  for (const kind of kinds) {
    if (sidesOf(kind).length > 0) joinKinds(kind, kind, groups);
    yield;
  }
  for (const some of meetings(kinds, sidesAndNouns).values())
    for (const [a, b] of mayMeet(some, timeKey)) {
      joinKinds(a, b, groups);
      yield;
    }
  // A figure that does not say what it counts may count anything.
  for (const some of meetings(kinds, sidesOf).values())
    for (const open of some.filter(({ facts }) => facts.noun === undefined)) {
      for (const other of some) if (other !== open) joinKinds(open, other, groups);
      yield;
    }
}

function sidesOf({ facts: { event, from, to } }: Kind): readonly string[] {
  if (event === undefined) return [];
  return [
    ...[...(from ?? [])].map((key) => `${event} from ${key}`),
    ...[...(to ?? [])].map((key) => `${event} to ${key}`),
  ];
}

function sidesAndNouns(kind: Kind): readonly string[] {
  const { noun } = kind.facts;
  if (noun === undefined) return [];
  return sidesOf(kind).flatMap((side) => [...nounKeys(noun)].map((one) => `${side} ${one}`));
}

/** The time without which two figures differ; null where a figure differs from none by its time alone. */
function timeKey({ facts }: Kind): string | null {
  const time = facts.nature === 'running-total' ? undefined : timeOf(facts);
  return time === undefined ? null : `${time.from} ${time.to}`;
}

function joinKinds(a: Kind, b: Kind, groups: Groups<Known>): void {
  const { why, nouns } = partsOf(a.facts, b.facts, false);
  if (why.differs.length > 0) return;
  if (why.unknown.length > 0 || nouns !== 'equal') joinOverlapping([...a.stretches, ...b.stretches], groups);
  else for (const one of [...a.members, ...b.members]) groups.join(a.members[0] as Known, one);
}

/** The number that a figure gives. */
function numbersOf({ figure: { quantity } }: Known): readonly string[] {
  const number = figureOf(quantity);
  return number === undefined ? [] : [number];
}

/** Figures of one number of which all parts, and the States that their claims name, are equal. */
type Telling = { readonly first: Known; readonly last: Known; readonly members: readonly Known[] };

/** Joins what tells one number: one figure of each kind and each set of States stands for all that are like it. */
function joinNumber(ofOneNumber: readonly Known[], groups: Groups<Known>): void {
  const tellings = [
    ...partition(
      ofOneNumber,
      ({ kind, figure: { claim } }) => `${kind} ${[...statesOf(claim)].sort()} ${claim.predicate}`,
    ),
  ].map((members): Telling => ({ first: members[0] as Known, last: members.at(-1) as Known, members }));
  // What is like the first may stand alone still: it is joined with the first that is of one matter with it.
  const whole = new Set(tellings.filter(({ members }) => members.length === 1));
  const join = (a: Telling, b: Telling): void => {
    if (a.first === b.last) return;
    if (whole.has(a) && whole.has(b) && groups.rootOf(a.first) === groups.rootOf(b.first)) return;
    if (!areOfOneMatter(a.first.figure, b.last.figure)) return;
    for (const one of [...a.members, ...b.members]) groups.join(a.first, one);
    whole.add(a).add(b);
  };
  for (const one of tellings) join(one, one);
  for (const some of meetings(tellings, eventSides).values()) for (const [a, b] of mayMeet(some, () => '')) join(a, b);
  const [sample] = ofOneNumber;
  const number = sample === undefined ? undefined : figureOf(sample.figure.quantity);
  if (number === undefined || compareDecimals(number, LEAST_TELLING) < 0) return;
  for (const some of meetings(tellings, matters).values()) joinOfStates(some, join);
}

/** Two figures of one event have a side in common. */
function eventSides({ first: { facts } }: Telling): readonly string[] {
  return sidesOf({ facts, members: [], stretches: [] });
}

/** Two figures of one telling number have a noun in common, or a family of events in which a number drifts from thing to thing. */
function matters({ first: { facts, figure } }: Telling): readonly string[] {
  const family = eventFamily(facts.event ?? figure.claim.predicate);
  return [
    ...(facts.noun === undefined ? [] : [...nounKeys(facts.noun)].map((one) => `noun ${one}`)),
    ...(family === undefined ? [] : [`family ${family}`]),
  ];
}

/** Pairs that speak of one State, or of which one names none. */
function joinOfStates(some: readonly Telling[], join: (a: Telling, b: Telling) => void): void {
  const states = ({ first }: Telling): ReadonlySet<string> => statesOf(first.figure.claim);
  for (const ofState of meetings(some, states).values()) for (const [a, b] of mayMeet(ofState, () => '')) join(a, b);
  for (const open of some.filter((one) => states(one).size === 0))
    for (const other of some) if (other !== open) join(open, other);
}
