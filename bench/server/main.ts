import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { load, type Measured, quantile } from './client.ts';
import { manyDocuments } from './many-documents.ts';
import { manyEntities } from './many-entities.ts';

/**
 * `panel serve` under many readers, beside what Node's own server does with the same bytes in the same run.
 * `npx tsx bench/server/main.ts [claims] [seconds] [clients]`, on the built product (`npm run build`); 50,000 claims, 60 s,
 * 200 clients if nothing is said.
 */
const [claims = 50_000, seconds = 60, clients = 200] = process.argv.slice(2).map(Number);
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const program = join(root, 'dist', 'cli', 'main.js');
const folder = mkdtempSync(join(tmpdir(), 'bench-server-'));

type Server = {
  readonly address: string;
  readonly token: string;
  readonly process: ChildProcess;
  readonly ready: number;
  readonly cpu: number;
};

async function start(args: readonly string[]): Promise<Server> {
  const begun = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'], cwd: root });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error(`${args.join(' ')} ended`)));
    child.stdout.on('data', (chunk: Buffer) => resolve(chunk.toString().trim().split('\n')[0] ?? ''));
  });
  const { origin: address, searchParams } = new URL(url);
  const token = searchParams.get('token') ?? '';
  return { address, token, process: child, ready: performance.now() - begun, cpu: cpuOf(child) };
}

async function end({ process: child }: Server): Promise<void> {
  child.kill('SIGTERM');
  await new Promise((resolve) => child.once('exit', resolve));
}

const serve = (workspace: string): Promise<Server> =>
  start([program, 'serve', '--workspace', workspace, '--port', '0']);

/** Processor seconds of a process, its own and the system's for it (Linux; elsewhere not a number). */
function cpuOf({ pid }: ChildProcess): number {
  const [user, system] = statusOf(pid, 'stat').split(') ')[1]?.split(' ').slice(11, 13).map(Number) ?? [];
  return ((user ?? Number.NaN) + (system ?? Number.NaN)) / 100;
}

function residentOf({ process: { pid } }: Server): number {
  return Number(/VmRSS:\s+(\d+)/.exec(statusOf(pid, 'status'))?.[1]) / 1024;
}

