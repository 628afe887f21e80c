import { isDismissal } from '../../events/dismissal.ts';
import { type CueBasis, cueTables, QUOTES_ONLY } from '../../lexicon/cue.ts';
import { lexicalVerbs } from '../../lexicon/verb-class.ts';
import { nounList } from '../../lexicon/vocabulary.ts';
import { singularOf } from '../../quantities/counted-noun.ts';
import type { Clause, Party } from '../../syntax/clause.ts';
import type { ParsedSentence } from '../../syntax/parsed-sentence.ts';
import { childBy, childrenBy, isUnder } from '../../syntax/phrase-span.ts';
import type { Attribution } from '../attribution.ts';
import { anyMarked, contentUnder, quotedContent } from '../content.ts';
import { isDocumentNoun } from '../issued-document.ts';
import { insertedInto, isTrailingCcomp } from './inserted-clause.ts';
import { isSomebody } from './reporting-speaker.ts';
import {
  evidenceClause,
  evidenceGiven,
  givesEvidence,
  hasFigure,
  ownEstimate,
  PREPOSITIONAL,
  viewOf,
} from './reporting-verb.ts';

/** What a clause of saying hands over: the words that are said, and their heads. */
type Said = {
  readonly construction: Attribution['construction'];
  readonly content: readonly boolean[];
  readonly tops?: readonly number[];
};

