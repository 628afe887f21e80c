import type { Claim } from '../../claims/model/claim.ts';
import { openRecentlyAsked, type RecentlyAsked } from '../../core/recently-asked.ts';
import type { Finding } from '../model/finding.ts';
import type { Alleged } from './denial.ts';
import { type DenialMemory, type DenialsOf, openDenialMemory } from './denials-among.ts';

/** What a finding was derived from the time before, by which the next time knows whether it is the same. */
export type RememberedFinding = {
  /** The group of allegations, the days by which each was stated, and the day whose law was asked. */
  readonly group: readonly unknown[];
  readonly alleged: Alleged;
  readonly denialsOf: DenialsOf;
  readonly denials: readonly Claim[];
  /** What was said and decided of it otherwise. */
  readonly said: string;
  readonly finding: Finding | null;
};

/**
 * Findings of before, by regime and what is alleged. An act on a claim touches the findings that rest on it and those
 * that it denies; all others stand, and are not derived again.
 */
export type FindingMemory = {
  readonly denials: DenialMemory;
  readonly findings: RecentlyAsked<RememberedFinding>;
};

/** Holds findings on some so many claims; all, where no number is said. */
export function openFindingMemory(most = Number.POSITIVE_INFINITY): FindingMemory {
  return {
    denials: openDenialMemory(),
    findings: openRecentlyAsked(most, ({ finding }) => 1 + (finding?.claims.length ?? 0)),
  };
}
