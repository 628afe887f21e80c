import { beforeAll, describe, expect, it } from 'vitest';
import { partitionLeaves } from '../../src/subjects/judgement/partition.ts';
import { proposeSame } from '../../src/subjects/judgement/proposals.ts';
import type { Proposal } from '../../src/subjects/model/proposal.ts';
import { type GoldLeaves, goldLeaves, goldList, listEntries, readGold } from './read-gold.ts';
import { precisionOf, recallOf, scoreProposals } from './scorer.ts';

describe('what is proposed to be one subject', () => {
  let leaves: GoldLeaves = { documents: [], subjectOf: new Map() };
  let proposals: readonly Proposal[] = [];
  beforeAll(async () => {
    const list = await goldList();
    leaves = goldLeaves(await readGold(list));
    proposals = proposeSame(leaves.documents, listEntries(list));
  });

  it('is one by the annotation, and most of what is one is proposed', () => {
    const { direct, joined } = scoreProposals(
      proposals.filter(({ score }) => score > 0.8),
      leaves.subjectOf,
    );
    expect(direct.given).toBeGreaterThan(100);
    // What is left is a name of two persons in two documents, one of which says nothing more of its bearer.
    expect(precisionOf(direct), direct.faults.join('\n')).toBeGreaterThanOrEqual(0.99);
    expect(precisionOf(joined)).toBeGreaterThanOrEqual(0.98);
    expect(recallOf(joined), joined.faults.join('\n')).toBeGreaterThanOrEqual(0.91);
  });

  it('is seldom wrong even with what the program itself doubts', () => {
    const { direct, joined } = scoreProposals(proposals, leaves.subjectOf);
    expect(precisionOf(direct), direct.faults.join('\n')).toBeGreaterThanOrEqual(0.98);
    expect(precisionOf(joined)).toBeGreaterThanOrEqual(0.96);
  });

  it('never has namesakes of one document, ships of other numbers or bodies of other words among it', () => {
    const { subjectOf } = leaves;
    const proposed = new Set(proposals.map(({ a, b }) => [subjectOf.get(a), subjectOf.get(b)].sort().join(' ')));
    for (const pair of [
      ['pyol-bit-2', 'pyol-bit-3'],
      ['sol-bong-17', 'sol-bong-7'],
      ['amira-dawn', 'amira-dusk'],
      ['pak-chol-ho', 'pak-chol-hui'],
      ['tolmachyov', 'tolmachyova'],
      ['chen-weimin', 'chen-weiming'],
      ['songbong-shipping', 'songbong-trading'],
      ['halcyon-logistics', 'halcyon-ventures'],
      ['haixin', 'haixing'],
      ['shipping-compliance', 'strait-customs'],
      ['un-ha-15', 'un-ha-5'],
      ['hae-dong-19', 'hae-dong-9'],
      ['lantern-bay', 'lantern-bay-ii'],
      ['o-myong-chol', 'o-myong-chun'],
      ['zhou-guangming', 'zhou-guanming'],
      ['salah-dawoud', 'saleh-dawoud'],
      ['morishita', 'morishita-kenji'],
      ['gavrilov', 'gavrilov-pyotr'],
      ['lihua-textile', 'lihua-trading'],
      ['meridian-capital', 'meridian-freight'],
      ['corvus-metals', 'corvus-trading'],
      ['inspectorate', 'seas-institute'],
    ])
      expect(proposed, pair.join(' and ')).not.toContain(pair.join(' '));
  });

  it('joins nothing by itself', () => {
    const all = leaves.documents.flatMap((one) => one.leaves);
    expect(partitionLeaves(all, []).subjects).toHaveLength(all.length);
  });
});
