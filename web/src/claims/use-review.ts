import type {
  AddClaimRequest,
  EditRequest,
  GradeRequest,
  JudgementRequest,
  LinkRequest,
  ReviewRequest,
} from '../../../src/app/workbench/contract/claim.ts';
import type { ChangeIncidentRequest, MakeIncidentRequest } from '../../../src/app/workbench/contract/incident.ts';
import type { Problem } from '../../../src/app/workbench/contract/page.ts';
import type { ActLine, ActsDone } from '../../../src/app/workbench/contract/record/act.ts';
import { useAct, useUnanswered } from '../api/act.ts';
import type { Action } from '../session/action.ts';
import { dropMade, type Made, pushMade, useLastMade } from '../session/undo-stack.ts';
import type { Credibility } from './claim-words.ts';

export type Review = {
  readonly pending: boolean;
  readonly problem: Problem | null;
  readonly clear: () => void;
  /** What `undo` would take back; null when nothing was done in this window. */
  readonly last: Made | null;
  readonly decide: (ids: readonly string[], status: ReviewDecision, reason?: string) => Promise<boolean>;
  readonly edit: (id: string, changes: EditRequest['changes'], reason?: string) => Promise<boolean>;
  readonly add: (claim: AddClaimRequest['claim'], reason?: string) => Promise<ActsDone | null>;
  readonly grade: (id: string, credibility: Credibility, reason: string) => Promise<boolean>;
  readonly link: (a: string, b: string, judgement: LinkRequest['judgement'], reason?: string) => Promise<boolean>;
  readonly makeIncident: (claims: readonly string[]) => Promise<boolean>;
  readonly changeIncident: (
    incident: string,
    claims: readonly string[],
    change: ChangeIncidentRequest['change'],
    reason?: string,
  ) => Promise<boolean>;
  readonly judge: (a: string, b: string, judgement: AskedJudgement, reason: string) => Promise<boolean>;
  /** Takes back the last act of this window; its label says which. */
  readonly undo: Action;
  readonly undoAct: (act: string) => Promise<boolean>;
};

export type ReviewDecision = ReviewRequest['status'];
export type AskedJudgement = JudgementRequest['judgement'];

/** What an act says, less who signs it. */
type Unsigned<Request> = Omit<Request, 'by' | 'reason'>;

/** The acts of review, each remembered so that `u` can take it back. All answer whether the act is in the record. */
export function useReview(): Review {
  const { act, pending, problem, clear } = useAct();
  const last = useLastMade();
  const unanswered = useUnanswered();
  const make = async <Request>(path: string, body: Unsigned<Request>, reason: string | undefined, words: string) => {
    const given = reason?.trim();
    return await act<ActsDone>(path, { ...body, ...(given ? { reason: given } : {}) }, `${words}.`, ({ acts }) =>
      pushMade(acts, words),
    );
  };
  const undoAct = async (id: string) => {
    const done = await act<ActsDone>(
      `/acts/${encodeURIComponent(id)}/undo`,
      {},
      'Taken back; the act stays in the record.',
      () => dropMade(id),
    );
    return done !== null;
  };
  const undoAll = async (acts: readonly ActLine[]) => {
    for (const { id } of acts) if (!(await undoAct(id))) return;
  };
  const of = (id: string) => `/claims/${encodeURIComponent(id)}`;
  const kept = (done: ActsDone | null) => done !== null;
  return {
    pending,
    problem,
    clear,
    last,
    decide: async (ids, status, reason) =>
      kept(await make<ReviewRequest>('/claims/reviews', { ids, status }, reason, decisionWords(ids.length, status))),
    edit: async (id, changes, reason) =>
      kept(await make<EditRequest>(`${of(id)}/edits`, { changes }, reason, 'Corrected the claim')),
    add: async (claim, reason) => await make<AddClaimRequest>('/claims', { claim }, reason, 'Added a claim'),
    grade: async (id, credibility, reason) =>
      kept(await make<GradeRequest>(`${of(id)}/grades`, { credibility }, reason, `Graded the claim ${credibility}`)),
    link: async (a, b, judgement, reason) =>
      kept(await make<LinkRequest>('/links', { a, b, judgement }, reason, LINKED[judgement])),
    makeIncident: async (claims) =>
      kept(
        await make<MakeIncidentRequest>(
          '/incidents',
          { claims },
          undefined,
          `Made an incident of ${claims.length} claims`,
        ),
      ),
    changeIncident: async (incident, claims, change, reason) =>
      kept(
        await make<ChangeIncidentRequest>(
          `/incidents/${encodeURIComponent(incident)}/claims`,
          { claims, change },
          reason,
          change === 'add' ? 'Added to the incident' : 'Taken out of the incident',
        ),
      ),
    judge: async (a, b, judgement, reason) =>
      kept(await make<JudgementRequest>('/judgements', { a, b, judgement }, reason, 'Judged the origins')),
    undo: {
      key: 'u',
      label: last === null ? UNDO : `Undo: ${last.words.toLowerCase()}`,
      words: UNDO,
      when: last !== null && !unanswered,
      run: () => void undoAll(last?.acts ?? []),
    },
    undoAct,
  };
}

function decisionWords(count: number, status: ReviewDecision): string {
  const verb = status === 'accepted' ? 'Accepted' : 'Rejected';
  return count === 1 ? `${verb} the claim` : `${verb} ${count} claims`;
}

const UNDO = 'Take back the last act';

const LINKED = {
  same: 'Linked the claims',
  different: 'Parted the claims',
  unsure: 'Left the link open',
} as const;
