import { startWorkerThread } from '../../core/threads/worker-thread.ts';
import { RecordError, type RecordErrorCode } from '../errors.ts';
import type { Verification } from './verification.ts';

export type VerificationMessage =
  | { readonly progress: { readonly done: number; readonly total: number } }
  | { readonly verification: Verification }
  | { readonly failure: { readonly code: string; readonly message: string; readonly place?: string | undefined } };

/** As `verifyRecord`, in a thread of its own. @throws RecordError */
export function verifyInThread(
  workspace: string,
  onProgress: (progress: { readonly done: number; readonly total: number }) => void,
): Promise<Verification> {
  const worker = startWorkerThread('record', { workerData: { workspace } });
  return new Promise<Verification>((resolve, reject) => {
    const fail = (why: string, cause?: unknown): void =>
      reject(new RecordError('cannot-read', `The verification could not be finished: ${why}.`, { cause }));
    worker.on('message', (message: VerificationMessage) => {
      if ('progress' in message) onProgress(message.progress);
      else if ('verification' in message) resolve(message.verification);
      else {
        const { code, message: text, place } = message.failure;
        reject(new RecordError(code as RecordErrorCode, text, { place }));
      }
    });
    worker.once('error', (error) => fail(error.message, error));
    worker.once('exit', () => fail('its thread ended'));
  }).finally(() => worker.terminate());
}
