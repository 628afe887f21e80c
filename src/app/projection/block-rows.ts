import type { Chunk, ClaimBlockRow } from '../../store/projection.ts';
import type { Snapshot } from '../derivation/derivation.ts';

/** The rows of the blocks in which claims stand, a chunk a document. */
export function blockChunks({ derived }: Snapshot): readonly Chunk<ClaimBlockRow>[] {
  return [...derived.blocks].flatMap(([document, blocks]) => {
    if (blocks.length === 0) return [];
    const rows = blocks.map(({ claim, kind, item, block }, nth) => ({
      id: `${claim} ${nth}`,
      claim,
      document,
      kind,
      item,
      block,
    }));
    return [{ key: document, of: [JSON.stringify(rows)], rows: () => rows }];
  });
}
