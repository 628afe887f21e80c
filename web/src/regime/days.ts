/** Calendar dates as numbers of days, for positions along an axis. */
const DAY_MS = 86_400_000;

export function dayNumber(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
}

export function dateOfDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** Whether a text is a day of the calendar: an address may hold anything. */
export function isDate(text: string | undefined): text is string {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The nearest of some sorted days before or after a day; null when there is none. */
export function neighbour(days: readonly string[], day: string, direction: -1 | 1): string | null {
  return (direction === 1 ? days.find((other) => other > day) : days.findLast((other) => other < day)) ?? null;
}
