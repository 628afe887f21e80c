type Timed = { readonly from: string | null; readonly to: string | null; readonly published: string | null };

/** From the first to the last day that is named, with a little room; null where none is. */
export function timelineSpan(claims: readonly Timed[]): { readonly from: string; readonly to: string } | null {
  const days = claims.flatMap(({ from, to, published }) => [from, to, published]).filter((day) => day !== null);
  const [first, last] = [days.toSorted()[0], days.toSorted().at(-1)];
  if (first === undefined || last === undefined) return null;
  const room = Math.max(3, Math.round(daysBetween(first, last) * 0.04));
  return { from: shift(first, -room), to: shift(last, room) };
}

export type TimelineTick = { readonly day: string; readonly words: string };

/** Firsts of years where the span is long, else of months, else single days. */
export function timelineTicks({ from, to }: { readonly from: string; readonly to: string }): readonly TimelineTick[] {
  const days = daysBetween(from, to);
  if (days > 5 * 366) return years(from, to);
  return days > 45 ? months(from, to) : singleDays(from, to, days > 15 ? 5 : 1);
}

function years(from: string, to: string): readonly TimelineTick[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return Array.from({ length: last - first }, (_, at) => {
    const year = String(first + 1 + at).padStart(4, '0');
    return { day: `${year}-01-01`, words: year };
  });
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

function months(from: string, to: string): readonly TimelineTick[] {
  const ticks: TimelineTick[] = [];
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  for (;;) {
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
    const day = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
    if (day > to) return ticks;
    ticks.push({ day, words: `${MONTHS[month - 1]} ${year}` });
  }
}

function singleDays(from: string, to: string, step: number): readonly TimelineTick[] {
  const ticks: TimelineTick[] = [];
  for (let day = from; day <= to; day = shift(day, step)) ticks.push({ day, words: day });
  return ticks;
}

const DAY = 86_400_000;

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

function shift(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}
