import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentProgress } from '../../src/app/progress.ts';
import type { Job } from '../../src/app/workbench/contract/job.ts';
import type { ReportDesk, WrittenReportFile } from '../../src/app/workbench/contract/report.ts';
import { openWorkbench, type Workbench } from '../../src/app/workbench/held/workbench.ts';
import { sha256Hex } from '../../src/core/hash.ts';
import { serverApp } from '../../src/server/app.ts';
import { runInto, writeDossier } from '../dossier/workspace.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { accessTo } from './served-workspace.ts';

const STORY = `Officials in Seoul said on Monday that North Korea had sent about 5,000 artillery shells to Russia since September.
North Korea launched a ballistic missile on 2 April 2024, Japan said.
The Pentagon said <script>alert(1)</script> that 국방정보본부 counted the shells.`;

describe('the report desk over HTTP', () => {
  let workbench: Workbench;
  let program: ReturnType<typeof serverApp>;
  const workspace = join(temporaryFolder(), 'workspace');

  beforeAll(async () => {
    await runInto(writeDossier({ daily: { text: STORY, published: '2024-05-01' } }, 'Shells'), workspace, '2024-06-01');
    workbench = await openWorkbench({
      workspace,
      progress: silentProgress,
      command: 'test',
      onError: (error) => {
        throw error;
      },
    });
    program = serverApp(
      { workbench },
      { access: accessTo(workbench), now: () => new Date('2024-06-02T08:09:10.500Z') },
    );
  });
  afterAll(() => workbench.close());

  const ask = async (path: string, body?: object): Promise<Response> =>
    await program.fetch(
      new Request(`http://localhost/api/v1${path}`, {
        headers: {
          host: 'localhost',
          authorization: `Bearer ${workbench.token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      }),
    );
  const desk = async () => (await (await ask('/report')).json()) as ReportDesk;
  const write = async (body: object): Promise<Job> => {
    const response = await ask('/reports', { by: 'Ada', ...body });
    expect(response.status).toBe(202);
    const { id } = (await response.json()) as Job;
    for (;;) {
      const job = workbench.jobs.get(id);
      if (job !== undefined && job.state !== 'running') return job;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  it('tells what can be printed, and what was', async () => {
    const { title, findings, written } = await desk();
    expect(title).toBe('Shells');
    expect(findings.length).toBeGreaterThan(1);
    expect(written.map(({ name }) => name).sort()).toEqual(['report.html', 'report.json']);
  });

  it('shows the report for a frame in which nothing runs', async () => {
    const { findings } = await desk();
    const [first, second] = findings;
    const response = await ask(`/report/preview?title=My+title&findings=${second?.id},${first?.id}`);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^sandbox; default-src 'none'; /);
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).not.toMatch(/script|allow/);
    const html = await response.text();
    expect(html).toContain('<h1>My title</h1>');
    // Nobody has made or accepted them: they are printed as proposals, and no words call them findings.
    const place = (at: number, title = '') =>
      html.indexOf(`Proposal ${at}, not reviewed: ${title.slice(0, 1).toLowerCase()}${title.slice(1)}`);
    expect(place(1, second?.title)).toBeGreaterThan(0);
    expect(place(2, first?.title)).toBeGreaterThan(place(1, second?.title));
    expect(html).not.toContain('Finding 1.');
    expect(html.includes('<script')).toBe(false);
    const one = await (await ask('/report/preview', { findings: [first?.id] })).text();
    expect(one.includes('Proposal 2,')).toBe(false);
    expect((await ask('/report/preview?findings=f-none')).status).toBe(404);
  });

  it('writes what was chosen as a job, and logs it with the hash of each file', async () => {
    const { findings } = await desk();
    const chosen = findings[1]?.id ?? '';
    const job = await write({
      title: 'Chosen',
      findings: [chosen],
      formats: ['json', 'html'],
      reason: 'for the editor',
    });
    expect(job.state).toBe('done');
    const files = job.result as readonly WrittenReportFile[];
    expect(files.map(({ name }) => name)).toEqual(['report-20240602T080910Z.json', 'report-20240602T080910Z.html']);
    expect((await desk()).written).toHaveLength(4);
    const acts = (await workbench.current()).acts;
    const published = acts.at(-1);
    expect(published).toMatchObject({
      kind: 'published',
      by: { person: 'Ada' },
      body: { title: 'Chosen', findings: [], proposed: [{ id: chosen }], reason: 'for the editor' },
    });
    for (const { name, sha256 } of (published?.body.files ?? []) as { name: string; sha256: string }[]) {
      const response = await ask(`/reports/${name}`);
      expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`);
      const bytes = new Uint8Array(await response.arrayBuffer());
      expect(sha256Hex(bytes)).toBe(sha256);
      if (name.endsWith('json')) expect(JSON.parse(new TextDecoder().decode(bytes)).title).toBe('Chosen');
    }
  });

  it('refuses formats that do not exist, and names that no report has', async () => {
    expect((await ask('/reports', { by: 'Ada', formats: ['xls'] })).status).toBe(422);
    expect((await ask('/reports', { by: 'Ada', formats: [] })).status).toBe(422);
    writeFileSync(join(workspace, 'report', 'secret.txt'), 'x');
    for (const name of ['secret.txt', 'report-1.html', '..%2Frecord%2Flog%2Fcheckpoint', 'report.exe'])
      expect((await ask(`/reports/${name}`)).status, name).toBe(404);
    expect(await write({ findings: ['f-none'], formats: ['html'] })).toMatchObject({
      state: 'failed',
      problem: { code: 'no-such-finding' },
    });
  });
});
