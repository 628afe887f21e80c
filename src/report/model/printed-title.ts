import type { ReportFinding } from './model.ts';
import { lowerInSentence } from './words.ts';

/** What is allowed up to a cap is no breach by itself: who reports it alleges nothing as long as the total is open. */
export function isAllowedInPart({ assessment: { verdict, missing } }: ReportFinding): boolean {
  return verdict === 'undetermined' && (missing ?? []).some((one) => one.startsWith('periodTotal'));
}

/**
 * The title of a finding as it is printed: what the program proposed and a person accepted stays an allegation. Who makes a finding gives
 * it a title of their own.
 */
export function printedTitle(finding: ReportFinding): string {
  if (finding.made !== null) return finding.title;
  return `${isAllowedInPart(finding) ? 'Reported' : 'Alleged'} ${lowerInSentence(finding.title)}`;
}
