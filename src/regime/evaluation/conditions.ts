import type { Provision } from '../model/regime.ts';
import type { Facts } from './facts.ts';

/** Whether all words of `when` are stated, and one of `whenAny` if it names any. */
export function stated(when: readonly string[], whenAny: readonly string[], facts: Facts): boolean {
  for (const word of when) if (!facts.circumstances.has(word)) return false;
  if (whenAny.length === 0) return true;
  for (const word of whenAny) if (facts.circumstances.has(word)) return true;
  return false;
}

export function anyStated(words: readonly string[], facts: Facts): boolean {
  for (const word of words) if (facts.circumstances.has(word)) return true;
  return false;
}

export function conditionsStated(provision: Provision, facts: Facts): boolean {
  return stated(provision.when, provision.whenAny, facts);
}
