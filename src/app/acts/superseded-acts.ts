import type { Act } from '../../record/log/act.ts';

/** Acts that a later act took back or replaced. An act that was itself taken back supersedes nothing: undoing an undoing restores. */
export function supersededActs(acts: readonly Act[]): ReadonlySet<string> {
  const superseded = new Set<string>();
  for (const act of [...acts].reverse()) {
    if (act.supersedes !== undefined && !superseded.has(act.id)) superseded.add(act.supersedes);
  }
  return superseded;
}
