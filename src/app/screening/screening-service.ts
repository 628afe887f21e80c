import type { FtmEntity } from '../../entities/entity.ts';
import type { ListVersion } from '../../entities/keep-lists.ts';
import type { ActRecord } from '../../record/record.ts';
import { type Hit, type ScreenOptions, screen } from '../../screening/screen.ts';
import { ownHistory } from '../acts/own-history.ts';
import { screeningLog } from '../acts/screening-acts.ts';
import { AppError } from '../errors.ts';
import { heldLists, listsAsked, openHeldLists } from '../lists/lists-in-workspace.ts';
import { indexLists, type LoadedLists, loadLists } from '../lists/screening-index.ts';
import type { Progress } from '../progress.ts';
import { type HeldWorkspace, holdWorkspace, type WorkspacePlace } from '../workspace/workspace.ts';
import { type HeldDecision, heldDecisions, type RememberedDecision, recallDecision } from './screening-decisions.ts';
import { openPool, type ScreeningPool } from './screening-pool.ts';
import { ServedEntities } from './screening-service-entities.ts';
import { type CleanExample, questionOfExample } from './screening-service-model.ts';
import { type EntityFilters, EntitySearch, passes } from './screening-service-search.ts';

export type MatchRequest = {
  readonly queries: readonly { readonly key: string; readonly example: CleanExample }[];
  readonly limit: number;
  /** Score from which a result counts as a match. */
  readonly threshold: number;
  /** Score below which a candidate is not a result. */
  readonly cutoff: number;
  readonly filters: EntityFilters;
  /** The address that was asked, for the log. */
  readonly asked: string;
};

export type MatchedEntity = {
  readonly entity: FtmEntity;
  readonly hit: Hit;
  readonly match: boolean;
  readonly decision: RememberedDecision | null;
};

export type MatchAnswer = {
  readonly key: string;
  readonly results: readonly MatchedEntity[];
  /** Results that count as a match, also beyond the limit. */
  readonly matches: number;
};

/** Lists held ready to be asked over HTTP. */
export type ScreeningService = {
  readonly entities: ServedEntities;
  readonly search: EntitySearch;
  /** What is served, in its index. */
  readonly lists: LoadedLists;
  readonly versions: readonly ListVersion[];
  /** Names the lists served and the form of the index: a different one after a change. */
  readonly key: string;
  /** The folder served; null when lists are served without one. */
  readonly workspace: string | null;
  match(request: MatchRequest): Promise<readonly MatchAnswer[]>;
  /** Reads the lists again. @throws AppError `unreadable`; what was served before is served on */
  reload(): Promise<void>;
  close(): Promise<void>;
};

export type ServiceRequest = {
  readonly lists: readonly string[];
  readonly workspace?: WorkspacePlace | undefined;
  readonly progress: Progress;
};

/** Requests with more questions than this go to other threads, so that small ones are answered meanwhile. */
const MOST_HERE = 4;
/** Candidates looked through when results are filtered or counted beyond the limit. */
const CANDIDATES = 50;
const MOST_CANDIDATES = 500;

/**
 * Opens lists, or a workspace with its own lists, for the screening service. A workspace is held until `close`, and every
 * request that screens is logged in it before it is answered.
 */
export async function openService(request: ServiceRequest): Promise<ScreeningService> {
  const { workspace } = request;
  if (workspace === undefined && request.lists.length === 0)
    throw new AppError(
      'bad-input',
      'give list files with --list FILE…, or a workspace that has lists with --workspace DIR',
    );
  const held = workspace === undefined ? null : await holdOrUse(workspace, request);
  try {
    return serviceOver(held, request, await loadState(held?.record ?? null, request));
  } catch (error) {
    if (typeof workspace === 'string') await held?.close();
    throw error;
  }
}

async function holdOrUse(workspace: WorkspacePlace, { lists, progress }: ServiceRequest): Promise<HeldWorkspace> {
  if (typeof workspace !== 'string') return workspace;
  return await holdWorkspace({ workspace, progress, command: 'panel serve', create: lists.length > 0 });
}

type State = {
  readonly lists: LoadedLists;
  readonly entities: ServedEntities;
  readonly search: EntitySearch;
  readonly decisions: readonly HeldDecision[];
  readonly pool: ScreeningPool;
};

