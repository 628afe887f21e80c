import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { silentProgress } from '../../src/app/progress.ts';
import { readTrackSet } from '../../src/app/tracks/read-set.ts';
import { TrackEvidence } from '../../src/tracks/detection/event/evidence.ts';
import { findEncounters } from '../../src/tracks/detection/meetings/encounters.ts';
import { gapsOf } from '../../src/tracks/detection/silences/gap.ts';
import { thresholdsWith } from '../../src/tracks/thresholds.ts';
import { fleetAsCsv, makeFleet } from './fleet.ts';

/**
 * The same positions put to this program and to its peers, in processor time without the reading of the file: `npx tsx bench/tracks/peers.ts`.
 * A peer takes part when the environment names it: PANEL_PEER_GFW a Python that can import `pipe_encounters` (with its folder in PYTHONPATH),
 * PANEL_PEER_MOVINGPANDAS a Python in which MovingPandas is installed. The program repeats its work, since one pass is too short to be timed.
 */
const REPEATS = 20;
const here = join(dirname(fileURLToPath(import.meta.url)), 'peers');

type Figure = { readonly seconds: number; readonly found: number };

function own(work: () => readonly unknown[]): Figure {
  // What is read once, as coastlines are, does not count, as the imports of the peers do not.
  work();
  const used = process.cpuUsage();
  let found = 0;
  for (let run = 0; run < REPEATS; run++) found = work().length;
  const { user, system } = process.cpuUsage(used);
  return { seconds: (user + system) / 1e6 / REPEATS, found };
}

function peer(python: string, script: string, csv: string): Figure {
  const { status, stdout, stderr } = spawnSync(python, [join(here, script), csv], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${script}: ${stderr.slice(-400)}`);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Figure;
}

const folder = mkdtempSync(join(tmpdir(), 'panel-bench-peers-'));
try {
  const path = join(folder, 'fleet.csv');
  const { rows, meetings, silences } = makeFleet({ seed: 7, ships: 44, days: 4, meetings: 8, silences: 12 });
  writeFileSync(path, fleetAsCsv(rows));
  const thresholds = thresholdsWith([]);
  const settings = { kinds: [], thresholds };
  const period = { from: 0, to: Number.MAX_SAFE_INTEGER };
  const { set } = await readTrackSet([{ path, name: 'fleet' }], settings, period, silentProgress);
  const tell = (what: string, { seconds, found }: Figure, planted: number, ours?: Figure): void => {
    const ratio = ours === undefined ? '' : `; ${Math.round(seconds / ours.seconds)} times as long as ours`;
    process.stdout.write(
      `${what}: ${found} found (planted ${planted}), ${seconds.toFixed(4)} s, ${Math.round(rows.length / seconds).toLocaleString('en')} positions/s${ratio}\n`,
    );
  };
  process.stdout.write(`${rows.length} positions\n`);
  const encounters = own(() => findEncounters(new TrackEvidence(set, thresholds)));
  tell('encounters, placing in slots included', encounters, meetings.length);
  const gaps = own(() => gapsOf(new TrackEvidence(set, thresholds), thresholds['gap.hours'] * 3600));
  tell('gaps', gaps, silences.length);
  const { PANEL_PEER_GFW: gfw, PANEL_PEER_MOVINGPANDAS: pandas } = process.env;
  if (gfw !== undefined) tell('encounters, GFW', peer(gfw, 'gfw-core.py', path), meetings.length, encounters);
  if (pandas !== undefined) tell('gaps, MovingPandas', peer(pandas, 'moving-pandas.py', path), silences.length, gaps);
  if (gfw === undefined && pandas === undefined)
    process.stderr.write('No peer: set PANEL_PEER_GFW, PANEL_PEER_MOVINGPANDAS or both.\n');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
