/**
 * Makes the third example, `examples/silence-2019/`: `npx tsx bench/tracks/scenario.ts`. A statement, a ship on a list, a nearness of two
 * ships at sea and a silence meet in one finding. All of it is invented: the IMO numbers begin with a digit that no ship has, the MMSI
 * numbers of all but one ship begin with country digits that no State has. The same program makes the same bytes.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../../src/core/resource.ts';
import { seeded } from './fleet.ts';

type Place = { readonly lat: number; readonly lon: number };
type Waypoint = Place & { readonly time: number };
type Ship = { readonly mmsi: string; readonly imo: string; readonly name: string; readonly callsign: string };

const HOUR = 3600;
const START = Date.UTC(2019, 2, 3) / 1000;
const END = START + 8 * 24 * HOUR;
/** Seconds between two reports. */
const STEP = 900;
/** Degrees by which a position scatters. */
const SCATTER = 0.00006;

const TANKER: Ship = { mmsi: '300999204', imo: '3031103', name: 'CORONA VALE', callsign: '' };
const LISTED: Ship = { mmsi: '445999103', imo: '3020013', name: 'TAE SONG 9', callsign: '' };

const MEETING = { from: START + 53 * HOUR, to: START + 58.5 * HOUR, lat: 31.42, lon: 124.31 };
/** The last position before the silence and the first after it. */
const SILENCE = { from: START + 86 * HOUR, to: START + 170 * HOUR };

const at = (hours: number, lat: number, lon: number): Waypoint => ({ time: START + hours * HOUR, lat, lon });

/** She comes from the south-west, lies beside the other, and goes back. */
const TANKER_WAY = [
  at(0, 29.92, 122.9),
  at(20, 29.95, 122.95),
  at(52, MEETING.lat - 0.02, MEETING.lon - 0.02),
  at(53, MEETING.lat, MEETING.lon),
  at(58.5, MEETING.lat + 0.01, MEETING.lon + 0.012),
  at(84, 29.93, 122.92),
  at(192, 29.92, 122.9),
];
/** She comes from the north, lies beside the other, goes north again, and is heard next on her way back. */
const LISTED_WAY = [
  at(0, 36.4, 123.2),
  at(51.5, MEETING.lat + 0.03, MEETING.lon + 0.01),
  at(53, MEETING.lat + 0.0008, MEETING.lon + 0.0004),
  at(58.5, MEETING.lat + 0.0108, MEETING.lon + 0.0124),
  at(86, 35.35, 124.05),
  at(170, 35.42, 124.1),
  at(192, 33.2, 124.0),
];

/** Others that sail about, and are heard all the time: by them a silence is told from lost reception. */
function others(random: () => number): readonly { readonly ship: Ship; readonly way: readonly Waypoint[] }[] {
  return Array.from({ length: 8 }, (_, index) => {
    const home = index < 5 ? { lat: 35.4, lon: 124.1 } : { lat: 31.5, lon: 124.2 };
    const way: Waypoint[] = [];
    let { lat, lon } = { lat: home.lat + (random() - 0.5) * 0.6, lon: home.lon + (random() - 0.5) * 0.8 };
    for (let time = START; time <= END + 6 * HOUR; time += 6 * HOUR) {
      way.push({ time, lat, lon });
      lat += (home.lat - lat) * 0.3 + (random() - 0.5) * 0.9;
      lon += (home.lon - lon) * 0.3 + (random() - 0.5) * 1.1;
    }
    const ship = { mmsi: `30099930${index}`, imo: '', name: '', callsign: '' };
    return { ship, way };
  });
}

function placeOn(way: readonly Waypoint[], time: number): Place {
  const next = way.findIndex((point) => point.time >= time);
  const [a, b] = [way[Math.max(0, next - 1)]!, way[next]!];
  const share = b.time === a.time ? 0 : (time - a.time) / (b.time - a.time);
  return { lat: a.lat + share * (b.lat - a.lat), lon: a.lon + share * (b.lon - a.lon) };
}

function speedAndCourse(way: readonly Waypoint[], time: number): { sog: number; cog: number } {
  const [a, b] = [placeOn(way, time), placeOn(way, Math.min(time + STEP, END))];
  const north = (b.lat - a.lat) * 60;
  const east = (b.lon - a.lon) * 60 * Math.cos((a.lat * Math.PI) / 180);
  return {
    sog: (Math.hypot(north, east) / STEP) * HOUR,
    cog: ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360,
  };
}

