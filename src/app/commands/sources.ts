import type { Act } from '../../record/log/act.ts';
import { buildSource, type SourceWords } from '../act-builders/source-acts.ts';
import type { SourceFacts } from '../acts/act-body.ts';
import { type ActorRequest, carryOutOne, derive, type ListRequest } from './review.ts';

/** Sources as the record describes them, by name. */
export async function listSources(request: ListRequest): Promise<readonly SourceFacts[]> {
  return await derive(request, 'panel sources', ({ evidence }) =>
    [...evidence.sources.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
  );
}

/** Says what a source is, by its id or name. */
export async function describeSource(request: ActorRequest & SourceWords & { source: string }): Promise<Act> {
  return await carryOutOne(request, 'panel sources describe', buildSource(request, request.source, request));
}
