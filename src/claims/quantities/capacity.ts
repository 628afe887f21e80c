import type { Quantity } from '../model/quantity.ts';

/** Words by which a figure is what a load could hold or an estimate of its worth, and not what moved. */
const CAPACITY_WORDS =
  /\b(?:enough|sufficient|room|space|capacity)\b(?:\s+[\p{L}-]+){0,3}?\s+(?:for|to)\b|\b(?:could|can|may|might|would)\s+(?:have\s+)?(?:[\p{L}-]+\s+)?(?:hold|held|carry|carried|contain|contained|fit|store|accommodate)\b|\b(?:able|capable)\s+(?:to|of)\s+(?:hold|carry|contain|stor)\p{L}*|\bequivalent\s+(?:to|of)\b/giu;

/** A verb of the act between the word and the figure begins another statement. */
const ACT_WORDS =
  /\b(?:sent|shipped|transferred|delivered|supplied|provided|exported|imported|sold|bought|received|fired|launched)\b/i;

/**
 * Whether a figure says what something could hold: "5,000 containers, enough for 2 million shells" alleges containers and no
 * shells, and such a figure is not laid beside counts of what was delivered.
 */
export function isCapacity({ raw }: Quantity, quote: string): boolean {
  const at = quote.indexOf(raw);
  if (at < 0) return false;
  const before = quote.slice(0, at);
  const last = [...before.matchAll(CAPACITY_WORDS)].at(-1);
  if (last === undefined) return false;
  const between = before.slice(last.index + last[0].length);
  return !/[;:]|\.\s/.test(between) && !ACT_WORDS.test(between);
}
