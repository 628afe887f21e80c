import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fleetAsCsv, makeFleet } from '../../bench/tracks/fleet.ts';
import { silentProgress } from '../../src/app/progress.ts';
import { detectTracks } from '../../src/app/tracks/detect-tracks.ts';
import { readTrackSet } from '../../src/app/tracks/read-set.ts';
import { readTracks } from '../../src/app/tracks/read-tracks.ts';
import { settingsOf } from '../../src/app/tracks/track-settings.ts';
import { TrackEvidence } from '../../src/tracks/detection/event/evidence.ts';
import { layCallBeside } from '../../src/tracks/detection/statements/stated-call.ts';
import { layMeetingBeside } from '../../src/tracks/detection/statements/stated-meeting.ts';
import { builtInPorts } from '../../src/tracks/places/port.ts';
import { withEngine } from '../../src/tracks/reading/engine.ts';
import type { ReportLine } from '../../src/tracks/reading/report-line.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'panel-tracks-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const seconds = (time: string): number => Date.parse(time) / 1000;
const ask = { kinds: [] as string[], lists: [] as string[], set: [] as string[] };

describe('a fleet with planted meetings and silences', () => {
  // On the 180th meridian, in high latitude, and over cell borders: wherever they meet, meetings are found once, whole.
  test.each([
    { seed: 1, lat: 38, lon: 132 },
    { seed: 2, lat: 35.5, lon: 180 },
    { seed: 3, lat: 66, lon: -179.9 },
    { seed: 4, lat: -45.5, lon: 0 },
  ])('is told apart at $lat, $lon', async ({ seed, lat, lon }) => {
    const fleet = makeFleet({ seed, ships: 24, days: 3, meetings: 6, silences: 6, lat, lon });
    const path = file(`fleet-${seed}.csv`, fleetAsCsv(fleet.rows));
    const { events } = await detectTracks({ ...ask, files: [path], kinds: ['encounter', 'gap'] });
    const encounters = events.filter(({ kind }) => kind === 'encounter');
    for (const { mmsis, from, to } of fleet.meetings) {
      const found = encounters.filter(({ vessels }) => vessels.map(({ mmsi }) => Number(mmsi)).join() === mmsis.join());
      expect(found).toHaveLength(1);
      expect(Math.abs(seconds(found[0]!.from) - from)).toBeLessThanOrEqual(1200);
      expect(Math.abs(seconds(found[0]!.to) - to)).toBeLessThanOrEqual(1200);
    }
    const gaps = events
      .filter(({ kind }) => kind === 'gap')
      .map(({ vessels, from, to }) => `${Number(vessels[0]!.mmsi)} ${seconds(from)} ${seconds(to)}`);
    expect(gaps.sort()).toEqual(fleet.silences.map(({ mmsis, from, to }) => `${mmsis[0]} ${from} ${to}`).sort());
  });

  test('gives the same events whatever the order of its rows', async () => {
    const fleet = makeFleet({ seed: 9, ships: 8, days: 2, meetings: 2, silences: 2 });
    const [header, ...lines] = fleetAsCsv(fleet.rows).trim().split('\n');
    const forward = file('order.csv', [header, ...lines].join('\n'));
    const { events } = await detectTracks({ ...ask, files: [forward] });
    expect(events.length).toBeGreaterThan(0);
    const withoutRows = (list: typeof events) => list.map(({ id: _id, rows: _rows, gap: _gap, ...rest }) => rest);
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), async (stream) => {
        const keyed = lines.map((line) => ({ line, key: stream.next().value as number }));
        const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ line }) => line);
        const again = await detectTracks({ ...ask, files: [file('order.csv', [header, ...shuffled].join('\n'))] });
        expect(withoutRows(again.events)).toEqual(withoutRows(events));
      }),
      { numRuns: 3 },
    );
  });
});