async function loadState(record: ActRecord | null, request: ServiceRequest): Promise<State> {
  const acts = [];
  if (record !== null) for await (const act of record.read.acts()) acts.push(act);
  const held = listsAsked(heldLists(ownHistory(acts)), null);
  if (request.lists.length === 0 && held.length === 0)
    throw new AppError(
      'bad-input',
      'this workspace has no lists yet: "panel lists add FILE…" or "panel lists sync", or give --list FILE…',
    );
  const lists =
    request.lists.length > 0 || record === null
      ? await loadLists(request.lists, request.progress)
      : await indexLists(await openHeldLists(record.read, held), request.progress);
  const entities = new ServedEntities(lists.index, lists.versions);
  const decisions = heldDecisions(acts);
  return { lists, entities, search: new EntitySearch(entities), decisions, pool: openPool(lists) };
}

function serviceOver(held: HeldWorkspace | null, request: ServiceRequest, first: State): ScreeningService {
  const record = held?.record ?? null;
  let state = first;
  let closed = false;
  return {
    get entities() {
      return state.entities;
    },
    get search() {
      return state.search;
    },
    get lists() {
      return state.lists;
    },
    get versions() {
      return state.lists.versions;
    },
    get key() {
      return state.lists.key;
    },
    workspace: held?.folder ?? null,
    match: (asked) => matchAll(state, record, asked),
    reload: async () => {
      const old = state;
      state = await loadState(record, request);
      await old.pool.finish();
    },
    close: async () => {
      if (closed) return;
      closed = true;
      await state.pool.close();
      if (typeof request.workspace === 'string') await held?.close();
    },
  };
}

async function matchAll(state: State, record: ActRecord | null, request: MatchRequest): Promise<MatchAnswer[]> {
  const questions = request.queries.map(({ example }) => questionOfExample(example));
  const candidates = Math.min(MOST_CANDIDATES, Math.max(CANDIDATES, request.limit * 10));
  const options: ScreenOptions = {
    limit: isNarrow(state, request.filters) ? MOST_CANDIDATES : candidates,
    threshold: request.cutoff,
    match: request.threshold,
  };
  const found = await screenAll(state, questions, options);
  const answers = request.queries.map(({ key }, at): MatchAnswer => {
    const results: MatchedEntity[] = [];
    for (const hit of found[at] ?? []) {
      const number = state.entities.numberOf(hit.entityId);
      if (hit.score <= 0 || number === undefined) continue;
      const listed = state.entities.index.entity(number);
      const entity = state.entities.subject(listed);
      if (!passes(entity, request.filters)) continue;
      const decision = recallDecision(state.decisions, questions[at] ?? { names: [] }, listed);
      results.push({ entity, hit, match: hit.score >= request.threshold, decision });
    }
    // Clients of this interface take the first result for the one with the highest score.
    results.sort((a, b) => b.hit.score - a.hit.score || a.hit.rank - b.hit.rank);
    return { key, results: results.slice(0, request.limit), matches: results.filter(({ match }) => match).length };
  });
  if (record !== null) {
    const { limit, threshold: match, cutoff: threshold, asked } = request;
    const log = screeningLog(record, state.lists.versions, { limit, threshold, match, asOf: null }, { asked });
    answers.forEach(({ results }, at) => {
      log.note(
        questions[at] ?? { names: [] },
        results.map(({ hit, match: matched }, place) => ({ ...hit, match: matched, rank: place + 1 })),
      );
    });
    await log.finish();
  }
  return answers;
}

function isNarrow({ entities }: State, filters: EntityFilters): boolean {
  return (
    filters.datasets.size < entities.datasets.size ||
    filters.excludeDatasets.length + filters.excludeSchemata.length + filters.excludeIds.length > 0 ||
    filters.fields.length > 0 ||
    filters.changedSince !== undefined
  );
}

async function screenAll(
  { lists, pool }: State,
  questions: readonly ReturnType<typeof questionOfExample>[],
  options: ScreenOptions,
): Promise<readonly (readonly Hit[])[]> {
  if (questions.length <= MOST_HERE) return questions.map((question) => screen(lists.index, question, options));
  const size = Math.ceil(questions.length / pool.size);
  const pieces: Promise<{ hits: readonly (readonly Hit[])[] }>[] = [];
  for (let at = 0; at < questions.length; at += size) pieces.push(pool.ask(questions.slice(at, at + size), options));
  return (await Promise.all(pieces)).flatMap(({ hits }) => hits);
}
