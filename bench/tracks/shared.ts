/**
 * How well reports of several ships under one number are told apart: `npx tsx bench/tracks/shared.ts [SEEDS] [FILE] [SEGMENT@TIME…]`. Coasters that share a number
 * sail between ports, lie there, and are heard near them with holes of minutes to hours. FILE is a table with a column `segment` that says which
 * reports belong together.
 *
 * Pairs of reports are counted: of those of one ship, how many have one track (kept); of those that have one track, how many are of one ship (pure);
 * and of all pairs, how many are told rightly. Segments of a FILE that follow each other may be one ship, so that only of two that overlap in time it is
 * known that they are two: those pairs are counted beside, again with segments cut at the reports that are named, and again with all that no reference can
 * know cut: a step faster than `FASTEST`, and a silence of more than a day.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentProgress } from '../../src/app/progress.ts';
import { readTrackSet } from '../../src/app/tracks/read-set.ts';
import type { TrackSet } from '../../src/tracks/separation/track-set.ts';
import { thresholdsWith } from '../../src/tracks/thresholds.ts';
import { seeded } from './fleet.ts';

const MMSI = 412_000_000;
const START = Date.UTC(2025, 0, 1) / 1000;
const HOUR = 3600;
const KNOT = 1852 / 3600;
const DEGREE_METRES = 111_195;
/** As far from each other as ports of one coast are. */
const PORTS = [
  { lat: 25.15, lon: 121.75 },
  { lat: 24.29, lon: 120.52 },
  { lat: 22.57, lon: 120.31 },
  { lat: 24.6, lon: 121.87 },
];
/** Metres from a port up to which ships are heard: some 20 miles, or all along the coast. */
const HEARD = [40_000, 400_000] as const;

type Place = { readonly lat: number; readonly lon: number };
type Labelled = { readonly ship: string; readonly time: number; readonly line: string };
/** How ships report speed and course: rightly, not at all, or as zero whatever they do. */
const SPEEDS = ['reported', 'blank', 'zero'] as const;

function metresBetween(a: Place, b: Place): number {
  const east = (b.lon - a.lon) * Math.cos((a.lat * Math.PI) / 180);
  return Math.hypot(b.lat - a.lat, east) * DEGREE_METRES;
}

/** A ship's reports over some days. */
function coaster(random: () => number, ship: string, heard: number, speeds: (typeof SPEEDS)[number]): Labelled[] {
  const rows: Labelled[] = [];
  const days = 20;
  const end = START + days * 24 * HOUR;
  // She has a berth of her own at each of the ports between which she sails.
  const berths = PORTS.map(({ lat, lon }) => ({
    lat: lat + (random() - 0.5) * 0.04,
    lon: lon + (random() - 0.5) * 0.04,
  }))
    .map((berth) => ({ berth, key: random() }))
    .sort((a, b) => a.key - b.key)
    .slice(0, 2)
    .map(({ berth }) => berth);
  const silences = Array.from({ length: days }, () => {
    const from = START + random() * days * 24 * HOUR;
    return { from, to: from + (0.5 + random() * 6) * HOUR };
  });
  let next = START + random() * HOUR;
  const tell = (time: number, { lat, lon }: Place, knots: number, course: number): void => {
    if (time < next || time > end) return;
    next = time + 60 + random() * 14 * 60;
    if (silences.some(({ from, to }) => time > from && time < to)) return;
    if (!PORTS.some((port) => metresBetween(port, { lat, lon }) < heard)) return;
    const scatter = (): number => ((random() - 0.5) * 20) / DEGREE_METRES;
    const told =
      speeds === 'reported' ? [knots.toFixed(1), course.toFixed(0)] : speeds === 'zero' ? ['0', '0'] : ['', ''];
    const place = [(lat + scatter()).toFixed(6), (lon + scatter()).toFixed(6)];
    rows.push({ ship, time, line: [MMSI, Math.round(time), ...place, ...told].join() });
  };
  let at = berths[0]!;
  for (let time = START; time < end; ) {
    for (const lies = time + (4 + random() * 30) * HOUR; time < lies; time += 60) tell(time, at, 0, 0);
    const [from, to] = [at, berths.find((berth) => berth !== at)!];
    const metres = metresBetween(from, to);
    const knots = 6 + random() * 7;
    const east = (to.lon - from.lon) * Math.cos((from.lat * Math.PI) / 180);
    const course = ((Math.atan2(east, to.lat - from.lat) * 180) / Math.PI + 360) % 360;
    for (let sailed = 0; sailed < metres; sailed += 60 * knots * KNOT, time += 60) {
      const share = sailed / metres;
      at = { lat: from.lat + share * (to.lat - from.lat), lon: from.lon + share * (to.lon - from.lon) };
      tell(time, at, knots, course);
    }
    at = to;
  }
  return rows;
}

