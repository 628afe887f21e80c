import type { Attribution } from '../attribution/attribution.ts';
import type { Speech } from '../model/claim.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { childrenBy, spanUnder } from '../syntax/phrase-span.ts';

/** Quoted when the words that carry the claim stand in quotation marks; a word or two in marks quote nothing. */
export function speechOf(
  sentence: ParsedSentence,
  inner: Attribution | undefined,
  anchor: number,
  own: boolean,
  event = false,
): Speech {
  if (own) return 'own-voice';
  if (sentence.quoted[anchor] === true) return 'quoted';
  if (inner === undefined) return sentence.quoted.some(Boolean) ? 'quoted' : 'own-voice';
  const { from, to } = clauseRun(sentence, anchor, undefined);
  const said = (at: number) =>
    inner.content[at] === true && at >= from && at < to && sentence.words[at]!.pos !== 'PUNCT';
  const inside = sentence.words.filter((_, at) => said(at) && sentence.quoted[at] === true).length;
  const all = sentence.words.filter((_, at) => said(at)).length;
  return (event ? inside >= 3 && inside * 2 >= all : inside > 0 && all > 0) ? 'quoted' : 'reported';
}

/** Words between a verb of saying and what it says. */
const NEAR_CUE = 3;

/** The words of a clause of its own, with the word that attributes where it stands right before. */
export function clauseRun(
  sentence: ParsedSentence,
  anchor: number,
  inner: Attribution | undefined,
): { from: number; to: number } {
  const span = spanUnder(sentence, anchor);
  // Without the clauses joined after it.
  const joined = childrenBy(sentence, anchor, 'conj').filter((at) => at > anchor);
  const first = joined[0] === undefined ? span.to : spanUnder(sentence, joined[0]).from;
  const last = Math.max(anchor + 1, Math.min(span.to, first));
  const to = sentence.words[last]?.text === '.' ? last + 1 : last;
  // From the word that attributes, where it stands right before.
  const near = inner !== undefined && inner.cue >= 0 && inner.cue < span.from && span.from - inner.cue <= NEAR_CUE;
  return { from: near ? inner.cue : span.from, to };
}
