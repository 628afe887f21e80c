import {
  clusterOrigins,
  type OriginCluster,
  type OriginJudgement,
  originOf,
} from '../../claims/comparison/independence.ts';
import type { Claim } from '../../claims/model/claim.ts';
import { digestOf } from '../../core/digest.ts';
import { memoized } from '../../core/memoized.ts';
import { holdsSame } from '../../core/same-items.ts';
import type { Evidence } from '../acts/evidence.ts';
import type { ClaimantParties } from './claimant-parties.ts';
import type { OriginMemory } from './derivation-memory.ts';
import { type ComparedDocument, similarDocuments } from './similar-documents.ts';

/**
 * The origins behind claims, by what people judged and by what the dossier says of its sources: sources under one control, or
 * one of which belongs to the other, do not confirm each other, and neither do documents whose texts are much alike. What
 * nobody has looked into counts as dependent.
 */
export function originsBehind(
  claims: readonly Claim[],
  { evidence, documents, parties }: Judged,
): readonly OriginCluster[] {
  const judgements = [...judgementsIn(evidence), ...copiesAmong(claims, evidence, documents)];
  return clusterOrigins(claims, judgements, parties.partyOf);
}

/** The origins behind all claims, by document; worked out again where somebody judged, or other origins or relays came. */
export function allOrigins(
  resting: readonly { readonly grounds: readonly Claim[] }[],
  judged: Judged,
  memory: OriginMemory = { last: null },
): readonly OriginCluster[] {
  const of = [JSON.stringify(originGrounds(judged)), ...resting.map(({ grounds }) => originWords(grounds))];
  if (memory.last !== null && holdsSame(memory.last.of, of)) return memory.last.clusters;
  const clusters = originsBehind(
    resting.flatMap(({ grounds }) => grounds),
    judged,
  );
  memory.last = { of, clusters };
  return clusters;
}

/** Stands for all that some claims say of where they come from. */
const originWords = memoized((claims: readonly Claim[]): string =>
  digestOf(claims.map((claim) => [claim.id, originOf(claim), claim.relay.map(({ name }) => name)])),
);

/** All that decides which origins are one, in plain data. */
export function originGrounds({ evidence, documents, parties }: Judged): unknown {
  const looksAtTexts = evidence.judgements.some(({ judgement }) => judgement === 'independent');
  return [
    judgementsIn(evidence),
    parties.judged,
    looksAtTexts ? [documents.map(({ document, source }) => [document, source.name]), evidence.judgedDocuments] : [],
  ];
}

/** What people said of who is one, who speaks for himself and whose text is whose. */
export type Judged = {
  readonly evidence: Evidence;
  readonly documents: readonly ComparedDocument[];
  readonly parties: ClaimantParties;
};

/**
 * Sources that speak for themselves in texts or pictures that are much alike: one is taken to have its own from the other until a person
 * says otherwise of these two documents. Whom such texts quote is bound by nothing here: two claimants may stand in one text.
 */
function copiesAmong(
  claims: readonly Claim[],
  evidence: Evidence,
  documents: readonly ComparedDocument[],
): readonly OriginJudgement[] {
  if (!evidence.judgements.some(({ judgement }) => judgement === 'independent')) return [];
  const named = new Set<string>(claims.map(({ document }) => document));
  const own = documents.filter(({ document }) => named.has(document));
  const speaksIn = (id: string): string | undefined => {
    const source = own.find(({ document }) => document === id)?.source.name;
    return claims.some((claim) => claim.document === id && originOf(claim) === source) ? source : undefined;
  };
  return similarDocuments(own, evidence).flatMap(({ a, b, share, passage, judgement }): OriginJudgement[] => {
    const [one, two] = [speaksIn(a), speaksIn(b)];
    if (judgement === 'independent' || one === undefined || two === undefined || one === two) return [];
    const percent = Math.round(share * 100);
    const reason =
      passage === null
        ? `Their pictures are the same in ${percent} per cent of what they are compared by.`
        : `Their texts share ${percent} per cent, and a passage of ${passage.words} words.`;
    return [{ kind: 'derives', a: one, b: two, by: 'program', at: '', reason }];
  });
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
