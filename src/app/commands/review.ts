import { CLAIM_STATUSES, type Claim } from '../../claims/model/claim.ts';
import { describeError } from '../../core/errors.ts';
import type { Incident } from '../../findings/comparison/incident.ts';
import type { Finding } from '../../findings/model/finding.ts';
import type { Lead } from '../../findings/model/lead.ts';
import { RecordError } from '../../record/errors.ts';
import type { Act } from '../../record/log/act.ts';
import type { ReportComparison } from '../../report/model/model.ts';
import type { ClaimFilter, Store } from '../../store/store.ts';
import { type ActBuilder, buildUndo } from '../act-builders/act-builder.ts';
import {
  buildAddition,
  buildEdit,
  buildGrade,
  buildJudgement,
  buildLink,
  buildReviews,
} from '../act-builders/claim-acts.ts';
import { parseObject } from '../act-builders/claim-input.ts';
import { buildIncident, buildJoining, buildParting } from '../act-builders/incident-acts.ts';
import type { Derived } from '../derivation/derive.ts';
import { AppError } from '../errors.ts';
import { type Progress, silentProgress } from '../progress.ts';
import type { ShownClaim } from '../projection/claim-rows.ts';
import { readWithoutWriting, type WorkspaceReading } from '../workspace/read-only.ts';
import { type WorkspacePlace, withWorkspace } from '../workspace/workspace.ts';

export type ActorRequest = {
  readonly workspace: WorkspacePlace;
  /** The named person who makes the act. */
  readonly by: string;
  readonly reason?: string | undefined;
  readonly clock?: string | undefined;
  /** Told of what the user must know: a record recovered from a crash, projections that could not be written. */
  readonly progress?: Progress | undefined;
};

export type ListRequest = { readonly workspace: WorkspacePlace; readonly progress?: Progress | undefined };

/** A claim with where it was read off a picture, if it was, and whether a person has looked. */
export type SightedClaim = Claim & Partial<Pick<ShownClaim, 'sight'>>;

/** Claims of a workspace in the order of its documents. @throws AppError `bad-option` for a status that does not exist */
export async function listClaims(request: ListRequest & ClaimFilter): Promise<readonly SightedClaim[]> {
  const { document, status } = request;
  if (status !== undefined && !(CLAIM_STATUSES as readonly string[]).includes(status)) {
    throw new AppError('bad-option', `"${status}" is no status of a claim; there is ${CLAIM_STATUSES.join(', ')}`);
  }
  return await ask(request, 'panel claims', (store) => store.claims({ document, status }));
}

export async function listIncidents(request: ListRequest): Promise<readonly Incident[]> {
  return await ask(request, 'panel incidents', (store) => store.incidents());
}

export async function listFindings(request: ListRequest): Promise<readonly Finding[]> {
  return await ask(request, 'panel findings', (store) => store.findings());
}

/** Figures laid side by side, in the form of the report. */
export async function listComparisons(request: ListRequest): Promise<readonly ReportComparison[]> {
  return await ask(
    request,
    'panel comparisons',
    async (store) => (await store.comparisons()) as unknown as readonly ReportComparison[],
  );
}

/** What falls short of a finding, with what is missing. */
export async function listLeads(request: ListRequest): Promise<readonly Lead[]> {
  return await ask(request, 'panel findings leads', async (store) => (await store.leads()).map(({ lead }) => lead));
}

/** Asks the projections. */
export async function ask<T>(request: ListRequest, command: string, answer: (store: Store) => Promise<T>): Promise<T> {
  return await readWorkspace(request, command, (held, progress) => held.project(progress, answer));
}

/** Asks what follows from the record, where no projection holds it. */
export async function derive<T>(request: ListRequest, command: string, answer: (derived: Derived) => T): Promise<T> {
  return await readWorkspace(request, command, async (held, progress) => {
    const { derived } = await held.snapshot(progress);
    progress.step('Testing against the measures in force');
    return answer(derived);
  });
}

