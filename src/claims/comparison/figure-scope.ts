import type { Claim } from '../model/claim.ts';
import type { Quantity } from '../model/quantity.ts';
import { partSaidIn } from './partial-counts.ts';

const SETS_SCOPE = `(?:not )?(?:counting|including|excluding)|leaving out|omitting|leaving aside|apart from|aside from|except(?: for)?|excepting|inclusive of|exclusive of`;
/** "…, including 20 of the T-72": a part that is counted out of the whole, and nothing of how the whole was counted. */
const PART = String.raw`(?!(?:(?:at least|more than|up to|about|some|around|nearly) )?(?:\d|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|a dozen\b))`;

/** Behind a figure, with no other figure and no other clause between: a year is none. */
const BEHIND = new RegExp(
  String.raw`^(?:[^.;:,\d]|(?<!\d)(?:19|20)\d\d(?!\d))*,? ?\b(${SETS_SCOPE}) ${PART}([^,.;:]+)`,
  'i',
);
const AT_HEAD = new RegExp(`^(${SETS_SCOPE}) ${PART}([^,.;:]+), `, 'i');

/**
 * What a claim says beside its figure that was counted in or left out, or of which part or way it is: "31 missiles, counting cruise
 * missiles", "by rail", "each month", "in a first group". Figures of two scopes are of two things; undefined where nothing is said.
 */
export function scopeOf({ quote }: Claim, { raw }: Quantity): string | undefined {
  const at = quote.indexOf(raw);
  const found = (at < 0 ? null : BEHIND.exec(quote.slice(at + raw.length))) ?? AT_HEAD.exec(quote);
  const counted = found === null ? [] : [`${found[1]} ${found[2]}`.toLowerCase().replace(/\s+/g, ' ').trim()];
  const said = [...counted, ...[partSaidIn(quote)].filter((part) => part !== undefined)];
  return said.length === 0 ? undefined : said.join(', ');
}
