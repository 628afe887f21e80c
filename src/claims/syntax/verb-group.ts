import { isPhrasal } from '../lexicon/cue.ts';
import { setsApart } from '../tokens/set-apart.ts';
import { type ClauseForm, isSubject } from './clause.ts';
import { childBy, childrenBy, nounRun, type Phrases } from './phrase-span.ts';

/** The verb of a clause with the particle that makes one verb with it: `pick-up`. */
export function lemmaOf(phrases: Phrases, head: number): string {
  const { lemma } = phrases.words[head]!;
  const particle = childBy(phrases, head, 'prt');
  if (particle !== undefined) return `${lemma}-${phrases.words[particle]!.lower}`;
  // "laid bare", "brushed that aside", "made clear": an adverb or adjective that makes one verb with it.
  const joined = childrenBy(phrases, head, 'advmod', 'acomp', 'oprd', 'dative').find(
    (at) => at > head && isPhrasal(`${lemma}-${phrases.words[at]!.lower}`),
  );
  return joined === undefined ? lemma : `${lemma}-${phrases.words[joined]!.lower}`;
}

/** Finite, infinitive or participle, by tag and auxiliaries. */
export function formOf(phrases: Phrases, head: number): ClauseForm {
  const tag = phrases.arcs.tags[head]!;
  const auxiliaries = childrenBy(phrases, head, 'aux', 'auxpass');
  if (auxiliaries.some((at) => phrases.words[at]!.lower === 'to')) return 'infinitive';
  if (auxiliaries.length > 0 && !auxiliaries.every((at) => /^(having|being)$/.test(phrases.words[at]!.lower)))
    return 'finite';
  if (tag === 'VBG') return 'participle';
  if (tag === 'VBN' && !phrases.arcs.children[head]!.some((child) => isSubject(phrases.arcs.labels[child]!)))
    return phrases.arcs.labels[head] === 'ROOT' ? 'finite' : 'past-participle';
  return 'finite';
}

/** Whether the subject is whom it befalls. */
export function isPassive(phrases: Phrases, head: number): boolean {
  const { arcs } = phrases;
  if (arcs.children[head]!.some((child) => /^(auxpass|nsubjpass|csubjpass)$/.test(arcs.labels[child]!))) return true;
  if (
    arcs.labels[head] === 'conj' &&
    arcs.tags[head] === 'VBN' &&
    childBy(phrases, head, 'aux', 'auxpass') === undefined
  )
    return arcs.heads[head]! >= 0 && isPassive(phrases, arcs.heads[head]!);
  // "arms sold to Chad": a bare participle after a noun tells what befell it.
  return (
    arcs.tags[head] === 'VBN' && /^(acl|advcl)$/.test(arcs.labels[head]!) && childBy(phrases, head, 'aux') === undefined
  );
}

const NONE = /^(no|none|nobody|nothing|neither|nowhere)$/;

/** "did not", "never", "no arms were sold", "sold no arms", "none of them"; the negation of a verb reaches what is joined to it by "or". */
export function isNegated(phrases: Phrases, head: number): boolean {
  const { arcs, words } = phrases;
  if (isInvertedNegative(phrases, head)) return true;
  // "1,500, and not 12,000, men went", "Mali but not Chad sold": another party or figure is turned, and no verb.
  const isApart = (at: number) => at < head && setsApart(words, at) && words[at + 1]!.pos !== 'VERB';
  for (const child of arcs.children[head]!) {
    const label = arcs.labels[child]!;
    if (isNeverBefore(phrases, child) && isOfDegree(phrases, head)) continue;
    // "sold 40 rifles, not 400": what is set against the figure, and not the selling.
    if (label === 'neg' && isOfShare(phrases, head, child)) continue;
    if (label === 'neg' && !(child > head && words[child - 1]?.text === ',') && !isApart(child)) return true;
    if (label === 'advmod' && words[child]!.lower === 'never') return true;
    if (label === 'preconj' && words[child]!.lower === 'neither') return true;
    if (!/^(nsubj|nsubjpass|dobj|attr|pobj)$/.test(label)) continue;
    if (NONE.test(words[child]!.lower)) return true;
    // "not one howitzer".
    const { from } = nounRun(phrases, child);
    if (words.slice(from, child).some(({ lower }, i) => lower === 'not' && !isApart(from + i))) return true;
    const determiner = childrenBy(phrases, child, 'det', 'neg', 'preconj');
    if (
      determiner.some((at) => NONE.test(words[at]!.lower)) &&
      !/^(longer|more|fewer|less|doubt)$/.test(words[determiner[0]! + 1]?.lower ?? '')
    )
      return true;
  }
  if (arcs.labels[head] === 'conj' && arcs.heads[head]! >= 0) {
    const joined = childrenBy(phrases, arcs.heads[head]!, 'cc').some(
      (at) => /^(or|nor)$/.test(words[at]!.lower) && at < head,
    );
    return joined && isNegated(phrases, arcs.heads[head]!);
  }
  return false;
}

