/** What the cells of a column are, of the handing over that a row tells. */
export const COLUMN_ROLES = [
  'date',
  'agent',
  'recipient',
  'from',
  'to',
  'vessel',
  'goods',
  'quantity',
  'measure',
  'place',
  'source',
  'status',
  'account',
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];
