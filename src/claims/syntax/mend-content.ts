import { attributionList } from '../lexicon/attribution-list.ts';
import { cueTables, PLAIN_SAYING } from '../lexicon/cue.ts';
import { lexicalVerbs } from '../lexicon/verb-class.ts';
import { nounList } from '../lexicon/vocabulary.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import type { Arcs } from '../tokens/token.ts';
import type { Word } from '../tokens/word.ts';
import { isSubject } from './clause.ts';
import type { TreeDraft } from './mend-saying.ts';

/**
 * "denied at the time that it had exported guns", "concluded from samples drawn in May that": behind a phrase of time, occasion or ground
 * the parser hangs what is said on its noun, or on a participle of it. A clause in which nothing is missing that the noun could stand for
 * is no relative clause, and a participle that says nothing has none.
 */
export function saidBehindPhrase(words: readonly Word[], arcs: Arcs, draft: TreeDraft, stated: number): void {
  if (!/^(VERB|AUX)$/.test(words[stated]!.pos)) return;
  const above = arcs.heads[stated]!;
  const isOfParticiple =
    arcs.labels[stated] === 'ccomp' &&
    arcs.labels[above] === 'acl' &&
    arcs.tags[above] === 'VBN' &&
    !cueTables().verbs.has(words[above]!.lemma);
  if (!isOfParticiple && !/^(relcl|acl)$/.test(arcs.labels[stated]!)) return;
  const isBehindParticiple =
    isOfParticiple ||
    arcs.children[above]!.some((child) => child < stated && arcs.labels[child] === 'acl' && arcs.tags[child] === 'VBN');
  const that = wholeAfterThat(words, arcs, stated);
  const noun = isOfParticiple ? arcs.heads[above]! : above;
  if (that === undefined || noun < 0 || takesContent(words[noun]!)) return;
  const verb = verbOver(words, arcs, noun);
  const { lemma } = words[verb ?? -1] ?? { lemma: '' };
  if (
    verb === undefined ||
    verb > noun ||
    !(isBehindParticiple ? cueTables().verbs.has(lemma) : PLAIN_SAYING.has(lemma))
  )
    return;
  const hears = attributionList('heard').has(words[verb]!.lemma);
  const said = hears ? /^(ccomp|xcomp)$/ : /^(ccomp|xcomp|dobj|oprd)$/;
  if (arcs.children[verb]!.some((child) => child > verb && said.test(arcs.labels[child]!))) return;
  draft.heads[stated] = verb;
  draft.labels[stated] = 'ccomp';
  draft.labels[that] = 'mark';
}

/** "shot dead 40 people": how they ended, and not of what kind they were. */
export function endedDead(words: readonly Word[], arcs: Arcs, { heads, labels }: TreeDraft, dead: number): void {
  if (words[dead]!.lower !== 'dead' || arcs.labels[dead] !== 'amod') return;
  if (!/^(shoot|stab|beat|hack|burn)$/.test(words[dead - 1]?.lemma ?? '')) return;
  heads[dead] = dead - 1;
  labels[dead] = 'oprd';
}

/** "The trip that led to the ships being intercepted": they are, and not the trip. */
export function beingDone(words: readonly Word[], arcs: Arcs, { heads, labels }: TreeDraft, done: number): void {
  if (words[done - 1]?.lower !== 'being' || arcs.tags[done] !== 'VBN') return;
  const noun = done - 2;
  if (!/^(xcomp|advcl|ccomp)$/.test(arcs.labels[done]!) || arcs.labels[noun] !== 'pobj') return;
  if (arcs.heads[arcs.heads[noun]!] !== arcs.heads[done]) return;
  heads[done] = noun;
  labels[done] = 'acl';
}