type Pairs = { kept: number; split: number; mixed: number; apart: number };

async function readShared(path: string): Promise<TrackSet> {
  const thresholds = thresholdsWith([]);
  const period = { from: 0, to: Number.MAX_SAFE_INTEGER };
  return (await readTrackSet([{ path, name: 'shared' }], { kinds: [], thresholds }, period, silentProgress)).set;
}

/** Pairs of reports by the ship each belongs to and the track it was given, of those that have one. */
function pairsOf(set: TrackSet, ships: readonly string[]): Pairs & { tracks: number; told: number } {
  const cells = new Map<string, number>();
  const [byShip, byTrack] = [new Map<string, number>(), new Map<string, number>()];
  let told = 0;
  const add = (map: Map<string, number>, key: string): Map<string, number> => map.set(key, (map.get(key) ?? 0) + 1);
  for (const { number, start, end } of set.tracks)
    for (let row = start; row < end; row++, told++) {
      const ship = ships[set.positions.row[row]! - 2]!;
      add(cells, `${ship} ${number}`);
      add(byShip, ship);
      add(byTrack, String(number));
    }
  const pairs = (map: ReadonlyMap<string, number>): number =>
    [...map.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
  const kept = pairs(cells);
  const split = pairs(byShip) - kept;
  const mixed = pairs(byTrack) - kept;
  return { kept, split, mixed, apart: (told * (told - 1)) / 2 - kept - split - mixed, tracks: set.tracks.length, told };
}

function words({ kept, split, mixed, apart }: Pairs): string {
  const share = (part: number, other: number): string => (part / Math.max(1, part + other)).toFixed(4);
  return `kept ${share(kept, split)}, pure ${share(kept, mixed)}, of all pairs right ${share(kept + apart, split + mixed)}`;
}

/** A report of a reference: where it is, and the segment it is put in. */
type Referred = Place & { readonly time: number; readonly segment: string };
/** Knots up to which two reports are joined (GFW, pipe-segment), and metres that a place may be off. */
const FASTEST = 25;
const NOISE = 1852;

/** Cuts segments before the reports for which `isCut` says so. */
function cutAt(rows: readonly Referred[], isCut: (before: Referred, after: Referred) => boolean): string[] {
  const last = new Map<string, { readonly row: Referred; readonly part: number }>();
  return rows.map((row) => {
    const before = last.get(row.segment);
    const part = before === undefined ? 0 : before.part + Number(isCut(before.row, row));
    last.set(row.segment, { row, part });
    return `${row.segment} ${part}`;
  });
}

/** Of pairs of one segment, how many have one track; of pairs of two that overlap in time, how many have two; and of both together. */
function knownPairs(set: TrackSet, rows: readonly Referred[], segments: readonly string[]): string {
  const parts = new Map<string, { from: number; to: number; count: number; byTrack: Map<number, number> }>();
  for (const [row, { time }] of rows.entries()) {
    const segment = segments[row]!;
    const known = parts.get(segment) ?? { from: time, to: time, count: 0, byTrack: new Map() };
    parts.set(segment, { ...known, from: Math.min(known.from, time), to: Math.max(known.to, time) });
  }
  for (const { number, start, end } of set.tracks)
    for (let at = start; at < end; at++) {
      const part = parts.get(segments[set.positions.row[at]! - 2]!)!;
      part.count++;
      part.byTrack.set(number, (part.byTrack.get(number) ?? 0) + 1);
    }
  const [all, sum] = [[...parts.values()], { one: 0, kept: 0, two: 0, parted: 0 }];
  for (const [at, a] of all.entries()) {
    sum.one += (a.count * (a.count - 1)) / 2;
    for (const count of a.byTrack.values()) sum.kept += (count * (count - 1)) / 2;
    for (const b of all.slice(at + 1)) {
      if (a.from >= b.to || b.from >= a.to) continue;
      sum.two += a.count * b.count;
      sum.parted += a.count * b.count;
      for (const [track, count] of a.byTrack) sum.parted -= count * (b.byTrack.get(track) ?? 0);
    }
  }
  const share = (part: number, whole: number): string => (part / whole).toFixed(4);
  return `${all.length} segments: of one ${share(sum.kept, sum.one)}, of two that overlap ${share(sum.parted, sum.two)}, of ${sum.one + sum.two} pairs of either kind ${share(sum.kept + sum.parted, sum.one + sum.two)}`;
}

async function scoreFile(file: string, cuts: readonly string[]): Promise<void> {
  const [header = '', ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  const columns = header.split(',');
  const [time, lat, lon, segment] = ['timestamp', 'lat', 'lon', 'segment'].map((name) => columns.indexOf(name));
  const rows = lines.map((line): Referred => {
    const cells = line.split(',');
    return {
      time: Date.parse(cells[time!]!) / 1000,
      lat: Number(cells[lat!]),
      lon: Number(cells[lon!]),
      segment: cells[segment!]!,
    };
  });
  const set = await readShared(file);
  const found = pairsOf(
    set,
    rows.map((row) => row.segment),
  );
  const tell = (how: string, isCut: (before: Referred, after: Referred) => boolean): void => {
    process.stdout.write(`  ${how}, ${knownPairs(set, rows, cutAt(rows, isCut))}\n`);
  };
  process.stdout.write(
    `${file}: ${words(found)}; tracks ${found.tracks}, reports in them ${found.told} of ${lines.length}\n`,
  );
  tell('as the file has them', () => false);
  const named = cuts.map((cut) => cut.split('@')).map(([of, at]) => ({ of, at: Date.parse(at!) / 1000 }));
  if (named.length > 0)
    tell('cut as named', (before, after) =>
      named.some(({ of, at }) => of === after.segment && before.time < at && at <= after.time),
    );
  tell('cut where they may be two ships', (before, after) => {
    const metres = metresBetween(before, after);
    const seconds = after.time - before.time;
    return seconds > 24 * HOUR || (metres > NOISE && metres > FASTEST * KNOT * seconds);
  });
}

const [seeds = '5', ...rest] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'panel-bench-shared-'));
try {
  const path = join(folder, 'shared.csv');
  const cases = [2, 4, 6].flatMap((count) =>
    HEARD.flatMap((heard) => SPEEDS.map((speeds) => ({ count, heard, speeds }))),
  );
  for (const { count, heard, speeds } of cases) {
    const sum: Pairs = { kept: 0, split: 0, mixed: 0, apart: 0 };
    let tracks = 0;
    for (let seed = 1; seed <= Number(seeds); seed++) {
      const random = seeded(1000 * count + seed);
      const rows = Array.from({ length: count }, (_, at) => coaster(random, String(at), heard, speeds)).flat();
      rows.sort((a, b) => a.time - b.time);
      writeFileSync(path, `mmsi,timestamp,lat,lon,sog,cog\n${rows.map(({ line }) => line).join('\n')}\n`);
      const found = pairsOf(
        await readShared(path),
        rows.map(({ ship }) => ship),
      );
      for (const key of ['kept', 'split', 'mixed', 'apart'] as const) sum[key] += found[key];
      tracks += found.tracks;
    }
    const mean = (tracks / Number(seeds)).toFixed(1);
    process.stdout.write(
      `${count} ships, heard to ${heard / 1000} km, speed ${speeds.padEnd(8)}: ${words(sum)}; tracks ${mean}\n`,
    );
  }
  const [file, ...cuts] = rest;
  if (file !== undefined) await scoreFile(file, cuts);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
