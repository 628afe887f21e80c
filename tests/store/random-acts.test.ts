import fc from 'fast-check';
import { expect } from 'vitest';
import { type ActBuilder, buildUndo } from '../../src/app/act-builders/act-builder.ts';
import { buildGrade, buildJudgement, buildLink, buildReviews } from '../../src/app/act-builders/claim-acts.ts';
import { buildFinding, buildReply } from '../../src/app/act-builders/finding-acts.ts';
import { buildParting } from '../../src/app/act-builders/incident-acts.ts';
import { buildComparisonReview, buildFindingReview } from '../../src/app/act-builders/proposal-acts.ts';
import type { Snapshot } from '../../src/app/derivation/derivation.ts';
import { AppError } from '../../src/app/errors.ts';
import { silentProgress } from '../../src/app/progress.ts';
import { holdWorkspace } from '../../src/app/workspace/workspace.ts';
import { exampleWorkspace } from '../dossier/example-workspace.ts';
import { fullCountTest } from '../full-count.ts';
import { followedAndAnew } from './derived-anew.ts';

const signature = { by: 'Ada', reason: 'the passage says so' };
const ROUNDS = 60;

/** One of the acts that people make; `at` chooses what it is of. */
const KINDS: readonly ((snapshot: Snapshot, at: (many: number) => number) => ActBuilder)[] = [
  ({ derived }, at) => buildReviews(signature, [pick(derived.claims, at).id], pick(STATUSES, at)),
  ({ derived }, at) => buildReviews(signature, [pick(pick(derived.findings, at).claims, at)], pick(STATUSES, at)),
  ({ derived }, at) => buildReviews(signature, [pick(denialsIn(derived), at).id], pick(STATUSES, at)),
  ({ derived }, at) => buildReviews(signature, [pick(pick(derived.incidents, at).claims, at)], pick(STATUSES, at)),
  ({ derived }, at) =>
    buildReviews(signature, [pick(pick(derived.topics, at).figures, at).claim.id], pick(STATUSES, at)),
  ({ derived }, at) => buildGrade(signature, pick(derived.claims, at).id, '2'),
  ({ derived }, at) => buildLink(signature, pick(derived.claims, at).id, pick(derived.claims, at).id, 'same'),
  ({ derived }, at) => {
    const { id, claims } = pick(derived.incidents, at);
    return buildParting(signature, id, [pick(claims, at)]);
  },
  ({ derived }, at) => buildComparisonReview({ ids: [pick(derived.topics, at).id], status: 'accepted', ...signature }),
  ({ derived }, at) =>
    buildFindingReview({
      ids: [pick(derived.findings, at).id],
      status: pick(['accepted', 'left-out'], at),
      ...signature,
    }),
  ({ derived }, at) =>
    buildReply({ ...signature, finding: pick(derived.findings, at).id, party: 'A party', sent: '2024-01-02' }),
  ({ derived }, at) => {
    const { regime, claims, activity } = pick(derived.findings, at);
    const also = pick(derived.claims, at).id;
    return buildFinding({ ...signature, title: 'Made', regime, claims: [...claims, also], activity: { ...activity } });
  },
  ({ derived }, at) => {
    const name = (): string => pick(derived.claims, at).claimant.name;
    return buildJudgement(signature, name(), name(), 'independent');
  },
  ({ acts }, at) => buildUndo(signature, pick(acts, at).id),
];
const STATUSES = ['accepted', 'rejected'] as const;

function pick<One>(list: readonly One[], at: (many: number) => number): One {
  const one = list[at(list.length)];
  if (one === undefined) throw new AppError('bad-option', 'there is none');
  return one;
}

function denialsIn({ claims }: Snapshot['derived']) {
  return claims.filter(({ polarity }) => polarity === 'denies');
}

fullCountTest('tables that follow any acts hold what all texts give', { timeout: 1_800_000 }, async () => {
  const workspace = await exampleWorkspace();
  const held = await holdWorkspace({ workspace, command: 'test', progress: silentProgress, create: false });
  // A run that failed is repeated by its seed.
  const seed = Number(process.env.PANEL_SEED ?? Date.now() % 2 ** 31);
  const numbers = fc.sample(fc.nat(), { numRuns: ROUNDS * 8, seed });
  const at = (many: number): number => (numbers.pop() ?? 0) % Math.max(1, many);
  let acted = 0;
  for (let round = 0; round < ROUNDS; round++) {
    try {
      await held.act(pick(KINDS, at)(await held.derivation.settled(silentProgress), at), silentProgress);
    } catch (error) {
      // What nobody can say, such as a finding on denials alone, leaves all as it was.
      if (!(error instanceof AppError)) throw error;
      continue;
    }
    acted += 1;
    const { followed, anew } = await followedAndAnew(held);
    expect(followed, `after act ${acted}, round ${round}, PANEL_SEED=${seed}`).toBe(anew);
  }
  expect(acted).toBeGreaterThan(ROUNDS / 3);
  await held.close();
});
