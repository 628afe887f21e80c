/**
 * What is found of planted meetings and silences in other seas and by other seeds, and what is found that was not planted:
 * `npx tsx bench/tracks/seeds.ts [SEEDS] [SHIPS] [DAYS]`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { detectTracks } from '../../src/app/tracks/detect-tracks.ts';
import type { TrackEvent } from '../../src/tracks/detection/event/event.ts';
import { type Fleet, fleetAsCsv, makeFleet } from './fleet.ts';

const [seeds = 5, ships = 200, days = 5] = process.argv.slice(2).map(Number);
/** Cell seams, the 180th meridian, high latitudes on both sides, the equator. */
const BOXES = [
  { lat: 38, lon: 132 },
  { lat: 31.5, lon: 124.5 },
  { lat: 35.5, lon: 180 },
  { lat: 66, lon: -179.9 },
  { lat: -45.5, lon: 0 },
  { lat: 0, lon: 105 },
  { lat: 71, lon: 25 },
];
const SLOT = 600;
const seconds = (time: string): number => Date.parse(time) / 1000;

type Score = { planted: number; found: number; told: number; close: number; silent: number };
const empty = (): Score => ({ planted: 0, found: 0, told: 0, close: 0, silent: 0 });
const folder = mkdtempSync(join(tmpdir(), 'panel-bench-seeds-'));
try {
  let others = 0;
  for (const box of BOXES) {
    const [meetings, gaps] = [empty(), empty()];
    for (let seed = 1; seed <= seeds; seed++) {
      const fleet = makeFleet({
        seed: 1000 * seed + Math.round(Math.abs(box.lat)),
        ships,
        days,
        meetings: Math.floor(ships / 8),
        silences: Math.floor(ships / 4),
        ...box,
      });
      const path = join(folder, 'fleet.csv');
      writeFileSync(path, fleetAsCsv(fleet.rows));
      const kinds = ['encounter', 'gap', 'shared-mmsi', 'displaced-position'];
      const { events } = await detectTracks({ files: [path], kinds, lists: [], set: [] });
      count(
        meetings,
        fleet.meetings,
        events.filter(({ kind }) => kind === 'encounter'),
        2 * SLOT,
      );
      count(
        gaps,
        fleet.silences,
        events.filter(({ kind }) => kind === 'gap'),
        0,
      );
      others += events.filter(({ kind }) => kind !== 'encounter' && kind !== 'gap').length;
    }
    const { found, planted, told, close } = meetings;
    process.stdout.write(
      `${box.lat}, ${box.lon}: meetings found ${found}/${planted}, told ${told}, both ends within two slots ${close}; silences found ${gaps.found}/${gaps.planted}, told ${gaps.told}, of cause silence ${gaps.silent}\n`,
    );
  }
  process.stdout.write(`shared numbers and displaced positions told, none planted: ${others}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @param apart seconds by which ends may be off */
function count(score: Score, planted: Fleet['meetings'], events: readonly TrackEvent[], apart: number): void {
  score.planted += planted.length;
  score.told += events.length;
  score.silent += events.filter(({ cause }) => cause === 'silence').length;
  for (const { mmsis, from, to } of planted) {
    const found = events.find(
      (event) =>
        event.vessels.map(({ mmsi }) => Number(mmsi)).join() === mmsis.join() &&
        seconds(event.from) < to &&
        seconds(event.to) > from,
    );
    if (found === undefined) continue;
    score.found++;
    if (Math.abs(seconds(found.from) - from) <= apart && Math.abs(seconds(found.to) - to) <= apart) score.close++;
  }
}
