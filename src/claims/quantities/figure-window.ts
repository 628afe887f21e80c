import type { TimeExpression } from '../times/time-expression.ts';
import type { Word } from '../tokens/word.ts';
import type { FoundQuantity } from './found-quantity.ts';

/** "a month", "per day": a figure for each such period, which is another figure than a total. */
export function rateAt(words: readonly Word[], at: number): { to: number } | undefined {
  const [lead, unit] = [words[at]?.lower ?? '', words[at + 1]?.lower ?? ''];
  if (!/^(day|week|month|year|hour|quarter)$/.test(unit)) return undefined;
  if (!/^(a|per|each|every)$/.test(lead)) return undefined;
  return { to: at + 2 };
}

/** A total over a period: "altogether", "so far", "since March". */
export function isCumulative(words: readonly Word[], from: number, to: number): boolean {
  for (let i = Math.max(0, from - 3); i < from; i++)
    if (/^(total|cumulative|altogether|totalling|totaling|combined|overall)$/.test(words[i]!.lower)) return true;
  for (let i = from; i < Math.min(words.length, to + 6); i++) {
    const [lower, next] = [words[i]!.lower, words[i + 1]?.lower ?? ''];
    if (lower === 'total' || lower === 'altogether' || lower === 'cumulatively') return true;
    if ((lower === 'so' && next === 'far') || (lower === 'to' && next === 'date') || (lower === 'since' && i >= to))
      return true;
  }
  return false;
}

/** "3 million 152 mm or 500,000 122 mm shells": figures joined by "or" are one statement of two possibilities. */
export function withAlternatives(words: readonly Word[], found: readonly FoundQuantity[]): FoundQuantity[] {
  const linked = [...found];
  let group = 0;
  for (let i = 0; i + 1 < linked.length; i++) {
    const [first, second] = [linked[i]!, linked[i + 1]!];
    const gap = words.slice(first.to, second.from).map((word) => word.lower);
    const or = gap.indexOf('or');
    if (or < 0 || gap.length > 9 || gap.some((lower) => /^(and|but|while|[.;:])$/.test(lower)) || or > 5) continue;
    const id = first.quantity.alternative ?? `alternative-${++group}`;
    linked[i] = { ...first, quantity: { ...first.quantity, alternative: id } };
    linked[i + 1] = { ...second, quantity: { ...second.quantity, alternative: id } };
  }
  return linked;
}

/** The period a figure covers: the phrase of time that follows it most closely, else the only one of the sentence. */
export function withWindows(
  words: readonly Word[],
  found: readonly FoundQuantity[],
  times: readonly TimeExpression[],
): FoundQuantity[] {
  return found.map((entry) => {
    const next = found.find((other) => other.from >= entry.to);
    const behind = times.find(
      (time) =>
        time.firstWord >= entry.to &&
        (next === undefined || time.firstWord < next.from || !breaksBetween(words, entry.to, time.firstWord)),
    );
    const time =
      behind !== undefined && !breaksBetween(words, entry.to, behind.firstWord)
        ? behind
        : times.length === 1
          ? times[0]
          : undefined;
    if (time !== undefined && isOfNext(words, entry.to, time.firstWord)) return entry;
    if (time === undefined || (time.from === null && time.to === null)) return entry;
    return { ...entry, quantity: { ...entry.quantity, window: { from: time.from, to: time.to } } };
  });
}

/** "had received four boats and that a fifth would follow in June": a second "that" opens what is reported beside the first. */
export function isOfNext(words: readonly Word[], from: number, to: number): boolean {
  return words.some(({ lower }, i) => i > from && i < to && lower === 'that' && words[i - 1]!.lower === 'and');
}

function breaksBetween(words: readonly Word[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (/^(said|says|but|while|[;:"])$/.test(words[i]!.lower)) return true;
  return false;
}
