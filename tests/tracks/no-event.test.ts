import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { seeded } from '../../bench/tracks/fleet.ts';
import { silentProgress } from '../../src/app/progress.ts';
import { detectTracks } from '../../src/app/tracks/detect-tracks.ts';
import type { TrackEvent } from '../../src/tracks/detection/event/event.ts';
import { eventWords } from '../../src/tracks/words/event-words.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** What looks like a suspicion and is none, each beside what differs from it in one thing and is one. */

/** A place at an hour: degrees. */
type Mark = readonly [hour: number, lat: number, lon: number];
type Voyage = {
  readonly mmsi: number;
  readonly marks: readonly Mark[];
  /** Knots that she reports, where they are not those that she makes. */
  readonly reports?: number;
  readonly isHeard?: (hour: number) => boolean;
};

const START = Date.UTC(2025, 2, 1) / 1000;
const MINUTES = 3;
const MILES = 60;

function rowsOf({ mmsi, marks, reports, isHeard = () => true }: Voyage, random: () => number): string[] {
  const rows: string[] = [];
  const scatter = (): number => (random() - 0.5) * 1e-4;
  for (const [at, [begun, lat, lon]] of marks.entries()) {
    const [ended, toLat, toLon] = marks[at + 1] ?? [begun, lat, lon];
    const east = (toLon - lon) * Math.cos((lat * Math.PI) / 180);
    const knots = ended === begun ? 0 : (Math.hypot(toLat - lat, east) * MILES) / (ended - begun);
    const course = ((Math.atan2(east, toLat - lat) * 180) / Math.PI + 360) % 360;
    for (let hour = begun; hour < ended; hour += MINUTES / 60) {
      const share = (hour - begun) / (ended - begun);
      const place = [lat + share * (toLat - lat) + scatter(), lon + share * (toLon - lon) + scatter()];
      if (isHeard(hour))
        rows.push(
          [
            mmsi,
            Math.round(START + hour * 3600),
            ...place.map((one) => one.toFixed(6)),
            reports ?? knots,
            course,
          ].join(),
        );
    }
  }
  return rows;
}

const folder = temporaryFolder();

async function eventsOf(kinds: readonly string[], ...voyages: readonly Voyage[]): Promise<readonly TrackEvent[]> {
  const random = seeded(3);
  const path = join(folder, 'voyages.csv');
  const rows = voyages.flatMap((voyage) => rowsOf(voyage, random));
  writeFileSync(path, `${['mmsi,timestamp,lat,lon,sog,cog', ...rows].join('\n')}\n`);
  return (await detectTracks({ files: [path], kinds, lists: [], set: [], progress: silentProgress })).events;
}

/** A ship that comes to a place from the south, stays from one hour to another, and goes on. */
function stay(mmsi: number, [lat, lon]: readonly [number, number], from = 3, to = 20): Voyage {
  const marks: Mark[] = [
    [0, lat - 0.5, lon],
    [from, lat, lon],
    [to, lat, lon],
    [to + 3, lat - 0.5, lon],
  ];
  return { mmsi, marks };
}

/** Berths of a harbour that is not among the known ports (Busan), and a place at sea. */
const BERTH: readonly [number, number] = [35.1, 129.04];
const SEA: readonly [number, number] = [34.2, 130.8];
const beside = ([lat, lon]: readonly [number, number]): readonly [number, number] => [lat, lon + 0.001];

test('neighbours at berths of a harbour that is not known have not met at sea', async () => {
  const harbour = await eventsOf(['encounter'], stay(412_000_001, BERTH, 3), stay(412_000_002, beside(BERTH), 4));
  expect(harbour.map(({ harbour, redFlags }) => [harbour, redFlags])).toEqual([[true, []]]);
  expect(harbour.flatMap(eventWords)).toContain(
    'The place is in a harbour or under the land, where ships lie at berths.',
  );
  const sea = await eventsOf(['encounter'], stay(412_000_001, SEA, 3), stay(412_000_002, beside(SEA), 4));
  expect(sea.map(({ harbour, redFlags }) => [harbour, redFlags])).toEqual([[false, ['ship-to-ship']]]);
});

test('a ship at such a berth neither loiters nor waits for another that is silent', async () => {
  const kinds = ['loitering', 'possible-rendezvous'];
  const silent = (place: readonly [number, number]): Voyage => ({
    ...stay(412_000_002, [place[0] - 0.2, place[1] + 0.1]),
    isHeard: (hour) => hour < 4 || hour > 18,
  });
  expect(await eventsOf(kinds, stay(412_000_001, BERTH), silent(BERTH))).toEqual([]);
  const sea = await eventsOf(kinds, stay(412_000_001, SEA), silent(SEA));
  expect(sea.map(({ kind }) => kind).sort()).toEqual(kinds);
});

