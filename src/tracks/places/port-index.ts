import { DEGREE } from '../positions/report.ts';
import { metresBetween } from '../positions/sphere.ts';
import type { Port } from './port.ts';

/** Ports by the place they are near, without a seam at the 180th meridian. */
export class PortIndex {
  readonly ports: readonly Port[];
  /** Ports by the half degrees of latitude that they can be near, so that most positions are near none at once. */
  readonly #bands: readonly (readonly number[])[];
  readonly #metres: number;

  /** @param metres the greatest distance that will be asked for */
  constructor(ports: readonly Port[], metres: number) {
    this.ports = ports;
    this.#metres = metres;
    const bands: number[][] = Array.from({ length: 361 }, () => []);
    const reach = metres / 111_000;
    ports.forEach(({ lat }, at) => {
      for (let band = bandOf(lat - reach); band <= bandOf(lat + reach); band++) bands[band]?.push(at);
    });
    this.#bands = bands;
  }

  /** The nearest port within a distance of a place in 1e-7 degrees; -1 for none. */
  nearest(lat: number, lon: number, within: number = this.#metres): number {
    let best = -1;
    let least = within;
    for (const at of this.#bands[bandOf(lat / DEGREE)] ?? []) {
      const port = this.ports[at]!;
      const metres = metresBetween(lat, lon, port.lat * DEGREE, port.lon * DEGREE);
      if (metres <= least) {
        least = metres;
        best = at;
      }
    }
    return best;
  }

  /** Metres from a port to a place in 1e-7 degrees. */
  distance(port: number, lat: number, lon: number): number {
    const { lat: portLat, lon: portLon } = this.ports[port]!;
    return metresBetween(lat, lon, portLat * DEGREE, portLon * DEGREE);
  }
}

function bandOf(degrees: number): number {
  return Math.max(0, Math.min(360, Math.floor((degrees + 90) * 2)));
}
