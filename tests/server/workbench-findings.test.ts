import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentProgress } from '../../src/app/progress.ts';
import type { FindingDetail, FindingSummary } from '../../src/app/workbench/contract/finding.ts';
import type { Page } from '../../src/app/workbench/contract/page.ts';
import type { ActsDone } from '../../src/app/workbench/contract/record/act.ts';
import { openWorkbench, type Workbench } from '../../src/app/workbench/held/workbench.ts';
import { workbenchApp } from '../../src/server/workbench-app.ts';
import { runInto, writeDossier } from '../dossier/workspace.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { accessTo } from './served-workspace.ts';

const STORY = `Officials in Seoul said on Monday that North Korea had sent about 5,000 artillery shells to Russia since September.
The Pentagon said North Korea had delivered at least 3,000 artillery shells to Russia.`;

describe('findings over HTTP', () => {
  let workbench: Workbench;
  let app: ReturnType<typeof workbenchApp>;
  const workspace = join(temporaryFolder(), 'workspace');

  beforeAll(async () => {
    await runInto(writeDossier({ daily: { text: STORY, published: '2024-05-01' } }), workspace, '2024-06-01');
    workbench = await openWorkbench({
      workspace,
      progress: silentProgress,
      command: 'test',
      onError: (error) => {
        throw error;
      },
    });
    app = workbenchApp(workbench, { access: accessTo(workbench), now: () => new Date('2024-06-01T12:00:00Z') });
  });
  afterAll(() => workbench.close());

  const ask = async <Answer>(path: string, body?: object): Promise<{ status: number; answer: Answer }> => {
    const response = await app.request(`http://localhost/api/v1${path}`, {
      headers: {
        host: 'localhost',
        authorization: `Bearer ${workbench.token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
    return { status: response.status, answer: (await response.json()) as Answer };
  };
  const list = async (query = '') => (await ask<Page<FindingSummary>>(`/findings${query}`)).answer;
  const detail = async (id: string) => (await ask<FindingDetail>(`/findings/${id}`)).answer;

  it('lists the proposals and gives each with its claims and the paragraphs that it meets', async () => {
    const { items, total } = await list();
    expect(total).toBe(1);
    const shown = await detail(items[0]?.id ?? '');
    expect(shown.claims).toHaveLength(2);
    const grounds = shown.summary.assessment.grounds.map(({ provision }) => provision);
    expect(grounds.length).toBeGreaterThan(0);
    expect(shown.provisions.map(({ id }) => id)).toEqual(expect.arrayContaining(grounds));
    expect((await list('?status=contested')).total).toBe(0);
    expect((await list('?q=artillery+russia')).total).toBe(1);
    expect((await ask('/findings/f-none')).status).toBe(404);
  });

  it('takes a finding, a letter, its reply and a challenge, and undoes them', async () => {
    const [proposal] = (await list()).items;
    const made = await ask<ActsDone>('/findings', {
      by: 'Ada',
      title: 'Shells for Russia',
      claims: proposal?.claims,
      regime: 'un-1718',
      activity: { date: '2024-04-30', act: 'supply', goods: { name: 'artillery shell' }, from: 'KP', to: 'RU' },
    });
    expect(made.status).toBe(200);
    const [mine] = (await list()).items;
    expect(mine).toMatchObject({ title: 'Shells for Russia', made: { by: 'Ada' }, status: 'single-source' });
    const id = mine?.id ?? '';
    const letter = await ask<ActsDone>(`/findings/${id}/replies`, {
      by: 'Ada',
      party: 'Russia',
      sent: '2024-05-02',
      deadline: '2024-05-16',
    });
    expect((await detail(id)).replies).toMatchObject([{ party: 'Russia', state: 'overdue', reads: null }]);
    await ask(`/findings/${id}/replies`, {
      by: 'Ada',
      received: '2024-05-20',
      text: 'Russia denies it.',
      replaces: letter.answer.acts[0]?.id,
    });
    await ask(`/findings/${id}/challenges`, { by: 'Ada', from: 'A reader', date: '2024-05-21', text: 'No.' });
    await ask(`/findings/${id}/recommendations`, { by: 'Ada', text: 'Inspect.', addressee: 'States', priority: 'low' });
    const after = await detail(id);
    expect(after.replies).toMatchObject([{ state: 'received', stance: null, reads: 'denies' }]);
    expect(after.summary).toMatchObject({ status: 'contested', replies: 1, awaited: 0, challenges: 1 });
    expect(after.recommendations).toMatchObject([{ addressee: 'States', priority: 'low' }]);
    expect(after.history.map(({ kind, superseded }) => [kind, superseded])).toEqual([
      ['found', false],
      ['replied', true],
      ['replied', false],
      ['challenged', false],
      ['recommended', false],
    ]);
    const overview = await ask<{ contested: { id: string }[] }>('/overview');
    expect(overview.answer.contested.map((one) => one.id)).toContain(id);
    expect((await ask(`/acts/${made.answer.acts[0]?.id}/undo`, { by: 'Ada' })).status).toBe(200);
    expect((await list()).items.map((one) => one.id)).toEqual([proposal?.id]);
  });

  it.each([
    ['/findings', { by: 'Ada', title: 'T', claims: ['c-none'], regime: 'un-1718', activity: {} }, 404],
    ['/findings', { by: '', title: 'T', claims: ['c-1'], regime: 'un-1718', activity: {} }, 422],
    ['/findings/f-none/replies', { by: 'Ada', party: 'P', sent: '2024-05-01' }, 404],
    ['/findings/f-none/corrections', { by: 'Ada', text: 'T' }, 422],
  ])('refuses %s with %j: %i', async (path, body, status) => {
    const refused = await ask<{ code: string; detail: string }>(path, body);
    expect(refused.status).toBe(status);
    expect(refused.answer.detail).not.toBe('');
  });
});
