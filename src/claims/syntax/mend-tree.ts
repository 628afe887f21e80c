import { childrenOf } from '../../syntax/relations/tree.ts';
import { cueTables, PLAIN_SAYING } from '../lexicon/cue.ts';
import type { Arcs } from '../tokens/token.ts';
import type { Word } from '../tokens/word.ts';
import { isSubject } from './clause.ts';
import {
  putInRelative,
  relativeBetweenDashes,
  sayingInRelative,
  sourceAfterShare,
  verbAfterAside,
} from './mend-aside.ts';
import {
  beingDone,
  besideTeller,
  claimBehind,
  doneByEvent,
  endedDead,
  heldAsSeeming,
  nameBehindNoun,
  participleAside,
  saidBehindPhrase,
  subjectOfParticiple,
  tellerBehindQuotation,
} from './mend-content.ts';
import { nameBeforeVerb, subjectAfterFronted, subjectBeforeParticiple } from './mend-fronted.ts';
import { sharedAuxiliary } from './mend-gapped.ts';
import { putAt, putOnWhat } from './mend-putting.ts';
import { beforeRelative, cameTo, listedInRelative } from './mend-reach.ts';
import {
  closingName,
  closingSource,
  type TreeDraft as Draft,
  isSource,
  putBetween,
  saidOfNoun,
  saidToHearer,
  sourceAfterPaper,
  subjectAfterPhrase,
  tagForThat,
  verbBeforeNoun,
} from './mend-saying.ts';

/** Puts right arcs of which the parser is known to be wrong, before clauses are looked for; the words stay as they are. */
export function mendTree(words: readonly Word[], arcs: Arcs, quoted: readonly boolean[]): Arcs {
  const draft: Draft = { heads: [...arcs.heads], labels: [...arcs.labels] };
  words.forEach((_, at) => {
    thatBefore(words, arcs, draft, at);
    closingTag(words, arcs, draft, at);
    deniesThat(words, arcs, draft, at);
    alsoThat(words, arcs, draft, at);
    partedBySemicolon(words, arcs, draft, at);
    goesOnAbove(words, arcs, draft, quoted, at);
    besideTeller(words, arcs, draft, quoted, at);
    claimBehind(words, arcs, draft, at);
    nameBehindNoun(words, arcs, draft, at);
    relativeVerb(words, arcs, draft, at);
    whichSaid(words, arcs, draft, at);
    verbAfterRelative(words, arcs, draft, at);
    putAt(words, arcs, draft, at);
    putOnWhat(words, arcs, draft, at);
    closingSource(words, arcs, draft, at);
    closingName(words, arcs, draft, at);
    tagForThat(words, arcs, draft, at);
    saidOfNoun(words, arcs, draft, at);
    saidToHearer(words, arcs, draft, at);
    saidBehindPhrase(words, arcs, draft, at);
    heldAsSeeming(words, arcs, draft, at);
    endedDead(words, arcs, draft, at);
    doneByEvent(words, arcs, draft, at);
    subjectOfParticiple(words, arcs, draft, at);
    beingDone(words, arcs, draft, at);
    tellerBehindQuotation(words, arcs, draft, quoted, at);
    participleAside(words, arcs, draft, at);
    verbBeforeNoun(words, arcs, draft, at);
    putBetween(words, arcs, draft, at);
    sourceAfterPaper(words, arcs, draft, at);
    subjectAfterPhrase(words, arcs, draft, at);
    sourceAfterShare(words, arcs, draft, at);
    sayingInRelative(words, arcs, draft, at);
    putInRelative(words, arcs, draft, at);
    verbAfterAside(words, arcs, draft, at);
    relativeBetweenDashes(words, arcs, draft, at);
    norHave(words, arcs, draft, at);
    beforeColon(words, arcs, draft, at);
    behindDash(words, arcs, draft, at);
    subjectAfterFronted(words, arcs, draft, at);
    subjectBeforeParticiple(words, arcs, draft, at);
    nameBeforeVerb(words, arcs, draft, at);
    sharedAuxiliary(words, arcs, draft, at);
    cameTo(words, arcs, draft, at);
    beforeRelative(words, arcs, draft, at);
    listedInRelative(words, arcs, draft, at);
  });
  return draft.heads.every((head, at) => head === arcs.heads[at] && draft.labels[at] === arcs.labels[at])
    ? arcs
    : { ...arcs, ...draft, children: childrenOf(draft.heads) };
}

