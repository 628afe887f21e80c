import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { listClaims } from '../../src/app/commands/review.ts';
import { silentProgress } from '../../src/app/progress.ts';
import { openWorkbench } from '../../src/app/workbench/held/workbench.ts';
import { packageRoot } from '../../src/core/resource.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { serve } from '../../src/server/serve.ts';
import { panel } from '../cli/command.ts';
import { PROGRAM } from '../cli/program-arguments.ts';
import { runInto, writeDossier } from '../dossier/workspace.ts';
import { isFullCount } from '../full-count.ts';
import { serveWorkspace } from '../server/served-workspace.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const served = serveWorkspace();

type Operations = Record<string, Record<string, unknown>>;

async function routes(): Promise<{ method: string; path: string }[]> {
  const { paths } = (await (await served.ask('/openapi.json')).json()) as { paths: Operations };
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => ({ method: method.toUpperCase(), path: path.replaceAll(/\{\w+\}/g, 'x') })),
  );
}

const visit = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${served.address}${path}`, { redirect: 'manual', headers });

/** The cookie that a browser is given for an address. */
async function cookieOf(path: string): Promise<string> {
  const answer = await visit(path);
  expect(answer.status).toBe(303);
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

describe('who asks a served workspace', () => {
  it('is told 401 in one line on every path, whatever else is sent', async () => {
    const screening = [
      '/match/default',
      '/search/default',
      '/entities/x',
      '/reconcile/default',
      '/catalog',
      '/algorithms',
    ];
    const all = [
      ...(await routes()),
      { method: 'POST', path: '/api/v1/commands' },
      { method: 'POST', path: '/api/v1/codes' },
      ...['/', '/claims', '/assets/x.js', '/api/v1/none', ...screening].map((path) => ({ method: 'GET', path })),
    ];
    expect(all.length).toBeGreaterThan(50);
    const before = served.workbench.held.record.size;
    const given = [
      {},
      { authorization: `Bearer ${'0'.repeat(64)}` },
      { authorization: `Basic ${served.token}` },
      { cookie: 'panel-standing-panel=x' },
    ];
    for (const [at, { method, path }] of all.entries()) {
      // Each path with one of them, in turn; with all of them in the full counts.
      for (const headers of isFullCount ? given : [given[at % given.length]]) {
        const answer = await fetch(`${served.address}${path}`, {
          method,
          headers: { ...headers, 'content-type': 'application/json' } as Record<string, string>,
          ...(method === 'GET' ? {} : { body: '{"by":"Mallory"}' }),
        });
        expect([path, answer.status]).toEqual([path, 401]);
        expect(answer.headers.get('www-authenticate')).toBe('Bearer');
        const text = await answer.text();
        expect(text.trim().split('\n')).toHaveLength(1);
        expect(text).toContain('token');
      }
    }
    expect(served.workbench.held.record.size).toBe(before);
    for (const path of ['/healthz', '/readyz']) expect([200, 503]).toContain((await visit(path)).status);
  });

  it('with the token in the address gets a cookie that scripts cannot read, and an address without it', async () => {
    const answer = await visit(`/claims?status=proposed&token=${served.token}`);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/claims?status=proposed');
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^panel-standing-panel-[0-9a-f]{16}=[0-9a-f]{64}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(cookie).not.toContain(served.token);
    const headers = { cookie: cookie.split(';')[0] ?? '' };
    expect((await visit('/api/v1/claims', headers)).status).toBe(200);
    expect((await visit(`/?token=${'0'.repeat(64)}`)).status).toBe(401);
    expect((await visit(`//elsewhere.example/?token=${served.token}`)).headers.get('location')).not.toMatch(/^\/\//);
  });

  it('with a cookie runs no commands and opens no other browser: these take the token itself', async () => {
    const cookie = await cookieOf(`/?token=${served.token}`);
    for (const path of ['/api/v1/commands', '/api/v1/codes']) {
      const answer = await fetch(`${served.address}${path}`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json' },
        body: '{"command":"listClaims","request":{}}',
      });
      expect([path, answer.status]).toEqual([path, 403]);
    }
  });

  it('with a code gets in once', async () => {
    const answer = await served.send('/codes', {});
    const { code } = (await answer.json()) as { code: string };
    await cookieOf(`/?code=${code}`);
    expect((await visit(`/?code=${code}`)).status).toBe(401);
    expect((await visit('/?code=')).status).toBe(401);
  });

  it('for a host that no machine can have is told 400', async () => {
    const { port } = new URL(served.address);
    for (const [host, status] of [
      ['127.0.0.999', 400],
      ['127.0.0.256:1718', 400],
      ['300.1.1.1', 400],
      ['192.168.0.1', 403],
    ] as const) {
      for (const path of ['/api/v1/claims', '/', '/match/x']) {
        const got = await new Promise<number>((resolve, reject) => {
          const headers = { host, authorization: `Bearer ${served.token}` };
          request({ port, host: '127.0.0.1', path, headers }, (response) => {
            response.resume();
            resolve(response.statusCode ?? 0);
          })
            .on('error', reject)
            .end();
        });
        expect([host, path, got]).toEqual([host, path, status]);
      }
    }
    expect(served.faults).toEqual([]);
  });
});

