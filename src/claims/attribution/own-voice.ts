import { speaksOfMeasures } from '../events/event.ts';
import { attributionList } from '../lexicon/attribution-list.ts';
import { cueTables, PLAIN_SAYING, QUOTES_ONLY } from '../lexicon/cue.ts';
import type { Claimant } from '../model/claim.ts';
import type { Clause } from '../syntax/clause.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { childBy, nounRun } from '../syntax/phrase-span.ts';

/** Sentences shorter than this are headings and calls. */
const LEAST_WORDS = 6;
/** Of a sentence that is a third or more in marks, so many words are no mere phrase. */
const MUCH_QUOTED = 8;

/**
 * A sentence in the document's own voice without an event or a figure. Of a State's, a body's or an institute's paper every
 * statement is its assertion; of a newspaper's only what speaks of measures and breaches of them. `besides`: a clause beside the
 * main one is told already.
 */
export function assertsOfItself(sentence: ParsedSentence, source: Claimant, besides = false): boolean {
  if (sentence.headline || sentence.words.length < LEAST_WORDS) return false;
  const main = sentence.clauses.find(
    ({ form, relation, head }) => form === 'finite' && relation === 'ROOT' && !sentence.quoted[head],
  );
  if (main === undefined) return false;
  if (source.kind === 'newsroom')
    return (
      speaksOfMeasures(sentence.words) ||
      isOfNamed(sentence, main, besides) ||
      (attributionList('bears-out').has(main.lemma) &&
        sentence.clauses.some(({ parent, relation }) => sentence.clauses[parent] === main && relation === 'ccomp'))
    );
  // Somebody else says something that no construction read: rather nothing than their words as the document's own.
  if (!cueTables().verbs.has(main.lemma) || QUOTES_ONLY.has(main.lemma) || main.passive) return true;
  const subject = main.subject?.head;
  return (
    subject === undefined ||
    sentence.words[subject]!.pos === 'NOUN' ||
    source.name.split(' ').includes(sentence.words[subject]!.text)
  );
}

/** Words in quotation marks are somebody's, and not the document's own, even when it is not plain whose. */
export function isOthersWords(sentence: ParsedSentence, at: number | undefined, source: Claimant): boolean {
  if (source.kind === 'person') return false;
  const marked = sentence.quoted.filter(Boolean).length;
  // "Hungary opposes it, its minister calling it “…”": a main clause that stands before the marks is told outside of them.
  const isOutside =
    at !== undefined && !sentence.quoted[at] && sentence.quoted.indexOf(true) > at && isMain(sentence, at);
  if (marked >= MUCH_QUOTED && marked * 3 > sentence.words.length && !isOutside) return true;
  if (at === undefined || !sentence.quoted[at]) return false;
  return sentence.quoted.slice(Math.max(0, at - 4), at + 5).filter(Boolean).length >= 5;
}

function isMain({ clauses, words }: ParsedSentence, at: number): boolean {
  return clauses.some(
    ({ head, relation, form, subject, lemma }) =>
      head === at &&
      relation === 'ROOT' &&
      form === 'finite' &&
      subject?.link === 'own' &&
      !cueTables().verbs.has(lemma) &&
      !/^(put|peg|place)$/.test(lemma) &&
      words[subject.head]!.pos !== 'PRON',
  );
}

/** "How the members voted", "Was the ship boarded?": a heading that promises and a question say nothing. */
export function assertsNothing(sentence: ParsedSentence): boolean {
  const { words } = sentence;
  const last = words.findLast((word) => !/^["')\]]$/.test(word.text));
  if (last?.text === '?') return true;
  return sentence.headline && /^(how|why|what|who|where|when|whether)$/.test(words[0]!.lower);
}

/** Of whom or what it is told that something was said: no fact of the newspaper's. */
const WORDS_OF_OTHERS = /^(sources?|officials?|figures?|reports?|claims?|allegations?|statements?|news|accounts?)$/;

/**
 * A sentence that says what somebody did or what became of a thing, with the name of a State, a body, a ship, a place or a person in
 * it, or a day: an assertion of the newspaper's own.
 */
function isOfNamed(sentence: ParsedSentence, main: Clause, besides: boolean): boolean {
  const subject = (main.passive ? main.object : main.subject)?.head;
  if (subject === undefined || main.modifiers.some((word) => /^(may|might|could|would)$/.test(word))) return false;
  const { words, arcs } = sentence;
  // "…, the Institute said": all before it is what somebody says, though no construction read it.
  if (PLAIN_SAYING.has(main.lemma) && !main.passive && words[nounRun(sentence, subject).from - 1]?.text === ',')
    return false;
  if (/^(seem|appear|mean)$/.test(main.lemma)) return false;
  if (main.object === undefined && main.obliques.length === 0 && main.complement === undefined) return false;
  // "The agent was Dorvik, which a judge accused of …": told for the sake of what hangs on it, which is read by itself.
  if (main.lemma === 'be' && main.complement !== undefined && childBy(sentence, main.complement, 'relcl') !== undefined)
    return false;
  // "It is the capital of a regime that seized power in 2021": where a clause below it is told, so is what it hangs on.
  if (besides && !cueTables().verbs.has(main.lemma) && !WORDS_OF_OTHERS.test(words[subject]!.lower)) return true;
  // What happens as a rule, or goes on now, is background: only what took place is told.
  const done = arcs.tags[main.head] === 'VBD' || arcs.tags[main.head] === 'VBN';
  const isNamed = (at: number) =>
    words[at]!.pos === 'PROPN' ||
    sentence.mentions.some(({ from, to, kind }) => at >= from && at < to && kind !== 'place') ||
    sentence.vessels.some(({ from, to }) => at >= from && at < to);
  return (
    isNamed(subject) ||
    (done && words.some((_, at) => isNamed(at) && sentence.clauses[sentence.clauseOf[at]!] === main))
  );
}