/** What a clause of saying hands over as said, and the heads of it; undefined where it says nothing. */
export function reportedContent(
  sentence: ParsedSentence,
  clause: Clause,
  party: Party | undefined,
  reporting: CueBasis,
): Said | undefined {
  const { words, quoted } = sentence;
  const { head } = clause;
  // "a group it calls Pale Heron": a name, and nothing that is said.
  if (clause.relation === 'relcl' && isNaming(clause)) return undefined;
  // "cited two officials as saying": see `quotedAsSaying`.
  if (/^(cite|quote|report)$/.test(clause.lemma) && saysAs(sentence, clause)) return undefined;
  const view = viewOf(sentence, clause);
  if (view !== undefined)
    return { construction: 'reporting-clause', content: contentUnder(sentence, [view]), tops: [view] };
  const borneOut = evidenceClause(sentence, clause);
  if (borneOut !== undefined)
    return { construction: 'reporting-clause', content: contentUnder(sentence, [borneOut]), tops: [borneOut] };
  const clausal = childrenBy(sentence, head, 'ccomp').filter(
    (at) =>
      !isQuestion(sentence, at, head) &&
      (/^(VERB|AUX)$/.test(words[at]!.pos) || clause.object === undefined) &&
      !isTrailingCcomp(sentence, at) &&
      // A participle behind the subject that was read as a verb: see the mending of clauses.
      sentence.clauses.find((one) => one.head === at)?.relation !== 'acl',
  );
  const source = party === undefined ? [] : [party.head].filter((at) => isUnder(sentence, at, head));
  if (clausal.length > 0) {
    const content = contentUnder(
      sentence,
      [...clausal, ...resultsOf(sentence, clausal)],
      [
        ...source.filter((at) => !clausal.includes(at) && clausal.some((top) => isUnder(sentence, at, top))),
        ...othersAgainst(sentence, clausal),
      ],
    );
    return {
      construction: 'reporting-clause',
      content: withQuotation(sentence, clause, content, source),
      tops: [...clausal, ...thatJoined(sentence, clausal)],
    };
  }
  // "admitted, as it never had before, that it had sold": the parser hangs the clause on what stands above.
  const parted = partedContent(sentence, clause);
  if (parted !== undefined)
    return { construction: 'reporting-clause', content: contentUnder(sentence, [parted]), tops: [parted] };
  // "said in a report seen on Tuesday by AFP that …": the parser hangs the clause on the paper, or on who has seen it.
  const onPaper = clauseOnPaper(sentence, clause);
  if (onPaper !== undefined)
    return { construction: 'reporting-clause', content: contentUnder(sentence, [onPaper]), tops: [onPaper] };
  const estimate = ownEstimate(sentence, clause);
  if (estimate !== undefined)
    return { construction: 'reporting-object', content: contentUnder(sentence, [estimate]), tops: [estimate] };
  const open = childrenBy(sentence, head, 'xcomp');
  if (
    open.length > 0 &&
    (reporting === 'denies' || /^(claim|profess|purport|admit|acknowledge|report|recall|confess)$/.test(clause.lemma))
  )
    return { construction: 'reporting-clause', content: contentUnder(sentence, open), tops: open };
  // "notified the Committee of 67,000 barrels": what they were told of, though the parser may hang it on the hearer.
  const notified = notifiedOf(sentence, clause);
  if (notified !== undefined)
    return { construction: 'reporting-object', content: contentUnder(sentence, [notified.at]), tops: [notified.head] };
  const parentheses = childrenBy(sentence, head, 'parataxis').filter((at) => !isInserted(sentence, at, head));
  // "A did B, X said": read as a clause put into another.
  const inserted = insertedInto(sentence, clause);
  if (inserted !== undefined) {
    const content = contentUnder(sentence, [inserted], [head]);
    if (anyMarked(content)) return { construction: 'inserted-clause', content, tops: [inserted] };
  }
  const marks = quoted.filter(Boolean).length;
  if (marks >= 3 && quoted[head] !== true) {
    const content = quotedContent(sentence, source);
    if (anyMarked(content) && !isKindOfName(sentence, content))
      return { construction: 'quotation-tag', content: withObject(sentence, clause, content) };
  }
  if (parentheses.length > 0 && !QUOTES_ONLY.has(clause.lemma)) {
    const content = contentUnder(sentence, parentheses);
    return { construction: 'reporting-clause', content, tops: parentheses };
  }
  if (open.length > 0 && (reporting === 'states' || reporting === 'assesses') && clause.lemma !== 'continue') {
    // "estimated the fleet to carry": an object with an infinitive.
    if (clause.object !== undefined)
      return {
        construction: 'reporting-clause',
        content: contentUnder(sentence, [...open, clause.object.head]),
        tops: open,
      };
  }
  // "…, which Kampala denies": what the clause before tells.
  if (reporting === 'denies' && clause.relation === 'relcl' && clause.object?.link === 'antecedent') {
    const above = sentence.clauses[clause.parent];
    if (above !== undefined) {
      const content = contentUnder(sentence, [above.head], [head]);
      if (anyMarked(content)) return { construction: 'reporting-object', content, tops: [above.head] };
    }
  }
  const object = givesEvidence(sentence, clause)
    ? evidenceGiven(clause)
    : clause.object?.link === 'own'
      ? clause.object.head
      : undefined;
  if (object !== undefined && statesObject(sentence, clause, object, reporting)) {
    return {
      construction: 'reporting-object',
      content: contentUnder(sentence, [object, ...restBehind(sentence, clause, object)]),
      tops: [object],
    };
  }
  const against =
    reporting === 'denies'
      ? clause.obliques.find(
          ({ preposition, head: noun }) =>
            /^(on|against|at)$/.test(preposition) && cueTables().deniable.has(singularOf(words[noun]!.lower)),
        )
      : undefined;
  if (against !== undefined)
    return {
      construction: 'reporting-object',
      content: contentUnder(sentence, [against.at]),
      tops:
        childrenBy(sentence, against.head, 'acl', 'ccomp').length > 0
          ? childrenBy(sentence, against.head, 'acl', 'ccomp')
          : [against.head],
    };
  const on = clause.obliques.find(
    ({ preposition }) => PREPOSITIONAL.test(preposition) && cueTables().verbs.has(`${clause.lemma}-${preposition}`),
  );
  if (on !== undefined)
    return {
      construction: 'reporting-object',
      content: contentUnder(sentence, [on.at, ...restBehind(sentence, clause, on.at)]),
      tops: [on.head],
    };
  // "denied this two days afterwards": what was told before, though the parser makes it part of the time.
  if (reporting === 'denies' && /^(this|that|it|them)$/.test(words[head + 1]?.lower ?? ''))
    return {
      construction: 'reporting-object',
      content: words.map((_, at) => at === head + 1),
      tops: [head + 1],
    };
  const named = childBy(sentence, head, 'oprd', 'attr');
  if (named !== undefined && words[named] !== undefined && lexicalVerbs('names').has(clause.lemma))
    return { construction: 'reporting-object', content: contentUnder(sentence, [named]), tops: [named] };
  return undefined;
}

