import { setsApart } from '../tokens/set-apart.ts';
import { nounRun, type Phrases } from './phrase-span.ts';

/**
 * "sold to the South, and not, as the paper has it, to the North", "a rival, and not the firm": whether a party or its preposition is
 * named only to say that it was another.
 */
export function isSetApart(phrases: Phrases, at: number): boolean {
  const { words } = phrases;
  const from = words[at]!.pos === 'ADP' ? at : nounRun(phrases, at).from;
  if (setsApart(words, from)) return true;
  if (setsApart(words, from - 1)) return true;
  if (words[from - 1]?.text !== ',') return false;
  // Between "not" and what it turns somebody's words may be put in.
  const opened = words.findLastIndex(({ text }, i) => text === ',' && i < from - 1);
  return opened > 0 && setsApart(words, opened - 1);
}