function positions(): string {
  const random = seeded(1718);
  const rows: { time: number; line: string }[] = [];
  const fleet = [{ ship: TANKER, way: TANKER_WAY }, { ship: LISTED, way: LISTED_WAY }, ...others(random)];
  for (const { ship, way } of fleet)
    for (let time = START + Math.floor(random() * STEP); time < END; time += STEP) {
      if (ship === LISTED && time > SILENCE.from && time < SILENCE.to) continue;
      const { lat, lon } = placeOn(way, time);
      const { sog, cog } = speedAndCourse(way, time);
      const place = [lat, lon].map((degrees) => (degrees + (random() - 0.5) * 2 * SCATTER).toFixed(5));
      const { mmsi, imo, name, callsign } = ship;
      const stamp = new Date(time * 1000).toISOString().slice(0, 19);
      rows.push({
        time,
        line: [mmsi, `${stamp}Z`, ...place, sog.toFixed(1), cog.toFixed(0), imo, name, callsign].join(','),
      });
    }
  rows.sort((a, b) => a.time - b.time || (a.line < b.line ? -1 : 1));
  return ['mmsi,timestamp,lat,lon,sog,cog,imo,name,callsign', ...rows.map(({ line }) => line), ''].join('\n');
}

const STATEMENT = `Two tankers side by side

The tanker Corona Vale (IMO ${TANKER.imo}) transferred gas oil to the North Korean tanker Tae Song 9 (IMO ${LISTED.imo}) in the East China Sea on 5 March 2019, the Strait Watch Institute said.

The Tae Song 9 (IMO ${LISTED.imo}) called at Nampo on 8 March 2019, the Strait Watch Institute said.
`;

const LETTER = `To the desk, 20 April 2019

The owner of the Corona Vale denied that the tanker had transferred gas oil to any ship in the East China Sea in March 2019. Whoever lies beside another ship for some hours may be waiting for the weather.
`;

const LIST = `${JSON.stringify({
  id: 'example-tae-song-9',
  caption: 'TAE SONG 9',
  schema: 'Vessel',
  properties: { name: ['TAE SONG 9'], imoNumber: [LISTED.imo], flag: ['kp'], topics: ['sanction'] },
  datasets: ['invented-list'],
})}\n`;

const DOSSIER = `# The third example: what two ships did in March 2019, all of it invented. A statement, a denial, a list, and positions that
# somebody received. The finding is made in the name of whoever runs the dossier: panel run examples/silence-2019 --by NAME
title: "A meeting at sea and a silence, March 2019"
summary: >-
  An invented case: an institute says that a tanker transferred gas oil to a listed ship; the owner denies it; positions show both
  ships side by side, and then none of the listed ship for three and a half days.
period: { from: 2019-03-01, to: 2019-04-30 }
sources:
  - { id: institute, name: Strait Watch Institute, kind: ngo, reliability: { grade: C, reason: Invented for this example. } }
  - { id: owner, name: Owner of the Corona Vale, kind: company, reliability: { grade: E, reason: "Party to the matter; invented." } }
  - { id: receiver, name: Receivers of the example, kind: sensor, reliability: { grade: B, reason: "Made by a program; ships may send what is false." } }
documents:
  - { file: statement.txt, source: institute, published: 2019-04-02 }
  - { file: letter.txt, source: owner, published: 2019-04-20 }
  - { file: positions.csv, source: receiver, published: 2019-04-02 }
lists:
  - invented-list.jsonl
findings:
  - title: "The Strait Watch Institute: the Corona Vale transferred gas oil to the Tae Song 9 at sea"
    activity:
      date: 2019-03-05
      act: ship-to-ship-transfer
      goods: { name: refined petroleum }
      to: KP
      circumstances: ["partner-vessel-flag:KP"]
    claims:
      - { file: statement.txt, quote: transferred gas oil to the North Korean tanker Tae Song 9 }
      - { file: letter.txt, quote: denied that the tanker had transferred gas oil }
    events:
      - { kind: encounter, ships: ["${TANKER.mmsi}", "${LISTED.mmsi}"], day: 2019-03-05 }
      - { kind: listed-vessel, ships: ["${LISTED.mmsi}"], day: 2019-03-05 }
      - { kind: gap, ships: ["${LISTED.mmsi}"], day: 2019-03-08 }
    reason: The positions were looked at beside the statement; they show nearness and a silence, and no transfer.
`;

const README = `# A meeting at sea and a silence, March 2019: an invented case

The third example dossier: a statement, a denial, a list with one ship, and positions of ten ships over eight days. All of it is invented and
made by \`bench/tracks/scenario.ts\`; an IMO number that begins with a 3 is no ship's.

\`panel run examples/silence-2019 --by NAME\` takes it in, finds the events in the tracks, makes the finding that \`dossier.yaml\` describes in
your name, and writes the report with a map of each event. \`panel tracks claims\` then says of the call at Nampo that is claimed: silent then.
`;

/** The files of the example by name. */
export function scenarioFiles(): ReadonlyMap<string, string> {
  return new Map([
    ['README.md', README],
    ['dossier.yaml', DOSSIER],
    ['invented-list.jsonl', LIST],
    ['letter.txt', LETTER],
    ['positions.csv', positions()],
    ['statement.txt', STATEMENT],
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = join(packageRoot(), 'examples', 'silence-2019');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of scenarioFiles()) writeFileSync(join(folder, name), text);
}
