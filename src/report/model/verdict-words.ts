import { writeDate } from '../../figures/drawing/words.ts';
import { type VerdictStretch, verdictStretches } from '../../findings/model/verdict-stretch.ts';
import type { ReportFinding } from './model.ts';
import { verdictWords } from './words.ts';

/** "prohibited from 11 September 2017 to 31 December 2017"; a paragraph that does not cover it leaves what other measures say. */
export function stretchWords({ from, to, verdict }: VerdictStretch): string {
  const days = from === to ? `on ${writeDate(from)}` : `from ${writeDate(from)} to ${writeDate(to)}`;
  return `${verdict === 'not-covered' ? 'not covered by these measures' : verdictWords(verdict).toLowerCase()} ${days}`;
}

/** The answer of the law in a few words: one, or those that the days of the period have. */
export function verdictsInWords(finding: Pick<ReportFinding, 'changes' | 'activity' | 'assessment'>): string {
  const stretches = verdictStretches(finding);
  return stretches.length === 1
    ? verdictWords(finding.assessment.verdict)
    : `Depends on the day: ${stretches.map(stretchWords).join('; ')}`;
}
