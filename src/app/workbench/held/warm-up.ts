import { memoized } from '../../../core/memoized.ts';
import { inTurns, type Steps } from '../../../core/steps.ts';
import type { Snapshot } from '../../derivation/derivation.ts';
import { signatureOf } from '../../derivation/similar-documents.ts';

export type WarmUp = {
  /** Works out by what texts are compared, so that others are answered in between. Once for each snapshot, however many ask for it. */
  of(snapshot: Snapshot): Promise<void>;
  /** Goes no further: whoever waits goes on, and works out for itself what it needs. */
  end(): void;
};

export function openWarmUp(): WarmUp {
  let isEnded = false;
  const signing = function* ({ derived }: Snapshot): Steps<void> {
    for (const { layer } of derived.documents) {
      if (isEnded) return;
      signatureOf(layer);
      yield;
    }
  };
  return {
    of: memoized((snapshot: Snapshot): Promise<void> => inTurns(signing(snapshot))),
    end: () => {
      isEnded = true;
    },
  };
}
