import { type DocumentReader, openReader } from '../../../documents/reader.ts';
import type { Snapshot } from '../../derivation/derivation.ts';
import { AppError } from '../../errors.ts';
import { documentsById } from '../../projection/claim-rows.ts';
import type { HeldWorkspace } from '../../workspace/workspace.ts';
import type { PageWords } from '../contract/record/document.ts';
import { documentBytes } from './documents.ts';

/** One thread of this process makes pictures: it is started when the first is asked for. */
let shared: DocumentReader | undefined;

/**
 * The picture of a page, as a browser shows it.
 * @throws AppError `no-such-document`; DocumentError for a page that is no picture
 */
export async function pagePictureOf(
  snapshot: Snapshot,
  workspace: HeldWorkspace,
  id: string,
  page: number,
): Promise<{ readonly type: string; readonly bytes: Uint8Array }> {
  const { bytes, name } = await documentBytes(snapshot, workspace, id);
  shared ??= openReader();
  return await shared.picture(bytes, name, page);
}

/** The words that were read off the picture of a page, of the text that was read last. @throws AppError `no-such-document` */
export function pageWords(snapshot: Snapshot, id: string, page: number): PageWords {
  const layer = documentsById(snapshot).get(id)?.layer;
  if (layer === undefined)
    throw new AppError('no-such-document', 'the record holds no such document', { place: id.slice(0, 80) });
  const read = (layer.recognised ?? []).filter((one) => one.page === page && one.by === 'reader');
  return {
    words: read.flatMap(({ words }) =>
      words.map(({ start, end, box, confidence }) => ({
        start,
        end,
        text: layer.text.slice(start, end),
        box,
        confidence,
      })),
    ),
  };
}
