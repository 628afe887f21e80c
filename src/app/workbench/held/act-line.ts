import { memoized } from '../../../core/memoized.ts';
import { type Act, actIndex } from '../../../record/log/act.ts';
import { canBeUndone, summariseAct } from '../../acts/act-table.ts';
import { actorName } from '../../acts/actor-name.ts';
import { supersededActs } from '../../acts/superseded-acts.ts';
import type { ReadLog, WithheldAct } from '../../derivation/derivation.ts';
import type { ActLine } from '../contract/record/act.ts';

/** Acts that speak no more, each with the act that stands in their place or took them back. */
const supersededIn = memoized((acts: readonly Act[]): ReadonlyMap<string, Act> => {
  const superseded = supersededActs(acts);
  return new Map(
    acts.flatMap((act) =>
      act.supersedes !== undefined && !superseded.has(act.id) ? [[act.supersedes, act] as const] : [],
    ),
  );
});

function sinceThen(later: Act | undefined): ActLine['since'] {
  return later === undefined ? null : later.kind === 'undone' ? 'taken-back' : 'followed';
}

/** Acts as lines of a list, in their order. */
export function actLines(acts: readonly Act[], some: readonly Act[] = acts): readonly ActLine[] {
  const superseded = supersededIn(acts);
  return some.map((act) => ({
    id: act.id,
    kind: act.kind,
    at: act.at,
    by: actorName(act.by),
    summary: summariseAct(act),
    supersedes: act.supersedes ?? null,
    superseded: superseded.has(act.id),
    since: sinceThen(superseded.get(act.id)),
    canBeUndone: canBeUndone(act) && !superseded.has(act.id),
    withheld: false,
  }));
}

/** The whole log, the newest first, with a line for what was withheld. */
export const logLines = memoized(({ acts, withheld }: ReadLog): readonly ActLine[] =>
  [...actLines(acts), ...withheld.map(withheldLine)].sort((a, b) => indexOf(b) - indexOf(a)),
);

function withheldLine({ id, kind, at, by }: WithheldAct): ActLine {
  const summary = `Withheld by ${by}; that it was logged, and when, can still be proved.`;
  return {
    id,
    kind,
    at,
    by: '',
    summary,
    supersedes: null,
    superseded: false,
    since: null,
    canBeUndone: false,
    withheld: true,
  };
}

function indexOf({ id }: ActLine): number {
  return actIndex(id) ?? 0;
}
