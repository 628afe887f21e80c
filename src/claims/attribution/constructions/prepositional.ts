import { isDismissive } from '../../events/dismissal.ts';
import { attributionList } from '../../lexicon/attribution-list.ts';
import { cueTables } from '../../lexicon/cue.ts';
import { isSomebody } from '../../lexicon/somebody.ts';
import { nounList } from '../../lexicon/vocabulary.ts';
import type { Claimant } from '../../model/claim.ts';
import type { Speaker } from '../../names/speaker-phrase.ts';
import { singularOf } from '../../quantities/counted-noun.ts';
import type { ParsedSentence } from '../../syntax/parsed-sentence.ts';
import { childBy, childrenBy, isUnder } from '../../syntax/phrase-span.ts';
import { isDataNoun } from '../../times/time-expression.ts';
import type { Word } from '../../tokens/word.ts';
import type { Attribution } from '../attribution.ts';
import { anyMarked, contentUnder, topsOf } from '../content.ts';
import { readersOfPaper } from '../hearer.ts';
import { makeAttribution } from '../make-attribution.ts';
import { issuerOf, sourceAt } from '../speaker/source-phrase.ts';
import { readSpeaker } from '../speaker/speaker.ts';
import type { SpeakerContext } from '../speaker/speaker-context.ts';

/** "According to X, …", "…, per X", "citing X", "in X's telling", "by the count of X". */
export function prepositionals(sentence: ParsedSentence, context: SpeakerContext): Attribution[] {
  const found: Attribution[] = [];
  sentence.words.forEach((word, at) => {
    if (sentence.quoted[at]) return;
    const one =
      word.lower === 'according' || (word.lower === 'per' && isPer(sentence, at))
        ? accordingTo(sentence, at, context)
        : /^(citing|quoting)$/.test(word.lower)
          ? citing(sentence, at, context)
          : /^(in|by|on|to)$/.test(word.lower)
            ? inViewOf(sentence, at, context)
            : word.text === 'For'
              ? forWhom(sentence, at, context)
              : undefined;
    const taken = one ?? misreadVerb(sentence, at, context);
    if (taken !== undefined) found.push(taken);
  });
  return found;
}

function isPer({ words, arcs }: ParsedSentence, at: number): boolean {
  return arcs.labels[at] === 'prep' && (at === 0 || words[at - 1]!.text === ',' || words[at - 1]!.lower === 'as');
}

function accordingTo(sentence: ParsedSentence, at: number, context: SpeakerContext): Attribution | undefined {
  const to = sentence.words[at]!.lower === 'per' ? at : childBy(sentence, at, 'prep');
  const head = to === undefined ? undefined : childBy(sentence, to, 'pobj');
  if (head === undefined || cueTables().notSources.has(sentence.words[head]!.lower)) return undefined;
  // "according to Ledgerline estimates", the noun read as a verb of the name.
  const named = sentence.words[head]!.pos === 'VERB' ? childBy(sentence, head, 'nsubj') : undefined;
  const speaker = issuerOf(sentence, named ?? head, context);
  const behind = sentence.arcs.labels[at] === 'prep' ? undefined : clauseAfter(sentence, head);
  const content =
    behind === undefined
      ? around(sentence, at, isFinal(sentence, at))
      : { marks: contentUnder(sentence, [behind]), tops: [behind] };
  if (!anyMarked(content.marks)) return undefined;
  return makeAttribution(sentence, {
    construction: 'according-to',
    relay: [...readersOfPaper(sentence, head, context), ...citersOfPaper(sentence, head, context)],
    reporting: attributionList('assessing-views').has(singularOf(sentence.words[head]!.lower)) ? 'assesses' : 'states',
    lemma: 'according to',
    cue: at,
    speaker,
    content: content.marks,
    tops: content.tops,
  });
}

/** "figures of the authorities cited by the Office": who cites what others have made passes it on, newsroom or not. */
function citersOfPaper(sentence: ParsedSentence, paper: number, context: SpeakerContext): Claimant[] {
  const cited = sentence.clauses.filter(
    ({ head, form, lemma, passive, subject }) =>
      passive &&
      form === 'past-participle' &&
      /^(cite|quote)$/.test(lemma) &&
      subject !== undefined &&
      isUnder(sentence, head, paper),
  );
  return cited
    .map(({ subject }) => sourceAt(sentence, subject!, context))
    .filter(({ resolution, claimant }) => resolution === 'body' && claimant.kind !== 'newsroom')
    .map(({ claimant }) => claimant);
}

