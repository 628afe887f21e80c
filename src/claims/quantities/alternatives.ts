import type { Word } from '../tokens/word.ts';
import type { FoundQuantity } from './found-quantity.ts';

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
