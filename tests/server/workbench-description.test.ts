import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/core/resource.ts';
import { workbenchApp } from '../../src/server/workbench-app.ts';
import { isFullCount } from '../full-count.ts';
import { accessTo, serveWorkspace } from './served-workspace.ts';

type Operation = {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> };
};
type Description = {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};
type Endpoint = { readonly method: string; readonly path: string; readonly operation: Operation };

/** What the description leaves out: itself, and the door that the command line alone may use. */
const UNDESCRIBED = ['get /api/v1/openapi.json', 'post /api/v1/commands', 'post /api/v1/codes'];

const served = serveWorkspace();
let endpoints: readonly Endpoint[];

beforeAll(async () => {
  const { openapi, paths } = (await (await served.ask('/openapi.json')).json()) as Description;
  expect(openapi).toBe('3.1.0');
  endpoints = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({ method, path, operation })),
  );
});

describe('the description of the interface', () => {
  it('names every path that answers, and no other', () => {
    const routes = workbenchApp(served.workbench, { access: accessTo(served.workbench) })
      .routes.filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    const described = endpoints.map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(routes)].sort()).toEqual([...described, ...UNDESCRIBED].sort());
    expect(described.length).toBeGreaterThan(40);
  });

  it('names the parameters of every path, and a body for what is sent', () => {
    expect(endpoints.filter(({ method }) => method === 'post').length).toBeGreaterThan(15);
    for (const { method, path, operation } of endpoints) {
      const inPath = (operation.parameters ?? []).filter((one) => one.in === 'path').map(({ name }) => name);
      expect(inPath).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
      const withoutBody = [
        '/record/checkpoint',
        '/record/recipient',
        '/record/verifications',
        '/lists/sync',
        '/cancellations',
      ];
      if (method === 'post' && !withoutBody.some((end) => path.endsWith(end)))
        expect(operation.requestBody, path).toBeDefined();
    }
  });
});

it('is what docs/workbench-api.md tells: it names each path or its beginning, and none that is not there', () => {
  const told = readFileSync(join(packageRoot(), 'docs', 'workbench-api.md'), 'utf8');
  const named = [...told.matchAll(/`(\/[a-z][^`?…]*)/g)]
    .map(([, path = '']) => path)
    .filter((path) => !path.startsWith('/api/v1'));
  const paths = endpoints.map(({ path }) => path.slice('/api/v1'.length));
  const bare = (path: string): string => path.replaceAll(/\{\w+\}/g, '{}');
  // Paths that answer outside /api/v1 or that the command line alone may use.
  const elsewhere = ['/commands', '/healthz', '/readyz'];
  expect(
    named.filter((path) => !elsewhere.includes(path) && !paths.some((one) => bare(one).startsWith(bare(path)))),
  ).toEqual([]);
  const beginnings = new Set(named.map((path) => path.split('/')[1]));
  expect(paths.filter((path) => !beginnings.has(path.split('/')[1]))).toEqual([]);
});

const word = fc.oneof(
  fc.constantFrom(
    'un-1718',
    'a-1',
    'c-1',
    'f-1',
    'i-1',
    '0',
    '-1',
    'null',
    'true',
    '2024-02-30',
    '2024-05-01',
    '..',
    '%',
    '',
  ),
  fc.string({ maxLength: 30, unit: 'binary' }),
  fc.string({ maxLength: 12, unit: 'grapheme' }),
);

const value: fc.Arbitrary<unknown> = fc.oneof({ maxDepth: 2 }, word, fc.jsonValue({ maxDepth: 3 }));

/** Requests that know the interface's paths and names, and fill them with anything. */
const wild = (all: readonly Endpoint[]) =>
  fc.constantFrom(...all).chain(({ method, path, operation }) => {
    const named = (place: string): string[] =>
      (operation.parameters ?? []).filter((one) => one.in === place).map(({ name }) => name);
    const schema = operation.requestBody?.content['application/json']?.schema as { properties?: object } | undefined;
    const fields = Object.keys(schema?.properties ?? { by: {}, reason: {} });
    return fc.record({
      method: fc.constant(method.toUpperCase()),
      path: fc.tuple(...named('path').map(() => word)).map((words) => filled(path, words)),
      query: fc.dictionary(fc.oneof(fc.constantFrom(...named('query'), 'q'), word), word, { maxKeys: 4 }),
      body: fc.record(Object.fromEntries(fields.map((name) => [name, value])), { requiredKeys: [] }),
    });
  });

function filled(path: string, words: readonly string[]): string {
  let at = 0;
  return path.replaceAll(/\{\w+\}/g, () => encodeURIComponent((words[at++] ?? '').toWellFormed()));
}

/** Streams without end, and what asks other machines. */
const LEFT_OUT = new Set(['/api/v1/events', '/api/v1/lists/sync']);
const SAMPLES = isFullCount ? 5000 : 100;

it('answers anything with an answer or with a problem in words, never with a fault of its own', async () => {
  const asked = endpoints.filter(({ path }) => !LEFT_OUT.has(path));
  await fc.assert(
    fc.asyncProperty(wild(asked), async ({ method, path, query, body }) => {
      const search = new URLSearchParams(
        Object.entries(query).map(([name, text]): [string, string] => [name, text.toWellFormed()]),
      );
      const response = await fetch(`${served.address}${path}?${search}`, {
        method,
        headers: { authorization: `Bearer ${served.token}`, 'content-type': 'application/json' },
        ...(method === 'POST' ? { body: JSON.stringify(body) } : {}),
      });
      const text = await response.text();
      if (response.status < 400) return;
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      const { status, code, detail, title } = JSON.parse(text) as Record<string, unknown>;
      expect(status).toBe(response.status);
      expect(response.status).toBeLessThan(500);
      for (const words of [code, detail, title]) expect(words).toEqual(expect.stringMatching(/\S/));
      expect(text).not.toMatch(/node_modules|\.ts:\d|\.js:\d|\bat [\w.]+ \(/);
    }),
    { numRuns: SAMPLES },
  );
  await served.workbench.jobs.settled();
  expect(served.faults).toEqual([]);
});
