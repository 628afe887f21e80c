import { type CueBasis, cueTables, QUOTES_ONLY } from '../../lexicon/cue.ts';
import { lexicalVerbs } from '../../lexicon/verb-class.ts';
import { nounList } from '../../lexicon/vocabulary.ts';
import type { Speaker } from '../../names/speaker-phrase.ts';
import { singularOf } from '../../quantities/counted-noun.ts';
import type { Clause, Party } from '../../syntax/clause.ts';
import type { ParsedSentence } from '../../syntax/parsed-sentence.ts';
import { childBy, childrenBy, isUnder } from '../../syntax/phrase-span.ts';
import type { Attribution } from '../attribution.ts';
import { anyMarked, contentUnder, quotedContent } from '../content.ts';
import { hearers } from '../hearer.ts';
import { isDocumentNoun } from '../issued-document.ts';
import { makeAttribution } from '../make-attribution.ts';
import { issuerOf } from '../source-phrase.ts';
import type { SpeakerContext } from '../speaker-context.ts';
import { insertedInto, isTrailingCcomp } from './inserted-clause.ts';

/**
 * "X said that …", "…, X said", "“…,” X said", "X dismissed the report": a clause whose verb reports, with its subject as the
 * source and its clause, its quotation or its object as the content.
 */
export function reportingClause(
  sentence: ParsedSentence,
  place: number,
  context: SpeakerContext,
  previous: Speaker | undefined,
): Attribution | undefined {
  const clause = sentence.clauses[place]!;
  const reporting = classOf(sentence, clause);
  if (reporting === undefined || clause.passive || isWithheld(sentence, clause)) return undefined;
  // "Police reportedly found 30 pistols": somebody else says so.
  if (clause.modifiers.some((word) => cueTables().adverbs.has(word))) return undefined;
  // "citing a customs officer" names a source, and says nothing of itself.
  if (/^(cite|quote)$/.test(clause.lemma) && clause.form === 'participle') return undefined;
  const party = clause.subject;
  const said = contentOf(sentence, clause, party, reporting);
  if (said === undefined) return undefined;
  const speaker = speakerOf(sentence, party, context, previous);
  if (speaker === undefined || !canSpeak(sentence, party, speaker, clause)) return undefined;
  const relay = [...hearers(sentence, clause, context)];
  const unconfirmed = isUnconfirmed(sentence, clause);
  if (
    unconfirmed &&
    said.construction === 'reporting-object' &&
    !sentence.words.some(
      ({ lower }, i) => said.content[i] && /^(claims?|reports?|allegations?|accounts?|figures?)$/.test(lower),
    )
  )
    return makeAttribution(sentence, {
      ...said,
      reporting: 'states',
      lemma: clause.lemma,
      cue: clause.head,
      speaker,
      relay,
    });
  if (unconfirmed)
    return makeAttribution(sentence, {
      ...said,
      reporting: 'alleges',
      lemma: clause.lemma,
      cue: clause.head,
      speaker: { claimant: { name: 'unnamed', kind: 'unnamed' }, plural: false, rule: 'unconfirmed', run: speaker.run },
      dissenter: speaker.claimant,
    });
  const doubled = clause.negated && reporting === 'denies';
  // "does not believe that it has": the negation belongs to what is believed.
  const raised = clause.negated && /^(believe|think|expect|suppose|consider|accept|agree)$/.test(clause.lemma);
  return makeAttribution(sentence, {
    ...said,
    reporting: doubled ? 'states' : raised ? 'denies' : reporting,
    lemma: clause.lemma,
    cue: clause.head,
    speaker,
    relay,
  });
}

type Said = {
  readonly construction: Attribution['construction'];
  readonly content: readonly boolean[];
  readonly tops?: readonly number[];
};

const PREPOSITIONAL = /^(for|of|on|to|about|over)$/;

/** What a verb of saying makes of what it hands over; verbs with a preposition ("call for", "speak of") count as one word. */
function classOf(sentence: ParsedSentence, clause: Clause): CueBasis | undefined {
  const { verbs, evidential } = cueTables();
  const joined = clause.obliques.find(
    ({ preposition }) => PREPOSITIONAL.test(preposition) && verbs.has(`${clause.lemma}-${preposition}`),
  );
  if (joined !== undefined) return verbs.get(`${clause.lemma}-${joined.preposition}`);
  const own = verbs.get(clause.lemma);
  if (own !== undefined) return own;
  // "putting output at 27 bcm": a figure that somebody gives for a thing.
  if (
    /^(put|place|set|peg)$/.test(clause.lemma) &&
    clause.object !== undefined &&
    clause.obliques.some(({ preposition, head }) => preposition === 'at' && hasFigure(sentence, head))
  )
    return 'assesses';
  if (/^(voice|express|share)$/.test(clause.lemma) && clause.object !== undefined) return 'states';
  if (givesEvidence(sentence, clause)) return 'states';
  if (clause.lemma === 'be' && viewOf(sentence, clause) !== undefined) return 'assesses';
  if (ownEstimate(sentence, clause) !== undefined) return 'assesses';
  // "found the firm guilty of", "found them at fault": a judgement.
  if (clause.lemma === 'find' && clause.object?.link === 'own' && verdictOf(sentence, clause) !== undefined)
    return 'assesses';
  // "it traced 12 ships": what the speaker itself counted.
  return evidential.has(clause.lemma) &&
    (childBy(sentence, clause.head, 'ccomp') !== undefined ||
      (clause.object?.link === 'own' && hasFigure(sentence, clause.object.head)))
    ? 'states'
    : undefined;
}