/**
 * "found that between March and May three ships were sold": before a phrase of time or place the parser takes "that" for the
 * object of the verb of saying, and the clause that it opens for one joined to it.
 */
function thatBefore(words: readonly Word[], arcs: Arcs, { heads, labels }: Draft, that: number): void {
  const verb = arcs.heads[that]!;
  if (words[that]!.lower !== 'that' || verb < 0 || verb >= that || !/^(dobj|mark|pobj)$/.test(arcs.labels[that]!))
    return;
  if (words[verb]!.pos !== 'VERB' || !cueTables().verbs.has(words[verb]!.lemma)) return;
  if (!/^(ADP|ADV|SCONJ|NUM)$/.test(words[that + 1]?.pos ?? '')) return;
  const stated = arcs.children[verb]!.find(
    (child) =>
      child > that &&
      /^(VERB|AUX)$/.test(words[child]!.pos) &&
      /^(conj|ccomp|advcl|dep|relcl|acl)$/.test(arcs.labels[child]!) &&
      arcs.children[child]!.some((own) => isSubject(arcs.labels[own]!) && own > that && own < child),
  );
  if (stated === undefined) return;
  labels[stated] = 'ccomp';
  heads[that] = stated;
  labels[that] = 'mark';
  for (const child of arcs.children[verb]!)
    if (child > that && child < stated && /^(prep|advmod|npadvmod|advcl)$/.test(arcs.labels[child]!))
      heads[child] = stated;
}

/** "The envoy rejected it: his country had sold nothing": what is told before a colon is no part of the sentence behind it. */
function beforeColon(words: readonly Word[], arcs: Arcs, { heads, labels }: Draft, verb: number): void {
  const behind = arcs.heads[verb]!;
  if (arcs.labels[verb] !== 'ccomp' || behind < verb || arcs.labels[behind] !== 'ROOT') return;
  if (!cueTables().verbs.has(words[verb]!.lemma)) return;
  const mark = words.findIndex(({ text }, at) => at > verb && text === ':');
  const subject = arcs.children[behind]!.find((child) => isSubject(arcs.labels[child]!));
  if (mark < 0 || subject === undefined || subject < mark) return;
  heads[verb] = -1;
  labels[verb] = 'ROOT';
  heads[behind] = verb;
  labels[behind] = 'parataxis';
}

/** "It is not the only one—a rival sells them too": what stands behind a dash, with somebody of its own, hangs on nothing before it. */
function behindDash(words: readonly Word[], arcs: Arcs, { labels }: Draft, verb: number): void {
  const above = arcs.heads[verb]!;
  if (arcs.labels[verb] !== 'ccomp' || above < 0 || above > verb || cueTables().verbs.has(words[above]!.lemma)) return;
  const subject = arcs.children[verb]!.find((child) => isSubject(arcs.labels[child]!) && child < verb);
  if (subject === undefined || arcs.children[verb]!.some((child) => arcs.labels[child] === 'mark')) return;
  const dash = words.findIndex(({ text }, at) => at > above && /^(—|–|--|;)$/.test(text));
  if (dash > above && dash < subject) labels[verb] = 'parataxis';
}

