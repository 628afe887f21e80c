import type { Steps } from '../../core/steps.ts';
import type { Figure } from '../model/comparison.ts';
import { type Known, openKnown, tellingOf } from './figure-core.ts';
import { Groups } from './groups.ts';
import { joinMatters } from './one-matter.ts';
import { joinNumbers } from './one-number.ts';

/**
 * Figures among which some may be laid side by side, as groups in the order of their first figure: all that `areOfOneMatter`
 * ties together, and now and then more. Two figures are held against each other only where they have in common what they need:
 * event, side, noun and time, or one number with a State and a noun; figures that differ in nothing stand for each other.
 */
export function* groupFigures(
  figures: readonly Figure[],
  memory: GroupMemory = openGroupMemory(),
): Steps<readonly (readonly Figure[])[]> {
  const before = memory.last;
  const stands = before !== null && (yield* tellTheSame(before.figures, figures));
  const groups = stands ? before.groups : yield* groupsAmong(figures);
  memory.last = { figures, groups };
  return groups.map((members) => members.map((at) => figures[at] as Figure));
}

/**
 * The groups of the time before, with the figures that gave them. An act on a claim changes none of its figures, so that the
 * groups stand, however many figures there are.
 */
export type GroupMemory = {
  last: { readonly figures: readonly Figure[]; readonly groups: readonly (readonly number[])[] } | null;
};

export function openGroupMemory(): GroupMemory {
  return { last: null };
}

function* tellTheSame(before: readonly Figure[], now: readonly Figure[]): Steps<boolean> {
  if (before.length !== now.length) return false;
  for (const [at, figure] of now.entries()) {
    const was = before[at] as Figure;
    if (was === figure) continue;
    if (tellingOf(was) !== tellingOf(figure)) return false;
    yield;
  }
  return true;
}

/** The places of the figures of each group. */
function* groupsAmong(figures: readonly Figure[]): Steps<readonly (readonly number[])[]> {
  const known: Known[] = [];
  const knownOf = openKnown();
  for (const figure of figures) {
    known.push(knownOf(figure));
    yield;
  }
  const groups = new Groups<Known>();
  yield* joinMatters(known, groups);
  yield* joinNumbers(known, groups);
  const place = new Map(known.map((one, at) => [one, at]));
  return groups.of(known).map((members) => members.map((one) => place.get(one) as number));
}