describe('screening over a workspace', () => {
  it('is not asked by pages of other ports, for which a browser sends the cookie too', async () => {
    const cookie = await cookieOf(`/?token=${served.token}`);
    const before = served.workbench.held.record.size;
    const ask = (headers: Record<string, string>): Promise<Response> =>
      fetch(`${served.address}/reconcile/default?queries=${encodeURIComponent('{"q0":{"query":"Planted"}}')}`, {
        headers: { cookie, ...headers },
      });
    const picture = { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' };
    const followed = { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    for (const headers of [picture, followed, { origin: 'http://127.0.0.1:9' }])
      expect((await ask(headers)).status).toBe(403);
    expect(served.workbench.held.record.size).toBe(before);
    // Our own pages, and programs with the token, are answered: here that there are no lists.
    expect((await ask({ 'sec-fetch-site': 'same-origin' })).status).toBe(503);
    expect((await ask({ origin: 'http://127.0.0.1:9', authorization: `Bearer ${served.token}` })).status).toBe(503);
  });

  it('takes no long body, whatever its header calls it', async () => {
    for (const path of ['/match/default', '/api/v1/claims/x/reviews']) {
      const answer = await fetch(`${served.address}${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${served.token}`, 'content-type': 'multipart/form-data; boundary=x' },
        body: Buffer.alloc(5 * 1024 * 1024, 'a'),
      }).catch(() => null);
      // 503 where nothing listens that would read it; never a 422 of who has read it all.
      expect([413, 503, undefined]).toContain(answer?.status);
    }
  });

  it('is open to programs without a token by the user’s word alone', async () => {
    const serving = await serve({ workbench: served.workbench }, { host: '127.0.0.1', port: 0, openScreening: true });
    try {
      // There are no lists in it.
      expect((await fetch(`${serving.address}/match/default`, { method: 'POST', body: '{}' })).status).toBe(503);
      expect((await fetch(`${serving.address}/api/v1/claims`)).status).toBe(401);
    } finally {
      await serving.stop();
    }
  });
});

const running: ReturnType<typeof spawn>[] = [];
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
});

/** `panel` as a process of its own, with the umask that the system gives. */
function spawnPanel(...args: string[]) {
  const child = spawn(process.execPath, [...PROGRAM, ...args], { cwd: packageRoot() });
  running.push(child);
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => {
    out += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    err += String(chunk);
  });
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.on('exit', (code) => resolve({ code, out, err }));
  });
  const first = new Promise<string>((resolve) => {
    child.stdout.on('data', () => out.includes('\n') && resolve(out.split('\n')[0] ?? ''));
    void ended.then(() => resolve(''));
  });
  return { child, ended, first };
}

function everythingIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true }).map(({ parentPath, name }) =>
    join(parentPath, name),
  );
}

