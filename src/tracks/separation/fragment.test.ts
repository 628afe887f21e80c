import { expect, test } from 'vitest';
import { PositionsBuilder } from '../positions/positions-builder.ts';
import { DEGREE, emptyReport } from '../positions/report.ts';
import { thresholdsWith } from '../thresholds.ts';
import { fragmentsOf } from './fragment.ts';

/** Reports of a ship at anchor, one a minute, and between them one from elsewhere each. */
function withStrays(minutes: number) {
  const builder = new PositionsBuilder({ from: 0, to: Number.MAX_SAFE_INTEGER });
  const report = { ...emptyReport(), mmsi: 412_000_001 };
  for (let minute = 0; minute < minutes; minute++) {
    const at = { time: minute * 60, lat: 31 * DEGREE, lon: 124 * DEGREE, row: 2 * minute + 1 };
    builder.report(Object.assign(report, at));
    const stray = { time: at.time + 30, lat: (((minute * 37) % 100) - 50) * DEGREE, lon: (minute % 80) * DEGREE };
    builder.report(Object.assign(report, stray, { row: 2 * minute + 2 }));
  }
  const { positions } = builder.build(['strays']);
  return fragmentsOf(positions, { start: 0, end: positions.count }, [], thresholdsWith([]));
}

test('each report is in one fragment, in the order of time', () => {
  const fragments = withStrays(1000);
  const rows = fragments.flatMap((fragment) => [...fragment.rows]);
  expect(new Set(rows).size).toBe(2000);
  expect(rows.length).toBe(2000);
  expect(
    fragments.every((fragment) => fragment.rows.every((row, at) => at === 0 || row > fragment.rows[at - 1]!)),
  ).toBe(true);
  expect(fragments[0]!.rows.length).toBe(1000);
});

test('of more fragments than are looked at single reports are left out, and the ship is not', () => {
  const fragments = withStrays(31_000);
  expect(fragments.map(({ rows }) => rows.length)).toContain(31_000);
  expect(fragments.length).toBeLessThan(30_001);
});
