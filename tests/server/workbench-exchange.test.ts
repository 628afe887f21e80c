import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cosignRecord } from '../../src/app/exchange/cosign.ts';
import { followRecord } from '../../src/app/exchange/follow.ts';
import { publishRecord } from '../../src/app/exchange/publish-record.ts';
import { addWitnessedLog, openWitness } from '../../src/app/exchange/witness.ts';
import { silentProgress } from '../../src/app/progress.ts';
import { JOB_RESULTS, type Job, jobEndpoints } from '../../src/app/workbench/contract/job.ts';
import { exchangeEndpoints, type PackagePlan } from '../../src/app/workbench/contract/record/exchange.ts';
import type { StampQuery } from '../../src/app/workbench/contract/record/keeping.ts';
import { type WatchView, watchEndpoints } from '../../src/app/workbench/contract/record/watching.ts';
import { openWorkbench } from '../../src/app/workbench/held/workbench.ts';
import { watchView } from '../../src/app/workbench/watching.ts';
import { serveWitness } from '../../src/server/witness-server.ts';
import { writeDossier } from '../dossier/workspace.ts';
import { growRecord } from '../exchange/sample-record.ts';
import { hasOpenssl, timeAuthority } from '../exchange/time-authority.ts';
import { serveWorkspace } from './served-workspace.ts';

const folder = mkdtempSync(join(tmpdir(), 'panel-watch-'));
const ours = serveWorkspace(undefined, { publication: join(folder, 'site'), copy: join(folder, 'copy') });
const theirs = serveWorkspace(() => writeDossier({ diary: { text: 'A note of their own.', published: '2024-05-02' } }));
const running: { stop(): Promise<void> }[] = [];
afterAll(async () => {
  await Promise.all(running.map((one) => one.stop()));
  rmSync(folder, { recursive: true, force: true });
});

const DAY = 86_400_000;
const watch = async (): Promise<WatchView> => {
  const value = await (await ours.ask('/record/watch')).json();
  expect(watchEndpoints.watch.answer.parse(value)).toEqual(value);
  return value as WatchView;
};
const watchAt = async (at: number) => watchView(await ours.workbench.current(), ours.workbench, new Date(at));

const done = async (served: typeof ours, response: Response): Promise<Job> => {
  expect(response.status).toBe(202);
  const { id } = (await response.json()) as Job;
  await served.workbench.jobs.settled();
  const job = (await (await served.ask(`/jobs/${id}`)).json()) as Job;
  expect(jobEndpoints.detail.answer.parse(job)).toEqual(job);
  return job;
};

/** Four witnesses of whom the last is down. */
async function policyOfFour(): Promise<string> {
  const log = ours.workbench.held.record.verifierKey;
  const lines = await Promise.all(
    ['w1', 'w2', 'w3', 'w4'].map(async (name) => {
      const dir = join(folder, name);
      const { witness } = await addWitnessedLog({ dir, name: `${name}.example/w`, log });
      const serving = await serveWitness(openWitness(dir), { host: '127.0.0.1', port: 0, onError: () => undefined });
      if (name === 'w4') await serving.stop();
      else running.push(serving);
      return `witness ${name} ${witness} ${serving.address}/\n`;
    }),
  );
  const policy = join(folder, 'policy');
  writeFileSync(policy, `log ${log}\n${lines.join('')}group g 3 w1 w2 w3 w4\nquorum g\n`);
  return policy;
}

