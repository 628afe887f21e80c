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
export type RecentReadings = {
  of(document: string): RecentReading | undefined;
  keep(document: string, reading: RecentReading): void;
  forget(document: string): void;
};

/** By the length of their texts; their claims take some ten times as much. */
const MOST_CHARACTERS = 4_000_000;

export function openRecentReadings(most = MOST_CHARACTERS): RecentReadings {
  // The one that was asked for longest ago stands first.
  const known = new Map<string, RecentReading>();
  let characters = 0;
  const forget = (document: string): void => {
    characters -= known.get(document)?.layer.text.length ?? 0;
    known.delete(document);
  };
  return {
    of: (document) => {
      const reading = known.get(document);
      if (reading === undefined) return undefined;
      known.delete(document);
      known.set(document, reading);
      return reading;
    },
    keep: (document, reading) => {
      forget(document);
      known.set(document, reading);
      characters += reading.layer.text.length;
      for (const oldest of known.keys()) {
        if (characters <= most || known.size === 1) return;
        forget(oldest);
      }
    },
    forget,
  };
}
