import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentProgress } from '../../src/app/progress.ts';
import type { Job } from '../../src/app/workbench/contract/job.ts';
import type {
  DecisionList,
  HeldListsView,
  ListDifferenceView,
  ScreenedFile,
  ScreeningAnswer,
} from '../../src/app/workbench/contract/screening.ts';
import { openWorkbench, type Workbench } from '../../src/app/workbench/held/workbench.ts';
import { workbenchApp } from '../../src/server/workbench-app.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { accessTo } from './served-workspace.ts';

const line = (id: string, schema: string, properties: Record<string, string[]>): string =>
  JSON.stringify({ id, schema, caption: properties.name?.[0], properties, datasets: ['mine'], referents: [] });
const FIRST = [
  line('p-1', 'Person', { name: ['Kim Chol Su'], birthDate: ['1970-05-01'], country: ['kp'] }),
  line('v-1', 'Vessel', { name: ['Silver Moon'], imoNumber: ['8916293'], flag: ['kp'] }),
].join('\n');
const SECOND = [
  line('p-1', 'Person', { name: ['Kim Chol Su', 'Kim Chol-soo'], birthDate: ['1970-05-01'], country: ['kp'] }),
  line('o-1', 'Company', { name: ['Golden Star Shipping'], country: ['cn'] }),
].join('\n');

