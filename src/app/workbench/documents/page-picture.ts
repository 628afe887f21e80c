import { type DocumentReader, openReader } from '../../../documents/reader.ts';
import type { ReadLog } from '../../derivation/derivation.ts';
import { AppError } from '../../errors.ts';
import type { HeldWorkspace } from '../../workspace/workspace.ts';
import type { PageWords } from '../contract/record/document.ts';
import type { DetailReading } from '../held/detail-reading.ts';
import { documentBytes } from './documents.ts';

/** One thread of this process makes pictures: it is started when the first is asked for. */
let shared: DocumentReader | undefined;

/**
 * The picture of a page, as a browser shows it.
 * @throws AppError `no-such-document`; DocumentError for a page that is no picture
 */
export async function pagePictureOf(
  log: Pick<ReadLog, 'evidence'>,
  workspace: HeldWorkspace,
  id: string,
  page: number,
): Promise<{ readonly type: string; readonly bytes: Uint8Array }> {
  const { bytes, name } = await documentBytes(log, workspace, id);
  shared ??= openReader();
  return await shared.picture(bytes, name, page);
}

/** The words that were read off the picture of a page, of the text that was read last. @throws AppError `no-such-document` */
export async function pageWords(
  { document }: Pick<DetailReading, 'document'>,
  id: string,
  page: number,
): Promise<PageWords> {
  const layer = (await document(id))?.document.layer;
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
