import type { TrackMapInput } from '../../figures/maps/track-map.ts';
import type { FindingEvent } from '../../findings/model/track-evidence.ts';
import type { StatedOutcome } from '../../tracks/detection/statements/stated-call.ts';

/** Events in ships' tracks that a person judged relevant or took into a finding, and the files that they rest on. */
export type ReportTracks = {
  readonly files: readonly {
    readonly name: string;
    readonly document: string;
    readonly source: string | null;
    readonly positions: number;
    readonly skipped: number;
  }[];
  readonly events: readonly ReportEvent[];
  /** Calls and meetings that claims state, beside the tracks; left out where there is none. */
  readonly stated?: readonly ReportShipClaim[];
};

/** A claim that a ship called at a port or met another one, and what the tracks show of it in a sentence. */
export type ReportShipClaim = {
  readonly claim: string;
  readonly kind: 'call' | 'meeting';
  readonly outcome: StatedOutcome;
  readonly days: { readonly from: string; readonly to: string };
  readonly words: string;
  /** Passages that name the same ships and say that something was taken back, with the words that say so. */
  readonly takenBack?: readonly { readonly claim: string; readonly words: string }[];
};

export type ReportEvent = Pick<FindingEvent, 'event' | 'words'> & {
  /** Who judged it relevant, and why; null for what only stands in a finding. */
  readonly judged: { readonly by: string; readonly at: string; readonly act: string; readonly reason: string } | null;
  /** Null where no position of its ships is at hand. */
  readonly map: TrackMapInput | null;
};
