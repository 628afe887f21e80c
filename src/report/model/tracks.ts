import type { TrackMapInput } from '../../figures/maps/track-map.ts';
import type { FindingEvent } from '../../findings/model/track-evidence.ts';

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
};

export type ReportEvent = Pick<FindingEvent, 'event' | 'words'> & {
  /** Who judged it relevant, and why; null for what only stands in a finding. */
  readonly judged: { readonly by: string; readonly at: string; readonly act: string; readonly reason: string } | null;
  /** Null where no position of its ships is at hand. */
  readonly map: TrackMapInput | null;
};
