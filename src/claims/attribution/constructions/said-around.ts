import { isDismissive } from '../../events/dismissal.ts';
import { attributionList } from '../../lexicon/attribution-list.ts';
import { cueTables, PLAIN_SAYING, type ReportingClass } from '../../lexicon/cue.ts';
import { singularOf } from '../../quantities/counted-noun.ts';
import type { Clause } from '../../syntax/clause.ts';
import type { ParsedSentence } from '../../syntax/parsed-sentence.ts';
import { childBy, childrenBy, isUnder } from '../../syntax/phrase-span.ts';
import type { Attribution } from '../attribution.ts';
import { contentUnder } from '../content.ts';

/** What a clause of saying hands over: the words that are said, and their heads. */
export type Said = {
  readonly construction: Attribution['construction'];
  readonly content: readonly boolean[];
  readonly tops?: readonly number[];
};

/**
 * "While the ban has not ended the trade, the panel said, “it has slowed it”": a quotation that goes on in lower case goes on with the
 * sentence, and what stands before the one who speaks is theirs too.
 */
export function begunBefore({ arcs, words, quoted }: ParsedSentence, { head, subject }: Clause): readonly number[] {
  const first = quoted.indexOf(true, head);
  const begins = first < 0 ? undefined : words.slice(first).find(({ text }) => /\p{L}/u.test(text));
  if (words[head + 1]?.text !== ',' || first > head + 3 || begins === undefined || !/^\p{Ll}/u.test(begins.text))
    return [];
  // "When police found 40 rifles, the owner said, “they are not ours”": only what is set against the quotation is part of it.
  const isSetAgainst = (child: number): boolean =>
    arcs.children[child]!.some(
      (mark) => arcs.labels[mark] === 'mark' && /^(while|although|though|whereas)$/.test(words[mark]!.lower),
    );
  return arcs.children[head]!.filter(
    (child) =>
      arcs.labels[child] === 'advcl' &&
      child < (subject?.head ?? 0) &&
      !quoted[child] &&
      isSetAgainst(child) &&
      !cueTables().verbs.has(words[child]!.lemma),
  );
}

/**
 * "Many were cremated there, while some 2,000 returned by train, the agency told lawmakers": whoever closes the sentence tells all of it;
 * the parser hangs the clauses between on the verb of saying.
 */
export function upToSource(
  sentence: ParsedSentence,
  { head, subject }: Clause,
  said: readonly number[],
): readonly number[] {
  const first = Math.min(...said);
  return subject?.link !== 'own' || first > subject.head
    ? []
    : childrenBy(sentence, head, 'advcl', 'dep', 'parataxis', 'prep').filter(
        (at) => at > first && at < Math.min(head, subject.head),
      );
}

/** "It fired a missile that flew 800 km, the army said": behind a relative clause whoever closes the sentence tells all of it. */
export function wholeBefore({ clauses }: ParsedSentence, into: number, saying: number): number {
  const clause = clauses.find(({ head }) => head === into);
  const above = clause === undefined ? undefined : clauses[clause.parent];
  return clause?.relation === 'relcl' && above !== undefined && into < saying && above.head < into ? above.head : into;
}

/** "denied that it had sold them, saying that": a participle of saying after a comma goes on with whoever speaks, and is no part of what was said. */
export function goesOnSaying(sentence: ParsedSentence, said: readonly number[]): number[] {
  return said.flatMap((top) =>
    childrenBy(sentence, top, 'advcl').filter(
      (at) =>
        at > top &&
        sentence.arcs.tags[at] === 'VBG' &&
        PLAIN_SAYING.has(sentence.words[at]!.lemma) &&
        sentence.words[at - 1]?.text === ',' &&
        childBy(sentence, at, 'nsubj') === undefined,
    ),
  );
}

/**
 * "claims that it had a part in two attacks, without providing any evidence", "he added, without elaborating": how it was said, as whoever
 * reports it tells; the parser hangs it on what was said.
 */
