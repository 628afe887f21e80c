import { attributionList } from '../../lexicon/attribution-list.ts';
import { cueTables } from '../../lexicon/cue.ts';
import { singularOf } from '../../quantities/counted-noun.ts';
import type { Clause } from '../../syntax/clause.ts';
import { phraseStart } from '../../syntax/mend-saying.ts';
import type { ParsedSentence } from '../../syntax/parsed-sentence.ts';
import { childrenBy } from '../../syntax/phrase-span.ts';
import type { Attribution } from '../attribution.ts';
import { contentUnder } from '../content.ts';
import { makeAttribution } from '../make-attribution.ts';
import { sourceAt } from '../speaker/source-phrase.ts';
import type { SpeakerContext } from '../speaker/speaker-context.ts';
import { classOfStatement, ownerOf } from './held-view.ts';

/** "Sudan's claim that the bloc sent arms", "a report by the ministry that …": a statement named by a noun with its owner. */
export function claimNouns(sentence: ParsedSentence, context: SpeakerContext): Attribution[] {
  const { words } = sentence;
  const found: Attribution[] = [];
  words.forEach((word, at) => {
    const noun = singularOf(word.lower);
    const noted = notedAt(sentence, at);
    if (word.pos !== 'NOUN' || (sentence.quoted[at] && noted.length === 0)) return;
    if (noted.length === 0 && !cueTables().claimNouns.has(noun)) return;
    const owner = ownerOf(sentence, at);
    const claimed = claimedAt(sentence, at, owner);
    const tops = claimed.length > 0 ? claimed : noted;
    const isHeard = owner === undefined && (noted.length > 0 || isThere(sentence, at));
    if (tops.length === 0 || (owner === undefined && !isHeard)) return;
    // "The ministry noted its earlier finding": its own.
    const noting = sentence.clauses[sentence.clauseOf[at] ?? -1]?.subject;
    const isOwn = noted.length > 0 && owner !== undefined && words[owner]!.lower === 'its' && noting?.link === 'own';
    const speaker =
      owner === undefined ? undefined : sourceAt(sentence, isOwn ? noting : { head: owner, link: 'own' }, context);
    const isKnown =
      speaker !== undefined &&
      (words[speaker.run.from]?.pos === 'PROPN' ||
        (speaker.resolution !== 'unresolved' && speaker.claimant.kind !== 'unnamed'));
    if (!isKnown && noted.length === 0 && !isHeard) return;
    found.push(
      makeAttribution(sentence, {
        construction: 'claim-noun',
        reporting: isKnown ? classOfStatement(noun) : 'alleges',
        lemma: noun,
        cue: at,
        speaker: isKnown ? speaker : undefined,
        content: contentUnder(sentence, tops),
        tops,
      }),
    );
  });
  return found;
}

/** "There are reports that": nobody is told by whom. */
function isThere({ arcs, words, clauses, clauseOf }: ParsedSentence, noun: number): boolean {
  const clause = clauses[clauseOf[noun] ?? -1];
  return (
    clause?.lemma === 'be' &&
    clause.complement === noun &&
    !clause.negated &&
    arcs.children[clause.head]!.some((at) => arcs.labels[at] === 'expl' && words[at]!.lower === 'there')
  );
}

/**
 * "We have taken note of the allegation that …", "the ministry is aware of a report by the other side that …": what those tell of whom
 * no name is read, and not whoever has heard of it. The parser hangs the clause on the noun, or on any word up to the verb.
 */
export function notedAt(sentence: ParsedSentence, noun: number): number[] {
  const { words, arcs, clauses, clauseOf } = sentence;
  if (words[noun]!.pos !== 'NOUN' || !attributionList('tellings').has(singularOf(words[noun]!.lower))) return [];
  const clause = clauses[clauseOf[noun] ?? -1];
  if (clause === undefined || noun < clause.head) return [];
  if (clause.passive && !/^(ask|question|confront)$/.test(clause.lemma)) return [];
  if (!attributionList('takes-note').has(clause.lemma) || !isNote(sentence, clause)) return [];
  const tops: number[] = [];
  for (let at = noun; at >= 0 && tops.length === 0; at = at === clause.head ? -1 : arcs.heads[at]!)
    tops.push(...thatUnder(sentence, at, noun));
  // "received information from a Member State that": hung on whom it came from.
  const from = clause.obliques.filter(({ at }) => at > noun).flatMap(({ head }) => thatUnder(sentence, head, noun));
  return tops.length > 0 ? tops : from;
}

