import { formatDecimal } from '../../core/decimal.ts';
import type { ReportComparison } from '../model/model.ts';
import { PRINTED } from './printed.ts';

/**
 * A comparison that nobody has reviewed, with as many of its figures as a reader can take in: those that stand in a relation to
 * another first, in their order, since the others say nothing of each other.
 */
export function printedComparison(comparison: ReportComparison): ReportComparison {
  const { rows, relations, introduction } = comparison;
  if (comparison.review !== 'proposed' || rows.length <= PRINTED.figures) return comparison;
  const related = new Set(relations.flatMap(({ a, b }) => [a, b]));
  const first = [...rows.filter(({ id }) => related.has(id)), ...rows.filter(({ id }) => !related.has(id))];
  const printed = new Set(first.slice(0, PRINTED.figures).map(({ id }) => id));
  const cut = `Of the ${count(rows.length)} figures ${count(printed.size)} are printed, those that are compared before the others; the JSON form of this report has all of them.`;
  return {
    ...comparison,
    introduction: introduction === null ? cut : `${introduction} ${cut}`,
    rows: rows.filter(({ id }) => printed.has(id)),
    relations: relations.filter(({ a, b }) => printed.has(a) && printed.has(b)),
  };
}

function count(number: number): string {
  return formatDecimal(String(number));
}