/** "The Panel monitoring the embargo says that": it says so, and the participle only tells which panel. */
export function subjectOfParticiple(
  words: readonly Word[],
  arcs: Arcs,
  { heads, labels }: TreeDraft,
  at: number,
): void {
  const verb = arcs.heads[at]!;
  if (!/^(csubj|csubjpass)$/.test(arcs.labels[at]!) || arcs.tags[at] !== 'VBG' || verb < at) return;
  const subject = arcs.children[at]!.find((child) => child < at && arcs.labels[child] === 'nsubj');
  if (subject === undefined || !/^(NOUN|PROPN)$/.test(words[subject]!.pos)) return;
  if (arcs.children[verb]!.some((child) => /^(nsubj|nsubjpass)$/.test(arcs.labels[child]!))) return;
  heads[subject] = verb;
  labels[subject] = arcs.labels[at] === 'csubj' ? 'nsubj' : 'nsubjpass';
  heads[at] = subject;
  labels[at] = 'acl';
}

/** "were injured by fighting last year": what went on hurt them, and they did not do it. */
export function doneByEvent(words: readonly Word[], arcs: Arcs, { labels }: TreeDraft, at: number): void {
  if (arcs.labels[at] !== 'pcomp' || arcs.tags[at] !== 'VBG' || words[at - 1]?.lower !== 'by') return;
  if (!nounList('event').has(words[at]!.lower) || arcs.heads[at] !== at - 1) return;
  const verb = arcs.heads[at - 1]!;
  const isPassive = verb >= 0 && arcs.children[verb]!.some((child) => arcs.labels[child] === 'auxpass');
  if (isPassive && !arcs.children[at]!.some((child) => /^(dobj|nsubj)$/.test(arcs.labels[child]!))) {
    labels[at] = 'pobj';
    labels[at - 1] = 'agent';
  }
}

/** "It looks like they sold it", "sounds as if": what seems so is held by the verb of seeming, as behind "seems that". */
export function heldAsSeeming(words: readonly Word[], arcs: Arcs, { labels }: TreeDraft, stated: number): void {
  const seeming = arcs.heads[stated]!;
  if (arcs.labels[stated] !== 'advcl' || seeming > stated || !lexicalVerbs('seems').has(words[seeming]!.lemma)) return;
  const [opener, second] = [words[seeming + 1]?.lower, words[seeming + 2]?.lower ?? ''];
  if (opener === 'like' || (opener === 'as' && /^(if|though)$/.test(second))) labels[stated] = 'ccomp';
}

/** The word "that" which opens a clause with a subject of its own, and with an object of its own where "that" was taken for one. */
export function wholeAfterThat(words: readonly Word[], { children, labels }: Arcs, stated: number): number | undefined {
  const that = children[stated]!.find((child) => words[child]!.lower === 'that' && child < stated);
  if (that === undefined || isSubject(labels[that]!)) return undefined;
  const subject = children[stated]!.find((child) => isSubject(labels[child]!) && child > that);
  const objects = children[stated]!.filter(
    (child) => child > stated && /^(dobj|attr|acomp|oprd)$/.test(labels[child]!),
  );
  if (subject === undefined || subject > stated) return undefined;
  if (labels[that] === 'mark') return that;
  return /^(advmod|dobj)$/.test(labels[that]!) && objects.length > 0 ? that : undefined;
}

/** The verb on which a noun hangs by prepositions, or as a phrase of time. */
function verbOver(words: readonly Word[], { heads, labels }: Arcs, noun: number): number | undefined {
  let at = noun;
  while (labels[at] === 'pobj' && labels[heads[at]!] === 'prep') at = heads[heads[at]!]!;
  if (labels[at] === 'npadvmod') at = heads[at]!;
  return at !== noun && words[at]?.pos === 'VERB' ? at : undefined;
}

/** "in a statement that", "on the ground that": a noun may have what is told or meant behind it. */
function takesContent({ lower }: Word): boolean {
  const noun = singularOf(lower);
  return (
    cueTables().claimNouns.has(noun) ||
    attributionList('tellings').has(noun) ||
    attributionList('told-contents').has(noun) ||
    attributionList('grounds-told').has(noun)
  );
}

/**
 * "“We never carried coal”, a manager of the firm, which runs the ship, told the paper": behind a quotation the parser takes who speaks
 * for an apposition of its last noun, and the verb of saying for one joined to its verb.
 */
