import type { Clause } from '../../syntax/clause.ts';
import type { ParsedSentence } from '../../syntax/parsed-sentence.ts';
import { isUnder } from '../../syntax/phrase-span.ts';

/** Words in marks after or before what the tree gives to the verb are the speaker's too: parts of one quotation. */
export function withQuotation(
  sentence: ParsedSentence,
  clause: Clause,
  content: readonly boolean[],
  source: readonly number[],
): readonly boolean[] {
  const { quoted } = sentence;
  if (!content.some((held, i) => held && quoted[i])) return content;
  return content.map(
    (held, i) => held || (quoted[i] === true && !source.some((top) => isUnder(sentence, i, top)) && i !== clause.head),
  );
}

/** 'called the bands a "criminal army"': the object belongs to what is said of it. */
export function withObject(sentence: ParsedSentence, clause: Clause, content: readonly boolean[]): readonly boolean[] {
  const object = clause.object?.link === 'own' ? clause.object.head : undefined;
  if (object === undefined) return content;
  return content.map((held, i) => held || isUnder(sentence, i, object));
}

/** Two or three words in marks that only say what kind a thing is. */
export function isKindOfName(sentence: ParsedSentence, content: readonly boolean[]): boolean {
  const inside = sentence.words.filter((_, i) => content[i]);
  return inside.length <= 2 && inside.every(({ pos }) => /^(ADJ|NOUN|PROPN)$/.test(pos));
}
