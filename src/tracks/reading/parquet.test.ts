import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { IdentityTable } from '../identity/identity.ts';
import { PositionsBuilder } from '../positions/positions-builder.ts';
import type { ReportSink } from '../positions/report.ts';
import { quoted, withEngine } from './engine.ts';
import { readTrackFile } from './read-tracks.ts';

const folder = mkdtempSync(join(tmpdir(), 'panel-parquet-'));
const path = join(folder, 'rows.parquet');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Rows of five ships, with each kind of fault among them at a step of its own; more than the engine hands over at once. */
beforeAll(async () => {
  const faulty = (steps: readonly (readonly [step: number, value: string])[], sound: string): string =>
    `case ${steps.map(([step, value]) => `when i % ${step} = 0 then ${value}`).join(' ')} else ${sound} end`;
  const columns = [
    `${faulty(
      [
        [97, 'null'],
        [89, '992000001'],
        [79, '1.5'],
      ],
      '412000000 + i % 5',
    )} as mmsi`,
    `${faulty(
      [
        [71, 'null'],
        [67, '-5'],
        [61, '9e9'],
      ],
      '1735689600 + i * 7',
    )} as "timestamp"`,
    `${faulty(
      [
        [59, '91'],
        [53, 'null'],
        [47, "'nan'::double"],
        [43, '95'],
      ],
      '30 + i * 1e-6',
    )} as lat`,
    `${faulty([[41, '181']], '179.99999 + i * 1e-9')} as lon`,
    `${faulty(
      [
        [37, 'null'],
        [31, '102.3'],
      ],
      'i % 200 / 10',
    )} as sog`,
    `${faulty([[29, '400']], 'i % 360')} as cog`,
    "case when i % 3 = 0 then 'satellite' end as receiver",
    "case when i % 7 = 0 then 'SHIP ' || i % 5 end as name",
    'i % 90 as heading',
  ];
  await withEngine((engine) =>
    engine.run(`copy (select ${columns.join(', ')} from range(5000) as rows(i)) to ${quoted(path, "'")}`),
  );
});

/** What a sink that takes positions many at a time makes of the file in a time, and one that takes reports. */
async function read(takesMany: boolean, period: { readonly from: number; readonly to: number }) {
  const builder = new PositionsBuilder(period);
  const sink: ReportSink = { wantsVoyage: false, report: (report) => builder.report(report), skip: () => undefined };
  const counted = await readTrackFile(path, 1, new IdentityTable(), takesMany ? builder : sink);
  return { counted, set: builder.build(['other', 'rows']) };
}

test('positions taken many at a time are those of the single reports', async () => {
  for (const period of [
    { from: 0, to: Number.MAX_SAFE_INTEGER },
    { from: 1735690000, to: 1735700000 },
  ]) {
    const many = await read(true, period);
    expect(many).toEqual(await read(false, period));
    expect(many.set.positions.count).toBeGreaterThan(1000);
    expect(Math.min(many.set.leftOut.noPosition, many.set.leftOut.noShip)).toBeGreaterThan(0);
    expect(many.counted.skipped.map(({ reason }) => reason).sort()).toEqual(
      ['bad-number', 'no-mmsi', 'no-time', 'position-out-of-range', 'time-out-of-range'].sort(),
    );
  }
});
