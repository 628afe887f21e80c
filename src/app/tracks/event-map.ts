import type { ChartPoint } from '../../figures/maps/sea-chart.ts';
import type { TrackMapInput } from '../../figures/maps/track-map.ts';
import type { KeptEvent } from '../../tracks/detection/event/kept-event.ts';
import type { Port } from '../../tracks/places/port.ts';
import { DEGREE } from '../../tracks/positions/report.ts';
import { metresBetween } from '../../tracks/positions/sphere.ts';
import type { Track, TrackSet } from '../../tracks/separation/track-set.ts';
import { KIND_WORDS, timeWords } from '../../tracks/words/event-words.ts';

/** So long before and after an event ships are drawn. */
const AROUND_SECONDS = 12 * 3600;
/** A line over a longer hole would pass for a way that was sailed. */
const HOLE_SECONDS = 3600;
/** Points of one ship that a figure can show. */
const MOST_POINTS = 300;
/** Ports in reach that are marked. */
const MOST_PORTS = 5;

/** What the map of an event is drawn from; null where no position of its ships is at hand. */
export function eventMap({ positions, tracks }: TrackSet, event: KeptEvent): TrackMapInput | null {
  const [from, to] = [seconds(event.from) - AROUND_SECONDS, seconds(event.to) + AROUND_SECONDS];
  const ships = event.vessels.flatMap(({ mmsi, name, track: number }) => {
    const track = tracks.find((one) => one.mmsi === Number(mmsi) && one.number === number);
    const runs = track === undefined ? [] : runsOf(positions, track, from, to);
    return runs.length === 0 ? [] : [{ label: name ?? `MMSI ${mmsi}`, runs }];
  });
  if (ships.length === 0) return null;
  const files = [...new Set(event.rows.map(({ file }) => file))];
  return {
    title: `Where ${ships.map(({ label }) => label).join(' and ')} ${ships.length > 1 ? 'were' : 'was'} from ${timeWords(event.from)} to ${timeWords(event.to)}`,
    source: files.join(', '),
    time: `${timeWords(iso(from))} to ${timeWords(iso(to))}`,
    ships,
    mark: event.kind === 'gap' ? null : { at: [event.lon, event.lat], label: KIND_WORDS[event.kind] },
    silence: silenceOf(event),
    ports: portsOf(event),
  };
}

/** The time without a position that an event is about, with how far the ship could sail in it. */
function silenceOf(event: KeptEvent): TrackMapInput['silence'] {
  const { start, end } = (event.kind === 'possible-port-call' ? event.gap : event) as {
    start?: { lat: number; lon: number };
    end?: { lat: number; lon: number };
  };
  const speed = typeof event.ownSpeed === 'number' ? event.ownSpeed : null;
  if (event.kind !== 'gap' || start === undefined || end === undefined || speed === null) return null;
  const hours = (seconds(event.to) - seconds(event.from)) / 3600;
  return { from: [start.lon, start.lat], to: [end.lon, end.lat], miles: hours * speed, label: 'No position received' };
}

function portsOf({ kind, port, reach }: KeptEvent): TrackMapInput['ports'] {
  const named = port === undefined ? [] : [port as Port];
  const reached = kind === 'gap' ? ((reach as readonly { port: Port }[] | undefined) ?? []).map((one) => one.port) : [];
  return [...named, ...reached.slice(0, MOST_PORTS)].map(({ name, lat, lon }) => ({ at: [lon, lat], name }));
}

function runsOf({ time, lat, lon }: TrackSet['positions'], track: Track, from: number, to: number): ChartPoint[][] {
  const rows: number[] = [];
  let length = 0;
  for (let row = track.start; row < track.end && time[row]! <= to; row++) {
    if (time[row]! < from) continue;
    const before = rows.at(-1);
    if (before !== undefined) length += metresBetween(lat[before]!, lon[before]!, lat[row]!, lon[row]!);
    rows.push(row);
  }
  const apart = length / MOST_POINTS;
  const runs: ChartPoint[][] = [];
  let drawn = -1;
  rows.forEach((row, at) => {
    const before = rows[at - 1];
    const after = rows[at + 1];
    const begins = before === undefined || time[row]! - time[before]! > HOLE_SECONDS;
    const ends = after === undefined || time[after]! - time[row]! > HOLE_SECONDS;
    if (!begins && !ends && metresBetween(lat[drawn]!, lon[drawn]!, lat[row]!, lon[row]!) < apart) return;
    if (begins) runs.push([]);
    runs.at(-1)?.push([rounded(lon[row]!), rounded(lat[row]!)]);
    drawn = row;
  });
  return runs;
}

function rounded(units: number): number {
  return Math.round((units / DEGREE) * 1e5) / 1e5;
}

function seconds(time: string): number {
  return Date.parse(time) / 1000;
}

function iso(time: number): string {
  return new Date(time * 1000).toISOString();
}