describe('who has seen what', () => {
  it('is nobody, and warned of, where a record is old and names no policy', async () => {
    const view = await watch();
    expect(view).toMatchObject({ policy: null, holds: false, witnesses: [], notes: [], logs: [], allowedDays: 30 });
    // The record of these tests began on 2024-06-01.
    expect(view.warning).toMatch(/^Nobody outside is asked to cosign this record: it began \d+ days ago/);
    expect((await watchAt(Date.parse('2024-06-10'))).warning).toBeNull();
  });

  it('is told by witness, by size and by time, and is warned of when it was long ago', async () => {
    await cosignRecord({ workspace: ours.workbench.held, policy: await policyOfFour() });
    const { held } = ours.workbench;
    const { size } = held.record;
    const view = await watch();
    expect(view).toMatchObject({ holds: true, warning: null, noteCount: 1 });
    expect(view.policy?.lines[0]).toBe('Any 3 of these 4 are enough: w1, w2, w3, w4.');
    expect(view.words[0]).toMatch(new RegExp(`^Cosigned at ${size} acts by 3 of 4: w1 .*; no act since$`));
    expect(view.witnesses.map(({ name, size: at, since }) => [name, at, since])).toEqual([
      ['w1', size, 0],
      ['w2', size, 0],
      ['w3', size, 0],
      ['w4', null, null],
    ]);
    expect(view.notes).toMatchObject([{ size, fault: null, strangers: [], by: [{ name: 'w1' }, {}, {}] }]);
    const later = await watchAt(Date.now() + 41 * DAY + 60_000);
    expect(later.holds).toBe(false);
    expect(later.words[0]).toBe('STALE: last cosigned 41 days ago, you allow 30 days');
    expect(later.warning).toBe('Enough witnesses last cosigned this record 41 days ago; 30 days are allowed.');
  });

  it('holds a cosigned note against the tree that the record has now', async () => {
    const path = join(ours.workbench.held.folder, 'record', 'cosigned', `${(await watch()).notes[0]?.size}`);
    const note = readFileSync(path, 'utf8');
    const [origin, size, , ...rest] = note.split('\n');
    writeFileSync(path, [origin, size, Buffer.alloc(32).toString('base64'), ...rest].join('\n'));
    expect((await watch()).notes[0]?.fault).not.toBeNull();
    expect((await watch()).holds).toBe(false);
    writeFileSync(path, note);
    expect((await watch()).notes[0]?.fault).toBeNull();
  });

  it('says of the logs of others what the command line said at the last look', async () => {
    const [other, published] = [join(folder, 'other'), join(folder, 'published')];
    const key = await growRecord(other, 20);
    await publishRecord({ workspace: other, target: published, extent: 'leaves' });
    const look = () => followRecord({ workspace: ours.workbench.held, target: published, name: 'Theirs', key });
    const first = await look();
    expect((await watch()).logs).toMatchObject([
      { name: 'Theirs', state: 'good', words: first.messages, warning: null, lastGood: { act: first.act, size: 21 } },
    ]);
    rmSync(published, { recursive: true });
    const second = await look();
    const [log] = (await watch()).logs;
    expect(log).toMatchObject({ state: 'unreachable', words: second.messages, lastGood: { act: first.act } });
    expect(log?.words[0]).toMatch(/^NO ANSWER: /);
    expect((await watchAt(Date.now() + 41 * DAY + 60_000)).logs[0]?.warning).toBe(
      'Last seen well 41 days ago; 30 days are allowed.',
    );
  });

  it('is asked for and looked at from the page, under the policy that the record names', async () => {
    const form = new FormData();
    form.set('way', 'online');
    const asked = await done(ours, await ours.ask('/record/cosignatures', { method: 'POST', body: form }));
    expect(JOB_RESULTS['ask-witnesses'].parse(asked.result)).toMatchObject({
      size: ours.workbench.held.record.size,
      quorum: true,
      needs: 3,
      cosigned: [{ name: 'w1' }, { name: 'w2' }, { name: 'w3' }],
      missing: [{ name: 'w4' }],
    });
    expect((await watch()).noteCount).toBe(2);
    form.set('file', new Blob(['no policy\n']), 'policy');
    const refused = await done(ours, await ours.ask('/record/cosignatures', { method: 'POST', body: form }));
    expect(refused).toMatchObject({ state: 'failed', problem: { code: 'bad-policy' } });
    const again = await done(ours, await ours.send('/record/looks', { name: 'Theirs' }));
    expect(JOB_RESULTS['look-at-log'].parse(again.result)).toMatchObject({
      good: false,
      messages: [expect.stringMatching(/^NO ANSWER: /)],
    });
    // A page names no folder of this machine.
    const folderOfOurs = ours.workbench.held.folder;
    expect((await ours.send('/record/looks', { name: 'X', target: folderOfOurs, key: 'k' })).status).toBe(422);
    expect((await ours.send('/record/looks', { name: 'X', target: `file://${folderOfOurs}`, key: 'k' })).status).toBe(
      422,
    );
  });
});