/** "Nor have fillets been delivered": behind "nor" the parser takes the auxiliary for the verb, and the verb for what it has. */
function norHave(words: readonly Word[], arcs: Arcs, { heads, labels }: Draft, verb: number): void {
  const auxiliary = arcs.heads[verb]!;
  if (arcs.labels[verb] !== 'ccomp' || labels[auxiliary] !== 'ROOT' || auxiliary > verb) return;
  if (!/^(have|has|had|did|does|do|was|were|is|are)$/.test(words[auxiliary]!.lower)) return;
  if (!/^(nor|neither)$/.test(words[auxiliary - 1]?.lower ?? '')) return;
  if (!arcs.children[verb]!.some((child) => isSubject(arcs.labels[child]!) && child > auxiliary)) return;
  heads[verb] = -1;
  labels[verb] = 'ROOT';
  heads[auxiliary] = verb;
  labels[auxiliary] = 'aux';
  for (const child of arcs.children[auxiliary]!) if (child !== verb) heads[child] = verb;
}

/**
 * "A did B, C did D, and E did F, it said in a post": a tag at the end tells of all that is joined before it; the parser joins
 * the tag to the first clause and gives it the last alone.
 */
function closingTag(words: readonly Word[], arcs: Arcs, { heads, labels }: Draft, verb: number): void {
  if (arcs.labels[verb] !== 'conj' || !cueTables().verbs.has(words[verb]!.lemma)) return;
  const first = arcs.heads[verb]!;
  const said = arcs.children[verb]!.find((child) => child < verb && arcs.labels[child] === 'ccomp');
  const subject = arcs.children[verb]!.find((child) => arcs.labels[child] === 'nsubj' && child < verb);
  if (said === undefined || subject === undefined || subject < said || first >= said) return;
  if (!/^(VERB|AUX)$/.test(words[first]!.pos) || words.slice(first, verb).some(({ text }) => text === ';')) return;
  heads[verb] = heads[first]!;
  labels[verb] = labels[first]!;
  heads[first] = verb;
  labels[first] = 'ccomp';
  heads[said] = first;
  labels[said] = 'conj';
}

/** "Kindia denies that, saying it spent 84 million": before a comma "that" is what is denied, and whoever denies it goes on. */
function deniesThat(words: readonly Word[], arcs: Arcs, { heads, labels }: Draft, that: number): void {
  const goesOn = arcs.heads[that]!;
  if (words[that]!.lower !== 'that' || goesOn < that || !isSubject(arcs.labels[that]!)) return;
  if (words[that + 1]?.text !== ',' || arcs.tags[goesOn] !== 'VBG' || arcs.labels[goesOn] !== 'ccomp') return;
  heads[that] = arcs.heads[goesOn]!;
  labels[that] = 'dobj';
  labels[goesOn] = 'advcl';
}

/**
 * "said that it rejects any suggestion that it arms a party, and that the flights carried relief": after a comma "and that" goes on with
 * the clause that the verb of saying has, and not with the noun in it.
 */
function alsoThat(words: readonly Word[], arcs: Arcs, { heads }: Draft, second: number): void {
  const first = arcs.heads[second]!;
  const mark = arcs.children[second]!.find((child) => words[child]!.lower === 'that' && arcs.labels[child] === 'mark');
  if (arcs.labels[second] !== 'conj' || mark === undefined || arcs.labels[first] !== 'acl') return;
  if (words[mark - 1]?.lower !== 'and' || words[mark - 2]?.text !== ',') return;
  for (let above = arcs.heads[first]!; above >= 0; above = arcs.heads[above]!) {
    const opens = arcs.children[above]!.some(
      (child) => words[child]!.lower === 'that' && arcs.labels[child] === 'mark',
    );
    if (arcs.labels[above] !== 'ccomp' || !opens) continue;
    heads[second] = above;
    return;
  }
}

