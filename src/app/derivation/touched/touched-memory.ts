import { openRelationMemory, type RelationMemory } from '../../../findings/comparison/figure-relations.ts';
import { openRecentClaims, type RecentClaims } from './recent-claims.ts';

/** What is kept from act to act of what acts moved: the claims of the tables that are held, and how figures among them stand to each other. */
export type TouchedMemory = {
  readonly claims: RecentClaims;
  /** Of figures of claims that are held. */
  readonly relations: RelationMemory;
};

export function openTouchedMemory(): TouchedMemory {
  return { claims: openRecentClaims(), relations: openRelationMemory() };
}
