import { cueTables, type ReportingClass } from '../../lexicon/cue.ts';
import { isSomebody } from '../../lexicon/somebody.ts';
import { singularOf } from '../../quantities/counted-noun.ts';
import type { Clause } from '../../syntax/clause.ts';
import type { ParsedSentence } from '../../syntax/parsed-sentence.ts';
import { childBy, childrenBy } from '../../syntax/phrase-span.ts';
import type { Attribution } from '../attribution.ts';
import { contentUnder } from '../content.ts';
import { makeAttribution } from '../make-attribution.ts';
import { sourceAt } from '../speaker/source-phrase.ts';
import type { SpeakerContext } from '../speaker/speaker-context.ts';

/** What somebody holds: whose view it is, by what word, and the clause of it. */
type Held = {
  readonly owner: number;
  readonly lemma: string;
  readonly reporting: ReportingClass;
  readonly content: number;
};

/**
 * "X is convinced that …", "X's answer was that …", "X took the view that …": what somebody holds or answers is reported by an adjective
 * or a noun, and the verb says nothing of it.
 */
export function heldView(sentence: ParsedSentence, place: number, context: SpeakerContext): Attribution | undefined {
  const clause = sentence.clauses[place]!;
  if (clause.negated || sentence.quoted[clause.head]) return undefined;
  const held = convictionOf(sentence, clause) ?? statementOf(sentence, clause) ?? utteredBy(sentence, clause);
  if (held === undefined) return undefined;
  const speaker = sourceAt(sentence, { head: held.owner, link: 'own' }, context);
  const { pos, lower } = sentence.words[held.owner]!;
  const noun = singularOf(lower);
  // A thing is of no mind: of nouns only those that are known to speak.
  if (
    speaker.claimant.kind === 'sensor' ||
    (speaker.resolution === 'unresolved' && !/^(PROPN|PRON)$/.test(pos) && !isSomebody(noun))
  )
    return undefined;
  return makeAttribution(sentence, {
    construction: 'held-view',
    reporting: held.reporting,
    lemma: held.lemma,
    cue: clause.head,
    speaker,
    content: contentUnder(sentence, [held.content]),
    tops: [held.content],
  });
}

/** "The coastguard was adamant that no ship had left"; "it is clear that" is nobody's. */
function convictionOf(sentence: ParsedSentence, clause: Clause): Held | undefined {
  const { words } = sentence;
  const at = clause.lemma === 'be' ? clause.complement : clause.head;
  const holder = clause.passive ? clause.object : clause.subject;
  if (at === undefined || holder?.link !== 'own' || /^(it|this|that|there)$/.test(words[holder.head]!.lower))
    return undefined;
  if (at === clause.head && !clause.passive) return undefined;
  const reporting = cueTables().convictions.get(words[at]!.lower);
  const stated = statedUnder(sentence, clause.head) ?? statedUnder(sentence, at);
  return reporting === undefined || stated === undefined
    ? undefined
    : { owner: holder.head, lemma: words[at]!.lower, reporting, content: stated };
}

/** "The minister's answer was that …", "the message from the embassy is that …". */
function statementOf(sentence: ParsedSentence, clause: Clause): Held | undefined {
  if (clause.lemma !== 'be' || clause.subject?.link !== 'own') return undefined;
  const noun = clause.subject.head;
  const lemma = singularOf(sentence.words[noun]!.lower);
  const stated = statedUnder(sentence, clause.head);
  if (stated === undefined || !(cueTables().statementNouns.has(lemma) || cueTables().claimNouns.has(lemma)))
    return undefined;
  const owner = ownerOf(sentence, noun);
  return owner === undefined ? undefined : { owner, lemma, reporting: classOfStatement(lemma), content: stated };
}

/** "The firm took the view that …", "made the point that …", "gave an assurance that …". */
function utteredBy(sentence: ParsedSentence, clause: Clause): Held | undefined {
  if (clause.passive || clause.object?.link !== 'own' || clause.subject === undefined) return undefined;
  if (!cueTables().utters.has(clause.lemma)) return undefined;
  const noun = clause.object.head;
  const lemma = singularOf(sentence.words[noun]!.lower);
  if (!(cueTables().statementNouns.has(lemma) || cueTables().claimNouns.has(lemma))) return undefined;
  // "repeated Estonia's claim that", "its claim that": told of as a claim of whoever owns it.
  if (ownerOf(sentence, noun) !== undefined) return undefined;
  if (sentence.words.slice(clause.head, noun).some(({ lower }) => lower === 'no')) return undefined;
  const stated = statedUnder(sentence, noun) ?? statedUnder(sentence, clause.head);
  return stated === undefined
    ? undefined
    : { owner: clause.subject.head, lemma, reporting: classOfStatement(lemma), content: stated };
}

/** The clause opened by "that" below a word. */
function statedUnder(sentence: ParsedSentence, at: number): number | undefined {
  return childrenBy(sentence, at, 'ccomp', 'acl').find(
    (top) =>
      top > at && childrenBy(sentence, top, 'mark').some((mark) => sentence.words[mark]!.lower === 'that' && mark > at),
  );
}

/** Whose statement a noun names: "the minister's answer", "a message from the embassy". */
export function ownerOf(sentence: ParsedSentence, noun: number): number | undefined {
  const owner = childBy(sentence, noun, 'poss');
  if (owner !== undefined) return owner;
  const from = childrenBy(sentence, noun, 'prep').find((at) => /^(by|from|of)$/.test(sentence.words[at]!.lower));
  return from === undefined ? undefined : childBy(sentence, from, 'pobj');
}

/** What a noun of a statement makes of what it names. */
export function classOfStatement(lemma: string): ReportingClass {
  if (/^(claim|allegation|accusation|charge)$/.test(lemma)) return 'alleges';
  return cueTables().opinions.has(lemma) ? 'assesses' : 'states';
}
