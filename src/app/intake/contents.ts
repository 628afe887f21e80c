import { DocumentError } from '../../documents/document-error.ts';
import { takeFile } from '../../documents/dossier/intake.ts';
import { type DocumentReader, openReader } from '../../documents/reader.ts';
import { inOneLine } from '../acts/acquire.ts';
import type { Progress } from '../progress.ts';
import { offeredFiles } from './offered-files.ts';

/** Files that somebody sent: each lies in a folder of ours under a name of ours. */
export type SentFiles = {
  readonly within: string;
  readonly files: readonly { readonly file: string; readonly called: string }[];
};

/** What lies in a file: the documents of it in the order in which they are taken out, and what is none or cannot be. */
export type FileContents = {
  readonly file: string;
  readonly members: readonly {
    readonly path: string;
    readonly size: number;
    readonly written: string | null;
    readonly url: string | null;
  }[];
  readonly others: number;
  readonly refused: readonly { readonly path: string; readonly message: string }[];
};

/** What lies in files, without taking any of it in. One that cannot be opened says why, and stops no other. */
export async function contentsOf({ within, files }: SentFiles, progress: Progress): Promise<readonly FileContents[]> {
  progress.step('Looking into files');
  const reader = openReader();
  try {
    const found: FileContents[] = [];
    for (const [at, { file, called }] of files.entries()) {
      progress.advance(at, files.length);
      found.push(await contentsOfFile(reader, file, within, called));
    }
    progress.advance(files.length, files.length);
    return found;
  } finally {
    await reader.close();
  }
}

/** The same of files of the user's. @throws AppError as `offeredFiles` */
export async function contentsOfTargets(
  targets: readonly string[],
  progress: Progress,
): Promise<readonly FileContents[]> {
  const found: FileContents[] = [];
  for (const target of targets) {
    const offered = offeredFiles(target);
    const files = offered.map(({ file }) => ({ file, called: file }));
    const within = offered[0]?.within;
    if (within !== undefined) found.push(...(await contentsOf({ within, files }, progress)));
  }
  return found;
}

async function contentsOfFile(
  reader: DocumentReader,
  file: string,
  within: string,
  called: string,
): Promise<FileContents> {
  const name = inOneLine(called, 200);
  try {
    const { bytes } = await takeFile(file, { within });
    const { listed, members, refused } = await reader.unpack(bytes, name);
    return {
      file: name,
      members: members.map(({ path, bytes: { length: size }, written, url }) => ({
        path: inOneLine(path, 300),
        size,
        written,
        url,
      })),
      others: Math.max(0, listed.length - members.length - refused.length),
      refused: refused.map(({ path, message }) => ({ path, message })),
    };
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    return { file: name, members: [], others: 0, refused: [{ path: '', message: error.message }] };
  }
}
