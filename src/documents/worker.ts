import { parentPort } from 'node:worker_threads';
import { READY, type StillWorking } from '../core/threads/bounded-thread.ts';
import type { Unpacked } from './container/member.ts';
import { type DocumentContent, isStoredFile } from './custody/stored-file.ts';
import { DocumentError, type DocumentErrorCode } from './document-error.ts';
import type { ReadingLimits } from './limits.ts';
import { type PagePictureFile, pagePicture } from './page-picture.ts';
import { readStoredText, readTextLayer } from './read.ts';
import type { TextLayer } from './text/text-layer.ts';
import { unpackDocument } from './unpack.ts';

export type ReadRequest = {
  readonly bytes: DocumentContent;
  readonly name: string;
  readonly limits: ReadingLimits;
  /** Languages to read pictures in. */
  readonly ocr?: string | undefined;
  /** The text of the document, the documents that lie in it, or the picture of a page. */
  readonly wanted: 'text' | 'members' | { readonly picture: number };
};
export type ReadReply =
  | { readonly layer: TextLayer }
  | { readonly unpacked: Unpacked }
  | { readonly picture: PagePictureFile }
  | { readonly error: { readonly code: DocumentErrorCode; readonly message: string } };

const port = parentPort;
port?.on('message', async ({ bytes, name, limits, ocr, wanted }: ReadRequest) => {
  let reply: ReadReply;
  try {
    if (isStoredFile(bytes)) reply = { layer: await readStoredText(bytes, { name, limits, progress }) };
    else if (wanted === 'text') reply = { layer: await readTextLayer(bytes, { name, limits, progress, ocr }) };
    else if (wanted === 'members') reply = { unpacked: await unpackDocument(bytes, { name, limits }) };
    else reply = { picture: await pagePicture(bytes, name, limits, wanted.picture) };
  } catch (error) {
    const known = error instanceof DocumentError;
    reply = {
      error: { code: known ? error.code : 'corrupt', message: known ? error.message : 'the file cannot be read' },
    };
  }
  port.postMessage(reply);
});
function progress(done: number, total: number): void {
  port?.postMessage({ working: { done, total } } satisfies StillWorking);
}

// A parser may leave a promise behind that fails later; that must not end the thread in the middle of the next document.
process.on('unhandledRejection', () => {});
port?.postMessage(READY);
