import type { HeadedTable } from './table-column.ts';
import { speaksOf } from './table-words.ts';

/** Words by which figures are somebody else's. */
const OTHERS =
  /\b(?:according to|as (?:reported|stated|claimed|notified) by|(?:reported|claimed|stated|alleged|announced|submitted) by|claims? (?:by|of)|statements? (?:by|of)|(?:his|her|their) (?:claims?|account))\b/i;
/** Whoever prints the table vouches for none of it. */
const NO_PROOF = /\bno (?:evidence|proof|witness|document|record|trace|picture|confirmation)\b/i;
/** The sentence is of those who print the table. */
const OWN = /^(?:\W*in [^,]{1,40}, )?(?:we|our|i)\b/i;

export function isOthersWord(text: string): boolean {
  return OTHERS.test(text);
}

/**
 * Whether a table gives what somebody else says, by its title, the heading over it, or a sentence about it that stands before
 * or after it ("The channel published the table below"): then no row is a claim of whose document it is. Nor is it where such a
 * sentence calls its rows allegations or doubts them.
 */
export function isOthersTable({ title, surroundings: { heading, before, after } }: HeadedTable): boolean {
  if (isOthersWord(title) || isOthersWord(heading)) return true;
  return [...before, ...after].flatMap(sentencesOf).some(isOfOthers);
}

function isOfOthers(sentence: string): boolean {
  if (!speaksOf('naming', sentence)) return false;
  if (NO_PROOF.test(sentence) || speaksOf('doubts', sentence) || speaksOf('alleges', sentence)) return true;
  return !OWN.test(sentence) && (isOthersWord(sentence) || speaksOf('handed-on', sentence));
}

function sentencesOf(paragraph: string): string[] {
  return paragraph.split(/(?<=[.!?]["”’)]?)\s+/);
}