/** "take note of", "be aware of": verbs that say so only with their noun or adjective. */
function isNote({ words }: ParsedSentence, { lemma, object, complement }: Clause): boolean {
  if (lemma === 'take')
    return object !== undefined && /^(note|notice|cognisance|cognizance)$/.test(words[object.head]!.lower);
  if (lemma === 'be')
    return (
      complement !== undefined &&
      /^(aware|conscious|cognisant|mindful|surprised|puzzled)$/.test(words[complement]!.lower)
    );
  return true;
}

/** Clauses under a word that "that" opens; of a verb with an object of its own it is no relative, whatever the parser takes it for. */
export function thatUnder(sentence: ParsedSentence, at: number, noun: number): number[] {
  const { words, arcs } = sentence;
  return childrenBy(sentence, at, 'acl', 'ccomp', 'relcl', 'advcl').filter(
    (top) =>
      top > noun &&
      // "that Oslo intended to sell rifles": the parser may take "that" for what is sold.
      [top, ...childrenBy(sentence, top, 'xcomp')].some((verb) =>
        arcs.children[verb]!.some(
          (word) =>
            words[word]!.lower === 'that' &&
            word > noun &&
            word < top &&
            (arcs.labels[word] === 'mark' ||
              (arcs.labels[word] === 'dobj' && childrenBy(sentence, verb, 'dobj').some((object) => object > verb))),
        ),
      ),
  );
}

/** What a noun of saying holds: a clause with "that" or without, "reports of banks having". */
export function contentsOf(sentence: ParsedSentence, noun: number): number[] {
  const stated = thatUnder(sentence, noun, noun);
  return stated.length > 0 ? stated : [...bareUnder(sentence, noun), ...gerundsUnder(sentence, noun)];
}

/** "charges he shipped rifles": a clause right behind the noun that lacks nothing; "the claims he made" is a relative one. */
function bareUnder(sentence: ParsedSentence, noun: number): number[] {
  return sentence.clauses
    .filter(
      ({ head, form, relation, subject, object, passive }) =>
        sentence.arcs.heads[head] === noun &&
        /^(acl|relcl|ccomp)$/.test(relation) &&
        form === 'finite' &&
        (passive ? object : subject)?.link === 'own' &&
        object?.link !== 'antecedent' &&
        phraseStart(sentence.words, sentence.arcs, (passive ? object : subject)!.head) === noun + 1,
    )
    .map(({ head }) => head);
}

/** "reports of banks having many clients": with a subject, so that it is told as done. */
function gerundsUnder(sentence: ParsedSentence, noun: number): number[] {
  return childrenBy(sentence, noun, 'prep')
    .filter((at) => sentence.words[at]!.lower === 'of')
    .flatMap((at) => childrenBy(sentence, at, 'pcomp'))
    .filter((at) => childrenBy(sentence, at, 'nsubj', 'nsubjpass').length > 0);
}

/** What is claimed: below the noun, or opened by "that" below its owner. */
function claimedAt(sentence: ParsedSentence, noun: number, owner: number | undefined): number[] {
  const stated = (at: number) => thatUnder(sentence, at, noun);
  const own = contentsOf(sentence, noun);
  if (own.length > 0) return own;
  const below = owner !== undefined && owner > noun ? stated(owner) : [];
  if (below.length > 0) return below;
  // "rejected a claim by X that …": the clause hangs on the verb of which the claim is the object.
  const object = owner !== undefined && sentence.arcs.labels[noun] === 'dobj' ? sentence.arcs.heads[noun]! : undefined;
  return object === undefined ? [] : stated(object);
}