export function tellerBehindQuotation(
  words: readonly Word[],
  arcs: Arcs,
  { heads, labels }: TreeDraft,
  quoted: readonly boolean[],
  saying: number,
): void {
  if (quoted[saying] || words[saying]!.pos !== 'VERB' || !PLAIN_SAYING.has(words[saying]!.lemma)) return;
  if (arcs.children[saying]!.some((child) => isSubject(arcs.labels[child]!))) return;
  const above = arcs.labels[saying] === 'conj' ? arcs.heads[saying]! : -1;
  const said =
    above >= 0 ? above : arcs.children[saying]!.find((child) => child < saying && arcs.labels[child] === 'ccomp');
  if (said === undefined || said > saying || !quoted[said]) return;
  const closed = quoted.lastIndexOf(true, saying);
  const teller = words.findIndex(
    ({ pos }, at) =>
      at > closed &&
      at < saying &&
      /^(NOUN|PROPN)$/.test(pos) &&
      quoted[arcs.heads[at]!] === true &&
      // "“not launched one” that evening and accused": when it was.
      !/^(evening|night|morning|day|week|month|year|time)$/.test(words[at]!.lower) &&
      /^(appos|conj|dep|npadvmod|dobj|attr)$/.test(arcs.labels[at]!),
  );
  if (teller < 0) return;
  if (said === above) {
    heads[saying] = arcs.heads[said]!;
    labels[saying] = arcs.labels[said]!;
    heads[said] = saying;
    labels[said] = 'ccomp';
  }
  heads[teller] = saying;
  labels[teller] = 'nsubj';
}

/**
 * "Jin Hong Trading, founded on 2 June 2019, sold coal": a participle between commas behind the subject, which the parser takes for the
 * first of two verbs.
 */
export function participleAside(words: readonly Word[], arcs: Arcs, { heads, labels }: TreeDraft, verb: number): void {
  const aside = arcs.heads[verb]!;
  if (arcs.labels[verb] !== 'conj' || aside < 0 || aside > verb || !/^VB[DN]$/.test(arcs.tags[aside]!)) return;
  const subject = arcs.children[aside]!.find((child) => arcs.labels[child] === 'nsubj' && child < aside);
  const first = Math.min(verb, ...arcs.children[verb]!.filter((child) => /^(aux|auxpass)$/.test(arcs.labels[child]!)));
  if (subject !== aside - 2 || words[aside - 1]?.text !== ',' || words[first - 1]?.text !== ',') return;
  if (words[aside + 1]?.pos !== 'ADP' || words[verb]!.pos !== 'VERB' || arcs.tags[verb] === 'VBG') return;
  const between = arcs.children[aside]!.filter((child) => child < verb && child !== subject);
  if (between.some((child) => /^(cc|dobj|conj|aux|ccomp)$/.test(arcs.labels[child]!))) return;
  heads[verb] = arcs.heads[aside]!;
  labels[verb] = arcs.labels[aside]!;
  heads[aside] = subject;
  labels[aside] = 'acl';
  heads[subject] = verb;
  for (const child of arcs.children[aside]!) if (child > verb) heads[child] = verb;
}

/**
 * "Police said the man fled and witnesses said he was shot", "the army says nine died, though the league says twelve did": two who tell
 * beside each other; the parser makes the second a part of what the first one says. With a "that" of its own, or told of by a pronoun,
 * it may be.
 */
