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
