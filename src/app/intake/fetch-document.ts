import { rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { RefusedBody } from '../acts/act-body.ts';

const MOST_BYTES = 256 * 1024 * 1024;
const PATIENCE_MS = 60_000;

export type Download =
  | { readonly file: string; readonly within: string; remove(): void }
  | { readonly refused: RefusedBody };

/**
 * Fetches one address into a temporary file, which then goes the way of every other file. Only the address that the user
 * named is asked; nothing that the document refers to is loaded.
 */
export async function fetchDocument(address: string, within: string): Promise<Download> {
  const remove = (): void => rmSync(within, { recursive: true, force: true });
  const refuse = (code: string, message: string): Download => {
    remove();
    return { refused: { name: address, code, message } };
  };
  try {
    const response = await fetch(address, { redirect: 'follow', signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!response.ok || response.body === null)
      return refuse('unreadable', `the server answered ${response.status} ${response.statusText}`.trim());
    const file = await open(join(within, 'document'), 'wx');
    let size = 0;
    try {
      for await (const chunk of response.body) {
        size += chunk.length;
        if (size > MOST_BYTES) return refuse('too-large', `larger than ${MOST_BYTES / 1_048_576} MiB`);
        await file.write(chunk);
      }
    } finally {
      await file.close();
    }
    return { file: 'document', within, remove };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : '';
    return refuse('unreadable', `it could not be fetched (offline?)${cause}`);
  }
}
