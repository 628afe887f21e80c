import { readFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { ClaimPage } from '../../src/app/workbench/contract/claim.ts';
import type { Job } from '../../src/app/workbench/contract/job.ts';
import type { Page } from '../../src/app/workbench/contract/page.ts';
import type { DocumentSummary } from '../../src/app/workbench/contract/record/document.ts';
import { packageRoot } from '../../src/core/resource.ts';
import { serveWorkspace } from './served-workspace.ts';

const served = serveWorkspace();

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string };

/** A request with exactly this path and these headers; `fetch` would put both right. */
function raw(path: string, headers: Record<string, string> = {}, method = 'GET', body?: string): Promise<Answer> {
  const { port } = new URL(served.address);
  return new Promise((resolve, reject) => {
    const all = { authorization: `Bearer ${served.token}`, ...headers };
    const asked = request({ port, host: '127.0.0.1', path, method, headers: all, agent: false }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(pieces).toString(),
        }),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

const isProblem = ({ headers, body }: Answer): boolean =>
  headers['content-type'] === 'application/problem+json' && (JSON.parse(body) as { detail: string }).detail.length > 10;

describe('a page from elsewhere', () => {
  it.each([
    ['under a name of its own that leads here', { host: 'panel.attacker.example' }],
    ['under a name that begins like ours', { host: '127.0.0.1.attacker.example' }],
    ['with its origin', { origin: 'https://attacker.example' }],
    ['with the origin of a file', { origin: 'null' }],
    ['with the origin of another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['as a request across sites', { 'sec-fetch-site': 'cross-site' }],
    [
      'as a picture across sites',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'image', 'sec-fetch-mode': 'no-cors' },
    ],
    ['from another port of this machine', { 'sec-fetch-site': 'same-site' }],
  ])('is refused %s', async (_, headers) => {
    const answer = await raw('/api/v1/claims', headers as Record<string, string>);
    expect(answer.status).toBe(403);
    expect(isProblem(answer)).toBe(true);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('cannot act either, whatever it calls its body', async () => {
    const { workbench } = served;
    const before = workbench.held.record.size;
    for (const type of [
      'application/json',
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ])
      for (const headers of [{ origin: 'https://attacker.example' }, { 'sec-fetch-site': 'cross-site' }]) {
        const sent = { 'content-type': type, ...headers };
        const answer = await raw('/api/v1/acts/a-1/undo', sent as Record<string, string>, 'POST', '{"by":"Mallory"}');
        expect(answer.status).toBe(403);
      }
    expect(workbench.held.record.size).toBe(before);
  });

  it('may link here, and our own pages and programs without a browser may ask', async () => {
    const visit = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    expect((await raw('/claims', { ...visit, accept: 'text/html' })).status).not.toBe(403);
    expect((await raw('/api/v1/claims', { origin: served.address, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    expect((await raw('/api/v1/claims', { host: `localhost:${new URL(served.address).port}` })).status).toBe(200);
  });
});

describe('what is sent', () => {
  it.each([
    '/',
    '/claims',
    '/assets/none.js',
    '/api/v1/claims',
    '/api/v1/none',
    '/api/v1/openapi.json',
    '/healthz',
    '/match/x',
  ])('from %s runs nothing, is framed by nobody and is not guessed at', async (path) => {
    const { headers } = await raw(path, { accept: 'text/html' });
    const policy = headers['content-security-policy'] as string;
    expect(policy).toMatch(/default-src 'none'/);
    expect(policy).toMatch(/frame-ancestors 'none'/);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
  });

  it.each([
    '/../package.json',
    '/assets/../../../package.json',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/..\\..\\..\\package.json',
    '/assets/%00',
    '//package.json',
    '/file:///package.json',
  ])('for %s is no file outside the pages', async (path) => {
    const manifest = readFileSync(join(packageRoot(), 'package.json'), 'utf8');
    const { status, body } = await raw(path);
    expect(body).not.toContain(manifest.slice(0, 40));
    expect([400, 404, 503]).toContain(status);
  });
});

describe('a request that cannot be meant', () => {
  const signed = '{"by":"Ada"}';
  it.each([
    ['no JSON', '{"by":', 'application/json', 400, 'not-json'],
    ['nothing', '', 'application/json', 400, 'not-json'],
    ['a number', '7', 'application/json', 422, 'bad-input'],
    ['a list', '[]', 'application/json', 422, 'bad-input'],
    ['__proto__ alone', '{"__proto__":{"by":"Ada"}}', 'application/json', 422, 'bad-input'],
    ['JSON under another name', signed, 'text/plain', 415, 'bad-media-type'],
    ['JSON under no name', signed, '', 415, 'bad-media-type'],
    ['a name of 10,000 letters', JSON.stringify({ by: 'a'.repeat(10_000) }), 'application/json', 422, 'bad-input'],
    ['five million brackets', '['.repeat(5_000_000), 'application/json', 413, 'too-large'],
    ['three million brackets', '['.repeat(3_000_000), 'application/json', 422, 'bad-input'],
  ])('with %s as its body is told so', async (_, body, type, status, code) => {
    const answer = await raw('/api/v1/acts/a-1/undo', type === '' ? {} : { 'content-type': type }, 'POST', body);
    expect([answer.status, (JSON.parse(answer.body) as { code: string }).code]).toEqual([status, code]);
    expect(isProblem(answer)).toBe(true);
  });

  it.each([
    ['GET', '/api/v1/claims/%E0%A4%A', 404],
    ['GET', '/api/v1/claims/%', 404],
    ['GET', '/api/v1/claims/%00', 404],
    ['GET', '/api/v1/claims?limit=1e9', 422],
    ['GET', '/api/v1/claims?cursor=%FF%FE', 422],
    ['GET', '/api/v1/regimes/un-1718?asOf=2024-02-30', 422],
    ['GET', '/api/v1/regimes/..%2F..%2Fetc', 404],
    ['GET', '/api/v1/reports/..%2F..%2Fkeys%2Fsigning.key', 404],
    ['GET', '/api/v1/documents/..%2F..%2Flock', 404],
    ['GET', `/api/v1/claims?q=${'a'.repeat(61_000)}`, 414],
    ['DELETE', '/api/v1/claims', 405],
    ['PUT', '/api/v1/claims/c-1', 405],
    ['POST', '/api/v1/nothing', 404],
  ])('%s %s is told so', async (method, path, status) => {
    const answer = await raw(path, {}, method);
    expect(answer.status).toBe(status);
    expect(isProblem(answer)).toBe(true);
  });
});

describe('files that are sent', () => {
  const upload = async (called: string): Promise<Job> => {
    const boundary = 'xx';
    const field = (name: string, value: string): string =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    const file = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${called}"\r\n\r\nIran said that it sold 4 drones to ${called.length} buyers.\r\n--${boundary}--\r\n`;
    const type = `multipart/form-data; boundary=${boundary}`;
    const body = field('by', 'Ada') + field('source', 'Daily') + file;
    const answer = await raw('/api/v1/documents', { 'content-type': type }, 'POST', body);
    expect(answer.status).toBe(202);
    await served.workbench.jobs.settled();
    return (await (await served.ask(`/jobs/${(JSON.parse(answer.body) as Job).id}`)).json()) as Job;
  };

  it.each([
    '../../../../tmp/evil.txt',
    '..\\..\\evil.txt',
    '/etc/evil.txt',
    'C:\\evil.txt',
    '..%2fevil.txt',
    'evil.txt/..',
  ])('under the name %s lie where we put them', async (called) => {
    const job = await upload(called);
    expect(job.state).toBe('done');
    const { items } = (await (await served.ask('/documents')).json()) as Page<DocumentSummary>;
    for (const { file } of items) expect(file).not.toMatch(/[/\\]|^\.\.?$/);
  });

  it('with a form that is cut short are refused, and nothing stays', async () => {
    const type = 'multipart/form-data; boundary=xx';
    const head = '--xx\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n';
    for (const body of ['', 'x', '--xx', head, `${head}text\r\n--xx`, '--xx\r\n\r\n\r\n--xx--']) {
      const answer = await raw('/api/v1/documents', { 'content-type': type }, 'POST', body);
      expect([400, 422]).toContain(answer.status);
      expect(isProblem(answer)).toBe(true);
    }
  });
});

it('tells two hundred listeners of an act, and forgets them when they are gone', async () => {
  const listeners = Array.from({ length: 200 }, () => new AbortController());
  const heard = await Promise.all(
    listeners.map(async ({ signal }) => {
      const response = await served.ask('/events', { signal });
      const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
      await reader.read();
      return async (): Promise<string> => {
        let text = '';
        while (!text.includes('event: changed')) text += (await reader.read()).value;
        return text;
      };
    }),
  );
  const { items } = (await (await served.ask('/claims')).json()) as ClaimPage;
  const [a, b] = items.map(({ claimant }) => claimant.name);
  await served.send('/judgements', { by: 'Ada', reason: 'Own radars.', a, b, judgement: 'independent' });
  for (const next of heard) expect(await next()).toContain('"kinds":["judged"]');
  for (const listener of listeners) listener.abort();
  await sleep(50);
  expect((await served.ask('/overview')).status).toBe(200);
  expect(served.faults).toEqual([]);
});
