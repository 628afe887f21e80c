import { deepFreeze } from '../core/json/json.ts';
import type { WorkOutcome } from '../core/threads/bounded-thread.ts';
import { openThreadPool } from '../core/threads/thread-pool.ts';
import type { Unpacked } from './container/member.ts';
import { type DocumentContent, isStoredFile } from './custody/stored-file.ts';
import { cancelledReading, DocumentError } from './document-error.ts';
import { READING_LIMITS, type ReadingLimits, type ReadingProgress } from './limits.ts';
import type { PagePictureFile } from './page-picture.ts';
import type { TextLayer } from './text/text-layer.ts';
import type { ReadReply, ReadRequest } from './worker.ts';

export type DocumentReader = {
  /**
   * The text of a document, read in a thread of its own.
   * @param progress told page by page where reading takes long
   * @param signal ends the reading
   * @throws DocumentError naming the file; the reader stays usable after it
   */
  read(bytes: DocumentContent, name: string, progress?: ReadingProgress, signal?: AbortSignal): Promise<TextLayer>;
  /**
   * The documents that lie in a mail, an archive or a capture; none in any other.
   * @throws DocumentError as `read`
   */
  unpack(bytes: Uint8Array, name: string): Promise<Unpacked>;
  /**
   * The picture of a page, from 1, that text was read off.
   * @throws DocumentError as `read`, and `no-such-passage` for a page that is no picture
   */
  picture(bytes: DocumentContent, name: string, page: number): Promise<PagePictureFile>;
  close(): Promise<void>;
};

/**
 * Opens a reader that no document can stop: each is read in a worker thread, which is ended when it takes too long or too
 * much memory, and started again for the next. A document a core at a time; further calls wait their turn.
 * @param ocr languages to read pictures in, such as "kor+eng"; else whichever reads best
 */
export function openReader(limits: ReadingLimits = READING_LIMITS, ocr?: string): DocumentReader {
  const threads = openThreadPool<ReadRequest, ReadReply>('documents', limits);
  const ask = async (
    request: ReadRequest,
    progress?: ReadingProgress,
    signal?: AbortSignal,
  ): Promise<Exclude<ReadReply, { readonly error: unknown }>> => {
    const { name } = request;
    const outcome = await threads.ask(request, limits, progress, signal);
    if (signal?.aborted === true && 'failure' in outcome) throw cancelledReading(name);
    if ('failure' in outcome) throw failureOf(outcome, name, limits);
    const { answer } = outcome;
    if ('error' in answer) throw new DocumentError(answer.error.code, answer.error.message, { place: name });
    return answer;
  };
  return {
    read: async (bytes, name, progress, signal) => {
      const answer = await ask({ bytes, name, limits, ocr, wanted: 'text' }, progress, signal);
      if (!('layer' in answer)) throw new TypeError('the reader answered another question');
      return deepFreeze(answer.layer);
    },
    unpack: async (bytes, name) => {
      const answer = await ask({ bytes, name, limits, wanted: 'members' });
      if (!('unpacked' in answer)) throw new TypeError('the reader answered another question');
      return answer.unpacked;
    },
    picture: async (bytes, name, page) => {
      // What is too large to be held is a table.
      if (isStoredFile(bytes)) throw new DocumentError('no-such-passage', `it has no page ${page}`, { place: name });
      const answer = await ask({ bytes, name, limits, wanted: { picture: page } });
      if (!('picture' in answer)) throw new TypeError('the reader answered another question');
      return answer.picture;
    },
    close: () => threads.close(),
  };
}

function failureOf(
  { failure, cause }: Extract<WorkOutcome<ReadReply>, { failure: string }>,
  name: string,
  { milliseconds, memoryMegabytes }: ReadingLimits,
): DocumentError {
  const refuse = (code: 'too-slow' | 'out-of-memory' | 'corrupt', message: string): DocumentError =>
    new DocumentError(code, message, { place: name, cause });
  switch (failure) {
    case 'too-slow':
      return refuse(failure, `reading it takes longer than ${Math.max(1, Math.round(milliseconds / 1000))} s`);
    case 'out-of-memory':
      return refuse(failure, `it needs more than ${memoryMegabytes.toLocaleString('en')} MiB of memory to be read`);
    case 'ended':
      return refuse(
        'corrupt',
        cause === undefined ? 'the file ended its reader and cannot be read' : 'the file is damaged and cannot be read',
      );
  }
}
