import { TextList } from '../../core/text-list.ts';
import type { StartedReading } from '../../entities/read-in-thread.ts';
import { addPiece } from '../../screening/index/build-index.ts';
import { IndexBuilder } from '../../screening/index/index-builder.ts';
import { readTables } from '../../screening/index/read-tables.ts';
import { ScreeningIndex } from '../../screening/index/screening-index.ts';
import type { Progress } from '../progress.ts';
import { type IndexedLists, tellReading } from './list-faults.ts';

/** Indexes the names of lists while another thread reads on. @throws AppError `unreadable` when none of them is a list */
export async function indexWhileReading(reading: StartedReading, progress: Progress): Promise<IndexedLists> {
  progress.step('Reading lists');
  // The thread needs a moment to start.
  readTables();
  const builder = new IndexBuilder();
  let indexed: (Omit<IndexedLists, 'index'> & Pick<ScreeningIndex, 'arrays' | 'texts'>) | undefined;
  const entities = await reading.take(
    (piece) => addPiece(builder, piece),
    ({ order, ids, captions, ...read }) => {
      tellReading(read, order.length, progress);
      progress.step('Indexing names');
      const { arrays, texts } = builder.finish(order);
      indexed = {
        ...read,
        refused: read.refused.length,
        arrays,
        texts: { ...texts, ids: new TextList(ids), captions: new TextList(captions) },
      };
    },
  );
  const { arrays, texts, ...read } = indexed!;
  return { ...read, index: new ScreeningIndex(arrays, texts, entities) };
}
