import { type Policy, parsePolicy } from '../../exchange/policy/policy.ts';
import type { Act } from '../../record/log/act.ts';
import { policyBody } from '../acts/act-body.ts';
import { readInput } from '../standing/named-file.ts';

/** The text of the last policy that the acts name; null where none does. */
export function recordedPolicy(acts: readonly Act[]): string | null {
  for (const { kind, body } of acts.toReversed()) {
    if (kind !== 'described') continue;
    const read = policyBody.safeParse(body);
    if (read.success) return read.data.policy.text;
  }
  return null;
}

/** A policy as the user names it: by the path of a file, or by its text where an act has it. */
export type NamedPolicy = string | { readonly text: string };

/** @throws AppError `unreadable`, ExchangeError `bad-policy` */
export function readPolicy(named: NamedPolicy): {
  readonly text: string;
  readonly policy: Policy;
  readonly place: string;
} {
  const place = typeof named === 'string' ? named : 'policy';
  const bytes = typeof named === 'string' ? readInput(named, 'the policy') : Buffer.from(named.text);
  return { text: bytes.toString('utf8'), policy: parsePolicy(bytes, place), place };
}