describe('what is carried by files, published and copied from the page', () => {
  const send = async (path: string, fields: Record<string, string | Blob>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return done(ours, await ours.ask(path, { method: 'POST', body: form }));
  };

  it('writes requests to witnesses, and takes the lines that come back', async () => {
    const asked = JOB_RESULTS['ask-witnesses'].parse((await send('/record/cosignatures', { way: 'by-file' })).result);
    expect(asked.requests.map(({ name }) => name)).toEqual(['w1', 'w2', 'w3', 'w4']);
    const w4 = asked.requests.find(({ name }) => name === 'w4')?.text ?? '';
    const { status, body } = await openWitness(join(folder, 'w4')).addCheckpoint(Buffer.from(w4));
    expect(status).toBe(200);
    const added = await send('/record/cosignatures/lines', { file: new Blob([body]) });
    const { cosigned, size } = JOB_RESULTS['ask-witnesses'].parse(added.result);
    expect(cosigned).toMatchObject([{ name: 'w4', key: expect.stringMatching(/^w4\.example\/w\+/) }]);
    expect((await watch()).witnesses.find(({ name }) => name === 'w4')).toMatchObject({ size });
    const junk = await send('/record/cosignatures/lines', { file: new Blob(['nothing\n']) });
    expect(junk).toMatchObject({ state: 'failed', result: null });
    // A request is good for once: the witness has moved on.
    expect((await openWitness(join(folder, 'w4')).addCheckpoint(Buffer.from(w4))).status).toBe(409);
  });

  it.skipIf(!hasOpenssl())('has the time stamped by a request that is carried, and by an address', async () => {
    const authority = timeAuthority(join(folder, 'tsa'));
    const query = (await (await ours.send('/record/stamps/query', { renew: false })).json()) as StampQuery;
    expect(watchEndpoints.stampQuery.answer.parse(query)).toEqual(query);
    const reply = authority.reply(Buffer.from(query.base64, 'base64'));
    const added = await send('/record/stamps/replies', { file: new Blob([new Uint8Array(reply)]) });
    expect(JOB_RESULTS['stamp-time'].parse(added.result)).toMatchObject({
      size: query.size,
      authority: 'Test authority',
    });
    reply[reply.length - 20]! ^= 1;
    expect(await send('/record/stamps/replies', { file: new Blob([new Uint8Array(reply)]) })).toMatchObject({
      state: 'failed',
      problem: { code: 'bad-time-stamp' },
    });
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => response.end(authority.reply(Buffer.concat(chunks))));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    running.push({ stop: () => new Promise((resolve) => server.close(() => resolve())) });
    const tsa = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const online = await done(ours, await ours.send('/record/stamps', { tsa, renew: true }));
    expect(JOB_RESULTS['stamp-time'].parse(online.result).name).toBe(`${query.size}.2.tsr`);
    expect((await watch()).stamps.map(({ holds }) => holds)).toEqual([true, true]);
    expect((await ours.send('/record/stamps', { tsa: 'file:///etc/passwd', renew: false })).status).toBe(422);
  });

  it('is published and copied where the server was told to, and nowhere else', async () => {
    expect((await watch()).kept).toEqual({ publication: join(folder, 'site'), copy: join(folder, 'copy') });
    const published = await done(ours, await ours.send('/record/publications', { extent: 'leaves' }));
    const { size } = JOB_RESULTS['publish-record'].parse(published.result);
    expect(readFileSync(join(folder, 'site/checkpoint'), 'utf8').split('\n')[1]).toBe(String(size));
    expect((await ours.send('/record/publications', { extent: 'record' })).status).toBe(422);
    const copied = await done(ours, await ours.send('/record/copies', { mode: 'copy' }));
    expect(JOB_RESULTS['mirror-record'].parse(copied.result)).toMatchObject({ whole: true, documents: 1, faults: [] });
    const segment = join(folder, 'copy/record/acts/000000.jsonl');
    writeFileSync(segment, readFileSync(segment, 'utf8').replace('daily', 'dairy'));
    const checked = await done(ours, await ours.send('/record/copies', { mode: 'verify' }));
    expect(JOB_RESULTS['mirror-record'].parse(checked.result)).toMatchObject({ whole: false });
    // The other workspace was started without places.
    for (const [path, body] of [
      ['/record/publications', { extent: 'leaves' }],
      ['/record/copies', { mode: 'copy' }],
    ] as const)
      expect((await theirs.send(path, body)).status).toBe(409);
  });

  it('goes on in a new log, in a workspace of its own, and the new one says for which', async () => {
    const { held } = ours.workbench;
    const job = await send('/record/continuations', { by: 'B. Heir', reason: 'The keeper is gone.' });
    const { workspace, from, vkey } = JOB_RESULTS['continue-record'].parse(job.result);
    expect({ from, workspace }).toEqual({
      from: { origin: held.record.origin, size: held.record.size },
      workspace: `${held.folder}-continued`,
    });
    const heir = await openWorkbench({
      workspace,
      progress: silentProgress,
      command: 'test',
      onError: () => undefined,
    });
    try {
      expect(heir.held.record.verifierKey).toBe(vkey);
      const view = await watchView(await heir.current(), heir, new Date());
      expect(view.continued).toMatchObject([{ ...from, reason: 'The keeper is gone.' }]);
      expect(view.kept).toEqual({ publication: null, copy: null });
    } finally {
      await heir.close();
    }
    expect(await send('/record/continuations', { by: 'B', reason: 'R', file: new Blob(['no export']) })).toMatchObject({
      state: 'failed',
    });
  });
});

