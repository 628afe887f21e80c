import { attributionList } from '../../lexicon/attribution-list.ts';
import { cueTables, QUOTES_ONLY, type ReportingClass } from '../../lexicon/cue.ts';
import { lexicalVerbs } from '../../lexicon/verb-class.ts';
import { nounList } from '../../lexicon/vocabulary.ts';
import { singularOf } from '../../quantities/counted-noun.ts';
import type { Clause, Party } from '../../syntax/clause.ts';
import type { ParsedSentence } from '../../syntax/parsed-sentence.ts';
import { childBy, childrenBy, isUnder } from '../../syntax/phrase-span.ts';
import { anyMarked, contentUnder, quotedContent } from '../content.ts';
import { figureGiven } from './given-figure.ts';
import { insertedInto, isTrailingCcomp } from './inserted-clause.ts';
import { isKindOfName, withObject, withQuotation } from './quoted-part.ts';
import {
  clauseOnPaper,
  isInserted,
  isNaming,
  isQuestion,
  partedContent,
  resultsOf,
  saysAs,
  thatJoined,
} from './reported-clause.ts';
import { notifiedOf, restAfter, statesObject } from './reporting-object.ts';
import { evidenceClause, evidenceGiven, givesEvidence, ownEstimate, PREPOSITIONAL, viewOf } from './reporting-verb.ts';
import {
  begunBefore,
  behindColon,
  claimedBefore,
  dismissedBefore,
  goesOnSaying,
  leftUnsaid,
  type Said,
  tellsAround,
  upToSource,
  wholeBefore,
} from './said-around.ts';

/** "continues the use of “illicit transfers”": of verbs that also do something, words in marks within their object say nothing. */
function isOfThing(sentence: ParsedSentence, { lemma, object }: Clause): boolean {
  if (!QUOTES_ONLY.has(lemma) || object?.link !== 'own' || sentence.quoted[object.head]) return false;
  return sentence.words.every(
    ({ pos }, at) => pos === 'PUNCT' || !sentence.quoted[at] || isUnder(sentence, at, object.head),
  );
}

/** "found it in boxes marked “frozen squid”", "alerted both “at least nine times”": a term beside what is done or seen says nothing. */
function isTermOfAct({ words }: ParsedSentence, { lemma }: Clause, content: readonly boolean[]): boolean {
  return (
    (cueTables().evidential.has(lemma) || attributionList('notifies-of').has(lemma)) &&
    !words.some(({ pos }, at) => content[at] === true && /^(VERB|AUX)$/.test(pos))
  );
}

function isFiniteVerb({ clauses }: ParsedSentence, at: number): boolean {
  return clauses.some(({ head, form }) => head === at && form === 'finite');
}

