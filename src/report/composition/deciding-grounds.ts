import type { ReportFinding } from '../model/model.ts';

/** The paragraphs on which an answer rests: those that the facts do not decide stand beside none that they do. */
export function groundsThatDecide({
  verdict,
  grounds,
}: ReportFinding['assessment']): ReportFinding['assessment']['grounds'] {
  return verdict === 'undetermined' ? grounds : grounds.filter(({ effect }) => effect !== 'undetermined');
}
