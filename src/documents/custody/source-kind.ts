/** Who a source can be. The same kinds as claimants have: a source may claim, and a claimant may be a source. */
export const SOURCE_KINDS = [
  'state',
  'state-organ',
  'un-body',
  'intergovernmental',
  'ngo',
  'company',
  'newsroom',
  'person',
  'sensor',
  'unnamed',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Reliability of a source on the Admiralty scale: A completely, B usually, C fairly, D not usually, E unreliable, F no basis to judge. */
export const RELIABILITY_GRADES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type ReliabilityGrade = (typeof RELIABILITY_GRADES)[number];
