import { openRecentlyAsked, type RecentlyAsked } from '../../core/recently-asked.ts';
import type { TextLayer } from '../../documents/text/text-layer.ts';
import type { ReviewMemory } from '../acts/reviewed-claims.ts';
import type { Extraction } from './reading/extraction.ts';

/** What was read of a document, and what its claims were when they last counted. */
export type RecentReading = {
  readonly layer: TextLayer;
  /** What decided the claims beside the text. */
  readonly key: string;
  readonly extraction: Extraction;
  readonly reviews: ReviewMemory;
};

/** Readings of single documents that were asked for last: acts come in bursts on one matter, and what is known of a claim hangs on it. */
export type RecentReadings = Omit<RecentlyAsked<RecentReading>, 'clear'>;

/** By the length of their texts; their claims take some ten times as much. */
const MOST_CHARACTERS = 4_000_000;

export function openRecentReadings(most = MOST_CHARACTERS): RecentReadings {
  return openRecentlyAsked<RecentReading>(most, ({ layer }) => layer.text.length);
}
