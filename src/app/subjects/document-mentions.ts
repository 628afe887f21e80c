import { setImmediate as nextTurn } from 'node:timers/promises';
import { memoized } from '../../core/memoized.ts';
import { inOrder } from '../../core/threads/in-order.ts';
import { MOST_THREADS } from '../../core/threads/thread-pool.ts';
import type { TextLayer } from '../../documents/text/text-layer.ts';
import { type MentionReader, openMentionReader } from '../../subjects/mention-reader.ts';
import { textMentions } from '../../subjects/mentions/text-mentions.ts';
import type { TextMentions } from '../../subjects/model/mention.ts';
import type { SharedLists } from '../../subjects/worker.ts';
import type { MentionCache } from '../derivation/reading/mention-cache.ts';
import type { ReadDocument } from '../derivation/reading/read-documents.ts';
import type { LoadedLists } from '../lists/screening-index.ts';

/** Lists in an index, with their versions. */
export type AskedLists = Pick<LoadedLists, 'index' | 'versions' | 'key' | 'shared'>;

/** How long the program may be busy with documents that it knows before it looks up. */
const MOST_AT_ONCE_MS = 20;

/**
 * Whom and what documents name, in their order: as it was found before, else by threads of their own. Null where that passed a limit.
 */
export async function* mentionsOf(
  documents: readonly ReadDocument[],
  lists: AskedLists | null,
  cache: MentionCache,
): AsyncGenerator<{ readonly document: ReadDocument; readonly mentions: TextMentions | null }> {
  const key = lists?.key ?? null;
  const memory = memoryOf(lists?.index ?? NO_LISTS);
  let bytes: SharedLists | null | undefined;
  const shared = (): SharedLists | null => {
    bytes ??= lists === null ? null : { bytes: lists.shared(), key: lists.key };
    return bytes;
  };
  const find = async ({ document, layer, custody }: ReadDocument): Promise<TextMentions | null> => {
    const asked = { document, fileName: custody.origin.fileName, lists: key };
    const known = cache.find(asked);
    if (known !== undefined) return known;
    const mentions = await sharedReader().read({ layer, lists: shared() });
    if (mentions !== null) cache.keep(asked, mentions);
    return mentions;
  };
  let paused = performance.now();
  const read = inOrder(documents, MOST_THREADS * 2, async (document) => {
    const before = memory.get(document.layer);
    if (before !== undefined) return await before;
    // Whoever asks meanwhile waits for the same answer.
    const finding = find(document);
    memory.set(document.layer, finding);
    finding.catch(() => memory.delete(document.layer));
    const mentions = await finding;
    memory.set(document.layer, mentions);
    return mentions;
  });
  for await (const { item: document, result: mentions } of read) {
    yield { document, mentions };
    if (performance.now() - paused < MOST_AT_ONCE_MS) continue;
    await nextTurn();
    paused = performance.now();
  }
}

const NO_LISTS = {};
type Memory = WeakMap<TextLayer, TextMentions | null | Promise<TextMentions | null>>;

/** What a text names follows from it and the lists, which seldom change while a workspace is held. */
const memoryOf = memoized((_: object): Memory => new WeakMap());

/** The same threads of this process find names for however many workspaces: one takes a second to start. */
let reader: MentionReader | undefined;

function sharedReader(): MentionReader {
  reader ??= openMentionReader();
  return reader;
}

/** Gives whom and what a text names; null where finding that passed a limit. */
export type FindMentions = (layer: TextLayer) => TextMentions | null;

/**
 * Whom and what some documents name without any list, found by threads: hundreds of documents take longer than a page can wait. What is
 * kept beside the readings is of the lists where there are any, and is left as it is.
 */
export async function mentionsWithoutLists(
  documents: readonly ReadDocument[],
  cache: MentionCache,
  hasLists: boolean,
): Promise<FindMentions> {
  if (documents.length < FEWEST_FOR_THREADS) return mentionsIn;
  const found = new Map<TextLayer, TextMentions | null>();
  const kept = hasLists ? NOTHING_KEPT : cache;
  for await (const { document, mentions } of mentionsOf(documents, null, kept)) found.set(document.layer, mentions);
  return (layer) => (found.has(layer) ? (found.get(layer) ?? null) : mentionsIn(layer));
}

/** What is found in fewer is found before a thread has loaded the program. */
const FEWEST_FOR_THREADS = 50;

const NOTHING_KEPT: MentionCache = { find: () => undefined, keep: () => undefined };

/** Whom and what one text names without any list, at once. */
export const mentionsIn = memoized((layer: TextLayer): TextMentions => textMentions(layer, null));
