import { canBeImo } from '../../identity/identity.ts';
import { type FieldValue, valuesOfField } from '../../separation/field-runs.ts';
import type { TrackEvidence } from '../event/evidence.ts';

/** An IMO number as one ship's track sent it. */
export type ImoUse = FieldValue & { readonly track: number };

/** Who sent each number that can be an IMO number, in the order of the tracks. */
export function imoUses({ logs }: TrackEvidence): ReadonlyMap<string, readonly ImoUse[]> {
  const uses = new Map<string, ImoUse[]>();
  logs.forEach((log, track) => {
    for (const value of valuesOfField(log, 'imo')) {
      if (!canBeImo(value.value)) continue;
      const list = uses.get(value.value);
      if (list === undefined) uses.set(value.value, [{ ...value, track }]);
      else list.push({ ...value, track });
    }
  });
  return uses;
}
