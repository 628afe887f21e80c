import { parentPort, workerData } from 'node:worker_threads';
import { CodedError } from '../core/errors.ts';
import type { VerificationMessage } from './verification/verify-in-thread.ts';
import { verifyRecord } from './verification/verify-record.ts';

/** The thread that verifies a record: hashing every byte would keep a server from answering meanwhile. */
const { workspace } = workerData as { workspace: string };
const tell = (message: VerificationMessage): void => parentPort?.postMessage(message);

try {
  tell({ verification: await verifyRecord(workspace, { onProgress: (progress) => tell({ progress }) }) });
} catch (error) {
  const { message } = error as Error;
  tell({
    failure:
      error instanceof CodedError
        ? { code: error.code, message, place: error.place }
        : { code: 'cannot-read', message },
  });
}
