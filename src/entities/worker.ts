import { parentPort, workerData } from 'node:worker_threads';
import { joinTexts } from '../core/text-list.ts';
import type { Entity } from './entity.ts';
import { EntityPieces } from './entity-piece.ts';
import type { EntitiesError } from './errors.ts';
import { type KeptEntity, lastSeenOf } from './join-versions.ts';
import { keepDatedLists } from './keep-lists.ts';
import { reopenList } from './list-file.ts';
import { loadReaders } from './list-readers.ts';
import { packTexts } from './packed-entities.ts';
import { noOrigins, packEntity, unpackEntity } from './packed-entity.ts';
import type { ListsToRead, ReadingMessage, SentError } from './read-in-thread.ts';

/**
 * Reads lists in a thread of its own. The values that are wanted go out while the reading goes on; then which of those
 * entities count and in what order; last the entities themselves, packed.
 */
const { lists, wanted } = workerData as ListsToRead;

function tell(message: ReadingMessage, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer);
}

function describedError({ code, message, place }: EntitiesError): SentError {
  return { code, message, place };
}

/** An entity as text, which takes a fifth of the memory, by the number in which it was sent. */
type SentEntity = KeptEntity & { readonly number: number; readonly caption: string; readonly text: string };

const pieces = new EntityPieces(wanted, (piece) => tell({ piece }));
const origins = noOrigins();
let sent = 0;

function send(entity: Entity): SentEntity {
  pieces.add(entity);
  const { id, dataset, caption } = entity;
  const text = packEntity(entity, origins);
  const lastSeen = lastSeenOf(entity);
  return { id, dataset, lastSeen, number: sent++, caption, text, whole: () => unpackEntity(text, origins.known) };
}

const { entities, versions, faults, refused } = keepDatedLists(
  lists.map(({ opened, published }) => ({ file: reopenList(opened), published })),
  send,
  await loadReaders(lists.map(({ opened }) => opened)),
);
pieces.finish();
const order = Uint32Array.from(entities, ({ number }) => number);
const ids = joinTexts(entities.map(({ id }) => id));
const captions = joinTexts(entities.map(({ caption }) => caption));
tell({ read: { order, ids, captions, versions, faults, refused: refused.map(describedError) } });
const packed = packTexts(
  entities.map(({ text }) => text),
  origins.known,
);
tell({ packed }, [packed.bytes.buffer as ArrayBuffer]);
