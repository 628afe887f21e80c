import { parentPort } from 'node:worker_threads';
import { READY } from '../core/threads/bounded-thread.ts';
import type { TextLayer } from '../documents/text/text-layer.ts';
import { readIndexCache } from '../screening/index/index-cache.ts';
import type { ScreeningIndex } from '../screening/index/screening-index.ts';
import { textMentions } from './mentions/text-mentions.ts';
import type { TextMentions } from './model/mention.ts';

/** Lists in an index, as bytes that all threads share. */
export type SharedLists = { readonly bytes: SharedArrayBuffer; readonly key: string };
export type MentionsRequest = { readonly layer: TextLayer; readonly lists: SharedLists | null };
export type MentionsReply = { readonly mentions: TextMentions } | { readonly error: string };

let held: { readonly key: string; readonly index: ScreeningIndex } | null = null;

/** The index of lists, taken from its bytes once while the lists are the same. */
function indexOf({ bytes, key }: SharedLists): ScreeningIndex {
  if (held?.key !== key) held = { key, index: readIndexCache(new Uint8Array(bytes), key) };
  return held.index;
}

/** The thread that finds names, so that no text holds up whoever asks for another. */
const port = parentPort;
port?.on('message', ({ layer, lists }: MentionsRequest) => {
  let reply: MentionsReply;
  try {
    reply = { mentions: textMentions(layer, lists === null ? null : indexOf(lists)) };
  } catch (error) {
    reply = { error: error instanceof Error ? error.message : String(error) };
  }
  port.postMessage(reply);
});
port?.postMessage(READY);
