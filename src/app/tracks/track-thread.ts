import { startWorkerThread } from '../../core/threads/worker-thread.ts';
import { TracksError, type TracksErrorCode } from '../../tracks/errors.ts';
import { AppError } from '../errors.ts';
import type { Progress } from '../progress.ts';
import { TRACK_WORK, type TrackWork, type TrackWorkName } from './track-work.ts';

/** What the thread is started with. The columns of positions lie in memory that is shared, and are not copied. */
export type StartedTrackWork = { readonly name: TrackWorkName; readonly request: TrackWork[TrackWorkName][0] };

export type TrackWorkMessage =
  | { readonly step: string }
  | { readonly answer: unknown }
  | {
      readonly failure: {
        readonly code: TracksErrorCode;
        readonly message: string;
        readonly place: string | undefined;
      };
    };

/** How much there is to work on: bytes of files, or positions that were read. */
export type TrackWorkSize = { readonly bytes: number } | { readonly positions: number };

/** What is smaller is done sooner than a thread is started. */
const FEW_BYTES = 512 * 1024;
const FEW_POSITIONS = 10_000;

/**
 * Works on tracks: what is little at once, what is more in a thread of its own, whose memory is given back when it ends.
 * @throws TracksError as the work itself, AppError `unreadable` when the thread ends early
 */
export async function workOnTracks<Name extends TrackWorkName>(
  name: Name,
  request: TrackWork[Name][0],
  size: TrackWorkSize,
  progress: Progress,
): Promise<TrackWork[Name][1]> {
  const isLittle = 'bytes' in size ? size.bytes < FEW_BYTES : size.positions < FEW_POSITIONS;
  if (isLittle) return await TRACK_WORK[name](request, progress);
  return (await inThread({ name, request }, progress)) as TrackWork[Name][1];
}

function inThread(workerData: StartedTrackWork, progress: Progress): Promise<unknown> {
  const worker = startWorkerThread('app/tracks', { workerData });
  return new Promise<unknown>((resolve, reject) => {
    const fail = (why: string, cause?: unknown): void =>
      reject(new AppError('unreadable', `the positions could not be worked on: ${why}`, { cause }));
    worker.on('message', (message: TrackWorkMessage) => {
      if ('step' in message) progress.step(message.step);
      else if ('answer' in message) resolve(message.answer);
      else {
        const { code, message: text, place } = message.failure;
        reject(new TracksError(code, text, { place }));
      }
    });
    worker.once('error', (error: Error & { code?: string }) =>
      fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'there are more than memory holds' : error.message, error),
    );
    worker.once('exit', () => fail('the thread ended'));
  }).finally(() => worker.terminate());
}
