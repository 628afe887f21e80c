/** What the last of this time shows: a run that goes on after an end begins with what it had read before, which flies by. */
const WINDOW_MS = 30_000;
/** Before this, a pace would be a guess. */
const FIRST_MS = 5_000;

/** Told how far a step is, at a time in milliseconds; says ", 12.3 a second, 4 min left", or nothing while that is not known. */
export type Pace = (now: number, done: number, total: number | null) => string;

/** The pace of one step. */
export function createPace(): Pace {
  const points: { readonly at: number; readonly done: number }[] = [];
  let begun: number | undefined;
  return (now, done, total) => {
    begun ??= now;
    const last = points.at(-1);
    // A point a second is enough, however often something is done.
    if (last === undefined || now - last.at >= 1000) points.push({ at: now, done });
    while (points.length > 2 && now - (points[1]?.at ?? now) >= WINDOW_MS) points.shift();
    const [first] = points;
    if (first === undefined || now - begun < FIRST_MS || done <= first.done) return '';
    const rate = ((done - first.done) * 1000) / (now - first.at);
    const left = total === null ? '' : `, ${timeWords((total - done) / rate)} left`;
    return `, ${rateWords(rate)}${left}`;
  };
}

function rateWords(rate: number): string {
  if (rate >= 10) return `${Math.round(rate)} a second`;
  return rate >= 1 ? `${rate.toFixed(1)} a second` : `${(rate * 60).toFixed(1)} a minute`;
}

function timeWords(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
