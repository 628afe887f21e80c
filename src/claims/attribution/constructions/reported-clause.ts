import { isDismissal } from '../../events/dismissal.ts';
import { attributionList } from '../../lexicon/attribution-list.ts';
import { cueTables } from '../../lexicon/cue.ts';
import { singularOf } from '../../quantities/counted-noun.ts';
import type { Clause } from '../../syntax/clause.ts';
import type { ParsedSentence } from '../../syntax/parsed-sentence.ts';
import { childBy, childrenBy } from '../../syntax/phrase-span.ts';
import { isDocumentNoun } from '../issued-document.ts';

/** The clause opened by "that" on a paper in which something is said. */
export function clauseOnPaper(sentence: ParsedSentence, clause: Clause): number | undefined {
  const stated = (at: number): number | undefined =>
    childrenBy(sentence, at, 'acl', 'ccomp', 'relcl').find((top) =>
      childrenBy(sentence, top, 'mark').some((mark) => sentence.words[mark]!.lower === 'that'),
    );
  for (const { preposition, head: noun } of clause.obliques) {
    if (!/^(in|at|on|to)$/.test(preposition) || !isDocumentNoun(singularOf(sentence.words[noun]!.lower))) continue;
    const own = stated(noun);
    if (own !== undefined) return own;
    for (const verb of childrenBy(sentence, noun, 'acl')) {
      const below = stated(verb);
      if (below !== undefined) return below;
    }
  }
  return undefined;
}

/** "that A was true and that B was a lie": a denial that opens with its own "that" is said by itself. */
export function thatJoined(sentence: ParsedSentence, said: readonly number[]): number[] {
  return said.flatMap((top) =>
    childrenBy(sentence, top, 'conj').filter((at) => {
      const clause = sentence.clauses.find(({ head }) => head === at);
      return (
        clause !== undefined &&
        isDismissal(sentence, clause) &&
        childrenBy(sentence, at, 'mark').some((mark) => sentence.words[mark]!.lower === 'that')
      );
    }),
  );
}

/** Participles that go on with what is said though the tree hangs them on the verb of saying: see `resultOf` of the clauses. */
export function resultsOf(sentence: ParsedSentence, said: readonly number[]): number[] {
  const places = said.map((top) => sentence.clauses.findIndex(({ head }) => head === top));
  return sentence.clauses
    .filter(({ parent, relation }) => relation === 'advcl' && places.includes(parent))
    .map(({ head }) => head);
}

/** What is said where the tree hangs it on another verb: see `rejoin` of the clauses. */
export function partedContent(sentence: ParsedSentence, clause: Clause): number | undefined {
  const place = sentence.clauses.indexOf(clause);
  return sentence.clauses.find(
    ({ parent, relation, head }) =>
      parent === place &&
      relation === 'ccomp' &&
      /^(advcl|relcl)$/.test(sentence.arcs.labels[head]!) &&
      head > clause.head,
  )?.head;
}

/** A complement that asks ("asked whether", "how many"), or that names a thing ("count what they see"). */
export function isQuestion(sentence: ParsedSentence, top: number, head: number): boolean {
  const opener = sentence.words[Math.min(...[top, ...sentence.arcs.children[top]!])];
  // "sets out what we know": which that is, is told elsewhere.
  const verb = sentence.clauses.find((clause) => clause.head === head)?.lemma ?? '';
  const isList = cueTables().evidential.has(verb) || /^(set-out|lay-out|spell-out|outline)$/.test(verb);
  if (isList && /^(what|whatever|whoever)$/.test(opener?.lower ?? '')) return true;
  return top > head && /^(whether|if)$/.test(opener?.lower ?? '');
}

/** "…, where, they say, three banks asked": a short clause of saying put before the verb, which says nothing of its own. */
export function isInserted(sentence: ParsedSentence, at: number, head: number): boolean {
  return at < head && cueTables().verbs.has(sentence.words[at]!.lemma) && childBy(sentence, at, 'nsubj') !== undefined;
}

/** "cited two officials as saying": a verb of saying stands after "as". */
export function saysAs(sentence: ParsedSentence, clause: Clause): boolean {
  const place = sentence.clauses.indexOf(clause);
  return sentence.clauses.some(
    ({ parent, relation, opener, lemma }) =>
      parent === place && relation === 'pcomp' && opener === 'as' && cueTables().verbs.has(lemma),
  );
}

/** Verbs that give a name, and tell nothing else of what they name. */
export function isNaming({ lemma }: Clause): boolean {
  return attributionList('naming').has(lemma);
}
