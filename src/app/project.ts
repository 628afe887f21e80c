import type { Act } from '../record/act.ts';
import type { Projection } from '../store/projection.ts';
import type { Store } from '../store/store.ts';
import type { Derived } from './derive.ts';
import { actorName } from './evidence.ts';
import { programName } from './version.ts';

/** What was derived, as rows for the store. */
export function projectionOf(acts: readonly Act[], derived: Derived): Projection {
  return {
    program: programName(),
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

/** Writes the projections, unless the store already holds those of the same acts by the same program. */
export async function project(store: Store, acts: readonly Act[], derived: Derived): Promise<void> {
  const projection = projectionOf(acts, derived);
  const state = await store.state();
  const isCurrent =
    state?.lastAct === acts.at(-1)?.id && state?.acts === acts.length && state?.program === projection.program;
  if (!isCurrent) await store.write(projection);
}
