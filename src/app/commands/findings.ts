import type { Act } from '../../record/log/act.ts';
import { parseObject } from '../act-builders/claim-input.ts';
import {
  buildChallenge,
  buildCorrection,
  buildRecommendation,
  buildReply,
  type ChallengingRequest,
  type MakingRequest,
  type RecommendingRequest,
  type ReplyingRequest,
} from '../act-builders/finding-acts.ts';
import { buildComparisonReview, buildFindingReview, type ProposalRequest } from '../act-builders/proposal-acts.ts';
import { silentProgress } from '../progress.ts';
import { buildFindingOnEvidence } from '../tracks/taken-events.ts';
import type { TotalChoice } from '../trade/take-total.ts';
import { withWorkspace } from '../workspace/workspace.ts';
import { type ActorRequest, carryOutAll, carryOutOne } from './review.ts';

/**
 * Makes a finding from claims, with the total of a cap's period from the ledger that is chosen, and events in tracks.
 * @throws AppError `no-such-claim`, `no-such-event`, `no-such-regime`, `no-such-document`, `bad-option`, `refused-by-rule`; RegimeError
 */
export async function makeFinding(
  request: ActorRequest &
    Omit<MakingRequest, 'activity' | keyof ActorRequest> & {
      activity: string;
      total?: TotalChoice | undefined;
      events?: readonly string[] | undefined;
    },
): Promise<Act> {
  const { workspace, clock, progress = silentProgress } = request;
  const making = { ...request, activity: parseObject(request.activity, '--activity') };
  const command = 'panel findings make';
  const [act] = await withWorkspace({ workspace, clock, command, progress, create: false }, (held) =>
    held.act(buildFindingOnEvidence(held.record, making), progress),
  );
  return act as Act;
}

/** Accepts findings that the program proposes, or leaves them out. @throws AppError `no-such-finding`, `refused-by-rule` */
export async function reviewFindings(request: ActorRequest & ProposalRequest): Promise<readonly Act[]> {
  return await carryOutAll(request, 'panel findings review', buildFindingReview(request));
}

/** Accepts comparisons that the program proposes, or leaves them out. @throws AppError `no-such-comparison` */
export async function reviewComparisons(request: ActorRequest & ProposalRequest): Promise<readonly Act[]> {
  return await carryOutAll(request, 'panel comparisons review', buildComparisonReview(request));
}

/** Records a letter to a party, or what came back on it. */
export async function recordReply(request: ActorRequest & ReplyingRequest): Promise<Act> {
  return await carryOutOne(request, 'panel findings reply', buildReply(request));
}

/** Records a challenge to a finding, and how it was weighed. */
export async function recordChallenge(request: ActorRequest & ChallengingRequest): Promise<Act> {
  return await carryOutOne(request, 'panel findings challenge', buildChallenge(request));
}

/** Corrects a finding; the correction is printed with its date and reason. */
export async function correctFinding(request: ActorRequest & { finding: string; text: string }): Promise<Act> {
  return await carryOutOne(request, 'panel findings correct', buildCorrection(request));
}

/** Recommends what should be done because of a finding. */
export async function recommend(request: ActorRequest & RecommendingRequest): Promise<Act> {
  return await carryOutOne(request, 'panel findings recommend', buildRecommendation(request));
}
