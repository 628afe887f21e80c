import { nounPhraseAt } from '../names/phrase.ts';
import type { ReadSentence } from '../syntax/parsed-sentence.ts';
import type { VerbGroup } from '../syntax/verb-group.ts';

/** Whether the text says of a deed that it was not done, in another way than by a negation at its verb. */
export function isUndone(sentence: ReadSentence, index: number): boolean {
  const group = sentence.groups[index]!;
  // "failed to adopt", "refused to sell".
  const refused =
    group.form === 'infinitive' && /^(fail|refuse|decline|neglect)$/.test(sentence.groups[index - 1]?.lemma ?? '');
  return (
    refused ||
    hasNoSubject(sentence, group) ||
    givesNone(sentence, group) ||
    isWithoutEvidence(sentence, group) ||
    sharesNegation(sentence, index)
  );
}

/** "did not sell rifles or buy rockets", "neither sold rifles nor bought rockets": the negation goes on behind "or". */
function sharesNegation(sentence: ReadSentence, index: number): boolean {
  const { words, groups } = sentence;
  if (!/^(or|nor)$/.test(words[groups[index]!.from - 1]?.lower ?? '')) return false;
  const before = groups.findLastIndex(({ form }, i) => i < index && /^(finite|infinitive)$/.test(form));
  const first = groups[before];
  if (first === undefined || words.slice(first.to, groups[index]!.from).some(({ text }) => /^[;:"]$/.test(text)))
    return false;
  return first.negated || isUndone(sentence, before);
}

/** "no drones had been sold", "neither side has fired", "no one was hurt": the negation stands at the subject. */
function hasNoSubject(sentence: ReadSentence, group: VerbGroup): boolean {
  if (group.form !== 'finite' || group.negated) return false;
  for (let i = group.from - 1; i >= Math.max(0, group.from - 9); i--) {
    const word = sentence.words[i]!;
    if (/^(no|neither|none|nobody|nothing)$/.test(word.lower))
      return !/^(longer|later|more|fewer|less|doubt)$/.test(sentence.words[i + 1]?.lower ?? '');
    if ((/^(VERB|AUX|SCONJ|CCONJ)$/.test(word.pos) && word.lower !== 'nor') || /^[,;:."]$/.test(word.text))
      return false;
  }
  return false;
}

/** "gave the rebels no rifles": nothing is given to those right behind the verb. */
function givesNone({ words }: ReadSentence, group: VerbGroup): boolean {
  const getter = /^(give|send|sell|hand|offer)$/.test(group.lemma) && !group.passive && !group.negated;
  const phrase = getter ? nounPhraseAt(words, group.to) : undefined;
  return phrase !== undefined && words[phrase.to]?.lower === 'no';
}

/** "found no evidence that any was paid", "there is no proof that it sold": a finding that it was not shown to be done. */
function isWithoutEvidence({ words, groups }: ReadSentence, group: VerbGroup): boolean {
  if (group.form !== 'finite') return false;
  const outer = groups.findLast((other) => other.form === 'finite' && other.to <= group.from);
  for (let i = group.from - 1; i >= Math.max(2, outer?.to ?? 0); i--) {
    if (/^[;:."]$/.test(words[i]!.text)) return false;
    if (words[i]!.lower === 'that' && /^(evidence|proof|indications?|signs?|trace)$/.test(words[i - 1]!.lower))
      return words.slice(Math.max(0, i - 4), i - 1).some(({ lower }) => lower === 'no');
  }
  return false;
}

/** "neither confirmed nor denied that it had sold": what follows is left open by whoever was asked. */
export function isLeftOpen({ words, groups }: ReadSentence, group: VerbGroup): boolean {
  const denies = groups.findLast(({ lemma, to }) => lemma === 'deny' && to <= group.from);
  if (denies === undefined || words[denies.to]?.lower !== 'that' || group.from - denies.to > 8) return false;
  const before = groups.findLast(({ to }) => to <= denies.from);
  return before?.lemma === 'confirm' && words.slice(before.to, denies.head).some(({ lower }) => /^n?or$/.test(lower));
}
