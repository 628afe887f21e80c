import { lacksEvidence } from '../../events/stance.ts';
import { attributionList } from '../../lexicon/attribution-list.ts';
import { cueTables } from '../../lexicon/cue.ts';
import { singularOf } from '../../quantities/counted-noun.ts';
import type { Clause } from '../../syntax/clause.ts';
import type { ParsedSentence } from '../../syntax/parsed-sentence.ts';
import { isUnder } from '../../syntax/phrase-span.ts';

/** Whether what a clause has below it is told by nobody: a rumour, a supposition, a question, what is misquoted or was done away with. */
export function isNobodys(sentence: ParsedSentence, clause: Clause, below: readonly number[]): boolean {
  return (
    isHearsay(sentence, clause) ||
    isOfReader(sentence, clause) ||
    isSupposed(clause) ||
    isAskedFor(sentence, clause, below) ||
    isMisquoted(sentence, clause) ||
    isOfDoneAway(sentence, clause) ||
    isUnproven(sentence, clause) ||
    isUnpersuaded(sentence, clause)
  );
}

/** "You say that our client sold it": what whoever is written to has said, of whom the text is not. */
function isOfReader({ words }: ParsedSentence, { lemma, subject }: Clause): boolean {
  return subject?.link === 'own' && words[subject.head]!.lower === 'you' && cueTables().verbs.has(lemma);
}

/** "Rumour has it that", "legend has it that". */
function isHearsay({ words }: ParsedSentence, { lemma, object, subject }: Clause): boolean {
  if (lemma !== 'have' || object?.link !== 'own' || words[object.head]!.lower !== 'it') return false;
  return subject !== undefined && attributionList('hearsay').has(singularOf(words[subject.head]!.lower));
}

/** "Supposing that the papers are genuine", "an exercise assumed that". */
function isSupposed({ lemma, form }: Clause): boolean {
  return lemma === 'suppose' ? form !== 'finite' : attributionList('supposes').has(lemma);
}

/** "asked why the firm had sold it": what a question takes for granted is no claim of whoever asks. */
function isAskedFor(sentence: ParsedSentence, { lemma, head }: Clause, below: readonly number[]): boolean {
  if (!/^(ask|wonder|inquire|enquire|query)$/.test(lemma)) return false;
  return below.some((top) => {
    const first = Math.min(...sentence.words.map((_, at) => at).filter((at) => isUnder(sentence, at, top)));
    return first > head && QUESTIONS.test(sentence.words[first]!.lower);
  });
}

const QUESTIONS = /^(why|how|who|whom|whose|what|which|where|when|whether|if)$/;

/** "was misquoted as saying that". */
function isMisquoted({ clauses }: ParsedSentence, { relation, opener, parent }: Clause): boolean {
  const above = clauses[parent];
  if (relation !== 'pcomp' || opener !== 'as' || above === undefined) return false;
  return (
    /^(misquote|misreport|misrepresent|misstate)$/.test(above.lemma) ||
    above.modifiers.some((word) => /^(wrongly|falsely|mistakenly|erroneously|incorrectly)$/.test(word))
  );
}

/** "The indictment, since dismissed, said that": a paper of which the sentence says that it was done away with. */
function isOfDoneAway({ clauses }: ParsedSentence, { subject, head }: Clause): boolean {
  return (
    subject !== undefined &&
    clauses.some(
      (other) =>
        other.head !== head &&
        other.passive &&
        !other.negated &&
        attributionList('does-away').has(other.lemma) &&
        /^(advcl|acl|relcl)$/.test(other.relation) &&
        other.object?.head === subject.head,
    )
  );
}

/** "No proof has been produced that it was sold". */
function isUnproven(sentence: ParsedSentence, clause: Clause): boolean {
  const noun = (clause.passive ? clause.object : clause.subject)?.head;
  return noun !== undefined && noun < clause.head && lacksEvidence(sentence, noun, undefined);
}

/** "was not persuaded that it was sold". */
function isUnpersuaded({ words, arcs }: ParsedSentence, { lemma, negated, complement, head }: Clause): boolean {
  const word = lemma === 'be' ? words[complement ?? -1]?.lower : words[head]!.lower;
  return negated && /^(persuaded|convinced|satisfied)$/.test(word ?? '') && arcs.labels[head] !== 'advcl';
}
