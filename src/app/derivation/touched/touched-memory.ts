import { type FindingMemory, openFindingMemory } from '../../../findings/allegations/finding-memory.ts';
import { openRelationMemory, type RelationMemory } from '../../../findings/comparison/figure-relations.ts';
import { type FigureIndex, openFigureIndex } from './figure-index.ts';
import { openRecentBlocks, type RecentBlocks } from './recent-blocks.ts';
import { MOST_CLAIMS, openRecentClaims, type RecentClaims } from './recent-claims.ts';

/** What is kept from act to act of what acts moved: the blocks and claims of the tables that are held, and how figures among these stand to each other. */
export type TouchedMemory = {
  readonly blocks: RecentBlocks;
  readonly claims: RecentClaims;
  readonly index: FigureIndex;
  /** Of figures of claims that are held. */
  readonly relations: RelationMemory;
  /** Of the questions that were answered last, and what denies them. */
  readonly findings: FindingMemory;
};

export function openTouchedMemory(): TouchedMemory {
  return {
    blocks: openRecentBlocks(),
    claims: openRecentClaims(),
    index: openFigureIndex(),
    relations: openRelationMemory(),
    findings: openFindingMemory(MOST_CLAIMS),
  };
}
