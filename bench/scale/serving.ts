import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { startDatabaseServer } from '../../tests/store/database-server.ts';
import { servePanel } from '../../tests/workbench/serving.ts';

/**
 * How a large archive is served: `npx tsx bench/scale/serving.ts WORKSPACE [seconds] [postgres]`, after a build and a run. Fifty clients ask
 * for a page of the workbench once a second each while an act comes in every two seconds; DESIGN section 11 has the limits. What is asked
 * while the server still reads ahead what acts on great matters need is told apart.
 */
const [workspace, seconds = '60', engine] = process.argv.slice(2);
if (workspace === undefined) throw new Error('name a workspace that was run');
const CLIENTS = 50;
const ACTS_EVERY_MS = 2000;
const READING_AHEAD_MS = 30_000;
/** As the workbench's own pages ask while they have heard of no act; whoever acts asks for what the act has moved. */
const BEARS = { 'cache-control': 'max-stale=30' };

const PAGES = [
  'overview',
  'claims?limit=100',
  'claims?status=proposed&limit=100',
  'documents',
  'incidents',
  'findings',
  'comparisons',
  'search?q=tanker&limit=20',
] as const;

// A server that only this bench knows; the embedded engine otherwise.
const database = engine === 'postgres' ? await startDatabaseServer() : undefined;
if (database !== undefined) process.env.PANEL_DATABASE = database.newDatabase('serving');
const began = performance.now();
const { address, token, process: server, stop } = await servePanel(workspace);
console.log(`opened: ${written(performance.now() - began)}`);
const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };

async function ask(path: string, more: Record<string, string> = {}): Promise<unknown> {
  // A connection of its own: one that is kept may be closed by the server just as it is used again.
  const response = await fetch(`${address}/api/v1/${path}`, { headers: { ...headers, connection: 'close', ...more } });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return await response.json();
}

/** Tables of a great archive take minutes to make, and `fetch` waits for an answer no longer than five. */
async function waitForTables(): Promise<void> {
  const question = get(`${address}/api/v1/overview`, { headers });
  const [answer] = (await once(question, 'response')) as [IncomingMessage];
  await text(answer);
  if (answer.statusCode !== 200) throw new Error(`overview: ${answer.statusCode}`);
}

const first = performance.now();
await waitForTables();
console.log(`the first page: ${written(performance.now() - first)}`);
for (const path of PAGES) await ask(path);
console.log(`every main page once: ${written(performance.now() - first)}`);
const { items } = (await ask('claims?status=proposed&limit=500')) as { items: { id: string }[] };
const details = performance.now();
await ask(`claims/${items[0]?.id}`);
console.log(`first detail of a claim: ${written(performance.now() - details)}`);

type Time = { readonly at: number; readonly took: number };

const times = new Map<string, Time[]>();
const [acknowledged, visible]: [Time[], Time[]] = [[], []];
let most = 0;
const until = performance.now() + Number(seconds) * 1000;

async function timed<T>(into: Time[], work: () => Promise<T>): Promise<T> {
  const from = performance.now();
  const result = await work();
  into.push({ at: from - began, took: performance.now() - from });
  return result;
}

async function client(nth: number): Promise<void> {
  await wait((1000 / CLIENTS) * nth);
  for (let round = nth; performance.now() < until; round++) {
    const from = performance.now();
    const detail = items[round % items.length]?.id;
    const path = round % 9 === 8 ? `claims/${detail}` : (PAGES[round % PAGES.length] ?? 'overview');
    const name = round % 9 === 8 ? 'claims/{id}' : path;
    const own = times.get(name) ?? [];
    times.set(name, own);
    await timed(own, () => ask(path, BEARS));
    await wait(Math.max(0, 1000 - (performance.now() - from)));
  }
}

async function actor(): Promise<void> {
  for (let at = 0; performance.now() < until; at++) {
    const from = performance.now();
    const id = items[at % items.length]?.id ?? '';
    const status = at % 3 === 2 ? 'rejected' : 'accepted';
    const body = JSON.stringify({ by: 'A. Bench', ids: [id], status, reason: 'a measurement' });
    await timed(acknowledged, async () => {
      const response = await fetch(`${address}/api/v1/claims/reviews`, { method: 'POST', headers, body });
      if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    });
    const document = (await timed(visible, () => ask(`claims?status=${status}&limit=500`))) as {
      items: { id: string }[];
    };
    if (!document.items.some((one) => one.id === id)) console.log(`${id} is not seen as ${status}`);
    most = Math.max(most, residentMegabytes(server.pid));
    await wait(Math.max(0, ACTS_EVERY_MS - (performance.now() - from)));
  }
}

function residentMegabytes(pid: number | undefined): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes ?? 0) / 1024;
}

await Promise.all([actor(), ...Array.from({ length: CLIENTS }, (_, nth) => client(nth))]);
const kinds = [
  ...times,
  ['all', [...times.values()].flat()],
  ['an act acknowledged', acknowledged],
  ['the page after it', visible],
] as const;
const isAhead = ({ at }: Time): boolean => at < READING_AHEAD_MS;
for (const [kind, own] of kinds)
  console.log(
    `${kind}: ${spread(own.filter((one) => !isAhead(one)))}; in the first ${READING_AHEAD_MS / 1000} s ${spread(own.filter(isAhead))}`,
  );
console.log(`resident ${residentMegabytes(server.pid).toFixed(0)} MB, at most ${most.toFixed(0)} MB`);
await stop();
await database?.stop();

function spread(own: readonly Time[]): string {
  const sorted = own.map(({ took }) => took).sort((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0);
  return `median ${at(0.5)} ms, 99 % ${at(0.99)} ms, most ${at(1)} ms of ${own.length}`;
}

function written(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