describe('reading', () => {
  async function linesOf(path: string): Promise<{ lines: ReportLine[]; skipped: string[] }> {
    const lines: ReportLine[] = [];
    const [read] = await readTracks({ files: [path], tracks: false, set: [], take: (line) => lines.push(line) });
    return { lines, skipped: read!.skipped.map(({ reason, count }) => `${reason} ${count}`) };
  }

  test('counts rows that say nothing, and goes on', async () => {
    const { lines, skipped } = await linesOf(
      file(
        'dirty.csv',
        [
          'mmsi,timestamp,lat,lon,name',
          '412000001,2025-01-01T00:00:00Z,30.5,120.25,"SEA ""LION"""',
          '412000001,0001-01-01T00:00:00Z,30,120,',
          '412000001,9999-12-31T00:00:00Z,30,120,',
          '412000001,2025-02-30T00:00:00Z,30,120,',
          '412000001,2025-01-01T00:00:00Z,abc,120,',
          '412000001,2025-01-01T00:00:00Z,91,181,',
          '412000001,2025-01-01T00:00:00Z,30,190,',
          'ship,2025-01-01T00:00:00Z,30,120,',
          '412000001,2025-01-01T00:00:00Z',
        ].join('\n'),
      ),
    );
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatchObject({
      row: 2,
      mmsi: '412000001',
      time: '2025-01-01T00:00:00Z',
      lat: 30.5,
      lon: 120.25,
      name: 'SEA "LION"',
    });
    expect(lines[1]).toMatchObject({ row: 7, lat: null, lon: null });
    expect(skipped.sort()).toEqual([
      'bad-number 1',
      'bad-time 1',
      'no-mmsi 1',
      'position-out-of-range 1',
      'time-out-of-range 2',
      'too-few-columns 1',
    ]);
  });

  test.each([
    ['seconds', '1735689600'],
    ['milliseconds', '1735689600000'],
    ['an offset', '2025-01-01T09:00:00+09:00'],
    ['the day first', '01/01/2025 00:00:00'],
    ['no zone', '2025-01-01 00:00:00'],
  ])('takes times with %s', async (_, time) => {
    const { lines } = await linesOf(file('time.csv', `MMSI;BaseDateTime;LAT;LON\n412000001;${time};30;120\n`));
    expect(lines[0]?.time).toBe('2025-01-01T00:00:00Z');
  });

  test('reads the very Parquet file that is named, whatever patterns its name would match', async () => {
    const write = async (name: string, mmsi: string) => {
      const select = `SELECT ${mmsi} AS mmsi, TIMESTAMP '2025-01-01' AS timestamp, 30.0 AS lat, 120.0 AS lon`;
      await withEngine((engine) =>
        engine.run(`COPY (${select}) TO '${join(folder, 'made.parquet')}' (FORMAT parquet)`),
      );
      renameSync(join(folder, 'made.parquet'), join(folder, name));
    };
    await write('other.parquet', '412000001');
    await write('[a-z]*.parquet', '412000002');
    const whole = readFileSync(join(folder, 'other.parquet'));
    writeFileSync(join(folder, 'half.parquet'), whole.subarray(0, whole.length / 2));
    await expect(linesOf(join(folder, 'half.parquet'))).rejects.toThrow('The Parquet file cannot be read');
    const { lines } = await linesOf(join(folder, '[a-z]*.parquet'));
    expect(lines.map(({ mmsi }) => mmsi)).toEqual(['412000002']);
  });

  test('says of a Parquet row without a time that it has none, and of an unreadable one that it is so', async () => {
    const path = join(folder, 'times.parquet');
    const times = "(1, ''), (2, '  '), (3, NULL), (4, 'noon'), (5, '2025-01-01T00:00:00Z')";
    const select = `SELECT 412000001 AS mmsi, t AS timestamp, 30.0 AS lat, 120.0 AS lon FROM (VALUES ${times}) AS v(n, t) ORDER BY n`;
    await withEngine((engine) => engine.run(`COPY (${select}) TO '${path}' (FORMAT parquet)`));
    const { lines, skipped } = await linesOf(path);
    expect(lines.length).toBe(1);
    expect(skipped).toEqual(['no-time 3', 'bad-time 1']);
  });

  test.each([
    ['DOUBLE', 'TIMESTAMP'],
    ['FLOAT', 'TIMESTAMPTZ'],
    ['DECIMAL(9, 4)', 'TIMESTAMP_NS'],
    ['VARCHAR', 'VARCHAR'],
  ])('reads the same of a Parquet file whose numbers are %s and whose times are %s', async (number, moment) => {
    const path = join(folder, 'typed.parquet');
    const rows = [
      "('412000001', '2025-01-01T00:00:01Z', '30.5', '-120.25', '7.5')",
      "('412000001', '2025-01-01T00:00:02Z', '-30.5', '120.25', NULL)",
      "('412000001', NULL, '30.5', '120.25', '7.5')",
      "(NULL, '2025-01-01T00:00:04Z', '30.5', '120.25', '7.5')",
      "('412000001', '2025-01-01T00:00:05Z', NULL, '120.25', '7.5')",
    ];
    const select = `SELECT m::BIGINT AS mmsi, t::${moment} AS timestamp, a::${number} AS lat, o::${number} AS lon, s::${number} AS sog FROM (VALUES ${rows.join(', ')}) AS v(m, t, a, o, s)`;
    await withEngine((engine) => engine.run(`COPY (${select}) TO '${path}' (FORMAT parquet)`));
    const { lines, skipped } = await linesOf(path);
    const taken = lines.map(({ row, time, lat, lon, sog }) => [row, time, lat, lon, sog]);
    expect(taken).toEqual([
      [1, '2025-01-01T00:00:01Z', 30.5, -120.25, 7.5],
      [2, '2025-01-01T00:00:02Z', -30.5, 120.25, null],
      [5, '2025-01-01T00:00:05Z', null, null, 7.5],
    ]);
    expect(skipped).toEqual(['no-time 1', 'no-mmsi 1']);
  });

  test('takes no far year in a Parquet file for a number of milliseconds', async () => {
    const path = join(folder, 'years.parquet');
    const times = "(TIMESTAMP '9999-01-01'), (TIMESTAMP '0001-01-01'), (TIMESTAMP '2025-01-01')";
    const select = `SELECT 412000001 AS mmsi, t AS timestamp, 30.0 AS lat, 120.0 AS lon FROM (VALUES ${times}) AS v(t)`;
    await withEngine((engine) => engine.run(`COPY (${select}) TO '${path}' (FORMAT parquet)`));
    const { lines, skipped } = await linesOf(path);
    expect(lines.map(({ time }) => time)).toEqual(['2025-01-01T00:00:00Z']);
    expect(skipped).toEqual(['time-out-of-range 2']);
  });

  test('refuses what is no track with a word that helps', async () => {
    await expect(linesOf(file('empty.csv', ''))).rejects.toThrow('empty');
    await expect(linesOf(file('letter.txt', 'Dear Sir,\nnothing here\n'))).rejects.toThrow('none of the track files');
    await expect(linesOf(file('cut.parquet', 'PAR1 cut off'))).rejects.toThrow('Parquet');
    await expect(linesOf(join(folder, 'missing.csv'))).rejects.toThrow('no such file');
  });

  test('keeps memory when a line does not end', async () => {
    const path = join(folder, 'long.csv');
    execFileSync('sh', ['-c', `(echo mmsi,timestamp,lat,lon; head -c 50000000 /dev/zero | tr '\\0' 9) > '${path}'`]);
    expect((await linesOf(path)).skipped).toEqual(['line-too-long 1']);
  });
});

