import { findEncounters } from '../../src/tracks/detection/encounters.ts';
import { TrackEvidence } from '../../src/tracks/detection/evidence.ts';
import { gapsOf } from '../../src/tracks/detection/gap.ts';
import { PositionsBuilder } from '../../src/tracks/positions/positions-builder.ts';
import { DEGREE, emptyReport } from '../../src/tracks/positions/report.ts';
import { separateShips } from '../../src/tracks/separation/separate.ts';
import { thresholdsWith } from '../../src/tracks/thresholds.ts';
import { makeFleet } from './fleet.ts';

/**
 * Positions a second of each step, on one core: `npx tsx bench/tracks/main.ts [SHIPS] [DAYS]`. 2,300 ships over nine days are
 * ten million positions.
 */
const ships = Number(process.argv[2] ?? 400);
const days = Number(process.argv[3] ?? 4);
const builder = new PositionsBuilder({ from: 0, to: Number.MAX_SAFE_INTEGER });
const report = emptyReport();
const meetings = Math.floor(ships / 8);
const silences = Math.floor(ships / 4);
const fleet = makeFleet({ seed: 1, ships, days, meetings, silences });
const { rows } = fleet;
const measure = <Answer>(step: string, work: () => Answer): Answer => {
  const begun = performance.now();
  const answer = work();
  const seconds = (performance.now() - begun) / 1000;
  process.stdout.write(
    `${step.padEnd(28)} ${seconds.toFixed(2).padStart(7)} s  ${(rows.length / seconds / 1e6).toFixed(2).padStart(7)} M positions/s\n`,
  );
  return answer;
};
process.stdout.write(`${rows.length} positions, ${ships} ships, ${days} days\n`);
measure('taking in', () => {
  rows.forEach(({ mmsi, time, lat, lon, sog, cog }, at) => {
    Object.assign(report, {
      row: at + 2,
      mmsi,
      time,
      lat: Math.round(lat * DEGREE),
      lon: Math.round(lon * DEGREE),
      sog,
      cog,
    });
    builder.report(report);
  });
});
const set = measure('ordering', () => builder.build(['fleet']));
const thresholds = thresholdsWith([]);
const tracks = measure('telling ships apart', () => separateShips(set, thresholds));
const evidence = new TrackEvidence(tracks, thresholds);
const gaps = measure('gaps', () => gapsOf(evidence, thresholds['gap.hours'] * 3600));
measure('placing in slots', () => evidence.slots);
const encounters = measure('encounters', () => findEncounters(evidence));
process.stdout.write(
  `encounters ${encounters.length} (planted ${fleet.meetings.length}), gaps ${gaps.length} (planted ${fleet.silences.length})\n`,
);
process.stdout.write(`memory ${Math.round(process.memoryUsage().rss / 1e6)} MB\n`);
