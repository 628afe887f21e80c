import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  addClaim,
  editClaim,
  gradeClaim,
  judgeOrigins,
  linkClaims,
  listClaims,
  listFindings,
  listIncidents,
  reviewClaims,
  undoAct,
} from '../../src/app/commands/review.ts';
import { exampleDossier } from '../../src/app/intake/run.ts';
import { silentProgress } from '../../src/app/progress.ts';
import { rebuildStore } from '../../src/app/workspace/rebuild.ts';
import { proveInRecord, verifyWorkspace } from '../../src/app/workspace/record.ts';
import type { HeldWorkspace } from '../../src/app/workspace/workspace.ts';
import { packageRoot } from '../../src/core/resource.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { fullCountTest } from '../full-count.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { holdForTests, runInto, writeDossier } from './workspace.ts';

describe('a run of the example dossier', () => {
  let first: Awaited<ReturnType<typeof runInto>>;
  beforeAll(async () => {
    first = await runInto(exampleDossier());
  });

  it('ends with a report, lists what it refused, and finds what is alleged', () => {
    expect(first.documents).toBe(12);
    expect(first.refused).toEqual([
      { name: 'broken-annex.docx', code: 'corrupt', message: expect.stringContaining('damaged') },
    ]);
    expect(first.claims).toBeGreaterThan(30);
    // Nobody has reviewed what the program proposes, so that none of it is a finding yet.
    expect(first.findings).toBe(0);
    expect(first.proposed).toBeGreaterThan(3);
    const html = readFileSync(first.report, 'utf8');
    expect(html).toContain('broken-annex.docx');
    expect(html).toContain('No person has reviewed any of these claims');
    expect(html).not.toMatch(/<script|https?:\/\/[^"<]*\.(js|css)/);
  });

  it('adds no act on unchanged input, and gives the same bytes at the same time', async () => {
    const before = readFileSync(first.report);
    const again = await runInto(exampleDossier(), first.workspace);
    expect(again.actsAdded).toBe(0);
    expect(readFileSync(again.report).equals(before)).toBe(true);
  });

  it('differs between two fresh workspaces in key, salts and what follows from them alone', async () => {
    const second = await runInto(exampleDossier());
    const strip = (path: string) => {
      const model = JSON.parse(readFileSync(path.replace(/html$/, 'json'), 'utf8'));
      model.record = { ...model.record, origin: '', checkpoint: '', vkey: '' };
      return model;
    };
    // The time at which a file was last written belongs to the file, and the file is the same.
    expect(strip(second.report)).toEqual(strip(first.report));
  });

  fullCountTest('loses nothing with its projections', async () => {
    const request = { workspace: first.workspace, progress: silentProgress };
    const once = await rebuildStore(request);
    rmSync(join(first.workspace, 'store'), { recursive: true });
    const twice = await rebuildStore(request);
    expect(twice).toEqual(once);
    expect(once.claims).toBe(first.claims);
  });

  it('is whole, and damage to it is found', async () => {
    const request = { workspace: first.workspace, progress: silentProgress };
    expect((await verifyWorkspace(request)).faults).toEqual([]);
    const copy = join(temporaryFolder(), 'copy');
    execFileSync('cp', ['-r', first.workspace, copy]);
    const file =
      execFileSync('find', [join(copy, 'record', 'acts'), '-type', 'f'])
        .toString()
        .trim()
        .split('\n')[0] ?? '';
    const bytes = readFileSync(file);
    bytes[200] = (bytes[200] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    const damaged = await verifyWorkspace({ ...request, workspace: copy });
    expect(damaged.faults.length).toBeGreaterThan(0);
    expect(damaged.summary).toMatch(/^DAMAGED/);
  });

  it('proves a document to a verifier that shares no code with the record', async () => {
    const acts = [];
    for await (const act of readRecord(first.workspace).acts()) acts.push(act);
    const document = String(acts.find(({ kind }) => kind === 'acquired')?.body.document);
    const file = join(temporaryFolder(), 'document.tlog-proof');
    await proveInRecord({ workspace: first.workspace, id: document, out: file });
    const vkey =
      readFileSync(join(first.workspace, 'record', 'log', 'keys'), 'utf8')
        .trim()
        .split('\n')
        .at(-1) ?? '';
    const verifier = join(packageRoot(), 'tests', 'record', 'independent-verifier.mjs');
    expect(() => execFileSync(process.execPath, [verifier, file, vkey])).not.toThrow();
  });
});

const STORY = `Officials in Seoul said on Monday that North Korea had sent about 5,000 artillery shells to Russia since September.
The Pentagon said North Korea had delivered at least 7,000 artillery shells to Russia.
Russia denied that it had received weapons from North Korea.`;

describe('review', () => {
  let workspace: HeldWorkspace;
  const by = { by: 'Ada Analyst', reason: 'read the passage', clock: '2024-05-02' };
  beforeAll(async () => {
    const dossier = writeDossier({ daily: { text: STORY, published: '2024-05-01' } });
    workspace = await holdForTests((await runInto(dossier, undefined, '2024-05-01')).workspace);
  });

  it('accepts and rejects by acts of a named person, and takes them back by another act', async () => {
    const [claim] = await listClaims({ workspace });
    const [act] = await reviewClaims({ workspace, ...by, ids: [claim?.id ?? ''], status: 'rejected' });
    expect(act?.by).toEqual({ person: 'Ada Analyst' });
    expect((await listClaims({ workspace, status: 'rejected' })).map(({ id }) => id)).toEqual([claim?.id]);
    const undone = await undoAct({ workspace, ...by, id: act?.id ?? '' });
    expect(await listClaims({ workspace, status: 'rejected' })).toEqual([]);
    await undoAct({ workspace, ...by, id: undone.id });
    expect(await listClaims({ workspace, status: 'rejected' })).toHaveLength(1);
  });

  it('prints a report also after a claim was rejected that speaks of the law, and nothing of it', async () => {
    // Which panel must be said: a veto on another regime's is no statement about this one.
    const text =
      'Peru said that Russia on March 20, 2024 vetoed a resolution on the panel of experts on North Korea.\n';
    const dossier = writeDossier({ daily: { text, published: '2024-04-01' } });
    const run = await runInto(dossier);
    const [check] = JSON.parse(readFileSync(run.reports[1]?.path ?? '', 'utf8')).checks;
    await reviewClaims({
      workspace: run.workspace,
      ...by,
      ids: [check?.claim ?? expect.fail('no check')],
      status: 'rejected',
    });
    const again = await runInto(dossier, run.workspace);
    expect(JSON.parse(readFileSync(again.reports[1]?.path ?? '', 'utf8'))).toMatchObject({ checks: [], claims: [] });
  });

  it('edits a claim without losing its first form', async () => {
    const claim = (await listClaims({ workspace, status: 'proposed' }))[0];
    await editClaim({ workspace, ...by, id: claim?.id ?? '', changes: '{"modality":"assesses"}' });
    const edited = (await listClaims({ workspace, status: 'accepted' })).find(({ id }) => id === claim?.id);
    expect(edited).toMatchObject({ modality: 'assesses', quote: claim?.quote });
    await expect(editClaim({ workspace, ...by, id: claim?.id ?? '', changes: '{"id":"c-0"}' })).rejects.toThrow(
      /cannot be changed/,
    );
  });

  it('adds a claim by hand with the passage that the document really has', async () => {
    const [claim] = await listClaims({ workspace });
    const start = STORY.indexOf('Russia denied');
    await addClaim({
      workspace,
      ...by,
      claim: JSON.stringify({
        document: claim?.document,
        start,
        end: STORY.length,
        claimant: { name: 'Russia', kind: 'state', country: 'RU' },
        predicate: 'said',
      }),
    });
    const added = (await listClaims({ workspace, status: 'accepted' })).find(({ rules }) => rules.includes('by-hand'));
    expect(added?.quote).toBe(STORY.slice(start));
    await expect(
      addClaim({
        workspace,
        ...by,
        claim: JSON.stringify({
          document: claim?.document,
          start: 0,
          end: 9_999,
          claimant: { name: 'x', kind: 'state' },
          predicate: 'said',
        }),
      }),
    ).rejects.toThrow(/no passage/);
  });

  it('refuses grade 1 until a second independent origin is shown', async () => {
    const transfers = (await listClaims({ workspace })).filter(
      ({ predicate, polarity }) => predicate === 'transferred' && polarity === 'asserts',
    );
    expect(transfers.length).toBeGreaterThanOrEqual(2);
    const [a, b] = transfers as [(typeof transfers)[number], (typeof transfers)[number]];
    await linkClaims({ workspace, ...by, id: a.id, other: b.id, judgement: 'same' });
    await expect(gradeClaim({ workspace, ...by, id: a.id, grade: '1' })).rejects.toThrow(/second independent origin/);
    await judgeOrigins({ workspace, ...by, a: a.claimant.name, b: b.claimant.name, judgement: 'independent' });
    await expect(gradeClaim({ workspace, ...by, id: a.id, grade: '1' })).resolves.toMatchObject({ kind: 'graded' });
    expect((await listIncidents({ workspace })).find(({ claims }) => claims.includes(a.id))?.by).toContain(
      'Ada Analyst',
    );
  });

  it('marks a finding as contested when a party denies it', async () => {
    const contested = (await listFindings({ workspace })).filter(({ status }) => status === 'contested');
    expect(contested.length).toBeGreaterThan(0);
    expect(contested[0]?.dissents[0]?.by).toBe('Russia');
  });
});
