import type { Progress } from '../progress.ts';
import { deriveWorkspace, type WorkspacePlace, withWorkspace } from './workspace.ts';

export type RebuildResult = {
  readonly acts: number;
  readonly documents: number;
  readonly claims: number;
  readonly incidents: number;
  readonly findings: number;
  /** SHA-256 over the ordered dump of all projections. */
  readonly hash: string;
};

/** Deletes the projections and rebuilds them from the record. Nothing is lost by it. */
export async function rebuildStore(request: { workspace: WorkspacePlace; progress: Progress }): Promise<RebuildResult> {
  return await withWorkspace({ ...request, command: 'panel rebuild', create: false }, async (workspace) => {
    await workspace.dropDerived();
    const { acts, derived } = await deriveWorkspace(workspace, request.progress);
    return {
      acts: acts.length,
      documents: derived.documents.length,
      claims: derived.claims.length,
      incidents: derived.incidents.length,
      findings: derived.findings.length,
      hash: await workspace.project(request.progress, (store) => store.hash()),
    };
  });
}
