import type { Provision } from '../model/regime.ts';
import type { Facts } from './facts.ts';

/** Whether an activity runs the way a paragraph means. `unknown`: an end that decides it was not stated. */
export type DirectionMatch = 'yes' | 'no' | 'unknown';

/**
 * Into the target State: it is the destination. From the target State: it is the place of departure or the origin (a sale
 * through a third State is an indirect one), and the goods do not end there. Goods that only pass through count where the
 * paragraph says so.
 */
export function matchDirection(provision: Provision, facts: Facts, target: string): DirectionMatch {
  const { direction } = provision;
  if (direction === 'any') return 'yes';
  const arrives = facts.to === target;
  const departs = facts.from === target || facts.origin === target;
  const passes = provision.transit === true && facts.via.includes(target);
  if (direction === 'into-target') {
    if (arrives) return facts.from === target ? 'no' : 'yes';
    return facts.to === null && facts.from !== target ? 'unknown' : 'no';
  }
  if (direction === 'from-target') {
    // A vessel of the target State, put on another State's register: the vessel says where it comes from.
    if (facts.involvesTarget && !facts.goodsExpected) return 'yes';
    if (arrives) return 'no';
    if (departs || passes) return 'yes';
    return facts.from === null && facts.origin === null ? 'unknown' : 'no';
  }
  if (arrives || departs || passes || facts.involvesTarget) return 'yes';
  return facts.to === null || facts.from === null ? 'unknown' : 'no';
}

/** The fact to ask for when the direction is unknown. */
export function missingEnd(provision: Provision, facts: Facts): string {
  if (provision.direction === 'into-target') return 'to: the State where it goes';
  if (provision.direction === 'from-target') return 'from: the State where it comes from';
  return facts.from === null ? 'from: the State where it comes from' : 'to: the State where it goes';
}
