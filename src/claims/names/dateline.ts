import type { Paragraph } from '../tokens/paragraph.ts';
import { tokenize } from '../tokens/token.ts';
import { findMentions } from './mention.ts';

/** "Manila: An estimated 2,900 …", "Oslo– Today, the …": the end of a place that heads a story. */
export function placeEnd(text: string, { start, end, body }: Paragraph): number {
  if (body > start) return body;
  // "SEOUL North Korea launched": a seat in capitals, and no mark behind it.
  const bare = /^(\p{Lu}{4,}(?: \p{Lu}{3,})?) (?=["“]?\p{Lu}\p{Ll})/u.exec(
    text.slice(start, Math.min(end, start + 40)),
  );
  if (bare !== null && isPlaceAlone(bare[1]!, /^(seat|place)$/)) return start + bare[0].length;
  const place = /^(\p{Lu}[\p{L}'’. -]{2,24})(: | ?[–—]+ )(?=["“]?\p{Lu})/u.exec(
    text.slice(start, Math.min(end, start + 40)),
  );
  if (place === null) return body;
  if (place[1] === 'UNITED NATIONS') return start + place[0].length;
  const kinds = place[2] === ': ' ? /^(seat|place|country)$/ : /^(seat|place)$/;
  return isPlaceAlone(place[1]!, kinds) ? start + place[0].length : body;
}

/** Whether a text is the name of a place to its end. */
function isPlaceAlone(text: string, kinds: RegExp): boolean {
  const words = tokenize(text, 0, text.length);
  return findMentions(text, words).some(({ kind, to }) => kinds.test(kind) && to === words.length);
}