/** The clause opened by "that" on a paper in which something is said. */
function clauseOnPaper(sentence: ParsedSentence, clause: Clause): number | undefined {
  const told = (at: number): number | undefined =>
    childrenBy(sentence, at, 'acl', 'ccomp', 'relcl').find((top) =>
      childrenBy(sentence, top, 'mark').some((mark) => sentence.words[mark]!.lower === 'that'),
    );
  for (const { preposition, head: noun } of clause.obliques) {
    if (!/^(in|at|on|to)$/.test(preposition) || !isDocumentNoun(singularOf(sentence.words[noun]!.lower))) continue;
    const own = told(noun);
    if (own !== undefined) return own;
    for (const verb of childrenBy(sentence, noun, 'acl')) {
      const below = told(verb);
      if (below !== undefined) return below;
    }
  }
  return undefined;
}

/** "that A was true and that B was a lie": a denial that opens with its own "that" is said by itself. */
function thatJoined(sentence: ParsedSentence, said: readonly number[]): number[] {
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

function notifiedOf(
  sentence: ParsedSentence,
  clause: Clause,
): { readonly at: number; readonly head: number } | undefined {
  if (!/^(notify|inform|warn|advise|remind|apprise)$/.test(clause.lemma) || clause.object?.link !== 'own')
    return undefined;
  const at = [...childrenBy(sentence, clause.head, 'prep'), ...childrenBy(sentence, clause.object.head, 'prep')].find(
    (preposition) => sentence.words[preposition]!.lower === 'of',
  );
  const head = at === undefined ? undefined : childBy(sentence, at, 'pobj');
  return at === undefined || head === undefined || !hasFigure(sentence, head) ? undefined : { at, head };
}

/** "…, where, they say, three banks asked": a short clause of saying put before the verb, which says nothing of its own. */
function isInserted(sentence: ParsedSentence, at: number, head: number): boolean {
  return at < head && cueTables().verbs.has(sentence.words[at]!.lemma) && childBy(sentence, at, 'nsubj') !== undefined;
}

function saysAs(sentence: ParsedSentence, clause: Clause): boolean {
  const place = sentence.clauses.indexOf(clause);
  return sentence.clauses.some(
    ({ parent, relation, opener, lemma }) =>
      parent === place && relation === 'pcomp' && opener === 'as' && cueTables().verbs.has(lemma),
  );
}

/** Verbs that give a name, and tell nothing else of what they name. */
function isNaming({ lemma }: Clause): boolean {
  return /^(call|brand|dub|label|term|name|nickname)$/.test(lemma);
}

/** "insists that none was sold, though prosecutors say it was": what others say against it is not said by the first. */
function othersAgainst(sentence: ParsedSentence, said: readonly number[]): number[] {
  return sentence.clauses
    .filter(
      ({ head, opener, lemma, subject }) =>
        /^(though|although|while|whereas|but)$/.test(opener) &&
        subject?.link === 'own' &&
        (sentence.words[subject.head]!.pos === 'PROPN' ||
          isSomebody(singularOf(sentence.words[subject.head]!.lower))) &&
        cueTables().verbs.has(lemma) &&
        childBy(sentence, head, 'ccomp') !== undefined &&
        said.some((top) => head > top && isUnder(sentence, head, top)),
    )
    .map(({ head }) => head);
}

/** Participles that go on with what is said though the tree hangs them on the verb of saying: see `resultOf` of the clauses. */
function resultsOf(sentence: ParsedSentence, said: readonly number[]): number[] {
  const places = said.map((top) => sentence.clauses.findIndex(({ head }) => head === top));
  return sentence.clauses
    .filter(({ parent, relation }) => relation === 'advcl' && places.includes(parent))
    .map(({ head }) => head);
}

/** What goes on behind the object of a verb of saying and belongs to what is said: neither when nor where it was said. */
function restBehind(sentence: ParsedSentence, { head }: Clause, object: number): number[] {
  const { arcs, times, clauses } = sentence;
  return arcs.children[head]!.filter(
    (child) =>
      child > head &&
      child !== object &&
      !/^(conj|cc|punct|nsubj|aux|neg|prt)$/.test(arcs.labels[child]!) &&
      !isSayingPlace(sentence, child) &&
      !times.some(({ firstWord, lastWord }) => child >= firstWord && child <= lastWord) &&
      !clauses.some((one) => one.head === child && one.form === 'participle'),
  );
}

/** What is said where the tree hangs it on another verb: see `rejoin` of the clauses. */
function partedContent(sentence: ParsedSentence, clause: Clause): number | undefined {
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
function isQuestion(sentence: ParsedSentence, top: number, head: number): boolean {
  const opener = sentence.words[Math.min(...[top, ...sentence.arcs.children[top]!])];
  if (cueTables().evidential.has(sentence.words[head]!.lemma) && /^(what|whatever|whoever)$/.test(opener?.lower ?? ''))
    return true;
  return top > head && /^(whether|if)$/.test(opener?.lower ?? '');
}

/** Words in marks behind or before what the tree gives to the verb are the speaker's too: parts of one quotation. */
function withQuotation(
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
function withObject(sentence: ParsedSentence, clause: Clause, content: readonly boolean[]): readonly boolean[] {
  const object = clause.object?.link === 'own' ? clause.object.head : undefined;
  if (object === undefined) return content;
  return content.map((held, i) => held || isUnder(sentence, i, object));
}

/** Two or three words in marks that only say what kind a thing is. */
function isKindOfName(sentence: ParsedSentence, content: readonly boolean[]): boolean {
  const inside = sentence.words.filter((_, i) => content[i]);
  return inside.length <= 2 && inside.every(({ pos }) => /^(ADJ|NOUN|PROPN)$/.test(pos));
}

function statesObject(sentence: ParsedSentence, clause: Clause, object: number, reporting: CueBasis): boolean {
  const { words } = sentence;
  if (words[object]!.pos === 'PRON' && !/^(that|this|it|them|any|those)$/.test(words[object]!.lower)) return false;
  const noun = singularOf(words[object]!.lower);
  // "rejected the request", "dismissed ten workers": only what can be true or false is denied.
  if (reporting === 'denies' && /^(request|access|entry|permission|visa|application|service|bail|leave)$/.test(noun))
    return false;
  if (reporting === 'denies')
    return (
      cueTables().deniable.has(noun) ||
      // "rejected any part in it": what nobody claims to have, and somebody was said to have.
      childrenBy(sentence, object, 'det').some((at) => words[at]!.lower === 'any') ||
      /^(deny|dispute|refute|rebut|repudiate|disavow|disclaim)$/.test(clause.lemma) ||
      (sentence.quoted.some(Boolean) &&
        !/^(request|demand|worker|offer|bid|proposal|draft|resolution|appeal)$/.test(noun)) ||
      childrenBy(sentence, object, 'acl', 'ccomp').some((at) =>
        childrenBy(sentence, at, 'mark').some((mark) => words[mark]!.lower === 'that'),
      )
    );
  if (clause.negated && !/^(confirm|verify|corroborate|substantiate)$/.test(clause.lemma)) return false;
  if (lexicalVerbs('condemns').has(clause.lemma) || lexicalVerbs('names').has(clause.lemma)) return true;
  if (/^(blame|accuse)$/.test(clause.lemma) || givesEvidence(sentence, clause)) return true;
  if (/^(put|place|set|peg)$/.test(clause.lemma)) return true;
  if (/^(voice|express|share)$/.test(clause.lemma))
    return /^(worry|concern|alarm|dismay|regret|view|doubt|support|fear|belief|outrage|hope|opposition|condemnation)$/.test(
      noun,
    );
  if (cueTables().evidential.has(clause.lemma) && hasFigure(sentence, object)) return true;
  return lexicalVerbs('states-object').has(clause.lemma) && !nounList('document').has(noun);
}

/** "said in a statement", "announced at a meeting": where it was said. */
function isSayingPlace(sentence: ParsedSentence, at: number): boolean {
  const object = childBy(sentence, at, 'pobj');
  if (object === undefined) return false;
  const noun = singularOf(sentence.words[object]!.lower);
  return (
    sentence.times.some(({ firstWord, lastWord }) => object >= firstWord && object <= lastWord) ||
    (/^(in|at|on|during|via|through)$/.test(sentence.words[at]!.lower) &&
      (nounList('document').has(noun) ||
        /^(meeting|interview|briefing|conference|hearing|speech|post|call|session|visit|broadcast|remark|comment|summit|podcast)$/.test(
          noun,
        )))
  );
}
