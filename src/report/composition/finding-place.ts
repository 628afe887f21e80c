import type { ReportFinding } from '../model/model.ts';

/** Whether no person made or accepted it. */
export function isProposed({ review }: ReportFinding): boolean {
  return review === 'proposed' || review === 'left-out';
}

/** Where a finding or proposal stands in the report. */
export function findingAnchor(finding: ReportFinding, index: number): string {
  return `${isProposed(finding) ? 'proposal' : 'finding'}-${index + 1}`;
}
