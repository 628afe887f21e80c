import { remembered } from '../../core/remembered.ts';
import type { ComparisonTopic } from '../../findings/comparison-topic.ts';
import type { Snapshot } from '../derivation.ts';
import { AppError } from '../errors.ts';
import { comparisonOf } from '../report-comparison.ts';
import type { ComparisonList, ReportComparison } from './contract.ts';

/** All figures that are laid side by side. */
const comparisonsOf = remembered(({ derived }: Snapshot): readonly ReportComparison[] =>
  derived.topics.map((topic) => comparisonOf(topic, derived)),
);

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
  return comparisonsOf(snapshot).filter(({ rows }) => rows.some(({ claim }) => claims.has(claim)));
}

/** Pairs of figures that exclude each other, in one sentence a topic; null where there are none. */
export function contradictionIn({ relations }: Pick<ComparisonTopic, 'relations'>): string | null {
  const pairs = relations.filter(({ relation }) => relation === 'contradicts');
  const [first] = pairs;
  if (first === undefined) return null;
  return pairs.length === 1 ? first.reason : `${first.reason} ${pairs.length - 1} more such pairs.`;
}