/** Reads a workspace, also one where nothing can be written. */
export async function readWorkspace<T>(
  { workspace, progress = silentProgress }: ListRequest,
  command: string,
  reading: WorkspaceReading<T>,
): Promise<T> {
  try {
    return await withWorkspace(
      { workspace, command, progress, create: false },
      async (held): Promise<T> => await reading(held, progress),
    );
  } catch (error) {
    if (typeof workspace !== 'string' || !(error instanceof RecordError)) throw error;
    if (error.code === 'cannot-write')
      progress.note(`Nothing can be written here, so the record is read as it stands. ${describeError(error)}`);
    // A record that came from somebody else: its reader is not to end a key that is in use where it came from.
    else if (error.code === 'key-missing')
      progress.note('The key that signs this record is not here: it is read as it stands, and nothing can be added.');
    else throw error;
    return await readWithoutWriting(workspace, progress, reading);
  }
}

/** Accepts or rejects claims: one act each, with the whole claim as it is now. @throws AppError `no-such-claim` */
export async function reviewClaims(
  request: ActorRequest & { ids: readonly string[]; status: 'accepted' | 'rejected' },
): Promise<readonly Act[]> {
  return await carryOutAll(request, 'panel claims review', buildReviews(request, request.ids, request.status));
}

/** Corrects a claim; the old form stays in the record. */
export async function editClaim(request: ActorRequest & { id: string; changes: string }): Promise<Act> {
  const changes = parseObject(request.changes, '--set');
  return await carryOutOne(request, 'panel claims edit', buildEdit(request, request.id, changes, '--set'));
}

/** Adds a claim by hand. It needs a passage of a document that the record holds. */
export async function addClaim(request: ActorRequest & { claim: string }): Promise<Act> {
  const given = parseObject(request.claim, '--claim');
  return await carryOutOne(request, 'panel claims add', buildAddition(request, given, '--claim'));
}

/** Makes one incident of claims, or adds claims to one, or takes them out of it. */
export async function arrangeIncident(
  request: ActorRequest & { claims: readonly string[]; incident?: string | undefined; takeOut?: boolean | undefined },
): Promise<readonly Act[]> {
  const { claims, incident, takeOut } = request;
  if (incident === undefined) return await carryOutAll(request, 'panel incidents make', buildIncident(request, claims));
  const builder = takeOut ? buildParting(request, incident, claims) : buildJoining(request, incident, claims);
  return await carryOutAll(request, `panel incidents ${takeOut ? 'take-out' : 'add'}`, builder);
}

/** Grades a claim's credibility. @throws AppError `refused-by-rule` for grade 1 without a second independent origin */
export async function gradeClaim(request: ActorRequest & { id: string; grade: string }): Promise<Act> {
  return await carryOutOne(request, 'panel claims grade', buildGrade(request, request.id, request.grade));
}

/** Judges whether two claims speak of one event. */
export async function linkClaims(
  request: ActorRequest & { id: string; other: string; judgement: 'same' | 'different' },
): Promise<Act> {
  const { id, other, judgement } = request;
  return await carryOutOne(request, 'panel claims link', buildLink(request, id, other, judgement));
}

/** Judges where two claimants have their statement from. */
export async function judgeOrigins(
  request: ActorRequest & { a: string; b: string; judgement: 'derives' | 'common-control' | 'independent' },
): Promise<Act> {
  const { a, b, judgement } = request;
  return await carryOutOne(request, 'panel claims independent', buildJudgement(request, a, b, judgement));
}

/** Takes an act back by another act; undoing an undoing restores it. @throws AppError `no-such-act`, `refused-by-rule` */
export async function undoAct(request: ActorRequest & { id: string }): Promise<Act> {
  return await carryOutOne(request, 'panel claims undo', buildUndo(request, request.id));
}

/** One act of a person on a workspace. The projections follow when they are next read: many acts come before that. */
export async function carryOutOne(request: ActorRequest, command: string, builder: ActBuilder): Promise<Act> {
  const [act] = await carryOutAll(request, command, builder);
  return act as Act;
}

/** The acts of one builder, all or none. */
export async function carryOutAll(
  request: ActorRequest,
  command: string,
  builder: ActBuilder,
): Promise<readonly Act[]> {
  const { workspace, clock, progress = silentProgress } = request;
  return await withWorkspace(
    { workspace, clock, command, progress, create: false },
    async (held) => await held.act(builder, progress),
  );
}
