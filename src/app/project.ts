import { EXTRACTOR_VERSION } from '../claims/extraction.ts';
import { describeError } from '../core/errors.ts';
import type { Act } from '../record/act.ts';
import { StoreError } from '../store/errors.ts';
import type { Projection, ProjectionState } from '../store/projection.ts';
import type { Store } from '../store/store.ts';
import type { Derived } from './derive.ts';
import { actorName } from './evidence.ts';
import type { Progress } from './progress.ts';
import { programName } from './version.ts';
import type { Workspace } from './workspace.ts';

/** What was derived, as rows for the store. */
export function projectionOf(acts: readonly Act[], derived: Derived): Projection {
  return {
    program: projectorName(),
    acts: acts.map(({ id, kind, at, by, body }) => ({ id, kind, at, actor: actorName(by), body })),
    sources: [...derived.evidence.sources.values()].map(({ id, name, kind, country, reliability }) => ({
      id,
      name,
      kind,
      country,
      reliability: reliability?.grade ?? null,
    })),
    documents: derived.documents.map(({ document, act, custody, layer, published }) => ({
      id: document,
      name: custody.origin.fileName,
      kind: layer.kind,
      title: custody.origin.title,
      source: custody.origin.source,
      published,
      url: custody.origin.place,
      size: custody.identity.size,
      reader: layer.reader,
      acquiredByAct: act,
    })),
    refusals: derived.evidence.refusals,
    claims: derived.claims,
    incidents: derived.incidents,
    findings: derived.findings,
  };
}

/**
 * Writes the projections and goes on without them when they cannot be written (a full disk): the record holds everything
 * that was done, and the next command makes them anew.
 * A workspace that goes on being held has what follows in memory, and nothing is written.
 */
export async function projectIfPossible(
  workspace: Pick<Workspace, 'store' | 'isKept'>,
  acts: readonly Act[],
  derived: Derived,
  progress: Progress,
): Promise<void> {
  if (workspace.isKept) return;
  progress.step('Writing projections');
  try {
    await project(await workspace.store(), acts, derived);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    progress.note(
      `The projections were not written; the record is whole and they follow later. ${describeError(error)}`,
    );
  }
}

/** Writes the projections, unless the store already holds those of the same acts by the same program. */
export async function project(store: Store, acts: readonly Act[], derived: Derived): Promise<void> {
  if (!isCurrent(await store.state(), acts)) await store.write(projectionOf(acts, derived));
}

/** Whether a store holds the projections of these very acts, made by this very program. */
export function isCurrent(state: ProjectionState | null, acts: readonly Act[]): boolean {
  return state?.lastAct === acts.at(-1)?.id && state?.acts === acts.length && state?.program === projectorName();
}

/** What makes projections: another extractor reads other claims out of the same acts. */
function projectorName(): string {
  return `${programName()}, ${EXTRACTOR_VERSION}`;
}
