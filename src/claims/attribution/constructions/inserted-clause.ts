import { cueTables, PLAIN_SAYING } from '../../lexicon/cue.ts';
import type { Clause } from '../../syntax/clause.ts';
import type { ParsedSentence } from '../../syntax/parsed-sentence.ts';
import { childBy, childrenBy, nounRun, spanUnder } from '../../syntax/phrase-span.ts';

/** The clause into which a clause of saying is put: "Survivors, he went on, said", "…, the report notes, …". */
export function insertedInto(sentence: ParsedSentence, clause: Clause): number | undefined {
  const { arcs, words } = sentence;
  const label = arcs.labels[clause.head]!;
  const above = arcs.heads[clause.head]!;
  if (above < 0 || clause.subject === undefined || clause.subject.link !== 'own') return undefined;
  if (clause.opener !== '' && clause.opener !== 'as') return undefined;
  // "has no friends to contend with": whom somebody would have to do with.
  if (clause.form === 'infinitive') return undefined;
  // Who is told of in a quotation does not say what stands outside of it.
  if (sentence.quoted[clause.head] === true && sentence.quoted[above] !== true) return undefined;
  // "…, its commander, Admiral X, told a news conference": joined by a comma alone, and holding nothing itself.
  if (label === 'conj' && isTrailing(sentence, clause)) return above;
  // "This was no accident but, say the prosecutors, a breach": the verb before its subject, between commas.
  const isTurnedRound = clause.subject.head > clause.head && words[clause.head - 1]?.text === ',';
  if (label === 'conj' && PLAIN_SAYING.has(clause.lemma) && isTurnedRound && clause.object === undefined) return above;
  if (label === 'parataxis' || (label === 'ccomp' && above < clause.head && words[above]!.pos !== 'VERB')) return above;
  // "as the ministry put it", "as officials said".
  const object = clause.object === undefined ? undefined : words[clause.object.head]!.lower;
  // "nor was it sold, as the programme claims": they claim that it was.
  const turned = sentence.clauses.find(({ head }) => head === above)?.negated === true;
  if (clause.opener === 'as' && turned && /^(claim|allege)$/.test(clause.lemma)) return undefined;
  // "as his army continues to struggle": what goes on meanwhile.
  if (clause.opener === 'as' && childBy(sentence, clause.head, 'xcomp') !== undefined) return undefined;
  if (label === 'advcl' && clause.opener === 'as' && (object === undefined || object === 'it')) return above;
  if ((label === 'dep' || label === 'ccomp' || label === 'advcl') && isSetOff(sentence, clause)) return above;
  return undefined;
}

/** A clause of saying at the end after a comma, joined by no word, with at most a hearer after its verb. */
function isTrailing(sentence: ParsedSentence, clause: Clause): boolean {
  const { arcs, words } = sentence;
  const first = arcs.heads[clause.head]!;
  const subject = clause.subject!.head;
  return (
    (PLAIN_SAYING.has(clause.lemma) || (cueTables().verbs.has(clause.lemma) && clause.object === undefined)) &&
    subject > first &&
    words[nounRun(sentence, subject).from - 1]?.text === ',' &&
    childrenBy(sentence, first, 'cc').every((at) => at > clause.head || at < first) &&
    !/\p{L}/u.test(
      words
        .slice(spanUnder(sentence, clause.head).to)
        .map(({ text }) => text)
        .join(''),
    )
  );
}

/** "The U.S. told a committee that …, a spokeswoman confirmed": who tells of the telling is no part of what was reported. */
export function isTrailingCcomp(sentence: ParsedSentence, at: number): boolean {
  const clause = sentence.clauses.find(({ head }) => head === at);
  return (
    clause?.subject?.link === 'own' &&
    clause.opener === '' &&
    sentence.arcs.heads[at]! < at &&
    isTrailing(sentence, clause) &&
    childBy(sentence, at, 'ccomp') === undefined
  );
}

/** The clause stands between commas or at the end after one, and holds nothing itself. */
function isSetOff(sentence: ParsedSentence, clause: Clause): boolean {
  const { words } = sentence;
  const from = Math.min(clause.head, clause.subject?.head ?? clause.head);
  const lead = words.slice(Math.max(0, from - 4), from).some(({ text }) => /^[,"—–-]$/.test(text));
  return lead && clause.object === undefined;
}
