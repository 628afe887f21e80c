/** What two engines write differently; all else in the definitions is the same text. */
export type SqlDialect = {
  /** A row for each value of a list. */
  each(list: string): string;
  /** Whole numbers from one up to below another. */
  range(from: string, below: string): string;
  /** The middle value, the mean of the middle two of an even count. */
  median(value: string): string;
  /** Values as one, which is ordered by the first, then by the next. */
  tuple(...values: readonly string[]): string;
  /** The value of the row that comes first by an order, also where it is null. */
  first(value: string, order: string): string;
};

export const CLICKHOUSE: SqlDialect = {
  each: (list) => `arrayJoin(${list})`,
  range: (from, below) => `range(${from}, ${below})`,
  median: (value) => `quantileExactInclusive(0.5)(${value})`,
  tuple: (...values) => `tuple(${values.join(', ')})`,
  // By itself the function passes over rows whose value is null.
  first: (value, order) => `argMin(tuple(${value}), ${order}).1`,
};
