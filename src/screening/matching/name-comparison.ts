import type { Name } from '../names/name.ts';
import type { Pairing } from '../words/pairing.ts';

export type NameComparison = {
  readonly asked: Name;
  readonly listed: Name;
  /** 0 to 1; 1 only when every word has its equal. */
  readonly score: number;
  /** The most that the list may make of it. */
  readonly most: number;
  /** The words taken for each other; empty when the names were compared whole. */
  readonly pairs: readonly Pairing[];
  /** The places of the words in `pairs`, one bit each. */
  readonly usedAsked: number;
  readonly usedListed: number;
  /** Why the names as wholes are alike; empty when it is their words. */
  readonly whole: string;
  /** The common Hangul reading when the names were compared as Korean. */
  readonly hangul: string;
};
