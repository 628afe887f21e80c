import type { Port } from '../../places/port.ts';
import { seaFieldOf } from '../../places/sea-distance.ts';
import { DEGREE } from '../../positions/report.ts';
import { metresBetween, NAUTICAL_MILE } from '../../positions/sphere.ts';
import { round } from '../event/event.ts';
import type { TrackEvidence } from '../event/evidence.ts';
import { ownSpeed } from '../motion/ship-speed.ts';
import type { SignalGap } from './gap.ts';

/** A port that a ship could reach and leave again within a gap, at her own speed: the hours left, which she could lie there. */
export type ReachedPort = { readonly port: Port; readonly spareHours: number };

/** Which ports were in reach in gaps, by sea where the land's outlines tell, else by the great circle. */
export class PortReach {
  readonly #evidence: TrackEvidence;
  readonly #ports: readonly Port[];
  readonly #speeds = new Map<number, number>();

  constructor(evidence: TrackEvidence, ports: readonly Port[]) {
    this.#evidence = evidence;
    this.#ports = ports;
  }

  /** The ship's own speed in knots. */
  speed(track: number): number {
    let speed = this.#speeds.get(track);
    if (speed === undefined) {
      const { set, slots } = this.#evidence;
      speed = ownSpeed(set.positions, slots, set.tracks, track);
      this.#speeds.set(track, speed);
    }
    return speed;
  }

  /** Ports in reach, the one with most time left first. */
  of(gap: SignalGap): ReachedPort[] {
    const hours = gap.seconds / 3600;
    const speed = this.speed(gap.track);
    const reached: ReachedPort[] = [];
    for (const port of this.#ports) {
      // The great circle is the shorter: what is out of reach by it needs no look at the sea.
      const direct = this.#directMiles(port, gap.before) + this.#directMiles(port, gap.after);
      if (direct > hours * speed) continue;
      const miles = this.#seaMiles(port, gap.before) + this.#seaMiles(port, gap.after);
      const spare = hours - miles / speed;
      if (spare >= 0) reached.push({ port, spareHours: round(spare, 1) });
    }
    return reached.sort((a, b) => b.spareHours - a.spareHours || (a.port.id < b.port.id ? -1 : 1));
  }

  #directMiles(port: Port, row: number): number {
    const { lat, lon } = this.#evidence.set.positions;
    return metresBetween(lat[row]!, lon[row]!, port.lat * DEGREE, port.lon * DEGREE) / NAUTICAL_MILE;
  }

  #seaMiles(port: Port, row: number): number {
    const { lat, lon } = this.#evidence.place(row);
    const direct = this.#directMiles(port, row);
    return Math.max(direct, seaFieldOf(port).milesTo(lat, lon) ?? direct);
  }
}
