import { remembered } from '../../core/remembered.ts';
import { type Act, actIndex } from '../../record/log/act.ts';
import { actorName, silencedActs } from '../acts/evidence.ts';
import type { Snapshot, WithheldAct } from '../derivation/derivation.ts';
import { summariseAct } from './act-summary.ts';
import type { ActLine } from './contract/act.ts';

/** Acts that speak no more, each with the act that stands in their place or took them back. */
const silencedIn = remembered((acts: readonly Act[]): ReadonlyMap<string, Act> => {
  const silenced = silencedActs(acts);
  return new Map(
    acts.flatMap((act) =>
      act.supersedes !== undefined && !silenced.has(act.id) ? [[act.supersedes, act] as const] : [],
    ),
  );
});

function sinceThen(later: Act | undefined): ActLine['since'] {
  return later === undefined ? null : later.kind === 'undone' ? 'taken-back' : 'followed';
}

/** Acts as lines of a list, in their order. */
export function actLines(acts: readonly Act[], some: readonly Act[] = acts): readonly ActLine[] {
  const silenced = silencedIn(acts);
  return some.map((act) => ({
    id: act.id,
    kind: act.kind,
    at: act.at,
    by: actorName(act.by),
    summary: summariseAct(act),
    supersedes: act.supersedes ?? null,
    silenced: silenced.has(act.id),
    since: sinceThen(silenced.get(act.id)),
    withheld: false,
  }));
}

/** The whole log, the newest first, with a line for what was withheld. */
export const logLines = remembered(({ acts, withheld }: Snapshot): readonly ActLine[] =>
  [...actLines(acts), ...withheld.map(withheldLine)].sort((a, b) => indexOf(b) - indexOf(a)),
);

function withheldLine({ id, kind, at, by }: WithheldAct): ActLine {
  const summary = `Withheld by ${by}; that it was logged, and when, can still be proved.`;
  return { id, kind, at, by: '', summary, supersedes: null, silenced: false, since: null, withheld: true };
}

function indexOf({ id }: ActLine): number {
  return actIndex(id) ?? 0;
}