describe('handing over by the interface', () => {
  const recipientOf = async (served: typeof ours) =>
    ((await (await served.send('/record/recipient', {})).json()) as { recipient: string }).recipient;
  const receive = async (bytes: Uint8Array, fields: Record<string, string>) => {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(bytes)]), 'to.age');
    for (const [name, value] of Object.entries({ by: 'B. Colleague', ...fields })) form.set(name, value);
    return done(theirs, await theirs.ask('/record/received', { method: 'POST', body: form }));
  };

  it('says what would go, makes the package, and has it opened as the word of its sender', async () => {
    const plan = (await (await ours.send('/record/packages/plan', { acts: ['all'] })).json()) as PackagePlan;
    expect(exchangeEndpoints.plan.answer.parse(plan)).toEqual(plan);
    expect(plan.acts.length).toBeGreaterThan(1);
    expect(plan.documents).toHaveLength(1);
    expect(plan).toMatchObject({ protected: [], withheld: [] });
    const ofDocument = (await (
      await ours.send('/record/packages/plan', { acts: plan.documents })
    ).json()) as PackagePlan;
    expect(plan.acts).toEqual(expect.arrayContaining([...ofDocument.acts]));
    expect((await ours.send('/record/packages/plan', { acts: ['a-9000'] })).status).toBe(404);

    const to = await recipientOf(theirs);
    expect(to).toMatch(/^age1/);
    const request = { by: 'A. Analyst', acts: ['all'], to: [to], protected: 'stay', marking: 'amber' };
    const make = async (documents: boolean) => {
      const made = await done(ours, await ours.send('/record/packages', { ...request, documents }));
      const { name, acts } = JOB_RESULTS['make-package'].parse(made.result);
      expect(acts).toEqual(plan.acts);
      const got = await ours.ask(`/record/packages/${name}`);
      expect(got.headers.get('content-disposition')).toContain(name);
      return new Uint8Array(await got.arrayBuffer());
    };
    const [bytes, bare] = [await make(true), await make(false)];
    expect((await ours.ask('/record/packages/..%2Fkeys%2Fage.key')).status).toBe(404);

    const stranger = JOB_RESULTS['receive-package'].parse((await receive(bytes, {})).result);
    const key = ours.workbench.held.record.verifierKey;
    expect(stranger).toMatchObject({ known: false, from: { key }, received: [], statements: [] });
    const known = JOB_RESULTS['receive-package'].parse((await receive(bare, { name: 'Ours', key })).result);
    expect(known).toMatchObject({ known: true, marking: 'amber', withheld: 0, documents: [] });
    expect(known.received).toHaveLength(plan.acts.length);
    const listed = await (await theirs.ask('/record/received?limit=1')).json();
    expect(exchangeEndpoints.received.answer.parse(listed)).toEqual(listed);
    expect(listed).toMatchObject({ total: plan.acts.length, items: [{ recordedBy: 'Ours', marking: 'amber' }] });
    // The document of which they speak is not here yet, and is not counted; when it comes it is read at once.
    const here = async () => {
      const { documents } = (await (await theirs.ask('/record')).json()) as { documents: number };
      return { documents, read: ((await (await theirs.ask('/documents')).json()) as { total: number }).total };
    };
    expect(await here()).toEqual({ documents: 1, read: 1 });
    const complete = JOB_RESULTS['receive-package'].parse((await receive(bytes, {})).result);
    expect(complete).toMatchObject({ received: { length: 1 }, documents: plan.documents });
    expect(await here()).toEqual({ documents: 2, read: 2 });
    // With one byte changed it is refused and named, and nothing is logged.
    const size = theirs.workbench.held.record.size;
    bytes[bytes.length - 1]! ^= 1;
    expect(await receive(bytes, {})).toMatchObject({ state: 'failed', problem: { code: 'bad-package' } });
    expect(theirs.workbench.held.record.size).toBe(size);
  });
});
