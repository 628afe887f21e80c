import { lexicalVerbs } from '../lexicon/verb-class.ts';
import { nounList } from '../lexicon/vocabulary.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';

const CHANGE = /^(increase|rise|gain|jump|growth|improvement|drop|decline|decrease|fall|surge|hike)$/;

/** How far before a word the preposition of a comparison may stand. */
const FAR = 14;

/**
 * "27 bcm, against 21 bcm in 2021", "compared with 4,500 in February", "fell to 371,000 from 455,000 in April", "60 percent more than
 * in March": whether a word stands in what a figure is compared with, which has a time of its own and no part in that of the event.
 */
export function isCompared(sentence: ParsedSentence, at: number): boolean {
  const { words } = sentence;
  let counted = words[at]!.pos === 'NUM' || words[at]!.pos === 'SYM';
  if (words[at]!.lower === 'from') return isBasis(sentence, at) && !isSpan(sentence, at);
  if (words[at]!.lower === 'since') return isMeasuredSince(sentence, at);
  if (isRiseOver(sentence, at)) return true;
  for (let i = at - 1; i >= Math.max(0, at - FAR); i--) {
    const { lower, pos } = words[i]!;
    const before = words[i - 1]?.lower ?? '';
    if (pos === 'NUM') counted = true;
    if (lower === 'than' && i === at - 1 && !counted) return true;
    if (!counted && !/^(the|about|some|only|around|just|nearly|roughly)$/.test(lower) && i < at - 2) continue;
    // "strikes on Thursday against 30 sites", "fired against 12 ships": whom it was done to.
    if (lower === 'against' && isAct(sentence, sentence.arcs.heads[i]!)) return false;
    if (/^(against|versus)$/.test(lower)) return counted;
    if (/^(with|to)$/.test(lower) && /^(compared|relative|comparison|contrast)$/.test(before)) return true;
    if (lower === 'from' && isBasis(sentence, i)) return counted;
    // "fell from the month before to 612 tons": what it came to.
    if (lower === 'to') return false;
    if (/^(VERB|AUX)$/.test(pos) || /^[,;:–—-]$/.test(words[i]!.text)) return false;
  }
  return false;
}

function isAct({ words }: ParsedSentence, at: number): boolean {
  return at >= 0 && (nounList('event').has(singularOf(words[at]!.lower)) || ATTACKS.test(words[at]!.lemma));
}

const ATTACKS = /^(attack|strike|fire|launch|raid|operate|deploy|use|file|bring)$/;

/** "a 40 percent increase over 2020", "over the previous year"; "an increase over the past year" took place in it. */
function isRiseOver({ words }: ParsedSentence, at: number): boolean {
  const over = /^(over|versus)$/.test(words[at]!.lower) ? at : at - 1;
  if (!/^(over|versus)$/.test(words[over]?.lower ?? '') || !CHANGE.test(words[over - 1]?.lower ?? '')) return false;
  return words[over + 1]?.lower !== 'the' || /^(previous|preceding|prior|same)$/.test(words[over + 2]?.lower ?? '');
}

/** "the largest seizure since 2019", "the first launch since May": from when on nothing was like it, and not when it was. */
function isMeasuredSince({ words, arcs }: ParsedSentence, since: number): boolean {
  // "a seven-fold increase since 2008": from when on it is counted.
  if (CHANGE.test(words[since - 1]?.lower ?? '')) return true;
  for (let i = since - 1; i >= Math.max(0, since - 5); i--) {
    if (/^(VERB|AUX|PUNCT)$/.test(words[i]!.pos)) return false;
    if (/^(JJS|RBS)$/.test(arcs.tags[i]!) && words[i - 1]?.lower !== 'at') return true;
    if (/^(first|second|third|only)$/.test(words[i]!.lower)) return true;
  }
  return false;
}

/** "down by half from", "fell 17 percent from", "a drop from": what was before the change. */
function isBasis({ words, clauses, clauseOf, arcs }: ParsedSentence, from: number): boolean {
  const clause = clauses[clauseOf[from]!];
  const direction = [words[from - 1], words[arcs.heads[from]!]].some((word) => /^(up|down)$/.test(word?.lower ?? ''));
  // "a 60 percent increase from 2011".
  if (CHANGE.test(words[from - 1]?.lower ?? '')) return true;
  return direction || (clause !== undefined && from > clause.head && lexicalVerbs('changes').has(clause.lemma));
}

/** "from April to June". */
function isSpan({ times, words }: ParsedSentence, from: number): boolean {
  const time = times.find(({ firstWord }) => firstWord === from);
  return (
    time !== undefined &&
    words.slice(from, time.lastWord).some(({ lower }) => /^(to|until|till|through|and|[-–])$/.test(lower))
  );
}
