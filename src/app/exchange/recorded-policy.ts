import { z } from 'zod';
import type { Act } from '../../record/act.ts';

/** `described`: the policy by which a record has itself cosigned. It says whom its keeper asks, not whom a reader must trust. */
const policyBody = z.object({ policy: z.object({ text: z.string() }) });

/** The text of the last policy that the acts name; null where none does. */
export function recordedPolicy(acts: readonly Act[]): string | null {
  for (const { kind, body } of acts.toReversed()) {
    if (kind !== 'described') continue;
    const read = policyBody.safeParse(body);
    if (read.success) return read.data.policy.text;
  }
  return null;
}