/** "but according to the experts they were sold": the clause after, which the parser makes one of the experts. */
function clauseAfter(sentence: ParsedSentence, source: number): number | undefined {
  return sentence.clauses.find(
    ({ head, relation, subject, object, passive, opener }) =>
      relation === 'relcl' &&
      sentence.arcs.heads[head] === source &&
      opener === '' &&
      (passive ? object : subject)?.link === 'own' &&
      (passive || object !== undefined || childBy(sentence, head, 'prep', 'acomp', 'attr') !== undefined),
  )?.head;
}

/** The clause on which a phrase hangs, without the phrase. */
function around(
  sentence: ParsedSentence,
  at: number,
  whole = false,
): { marks: readonly boolean[]; tops: readonly number[] } {
  const place = sentence.clauseOf[at]!;
  const top = place < 0 ? rootOf(sentence, at) : whole ? mainAbove(sentence, place) : sentence.clauses[place]!.head;
  return { marks: contentUnder(sentence, [top], [at]), tops: [top] };
}

function rootOf({ arcs }: ParsedSentence, at: number): number {
  let top = at;
  while (arcs.heads[top]! >= 0) top = arcs.heads[top]!;
  return top;
}

function citing(sentence: ParsedSentence, at: number, context: SpeakerContext): Attribution | undefined {
  const head = childBy(sentence, at, 'dobj');
  const above = sentence.arcs.heads[at]!;
  if (head === undefined || above < 0) return undefined;
  const speaker = issuerOf(sentence, head, context);
  // "citing tracking data and schedules of the firm": what whoever cites has put together of several.
  const cited = [head, ...childrenBy(sentence, head, 'conj', 'nmod')];
  if (
    cited.filter((at) => nounList('issued').has(singularOf(sentence.words[at]!.lower))).length > 0 &&
    cited.length > 1
  )
    return undefined;
  // "citing its own records": what whoever speaks has themselves.
  const own = childBy(sentence, head, 'poss');
  if (speaker.claimant.kind === 'sensor' && own !== undefined && sentence.words[own]!.pos === 'PRON') return undefined;
  // "citing intelligence from partners": what somebody was given, and told on their own authority.
  const given = nounList('given-information').has(sentence.words[head]!.lower);
  if (given && childBy(sentence, head, 'prep') !== undefined && speaker.run.from <= head && head < speaker.run.to)
    return undefined;
  if (
    speaker.resolution === 'unresolved' &&
    sentence.words[head]!.pos !== 'PROPN' &&
    !isSomebody(sentence.words[head]!.lower) &&
    !isSomebody(singularOf(sentence.words[head]!.lower))
  )
    return undefined;
  const place = sentence.clauseOf[above]!;
  const top = place < 0 ? above : sentence.clauses[place]!.head;
  const inner = childBy(sentence, top, 'ccomp');
  return makeAttribution(sentence, {
    construction: 'citing',
    relay: citersOf(sentence, place, speaker, context),
    reporting: 'states',
    lemma: 'citing',
    cue: at,
    speaker,
    content: contentUnder(sentence, [inner ?? top], [at]),
    tops: [inner ?? top],
  });
}

/** "The Courier, citing the agency, said 3,000": who says it passes on what the cited have said. */
function citersOf(
  sentence: ParsedSentence,
  place: number,
  cited: Speaker,
  context: SpeakerContext,
): readonly Claimant[] {
  const clause = sentence.clauses[place];
  if (clause?.subject?.link !== 'own' || clause.passive || cueTables().verbs.get(clause.lemma) === undefined) return [];
  const { claimant, resolution } = issuerOf(sentence, clause.subject.head, context);
  return resolution === 'unresolved' || claimant.name === cited.claimant.name ? [] : [claimant];
}