/** What a clause of saying hands over as said, and the heads of it; undefined where it says nothing. */
export function reportedContent(
  sentence: ParsedSentence,
  clause: Clause,
  party: Party | undefined,
  reporting: ReportingClass,
): Said | undefined {
  const { words, quoted } = sentence;
  const { head } = clause;
  // "a group it calls Pale Heron": a name, and nothing that is said; "a suggestion it calls absurd" denies what was suggested.
  if (clause.relation === 'relcl' && isNaming(clause)) return dismissedBefore(sentence, clause);
  // "cited two officials as saying": see `quotedAsSaying`.
  if (/^(cite|quote|report)$/.test(clause.lemma) && saysAs(sentence, clause)) return undefined;
  const behind = behindColon(sentence, clause, reporting);
  if (behind !== undefined) return behind;
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
      // A participle after the subject that was read as a verb: see the mending of clauses.
      sentence.clauses.find((one) => one.head === at)?.relation !== 'acl',
  );
  const source = party === undefined ? [] : [party.head].filter((at) => isUnder(sentence, at, head));
  if (clausal.length > 0) {
    const around = tellsAround(sentence, clause);
    const content = contentUnder(
      sentence,
      [
        ...clausal,
        ...around,
        ...resultsOf(sentence, clausal),
        ...begunBefore(sentence, clause),
        ...upToSource(sentence, clause, clausal),
      ],
      [
        ...source.filter((at) => !clausal.includes(at) && clausal.some((top) => isUnder(sentence, at, top))),
        ...goesOnSaying(sentence, clausal),
        ...leftUnsaid(sentence, clausal),
      ],
    ).map((held, at) => held && !(around.length > 0 && (at === head || at === party?.head)));
    return {
      construction: 'reporting-clause',
      content: withQuotation(sentence, clause, content, source),
      tops: [...around, ...clausal, ...thatJoined(sentence, clausal)],
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
  const given = figureGiven(sentence, clause);
  if (given !== undefined)
    return { construction: 'reporting-object', content: contentUnder(sentence, [given]), tops: [given] };
  const open = childrenBy(sentence, head, 'xcomp');
  // "confirmed having received 17 wounded": a gerund is what was done.
  const gerund = open.some((at) => /^(VBG|VBN)$/.test(sentence.arcs.tags[at]!));
  if (
    open.length > 0 &&
    (reporting === 'denies' ||
      attributionList('says-to-have').has(clause.lemma) ||
      (gerund && attributionList('stated-by').has(clause.lemma)))
  )
    return { construction: 'reporting-clause', content: contentUnder(sentence, open), tops: open };
  // "admitted to having taken orders": what somebody owns to.
  const owned = /^(admit|confess)$/.test(clause.lemma)
    ? childrenBy(sentence, head, 'prep').flatMap((at) => childrenBy(sentence, at, 'pcomp'))
    : [];
  if (owned.length > 0)
    return { construction: 'reporting-clause', content: contentUnder(sentence, owned), tops: owned };
  // "a man who they said hid its nature": the verb with what is said of whom the relative clause is about.
  const ofWhom = clause.relation === 'relcl' ? open.filter((at) => isFiniteVerb(sentence, at)) : [];
  if (ofWhom.length > 0)
    return { construction: 'reporting-clause', content: contentUnder(sentence, ofWhom), tops: ofWhom };
  // "notified the Committee of 67,000 barrels": what they were told of, though the parser may hang it on the hearer.
  const notified = notifiedOf(sentence, clause);
  if (notified !== undefined)
    return { construction: 'reporting-object', content: contentUnder(sentence, [notified.at]), tops: [notified.head] };
  const parentheses = childrenBy(sentence, head, 'parataxis').filter((at) => !isInserted(sentence, at, head));
  // "A did B, X said": read as a clause put into another.
  const into = insertedInto(sentence, clause);
  const inserted = into === undefined ? undefined : wholeBefore(sentence, into, head);
  if (inserted !== undefined) {
    const content = contentUnder(sentence, [inserted], [head]);
    if (anyMarked(content)) return { construction: 'inserted-clause', content, tops: [inserted] };
  }
  const marks = quoted.filter(Boolean).length;
  // "“never laid the first brick” of the refinery it promised": what a noun is, and no word of the promise.
  const isOfNoun =
    clause.relation === 'relcl' && clause.object?.link === 'antecedent' && words[clause.object.head]!.pos === 'NOUN';
  // "When an employee asked why, Selin answered, “Better not to know”": whose verb stands nearest speaks.
  const first = quoted.indexOf(true, head);
  const isNearer = sentence.clauses.some(
    (other) => other.head > head && other.head < first && !other.passive && cueTables().verbs.has(other.lemma),
  );
  // "had shown “an unwillingness to stop it”": a State or person shows it and has said nothing; a paper or data would.
  const shower = singularOf(words[clause.subject?.head ?? -1]?.lower ?? '');
  const isShown =
    clause.lemma === 'show' &&
    clause.object?.link === 'own' &&
    !nounList('document').has(shower) &&
    !nounList('sensor').has(shower);
  if (marks >= 3 && quoted[head] !== true && !isOfNoun && !isShown && !(clause.relation === 'advcl' && isNearer)) {
    const content = quotedContent(sentence, source);
    if (
      anyMarked(content) &&
      !isKindOfName(sentence, content) &&
      !isSaidElsewhere(sentence, clause, content) &&
      !isOfThing(sentence, clause) &&
      !isTermOfAct(sentence, clause, content)
    )
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
  // "…, a claim Cairo has denied": what was claimed before is named by a noun.
  const claimed = clause.object?.link === 'antecedent' ? clause.object.head : undefined;
  if (
    reporting === 'denies' &&
    clause.relation === 'relcl' &&
    claimed !== undefined &&
    cueTables().deniable.has(singularOf(words[claimed]!.lower))
  ) {
    const tops = claimedBefore(sentence, claimed);
    return {
      construction: 'reporting-object',
      content: contentUnder(
        sentence,
        tops,
        [claimed, head].filter((at) => !tops.includes(at)),
      ),
      tops,
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
      content: contentUnder(sentence, [object, ...restAfter(sentence, clause, object)]),
      tops: [object],
    };
  }
  // "which the Panel had put at 450,000 bags": the figure that is put on what the relative clause is about.
  const put =
    clause.relation === 'relcl' && party?.link === 'own'
      ? clause.obliques.find(
          ({ preposition }) =>
            (preposition === 'at' && /^(put|place|peg|estimate)$/.test(clause.lemma)) ||
            // "…, which the directorate attributes to smugglers": the cause.
            (preposition === 'to' && /^(attribute|ascribe)$/.test(clause.lemma)),
        )
      : undefined;
  if (put !== undefined)
    return {
      construction: 'reporting-object',
      content: contentUnder(sentence, [put.at]),
      tops: put.preposition === 'to' ? [put.head] : [],
    };
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
      content: contentUnder(sentence, [on.at, ...restAfter(sentence, clause, on.at)]),
      tops: [on.head],
    };
  // "denied this two days afterwards": what was reported before, though the parser makes it part of the time.
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

/** "Asked if it was “human error”, she answered that the command was assessing it": words in marks before somebody else's saying are none of who is told of in it. */
function isSaidElsewhere(sentence: ParsedSentence, { relation, parent }: Clause, content: readonly boolean[]): boolean {
  const above = sentence.clauses[parent];
  if (relation !== 'ccomp' || above === undefined) return false;
  return content.lastIndexOf(true) < above.head;
}
