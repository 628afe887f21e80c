import type { Act } from '../../record/log/act.ts';
import { policyBody } from '../acts/act-body.ts';

/** The text of the last policy that the acts name; null where none does. */
export function recordedPolicy(acts: readonly Act[]): string | null {
  for (const { kind, body } of acts.toReversed()) {
    if (kind !== 'described') continue;
    const read = policyBody.safeParse(body);
    if (read.success) return read.data.policy.text;
  }
  return null;
}
