import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { isDocumentId } from '../../core/hash.ts';
import { takeFile } from '../../documents/dossier/intake.ts';
import { openReader } from '../../documents/reader.ts';
import type { TextLayer } from '../../documents/text/text-layer.ts';
import { readRecord } from '../../record/read-record.ts';
import { AppError } from '../errors.ts';
import type { Progress } from '../progress.ts';

export type TextRequest = {
  /** A file, or the id of a document in the workspace. */
  readonly target: string;
  readonly workspace: string;
  /** Languages to read pictures in, such as "kor+eng"; else whichever reads best. */
  readonly ocr?: string | undefined;
  readonly progress: Progress;
};

/**
 * The text of a file or of a document in the workspace as the program reads it, and nothing is written. With other languages it
 * is another text: claims stay those of the text that the record is read with.
 * @throws AppError `no-such-document`, DocumentError
 */
export async function readText({ target, workspace, ocr, progress }: TextRequest): Promise<TextLayer> {
  const { bytes, name } = await bytesOf(target, workspace);
  const reader = openReader(undefined, ocr);
  progress.step('Reading');
  try {
    return await reader.read(bytes, name, (done, total) => progress.advance(done, total));
  } finally {
    await reader.close();
    progress.done();
  }
}

async function bytesOf(target: string, workspace: string): Promise<{ bytes: Uint8Array; name: string }> {
  if (!isDocumentId(target)) {
    const path = resolve(target);
    const { bytes } = await takeFile(basename(path), { within: dirname(path) });
    return { bytes, name: target };
  }
  const record = existsSync(workspace) ? readRecord(workspace) : null;
  if (record === null || !record.hasDocument(target))
    throw new AppError('no-such-document', 'this document is not in the workspace', { place: target.slice(0, 19) });
  return { bytes: await record.document(target), name: target.slice(0, 19) };
}
