import { attributionList } from '../lexicon/attribution-list.ts';
import { cueTables } from '../lexicon/cue.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import type { Clause } from '../syntax/clause.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { childrenBy } from '../syntax/phrase-span.ts';

/** What somebody has none of who denies a part in something. */
const PARTS = /^(part|role|hand|involvement|link|tie|connection|knowledge|business|dealing|contact|interest)$/;

const DISPROVES = /^(disprove|debunk|discredit|fabricate|invent|make-up|concoct|falsify)$/;
const GROUNDS = /^(truth|basis|substance|foundation|merit|grounds?|fact)$/;
const BEING = /^(be|remain|amount|appear|seem|prove)$/;

/** "is a fabrication", "was nonsense", "is not true", "has no basis", "is without foundation", "has been disproved". */
export function callsUntrue(sentence: ParsedSentence, clause: Clause): boolean {
  const { words } = sentence;
  if (clause.passive) return DISPROVES.test(clause.lemma) && !clause.negated;
  if (clause.lemma === 'have')
    return clause.negated && clause.object?.link === 'own' && isGround(words[clause.object.head]!.lower);
  const turned = turnsOutTo(sentence, clause);
  if (turned !== undefined) return callsUntrue(sentence, turned) !== clause.negated;
  if (!BEING.test(clause.lemma)) return false;
  const { complement } = clause;
  if (clause.negated)
    return complement !== undefined && /^(true|correct|accurate|right)$/.test(words[complement]!.lower);
  return (
    (complement !== undefined && isDismissive(sentence, complement)) ||
    clause.obliques.some(({ preposition, head }) => preposition === 'without' && isGround(words[head]!.lower))
  );
}

/** "has turned out to be wrong", "proved to be a forgery": the clause of what it was. */
function turnsOutTo({ clauses }: ParsedSentence, clause: Clause): Clause | undefined {
  if (!/^(turn-out|prove|appear|seem)$/.test(clause.lemma)) return undefined;
  return clauses.find(
    ({ parent, relation, lemma }) => clauses[parent] === clause && relation === 'xcomp' && BEING.test(lemma),
  );
}

/** "The claim that it was sold is not a fabrication", "is true": a clause that says of a telling that it is so. */
export function callsTrue(sentence: ParsedSentence, clause: Clause): boolean {
  const { words } = sentence;
  const { complement, negated, lemma } = turnsOutTo(sentence, clause) ?? clause;
  if (complement === undefined || !BEING.test(lemma)) return false;
  // "is true only as to the number": of what it says the rest is not.
  if (words.some(({ lower }, at) => Math.abs(at - complement) <= 2 && /^(only|partly|half|almost|nearly)$/.test(lower)))
    return false;
  return negated
    ? isDismissive(sentence, complement)
    : /^(true|correct|accurate|right)$/.test(words[complement]!.lower);
}

/**
 * "It is no secret that", "it is not surprising that", "it was not until 2020 that": what is turned is how it strikes or how early it
 * was, and that it was is granted.
 */
export function grantsIt({ words }: ParsedSentence, { lemma, negated, complement, obliques }: Clause): boolean {
  if (lemma !== 'be' || !negated) return false;
  if (complement === undefined) return obliques.some(({ preposition }) => preposition === 'until');
  return /^(secret|surprising|surprise|coincidence|wonder|accident|mystery)$/.test(words[complement]!.lower);
}

/** What an untrue telling lacks. */
export function isGround(lower: string): boolean {
  return GROUNDS.test(lower);
}

/**
 * "The rumours were groundless", "it had nothing to do with it", "they have no links to": a clause that denies by its words, and
 * not by a verb of denying.
 */
export function isDismissal(sentence: ParsedSentence, clause: Clause): boolean {
  const { words } = sentence;
  if (clause.lemma === 'be' && !clause.negated)
    return clause.complement !== undefined && isDismissive(sentence, clause.complement);
  // "do not accord with the facts".
  if (/^(accord|correspond|conform|tally|agree)$/.test(clause.lemma) && clause.negated)
    return clause.obliques.some(({ head }) => /^(facts?|reality|truth)$/.test(words[head]!.lower));
  // "This is not correct", "the story was fabricated": said of a telling, and not of a thing.
  const told = (clause.passive ? clause.object : clause.subject)?.head;
  if (told !== undefined && isTelling(words[told]!.lower) && callsUntrue(sentence, clause)) return true;
  if (clause.lemma !== 'have' || clause.object?.link !== 'own' || !clause.negated) return false;
  const { head } = clause.object;
  const next = words.slice(head + 1, head + 4).map(({ lower }) => lower);
  if (words[head]!.lower === 'nothing') return next.join(' ') === 'to do with';
  return PARTS.test(singularOf(words[head]!.lower)) && childrenBy(sentence, head, 'prep', 'acl').length > 0;
}

function isTelling(lower: string): boolean {
  return /^(this|that|it|these|those)$/.test(lower) || attributionList('tellings').has(singularOf(lower));
}

/** Whether a noun or adjective says that a thing is untrue: "a fabrication", "baseless". */
export function isDismissive({ words }: ParsedSentence, at: number): boolean {
  const { dismissive } = cueTables();
  return dismissive.has(words[at]!.lower) || dismissive.has(singularOf(words[at]!.lower));
}
