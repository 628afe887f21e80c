import { attributionList } from '../../lexicon/attribution-list.ts';
import { cueTables, type ReportingClass } from '../../lexicon/cue.ts';
import { isSomebody } from '../../lexicon/somebody.ts';
import { singularOf } from '../../quantities/counted-noun.ts';
import type { Clause } from '../../syntax/clause.ts';
import type { ParsedSentence } from '../../syntax/parsed-sentence.ts';
import { childBy, childrenBy } from '../../syntax/phrase-span.ts';
import { figureGiven } from './given-figure.ts';

export const PREPOSITIONAL = /^(for|of|on|to|about|over)$/;

/** What a verb of saying makes of what it hands over; verbs with a preposition ("call for", "speak of") count as one word. */
export function reportingClassOf(sentence: ParsedSentence, clause: Clause): ReportingClass | undefined {
  const { verbs, evidential } = cueTables();
  const joined = clause.obliques.find(
    ({ preposition }) =>
      PREPOSITIONAL.test(preposition) &&
      verbs.has(`${clause.lemma}-${preposition}`) &&
      // "went to the port on ships": no "went on".
      clause.lemma !== 'go' &&
      // "referred questions to the ministry" says nothing of the ministry.
      !(clause.lemma === 'refer' && (clause.object !== undefined || isHandedOver(sentence, clause))),
  );
  if (joined !== undefined) return verbs.get(`${clause.lemma}-${joined.preposition}`);
  const own = verbs.get(clause.lemma);
  if (own !== undefined) return own;
  // "putting output at 27 bcm": a figure that somebody gives for a thing.
  if (
    /^(put|place|set|peg)$/.test(clause.lemma) &&
    clause.object !== undefined &&
    (clause.obliques.some(({ preposition, head }) => preposition === 'at' && hasFigure(sentence, head)) ||
      isAsMuchAs(sentence, clause))
  )
    return 'assesses';
  // "identified the ship as one of the bank's": what an authority finds it to be.
  // "the threat to crews continues": only somebody goes on to say.
  if (clause.lemma === 'continue' && clause.subject !== undefined) {
    const { pos, lower } = sentence.words[clause.subject.head]!;
    if (pos === 'NOUN' && !isSomebody(singularOf(lower))) return undefined;
  }
  if (holdsAs(clause)) return clause.lemma === 'identify' ? 'states' : 'assesses';
  if (identifiesWay(sentence, clause)) return 'states';
  if (/^(voice|express|share)$/.test(clause.lemma) && clause.object !== undefined) return 'states';
  if (givesEvidence(sentence, clause) || figureGiven(sentence, clause) !== undefined) return 'states';
  if (clause.lemma === 'be' && viewOf(sentence, clause) !== undefined) return 'assesses';
  if (ownEstimate(sentence, clause) !== undefined) return 'assesses';
  if (governsTelling(sentence, clause)) return attributionList('thinks').has(clause.lemma) ? 'assesses' : 'states';
  // "found no sign that": what there is or is not evidence of.
  if (evidenceClause(sentence, clause) !== undefined) return 'assesses';
  // "it traced 12 ships": what the speaker itself counted.
  return evidential.has(clause.lemma) &&
    (childBy(sentence, clause.head, 'ccomp') !== undefined ||
      (clause.object?.link === 'own' && tellsAmount(sentence, clause.object.head)))
    ? 'states'
    : undefined;
}

/** "The inspectors identified new ways of evading the ban": who looks into a thing tells how it is done. */
export function identifiesWay({ words }: ParsedSentence, { lemma, object, passive, negated }: Clause): boolean {
  return (
    /^(identify|describe|detail|document|uncover|outline)$/.test(lemma) &&
    object?.link === 'own' &&
    !passive &&
    !negated &&
    attributionList('ways').has(singularOf(words[object.head]!.lower))
  );
}

/**
 * "submitted that", "held that", "hinted that": whatever verb governs a clause that "that" opens hands it over, but for those of making,
 * knowing and wanting that the lists name.
 */
function governsTelling(sentence: ParsedSentence, { lemma, head, subject, object, form }: Clause): boolean {
  if (attributionList('hands-over-nothing').has(lemma) || subject === undefined || form === 'past-participle')
    return false;
  if (object?.link === 'own' && !isHearer(sentence, object.head)) return false;
  return childrenBy(sentence, head, 'ccomp').some(
    (at) =>
      at > head &&
      /^(VERB|AUX)$/.test(sentence.words[at]!.pos) &&
      childrenBy(sentence, at, 'mark').some(
        (mark) =>
          sentence.words[mark]!.lower === 'that' &&
          // "fell so far that it sank": what came of it.
          !sentence.words.slice(head, mark).some(({ lower }) => /^(so|such)$/.test(lower)),
      ),
  );
}

/** "reminded them that", "assured the bank that": a hearer, and no thing that the clause would be a result of. */
function isHearer({ words }: ParsedSentence, at: number): boolean {
  return words[at]!.pos !== 'NOUN' || isSomebody(singularOf(words[at]!.lower));
}

