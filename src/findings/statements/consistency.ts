import type { Claim } from '../../claims/model/claim.ts';
import { checkBan } from './ban-statements.ts';
import { checkCap } from './cap-statements.ts';
import { checkAdoption, checkCreation, checkHalt, checkRenewal, checkResolutionDate } from './decision-statements.ts';
import type { StatementCheck, StatementContext, StatementRule } from './statement-check.ts';
import { checkVeto, checkVoteCount } from './vote-statements.ts';

const RULES: readonly StatementRule[] = [
  checkVeto,
  checkVoteCount,
  checkResolutionDate,
  checkAdoption,
  checkCreation,
  checkHalt,
  checkRenewal,
  checkCap,
  checkBan,
];

/**
 * Holds what claims say about decisions, votes, mandates and limits against the regime data. A claim that the data
 * contradict is kept and attributed; it is marked, with the right fact and its source.
 */
export function checkStatements(
  claims: readonly Claim[],
  contextOf: (claim: Claim) => StatementContext,
): readonly StatementCheck[] {
  return claims.flatMap((claim) => {
    // What is planned, possible or asked for is no statement about what was decided.
    if (claim.modality === 'intends' || claim.modality === 'calls-for' || claim.factuality !== undefined) return [];
    const context = contextOf(claim);
    return RULES.map((rule) => rule(claim, context)).filter((check) => check !== null);
  });
}