test('a position that is stuck while the ship reports the speed of a voyage shows no meeting', async () => {
  const stuck: Voyage = { ...stay(412_000_002, beside(SEA), 4), reports: 12 };
  const kinds = ['encounter', 'loitering'];
  const events = await eventsOf(kinds, stay(412_000_001, SEA), stuck);
  expect(events.map(({ kind, vessels }) => [kind, vessels[0]?.mmsi])).toEqual([
    ['loitering', '412000001'],
    ['encounter', '412000001'],
  ]);
  expect(events.map(({ speedsDisagree, redFlags }) => [speedsDisagree, redFlags])).toEqual([
    [undefined, []],
    [true, []],
  ]);
});

test('a line across a silence shows no loitering', async () => {
  const lone = {
    mmsi: 412_000_001,
    marks: [
      [0, ...SEA],
      [6, SEA[0] + 0.05, SEA[1]],
    ] as const,
  };
  const passes = (hour: number): boolean => hour < 0.6 || hour > 5.4;
  expect(await eventsOf(['loitering'], { ...lone, isHeard: passes })).toEqual([]);
  expect(await eventsOf(['loitering'], lone)).toHaveLength(1);
});

test('a ship that sails out of what receivers reach is not called silent', async () => {
  const inside = Array.from({ length: 12 }, (_, at): Voyage => {
    const [lat, lon] = [34 + (at % 4) * 0.2, 129 + at * 0.05];
    return {
      mmsi: 440_000_001 + at,
      marks: [
        [0, lat, lon],
        [60, lat + 0.3, lon],
      ],
    };
  });
  const out = (beyond: readonly Voyage[]) =>
    eventsOf(['gap'], ...inside, ...beyond, {
      mmsi: 412_000_099,
      marks: [
        [0, 34.2, 129.2],
        [12, 34.3, 131.6],
        [30, 34, 134],
        [48, 34.3, 131.6],
        [60, 34.2, 129.3],
      ],
      isHeard: (hour) => hour < 5 || hour > 55,
    });
  const edge = await out([]);
  expect(edge.map(({ cause, basis, redFlags }) => [cause, (basis as { reason: string }).reason, redFlags])).toEqual([
    ['undetermined', 'sailed-out', []],
  ]);
  expect(edge.flatMap(eventWords)).toContain('She was sailing to where no other ship was heard.');
  const others = [0, 1, 2].map((at): Voyage => {
    const lon = 130.5 + at * 0.2;
    return {
      mmsi: 440_000_101 + at,
      marks: [
        [0, 34.2, lon],
        [60, 34.5, lon],
      ],
    };
  });
  expect((await out(others)).map(({ cause }) => cause)).toEqual(['silence']);
});

test('ships whose positions jump to one place at once were disturbed and forged nothing', async () => {
  const jumping = (at: number): Voyage => ({
    mmsi: 412_000_001 + at,
    marks: [
      [0, 59.5 + at * 0.05, 24],
      [8, 59.6 + at * 0.05, 25.2],
      [8, 60.2, 27.9],
      [11, 60.2, 27.9],
      [11, 59.7 + at * 0.05, 25.7],
      [20, 59.9, 27],
    ],
  });
  const seen = async (ships: number) =>
    (await eventsOf(['displaced-position'], ...[0, 1, 2, 3].slice(0, ships).map(jumping))).map(
      ({ alike, interference, redFlags }) => [alike, interference, redFlags],
    );
  expect(await seen(1)).toEqual([[0, false, ['false-position']]]);
  expect(await seen(4)).toEqual(Array.from({ length: 4 }, () => [3, true, []]));
});

test('placeholders in the place of IMO numbers contradict nobody', async () => {
  const path = join(folder, 'numbers.csv');
  const conflictsOf = async (imo: string) => {
    const rows = Array.from({ length: 200 }, (_, at) =>
      [0, 1].map((ship) => `41200000${ship},${START + at * 180},${30 + ship + at * 0.005},124,6,0,${imo}`),
    );
    writeFileSync(path, `${['mmsi,timestamp,lat,lon,sog,cog,imo', ...rows.flat()].join('\n')}\n`);
    return (await detectTracks({ files: [path], kinds: ['identity-conflict'], lists: [], set: [] })).events.length;
  };
  expect([await conflictsOf('1234567'), await conflictsOf('9999999'), await conflictsOf('9074729')]).toEqual([0, 0, 1]);
});