/** "in Melkonyan's telling", "by the U.S. count", "in the view of the Panel", "in its estimate". */
function inViewOf(sentence: ParsedSentence, at: number, context: SpeakerContext): Attribution | undefined {
  const noun = childBy(sentence, at, 'pobj');
  if (noun === undefined || !attributionList('views').has(sentence.words[noun]!.lower) || !isFrame(sentence, at))
    return undefined;
  // "is on its register": where something stands, and nobody's view.
  if (at > 0 && sentence.words[sentence.arcs.heads[at]!]?.lemma === 'be' && sentence.words[at - 1]?.text !== ',')
    return undefined;
  const owner = childBy(sentence, noun, 'poss') ?? named(sentence, noun);
  // "... told in its own words": how something is put, and nobody's view; "In its own words, ..." is a frame.
  const isOwn = childrenBy(sentence, noun, 'amod').some((one) => sentence.words[one]!.lower === 'own');
  if (isOwn && at > 0 && sentence.words[at - 1]?.text !== ',') return undefined;
  const of = childrenBy(sentence, noun, 'prep').find((inner) => sentence.words[inner]!.lower === 'of');
  const head = owner ?? (of === undefined ? undefined : childBy(sentence, of, 'pobj'));
  if (head === undefined) return undefined;
  // "by the Danish estimate": an adjective of a State.
  const state = sentence.mentions.find(({ kind, from, to }) => kind === 'demonym' && head >= from && head < to);
  const speaker: Speaker =
    state === undefined
      ? sourceAt(sentence, { head, link: 'own' }, context)
      : {
          claimant: { name: state.text, kind: 'state', country: state.country },
          plural: false,
          resolution: 'state',
          rule: 'state-named',
          run: { from: head, to: head + 1 },
        };
  // "In her view", of whom nobody knows: somebody's all the same.
  const isOpen = speaker.resolution === 'open-pronoun';
  if (!isOpen && (speaker.resolution === 'unresolved' || /^(unnamed|sensor)$/.test(speaker.claimant.kind)))
    return undefined;
  const content = around(sentence, at);
  return makeAttribution(sentence, {
    construction: 'in-view-of',
    reporting: attributionList('assessing-views').has(sentence.words[noun]!.lower) ? 'assesses' : 'states',
    lemma: sentence.words[noun]!.lower,
    cue: at,
    speaker,
    content: content.marks,
    tops: content.tops,
  });
}

/** "For the league, the figure is a lie": put first and set off, before what is said to be so or not; who speaks judges. */
function forWhom(sentence: ParsedSentence, at: number, context: SpeakerContext): Attribution | undefined {
  const { arcs, clauses, words } = sentence;
  const head = childBy(sentence, at, 'pobj');
  const main = clauses.find((clause) => clause.head === arcs.heads[at]);
  if (head === undefined || main?.lemma !== 'be' || main.complement === undefined || main.subject?.link !== 'own')
    return undefined;
  // "For the mayor, it was a day of joy": what it meant to them.
  if (!isDismissive(sentence, main.complement)) return undefined;
  const isSetOff = words.slice(head, main.subject.head).some(({ text }) => text === ',');
  const speaker = sourceAt(sentence, { head, link: 'own' }, context);
  const speaks =
    words[head]!.pos === 'PROPN' ? speaker.resolution !== 'state' : isSomebody(singularOf(words[head]!.lower));
  if (!isSetOff || !speaks || /^(sensor)$/.test(speaker.claimant.kind)) return undefined;
  const content = around(sentence, at);
  return makeAttribution(sentence, {
    construction: 'in-view-of',
    reporting: 'assesses',
    lemma: 'for',
    cue: at,
    speaker,
    content: content.marks,
    tops: content.tops,
  });
}

/** "…, by the mayor's count": after a comma no doer of a passive. */
function isFrame({ words, arcs }: ParsedSentence, at: number): boolean {
  return arcs.labels[at] === 'prep' || (arcs.labels[at] === 'agent' && words[at - 1]?.text === ',');
}

/** "by the U.S. estimate": a name before the noun. */
function named(sentence: ParsedSentence, noun: number): number | undefined {
  return childrenBy(sentence, noun, 'compound', 'amod', 'nmod').find((at) =>
    sentence.mentions.some(({ from, to, kind }) => at >= from && at < to && kind !== 'place'),
  );
}

/**
 * "…, the intelligence office informed senators": a verb of saying after its subject that was read as an adjective; after a
 * newsroom also one that was read as a participle of something else.
 */
