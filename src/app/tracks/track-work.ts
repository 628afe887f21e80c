import type { DetectionSettings } from '../../tracks/detection/detect.ts';
import { EVENT_KINDS, type EventVessel, type TrackEvent } from '../../tracks/detection/event/event.ts';
import { TrackEvidence } from '../../tracks/detection/event/evidence.ts';
import { layCallBeside, type ShownCall, type StatedCall } from '../../tracks/detection/statements/stated-call.ts';
import {
  layMeetingBeside,
  type ShownMeeting,
  type StatedMeeting,
} from '../../tracks/detection/statements/stated-meeting.ts';
import { IdentityTable } from '../../tracks/identity/identity.ts';
import type { TimeSpan } from '../../tracks/positions/positions-builder.ts';
import { readTrackFile, type TrackFile } from '../../tracks/reading/read-tracks.ts';
import { recogniseTrack } from '../../tracks/reading/track-form.ts';
import type { TrackSet } from '../../tracks/separation/track-set.ts';
import { type Thresholds, thresholdsWith } from '../../tracks/thresholds.ts';
import type { Progress } from '../progress.ts';
import { eventsOf, type NamedTrackFile, type ReadSet, readTrackSet } from './read-set.ts';

/** What is worked out of track files, each by its name: here where there is little of it, else in a thread (`worker.ts`). */
export type TrackWork = {
  /** Files read through one by one, in constant memory: what becomes of each of them alone. */
  readonly through: readonly [
    { readonly files: readonly (NamedTrackFile & { readonly index: number })[] },
    readonly TrackFile[],
  ];
  readonly read: readonly [
    { readonly files: readonly NamedTrackFile[]; readonly thresholds: Thresholds; readonly period: TimeSpan },
    ReadSet,
  ];
  readonly events: readonly [
    { readonly reading: ReadSet; readonly settings: DetectionSettings },
    readonly TrackEvent[],
  ];
  /** The ship of each track as it named itself last. */
  readonly vessels: readonly [{ readonly set: TrackSet }, readonly EventVessel[]];
  /** Calls and meetings that are claimed, beside the tracks; null where the files hold none of the ships. */
  readonly stated: readonly [
    {
      readonly set: TrackSet;
      readonly events: readonly TrackEvent[];
      readonly calls: readonly StatedCall[];
      readonly meetings: readonly StatedMeeting[];
    },
    { readonly calls: readonly (ShownCall | null)[]; readonly meetings: readonly (ShownMeeting | null)[] },
  ];
};
export type TrackWorkName = keyof TrackWork;

type Works = {
  readonly [Name in TrackWorkName]: (
    request: TrackWork[Name][0],
    progress: Progress,
  ) => TrackWork[Name][1] | Promise<TrackWork[Name][1]>;
};

/** Every work; what goes in and comes out is plain data, so that it can go to a thread and back. */
export const TRACK_WORK: Works = {
  through: async ({ files }, progress) => {
    const sink = { wantsVoyage: false, report: () => undefined, skip: () => undefined };
    const found: TrackFile[] = [];
    for (const { path, name, index } of files) {
      progress.step(`reading ${name}`);
      found.push(await readTrackFile(path, index, new IdentityTable(), sink, recogniseTrack(path), name));
    }
    return found;
  },
  read: ({ files, thresholds, period }, progress) =>
    readTrackSet(files, { kinds: EVENT_KINDS, thresholds }, period, progress),
  events: ({ reading, settings }) => eventsOf(reading, settings),
  vessels: ({ set }) => {
    const evidence = new TrackEvidence(set, thresholdsWith([]));
    return set.tracks.map(({ end }, track) => evidence.vessel(track, set.positions.time[end - 1]!));
  },
  stated: ({ set, events, calls, meetings }) => {
    const evidence = new TrackEvidence(set, thresholdsWith([]));
    return {
      calls: calls.map((call) => layCallBeside(evidence, call, events)),
      meetings: meetings.map((meeting) => layMeetingBeside(evidence, meeting, events)),
    };
  },
};