/** "provided photographs of workers", "gave a higher figure": what somebody hands over as evidence is what they tell. */
function givesEvidence({ words }: ParsedSentence, clause: Clause): boolean {
  const object = clause.object?.link === 'own' ? clause.object.head : undefined;
  return (
    object !== undefined &&
    /^(provide|give|present|submit|supply|offer|furnish|produce|publish|release)$/.test(clause.lemma) &&
    /^(photograph|photo|picture|image|information|figure|estimate|evidence|data|account|detail|proof|explanation|breakdown|statistics)$/.test(
      singularOf(words[object]!.lower),
    )
  );
}

/** The word of a judgement on the object: "guilty", "at fault". */
function verdictOf({ words }: ParsedSentence, { complement, obliques }: Clause): number | undefined {
  if (complement !== undefined && /^(guilty|responsible|liable|complicit|accountable)$/.test(words[complement]!.lower))
    return complement;
  return obliques.find(
    ({ preposition, head }) =>
      /^(at|in)$/.test(preposition) && /^(fault|breach|violation|default)$/.test(words[head]!.lower),
  )?.at;
}

/** "Kpler's estimate is 1.7 million barrels": what the estimate of somebody is. */
function ownEstimate(sentence: ParsedSentence, clause: Clause): number | undefined {
  if (!/^(be|stand|come)$/.test(clause.lemma) || clause.subject?.link !== 'own') return undefined;
  const noun = clause.subject.head;
  if (
    !/^(estimate|count|tally|projection|forecast|assessment)$/.test(sentence.words[noun]!.lower) ||
    childBy(sentence, noun, 'poss') === undefined
  )
    return undefined;
  return clause.complement ?? clause.obliques[0]?.head;
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

/** "are of the view that …": the clause that is the view. */
function viewOf(sentence: ParsedSentence, clause: Clause): number | undefined {
  if (clause.lemma !== 'be') return undefined;
  const view = clause.obliques.find(
    ({ preposition, head }) =>
      preposition === 'of' && /^(view|opinion|belief|impression)$/.test(sentence.words[head]!.lower),
  );
  return view === undefined
    ? undefined
    : (childBy(sentence, view.head, 'acl', 'ccomp', 'relcl') ?? childBy(sentence, clause.head, 'ccomp'));
}

function hasFigure(sentence: ParsedSentence, head: number): boolean {
  return sentence.words[head]!.pos === 'NUM' || childrenBy(sentence, head, 'nummod', 'quantmod').length > 0;
}

const UNSAID = /^(which|who|whom|how|what|where|why|when|whether|if)$/;

/** "did not say which countries sent them", "declined to name who had": what is kept back is no claim. */
export function isWithheld(sentence: ParsedSentence, clause: Clause): boolean {
  const refused =
    clause.negated ||
    (clause.form === 'infinitive' && lexicalVerbs('refuses').has(sentence.clauses[clause.parent]?.lemma ?? '')) ||
    sentence.words[clause.head - 2]?.lower === 'unclear';
  if (!refused || !lexicalVerbs('withholds').has(clause.lemma)) return false;
  const top = childBy(sentence, clause.head, 'ccomp', 'advcl');
  return (
    top === undefined ||
    childrenBy(sentence, top, 'advmod', 'mark', 'nsubj', 'dobj', 'det', 'attr').some((at) =>
      UNSAID.test(sentence.words[at]!.lower),
    ) ||
    UNSAID.test(sentence.words[Math.min(top, clause.head + 1)]?.lower ?? '')
  );
}

function contentOf(
  sentence: ParsedSentence,
  clause: Clause,
  party: Party | undefined,
  reporting: CueBasis,
): Said | undefined {
  const { words, quoted } = sentence;
  const { head } = clause;
  const view = viewOf(sentence, clause);
  if (view !== undefined)
    return { construction: 'reporting-clause', content: contentUnder(sentence, [view]), tops: [view] };
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
      source.filter((at) => !clausal.includes(at) && clausal.some((top) => isUnder(sentence, at, top))),
    );
    return {
      construction: 'reporting-clause',
      content: withQuotation(sentence, clause, content, source),
      tops: clausal,
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
  const parentheses = childrenBy(sentence, head, 'parataxis');
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
  const object = clause.object?.link === 'own' ? clause.object.head : undefined;
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
  const named = childBy(sentence, head, 'oprd', 'attr');
  if (named !== undefined && words[named] !== undefined && lexicalVerbs('names').has(clause.lemma))
    return { construction: 'reporting-object', content: contentUnder(sentence, [named]), tops: [named] };
  return undefined;
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

/** A complement that asks: "asked whether", "how many". */
function isQuestion(sentence: ParsedSentence, top: number, head: number): boolean {
  const opener = sentence.words[Math.min(...[top, ...sentence.arcs.children[top]!])];
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

function speakerOf(
  sentence: ParsedSentence,
  party: Party | undefined,
  context: SpeakerContext,
  previous: Speaker | undefined,
): Speaker | undefined {
  if (party === undefined) return undefined;
  // "X said A, adding that B": the same one speaks, whom the first clause has read.
  if (party.link !== 'own' && previous !== undefined && party.head >= previous.run.from && party.head < previous.run.to)
    return previous;
  const speaker = issuerOf(sentence, party.head, context);
  // "The paper showed that 11 ships came, adding that": the ships do not speak; whoever told of them goes on.
  if (party.link === 'controlled' && previous !== undefined && speaker.rule === 'unresolved') return previous;
  return speaker;
}

/** A thing shows or brings, it does not speak: data, pictures and deeds leave what they show to whoever tells of them. */
function canSpeak(sentence: ParsedSentence, party: Party | undefined, speaker: Speaker, clause: Clause): boolean {
  if (party === undefined) return false;
  const word = sentence.words[party.head]!;
  const noun = singularOf(word.lower);
  const shows =
    /^(show|indicate|suggest|reveal|record|confirm|prove|put)$/.test(clause.lemma) &&
    childBy(sentence, clause.head, 'ccomp') !== undefined;
  if (speaker.claimant.kind === 'sensor') return shows;
  if (word.pos === 'PRON' && /^(this|that|these|those|which|what|there)$/.test(word.lower)) return false;
  if (
    !(shows && /^(data|figure|record|register|imagery)$/.test(noun)) &&
    /^(evidence|data|testimony|image|imagery|footage|clip|video|record|figure|photo|picture|result|move|step|visit|sale|fact|case|attack|deal)$/.test(
      noun,
    )
  )
    return false;
  if (
    /^(show|indicate|suggest|demonstrate|prove|signal|reveal|find|read|point)$/.test(clause.lemma) &&
    speaker.rule === 'unresolved' &&
    !isDocumentNoun(noun) &&
    !nounList('issued').has(noun)
  )
    return false;
  if (speaker.rule !== 'unresolved' || (word.pos === 'PROPN' && cueTables().verbs.get(clause.lemma) === 'denies'))
    return true;
  if (word.pos === 'NUM' || /^(one|other|others|both|some|another|many|most|several)$/.test(word.lower))
    return party.link === 'own';
  // "Both the supplier and the buyer rejected the accusations": who denies has been spoken of.
  if (
    cueTables().verbs.get(clause.lemma) === 'denies' &&
    clause.object !== undefined &&
    cueTables().deniable.has(singularOf(sentence.words[clause.object.head]!.lower))
  )
    return true;
  // "Survivors said": somebody, of whom no list tells; of other verbs only who is named, or known to speak, is a source.
  return (
    /^(say|tell|add|state|write|testify|recount)$/.test(clause.lemma) ||
    isSomebody(noun) ||
    (word.pos === 'PROPN' && clause.object === undefined)
  );
}

/** Nouns of people and bodies that may speak. */
function isSomebody(noun: string): boolean {
  return [
    'official',
    'unnamed',
    'titles',
    'withheld',
    'organ',
    'ngo',
    'company',
    'newsroom',
    'state',
    'un',
    'watchers',
    'document',
  ].some((list) => nounList(list).has(noun));
}

/** "could not confirm", "was unable to verify": what follows is another's claim, which the speaker does not share. */
function isUnconfirmed(sentence: ParsedSentence, clause: Clause): boolean {
  if (!/^(confirm|verify|corroborate|substantiate)$/.test(clause.lemma)) {
    // "would neither confirm nor deny": what holds for the first verb holds for the second.
    const first = sentence.clauses[clause.joinedTo]!;
    return clause.lemma === 'deny' && first !== clause && isUnconfirmed(sentence, first);
  }
  const above = sentence.clauses[clause.parent];
  return (
    clause.negated ||
    (above !== undefined && lexicalVerbs('refuses').has(above.lemma) && clause.form === 'infinitive') ||
    sentence.words
      .slice(Math.max(0, clause.head - 3), clause.head)
      .some(({ lower }) => /^(unable|declined?|refused?)$/.test(lower))
  );
}
