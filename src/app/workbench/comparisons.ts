import { memoized } from '../../core/memoized.ts';
import type { ComparisonTopic } from '../../findings/model/comparison.ts';
import type { Snapshot } from '../derivation/derivation.ts';
import { AppError } from '../errors.ts';
import { comparisonOf } from '../report/report-comparison.ts';
import type { ComparisonList, ReportComparison } from './contract/incident.ts';

/** What a reader can look through, and a browser draw. */
const MOST_FIGURES = 500;

/** All figures that are laid side by side. */
const comparisonsOf = memoized(({ derived }: Snapshot): readonly ReportComparison[] =>
  derived.topics.map((topic) => comparisonOf(shown(topic), derived)),
);

/** A matter with more figures than can be looked through, cut down to those that are compared and some others. */
function shown(topic: ComparisonTopic): ComparisonTopic {
  if (topic.figures.length <= MOST_FIGURES) return topic;
  const compared = new Set(topic.relations.flatMap(({ a, b }) => [a, b]));
  const others = topic.figures
    .filter(({ id }) => !compared.has(id))
    .slice(0, Math.max(0, MOST_FIGURES - compared.size));
  const kept = new Set([...compared, ...others.map(({ id }) => id)]);
  return { ...topic, figures: topic.figures.filter(({ id }) => kept.has(id)) };
}

export function comparisonList(snapshot: Snapshot): ComparisonList {
  return { comparisons: comparisonsOf(snapshot) };
}

/** @throws AppError `no-such-comparison` */
export function comparisonDetail(snapshot: Snapshot, id: string): ReportComparison {
  const found = comparisonsOf(snapshot).find((one) => one.id === id);
  if (found === undefined)
    throw new AppError('no-such-comparison', 'there is no such comparison; its figures may have changed since', {
      place: id.slice(0, 80),
    });
  return found;
}

/** The comparisons in which a figure of one of these claims stands. */
export function comparisonsAmong(snapshot: Snapshot, claims: ReadonlySet<string>): readonly ReportComparison[] {
  const { topics } = snapshot.derived;
  return comparisonsOf(snapshot).filter((_, at) => topics[at]?.figures.some(({ claim }) => claims.has(claim.id)));
}

/** Pairs of figures that exclude each other, in one sentence a topic; null where there are none. */
export function contradictionIn({ relations }: Pick<ComparisonTopic, 'relations'>): string | null {
  const pairs = relations.filter(({ relation }) => relation === 'contradicts');
  const [first] = pairs;
  if (first === undefined) return null;
  return pairs.length === 1 ? first.reason : `${first.reason} ${pairs.length - 1} more such pairs.`;
}