test('of days in which nothing is held nothing is said, however far off the ships were before', async () => {
  const rows = ['mmsi,timestamp,lat,lon,sog,cog'];
  for (let time = seconds('2024-01-01T00:00:00Z'); time < seconds('2024-01-03T00:00:00Z'); time += 600) {
    const at = `${new Date(time * 1000).toISOString().slice(0, 19)}Z`;
    const east = (time - seconds('2024-01-01T00:00:00Z')) / 3600 / 6;
    rows.push(`351000001,${at},0,${(-60 + east / 100).toFixed(5)},0.1,90`);
    rows.push(`445000002,${at},0,${(120 + east / 100).toFixed(5)},0.1,90`);
  }
  const { thresholds } = settingsOf([]);
  const path = file('far.csv', `${rows.join('\n')}\n`);
  const period = { from: 0, to: Number.MAX_SAFE_INTEGER };
  const { set } = await readTrackSet([{ path, name: 'far.csv' }], { kinds: [], thresholds }, period, silentProgress);
  const evidence = new TrackEvidence(set, thresholds);
  const [one, other] = [
    { imo: null, mmsi: '351000001' },
    { imo: null, mmsi: '445000002' },
  ];
  const port = builtInPorts().find(({ id }) => id === 'KP-NAM');
  const outcomes = (day: string) => {
    const days = { from: seconds(`${day}T00:00:00Z`), to: seconds(`${day}T23:59:59Z`) };
    return [
      layMeetingBeside(evidence, { ships: [one, other], ...days }, [])?.outcome,
      layCallBeside(evidence, { ...one, port: port!, ...days }, [])?.outcome,
    ];
  };
  expect(outcomes('2024-01-01')).toEqual(['does-not-fit', 'does-not-fit']);
  expect(outcomes('2024-01-02')).toEqual(['does-not-fit', 'does-not-fit']);
  expect(outcomes('2024-01-03')).toEqual(['not-held', 'not-held']);
  expect(outcomes('2024-01-07')).toEqual(['not-held', 'not-held']);
});
