import type { Chunk, OriginRow } from '../../store/projection.ts';
import type { Snapshot } from '../derivation/derivation.ts';

/** The rows of origins that count as one: they come and go together, with what people judge of origins and with the claims that there are. */
export function originChunks({ derived }: Snapshot): readonly Chunk<OriginRow>[] {
  const rows = derived.origins.map(({ origins, reason }, place) => ({ place, origins, reason }));
  return [{ key: '', of: [JSON.stringify(rows)], rows: () => rows }];
}
