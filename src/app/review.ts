import { CLAIM_STATUSES, type Claim, type ClaimStatus } from '../claims/claim.ts';
import { claimIdOf } from '../claims/claim-id.ts';
import { EXTRACTOR_VERSION } from '../claims/extraction.ts';
import { CREDIBILITIES, type Credibility } from '../claims/grade.ts';
import type { Finding } from '../findings/finding.ts';
import type { Incident } from '../findings/incident.ts';
import type { Act, ActDraft, ActId } from '../record/act.ts';
import { jsonOf } from './acquire.ts';
import { checkClaim, checkFields, EDITABLE, parseObject } from './claim-input.ts';
import { AppError } from './errors.ts';
import { gatherEvidence, silencedActs } from './evidence.ts';
import { originsBehind } from './origins.ts';
import { type Progress, silentProgress } from './progress.ts';
import { isCurrent, project, projectIfPossible } from './project.ts';
import { deriveWorkspace } from './rebuild.ts';
import { type Workspace, withWorkspace } from './workspace.ts';

export type ActorRequest = {
  readonly workspace: string;
  /** The named person who makes the act. */
  readonly by: string;
  readonly reason?: string | undefined;
  readonly clock?: string | undefined;
  /** Told of what the user must know: a record recovered from a crash, projections that could not be written. */
  readonly progress?: Progress | undefined;
};

export type ClaimQuery = { readonly document?: string | undefined; readonly status?: string | undefined };

/** Claims of a workspace in the order of its documents. @throws AppError `bad-option` for a status that does not exist */
export async function listClaims(
  workspace: string,
  query: ClaimQuery,
  progress: Progress = silentProgress,
): Promise<readonly Claim[]> {
  if (query.status !== undefined && !(CLAIM_STATUSES as readonly string[]).includes(query.status)) {
    throw new AppError(
      'bad-option',
      `"${query.status}" is no status of a claim; there is ${CLAIM_STATUSES.join(', ')}`,
    );
  }
  return await onStore(workspace, 'panel claims', progress, (store) =>
    store.claims({ document: query.document, status: query.status }),
  );
}

export async function listIncidents(
  workspace: string,
  progress: Progress = silentProgress,
): Promise<readonly Incident[]> {
  return await onStore(workspace, 'panel incidents', progress, (store) => store.incidents());
}

export async function listFindings(
  workspace: string,
  progress: Progress = silentProgress,
): Promise<readonly Finding[]> {
  return await onStore(workspace, 'panel findings', progress, (store) => store.findings());
}

type Reading<T> = (store: Awaited<ReturnType<Workspace['store']>>) => Promise<T>;

/** Reads the projections, bringing them up to date first when the record has moved on. */
async function onStore<T>(workspace: string, command: string, progress: Progress, read: Reading<T>): Promise<T> {
  return await withWorkspace({ workspace, command, progress, create: false }, async (held) => {
    const store = await held.store();
    const acts = await held.acts();
    if (!isCurrent(await store.state(), acts)) {
      const { derived } = await deriveWorkspace(held, progress);
      await project(store, acts, derived);
    }
    return await read(store);
  });
}

/** Accepts or rejects claims: one act each, with the whole claim as it is now. @throws AppError `no-such-claim` */
export async function reviewClaims(
  request: ActorRequest & { ids: readonly string[]; status: 'accepted' | 'rejected' },
): Promise<readonly Act[]> {
  return await onClaims(request, 'panel claims review', (claims) =>
    request.ids.map((id) => reviewDraft(request, claimById(claims, id), request.status)),
  );
}

/** Corrects a claim. Its id stays, so that what was said of it still holds; the old form stays in the record. */
export async function editClaim(request: ActorRequest & { id: string; changes: string }): Promise<Act> {
  const changes = parseObject(request.changes, '--set');
  checkFields(changes, '--set', EDITABLE);
  if (Object.keys(changes).length === 0) throw new AppError('bad-option', 'nothing would change', { place: '--set' });
  const [act] = await onClaims(request, 'panel claims edit', async (claims, workspace) => {
    const before = claimById(claims, request.id);
    const edited = await checkClaim({ ...before, ...changes }, workspace, [...before.rules, 'edited']);
    return [reviewDraft(request, edited, 'accepted')];
  });
  return act as Act;
}

/** Adds a claim by hand. It needs a passage of a document that the record holds. */
export async function addClaim(request: ActorRequest & { claim: string }): Promise<Act> {
  const given = parseObject(request.claim, '--claim');
  checkFields(given, '--claim', [...EDITABLE, 'document']);
  const [act] = await onClaims(request, 'panel claims add', async (_claims, workspace) => {
    const claim = await checkClaim(given, workspace, ['by-hand']);
    return [reviewDraft(request, { ...claim, id: claimIdOf(claim) }, 'accepted')];
  });
  return act as Act;
}

