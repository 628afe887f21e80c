import { parentPort, workerData } from 'node:worker_threads';
import { TracksError } from '../../tracks/errors.ts';
import { inSharedMemory } from '../../tracks/positions/positions.ts';
import { type Progress, silentProgress } from '../progress.ts';
import type { ReadSet } from './read-set.ts';
import type { StartedTrackWork, TrackWorkMessage } from './track-thread.ts';
import { TRACK_WORK } from './track-work.ts';

/** The thread that works on the tracks of ships: millions of positions would keep a server from answering meanwhile. */
const tell = (message: TrackWorkMessage): void => parentPort?.postMessage(message);
const progress: Progress = { ...silentProgress, step: (step) => tell({ step }) };

try {
  const { name, request } = workerData as StartedTrackWork;
  const work = TRACK_WORK[name] as (request: unknown, progress: Progress) => unknown;
  const answer = await work(request, progress);
  tell({ answer: name === 'read' ? handedOver(answer as ReadSet) : answer });
} catch (error) {
  if (!(error instanceof TracksError)) throw error;
  const { code, message, place } = error;
  tell({ failure: { code, message, place } });
}

function handedOver({ set, ...rest }: ReadSet): ReadSet {
  return { ...rest, set: { ...set, positions: inSharedMemory(set.positions) } };
}
