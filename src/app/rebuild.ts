import { openReader } from '../documents/reader.ts';
import type { TextLayer } from '../documents/text-layer.ts';
import { type Derived, derive } from './derive.ts';
import { gatherEvidence } from './evidence.ts';
import type { Progress } from './progress.ts';
import { project } from './project.ts';
import { loadRegimes } from './regimes.ts';
import { type Workspace, withWorkspace } from './workspace.ts';

export type RebuildResult = {
  readonly acts: number;
  readonly documents: number;
  readonly claims: number;
  readonly incidents: number;
  readonly findings: number;
  /** SHA-256 over the ordered dump of all projections. */
  readonly hash: string;
};

/** Deletes the projections and makes them anew from the record. Nothing is lost by it. */
export async function rebuildStore(request: { workspace: string; progress: Progress }): Promise<RebuildResult> {
  return await withWorkspace({ ...request, command: 'panel rebuild', create: false }, async (workspace) => {
    await workspace.dropStore();
    const { acts, derived } = await deriveWorkspace(workspace, request.progress);
    request.progress.step('Writing projections');
    const store = await workspace.store();
    await project(store, acts, derived);
    return {
      acts: acts.length,
      documents: derived.documents.length,
      claims: derived.claims.length,
      incidents: derived.incidents.length,
      findings: derived.findings.length,
      hash: await store.hash(),
    };
  });
}

/** Derives everything from a workspace's record as it stands. */
export async function deriveWorkspace(
  workspace: Workspace,
  progress: Progress,
  layers: ReadonlyMap<string, TextLayer> = new Map(),
): Promise<{ acts: Awaited<ReturnType<Workspace['acts']>>; derived: Derived }> {
  const acts = await workspace.acts();
  const reader = openReader();
  try {
    const derived = await derive({
      evidence: gatherEvidence(acts),
      regimes: loadRegimes(),
      reader,
      progress,
      bytesOf: async ({ document }) =>
        workspace.record.read.hasDocument(document) ? await workspace.record.read.document(document) : null,
      layers,
    });
    return { acts, derived };
  } finally {
    await reader.close();
  }
}
