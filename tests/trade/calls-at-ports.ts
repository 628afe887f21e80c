import { builtInPorts } from '../../src/tracks/places/port.ts';

/** A ship that comes to a port on a day, lies there and leaves. */
export type MadeCall = {
  readonly mmsi: string;
  readonly imo: string;
  readonly name: string;
  /** AIS ship type; 0: she sends none. */
  readonly type: number;
  readonly day: string;
  readonly port: string;
  readonly hours: number;
};

const HOUR = 3600;
const EVERY = 600;
/** Degrees of latitude in an hour at ten knots. */
const TEN_KNOTS = 10 / 60;

/** Positions as CSV: each ship comes in from the south for six hours to noon of her day, lies still and goes back. */
export function callsAtPorts(calls: readonly MadeCall[]): string {
  const ports = new Map(builtInPorts().map((port) => [port.id, port]));
  const rows = calls.flatMap(({ mmsi, imo, name, type, day, port: id, hours }) => {
    const port = ports.get(id);
    if (port === undefined) throw new Error(`no port ${id}`);
    const arrives = Date.parse(`${day}T12:00:00Z`) / 1000;
    const leaves = arrives + hours * HOUR;
    const positions: string[] = [];
    for (let time = arrives - 6 * HOUR; time <= leaves + 6 * HOUR; time += EVERY) {
      const away = Math.max(0, arrives - time, time - leaves) / HOUR;
      const lat = port.lat - away * TEN_KNOTS;
      const at = `${new Date(time * 1000).toISOString().slice(0, 19)}Z`;
      positions.push(
        [
          mmsi,
          at,
          lat.toFixed(5),
          port.lon.toFixed(5),
          away === 0 ? 0 : 10,
          time < arrives ? 0 : 180,
          imo,
          name,
          type,
        ].join(','),
      );
    }
    return positions;
  });
  return `mmsi,timestamp,lat,lon,sog,cog,imo,name,ship type\n${rows.join('\n')}\n`;
}
