import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ActBuilder } from '../../src/app/act-builders/act-builder.ts';
import { buildUndo } from '../../src/app/act-builders/act-builder.ts';
import { buildGrade, buildJudgement, buildLink, buildReviews } from '../../src/app/act-builders/claim-acts.ts';
import { buildFinding, buildReply } from '../../src/app/act-builders/finding-acts.ts';
import { buildComparisonReview, buildFindingReview } from '../../src/app/act-builders/proposal-acts.ts';
import { buildSource } from '../../src/app/act-builders/source-acts.ts';
import { silentProgress } from '../../src/app/progress.ts';
import { type HeldWorkspace, holdWorkspace } from '../../src/app/workspace/workspace.ts';
import { exampleWorkspace } from '../dossier/example-workspace.ts';
import { isFullCount } from '../full-count.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const signature = { by: 'Ada', reason: 'the passage says so' };

/** The tables as they followed the acts are those that another process makes which knows nothing of before. */
async function expectSame(held: HeldWorkspace, workspace: string): Promise<string> {
  const followed = await held.projections.read(silentProgress, (store) => store.hash());
  const copy = join(temporaryFolder(), 'copy');
  cpSync(workspace, copy, { recursive: true, filter: (path) => !/(?:^|\/)(?:lock|store)$/.test(path) });
  const fresh = await holdWorkspace({ workspace: copy, command: 'test', progress: silentProgress, create: false });
  expect(followed).toBe(await fresh.projections.read(silentProgress, (store) => store.hash()));
  await fresh.close();
  return followed;
}

it('holds after each kind of act what a rebuild of the record gives', async () => {
  const workspace = await exampleWorkspace();
  const held = await holdWorkspace({ workspace, command: 'test', progress: silentProgress, create: false });
  const act = async (builder: ActBuilder) => await held.act(builder, silentProgress);
  const snapshot = () => held.derivation.snapshot(silentProgress);
  const [proposal] = await held.projections.read(silentProgress, (store) => store.findings());
  const [compared] = await held.projections.read(silentProgress, (store) => store.comparisons());
  if (proposal === undefined || compared === undefined) throw new Error('the example has them all');
  await act(buildReviews(signature, proposal.claims.slice(0, 2), 'rejected'));
  await act(buildReviews(signature, proposal.claims.slice(1, 2), 'accepted'));
  await act(buildFindingReview({ ids: [proposal.id], status: 'accepted', ...signature }));
  await act(buildComparisonReview({ ids: [String(compared.id)], status: 'accepted', ...signature }));
  await act(buildGrade(signature, proposal.claims[0] ?? '', '2'));
  await expectSame(held, workspace);
  // What these acts moved was found by the blocks of their claims: nobody has read all texts for it.
  expect(held.derivation.loaded()).toBeUndefined();
  const { derived } = await snapshot();
  const behind = derived.findings.flatMap(({ claims }) => claims);
  const denial = derived.claims.find(({ polarity }) => polarity === 'denies');
  const [incident] = derived.incidents;
  const [topic] = derived.topics;
  if (denial === undefined || incident === undefined || topic === undefined)
    throw new Error('the example has them all');

  await act(buildReviews(signature, behind.slice(0, 1), 'rejected'));
  await act(buildReviews(signature, [denial.id], 'accepted'));
  await act(buildGrade(signature, incident.claims[0] ?? '', '2'));
  await act(buildLink(signature, incident.claims[0] ?? '', incident.claims[1] ?? '', 'different'));
  await act(buildComparisonReview({ ids: [topic.id], status: 'accepted', ...signature }));
  if (isFullCount) await expectSame(held, workspace);

  const reviewed = await snapshot();
  const [finding] = reviewed.derived.findings;
  const [one, other] = [...new Set(derived.claims.map(({ claimant }) => claimant.name))];
  await act(buildJudgement(signature, one ?? '', other ?? '', 'independent'));
  await act(buildFindingReview({ ids: [finding?.id ?? ''], status: 'accepted', ...signature }));
  const replied = { party: 'Russia', sent: '2024-06-01', received: '2024-06-09', text: 'We deny it.' };
  await act(buildReply({ by: 'Ada', finding: finding?.id ?? '', ...replied, stance: 'denies' }));
  const [source] = reviewed.evidence.sources.values();
  await act(buildSource(signature, source?.id ?? '', { name: 'Another name' }));
  const before = await expectSame(held, workspace);

  const rejected = reviewed.acts.filter(({ kind }) => kind === 'reviewed').at(0);
  await act(buildUndo(signature, rejected?.id ?? ''));
  expect(await expectSame(held, workspace)).not.toBe(before);
  await held.close();
});

it('holds of a finding that a person made the claims that were rejected and count again', async () => {
  const workspace = await exampleWorkspace();
  const held = await holdWorkspace({ workspace, command: 'test', progress: silentProgress, create: false });
  const act = async (builder: ActBuilder) => await held.act(builder, silentProgress);
  const findings = () => held.projections.read(silentProgress, (store) => store.findings());
  const [proposal, another] = await findings();
  if (proposal === undefined || another === undefined) throw new Error('the example has two');
  const { regime, activity } = proposal;
  const cited = [...new Set([...proposal.claims, ...another.claims])];
  await act(buildFinding({ ...signature, title: 'Made', regime, claims: cited, activity: { ...activity } }));
  const made = async () => (await findings()).find((one) => one.made !== null)?.claims ?? [];
  const before = await made();
  expect(before.length).toBeGreaterThan(1);
  await act(buildReviews(signature, before.slice(0, 1), 'rejected'));
  expect(await made()).toHaveLength(before.length - 1);
  await act(buildReviews(signature, before.slice(0, 1), 'accepted'));
  expect(await made()).toEqual(before);
  await expectSame(held, workspace);
  expect(held.derivation.loaded()).toBeUndefined();
  await held.close();
});
