import type { Port } from '../../src/tracks/places/port.ts';

const START = Date.UTC(2025, 0, 1) / 1000;
const STEP = 300;

/** Of a ship: minutes after the start, and how far north of a port she is then, in kilometres. */
type Way = readonly (readonly [minutes: number, kilometres: number])[];

/** Ways to, past and from a port: what is a call, and what only looks like one. */
const WAYS: Readonly<Record<string, Way>> = {
  call: [
    [0, 30],
    [120, 0.4],
    [400, 0.4],
    [520, 30],
  ],
  'two berths': [
    [0, 30],
    [120, 0.5],
    [240, 0.5],
    [270, 3.5],
    [300, 1.5],
    [420, 1.5],
    [520, 30],
  ],
  'passing by': [
    [0, 30],
    [240, -30],
  ],
  'lying off': [
    [0, 30],
    [120, 3.6],
    [400, 3.6],
    [520, 30],
  ],
  'too short': [
    [0, 30],
    [120, 0.4],
    [140, 0.4],
    [260, 30],
  ],
  'twice there': [
    [0, 30],
    [120, 0.4],
    [300, 0.4],
    [420, 30],
    [540, 0.4],
    [700, 0.4],
    [820, 30],
  ],
};
/** Minutes in which nothing of a ship is heard: while she is moored, and while she may have been away. */
const SILENCES: readonly (readonly [number, number])[] = [
  [150, 150],
  [160, 390],
];

/** Ships that call at each of some ports, as a table of positions. */
export function callsAtPorts(ports: readonly Port[]): string {
  const lines = ['mmsi,timestamp,lat,lon,sog,cog'];
  let mmsi = 415_000_000;
  for (const port of ports.slice(0, 4))
    for (const way of Object.values(WAYS))
      for (const [from, to] of SILENCES) {
        mmsi++;
        const last = way.at(-1)![0] * 60;
        for (let time = 0; time <= last; time += STEP) {
          const minutes = time / 60;
          if (minutes > from && minutes < to) continue;
          const [kilometres, knots] = onWay(way, minutes);
          const place = [(port.lat + kilometres / 111.195).toFixed(6), port.lon.toFixed(6)];
          lines.push([mmsi, START + time + (mmsi % 7), ...place, knots.toFixed(1), 0].join(','));
        }
      }
  return `${lines.join('\n')}\n`;
}

/** How far from the port a ship is at a minute, and how fast. */
function onWay(way: Way, minutes: number): readonly [number, number] {
  const next = Math.max(
    1,
    way.findIndex(([at]) => at >= minutes),
  );
  const [[begun, from], [ended, to]] = [way[next - 1]!, way[next]!];
  const share = (minutes - begun) / (ended - begun);
  return [from + share * (to - from), (Math.abs(to - from) / 1.852 / (ended - begun)) * 60];
}
