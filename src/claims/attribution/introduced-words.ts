import { cueTables } from '../lexicon/cue.ts';
import type { Claimant } from '../model/claim.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';

const OWN = /^(i|we)$/;

/**
 * Whether a paragraph ends by saying that somebody else's words follow: "The minister wrote the following to me:". What stands in the next
 * paragraph is then not said by whoever wrote this one. "The Panel notes the following:" in the Panel's paper introduces its own.
 */
export function introducesOthers({ words, clauses }: ParsedSentence, own: Claimant): boolean {
  const ownWords = own.name.split(/\s+/);
  if (words.at(-1)?.text !== ':') return false;
  return clauses.some(
    ({ form, lemma, subject, passive }) =>
      form === 'finite' &&
      !passive &&
      cueTables().verbs.has(lemma) &&
      subject !== undefined &&
      /^(NOUN|PROPN|PRON)$/.test(words[subject.head]!.pos) &&
      !OWN.test(words[subject.head]!.lower) &&
      !ownWords.includes(words[subject.head]!.text),
  );
}
