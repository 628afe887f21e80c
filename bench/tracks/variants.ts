/**
 * Scenarios with truth, told again elsewhere and at another time: `npx tsx bench/tracks/variants.ts FROM TO SEED [ROUGHNESS]` writes the files of the folder
 * FROM (`*.csv` with `*.truth.jsonl` of the same name) into the folder TO. Times are moved by whole slots, places scatter by some metres more,
 * reports are lost, rows stand in another order; where no port or coast belongs to the scenario it is moved to another longitude, or to the
 * other side of the equator. What happens in it stays the same, and so does what must be found. ROUGHNESS multiplies
 * what is lost and how far places scatter.
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeded } from './fleet.ts';

const [from = '.', to = 'variant', seedText = '1', roughText = '1'] = process.argv.slice(2);
const roughness = Number(roughText);
const random = seeded(Number(seedText));
const SLOT = 600;
const DAY = 86_400;
/** Half of the side of the square, in degrees, in which a place scatters: six metres to every side. */
const SCATTER = 0.00005 * roughness;

/** What a scenario bears: `moved` where no port and no coast belongs to it, `lost` the share of reports that may be missing. */
const BEARS: Readonly<Record<string, { readonly moved?: boolean; readonly lost?: number; readonly dated?: boolean }>> =
  {
    encounters: { moved: true, lost: 0.05 },
    gaps: { moved: true, lost: 0.02 },
    'dark-calls': { lost: 0.02 },
    'port-calls': { lost: 0.03 },
    identity: { lost: 0.02 },
    // Listings have dates of their own.
    listed: { dated: true },
    lone: { lost: 0.03 },
  };

type Truth = { readonly mmsis?: readonly string[]; from?: string; to?: string; at?: string };
type Shift = { readonly seconds: number; readonly lon: number; readonly isMirrored: boolean };

mkdirSync(to, { recursive: true });
for (const name of readdirSync(from).sort()) {
  const set = name.replace(/\.csv$/, '');
  const bears = BEARS[set];
  if (!name.endsWith('.csv') || bears === undefined) continue;
  const shift: Shift = {
    seconds: bears.dated === true ? 0 : Math.floor((random() - 0.5) * 200 * (DAY / SLOT)) * SLOT,
    lon: bears.moved === true ? Math.round(random() * 3600) / 10 : 0,
    isMirrored: bears.moved === true && random() < 0.5,
  };
  const truth = readFileSync(join(from, `${set}.truth.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Truth);
  writeFileSync(
    join(to, name),
    movedTable(readFileSync(join(from, name), 'utf8'), truth, shift, roughness * (bears.lost ?? 0)),
  );
  writeFileSync(
    join(to, `${set}.truth.jsonl`),
    truth.map((one) => `${JSON.stringify(movedTruth(one, shift))}\n`).join(''),
  );
  process.stdout.write(
    `${set}: ${shift.seconds / DAY} days, ${shift.lon} degrees east${shift.isMirrored ? ', mirrored' : ''}\n`,
  );
}
for (const name of ['ports.csv', 'list.ftm.jsonl']) copyFileSync(join(from, name), join(to, name));

function movedTruth(truth: Truth, { seconds }: Shift): Truth {
  const moved = { ...truth };
  for (const key of ['from', 'to', 'at'] as const) {
    const time = truth[key];
    if (time !== undefined) moved[key] = isoTime(Date.parse(time) / 1000 + seconds);
  }
  return moved;
}

function movedTable(text: string, truth: readonly Truth[], { seconds, lon, isMirrored }: Shift, lost: number): string {
  const [header = '', ...lines] = text.trim().split('\n');
  const names = header.split(',');
  const at = (name: string): number => names.indexOf(name);
  const [mmsiAt, timeAt, latAt, lonAt, cogAt] = [at('mmsi'), at('timestamp'), at('lat'), at('lon'), at('cog')];
  // A report that the truth begins or ends with is there.
  const edges = new Set(
    truth.flatMap(({ mmsis = [], from: begins, to: ends }) =>
      mmsis.flatMap((mmsi) => [`${mmsi} ${begins}`, `${mmsi} ${ends}`]),
    ),
  );
  const rows = lines.flatMap((line) => {
    const cells = line.split(',');
    const time = timeOf(cells[timeAt]!);
    if (random() < lost && !edges.has(`${cells[mmsiAt]} ${isoTime(time)}`)) return [];
    cells[timeAt] = likeTime(cells[timeAt]!, time + seconds);
    const [north, east] = [Number(cells[latAt]), Number(cells[lonAt])];
    // 91 and 181 stand for what is not available.
    if (north <= 90 && east <= 180) {
      cells[latAt] = ((isMirrored ? -north : north) + (random() - 0.5) * 2 * SCATTER).toFixed(5);
      cells[lonAt] = (((east + lon + 540) % 360) - 180 + (random() - 0.5) * 2 * SCATTER).toFixed(5);
      const cog = Number(cells[cogAt]);
      if (isMirrored && cells[cogAt] !== '' && cog < 360) cells[cogAt] = ((540 - cog) % 360).toFixed(1);
    }
    return [{ key: random(), line: cells.join(',') }];
  });
  rows.sort((a, b) => a.key - b.key);
  return `${[header, ...rows.map(({ line }) => line)].join('\n')}\n`;
}

/** Seconds since 1970 of a time in ISO 8601, seconds or milliseconds. */
function timeOf(text: string): number {
  if (text.includes('T')) return Date.parse(text) / 1000;
  return Number(text) > 1e11 ? Number(text) / 1000 : Number(text);
}

/** A time written as another is. */
function likeTime(text: string, seconds: number): string {
  if (text.includes('T')) return isoTime(seconds);
  return String(Number(text) > 1e11 ? seconds * 1000 : seconds);
}

function isoTime(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}
