import { clusterOrigins, type OriginCluster, type OriginJudgement } from '../../claims/comparison/independence.ts';
import type { Claim } from '../../claims/model/claim.ts';
import { memoized } from '../../core/memoized.ts';
import type { Evidence } from '../acts/evidence.ts';

/**
 * The origins behind claims, by what people judged and by what the dossier says of its sources: sources under one control, or
 * one of which belongs to the other, do not confirm each other. What nobody has looked into counts as dependent.
 */
export function originsBehind(claims: readonly Claim[], evidence: Evidence): readonly OriginCluster[] {
  return clusterOrigins(claims, judgementsIn(evidence));
}

/** The same for every group of claims of one record. */
const judgementsIn = memoized((evidence: Evidence): readonly OriginJudgement[] => [
  ...judgementsOf(evidence),
  ...commonControls(evidence),
]);

function judgementsOf(evidence: Evidence): readonly OriginJudgement[] {
  return evidence.judgements.map(({ origins: [a, b], judgement, by, at, reason }) => ({
    kind: judgement,
    a,
    b,
    by,
    at,
    reason,
  }));
}

function commonControls(evidence: Evidence): readonly OriginJudgement[] {
  const sources = [...evidence.sources.values()];
  return sources.flatMap((a, at) =>
    sources
      .slice(at + 1)
      .filter((b) => a.parent === b.id || b.parent === a.id || a.controls.some((one) => b.controls.includes(one)))
      .map(
        (b): OriginJudgement => ({
          kind: 'common-control',
          a: a.name,
          b: b.name,
          by: 'dossier',
          at: '',
          reason: `${a.name} and ${b.name} are under one control.`,
        }),
      ),
  );
}
