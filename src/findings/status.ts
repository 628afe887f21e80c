import type { Claim } from '../claims/claim.ts';
import type { FindingStatus } from './finding.ts';

/** What the status rules look at. */
export type StatusGrounds = {
  readonly claims: readonly Claim[];
  /** Claims that deny what these allege. */
  readonly denials: readonly Claim[];
  /** Whether figures of these claims exclude each other. */
  readonly contradicted: boolean;
  /** Independent origins behind the claims; origins that are not known count as one. */
  readonly origins: number;
};

/**
 * The status of a finding by rule, with the rule as a sentence. Independence is counted by origin, never by the number of
 * claims: many outlets that repeat one statement are one origin.
 */
export function statusOf({ claims, denials, contradicted, origins }: StatusGrounds): {
  status: FindingStatus;
  reason: string;
} {
  const standing = claims.filter((claim) => claim.status !== 'rejected' && claim.status !== 'withdrawn');
  if (standing.length === 0) return { status: 'withdrawn', reason: 'Every claim behind it was rejected or withdrawn.' };
  if (contradicted) return { status: 'contested', reason: 'Figures of the claims behind it exclude each other.' };
  if (denials.length > 0) {
    return { status: 'contested', reason: `Denied by ${namesOf(denials)}.` };
  }
  if (standing.every((claim) => claim.claimant.kind === 'unnamed')) {
    return { status: 'alleged', reason: 'No named claimant stands behind it.' };
  }
  if (origins >= 2) return { status: 'corroborated', reason: `${origins} independent origins stand behind it.` };
  return {
    status: 'single-source',
    reason:
      standing.length === 1
        ? `Only ${namesOf(standing)} claims it.`
        : `${standing.length} claims stand behind it, but they are not shown to be independent of each other.`,
  };
}

function namesOf(claims: readonly Claim[]): string {
  const names = [...new Set(claims.map((claim) => claim.claimant.name))];
  return names.length <= 1 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