describe.skipIf(process.platform === 'win32')('other users of the machine', () => {
  it('can neither enter a workspace nor read a file of it', async () => {
    const workspace = join(temporaryFolder(), 'workspace');
    const dossier = writeDossier({
      daily: { text: 'Iran said that it sold 4 drones to Russia.', published: '2024-05-01' },
    });
    // The umask of these tests is the one that the system gives, as that of a program of its own would be.
    expect((process.umask() & 0o077).toString(8)).not.toBe('77');
    expect((await panel('run', dossier, '--workspace', workspace)).code).toBe(0);
    expect((await panel('claims', '--workspace', workspace)).code).toBe(0);
    for (const path of [workspace, ...everythingIn(workspace)]) {
      const stats = statSync(path);
      expect([path, (stats.mode & 0o777).toString(8)]).toEqual([path, stats.isDirectory() ? '700' : '600']);
    }
  });

  it('that can enter one are told of when it is opened', async () => {
    const { workspace } = await runInto(writeDossier({ daily: { text: 'Nothing.', published: '2024-05-01' } }));
    const notes: string[] = [];
    const progress = { ...silentProgress, note: (text: string) => notes.push(text) };
    await listClaims({ workspace, progress });
    expect(notes).toEqual([]);
    chmodSync(workspace, 0o755);
    await listClaims({ workspace, progress });
    expect(notes).toEqual([expect.stringContaining('chmod -R go-rwx')]);
  });
});

describe.skipIf(process.platform === 'win32')('a socket in the file system', () => {
  it('takes requests and commands, is open to its owner alone, and one left by a crash is replaced', async () => {
    const folder = temporaryFolder();
    const workspace = join(folder, 'workspace');
    await runInto(
      writeDossier({ daily: { text: 'Iran said that it sold 4 drones to Russia.', published: '2024-05-01' } }),
      workspace,
    );
    const path = join(folder, 'panel.sock');
    await leaveSocket(path);
    expect(existsSync(path)).toBe(true);
    const serving = spawnPanel('serve', '--workspace', workspace, '--socket', path, '--json');
    const line = JSON.parse(await serving.first) as { address: string; token: string };
    expect(line).toEqual({
      address: `unix:${path}`,
      workspace,
      url: expect.stringContaining('?token='),
      token: line.token,
    });
    expect((statSync(path).mode & 0o777).toString(8)).toBe('600');
    expect(await overSocket(path, '/api/v1/claims', {})).toBe(401);
    expect(await overSocket(path, '/api/v1/claims', { authorization: `Bearer ${line.token}` })).toBe(200);
    expect(readRecord(workspace).owner()?.address).toBe(`unix:${path}`);
    const { code, out } = await panel('claims', '--workspace', workspace);
    expect(code).toBe(0);
    expect(out).toContain('Iran');
    const second = await panel('serve', '--list', join(folder, 'none.xml'), '--socket', path);
    expect(second.code).toBe(1);
    expect((await panel('serve', '--workspace', workspace, '--socket', path, '--port', '0')).code).toBe(2);
    serving.child.kill('SIGTERM');
    expect((await serving.ended).code).toBe(0);
    writeFileSync(join(folder, 'plain'), '');
    const workbench = await openWorkbench({ workspace, progress: silentProgress, command: 'test', onError: () => {} });
    try {
      symlinkSync(join(folder, 'nowhere'), join(folder, 'link'));
      const shared = join(folder, 'shared');
      mkdirSync(join(shared, 'own'), { recursive: true });
      chmodSync(shared, 0o777);
      for (const [socket, why] of [
        [join(folder, 'plain'), 'no socket'],
        [join(folder, 'link'), 'no socket'],
        [join(folder, 'x'.repeat(120)), 'too long'],
        [join(folder, 'none', 'panel.sock'), 'is not there'],
        [join(shared, 'panel.sock'), 'other users can put another socket in the place'],
        [join(shared, 'own', 'panel.sock'), 'other users can put another socket in the place'],
      ] as const)
        await expect(serve({ workbench }, { host: '127.0.0.1', port: 0, socket })).rejects.toThrow(why);
      // With the sticky bit, as /tmp has it, others cannot rename what is not theirs.
      chmodSync(shared, 0o1777);
      const socket = join(shared, 'panel.sock');
      const { stop } = await serve({ workbench }, { host: '127.0.0.1', port: 0, socket });
      expect(existsSync(socket)).toBe(true);
      await stop();
    } finally {
      await workbench.close();
    }
  });
});

/** A socket file that nobody listens on. */
async function leaveSocket(path: string): Promise<void> {
  const folder = join(path, '..');
  mkdirSync(folder, { recursive: true });
  const script = `require('net').createServer().listen(${JSON.stringify(path)}, () => process.kill(process.pid, 'SIGKILL'))`;
  await new Promise((resolve) => spawn(process.execPath, ['-e', script]).on('exit', resolve));
}

function overSocket(socketPath: string, path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    request({ socketPath, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}