/** Grades a claim's credibility. Grade 1, "confirmed by other sources", needs a second independent origin. */
export async function gradeClaim(request: ActorRequest & { id: string; grade: string }): Promise<Act> {
  if (!(CREDIBILITIES as readonly string[]).includes(request.grade)) {
    throw new AppError(
      'bad-option',
      `"${request.grade}" is no grade of credibility; write 1 (confirmed by others) to 6 (cannot be judged)`,
    );
  }
  const [act] = await onClaims(request, 'panel claims grade', async (claims, workspace, incidents) => {
    const claim = claimById(claims, request.id);
    const together = incidents.find((incident) => incident.claims.includes(claim.id))?.claims ?? [claim.id];
    const evidence = gatherEvidence(await workspace.acts());
    const origins = originsBehind(
      claims.filter(({ id }) => together.includes(id)),
      evidence,
    );
    if (request.grade === '1' && origins.length < 2) {
      throw new AppError(
        'refused-by-rule',
        'Grade 1 means confirmed by other sources: there is no second independent origin. Grade it 2, or show independence first (panel claims independent).',
      );
    }
    const credibility = request.grade as Credibility;
    return [
      draft('graded', request, { claim, extractor: EXTRACTOR_VERSION, credibility, reason: request.reason ?? null }),
    ];
  });
  return act as Act;
}

/** Judges whether two claims speak of one happening. */
export async function linkClaims(
  request: ActorRequest & { id: string; other: string; judgement: 'same' | 'different' },
): Promise<Act> {
  if (request.id === request.other) throw new AppError('bad-option', 'a claim cannot be linked to itself');
  const [act] = await onClaims(request, 'panel claims link', (claims) => [
    draft('linked', request, {
      claims: [claimById(claims, request.id), claimById(claims, request.other)],
      extractor: EXTRACTOR_VERSION,
      judgement: request.judgement,
      reason: request.reason ?? null,
    }),
  ]);
  return act as Act;
}

/** Judges where two claimants have their statement from; only this makes two origins independent, so it needs a reason. */
export async function judgeOrigins(
  request: ActorRequest & { a: string; b: string; judgement: 'derives' | 'common-control' | 'independent' },
): Promise<Act> {
  const { reason } = request;
  if (!reason) throw new AppError('bad-option', 'a judgement on origins needs its reason: --reason TEXT');
  const [act] = await onClaims(request, 'panel claims independent', (claims) => {
    for (const name of [request.a, request.b]) {
      if (!claims.some(({ claimant, relay }) => [claimant, ...relay].some((one) => one.name === name))) {
        throw new AppError('bad-input', `no claim of this workspace names "${name}" as its claimant or relay`);
      }
    }
    return [draft('judged', request, { origins: [request.a, request.b], judgement: request.judgement, reason })];
  });
  return act as Act;
}

const UNDOABLE: ReadonlySet<string> = new Set(['reviewed', 'graded', 'linked', 'judged', 'undone']);

/** Takes a review act back by another act; undoing an undoing restores it. @throws AppError `no-such-act`, `refused-by-rule` */
export async function undoAct(request: ActorRequest & { id: string }): Promise<Act> {
  const [act] = await onClaims(request, 'panel claims undo', async (_claims, workspace) => {
    const target = (await workspace.acts()).find(({ id }) => id === request.id);
    if (target === undefined)
      throw new AppError('no-such-act', 'there is no such act in this workspace', { place: request.id });
    if (silencedActs(await workspace.acts()).has(target.id))
      throw new AppError('refused-by-rule', 'this act was taken back already; undo the act that did so to restore it', {
        place: target.id,
      });
    if (!UNDOABLE.has(target.kind))
      throw new AppError(
        'refused-by-rule',
        `an act of kind "${target.kind}" cannot be undone; only reviews, grades, links and judgements can`,
      );
    return [
      {
        ...draft('undone', request, { undoes: target.id, reason: request.reason ?? null }),
        supersedes: target.id as ActId,
      },
    ];
  });
  return act as Act;
}

type Drafting = (
  claims: readonly Claim[],
  workspace: Workspace,
  incidents: readonly Incident[],
) => readonly ActDraft[] | Promise<readonly ActDraft[]>;

async function onClaims(request: ActorRequest, command: string, drafting: Drafting): Promise<readonly Act[]> {
  const { workspace, clock, progress = silentProgress } = request;
  return await withWorkspace({ workspace, clock, command, progress, create: false }, async (held) => {
    const { derived } = await deriveWorkspace(held, progress);
    const acts = await held.record.append(await drafting(derived.claims, held, derived.incidents));
    const after = await deriveWorkspace(
      held,
      silentProgress,
      new Map(derived.documents.map(({ document, layer }) => [document, layer])),
    );
    await projectIfPossible(held, after.acts, after.derived, progress);
    return acts;
  });
}

function draft(kind: ActDraft['kind'], request: ActorRequest, body: object): ActDraft {
  return { kind, by: { person: request.by }, body: jsonOf(body) };
}

function reviewDraft(request: ActorRequest, claim: Claim, status: ClaimStatus): ActDraft {
  return draft('reviewed', request, { claim, extractor: EXTRACTOR_VERSION, status, reason: request.reason ?? null });
}

function claimById(claims: readonly Claim[], id: string): Claim {
  const claim = claims.find((one) => one.id === id);
  if (claim === undefined)
    throw new AppError('no-such-claim', 'there is no such claim in this workspace; "panel claims" lists them', {
      place: id,
    });
  return claim;
}
