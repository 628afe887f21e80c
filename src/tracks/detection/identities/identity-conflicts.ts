import { canBeImo } from '../../identity/identity.ts';
import { valuesOfField } from '../../separation/field-runs.ts';
import type { FoundEvent } from '../event/event.ts';
import type { TrackEvidence } from '../event/evidence.ts';
import { type ImoUse, imoUses } from './imo-uses.ts';

/** One IMO number on two MMSIs at once, or two on one: one of them is false. */
export function findIdentityConflicts(evidence: TrackEvidence): FoundEvent[] {
  return [...onTwoNumbers(evidence), ...twoOnOneNumber(evidence)];
}

function onTwoNumbers(evidence: TrackEvidence): FoundEvent[] {
  const { tracks } = evidence.set;
  const found: FoundEvent[] = [];
  for (const [imo, uses] of imoUses(evidence))
    forEachPair(uses, (one, other) => {
      if (tracks[one.track]!.mmsi === tracks[other.track]!.mmsi) return;
      const event = conflictOf(evidence, one, other, [imo]);
      if (event !== undefined) found.push(event);
    });
  return found;
}

function twoOnOneNumber(evidence: TrackEvidence): FoundEvent[] {
  const { tracks } = evidence.set;
  const byMmsi = new Map<number, ImoUse[]>();
  evidence.logs.forEach((log, track) => {
    const uses = valuesOfField(log, 'imo').filter(({ value }) => canBeImo(value));
    if (uses.length === 0) return;
    const { mmsi } = tracks[track]!;
    byMmsi.set(mmsi, [...(byMmsi.get(mmsi) ?? []), ...uses.map((use) => ({ ...use, track }))]);
  });
  const found: FoundEvent[] = [];
  for (const uses of byMmsi.values())
    forEachPair(uses, (one, other) => {
      if (one.value === other.value) return;
      const event = conflictOf(evidence, one, other, [one.value, other.value].sort());
      if (event !== undefined) found.push(event);
    });
  return found;
}

function conflictOf(
  evidence: TrackEvidence,
  one: ImoUse,
  other: ImoUse,
  imos: readonly string[],
): FoundEvent | undefined {
  const from = Math.max(one.from, other.from);
  const to = Math.min(one.to, other.to);
  if (to - from < evidence.thresholds['identity-conflict.minutes'] * 60) return undefined;
  // A single report in the midst of another's may be garbled: each says it twice at least.
  if (one.reports < 2 || other.reports < 2) return undefined;
  const tracks = [...new Set([one.track, other.track])];
  const row = evidence.firstFrom(evidence.set.tracks[one.track]!, from);
  return {
    kind: 'identity-conflict',
    vessels: tracks.map((track) => evidence.vessel(track, from)),
    from,
    to,
    ...evidence.place(Math.min(row, evidence.set.tracks[one.track]!.end - 1)),
    parameters: evidence.parameters('identity-conflict'),
    rows: tracks.flatMap((track) => evidence.rowsBetween(track, from, to)),
    details: { imos },
  };
}

function forEachPair(uses: readonly ImoUse[], take: (one: ImoUse, other: ImoUse) => void): void {
  for (let one = 0; one < uses.length; one++)
    for (let other = one + 1; other < uses.length; other++) take(uses[one]!, uses[other]!);
}