export function leftUnsaid(sentence: ParsedSentence, said: readonly number[]): number[] {
  return sentence.clauses
    .filter(
      ({ opener, lemma, object, head }) =>
        opener === 'without' &&
        (/^(elaborate|specify|explain|say|disclose|clarify|detail)$/.test(lemma) ||
          (/^(provide|give|offer|present|cite|produce|supply|show)$/.test(lemma) &&
            object?.link === 'own' &&
            attributionList('details').has(sentence.words[object.head]!.lower))) &&
        said.some((top) => isUnder(sentence, head, top)),
    )
    .map(({ head }) => sentence.arcs.heads[head]!);
}

/**
 * "They were holding 59, he said, 22 of whom had been seized": a clause of saying between commas tells what stands before it as well,
 * though the parser gives it what stands behind alone.
 */
export function tellsAround({ arcs, words }: ParsedSentence, { head, subject }: Clause): readonly number[] {
  const isBetween = words[head + 1]?.text === ',' && subject?.link === 'own' && subject.head < head;
  const above = arcs.heads[head]!;
  return isBetween && arcs.labels[head] === 'parataxis' && above < head && above >= 0 ? [above] : [];
}

/** "The envoy rejected what he called lies: his country had sold nothing": a sentence behind a colon is what whoever denies or says so tells. */
export function behindColon(
  sentence: ParsedSentence,
  { head, subject, lemma }: Clause,
  reporting: ReportingClass,
): Said | undefined {
  const { words, clauses, quoted, arcs } = sentence;
  if (subject?.link !== 'own' || !(reporting === 'denies' || PLAIN_SAYING.has(lemma))) return undefined;
  const mark = words.findIndex(({ text }, at) => at > head && text === ':');
  if (mark < 0 || quoted[mark] || quoted.includes(true)) return undefined;
  const isTold = ({ head: other, form, subject: party, object }: Clause) =>
    other > mark && form === 'finite' && (party ?? object)?.link === 'own' && (party ?? object)!.head > mark;
  const stated = clauses.find(isTold);
  const that = childrenBy(sentence, head, 'ccomp').some(
    (at) => at < mark && childrenBy(sentence, at, 'mark').length > 0,
  );
  // What hangs on the clause before the mark was said with it.
  if (stated === undefined || that || arcs.labels[stated.head] === 'relcl' || arcs.labels[stated.head] === 'conj')
    return undefined;
  return { construction: 'reporting-clause', content: words.map((_, at) => at > mark), tops: [stated.head] };
}

/** "a figure that the committee calls fanciful": the noun of what somebody else told, which is called untrue. */
export function dismissedBefore(sentence: ParsedSentence, { head }: Clause): Said | undefined {
  const noun = sentence.arcs.heads[head]!;
  if (noun < 0 || !cueTables().deniable.has(singularOf(sentence.words[noun]!.lower))) return undefined;
  const isUntrue = childrenBy(sentence, head, 'oprd', 'attr', 'acomp', 'dobj', 'ccomp').some((at) =>
    isDismissive(sentence, at),
  );
  return isUntrue
    ? { construction: 'reporting-object', content: contentUnder(sentence, [noun], [head]), tops: [noun] }
    : undefined;
}

/** "said that it sold arms, a claim Lomé rejects": the clause that the noun stands for, or the noun where that is no clause. */
export function claimedBefore(sentence: ParsedSentence, noun: number): readonly number[] {
  const host = sentence.arcs.heads[noun]!;
  if (host < 0 || !/^(VERB|AUX)$/.test(sentence.words[host]!.pos)) return [noun];
  const said = childrenBy(sentence, host, 'ccomp').filter((at) => at < noun);
  if (said.length > 0) return said;
  return cueTables().verbs.has(sentence.words[host]!.lemma) ? [noun] : [host];
}