/** "By one count, A did B; a report put it at 5 million": what stands before a semicolon is not said by the verb after it. */
function partedBySemicolon(words: readonly Word[], arcs: Arcs, { heads, labels }: Draft, at: number): void {
  const verb = arcs.heads[at]!;
  if (arcs.labels[at] !== 'ccomp' || verb <= at || !/^(VERB|AUX)$/.test(words[at]!.pos)) return;
  const subject = arcs.children[verb]!.find((child) => isSubject(arcs.labels[child]!) && child > at);
  // "Danvik disputes this: it told us": behind a colon whoever did the one tells the other.
  const isPronoun = subject !== undefined && words[subject]!.pos === 'PRON' && PLAIN_SAYING.has(words[verb]!.lemma);
  const stop = words.findIndex(({ text }, i) => i > at && (text === ';' || (text === ':' && isPronoun)));
  if (subject === undefined || stop < 0 || stop > subject) return;
  const before = arcs.heads[verb]!;
  // "X says A; Y says B": A is what X says, and Y begins again.
  if (arcs.labels[verb] === 'ccomp' && before >= 0 && before < at) {
    heads[at] = before;
    heads[verb] = -1;
    labels[verb] = 'ROOT';
    return;
  }
  heads[at] = -1;
  labels[at] = 'ROOT';
}

/**
 * "She said that X had counted twice, and promised that all would be paid": a second verb of saying with something of its own
 * that it says goes on with the first verb of saying and not with what was said.
 */
function goesOnAbove(
  words: readonly Word[],
  arcs: Arcs,
  { heads }: Draft,
  quoted: readonly boolean[],
  second: number,
): void {
  const first = arcs.heads[second]!;
  if (arcs.labels[second] !== 'conj' || first < 0 || arcs.labels[first] !== 'ccomp') return;
  const above = arcs.heads[first]!;
  const reports = (at: number) => words[at]!.pos === 'VERB' && cueTables().verbs.has(words[at]!.lemma);
  if (above < 0 || above > first || !reports(above) || !reports(second)) return;
  if (arcs.children[first]!.some((child) => arcs.labels[child] === 'ccomp')) return;
  const joint = arcs.children[first]!.find((child) => arcs.labels[child] === 'cc' && child < second);
  const own = arcs.children[second]!;
  // "says the army had no base there, and accuses": the tense is that of whoever says so.
  const tense = tenseOf(arcs, second);
  if (
    joint !== undefined &&
    tense !== undefined &&
    tense === tenseOf(arcs, above) &&
    (tense !== (tenseOf(arcs, first) ?? tense) || (quoted[first] === true && !quoted[second])) &&
    !own.some((child) => isSubject(arcs.labels[child]!))
  )
    heads[second] = above;
  // "admitted that the bags were his but denied all knowledge of it": things do not speak.
  const subject = arcs.children[first]!.find((child) => isSubject(arcs.labels[child]!));
  if (
    joint !== undefined &&
    subject !== undefined &&
    tense === tenseOf(arcs, above) &&
    /^VB[DZP]$/.test(arcs.tags[second]!) &&
    words[subject]!.pos === 'NOUN' &&
    !isSource(words[subject]!.lower) &&
    !own.some((child) => isSubject(arcs.labels[child]!) || /^aux/.test(arcs.labels[child]!))
  )
    heads[second] = above;
  if (
    joint === undefined ||
    own.some((child) => isSubject(arcs.labels[child]!) || /^aux/.test(arcs.labels[child]!)) ||
    !own.some((child) => /^(ccomp|xcomp)$/.test(arcs.labels[child]!)) ||
    !/^VB[DNZP]$/.test(arcs.tags[second]!)
  )
    return;
  // "had counted … and said" goes on with "had"; "said" alone does not.
  if (!arcs.children[first]!.some((child) => /^aux/.test(arcs.labels[child]!))) return;
  heads[second] = above;
}

