import { setImmediate as nextTurn } from 'node:timers/promises';
import { countriesIn } from '../../../claims/names/mentioned-country.ts';
import { memoized } from '../../../core/memoized.ts';
import type { Snapshot } from '../../derivation/derivation.ts';
import { signatureOf } from '../../derivation/similar-documents.ts';

/** How long the program may be busy with claims before it looks up. */
const MOST_AT_ONCE_MS = 20;

export type WarmUp = {
  /**
   * Works out what follows from the claims of a snapshot, part by part, so that others are answered in between: in a large
   * matter each part takes a good while. Once for each snapshot, however many ask for it.
   */
  of(snapshot: Snapshot): Promise<void>;
  /** Begins no further part: whoever waits goes on, and works out for itself what it needs. */
  end(): void;
};

export function openWarmUp(): WarmUp {
  let isEnded = false;
  return {
    of: memoized(async ({ derived }: Snapshot): Promise<void> => {
      let paused = performance.now();
      for (const { quote } of derived.claims) {
        // The most that the parts ask of a claim that they have not seen before, and the answer is kept.
        countriesIn(quote);
        if (performance.now() - paused < MOST_AT_ONCE_MS) continue;
        await nextTurn();
        if (isEnded) return;
        paused = performance.now();
      }
      for (const { layer } of derived.documents) {
        signatureOf(layer);
        if (performance.now() - paused < MOST_AT_ONCE_MS) continue;
        await nextTurn();
        if (isEnded) return;
        paused = performance.now();
      }
      for (const part of ['checks', 'incidents', 'topics', 'findings', 'origins'] as const) {
        if (isEnded) return;
        void derived[part];
        await nextTurn();
      }
    }),
    end: () => {
      isEnded = true;
    },
  };
}
