import { startWorkerThread } from '../../core/threads/worker-thread.ts';
import type { ServerPlace } from '../../store/server-database.ts';
import type { Progress } from '../progress.ts';

/** Which tables are to be made: of the acts of a workspace's record up to a number of them, read as they lie on the disk. */
export type TablesOrder = {
  readonly workspace: string;
  /** What makes them: the program by its name, `projectorName`. */
  readonly program: string;
  readonly size: number;
  readonly place: { readonly folder: string; readonly secret: Uint8Array } | { readonly server: ServerPlace };
  /** What the readings beside the record are sealed with. */
  readonly readings: Uint8Array;
};

export type TablesMessage =
  | { readonly step: string }
  | { readonly done: number; readonly total: number | null }
  | { readonly note: string }
  | { readonly isMade: boolean };

/**
 * Makes tables in a thread of its own: all texts and claims of an archive, and a database that has taken in all rows at once, take
 * more memory than the process that goes on answering needs, and it is given back when the thread ends. False where it came to nothing:
 * whoever asked makes them, and learns why.
 */
export function makeTablesInThread(order: TablesOrder, progress: Progress): Promise<boolean> {
  const worker = startWorkerThread('app/workspace', { workerData: order });
  return new Promise<boolean>((resolve) => {
    worker.on('message', (message: TablesMessage) => {
      if ('step' in message) progress.step(message.step);
      else if ('note' in message) progress.note(message.note);
      else if ('done' in message) progress.advance(message.done, message.total);
      else resolve(message.isMade);
    });
    worker.once('error', () => resolve(false));
    worker.once('exit', () => resolve(false));
  }).finally(() => worker.terminate());
}