/** The tense of a finite verb, of its first auxiliary where it has one; undefined where the form does not tell. */
function tenseOf({ tags, labels, children }: Arcs, verb: number): 'past' | 'present' | undefined {
  const first = children[verb]!.find((child) => /^aux/.test(labels[child]!) && child < verb) ?? verb;
  return tags[first] === 'VBD' ? 'past' : /^VB[ZP]$/.test(tags[first]!) ? 'present' : undefined;
}

/**
 * "…, which a prosecutor accused last week of shipping cars": a verb after the subject of a relative clause that was read as a
 * participle of that subject.
 */
function relativeVerb(words: readonly Word[], arcs: Arcs, { heads, labels }: Draft, verb: number): void {
  const noun = arcs.heads[verb]!;
  if (arcs.labels[verb] !== 'acl' || !/^VB[DN]$/.test(arcs.tags[verb]!) || noun !== verb - 1) return;
  const pronoun = arcs.children[noun]!.find(
    (child) => /^(which|whom|who)$/.test(words[child]!.lower) && isSubject(arcs.labels[child]!),
  );
  const comma = pronoun !== undefined && words[pronoun - 1]?.text === ',' ? 1 : 0;
  const antecedent = pronoun === undefined ? -1 : pronoun - comma - 1;
  if (pronoun === undefined || !/^(NOUN|PROPN)$/.test(words[antecedent]?.pos ?? '')) return;
  if (arcs.heads[noun]! > noun || isAncestor(heads, verb, antecedent)) return;
  heads[verb] = antecedent;
  labels[verb] = 'relcl';
  heads[noun] = verb;
  labels[noun] = 'nsubj';
  heads[pronoun] = verb;
  labels[pronoun] = 'dobj';
}

/** "asked the ministry of trade, which said that …": a clause with "which" after a comma belongs to the noun before it. */
function whichSaid(words: readonly Word[], arcs: Arcs, { heads, labels }: Draft, verb: number): void {
  if (arcs.labels[verb] !== 'advcl' || words[verb]!.pos !== 'VERB') return;
  const pronoun = arcs.children[verb]!.find((child) => isSubject(arcs.labels[child]!) && child < verb);
  if (pronoun === undefined || !/^(which|who)$/.test(words[pronoun]!.lower) || words[pronoun - 1]?.text !== ',') return;
  const noun = pronoun - 2;
  if (!/^(NOUN|PROPN)$/.test(words[noun]?.pos ?? '') || isAncestor(heads, verb, noun)) return;
  heads[verb] = noun;
  labels[verb] = 'relcl';
}

function isAncestor(heads: readonly number[], above: number, at: number): boolean {
  for (let i = at; i >= 0; i = heads[i]!) if (i === above) return true;
  return false;
}

/**
 * "An official who has seen the list said it names seven firms": the parser takes what the relative clause has as its object for the
 * subject of the main verb, and leaves the noun before without one.
 */
function verbAfterRelative(words: readonly Word[], arcs: Arcs, { heads, labels }: Draft, main: number): void {
  const inner = arcs.heads[main]!;
  if (arcs.labels[main] !== 'ccomp' || inner < 0 || inner > main || arcs.labels[inner] !== 'relcl') return;
  const noun = arcs.heads[inner]!;
  if (noun < 0 || arcs.labels[noun] !== 'ROOT' || !/^(NOUN|PROPN)$/.test(words[noun]!.pos)) return;
  if (!cueTables().verbs.has(words[main]!.lemma)) return;
  const object = arcs.children[main]!.find((child) => arcs.labels[child] === 'nsubj' && child < main);
  if (object === undefined || arcs.children[main]!.some((child) => arcs.labels[child] === 'mark' && child < object))
    return;
  if (arcs.children[inner]!.some((child) => /^(dobj|attr)$/.test(arcs.labels[child]!) && child > inner)) return;
  heads[main] = -1;
  labels[main] = 'ROOT';
  heads[noun] = main;
  labels[noun] = 'nsubj';
  heads[object] = inner;
  labels[object] = 'dobj';
}
