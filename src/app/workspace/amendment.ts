import type { Amendment } from '../../store/projection.ts';
import type { Store } from '../../store/store.ts';
import type { Derivation, ReadLog } from '../derivation/derivation.ts';
import { deriveTouched } from '../derivation/touched/derive-touched.ts';
import { reachOf } from '../derivation/touched/reach.ts';
import { spokenOf } from '../derivation/touched/touched-by-acts.ts';
import type { TouchedMemory } from '../derivation/touched/touched-memory.ts';
import { touchedProjection } from '../projection/touched-projection.ts';
import { loadRegimes } from '../regimes.ts';

/**
 * What the acts from a place in the log on move in tables that hold what follows from those before: worked out from the documents that
 * stand in the same blocks, and no other is read. Null where all has to be derived again.
 */
export async function amendmentAfter(
  from: number,
  log: ReadLog,
  {
    program,
    tables,
    derivation,
    memory,
  }: {
    readonly program: string;
    readonly tables: Pick<Store, 'blocks' | 'details'>;
    readonly derivation: Pick<Derivation, 'document'>;
    readonly memory: TouchedMemory;
  },
): Promise<Amendment | null> {
  const spoken = spokenOf(log.acts, from);
  if (spoken === null) return null;
  const { evidence } = log;
  const [blocks, { details }] = [memory.blocks.over(tables.blocks), tables];
  const regimes = loadRegimes();
  const reading = (document: string) => derivation.document(document, log);
  const sources = { blocks, details, recent: memory.claims, reading };
  const reach = await reachOf(spoken, evidence, regimes, sources, memory);
  const items = reach === null ? null : await deriveTouched(evidence, regimes, reach, memory);
  if (reach === null || items === null) return null;
  return await touchedProjection({ program, log, from, regimes, reach, items }, sources);
}
