import { stanceOf } from '../../events/stance.ts';
import { attributionList } from '../../lexicon/attribution-list.ts';
import { cueTables } from '../../lexicon/cue.ts';
import { lexicalVerbs } from '../../lexicon/verb-class.ts';
import { nounList } from '../../lexicon/vocabulary.ts';
import { singularOf } from '../../quantities/counted-noun.ts';
import type { Clause } from '../../syntax/clause.ts';
import type { ParsedSentence } from '../../syntax/parsed-sentence.ts';
import { childBy, childrenBy } from '../../syntax/phrase-span.ts';
import { isNobodys } from './nobodys.ts';

const UNSAID = /^(which|who|whom|how|what|where|why|when|whether|if)$/;

/** "did not say which countries sent them", "declined to name who had": what is kept back is no claim. */
export function isWithheld(sentence: ParsedSentence, clause: Clause): boolean {
  if (isMisled(sentence, clause)) return true;
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

/** Subjects by which it is said that nobody says a thing, or hardly anybody. */
const NOBODY = /^(nobody|none|neither|nothing|few|no-one)$/;
/** What tells of things that nobody claims to be so. */
const FICTION = /^(novel|film|movie|thriller|drama|play|satire)$/;
const NO_SUCH = /^(no|neither|few|hardly|scarcely)$/;
const HARDLY = /^(hardly|scarcely|barely|rarely|seldom)$/;

/**
 * "does not say that", "no source has claimed that", "few believe that", "nowhere claims that", "stopped short of saying that",
 * "did not deny that", "cannot be excluded that": the heads of what is not said. It is nobody's claim there, neither whose words it
 * is denied to be nor the text's. What is not believed or could not be confirmed is somebody's, and is read elsewhere.
 */
export function unsaidIn(sentence: ParsedSentence, clause: Clause): readonly number[] {
  if (isLeftOpen(sentence, clause)) return [clause.object!.head];
  const open = isOfNobody(sentence, clause) ? (['xcomp'] as const) : [];
  const below = childrenBy(sentence, clause.head, 'ccomp', 'pcomp', 'csubj', 'csubjpass', ...open).filter((at) =>
    /^(VERB|AUX)$/.test(sentence.words[at]!.pos),
  );
  if (below.length === 0) return [];
  if (isNobodys(sentence, clause, below)) return below;
  const doubted = attributionList('excludes').has(clause.lemma);
  if (!doubted && !cueTables().verbs.has(clause.lemma)) return [];
  // "Nobody denies that it sold them": the text says that it did.
  if (isUndisputed(sentence, clause)) return [];
  // "Neither owner has acknowledged paying anything".
  if (isOfNobody(sentence, clause) || isAsked(sentence, clause) || isOfEarlier(sentence, clause)) return below;
  if (clause.passive && clause.subject === undefined && isWrongly(clause)) return below;
  // "neither confirmed nor denied that": what somebody asked about, and nobody says.
  if (isUnconfirmed(sentence, clause)) return isNeitherDenied(sentence, clause) ? below : [];
  if (attributionList('raises-negation').has(clause.lemma)) return [];
  return stanceOf(sentence, sentence.clauses.indexOf(clause), []).negated ||
    stopsShort(sentence, clause) ||
    isDenied(sentence, clause)
    ? below
    : [];
}

function isNeitherDenied({ clauses }: ParsedSentence, clause: Clause): boolean {
  return (
    clause.lemma === 'deny' || clauses.some((other) => other.lemma === 'deny' && clauses[other.joinedTo] === clause)
  );
}

/** "has neither confirmed nor denied the deliveries of 40 cranes", "did not confirm the sale": it is neither told of nor denied. */
export function isLeftOpen(sentence: ParsedSentence, clause: Clause): boolean {
  if (clause.object?.link !== 'own' || !isUnconfirmed(sentence, clause)) return false;
  return clause.lemma === 'deny' || nounList('handing').has(singularOf(sentence.words[clause.object.head]!.lower));
}

/** "An earlier version of this note said that": what a text no longer says. */
function isOfEarlier(sentence: ParsedSentence, { subject, head }: Clause): boolean {
  const { words } = sentence;
  const before = words.slice(0, head).map(({ lower }) => lower);
  const party = subject?.head ?? 0;
  return before.some(
    (word, at) =>
      at >= party - 3 &&
      /^(version|edition)$/.test(word) &&
      /^(earlier|previous|former|first|prior)$/.test(before[at - 1] ?? ''),
  );
}

/** "wrongly accused", "falsely reported": by a word of whoever tells that it was said. */
export function isWrongly({ modifiers }: Clause): boolean {
  return modifiers.some((word) =>
    /^(wrongly|falsely|wrongfully|mistakenly|erroneously|unjustly|incorrectly)$/.test(word),
  );
}

const ASKS =
  /^(who|whom|what|where|when|why|how|which|did|does|do|has|have|had|was|were|is|are|can|could|will|would|should)$/;

/** "Has any source claimed that …?": a question of the text's own, and none behind it ("said that …, but who paid?"). */
function isAsked({ words, quoted }: ParsedSentence, { head }: Clause): boolean {
  const last = words.findLastIndex(({ text }) => /^[?.!]$/.test(text));
  if (words[last]?.text !== '?' || quoted[last] === true || quoted[head] === true) return false;
  const isBehind = words.some(
    ({ lower }, at) => at > head && /^(but|and|so|yet)$/.test(lower) && ASKS.test(words[at + 1]?.lower ?? ''),
  );
  return ASKS.test(words[0]!.lower) || !isBehind;
}

/** "denied that the police had said that …", "requests that the Committee announce that …": the saying is denied or only asked for. */
function isDenied({ clauses }: ParsedSentence, { relation, parent }: Clause): boolean {
  return relation === 'ccomp' && /^(denies|calls-for)$/.test(cueTables().verbs.get(clauses[parent]?.lemma ?? '') ?? '');
}

/** "Nobody denies that", "no State disputes that": it is told as so, and no one's denial. */
export function isUndisputed(sentence: ParsedSentence, clause: Clause): boolean {
  return attributionList('disputes').has(clause.lemma) && isOfNobody(sentence, clause);
}

/** "No source", "nobody in Seoul", "few", "hardly any paper", "seldom claimed". */
function isOfNobody({ words, arcs }: ParsedSentence, { subject, passive, object, modifiers }: Clause): boolean {
  const party = (passive ? object : subject)?.head;
  if (modifiers.some((word) => HARDLY.test(word))) return true;
  if (party === undefined) return false;
  const { lower } = words[party]!;
  if (NOBODY.test(lower) || FICTION.test(lower) || (lower === 'one' && words[party - 1]?.lower === 'no')) return true;
  return arcs.children[party]!.some(
    (child) =>
      child < party &&
      NO_SUCH.test(words[child]!.lower) &&
      // "A few officials", "the few survivors".
      !/^(a|the|these|those|his|her|its|their)$/.test(words[child - 1]?.lower ?? ''),
  );
}

/** "stopped short of saying that", "refrained from claiming that". */
function stopsShort({ clauses, words, arcs }: ParsedSentence, { relation, parent, head }: Clause): boolean {
  if (relation !== 'pcomp') return false;
  const above = clauses[parent];
  const near = arcs.heads[arcs.heads[head]!] ?? -1;
  return (
    /^(refrain|abstain|shy|shrink)$/.test(above?.lemma ?? '') ||
    words[near]?.lower === 'short' ||
    words[head - 2]?.lower === 'short'
  );
}

/** "were duped into believing that": what somebody was made to believe is not so, and nobody says it. */
function isMisled({ clauses }: ParsedSentence, { relation, opener, parent }: Clause): boolean {
  return (
    relation === 'pcomp' &&
    opener === 'into' &&
    /^(dupe|trick|mislead|fool|deceive|lull|con|delude)$/.test(clauses[parent]?.lemma ?? '')
  );
}

/** "could not confirm", "was unable to verify": what follows is another's claim, which the speaker does not share. */
export function isUnconfirmed(sentence: ParsedSentence, clause: Clause): boolean {
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
