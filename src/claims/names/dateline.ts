import type { Paragraph } from '../tokens/paragraph.ts';
import { tokenize } from '../tokens/token.ts';
import { findMentions } from './mention.ts';

/** "Manila: An estimated 2,900 …", "Oslo– Today, the …": the end of a place that heads a story. */
export function placeEnd(text: string, { start, end, body }: Paragraph): number {
  if (body > start) return body;
  const place = /^(\p{Lu}[\p{L}'’. -]{2,24})(: | ?[–—]+ )(?=["“]?\p{Lu})/u.exec(
    text.slice(start, Math.min(end, start + 40)),
  );
  if (place === null) return body;
  const words = tokenize(place[1]!, 0, place[1]!.length);
  const named = findMentions(place[1]!, words).some(
    ({ kind, to }) =>
      (place[2] === ': ' ? /^(seat|place|country)$/ : /^(seat|place)$/).test(kind) && to === words.length,
  );
  return named ? start + place[0].length : body;
}