describe('the screening desk over HTTP', () => {
  let workbench: Workbench;
  let app: ReturnType<typeof workbenchApp>;
  const workspace = join(temporaryFolder(), 'workspace');

  beforeAll(async () => {
    workbench = await openWorkbench({
      workspace,
      create: true,
      progress: silentProgress,
      command: 'test',
      onError: (error) => {
        throw error;
      },
    });
    app = workbenchApp(workbench, { access: accessTo(workbench) });
  });
  afterAll(() => workbench.close());

  const get = async <Answer>(path: string) => {
    const response = await app.request(`http://localhost/api/v1${path}`, {
      headers: { host: 'localhost', authorization: `Bearer ${workbench.token}` },
    });
    return { status: response.status, answer: (await response.json()) as Answer };
  };
  const send = async (path: string, file: string, name: string, fields: Record<string, string> = {}): Promise<Job> => {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.set(field, value);
    form.set('file', new File([file], name));
    const response = await app.request(`http://localhost/api/v1${path}`, {
      method: 'POST',
      headers: { host: 'localhost', authorization: `Bearer ${workbench.token}` },
      body: form,
    });
    expect(response.status).toBe(202);
    const { id } = (await response.json()) as Job;
    for (;;) {
      const job = workbench.jobs.get(id);
      if (job !== undefined && job.state !== 'running') return job;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const screen = async (query: string) => (await get<ScreeningAnswer>(`/screening?${query}`)).answer;

  it('answers nothing while there are no lists, and says so', async () => {
    expect(await screen('name=Kim+Chol+Su')).toMatchObject({ hits: [], lists: [] });
    expect((await get<HeldListsView>('/lists')).answer).toEqual({ lists: [] });
  });

  it('takes a list file in, under the name that its sender gives it, and refuses what is none', async () => {
    const job = await send('/lists', FIRST, '../../etc/mine.jsonl', { published: '2024-01-01' });
    expect(job).toMatchObject({ state: 'done', result: { added: [{ file: 'mine.jsonl' }], refused: [] } });
    const refused = await send('/lists', 'no list at all', 'letter.txt');
    expect(refused.result).toMatchObject({ added: [], refused: [{ name: 'letter.txt' }] });
    const { lists } = (await get<HeldListsView>('/lists')).answer;
    expect(lists).toMatchObject([{ file: 'mine.jsonl', versionDate: '2024-01-01', entities: 2, newest: true }]);
  });

  it('screens as one types without logging, with the names side by side', async () => {
    const acts = workbench.held.record.size;
    const { hits, lists } = await screen('name=Kim+Choi+Su&birthDate=1970&schema=Person&threshold=0.5');
    expect(lists).toHaveLength(1);
    expect(hits[0]).toMatchObject({
      entityId: 'p-1',
      dataset: 'mine',
      schema: 'Person',
      names: ['Kim Chol Su'],
      birthDates: ['1970-05-01'],
      countries: ['kp'],
      decision: null,
    });
    expect(hits[0]?.aligned.map(({ asked, listed }) => [asked, listed])).toContainEqual(['kim', 'kim']);
    expect((await screen('imoNumber=8916293')).hits[0]).toMatchObject({ entityId: 'v-1', numbers: ['8916293'] });
    expect((await screen('name=')).hits).toEqual([]);
    expect(workbench.held.record.size).toBe(acts);
  });

  it('logs a decision with the screening, and remembers it beside the hit', async () => {
    const post = (body: object) =>
      app.request('http://localhost/api/v1/screening/decisions', {
        method: 'POST',
        headers: { host: 'localhost', authorization: `Bearer ${workbench.token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const said = { by: 'Ada', decision: 'false', entityId: 'p-1', question: { name: 'Kim Chol Su' } };
    expect((await post({ ...said, reason: ' ' })).status).toBe(422);
    expect((await post({ ...said, reason: 'r', entityId: 'p-9' })).status).toBe(404);
    const before = workbench.held.record.size;
    const done = (await (await post({ ...said, reason: 'born elsewhere' })).json()) as { acts: { kind: string }[] };
    expect(done.acts.map(({ kind }) => kind)).toEqual(['screened', 'decided']);
    expect(workbench.held.record.size).toBe(before + 2);
    expect((await screen('name=kim+chol+SU')).hits[0]?.decision).toMatchObject({
      decision: 'false',
      by: 'Ada',
      name: 'Kim Chol Su',
      note: expect.stringContaining('born elsewhere'),
    });
    const { decisions } = (await get<DecisionList>('/screening/decisions')).answer;
    expect(decisions).toMatchObject([{ entityId: 'p-1', caption: 'Kim Chol Su', reason: 'born elsewhere' }]);
  });

  it('screens a file of names as a job and gives the answers as CSV', async () => {
    const csv = 'id,name\n1,Kim Chol Su\n2,Nobody Here\n,No id\n3,Silver Moon IMO 8916293\n';
    const job = await send('/screening/files', csv, 'names.csv', { threshold: '0.7', limit: '3' });
    expect(job.state).toBe('done');
    const result = job.result as ScreenedFile;
    expect(result).toMatchObject({ rows: 3, withHits: 2, hits: 2 });
    expect(result.faults).toEqual([expect.stringMatching(/^names\.csv:4: /)]);
    const response = await app.request(`http://localhost/api/v1/screening/files/${job.id}`, {
      headers: { host: 'localhost', authorization: `Bearer ${workbench.token}` },
    });
    expect(response.headers.get('content-disposition')).toContain('attachment');
    const rows = (await response.text()).trim().split('\n');
    expect(rows[0]).toMatch(/^id,rank,entityId,score,match,caption,reasons/);
    expect(rows.slice(1).map((row) => row.split(',').slice(0, 3).join(','))).toEqual(['1,1,p-1', '3,1,v-1']);
    expect((await get('/screening/files/j-none')).status).toBe(404);
  });

  it('asks the newest version today and the older one as of its day, and tells the difference', async () => {
    await send('/lists', SECOND, 'mine.jsonl', { published: '2024-06-01' });
    const { lists } = (await get<HeldListsView>('/lists')).answer;
    expect(lists.map(({ versionDate, newest }) => [versionDate, newest])).toEqual([
      ['2024-06-01', true],
      ['2024-01-01', false],
    ]);
    expect((await screen('imoNumber=8916293')).hits).toEqual([]);
    expect((await screen('imoNumber=8916293&asOf=2024-02-01')).hits[0]).toMatchObject({ entityId: 'v-1' });
    const [after, before] = lists;
    const { answer } = await get<ListDifferenceView>(
      `/lists/difference?before=${before?.document}&after=${after?.document}`,
    );
    expect(answer).toMatchObject({ added: 1, removed: 1, changed: 1 });
    expect(answer.rows).toMatchObject([
      { change: 'added', entityId: 'o-1' },
      { change: 'removed', entityId: 'v-1' },
      { change: 'changed', entityId: 'p-1', fields: [{ field: 'name', before: [], after: ['Kim Chol-soo'] }] },
    ]);
    const none = `sha256:${'0'.repeat(64)}`;
    expect((await get(`/lists/difference?before=${none}&after=${after?.document}`)).status).toBe(404);
  });
});
