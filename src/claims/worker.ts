import { parentPort } from 'node:worker_threads';
import { READY } from '../core/threads/bounded-thread.ts';
import type { TextLayer } from '../documents/text/text-layer.ts';
import { extractClaims } from './extraction.ts';
import type { ExtractionOptions } from './extraction-options.ts';
import type { Claim } from './model/claim.ts';

export type ExtractionRequest = { readonly layer: TextLayer } & Pick<
  ExtractionOptions,
  'source' | 'published' | 'columns'
>;
export type ExtractionReply = { readonly claims: readonly Claim[] } | { readonly error: string };

/** The thread that reads claims, so that no text holds up whoever asks for another. */
const port = parentPort;
port?.on('message', ({ layer, source, published, columns }: ExtractionRequest) => {
  let reply: ExtractionReply;
  try {
    reply = { claims: extractClaims(layer, { source, published, columns }) };
  } catch (error) {
    reply = { error: error instanceof Error ? error.message : String(error) };
  }
  port.postMessage(reply);
});
port?.postMessage(READY);
