import { expect, test } from 'vitest';
import { emptyReport } from './report.ts';
import { emptyBatch } from './report-batch.ts';
import { ReportColumns } from './report-columns.ts';

const SHIPS = 3;

/** Values of a row that differ from those of any row near it. */
function valuesOf(row: number) {
  return {
    row,
    time: 1_700_000_000 + row,
    lat: row * 7 - 800_000,
    lon: 900_000 - row * 11,
    sog: row % 1000,
    cog: (row * 3) % 3600,
    receiver: row % 7 === 0 ? 2 : 0,
    file: row % 5 === 0 ? 3 : 0,
    identity: row % 11 === 0 ? 1 + (row % 1000) : 0,
  };
}

/** Rows that went in one by one and many at a time, by ship as they should come out. */
function filled(count: number) {
  const columns = new ReportColumns();
  const report = emptyReport();
  const batch = emptyBatch(0, 1000, { receiver: true, identity: true });
  const vessels = new Uint32Array(1000);
  const identities = new Uint32Array(1000);
  const ships: number[][] = Array.from({ length: SHIPS }, () => []);
  for (let row = 0; row < count; row++) ships[row % SHIPS]!.push(row);
  for (let first = 0; first < count; first += 2000) {
    for (let row = first; row < Math.min(count, first + 1000); row++) {
      const { sog, cog, identity, ...rest } = valuesOf(row);
      columns.push(row % SHIPS, Object.assign(report, { ...rest, sog: sog / 10, cog: cog / 10 }), identity);
    }
    const from = Math.min(count, first + 1000);
    const to = Math.min(count, first + 2000);
    for (let row = from; row < to; row++) {
      const { identity, receiver, file: _, ...rest } = valuesOf(row);
      const at = row - from;
      for (const name of ['row', 'time', 'lat', 'lon', 'sog', 'cog'] as const) batch[name][at] = rest[name];
      batch.receiver![at] = receiver;
      identities[at] = identity;
      vessels[at] = row % SHIPS;
    }
    columns.append(batch, vessels, identities, 0, to - from);
  }
  return { columns, ships };
}

/** Rows that go in many at a time are all of the first file. */
const isOfBatch = (row: number): boolean => row % 2000 >= 1000;

test.each([50, 70_000, 270_000])('%i rows come out by ship as they went in', (count) => {
  const { columns, ships } = filled(count);
  expect(columns.count).toBe(count);
  const starts = Uint32Array.from(ships, (_, at) => ships.slice(0, at).flat().length);
  const { identity, ...taken } = columns.takeByShip(starts);
  const { row: rows, time, lat, lon, sog, cog, receiver, file } = taken;
  const wrong = ships.flat().filter((row, at) => {
    const expected = valuesOf(row);
    return !(
      rows[at] === row &&
      time[at] === expected.time &&
      lat[at] === expected.lat &&
      lon[at] === expected.lon &&
      sog[at] === expected.sog &&
      cog[at] === expected.cog &&
      receiver[at] === expected.receiver &&
      file[at] === (isOfBatch(row) ? 0 : expected.file) &&
      identity?.[at] === expected.identity
    );
  });
  expect(wrong).toEqual([]);
  expect(time.length).toBe(count);
  expect(columns.count).toBe(0);
});

test('columns that no row says anything of are zero, and of identities there is none', () => {
  const columns = new ReportColumns();
  const report = { ...emptyReport(), time: 1, lat: 2, lon: 3, row: 4 };
  for (let at = 0; at < 100_000; at++) columns.push(0, report, 0);
  const { identity, receiver, file } = columns.takeByShip(Uint32Array.of(0));
  expect(identity).toBeNull();
  expect([receiver.some((value) => value !== 0), file.some((value) => value !== 0)]).toEqual([false, false]);
  expect([receiver.length, file.length]).toEqual([100_000, 100_000]);
});
