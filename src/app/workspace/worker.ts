import { parentPort, workerData } from 'node:worker_threads';
import { readRecord } from '../../record/read-record.ts';
import { openDerivation } from '../derivation/derivation.ts';
import { openReadingCache } from '../derivation/reading/reading-cache.ts';
import type { Progress } from '../progress.ts';
import { openProjections } from './projections.ts';
import type { TablesMessage, TablesOrder } from './tables-in-thread.ts';

/** Makes the tables of a workspace and ends. The workspace is held by whoever started this, who has the tables closed meanwhile. */
const { workspace, program, size, place, readings } = workerData as TablesOrder;
const tell = (message: TablesMessage): void => parentPort?.postMessage(message);
const progress: Progress = {
  step: (step) => tell({ step }),
  advance: (done, total) => tell({ done, total }),
  note: (note) => tell({ note }),
  done: () => undefined,
};
const record = { read: readRecord(workspace), size };
const derivation = openDerivation(
  record,
  openReadingCache(workspace, () => Buffer.from(readings)),
);
const projections = openProjections({
  place: 'server' in place ? place : { folder: place.folder, secret: () => Buffer.from(place.secret) },
  record,
  derivation,
  program,
});
let isMade = false;
try {
  await projections.read(progress, async () => undefined);
  await projections.close();
  isMade = true;
} finally {
  await derivation.close();
  tell({ isMade });
}
