import { afterAll, beforeAll, expect, it } from 'vitest';
import { silentProgress } from '../../src/app/progress.ts';
import { openService, type ScreeningService } from '../../src/app/screening/screening-service.ts';
import { screeningApp } from '../../src/server/screening-app.ts';
import { FTM_LINES, scratchFolder, unList } from './sample-lists.ts';

/** Requests in the form in which OpenRefine sends them: a form of its own for queries and extension, plain GET for the rest. */
const scratch = scratchFolder();
const HOST = '127.0.0.1:1718';
const OPENREFINE = { host: HOST, 'user-agent': 'OpenRefine/3.9.3' };
let service: ScreeningService;
let app: ReturnType<typeof screeningApp>;

beforeAll(async () => {
  const lists = [scratch.write('un.xml', unList('2026-02-27')), scratch.write('own.json', FTM_LINES)];
  service = await openService({ lists, progress: silentProgress });
  app = screeningApp(service);
});
afterAll(() => service.close());

async function get(path: string): Promise<Response> {
  return await app.request(`http://${HOST}${path}`, { headers: OPENREFINE });
}

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into field by field
async function jsonOf(response: Response): Promise<any> {
  return await response.json();
}

async function getJson(path: string): ReturnType<typeof jsonOf> {
  return await jsonOf(await get(path));
}

async function send(form: Record<string, string>, query = ''): Promise<Response> {
  return await app.request(`http://${HOST}/reconcile/default${query}`, {
    method: 'POST',
    headers: { ...OPENREFINE, 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' },
    body: new URLSearchParams(form).toString(),
  });
}

it('introduces itself with addresses that answer', async () => {
  const manifest = await getJson('/reconcile/default');
  expect(manifest.versions).toEqual(['0.2']);
  expect(manifest.defaultTypes).toContainEqual(expect.objectContaining({ id: 'Person', name: 'People' }));
  expect(manifest.defaultTypes).toContainEqual(expect.objectContaining({ id: 'LegalEntity' }));
  for (const { service_url, service_path } of [
    ...Object.values(manifest.suggest),
    manifest.extend.propose_properties,
  ] as {
    service_url: string;
    service_path: string;
  }[]) {
    const { pathname } = new URL(service_url + service_path);
    expect([pathname, (await get(`${pathname}?prefix=per&type=Person`)).status]).toEqual([pathname, 200]);
  }
  const preview = await get(new URL(manifest.preview.url.replace('{{id}}', 'un-ZZi.001')).pathname);
  expect(await preview.text()).toContain('BARTHOLOMEW QUILLFEATHER');
  expect(preview.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect((await get(new URL(manifest.view.url.replace('{{id}}', 'un-ZZi.001')).pathname)).status).toBe(200);
  expect((await get('/reconcile/nowhere')).status).toBe(404);
});

it('tells queries that are no JSON from those that no reader could follow', async () => {
  expect((await send({ queries: '{"q0":' })).status).toBe(400);
  expect((await send({ queries: '['.repeat(100_000) })).status).toBe(422);
  const twice = await send({ queries: '{"q0":{"query":"Pak Tong Sok","query":"nobody"}}' });
  expect([twice.status, (await jsonOf(twice)).detail]).toEqual([422, expect.stringContaining('twice')]);
});

it('guesses types: the first rows of a column, without a type', async () => {
  const queries = JSON.stringify({
    q0: { query: 'Pak Tong Sok', limit: 3 },
    q1: { query: 'Taedong River Machinery Corp', limit: 3 },
    q2: { query: 'nobody of that name', limit: 3 },
  });
  const answer = await jsonOf(await send({ queries }));
  expect(Object.keys(answer)).toEqual(['q0', 'q1', 'q2']);
  expect(answer.q0.result[0]).toEqual({
    id: 'un-ZZi.002',
    name: 'PAK TONG SOK',
    description: 'Person',
    type: [expect.objectContaining({ id: 'Person', name: 'People' })],
    score: 1,
    match: true,
  });
  expect(answer.q1.result[0].id).toBe('un-ZZe.002');
  expect(answer.q2.result).toEqual([]);
});

it('reconciles a column by type and with values of other columns', async () => {
  const query = {
    query: 'Park Dongsok',
    type: 'Person',
    type_strict: 'should',
    limit: 5,
    properties: [
      { pid: 'Person:birthDate', p: 'Date of birth', v: '1958-11-30' },
      { pid: 'Thing:country', v: ['North Korea'] },
      { pid: 'Nonsense:field', v: 7 },
    ],
  };
  const response = await send({ queries: JSON.stringify({ q0: query, q1: { ...query, type: ['Person'] } }) });
  expect(response.headers.get('x-batch-size')).toBe('2');
  const answer = await jsonOf(response);
  expect(answer.q0.result[0]).toMatchObject({ id: 'un-ZZi.002', match: true });
  expect(answer.q1).toEqual(answer.q0);
});

it('extends rows with properties, in words or as codes', async () => {
  const extend = {
    ids: ['un-ZZi.002', 'inv-2', 'nobody'],
    properties: [
      { id: 'birthDate' },
      { id: 'nationality', settings: { render: 'raw', limit: '1' } },
      { id: 'country' },
    ],
  };
  const response = await send({ extend: JSON.stringify(extend) });
  expect(response.headers.get('x-batch-size')).toBe('3');
  const { meta, rows } = await jsonOf(response);
  expect(meta.map(({ id }: { id: string }) => id)).toEqual(['birthDate', 'nationality', 'country']);
  expect(rows['un-ZZi.002'].birthDate).toEqual([{ str: '1958-11-30' }]);
  expect(rows['un-ZZi.002'].nationality).toEqual([{ str: 'kp' }]);
  expect(rows['inv-2'].country).toEqual([{ str: 'United Kingdom' }]);
  expect(rows.nobody).toEqual({});
});

it('suggests entities, properties and types by their beginning', async () => {
  const entities = await getJson('/reconcile/default/suggest/entity?prefix=bartholomew%20qui');
  expect(entities).toMatchObject({ code: '/api/status/ok', status: '200 OK', prefix: 'bartholomew qui' });
  expect(entities.result[0]).toMatchObject({
    id: 'un-ZZi.001',
    name: 'BARTHOLOMEW QUILLFEATHER',
    description: 'Person',
  });
  const properties = await getJson('/reconcile/default/suggest/property?prefix=birth');
  expect(properties.result.map(({ id }: { id: string }) => id)).toContain('Person:birthDate');
  const types = await getJson('/reconcile/default/suggest/type?prefix=ves');
  expect(types.result.map(({ id }: { id: string }) => id)).toContain('Vessel');
  expect((await getJson('/reconcile/default/suggest/type?prefix=')).result).toEqual([]);
  const proposed = await getJson('/reconcile/default/extend/property?type=Vessel&limit=3');
  expect(proposed).toMatchObject({ type: 'Vessel', limit: 3 });
  expect(proposed.properties).toHaveLength(3);
  expect((await get('/reconcile/default/extend/property?type=Nonsense')).status).toBe(400);
});

it('refuses what it cannot read', async () => {
  for (const form of [
    {},
    { queries: '{' },
    { queries: '[]' },
    { queries: '{"q0":{"query":"x","type":"Nonsense"}}' },
    { extend: '{"ids":1}' },
  ]) {
    const response = await send(form as Record<string, string>);
    expect([form, response.status]).toEqual([form, 400]);
    expect(await response.json()).toEqual({ detail: expect.any(String) });
  }
  expect((await send({ queries: '{"q0":{"query":"x"}}' }, '?algorithm=logic-v1')).status).toBe(400);
});
