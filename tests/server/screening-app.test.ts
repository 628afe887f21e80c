import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentProgress } from '../../src/app/progress.ts';
import { openService, type ScreeningService } from '../../src/app/screening/screening-service.ts';
import { screeningApp } from '../../src/server/screening-app.ts';
import { FTM_LINES, scratchFolder, unList } from './sample-lists.ts';

const scratch = scratchFolder();
const HOST = '127.0.0.1:1718';
let service: ScreeningService;
let app: ReturnType<typeof screeningApp>;

beforeAll(async () => {
  const lists = [scratch.write('un.xml', unList('2026-02-27')), scratch.write('own.json', FTM_LINES)];
  service = await openService({ lists, progress: silentProgress });
  app = screeningApp(service, { updateToken: 'long secret' });
});
afterAll(() => service.close());

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into field by field
type Answer = { status: number; headers: Headers; body: any };

async function ask(path: string, init: RequestInit & { headers?: Record<string, string> } = {}): Promise<Answer> {
  const response = await app.request(`http://${HOST}${path}`, { ...init, headers: { host: HOST, ...init.headers } });
  const text = await response.text();
  const json = response.headers.get('content-type')?.startsWith('application/json') ?? false;
  return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text };
}

function match(queries: object, query = '', extra: object = {}): Promise<Answer> {
  return ask(`/match/default${query}`, { method: 'POST', body: JSON.stringify({ queries, ...extra }) });
}

const person = (name: string, more: object = {}): object => ({
  schema: 'Person',
  properties: { name: [name], ...more },
});

