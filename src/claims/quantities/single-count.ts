import { predicateWords } from '../lexicon/vocabulary.ts';
import type { NumberPhrase } from '../tokens/number.ts';
import type { Word } from '../tokens/word.ts';

/** "one" without a hedge is often no more than an article ("one game company", "its one virtue"). */
export function isBareOne(words: readonly Word[], number: NumberPhrase, start: number): boolean {
  if (words[number.to - 1]!.lower === 'single' && start === number.from) return true;
  // "only one of the cases led to a conviction".
  if (/^(only|just)$/.test(words[number.from - 1]?.lower ?? '')) return false;
  return words[number.from]!.lower === 'one' && number.to === number.from + 1 && start === number.from;
}

/** "A single worker earns up to": any one, at the head of its sentence. */
export function isAnyOne(words: readonly Word[], start: number): boolean {
  return words[start + 1]?.lower === 'single' && !words.slice(0, start).some((word) => /\p{L}/u.test(word.text));
}

let countedSingly: ReadonlySet<string> | undefined;

/** Arms, vessels, people and acts, of which also a single one is reported as a count. */
export function isCountedSingly(counts: string): boolean {
  const { goods, rocket, people, party } = predicateWords().classes;
  countedSingly ??= new Set([
    ...(goods ?? []),
    ...(rocket ?? []),
    ...(people ?? []),
    ...(party ?? []),
    ...[
      'attack',
      'launch',
      'transfer',
      'delivery',
      'shipment',
      'test',
      'theft',
      'person',
      'civilian',
      'sailor',
      'vote',
    ],
    ...['abstention', 'call', 'voyage', 'barge', 'death', 'killed', 'wounded', 'other'],
  ]);
  const head = counts.split(' ').pop()!;
  return countedSingly.has(head) && !/^(company|firm|bank|government|official|million)$/.test(head);
}
