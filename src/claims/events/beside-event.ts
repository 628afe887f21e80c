import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { topOf } from '../syntax/phrase-span.ts';
import type { TimeExpression } from '../times/time-expression.ts';

/** Prepositions of which the object is another event, before or after that of the clause. */
const APART = /^(after|before|following|preceding|until|till|wake|aftermath)$/;

/**
 * "Following the test on 25 May, it has held talks", "to the Emirates, the biggest buyer in 2011": whether a time that stands in a clause is
 * that of another event, by which this one is dated, or of a thing that is named once more.
 */
export function isBesideEvent(
  sentence: ParsedSentence,
  head: number,
  { firstWord, lastWord }: TimeExpression,
): boolean {
  const { arcs, words } = sentence;
  if (isInLead(sentence, firstWord, lastWord)) return true;
  const top = topOf(sentence, { from: firstWord, to: lastWord + 1 });
  let isNoun = false;
  for (let at = top; at >= 0 && at !== head; at = arcs.heads[at]!) {
    if (at !== top && arcs.labels[at] === 'appos' && isSetOff(sentence, at)) return true;
    if (isNoun && APART.test(words[at]!.lower)) return true;
    isNoun ||= at < firstWord && /^(NOUN|PROPN)$/.test(words[at]!.pos);
  }
  return false;
}

/** "After the adoption of the text on 12 June, Japan inspected": the phrase before the comma is one, wherever the parser hung its time. */
function isInLead({ words }: ParsedSentence, firstWord: number, lastWord: number): boolean {
  if (words[lastWord + 1]?.text !== ',') return false;
  for (let at = firstWord - 1; at >= 0; at--) {
    if (/^(VERB|AUX|PUNCT)$/.test(words[at]!.pos) && !APART.test(words[at]!.lower)) return false;
    if (APART.test(words[at]!.lower))
      return (
        (at === 0 || words[at - 1]!.pos === 'PUNCT') && words.slice(at, firstWord).some(({ pos }) => pos === 'NOUN')
      );
  }
  return false;
}

/** What is named once more stands behind a comma or a dash; "vehicles (UAV) flights" is one name. */
function isSetOff({ arcs, words }: ParsedSentence, at: number): boolean {
  return words.slice(arcs.heads[at]! + 1, at).some(({ text }) => /^[,–—-]$/.test(text));
}
