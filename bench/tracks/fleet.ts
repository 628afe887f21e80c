/**
 * Invented ships on invented voyages, with planted meetings and silences: the same seed makes the same fleet. Positions are
 * reported about every three minutes, on straight legs, with a scatter of some metres.
 */
export type Fleet = {
  readonly rows: readonly FleetRow[];
  readonly meetings: readonly Planted[];
  readonly silences: readonly Planted[];
};
export type FleetRow = {
  readonly mmsi: number;
  readonly time: number;
  readonly lat: number;
  readonly lon: number;
  readonly sog: number;
  readonly cog: number;
};
export type Planted = { readonly mmsis: readonly number[]; readonly from: number; readonly to: number };

export type FleetOptions = {
  readonly seed: number;
  readonly ships: number;
  readonly days: number;
  readonly meetings: number;
  readonly silences: number;
  /** Middle of the box of six by six degrees in which they sail. */
  readonly lat?: number;
  readonly lon?: number;
  /** The MMSI of the first ship; the others follow. */
  readonly first?: number;
};

const START = Date.UTC(2025, 0, 1) / 1000;
const STEP = 180;
const KNOT = 1852 / 3600;
const DEGREE_METRES = 111_195;

/** A generator of numbers from 0 to 1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function makeFleet({
  seed,
  ships,
  days,
  meetings,
  silences,
  lat = 38,
  lon = 132,
  first = 412_000_000,
}: FleetOptions): Fleet {
  const random = seeded(seed);
  const rows: FleetRow[] = [];
  const planted: Planted[] = [];
  const silent: Planted[] = [];
  const end = START + days * 86_400;
  let mmsi = first;
  for (let pair = 0; pair < meetings; pair++) {
    const meeting = meetingOf(random, end);
    const host = voyage(random, mmsi, { lat, lon }, end, meeting);
    for (const row of host) rows.push(row);
    // The other ship keeps the host's way at some miles, comes beside her at six knots, and leaves so.
    for (const row of host) {
      const away = Math.max(0, meeting.from - row.time, row.time - meeting.to);
      const off = 0.0015 + Math.min(0.05, away * 2.8e-5);
      rows.push({ ...row, mmsi: mmsi + 1, lat: row.lat + off });
    }
    planted.push({ mmsis: [mmsi, mmsi + 1], from: meeting.from, to: meeting.to });
    mmsi += 2;
  }
  for (let ship = 2 * meetings; ship < ships; ship++, mmsi++) {
    const own = voyage(random, mmsi, { lat, lon }, end);
    if (ship - 2 * meetings >= silences) {
      for (const row of own) rows.push(row);
      continue;
    }
    const silence = silenceOf(random, end);
    const before = own.findLast(({ time }) => time <= silence.from);
    const after = own.find(({ time }) => time >= silence.to);
    for (const row of own) if (row.time <= silence.from || row.time >= silence.to) rows.push(row);
    if (before !== undefined && after !== undefined) silent.push({ mmsis: [mmsi], from: before.time, to: after.time });
  }
  return { rows, meetings: planted, silences: silent };
}

type Place = { readonly lat: number; readonly lon: number };
type Span = { readonly from: number; readonly to: number };

/** A ship's reports: straight legs within the box, at rest for a span. */
function voyage(random: () => number, mmsi: number, middle: Place, end: number, rest?: Span): FleetRow[] {
  const rows: FleetRow[] = [];
  let at = { lat: middle.lat + (random() - 0.5) * 6, lon: middle.lon + (random() - 0.5) * 6 };
  let cog = random() * 360;
  const knots = 8 + random() * 6;
  let last = START;
  for (let time = START + Math.floor(random() * STEP); time < end; time += STEP - 20 + Math.floor(random() * 40)) {
    const isAtRest = rest !== undefined && time >= rest.from - 600 && time <= rest.to + 600;
    if (random() < 0.01) cog = (cog + (random() - 0.5) * 60 + 360) % 360;
    if (Math.abs(at.lat - middle.lat) > 3 || Math.abs(at.lon - middle.lon) > 3) cog = bearing(at, middle);
    const metres = (isAtRest ? 0.2 : knots) * KNOT * (time - last);
    const east = (metres * Math.sin((cog * Math.PI) / 180)) / DEGREE_METRES / Math.cos((at.lat * Math.PI) / 180);
    at = { lat: at.lat + (metres * Math.cos((cog * Math.PI) / 180)) / DEGREE_METRES, lon: at.lon + east };
    last = time;
    const scatter = (): number => ((random() - 0.5) * 10) / DEGREE_METRES;
    rows.push({ mmsi, time, lat: at.lat + scatter(), lon: wrap(at.lon + scatter()), sog: isAtRest ? 0.2 : knots, cog });
  }
  return rows;
}

function meetingOf(random: () => number, end: number): Span {
  const from = START + 14_400 + Math.floor((random() * (end - START - 43_200)) / 600) * 600;
  return { from, to: from + 9000 + Math.floor(random() * 12) * 600 };
}

function silenceOf(random: () => number, end: number): Span {
  const from = START + 7200 + Math.floor(random() * (end - START - 80_000));
  return { from, to: from + Math.floor((7 + random() * 10) * 3600) };
}

function bearing(from: Place, to: Place): number {
  const east = (to.lon - from.lon) * Math.cos((from.lat * Math.PI) / 180);
  return ((Math.atan2(east, to.lat - from.lat) * 180) / Math.PI + 360) % 360;
}

function wrap(lon: number): number {
  return lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon;
}

/** The fleet as a CSV file, by time as a receiver writes it. */
export function fleetAsCsv(rows: readonly FleetRow[]): string {
  const lines = [...rows]
    .sort((a, b) => a.time - b.time)
    .map(
      ({ mmsi, time, lat, lon, sog, cog }) =>
        `${mmsi},${time},${lat.toFixed(5)},${lon.toFixed(5)},${sog.toFixed(1)},${cog.toFixed(1)}`,
    );
  return `mmsi,timestamp,lat,lon,sog,cog\n${lines.join('\n')}\n`;
}