const AT_NO = /^(time|point|stage|moment|occasion|circumstances?|case|event|way|account|means|place)$/;

/**
 * "Nor did it sell any", "Nowhere does it say", "At no time has it sold any", "Not once did it call there": a negative put first, which
 * the parser takes for a joining word or a phrase of time, and after which the auxiliary stands before the subject.
 */
function isInvertedNegative(phrases: Phrases, head: number): boolean {
  const { arcs, words } = phrases;
  const subject = childBy(phrases, head, 'nsubj', 'nsubjpass', 'expl');
  const auxiliary = childBy(phrases, head, 'aux', 'auxpass') ?? (words[head]!.pos === 'AUX' ? head : undefined);
  if (subject === undefined || auxiliary === undefined || auxiliary > subject) return false;
  if (/^(nor|neither)$/.test(words[auxiliary - 1]?.lower ?? '')) return true;
  return [...arcs.children[head]!, ...arcs.children[auxiliary]!].some((child) => {
    if (child >= auxiliary) return false;
    const { lower } = words[child]!;
    if (isNeverBefore(phrases, child) && isOfDegree(phrases, head)) return false;
    if (/^(nor|neither|nowhere|never)$/.test(lower)) return true;
    if (lower === 'once' && words[child - 1]?.lower === 'not') return true;
    const noun = arcs.labels[child] === 'prep' ? childBy(phrases, child, 'pobj') : undefined;
    // "In no time": at once.
    if (noun === undefined || !AT_NO.test(words[noun]!.lower) || (lower === 'in' && words[noun]!.lower === 'time'))
      return false;
    return (
      childrenBy(phrases, noun, 'det').some((at) => words[at]!.lower === 'no') &&
      !childrenBy(phrases, noun, 'amod').some((at) => /^(other|previous|earlier|prior)$/.test(words[at]!.lower)) &&
      !(lower === 'at' && isOfDegree(phrases, head))
    );
  });
}

/** "Never before has it sold so many". */
function isNeverBefore({ words }: Phrases, at: number): boolean {
  return words[at]!.lower === 'never' && words[at + 1]?.lower === 'before';
}

/** "was not sent exclusively to Chad": what is turned is that it was there alone, and it was sent. */
function isOfShare(phrases: Phrases, head: number, negation: number): boolean {
  return childrenBy(phrases, head, 'advmod').some(
    (at) => at > negation && /^(exclusively|solely|merely|purely)$/.test(phrases.words[at]!.lower),
  );
}

/** "At no time since has it sold more rifles", "sold so many": what is turned is how many, and some were sold. */
function isOfDegree(phrases: Phrases, head: number): boolean {
  return childrenBy(phrases, head, 'dobj', 'nsubjpass').some((noun) => {
    const { from, to } = nounRun(phrases, noun);
    const run = phrases.words.slice(from, to).map(({ lower }) => lower);
    return /(?:^|(?<!any )\b)(?:more|fewer|so many|so much)(?! than) /.test(`${run.join(' ')} `);
  });
}

/** Auxiliaries, adverbs and negations of a verb, those that it shares included. */
export function modifiersOf(phrases: Phrases, head: number): readonly string[] {
  const own = childrenBy(phrases, head, 'aux', 'auxpass', 'advmod', 'neg').map((at) => phrases.words[at]!.lower);
  const { arcs } = phrases;
  // "will seize and sell": the auxiliary stands at the first alone.
  if (
    arcs.labels[head] === 'conj' &&
    arcs.heads[head]! >= 0 &&
    childBy(phrases, head, 'aux', 'nsubj', 'nsubjpass') === undefined
  )
    return [...modalsOf(phrases, arcs.heads[head]!), ...own];
  return own;
}

function modalsOf(phrases: Phrases, head: number): readonly string[] {
  return childrenBy(phrases, head, 'aux')
    .map((at) => phrases.words[at]!.lower)
    .filter((lower) => /^(will|would|may|might|could|can|should|must|shall|'ll|wo|ca)$/.test(lower));
}
