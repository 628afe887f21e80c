import type { CalendarDate } from '../core/calendar.ts';
import type { JoinedTexts } from '../core/text-list.ts';
import { startWorkerThread } from '../core/worker-thread.ts';
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
export type ToldError = {
  readonly code: EntitiesErrorCode;
  readonly message: string;
  readonly place: string | undefined;
};

type ToldReading = {
  /** The entities of the lists, by their numbers in the order in which they were handed over. */
  readonly order: Uint32Array;
  readonly ids: JoinedTexts;
  readonly captions: JoinedTexts;
  readonly versions: readonly ListVersion[];
  readonly faults: readonly ListFault[];
  readonly refused: readonly ToldError[];
};

export type ReadingMessage =
  | { readonly piece: EntityPiece }
  | { readonly read: ToldReading }
  | { readonly packed: PackedBytes };

/** All that was read, but for the entities themselves. */
export type ThreadedReading = Omit<ToldReading, 'refused'> & { readonly refused: readonly EntitiesError[] };

/** Room for what is needed for one entity only: Node would let it grow to 48 MB, and no list is read quicker by it. */
const YOUNG_MEGABYTES = 8;

/**
 * Reads lists in another thread, while this one works on what was read already.
 * @param take is called with the wanted values of entities as they are read
 * @param finish is called when all is read; the entities themselves are packed meanwhile
 */
export function readListsInThread(
  lists: readonly DatedList[],
  wanted: readonly string[],
  take: (piece: EntityPiece) => void,
  finish: (read: ThreadedReading) => void,
): Promise<PackedEntities> {
  const workerData: ListsToRead = {
    lists: lists.map(({ file: { chunks: _, ...opened }, published }) => ({ opened, published })),
    wanted,
  };
  const worker = startWorkerThread('entities', {
    workerData,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  });
  return new Promise<PackedEntities>((resolve, reject) => {
    worker.on('message', (message: ReadingMessage) => {
      try {
        if ('piece' in message) take(message.piece);
        else if ('read' in message) finish({ ...message.read, refused: message.read.refused.map(untold) });
        else resolve(new PackedEntities(message.packed));
      } catch (error) {
        reject(error);
      }
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('the thread that reads lists ended early')));
  }).finally(() => void worker.terminate());
}

function untold({ code, message, place }: ToldError): EntitiesError {
  return new EntitiesError(code, message, { place });
}