describe('matching', () => {
  it('answers each query under its key, with entity, score, match and explanations', async () => {
    const { status, headers, body } = await match({
      first: person('Bartholomew Quillfeather', { birthDate: '1961-04-05' }),
      second: {
        id: 'mine',
        schema: 'Company',
        properties: { name: 'Blue Heron Maritime Trading Co.', jurisdiction: ['North Korea'], invented: ['x'] },
      },
    });
    expect(status).toBe(200);
    expect(headers.get('x-batch-size')).toBe('2');
    expect(body.limit).toBe(5);
    const [hit] = body.responses.first.results;
    expect(hit).toMatchObject({
      id: 'un-ZZi.001',
      caption: 'BARTHOLOMEW QUILLFEATHER',
      schema: 'Person',
      datasets: ['un-sc'],
      referents: [],
      target: true,
      first_seen: '2026-02-27T00:00:00',
      score: 1,
      match: true,
    });
    expect(hit.properties.topics).toEqual(['sanction']);
    for (const { score, detail } of Object.values(hit.explanations) as { score: number; detail: string }[]) {
      expect(typeof score).toBe('number');
      expect(detail).not.toBe('');
    }
    expect(body.responses.first.total).toEqual({ value: 1, relation: 'eq' });
    expect(body.responses.second.results[0].id).toBe('un-ZZe.001');
    // What was understood: unknown properties left out, countries as codes.
    expect(body.responses.second.query).toEqual({
      id: 'mine',
      schema: 'Company',
      properties: { name: ['Blue Heron Maritime Trading Co.'], jurisdiction: ['kp'] },
    });
  });

  it('finds by parts of a name and by an IMO number alone', async () => {
    const { body } = await match({
      parts: { schema: 'Person', properties: { firstName: ['Ottoline'], lastName: ['Fairweather'] } },
      imo: { schema: 'Vessel', properties: { imoNumber: ['9074729'] } },
    });
    expect(body.responses.parts.results[0].id).toBe('inv-2');
    expect(body.responses.imo.results[0].id).toBe('inv-1');
    expect(body.responses.imo.results[0].properties.topics).toEqual(['mare.shadow']);
  });

  it('sorts by score and takes limit, threshold and cutoff', async () => {
    const all = await match({ a: person('Oleksandra Myronivska') }, '?cutoff=0&threshold=0.99&limit=500');
    const { results, total } = all.body.responses.a;
    const scores = results.map(({ score }: { score: number }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(total.value).toBe(1);
    expect(results[0].match).toBe(true);
    const none = await match({ a: person('Oleksandra Myronivska') }, '?limit=0');
    expect(none.body.responses.a.results).toEqual([]);
  });

  it('filters by dataset, schema, topic, id and date of change', async () => {
    const ids = async (query: string): Promise<string[]> => {
      const { body } = await match({ a: { schema: 'Vessel', properties: { name: ['Grey Petrel'] } } }, query);
      return body.responses.a.results.map(({ id }: { id: string }) => id);
    };
    expect(await ids('')).toEqual(['inv-1']);
    expect(await ids('?include_dataset=un-sc')).toEqual([]);
    expect(await ids('?include_dataset=un-sc&include_dataset=invented_ships')).toEqual(['inv-1']);
    expect(await ids('?exclude_dataset=invented_ships')).toEqual([]);
    expect(await ids('?exclude_schema=Vessel')).toEqual([]);
    expect(await ids('?topics=sanction')).toEqual([]);
    expect(await ids('?topics=sanction&topics=mare.shadow')).toEqual(['inv-1']);
    expect(await ids('?exclude_entity_ids=inv-1')).toEqual([]);
    expect(await ids('?changed_since=2024-05-06')).toEqual(['inv-1']);
    expect(await ids('?changed_since=2024-05-07')).toEqual([]);
  });

  it('answers a batch of a hundred from other threads, and refuses one more', async () => {
    const queries = Object.fromEntries(
      Array.from({ length: 100 }, (_, at) => [`q${at}`, person(at % 2 === 0 ? 'Pak Tong Sok' : `Nobody Atall ${at}`)]),
    );
    const { status, body } = await match(queries);
    expect(status).toBe(200);
    expect(Object.keys(body.responses)).toEqual(Object.keys(queries));
    for (let at = 0; at < 100; at += 2) expect(body.responses[`q${at}`].results[0].id).toBe('un-ZZi.002');
    const more = await match({ ...queries, more: person('X Y') });
    expect(more).toMatchObject({ status: 400, body: { detail: 'Too many queries in one batch (limit: 100)' } });
  });

  it('words its errors as clients expect', async () => {
    expect(await match({})).toMatchObject({ status: 400, body: { detail: 'No queries provided.' } });
    const schema = await match({ a: { schema: 'Nonsense', properties: {} } });
    expect(schema).toMatchObject({
      status: 400,
      body: { detail: "Cannot parse example entity: Unknown schema: 'Nonsense'" },
    });
    expect((await match({ a: { schema: 'Sanction', properties: {} } })).status).toBe(400);
    expect((await match({ a: { schema: '__proto__', properties: {} } })).status).toBe(400);
    const config = await match({ a: person('A B') }, '', { config: { nm_fuzzy: 1 } });
    expect(config).toMatchObject({ status: 400 });
    expect(config.body.detail).toContain('nm_fuzzy');
    expect(await match({ a: person('A B') }, '?algorithm=logic-v2')).toMatchObject({
      status: 400,
      body: { detail: 'Invalid algorithm: logic-v2' },
    });
    expect((await match({ a: person('A B') }, '?algorithm=BEST')).status).toBe(200);
    for (const query of [
      '?limit=501',
      '?limit=many',
      '?threshold=x',
      '?changed_since=yesterday',
      `?${Array.from({ length: 51 }, (_, at) => `exclude_entity_ids=e${at}`).join('&')}`,
    ]) {
      const { status, body } = await match({ a: person('A B') }, query);
      expect([query, status]).toEqual([query, 422]);
      expect(body.detail[0]).toMatchObject({ loc: ['query', expect.any(String)], msg: expect.any(String) });
    }
    expect((await ask('/match/default', { method: 'POST', body: '{"queries":' })).status).toBe(422);
    expect((await ask('/match/default', { method: 'POST' })).status).toBe(422);
    expect(
      (await ask('/match/default', { method: 'POST', body: '{"queries":{"a":{"properties":{}}}}' })).body.detail[0].loc,
    ).toEqual(['body', 'queries', 'a', 'schema']);
    expect(await ask('/match/nowhere', { method: 'POST', body: '{"queries":{}}' })).toMatchObject({
      status: 404,
      body: { detail: 'No such dataset.' },
    });
  });
});

describe('search and entities', () => {
  it('finds words in any order, prefixes, phrases and absent words', async () => {
    const ids = async (q: string, more = ''): Promise<string[]> =>
      (await ask(`/search/default?q=${encodeURIComponent(q)}${more}`)).body.results.map(({ id }: { id: string }) => id);
    expect(await ids('quillfeather bartholomew')).toEqual(['un-ZZi.001']);
    expect(await ids('quillf')).toEqual([]);
    expect(await ids('quillf*')).toEqual(['un-ZZi.001']);
    expect(await ids('"heron maritime"')).toEqual(['un-ZZe.001']);
    expect(await ids('"maritime heron"')).toEqual([]);
    expect(await ids('corporation OR -heron', '&schema=Organization')).toEqual(['un-ZZe.002']);
    expect(await ids('Kwillfether Bartolomew')).toEqual([]);
    expect(await ids('Quilfeather Bartholomew', '&fuzzy=true')).toEqual(['un-ZZi.001']);
    expect(await ids('', '&schema=Vessel')).toEqual(['inv-1']);
    expect(await ids('', '&filter=properties.birthDate:1975')).toEqual(['un-ZZi.003']);
    expect(await ids('', '&countries=gb&countries=pa')).toEqual(expect.arrayContaining(['inv-1', 'inv-2']));
    expect(await ids('', '&countries=gb&countries=pa&filter_op=AND')).toEqual([]);
    expect(await ids('', '&sort=caption:asc&limit=2')).toEqual(['un-ZZi.001', 'un-ZZe.001']);
    expect(await ids('', '&sort=caption:asc&limit=2&offset=1')).toEqual(['un-ZZe.001', 'inv-1']);
    expect(await ids('', '&target=false')).toEqual([]);
  });

  it('counts facets', async () => {
    const { body } = await ask(
      '/search/default?facets=schema&facets=countries&facets=datasets&facets=topics&facets=identifiers&facets=genders',
    );
    expect(body.total).toEqual({ value: 7, relation: 'eq' });
    expect(body.facets.schema.label).toBe('Entity types');
    expect(body.facets.schema.values).toContainEqual({ name: 'Vessel', label: 'Vessels', count: 1 });
    expect(body.facets.countries.values).toContainEqual(expect.objectContaining({ name: 'kp', count: 1 }));
    expect(body.facets.datasets.values[0]).toEqual({ name: 'un-sc', label: 'un-sc', count: 5 });
    expect(body.facets.identifiers.values).toContainEqual(expect.objectContaining({ name: '9074729' }));
    expect(Object.keys((await ask('/search/default')).body.facets).sort()).toEqual(['countries', 'datasets', 'topics']);
  });

  it('refuses what cannot be asked', async () => {
    expect(await ask('/search/default?schema=Nonsense')).toMatchObject({
      status: 400,
      body: { detail: 'Invalid schema' },
    });
    expect(await ask('/search/default?filter=nothing')).toMatchObject({
      status: 400,
      body: { detail: "Invalid filter: 'nothing'" },
    });
    for (const query of ['limit=501', 'offset=9500', 'facets=colours', 'filter_op=XOR', 'fuzzy=perhaps'])
      expect([query, (await ask(`/search/default?${query}`)).status]).toEqual([query, 422]);
  });

  it('gives entities with what is adjacent', async () => {
    const nested = (await ask('/entities/un-ZZi.001')).body;
    expect(nested.properties.sanctions[0]).toMatchObject({
      id: 'un-ZZi.001-sanction',
      schema: 'Sanction',
      properties: { listingDate: ['2016-03-02'] },
    });
    expect(nested.properties.sanctions[0].properties.entity).toBeUndefined();
    expect((await ask('/entities/un-ZZi.001?nested=false')).body.properties.sanctions).toBeUndefined();
    const sanction = (await ask('/entities/un-ZZi.001-sanction')).body;
    expect(sanction.properties.entity[0]).toMatchObject({ id: 'un-ZZi.001', caption: 'BARTHOLOMEW QUILLFEATHER' });
    const adjacent = (await ask('/entities/un-ZZi.001/adjacent')).body;
    expect(adjacent.entity.id).toBe('un-ZZi.001');
    expect(adjacent.adjacent.sanctions).toMatchObject({ total: { value: 1 }, limit: 10, offset: 0 });
    const one = (await ask('/entities/un-ZZi.001/adjacent/sanctions?offset=1')).body;
    expect(one).toEqual({ results: [], total: { value: 1, relation: 'eq' }, limit: 10, offset: 1 });
    expect(await ask('/entities/un-ZZi.001/adjacent/name')).toMatchObject({
      status: 404,
      body: { detail: 'No such property!' },
    });
    for (const path of ['/entities/nobody', '/entities/nobody/adjacent', '/entities/%2e%2e%2fetc/adjacent/sanctions'])
      expect(await ask(path)).toMatchObject({ status: 404, body: { detail: 'No such entity!' } });
  });
});

describe('system', () => {
  it('tells its state, lists and scorer', async () => {
    expect((await ask('/healthz')).body).toEqual({ status: 'ok' });
    expect((await ask('/readyz')).body).toEqual({ status: 'ok' });
    const { headers, body } = await ask('/catalog');
    expect(body.datasets.map(({ name }: { name: string }) => name)).toEqual([
      'default',
      'invented_people',
      'invented_ships',
      'un-sc',
    ]);
    expect(body).toMatchObject({
      current: ['invented_people', 'invented_ships', 'un-sc'],
      outdated: [],
      index_stale: false,
    });
    expect(body.datasets[3].version).toMatch(/^20260227-/);
    expect(headers.get('cache-control')).toBe('public, max-age=300');
    const etag = headers.get('etag') ?? '';
    expect(etag).toMatch(/^"\w+"$/);
    for (const tag of [etag, '*', `"other", ${etag}`])
      expect((await ask('/manifest', { headers: { 'if-none-match': tag } })).status).toBe(304);
    expect((await ask('/catalog', { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
    expect((await ask('/algorithms')).body).toMatchObject({ default: 'standing-panel', best: 'standing-panel' });
  });

  it('reads the lists again for whoever has the token', async () => {
    const before = (await ask('/catalog')).headers.get('etag');
    scratch.write('un.xml', unList('2026-03-01'));
    for (const token of ['', '?token=', '?token=wrong'])
      expect(await ask(`/updatez${token}`, { method: 'POST' })).toMatchObject({
        status: 403,
        body: { detail: 'Invalid token.' },
      });
    expect((await ask('/updatez?token=long%20secret&sync=true', { method: 'POST' })).body).toEqual({ status: 'ok' });
    const after = await ask('/catalog');
    expect(after.headers.get('etag')).not.toBe(before);
    expect(after.body.datasets[3].version).toMatch(/^20260301-/);
  });

  it('describes itself', async () => {
    const { body } = await ask('/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining([
        '/match/{dataset}',
        '/search/{dataset}',
        '/entities/{entity_id}',
        '/entities/{entity_id}/adjacent/{property_name}',
        '/reconcile/{dataset}',
        '/catalog',
        '/algorithms',
        '/healthz',
        '/readyz',
        '/updatez',
      ]),
    );
    const parameters = body.paths['/match/{dataset}'].post.parameters.map(({ name }: { name: string }) => name);
    expect(parameters).toEqual(
      expect.arrayContaining(['dataset', 'limit', 'threshold', 'algorithm', 'topics', 'exclude_entity_ids']),
    );
    expect((await ask('/')).body).toContain('/reconcile/default');
  });
});

describe('guard', () => {
  it('refuses other hosts, other sites and what is too large', async () => {
    for (const host of ['panel.example', 'panel.example:1718', '127.0.0.1.panel.example', '10.0.0.1', ''])
      expect([host, (await ask('/healthz', { headers: { host } })).status]).toEqual([host, 403]);
    for (const host of ['localhost', 'localhost:99', '127.0.0.1', '[::1]:1718'])
      expect([host, (await ask('/healthz', { headers: { host } })).status]).toEqual([host, 200]);
    const from = async (origin: string, path = '/healthz'): Promise<number> =>
      (await ask(path, { headers: { origin } })).status;
    expect(await from('https://panel.example')).toBe(403);
    expect(await from('null')).toBe(403);
    expect(await from('http://127.0.0.1:3333')).toBe(403);
    expect(await from(`http://${HOST}`)).toBe(200);
    expect(await from('http://127.0.0.1:3333', '/reconcile/default')).toBe(200);
    expect(await from('https://panel.example', '/reconcile/default')).toBe(403);
    const cross = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' };
    expect((await ask('/search/default', { headers: cross })).status).toBe(403);
    const body = JSON.stringify({ queries: { a: person('x'.repeat(5_000_000)) } });
    expect(
      await ask('/match/default', { method: 'POST', body, headers: { 'content-length': String(body.length) } }),
    ).toMatchObject({ status: 413 });
    expect(await ask(`/search/default?q=${'x'.repeat(60_001)}`)).toMatchObject({
      status: 414,
      body: { detail: 'Request URI too long' },
    });
  });

  it('lets nothing run, be framed or be kept', async () => {
    for (const path of ['/', '/healthz', '/nowhere', '/search/default?limit=x']) {
      const { headers } = await ask(path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it('tells a wrong method from a wrong path', async () => {
    expect(await ask('/match/default')).toMatchObject({ status: 405, body: { detail: 'Method Not Allowed' } });
    expect(await ask('/healthz', { method: 'DELETE' })).toMatchObject({ status: 405 });
    expect(await ask('/statements')).toMatchObject({ status: 404, body: { detail: 'Not Found' } });
  });
});
