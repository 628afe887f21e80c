import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import type { Draft } from './draft.ts';

/** A quote of a claim is never longer. */
export const LONGEST_QUOTE = 600;
/** A clause of fewer words is no passage of its own. */
const LEAST_CLAUSE = 4;

/** Whether the clause of a draft is all of its sentence, so that it has no narrower passage. */
export function fillsSentence({ clause }: Pick<Draft, 'clause'>, { words }: Pick<ParsedSentence, 'words'>): boolean {
  return clause.from === 0 && clause.to >= words.length;
}

/** The clause of a draft as a passage, when it is a part of the sentence only. */
export function clauseSpan({ clause }: Draft, { words }: ParsedSentence): { start: number; end: number } | undefined {
  if (clause.to - clause.from < LEAST_CLAUSE || fillsSentence({ clause }, { words })) return undefined;
  const last = Math.min(clause.to, words.length);
  const first = words.findIndex(({ pos }, at) => at >= clause.from && pos !== 'PUNCT');
  return { start: words[Math.max(first, clause.from)]!.start, end: words[last - 1]!.end };
}

/**
 * The sentence, or of one that is too long to quote the part around the words that carry the claim: from the beginning of
 * the sentence when that part reaches them, else from the mark before them, and to a mark where one is near the end.
 */
export function passageOf(
  text: string,
  span: { start: number; end: number },
  sentence: ParsedSentence,
  draft: Draft,
): { start: number; end: number } {
  if (span.end - span.start <= LONGEST_QUOTE) return span;
  const anchor = sentence.words[Math.min(draft.anchor, sentence.words.length - 1)]!;
  const whole = anchor.end - span.start <= LONGEST_QUOTE - LEAST_AFTER;
  const start = whole ? span.start : clauseStart(text, Math.max(span.start, anchor.start - MOST_BEFORE), anchor.start);
  const limit = Math.min(span.end, start + LONGEST_QUOTE);
  if (limit === span.end) return { start, end: limit };
  let stop = limit;
  while (stop > anchor.end && !/[;,:.]/.test(text[stop - 1]!)) stop--;
  if (stop > anchor.end) return { start, end: stop };
  stop = limit;
  while (stop > anchor.end && !/\s/.test(text[stop]!)) stop--;
  return { start, end: stop > anchor.end ? stop : limit };
}

/** Of a sentence too long to quote: how much may stand before the verb, and how much must have room after it. */
const MOST_BEFORE = 300;

const LEAST_AFTER = 150;

/** After the last semicolon, colon or dash of a stretch of text, else after its first comma or blank, else its beginning. */
function clauseStart(text: string, from: number, to: number): number {
  const stretch = text.slice(from, to);
  const mark = [...stretch.matchAll(/[;:—–] /g)].pop() ?? /, /.exec(stretch) ?? /\s/.exec(stretch);
  return mark === null ? from : from + mark.index + mark[0].length;
}
