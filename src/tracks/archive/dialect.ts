/** What two engines write differently; all else in the definitions is the same text. */
export type SqlDialect = {
  /** A row for each value of a list. */
  each(list: string): string;
  /** Whole numbers from one up to below another. */
  range(from: string, below: string): string;
  /** The middle value, the mean of the middle two of an even count. */
  median(value: string): string;
};

export const CLICKHOUSE: SqlDialect = {
  each: (list) => `arrayJoin(${list})`,
  range: (from, below) => `range(${from}, ${below})`,
  median: (value) => `quantileExactInclusive(0.5)(${value})`,
};