export function besideTeller(
  words: readonly Word[],
  arcs: Arcs,
  { heads, labels }: TreeDraft,
  quoted: readonly boolean[],
  second: number,
): void {
  const { children } = arcs;
  const label = arcs.labels[second]!;
  if (words[second]!.pos !== 'VERB' || !cueTables().verbs.has(words[second]!.lemma)) return;
  const teller = children[second]!.find((child) => arcs.labels[child] === 'nsubj' && child < second);
  if (teller === undefined || !/^(NOUN|PROPN)$/.test(words[teller]!.pos)) return;
  const mark = children[second]!.find((child) => arcs.labels[child] === 'mark');
  const against = mark !== undefined && /^(though|although|while|whereas)$/.test(words[mark]!.lower);
  // "reckoned that 15 had left, though the broker counted nine": what is set against it tells by a figure as well.
  const tells = against ? /^(ccomp|dobj)$/ : /^ccomp$/;
  if (!children[second]!.some((child) => tells.test(arcs.labels[child]!) && child > second)) return;
  if (mark !== undefined && !against) return;
  if (!(label === 'conj' || (label === 'advcl' && against) || label === 'ccomp')) return;
  let first = label === 'ccomp' ? second : heads[second]!;
  while (first >= 0 && arcs.labels[first] === 'conj') first = heads[first]!;
  const saying = first < 0 || arcs.labels[first] !== 'ccomp' ? -1 : heads[first]!;
  if (saying < 0 || saying > first || quoted[saying] !== quoted[second]) return;
  if (words[saying]!.pos !== 'VERB' || !cueTables().verbs.has(words[saying]!.lemma)) return;
  // "said A, and later B said": the parser gives the verb of saying both as what is said.
  const said = children[saying]!.find((child) => arcs.labels[child] === 'ccomp' && child > saying && child < second);
  const joint = said === undefined ? undefined : children[said]!.find((child) => arcs.labels[child] === 'cc');
  if (said === undefined || (label === 'ccomp' && (joint === undefined || joint < said || joint > teller))) return;
  heads[second] = saying;
  labels[second] = against ? 'advcl' : 'conj';
}

/** "accused them of killing 14, a charge rejected by the rebels": a noun for what was claimed that follows it is no part of it. */
export function claimBehind(words: readonly Word[], arcs: Arcs, { heads, labels }: TreeDraft, noun: number): void {
  if (!/^(dobj|ccomp|npadvmod|appos)$/.test(arcs.labels[noun]!) || !cueTables().claimNouns.has(words[noun]!.lower))
    return;
  if (!/^an?$/.test(words[noun - 1]?.lower ?? '') || words[noun - 2]?.text !== ',') return;
  if (!arcs.children[noun]!.some((child) => /^(acl|relcl)$/.test(arcs.labels[child]!))) return;
  const said = arcs.children[noun]!.find((child) => child < noun && /^(VERB|AUX)$/.test(words[child]!.pos));
  if (said === undefined && arcs.labels[noun] === 'ccomp') return;
  if (said !== undefined) {
    heads[said] = arcs.heads[noun]!;
    labels[said] = 'ccomp';
    heads[noun] = said;
  }
  labels[noun] = 'npadvmod';
  const party = arcs.children[arcs.heads[noun]!]!.find((child) => arcs.labels[child] === 'dative' && child < noun);
  if (party !== undefined && words[party]!.pos !== 'ADP') labels[party] = 'dobj';
  // Who claims it does not say of it that it is denied.
  let host = heads[noun]!;
  for (let at = host; at >= 0; at = heads[at]!) if (cueTables().verbs.has(words[at]!.lemma)) host = at;
  while (host >= 0 && !/^(VERB|AUX)$/.test(words[host]!.pos)) host = heads[host]!;
  if (host >= 0) heads[noun] = host;
}

/**
 * "Local rights group RNDDH estimates gangs": a name behind the subject that the parser hangs on the verb is the subject's own; where the
 * verb has no subject, it is the subject.
 */
export function nameBehindNoun(words: readonly Word[], arcs: Arcs, { heads, labels }: TreeDraft, name: number): void {
  const verb = arcs.heads[name]!;
  if (arcs.labels[name] !== 'compound' || words[verb]?.pos !== 'VERB') return;
  if (
    name === verb - 1 &&
    /^VB[DZP]$/.test(arcs.tags[verb]!) &&
    !arcs.children[verb]!.some((child) => isSubject(arcs.labels[child]!))
  )
    labels[name] = 'nsubj';
  if (words[name]!.pos !== 'PROPN') return;
  if (arcs.labels[name - 1] !== 'nsubj' || arcs.heads[name - 1] !== verb || words[name - 1]!.pos !== 'NOUN') return;
  heads[name] = name - 1;
  labels[name] = 'appos';
}
