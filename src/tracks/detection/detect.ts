import type { Entity } from '../../entities/entity.ts';
import { VesselList } from '../identity/vessel-list.ts';
import type { Port } from '../places/port.ts';
import { PortIndex } from '../places/port-index.ts';
import type { TrackSet } from '../separation/track-set.ts';
import type { Thresholds } from '../thresholds.ts';
import { EVENT_KINDS, type EventKind, type FoundEvent } from './event/event.ts';
import { TrackEvidence } from './event/evidence.ts';
import { findIdentityChanges } from './identities/identity-changes.ts';
import { findIdentityConflicts } from './identities/identity-conflicts.ts';
import { findListedVessels } from './identities/listed-vessels.ts';
import { findDisplacedPositions, findSharedNumbers } from './identities/number-events.ts';
import { findEncounters } from './meetings/encounters.ts';
import { findLoitering } from './meetings/lone-ships.ts';
import { findPossibleRendezvous } from './meetings/possible-rendezvous.ts';
import { findPortCalls } from './port-calls/port-calls.ts';
import { findPossiblePortCalls } from './port-calls/possible-port-calls.ts';
import { findGaps } from './silences/gaps.ts';
import { PortReach } from './silences/port-reach.ts';

/** What detection measures against, beside the tracks themselves. */
export type DetectionSettings = {
  readonly kinds: readonly EventKind[];
  readonly thresholds: Thresholds;
  readonly ports: readonly Port[];
  /** Countries whose ports count for possible port calls, by two letters. */
  readonly watched: ReadonlySet<string>;
  /** Listed vessels. */
  readonly listed: readonly Entity[];
};

/** Finds the events of the kinds asked for, in no order. */
export function detectEvents(set: TrackSet, settings: DetectionSettings): FoundEvent[] {
  const evidence = new TrackEvidence(set, settings.thresholds);
  const ports = new PortIndex(settings.ports, settings.thresholds['port-call.exit-distance']);
  const reach = new PortReach(evidence, settings.ports);
  let encounters: FoundEvent[] | undefined;
  const encountersOnce = (): FoundEvent[] => {
    encounters ??= findEncounters(evidence, ports);
    return encounters;
  };
  const finders: Readonly<Record<EventKind, () => FoundEvent[]>> = {
    encounter: encountersOnce,
    gap: () => findGaps(evidence, reach),
    loitering: () => findLoitering(evidence, ports),
    'port-call': () => findPortCalls(evidence, ports),
    'possible-port-call': () => findPossiblePortCalls(evidence, reach, settings.watched),
    'possible-rendezvous': () => findPossibleRendezvous(evidence, ports, reach, encountersOnce()),
    'shared-mmsi': () => findSharedNumbers(evidence),
    'displaced-position': () => findDisplacedPositions(evidence),
    'identity-change': () => findIdentityChanges(evidence),
    'identity-conflict': () => findIdentityConflicts(evidence),
    'listed-vessel': () => findListedVessels(evidence, new VesselList(settings.listed)),
  };
  return EVENT_KINDS.filter((kind) => settings.kinds.includes(kind)).flatMap((kind) => finders[kind]());
}
