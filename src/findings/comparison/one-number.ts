import { figureOf } from '../../claims/comparison/comparison.ts';
import { eventFamily } from '../../claims/comparison/event-class.ts';
import { isDrift, LEAST_TELLING, partsOf, statesOf, timeOf } from '../../claims/comparison/figure-comparison.ts';
import type { FigureFacts } from '../../claims/comparison/figure-facts.ts';
import { nounKeys } from '../../claims/comparison/noun-hierarchy.ts';
import { compareDecimals } from '../../core/decimal.ts';
import { memoized } from '../../core/memoized.ts';
import type { Steps } from '../../core/steps.ts';
import { type DaySpan, joinAcrossSpans, joinSpans } from './day-span.ts';
import { eventSides, type FactsOf, frameOf, type Known } from './figure-core.ts';
import { type Groups, meetings, partition } from './groups.ts';
import { type FigureSides, SideIndex } from './side-index.ts';

/** Figures of one number that differ in nothing, in claims that name the same States. */
type Telling = {
  readonly members: readonly Known[];
  readonly facts: FigureFacts;
  readonly frame: FactsOf;
  readonly states: ReadonlySet<string>;
  readonly family: string | undefined;
  readonly ofPersons: boolean;
};

/** Tellings that differ in nothing but the time. */
type Frame = FigureSides & {
  readonly at: number;
  readonly facts: FigureFacts;
  readonly ofPersons: boolean;
  readonly tellings: readonly Telling[];
};

/** Joins what tells one number: of one matter, or of another thing after it drifted, as `areOfOneMatter` has it of any two. */
export function* joinNumbers(known: readonly Known[], groups: Groups<Known>): Steps<void> {
  const frames: FrameOf = memoized(frameOf);
  for (const [number, ofOneNumber] of meetings(known, numbersOf))
    yield* joinNumber(number, ofOneNumber, frames, groups);
}

/** The number that a figure gives. */
function numbersOf({ figure: { quantity } }: Known): readonly string[] {
  const number = figureOf(quantity);
  return number === undefined ? [] : [number];
}

type FrameOf = (core: FactsOf) => FactsOf;

function* joinNumber(
  number: string,
  ofOneNumber: readonly Known[],
  frames: FrameOf,
  groups: Groups<Known>,
): Steps<void> {
  const tellings = [...partition(ofOneNumber, tellingKey)].map((members) => tellingOf(members, frames));
  const joining = new Joining(groups);
  for (const some of meetings(tellings, ({ facts }) => eventSides(facts)).values()) {
    joining.joinTimes(framesOf(some));
    yield;
  }
  if (compareDecimals(number, LEAST_TELLING) < 0) return;
  const nouns = ({ facts: { noun } }: Telling) => (noun === undefined ? [] : nounKeys(noun));
  const family = (telling: Telling) => (telling.family === undefined ? [] : [telling.family]);
  for (const ofNoun of meetings(tellings, nouns).values())
    for (const [some, all] of ofOneState(ofNoun)) {
      joining.joinTimes(framesOf(some), framesOf(all));
      yield;
    }
  for (const ofFamily of meetings(tellings, family).values())
    for (const [some, all] of ofOneState(ofFamily)) {
      joining.joinDrift(framesOf(some), framesOf(all));
      yield;
    }
}

function tellingKey({ figure: { claim, quantity }, core }: Known): string {
  const predicate = core.facts.event === undefined ? claim.predicate : '';
  return `${core.key} ${isOfPersons(quantity)} ${predicate} ${[...statesOf(claim)].sort()}`;
}

function tellingOf(members: readonly Known[], frames: FrameOf): Telling {
  const [{ core, figure }] = members as readonly [Known, ...Known[]];
  return {
    members,
    facts: core.facts,
    frame: frames(core),
    states: statesOf(figure.claim),
    family: eventFamily(core.facts.event ?? figure.claim.predicate),
    ofPersons: isOfPersons(figure.quantity),
  };
}

