import { silentProgress } from '../../src/app/progress.ts';
import { openProjector, projectorName } from '../../src/app/projection/projection.ts';
import type { HeldWorkspace } from '../../src/app/workspace/workspace.ts';
import { atOnce } from '../../src/core/steps.ts';
import { openStoreInMemory } from '../../src/store/store.ts';

/** Hashes of the tables of a workspace: as they followed the acts, and as all that it holds gives them anew. */
export async function followedAndAnew(held: HeldWorkspace): Promise<{ followed: string; anew: string }> {
  const followed = await held.projections.read(silentProgress, (store) => store.hash());
  const store = await openStoreInMemory();
  try {
    await store.write(atOnce(openProjector(projectorName())(await held.derivation.settled(silentProgress))));
    return { followed, anew: await store.hash() };
  } finally {
    await store.close();
  }
}
