import type { Span } from '../../documents/text/text-layer.ts';
import type { NameSign, SubjectKind } from '../model/mention.ts';

/** A place where a text may give somebody a name. */
export type NameCandidate = Span & {
  readonly sign: NameSign;
  /** What it seems to name, and how much that says: labels of the recogniser are a weak vote, lists and words beside a name strong ones. */
  readonly kind: SubjectKind | null;
  readonly weight: number;
  /** Counts as a name by itself; else only where the text has a longer or surer name that it is a form of. */
  readonly firm: boolean;
};

/** Weights of votes on a kind. A number of ships or persons beside a name outweighs whatever else it looks like anywhere. */
export const WEIGHT = { label: 1, form: 3, cue: 4, list: 5, number: 100 } as const;

/** Of candidates that overlap the firmest, then the longest, then the first. */
export function withoutOverlaps(candidates: readonly NameCandidate[]): readonly NameCandidate[] {
  const ranked = [...candidates].sort(
    (a, b) =>
      Number(b.firm) - Number(a.firm) ||
      rankOf(b) - rankOf(a) ||
      b.end - b.start - (a.end - a.start) ||
      a.start - b.start,
  );
  const kept: NameCandidate[] = [];
  for (const one of ranked) if (!kept.some((other) => other.start < one.end && one.start < other.end)) kept.push(one);
  return kept.sort((a, b) => a.start - b.start);
}

/** What stands beside a name tells its extent better than the recogniser does. */
function rankOf({ sign, weight }: NameCandidate): number {
  return sign === 'cue' ? weight : 0;
}
