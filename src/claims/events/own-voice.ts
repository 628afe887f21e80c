import { cueTables, QUOTES_ONLY } from '../lexicon/cue.ts';
import type { Claimant } from '../model/claim.ts';
import type { ReadSentence } from '../syntax/parsed-sentence.ts';
import { subjectBefore } from '../syntax/subject.ts';
import { isDemand, type Slot } from './attribution-scope.ts';
import { speaksOfMeasures } from './predicate.ts';

/**
 * A sentence in the document's own voice without an act or a figure. Of a State's, a body's or an institute's paper every
 * statement is its assertion; of a newspaper's only what speaks of measures and breaches of them.
 */
export function assertsOfItself(sentence: ReadSentence, slot: Slot, source: Claimant): boolean {
  if (sentence.headline) return false;
  if (source.kind !== 'newsroom' && isDemand(sentence, slot)) return true;
  const main = sentence.groups.find((group) => group.form === 'finite' && !sentence.quoted[group.head]);
  if (main === undefined || main.from === 0 || sentence.words.length < 6) return false;
  if (source.kind === 'newsroom')
    return (
      speaksOfMeasures(sentence.words) ||
      // "Batch numbers show that the rounds are new": evidence that nobody is named for.
      (/^(show|indicate|suggest|reveal|confirm|prove)$/.test(main.lemma) && sentence.words[main.to]?.lower === 'that')
    );
  // Somebody else says something that the rules did not read: rather nothing than their words as the document's own.
  if (!cueTables().verbs.has(main.lemma) || QUOTES_ONLY.has(main.lemma)) return true;
  const subject = subjectBefore(sentence.words, main.from, sentence.times, 0);
  return (
    subject === undefined ||
    source.name.split(' ').includes(sentence.words[subject.to - 1]!.text) ||
    /^(resolutions?|sanctions|agreement|treaty|regulation|decision)$/i.test(sentence.words[subject.from]!.text) ||
    !sentence.words
      .slice(subject.from, subject.to)
      .some((word) => word.pos === 'PROPN' || /^(he|she|they|others|both)$/.test(word.lower))
  );
}

/** Of a sentence that is a third or more in marks, so many words are no mere phrase. */
const MUCH_QUOTED = 8;

/** Words in quotation marks are somebody's, and not the document's own, even when it is not plain whose. */
export function isOthersWords(sentence: ReadSentence, at: number | undefined, source: Claimant): boolean {
  if (source.kind === 'person') return false;
  const marked = sentence.quoted.filter(Boolean).length;
  if (marked >= MUCH_QUOTED && marked * 3 > sentence.words.length) return true;
  if (at === undefined || !sentence.quoted[at]) return false;
  // 'decided to "end the mandate"': what was decided is told, in the words of the decision.
  if (sentence.words[at - 2]?.lower === 'to' && /^["'\u201c]$/.test(sentence.words[at - 1]!.text)) return false;
  return sentence.quoted.slice(Math.max(0, at - 4), at + 5).filter(Boolean).length >= 5;
}

/** "How the members voted", "Was the ship boarded?": a heading that promises and a question say nothing. */
export function assertsNothing(sentence: ReadSentence): boolean {
  const { words } = sentence;
  const last = words.findLast((word) => !/^["')\]]$/.test(word.text));
  if (last?.text === '?') return true;
  return sentence.headline && /^(how|why|what|who|where|when|whether)$/.test(words[0]!.lower);
}
