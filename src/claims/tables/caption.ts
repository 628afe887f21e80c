import type { Span } from '../../documents/text/text-layer.ts';
import type { Claim, Claimant } from '../model/claim.ts';

/** The label before the text under a picture, with the photographer it may name. */
const LABEL =
  /^(?:FILE(?: PHOTO)?|File photo|Photo|PHOTO|Picture|Image|Illustrative(?: image)?)(?: by [^:]{2,40})? ?[:—–-]\s*/;

/** Marks after the text of a caption that say whose picture it is. */
const AGENCIES = [
  /\[\p{Lu}[\p{Lu} /.,&-]{3,50}\]$/u,
  /\((?:[^()]{0,60}(?:Photo|Image)s?\/[^()]{2,40}|[^()]{2,40} via (?:AP|AFP|REUTERS|Reuters)|[^()]{2,40}\/(?:AP|AFP|REUTERS|Reuters|Getty Images)|(?:AP|AFP|Reuters) Photo)\)\.?$/u,
];

/** What stands for a credit only in what is known to be a caption. */
const CREDITS = [
  /\s*\([^()]{2,80}\)\.?$/u,
  /\s*(?:©|(?:Photo|Image|Picture)?\s?(?:[Cc]redits?|[Cc]ourtesy(?: of)?|[Hh]andout|Photo|Image|Picture|Source)\s?[:/])\s?[^:]{2,80}$/u,
  /\s*\b(?:REUTERS|AFP|AP|EPA|Reuters)\/[\p{L}\p{N} .'’&-]{2,60}$/u,
];

/** "in this photo released by X", "an image provided by X": whose picture it is, within the text. */
const GIVEN =
  /\b(?:provided|released|distributed|supplied|taken|issued|published|shared|posted|made available|obtained|captured|handed out|courtesy|shot)\b(?:\s\w+){0,3}?\s(?:by|of|from)\s(?:the\s)?/giu;

const LONGEST_CAPTION = 400;

/** The text under a picture, less its label and the names of those whose picture it is. */
export type Caption = { readonly text: Span; readonly credits: string };

/** A paragraph as a caption: it says what the picture shows, and whoever it names does not speak in the paragraphs around it. */
export function captionIn(text: string, { start, end }: Span): Caption | undefined {
  const whole = text.slice(start, end).trim();
  if (whole.length > LONGEST_CAPTION) return undefined;
  const label = LABEL.exec(whole)?.[0];
  if (label === undefined && !AGENCIES.some((pattern) => pattern.test(whole))) return undefined;
  const rest = whole.slice(label?.length ?? 0);
  const behind = [...AGENCIES, ...CREDITS].reduce((found, pattern) => {
    const match = pattern.exec(rest.slice(0, found));
    return match === null ? found : match.index;
  }, rest.length);
  const from = text.indexOf(whole, start) + (label?.length ?? 0);
  return { text: { start: from, end: from + behind }, credits: `${label ?? ''} ${rest.slice(behind)}` };
}

/**
 * Of the claims that a caption's words would make, those with a claimant of their own. What it tells itself is what the
 * picture shows; and who took it, gave it or sells it claims nothing.
 */
export function claimedInCaption(claims: readonly Claim[], { credits }: Caption, own: Claimant): Claim[] {
  return claims.filter(({ claimant, speech, quote }) => {
    if (speech === 'own-voice' || claimant.name === own.name || /^(unnamed|sensor)$/.test(claimant.kind)) return false;
    const given = [...quote.matchAll(GIVEN)].map((match) => quote.slice(match.index + match[0].length));
    return !credits.includes(claimant.name) && !given.some((rest) => rest.startsWith(claimant.name));
  });
}