function statusOf(pid: number | undefined, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

const headersOf = ({ token }: Server): Record<string, string> => ({ authorization: `Bearer ${token}` });

async function get<Answer>(server: Server, path: string): Promise<Answer> {
  const response = await fetch(`${server.address}${path}`, { headers: headersOf(server) });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Answer;
}

/** Sends files as the workbench's pages do, and waits for the job. */
async function send(server: Server, path: string, form: FormData): Promise<void> {
  const response = await fetch(`${server.address}/api/v1${path}`, {
    method: 'POST',
    headers: headersOf(server),
    body: form,
  });
  const { id } = (await response.json()) as { id: string };
  const state = (): Promise<{ state: string }> => get<{ state: string }>(server, `/api/v1/jobs/${id}`);
  while ((await state()).state === 'running') await sleep(200);
  if ((await state()).state !== 'done') throw new Error(`${path}: ${JSON.stringify(await state())}`);
}

async function addList(server: Server): Promise<void> {
  const form = new FormData();
  form.append('file', new Blob([manyEntities(2000)]), 'bench.ftm.json');
  await send(server, '/lists', form);
}

async function addDocuments(server: Server): Promise<void> {
  const documents = manyDocuments(claims);
  for (let from = 0; from < documents.length; from += 500) {
    const form = new FormData();
    form.set('by', 'bench');
    form.set('source', 'Bench');
    form.set('published', '2024-04-01');
    for (const { name, text } of documents.slice(from, from + 500)) form.append('file', new Blob([text]), name);
    await send(server, '/documents', form);
  }
}

type Ids = { readonly items: readonly { readonly id: string }[]; readonly next: string | null };

/** What people read, in about the measure in which they read it. */
async function questionsOn(server: Server): Promise<string[]> {
  const list = (path: string): Promise<Ids> => get<Ids>(server, `/api/v1${path}`);
  const some = (ids: Ids, path: string): string[] => ids.items.slice(0, 20).map(({ id }) => `/api/v1${path}/${id}`);
  const pages = async (path: string, most: number): Promise<string[]> => {
    const found = [`/api/v1${path}`];
    for (let next = (await list(path)).next; next !== null && found.length < most; ) {
      const page = `${path}&cursor=${next}`;
      found.push(`/api/v1${page}`);
      next = (await list(page)).next;
    }
    return found;
  };
  const [documents, someClaims, incidents, findings, acts] = await Promise.all(
    ['/documents', '/claims', '/incidents?limit=50', '/findings?limit=20', '/record/acts'].map(list),
  );
  const { comparisons } = await get<{ comparisons: { id: string }[] }>(server, '/api/v1/comparisons');
  return [
    ...Array.from({ length: 5 }, () => '/api/v1/overview'),
    ...Array.from({ length: 10 }, (_, at) => `/api/v1/regimes/un-1718?asOf=${2008 + at * 2}-05-01`),
    ...(await pages('/documents?limit=50', 5)),
    ...some(documents as Ids, '/documents'),
    ...(await pages('/claims?limit=100', 20)),
    ...(await pages('/claims?limit=100&status=proposed&sort=-published', 10)),
    ...(await pages('/claims?limit=100&predicate=transferred', 5)),
    ...(await pages('/claims?limit=100&q=nampo', 5)),
    ...some(someClaims as Ids, '/claims'),
    '/api/v1/incidents?limit=50',
    ...some(incidents as Ids, '/incidents').slice(0, 10),
    '/api/v1/findings?limit=20',
    ...some(findings as Ids, '/findings').slice(0, 5),
    ...comparisons.slice(0, 5).map(({ id }) => `/api/v1/comparisons/${id}`),
    '/api/v1/record/acts',
    ...some(acts as Ids, '/record/acts').slice(0, 10),
    ...['kim', 'ocean maritime', 'pak chun il', 'ryugyong'].map(
      (name) => `/api/v1/screening?name=${encodeURIComponent(name)}`,
    ),
  ];
}

function tell(what: string, measured: Measured, resident = ''): number {
  const perSecond = measured.answers / measured.seconds;
  const ms = (share: number): string => `${quantile(measured, share).toFixed(0)} ms`;
  console.log(
    `${what.padEnd(28)} ${perSecond.toFixed(0).padStart(6)}/s  p50 ${ms(0.5)}  p99 ${ms(0.99)}  worst ${ms(1)}  errors ${measured.errors.length}  ${resident}`,
  );
  for (const error of measured.errors.slice(0, 3)) console.log(`  ${error}`);
  return perSecond;
}

async function measure(name: string, workspace: string): Promise<void> {
  const server = await serve(workspace);
  const seconds1 = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
  console.log(`\n${name}: ready in ${seconds1(server.ready)}, ${server.cpu.toFixed(1)} s of processor time`);
  const begun = performance.now();
  await get(server, '/api/v1/claims');
  console.log(`first page of claims after ${seconds1(performance.now() - begun)} more`);
  await get(server, '/api/v1/overview');
  console.log(
    `first overview after ${seconds1(performance.now() - begun)}, ${cpuOf(server.process).toFixed(1)} s of processor time`,
  );
  await pageThrough(server);
  await actAndAsk(server);
  const questions = await questionsOn(server);
  const answers = join(folder, 'answers.json');
  const bodies: [string, string][] = [];
  for (const question of new Set(questions))
    bodies.push([question, await (await fetch(server.address + question, { headers: headersOf(server) })).text()]);
  writeFileSync(answers, JSON.stringify(bodies));
  const bytes = bodies.reduce((sum, [, text]) => sum + text.length, 0) / bodies.length;
  console.log(`${questions.length} questions, ${(bytes / 1024).toFixed(0)} kB an answer`);
  const [before, spent] = [residentOf(server), cpuOf(server.process)];
  const served = await load(server.address, questions, { clients, seconds, token: server.token });
  const perSecond = tell('panel serve', served, `resident ${before.toFixed(0)} -> ${residentOf(server).toFixed(0)} MB`);
  const each = ((cpuOf(server.process) - spent) * 1000) / served.answers;
  console.log(`${each.toFixed(2)} ms of processor time an answer`);
  await end(server);
  const bare = await start(['--import', 'tsx', join(root, 'bench', 'server', 'bare.ts'), answers]);
  const limit = tell(
    "Node's server, same bytes",
    await load(bare.address, questions, { clients, seconds: Math.min(seconds, 15), token: '' }),
  );
  await end(bare);
  console.log(`${(perSecond / limit).toFixed(2)} of the limit`);
}

/** What an act costs whoever asks for the overview after it, and how long others wait meanwhile for what is no work. */
async function actAndAsk(server: Server): Promise<void> {
  const { items } = await get<Ids>(server, '/api/v1/claims?limit=3');
  // The first time it waits for the lists.
  await get(server, '/healthz');
  const [costs, waits]: [number[], number[]] = [[], []];
  for (const { id } of items) {
    const [spent, body] = [cpuOf(server.process), JSON.stringify({ by: 'bench', ids: [id], status: 'accepted' })];
    const headers = { ...headersOf(server), 'content-type': 'application/json' };
    const acted = await fetch(`${server.address}/api/v1/claims/reviews`, { method: 'POST', headers, body });
    if (!acted.ok) throw new Error(await acted.text());
    let isAnswered = false;
    const answered = get(server, '/api/v1/overview').finally(() => (isAnswered = true));
    while (!isAnswered) {
      const asked = performance.now();
      await get(server, '/healthz');
      waits.push(performance.now() - asked);
    }
    await answered;
    costs.push(cpuOf(server.process) - spent);
  }
  const median = quantile({ times: Float64Array.from(costs).sort() }, 0.5);
  console.log(
    `an act and the overview after it: ${median.toFixed(2)} s of processor time; others wait ${Math.max(...waits).toFixed(0)} ms at most`,
  );
}

/** Every page of the table in turn, as a reader who scrolls asks for them. */
async function pageThrough(server: Server): Promise<void> {
  const times: number[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const asked = performance.now();
    const page: Ids = await get<Ids>(server, `/api/v1/claims?limit=200${cursor === '' ? '' : `&cursor=${cursor}`}`);
    times.push(performance.now() - asked);
    cursor = page.next;
  }
  const sorted = Float64Array.from(times).sort();
  console.log(
    `${times.length} pages of 200 claims: p50 ${quantile({ times: sorted }, 0.5).toFixed(1)} ms, p99 ${quantile({ times: sorted }, 0.99).toFixed(1)} ms`,
  );
}

async function main(): Promise<void> {
  const example = join(folder, 'example');
  spawnSync(process.execPath, [program, 'run', join(root, 'examples', 'veto-2024'), '--workspace', example]);
  const exampleServer = await serve(example);
  await addList(exampleServer);
  await end(exampleServer);
  await measure('the example workspace', example);
  const large = join(folder, 'large');
  const filling = await serve(large);
  await addList(filling);
  await addDocuments(filling);
  await end(filling);
  await measure(`${claims.toLocaleString('en')} claims`, large);
  rmSync(folder, { recursive: true, force: true });
}

await main();