function misreadVerb(sentence: ParsedSentence, at: number, context: SpeakerContext): Attribution | undefined {
  const { words, arcs } = sentence;
  const comma = words.findLastIndex(({ text }, i) => i < at && text === ',');
  // ", data from Kpler shows.": the verb that closes the sentence, read as a noun.
  const closes =
    /^(shows?|suggests?|indicates?|reveals?)$/.test(words[at]!.lower) && words[at]!.pos === 'NOUN' && isLast(words, at);
  const ofData = closes && words.slice(comma + 1, at).some((word) => isDataNoun(word));
  if (
    !ofData &&
    (!/^VB[DN]$/.test(arcs.tags[at]!) ||
      !/^(amod|acl|advcl)$/.test(arcs.labels[at]!) ||
      !/^(NOUN|PROPN)$/.test(words[at - 1]?.pos ?? ''))
  )
    return undefined;
  const lemma = ofData ? words[at]!.lower.replace(/s$/, '') : words[at]!.lemma;
  const reporting = cueTables().verbs.get(lemma);
  const others = sentence.clauses.filter(
    ({ head }) => head > comma && head !== at && !/^(citing|quoting)$/.test(words[head]!.lower),
  );
  if (reporting === undefined || comma < 2 || at - comma > 9 || others.length > 0) return undefined;
  const run = { from: comma + 1, to: at };
  const speaker = readSpeaker(sentence, run, undefined, context);
  if (speaker.resolution === 'unresolved') return undefined;
  const content = words.map((_, i) => i < comma);
  // Words before the comma may hang on what stands after it, and head nothing that is said.
  const stated = topsOf(sentence, content).filter((top) => sentence.clauses.some(({ head }) => head === top));
  if (!ofData && arcs.labels[at] !== 'amod' && speaker.claimant.kind !== 'newsroom') return undefined;
  return makeAttribution(sentence, {
    construction: 'misread-tag',
    reporting,
    lemma,
    cue: at,
    speaker: { ...speaker, run },
    content,
    ...(stated.length > 0 ? { tops: stated } : {}),
  });
}

function isLast(words: readonly Word[], at: number): boolean {
  return words.slice(at + 1).every(({ pos }) => pos === 'PUNCT');
}

/** ", according to X" at the end of a sentence speaks of all of it, whatever clause the parser hung it on. */
function isFinal({ words, clauses, clauseOf }: ParsedSentence, at: number): boolean {
  const own = clauseOf[at]!;
  return (
    words[at - 1]?.text === ',' &&
    !clauses.some(
      ({ head, parent }, place) =>
        head > at && place !== own && parent !== own && clauseOf[head] !== own && clauses[place]!.relation !== 'relcl',
    )
  );
}

function mainAbove({ clauses, words, arcs }: ParsedSentence, place: number): number {
  let at = place;
  let below = '';
  while (
    clauses[at]!.parent >= 0 &&
    // "a video of sailors who it said had been held, according to X": who is said to have said so in passing is told of with the rest.
    (/^(ccomp|xcomp|advcl)$/.test(clauses[at]!.relation) ||
      // "launched 97 drones, of which 81 were shot down, according to X": whoever counted the part counted the whole.
      clauses[at]!.obliques.some(({ preposition, head }) => preposition === 'of' && /^wh/.test(words[head]!.lower)) ||
      (below === 'ccomp' && /^(relcl|acl)$/.test(clauses[at]!.relation)))
  ) {
    below = clauses[at]!.relation;
    at = clauses[at]!.parent;
  }
  // "were flown to Doha and trucked on to Riyadh, according to X": all that one subject is told to have done.
  const { joinedTo, passive, subject, object } = clauses[at]!;
  const party = passive ? object : subject;
  if (joinedTo !== at && party?.link === 'conjunct') at = joinedTo;
  else if (joinedTo !== at) {
    // "A rose fivefold, and part of it went to B, according to X": both; what stands before "but" or a semicolon may be another's.
    const [first, second] = [clauses[joinedTo]!.head, clauses[at]!.head];
    const joints = words
      .slice(first, second)
      .filter(({ lower, text }) => text === ';' || /^(but|while|yet)$/.test(lower));
    if (joints.length === 0 && arcs.heads[second] === first) at = joinedTo;
  }
  return clauses[at]!.head;
}