function isOfPersons({ counts }: { readonly counts: string }): boolean {
  return counts.startsWith('person');
}

/** Tellings that speak of one State, and those that name none with all. */
function* ofOneState(some: readonly Telling[]): Iterable<readonly [readonly Telling[], readonly Telling[]]> {
  for (const ofState of meetings(some, ({ states }) => states).values()) yield [ofState, ofState];
  const open = some.filter(({ states }) => states.size === 0);
  if (open.length > 0) yield [open, some];
}

function framesOf(tellings: readonly Telling[]): readonly Frame[] {
  const key = ({ frame, ofPersons }: Telling) => `${frame.key} ${ofPersons}`;
  return [...partition(tellings, key)].map((own, at): Frame => {
    const [{ frame, ofPersons }] = own as readonly [Telling, ...Telling[]];
    return { at, facts: frame.facts, ofPersons, tellings: own, from: frame.facts.from, to: frame.facts.to };
  });
}

/** Joins tellings; of one that was joined with anything, or is of one matter with itself, all figures are one. */
class Joining {
  readonly #groups: Groups<Known>;
  readonly #whole = new Set<Telling>();

  constructor(groups: Groups<Known>) {
    this.#groups = groups;
  }

  /** Joins what differs in nothing: each of some, which have event and side, or noun and State, in common with all. */
  joinTimes(some: readonly Frame[], all: readonly Frame[] = some): void {
    const own = new Map(some.map((frame) => [frame, this.#joinWithin(frame)]));
    const index = new SideIndex(all);
    for (const frame of some)
      for (const other of index.meeting(frame)) {
        if (some === all && other.at <= frame.at) continue;
        if (partsOf(frame.facts, other.facts, true).why.differs.length > 0) continue;
        const spans = isTotal(frame) && isTotal(other) ? beginningsOf : spansOf;
        const isMerged = isTotal(frame) === isTotal(other);
        const mine = isMerged ? own.get(frame) : undefined;
        const theirs = isMerged ? own.get(other) : undefined;
        joinAcrossSpans(mine ?? spans(frame), theirs ?? spans(other), this.#join);
      }
  }

  /** Joins what tells the number of two things between which numbers drift, whatever their times. */
  joinDrift(some: readonly Frame[], all: readonly Frame[]): void {
    const index = new SideIndex(all);
    for (const frame of some)
      for (const other of index.meeting(frame)) {
        if (some === all && other.at <= frame.at) continue;
        if (frame.ofPersons !== other.ofPersons || !isDrift(partsOf(frame.facts, other.facts, true).why.differs))
          continue;
        const [first] = frame.tellings as readonly [Telling, ...Telling[]];
        for (const telling of [...frame.tellings, ...other.tellings]) this.#join(first, telling);
      }
  }

  /** What of a frame hangs together by its times. */
  #joinWithin(frame: Frame): readonly DaySpan<Telling>[] {
    for (const telling of frame.tellings) this.#makeWhole(telling);
    return joinSpans((isTotal(frame) ? beginningsOf : spansOf)(frame), this.#join);
  }

  readonly #join = (a: Telling, b: Telling): void => {
    this.#groups.join(this.#makeWhole(a), this.#makeWhole(b));
  };

  #makeWhole(telling: Telling): Known {
    const [first, ...others] = telling.members as readonly [Known, ...Known[]];
    if (!this.#whole.has(telling)) for (const one of others) this.#groups.join(first, one);
    this.#whole.add(telling);
    return first;
  }
}

function isTotal({ facts }: Frame): boolean {
  return facts.nature === 'running-total';
}

function spansOf({ tellings }: Frame): readonly DaySpan<Telling>[] {
  return tellings.map((item) => ({ ...(timeOf(item.facts) ?? { from: null, to: null }), item }));
}

/** Of two running totals it is the beginning that must not differ. */
function beginningsOf({ tellings }: Frame): readonly DaySpan<Telling>[] {
  return tellings.map((item) => {
    const from = item.facts.window?.from ?? null;
    return { from, to: from, item };
  });
}
