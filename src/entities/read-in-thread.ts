import type { JoinedTexts } from '../core/text-list.ts';
import { startWorkerThread } from '../core/threads/worker-thread.ts';
import type { CalendarDate } from '../core/time/calendar.ts';
import type { EntityPiece } from './entity-piece.ts';
import { EntitiesError, type EntitiesErrorCode, type ListFault } from './errors.ts';
import type { DatedList, ListVersion } from './keep-lists.ts';
import type { OpenedList } from './list-file.ts';
import { type PackedBytes, PackedEntities } from './packed-entities.ts';

/** What the thread is started with: the lists, and the properties that are wanted early. */
export type ListsToRead = {
  readonly lists: readonly { readonly opened: OpenedList; readonly published: CalendarDate | null }[];
  readonly wanted: readonly string[];
};

/** An error as it passes from a thread to another. */
export type SentError = {
  readonly code: EntitiesErrorCode;
  readonly message: string;
  readonly place: string | undefined;
};

type SentReading = {
  /** The entities of the lists, by their numbers in the order in which they were handed over. */
  readonly order: Uint32Array;
  readonly ids: JoinedTexts;
  readonly captions: JoinedTexts;
  readonly versions: readonly ListVersion[];
  readonly faults: readonly ListFault[];
  readonly refused: readonly SentError[];
};

export type ReadingMessage =
  | { readonly piece: EntityPiece }
  | { readonly read: SentReading }
  | { readonly packed: PackedBytes };

/** All that was read, but for the entities themselves. */
export type ThreadedReading = Omit<SentReading, 'refused'> & { readonly refused: readonly EntitiesError[] };

/** Room for what is needed for one entity only: Node would let it grow to 48 MB, and no list is read quicker by it. */
const YOUNG_MEGABYTES = 8;

/** A reading under way. What it has handed over waits for whoever takes it. */
export type StartedReading = {
  /**
   * @param take is called with the wanted values of entities as they are read
   * @param finish is called when all is read; the entities themselves are packed meanwhile
   */
  take(take: (piece: EntityPiece) => void, finish: (read: ThreadedReading) => void): Promise<PackedEntities>;
};

/**
 * Starts to read lists in another thread; this one can load meanwhile what it needs for what will be read.
 * @throws EntitiesError `list-unreadable`, in what `take` returns, when that thread fails: more memory needed than there is
 */
export function startReading(lists: readonly DatedList[], wanted: readonly string[]): StartedReading {
  const workerData: ListsToRead = {
    lists: lists.map(({ file: { chunks: _, ...opened }, published }) => ({ opened, published })),
    wanted,
  };
  const worker = startWorkerThread('entities', {
    workerData,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  });
  const waiting: ReadingMessage[] = [];
  let deal = (message: ReadingMessage): void => void waiting.push(message);
  const ended = new Promise<never>((_, reject) => {
    const fail = (why: string, cause?: unknown): void =>
      reject(new EntitiesError('list-unreadable', `The lists could not be read to their end: ${why}`, { cause }));
    worker.on('error', (error: Error) => fail(error.message, error));
    worker.on('exit', () => fail('their thread ended early'));
  });
  ended.catch(() => undefined);
  worker.on('message', (message: ReadingMessage) => deal(message));
  return {
    take: (take, finish) => {
      const packed = new Promise<PackedEntities>((resolve, reject) => {
        deal = (message) => {
          try {
            if ('piece' in message) take(message.piece);
            else if ('read' in message) finish({ ...message.read, refused: message.read.refused.map(receivedError) });
            else resolve(new PackedEntities(message.packed));
          } catch (error) {
            reject(error);
          }
        };
        waiting.splice(0).forEach(deal);
      });
      return Promise.race([packed, ended]).finally(() => void worker.terminate());
    },
  };
}

function receivedError({ code, message, place }: SentError): EntitiesError {
  return new EntitiesError(code, message, { place });
}
