import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { servePanel } from '../../tests/workbench/serving.ts';
import { fleetAsCsv, makeFleet } from './fleet.ts';

/**
 * How long a served workspace does not answer while a file of many positions comes in and is first looked at: `npx tsx bench/tracks/serving.ts
 * [SHIPS] [DAYS]`, with the built product. 520 ships over four days are a million positions. Somebody asks for the overview every 20 ms meanwhile.
 */
const ships = Number(process.argv[2] ?? 520);
const days = Number(process.argv[3] ?? 4);
const ASK_EVERY_MS = 20;
const BATCH = 40;

async function makeCsv(path: string): Promise<number> {
  const file = createWriteStream(path);
  let rows = 0;
  for (let made = 0; made < ships; made += BATCH) {
    const own = Math.min(BATCH, ships - made);
    const fleet = makeFleet({ seed: made, ships: own, days, meetings: 4, silences: 8, first: 412_000_000 + made });
    rows += fleet.rows.length;
    const text = fleetAsCsv(fleet.rows);
    file.write(made === 0 ? text : text.slice(text.indexOf('\n') + 1));
  }
  await new Promise<void>((done) => file.end(() => done()));
  return rows;
}

function panel(...args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [join('dist', 'cli', 'main.js'), ...args], { stdio: 'ignore' });
  return new Promise((done, failed) =>
    child.once('exit', (code) => (code === 0 ? done() : failed(new Error(`panel ${args.join(' ')}: ${code}`)))),
  );
}

const folder = mkdtempSync(join(tmpdir(), 'panel-bench-serving-'));
try {
  const csv = join(folder, 'fleet.csv');
  const rows = await makeCsv(csv);
  const workspace = join(folder, 'workspace');
  await panel('add', join('examples', 'silence-2019', 'dossier.yaml'), '--source', 'Desk', '--workspace', workspace);
  const serving = await servePanel(workspace);
  const get = async (path: string): Promise<void> => {
    const answer = await fetch(`${serving.address}/api/v1${path}`, {
      headers: { authorization: `Bearer ${serving.token}` },
    });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  };
  await get('/overview');
  const during = async (what: string, work: () => Promise<void>): Promise<void> => {
    let isOver = false;
    const waits: number[] = [];
    const asking = (async () => {
      while (!isOver) {
        const begun = performance.now();
        await get('/overview');
        waits.push(performance.now() - begun);
        await after(ASK_EVERY_MS);
      }
    })();
    const begun = performance.now();
    await work();
    const seconds = (performance.now() - begun) / 1000;
    isOver = true;
    await asking;
    waits.sort((a, b) => a - b);
    const of = (share: number): string => `${Math.round(waits[Math.floor((waits.length - 1) * share)] ?? 0)} ms`;
    process.stdout.write(
      `${what.padEnd(32)} ${seconds.toFixed(1)} s; another question waits ${of(0.5)} in the middle, ${of(0.99)} at 99 %, ${of(1)} at most\n`,
    );
  };
  try {
    process.stdout.write(`${rows} positions of ${ships} ships\n`);
    await during('nothing', () => after(2000));
    await during('the file comes in', () => panel('tracks', 'add', csv, '--source', 'Fleet', '--workspace', workspace));
    await during('the page Ships, the first time', () => get('/ships'));
    await during('its events', () => get('/ships/events?limit=1000'));
    await during('its positions', () => get('/ships/positions'));
    await during('its claims', () => get('/ships/claims'));
    await during('the page Ships again', () => get('/ships'));
  } finally {
    await serving.stop();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