/** "put the toll as high as 65", "as low as three". */
function isAsMuchAs(sentence: ParsedSentence, { head }: Clause): boolean {
  return childrenBy(sentence, head, 'advmod', 'acomp', 'oprd').some((at) =>
    childrenBy(sentence, at, 'prep').some(
      (as) =>
        sentence.words[as]!.lower === 'as' && childrenBy(sentence, as, 'pobj').some((to) => hasFigure(sentence, to)),
    ),
  );
}

/** "views the launch as a test", "regards it as a breach": what somebody takes a thing for. */
export function holdsAs({ lemma, object, obliques, passive }: Clause): boolean {
  return (
    attributionList('holds-as').has(lemma) &&
    !passive &&
    object?.link === 'own' &&
    obliques.some(({ preposition }) => preposition === 'as')
  );
}

/** "Man referred to prosecutors": who is handed over to a court says nothing of it. */
function isHandedOver({ words, headline }: ParsedSentence, { obliques }: Clause): boolean {
  return (
    headline &&
    obliques.some(
      ({ preposition, head }) =>
        preposition === 'to' && /^(prosecutors?|courts?|tribunal|police|judges?|trial|icc)$/.test(words[head]!.lower),
    )
  );
}

/** "found no sign that …", "have evidence that …": the clause of what is borne out or not. */
export function evidenceClause(sentence: ParsedSentence, clause: Clause): number | undefined {
  const object = clause.object?.link === 'own' ? clause.object.head : undefined;
  if (object === undefined || !attributionList('has-evidence').has(clause.lemma)) return undefined;
  if (!/^(sign|evidence|proof|indication|trace)$/.test(singularOf(sentence.words[object]!.lower))) return undefined;
  return childrenBy(sentence, object, 'acl', 'ccomp', 'relcl').find((top) =>
    childrenBy(sentence, top, 'mark').some((mark) => sentence.words[mark]!.lower === 'that'),
  );
}

/** What is handed over: the object, or after "with" ("provided the Panel with its own estimate"). */
export function evidenceGiven({ lemma, object, obliques }: Clause): number | undefined {
  const with_ = /^(provide|supply|furnish|present)$/.test(lemma)
    ? obliques.find(({ preposition }) => preposition === 'with')
    : undefined;
  return with_?.head ?? (object?.link === 'own' ? object.head : undefined);
}

/** "provided photographs of workers", "gave a higher figure": what somebody hands over as evidence is what they tell. */
export function givesEvidence(sentence: ParsedSentence, clause: Clause): boolean {
  const object = evidenceGiven(clause);
  return (
    object !== undefined &&
    // "the governor told parliament, giving the first account of it": what is told stands before.
    !(clause.form === 'participle' && clause.lemma === 'give' && !hasFigure(sentence, object)) &&
    // "released once the exporter had furnished proof": what somebody waits for.
    !/^(once|until|if|unless|when)$/.test(clause.opener) &&
    // "provided details of their activities": that they did, and none of the details.
    !/^(details?|information|particulars)$/.test(sentence.words[object]!.lower) &&
    attributionList('hands-over').has(clause.lemma) &&
    attributionList('evidence-given').has(singularOf(sentence.words[object]!.lower))
  );
}

/** "Kpler's estimate is 1.7 million barrels": what the estimate of somebody is. */
export function ownEstimate(sentence: ParsedSentence, clause: Clause): number | undefined {
  // "Lantern has a lower estimate: some 1.5 million": what somebody's estimate is.
  if (clause.lemma === 'have' && clause.object?.link === 'own' && !clause.negated) {
    const { head } = clause.object;
    const given = childrenBy(sentence, head, 'appos').some((at) => hasFigure(sentence, at));
    return attributionList('estimates-had').has(sentence.words[head]!.lower) && given ? head : undefined;
  }
  if (!/^(be|stand|come)$/.test(clause.lemma) || clause.subject?.link !== 'own') return undefined;
  const noun = clause.subject.head;
  if (
    !attributionList('estimates-owned').has(sentence.words[noun]!.lower) ||
    childBy(sentence, noun, 'poss') === undefined
  )
    return undefined;
  return clause.complement ?? clause.obliques[0]?.head;
}

/** "are of the view that …": the clause that is the view. */
export function viewOf(sentence: ParsedSentence, clause: Clause): number | undefined {
  if (clause.lemma !== 'be') return undefined;
  const view = clause.obliques.find(
    ({ preposition, head }) =>
      preposition === 'of' && /^(view|opinion|belief|impression)$/.test(sentence.words[head]!.lower),
  );
  return view === undefined
    ? undefined
    : (childBy(sentence, view.head, 'acl', 'ccomp', 'relcl') ?? childBy(sentence, clause.head, 'ccomp'));
}

export function hasFigure(sentence: ParsedSentence, head: number): boolean {
  return sentence.words[head]!.pos === 'NUM' || childrenBy(sentence, head, 'nummod', 'quantmod').length > 0;
}

/** "showed a decline of 186,000 barrels": a noun of how much it was, with the figure. */
export function tellsAmount(sentence: ParsedSentence, noun: number): boolean {
  return (
    hasFigure(sentence, noun) ||
    childrenBy(sentence, noun, 'prep').some(
      (at) =>
        /^(of|by|to)$/.test(sentence.words[at]!.lower) &&
        childrenBy(sentence, at, 'pobj').some((of) => hasFigure(sentence, of)),
    )
  );
}
