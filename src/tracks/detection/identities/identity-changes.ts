import { flagOf } from '../../identity/country-digits.ts';
import { canBeImo } from '../../identity/identity.ts';
import { KNOT, metresBetween } from '../../positions/sphere.ts';
import { FIELDS, type FieldValue, valuesOfField } from '../../separation/field-runs.ts';
import type { FoundEvent, RowSpan } from '../event/event.ts';
import type { TrackEvidence } from '../event/evidence.ts';
import { imoUses } from './imo-uses.ts';

/** Changes of what a ship says of herself, and of the flag in her number, each within a time that leaves no doubt of its date. */
export function findIdentityChanges(evidence: TrackEvidence): FoundEvent[] {
  return [...fieldChanges(evidence), ...flagChanges(evidence)];
}

/**
 * A value that ends before the next begins was changed; values that are sent by turns are not (a conflict, or a garbled report).
 * One report of a value between others of another is noise.
 */
function fieldChanges(evidence: TrackEvidence): FoundEvent[] {
  const longest = evidence.thresholds['identity-change.hours'] * 3600;
  const found: FoundEvent[] = [];
  evidence.logs.forEach((log, track) => {
    if (log.length < 2) return;
    for (const field of FIELDS) {
      const sent = valuesOfField(log, field).filter(({ value }) => field !== 'imo' || canBeImo(value));
      const values = withoutNoise(sent);
      for (let at = 1; at < values.length; at++) {
        const before = values[at - 1]!;
        const after = values[at]!;
        if (before.to >= after.from || after.from - before.to > longest) continue;
        if (values.some((other, index) => index < at - 1 && other.to >= after.from)) continue;
        found.push(changeOf(evidence, track, field, before, after));
      }
    }
  });
  return found;
}

function withoutNoise(values: readonly FieldValue[]): FieldValue[] {
  return values.filter(
    ({ reports, from, to }) =>
      reports > 1 || !values.some((other) => other.reports > 1 && other.from < from && other.to > to),
  );
}

function changeOf(
  evidence: TrackEvidence,
  track: number,
  field: string,
  before: FieldValue,
  after: FieldValue,
): FoundEvent {
  const row = evidence.firstFrom(evidence.set.tracks[track]!, before.to);
  const vessel = evidence.vessel(track, after.from);
  return {
    kind: 'identity-change',
    vessels: [vessel],
    from: before.to,
    to: after.from,
    ...evidence.place(Math.min(row, evidence.set.tracks[track]!.end - 1)),
    parameters: evidence.parameters('identity-change'),
    rows: [rowOf(evidence, before.last), rowOf(evidence, after.first)],
    details: { field, before: before.value, after: after.value },
  };
}

/** An IMO number that goes from one MMSI to another with other country digits, where one ship could have sailed between. */
function flagChanges(evidence: TrackEvidence): FoundEvent[] {
  const { set, thresholds } = evidence;
  const { time, lat, lon } = set.positions;
  const longest = thresholds['identity-change.hours'] * 3600;
  const found: FoundEvent[] = [];
  for (const [imo, uses] of imoUses(evidence)) {
    for (const before of uses)
      for (const after of uses) {
        const old = set.tracks[before.track]!;
        const own = set.tracks[after.track]!;
        if (old.mmsi === own.mmsi) continue;
        const last = old.end - 1;
        const first = own.start;
        const seconds = time[first]! - time[last]!;
        if (seconds < 0 || seconds > longest || flagOf(old.mmsi) === flagOf(own.mmsi)) continue;
        const metres = metresBetween(lat[last]!, lon[last]!, lat[first]!, lon[first]!);
        const reach = thresholds['separation.noise-distance'] + thresholds['separation.jump-speed'] * KNOT * seconds;
        if (metres > reach) continue;
        found.push({
          kind: 'identity-change',
          vessels: [evidence.vessel(before.track, time[last]!), evidence.vessel(after.track, time[first]!)],
          from: time[last]!,
          to: time[first]!,
          ...evidence.place(first),
          parameters: evidence.parameters('identity-change'),
          rows: [...evidence.rows(last, last), ...evidence.rows(first, first)],
          details: { field: 'flag', before: flagOf(old.mmsi), after: flagOf(own.mmsi), imo },
        });
      }
  }
  return found;
}

function rowOf(evidence: TrackEvidence, { file, row }: { file: number; row: number }): RowSpan {
  return { file: evidence.fileName(file), first: row, last: row };
}
