import { type OriginCluster, originOf } from '../../../claims/comparison/independence.ts';
import type { Claim } from '../../../claims/model/claim.ts';
import { asNamed } from '../../../claims/model/party.ts';
import { inTurns, openPauses } from '../../../core/steps.ts';
import { contradicting, contradictionsIn } from '../../../findings/allegations/contradiction.ts';
import {
  comparingBlocks,
  type FigureBlocks,
  figuresOf,
  relatingTopics,
} from '../../../findings/comparison/comparison-topic.ts';
import { assembleIncidents, type Incident } from '../../../findings/comparison/incident.ts';
import type { ComparisonTopic, Figure } from '../../../findings/model/comparison.ts';
import type { Finding } from '../../../findings/model/finding.ts';
import type { Lead } from '../../../findings/model/lead.ts';
import type { Regime } from '../../../regime/model/regime.ts';
import type { Evidence } from '../../acts/evidence.ts';
import { deriveFindings } from '../derive-findings.ts';
import { claimsToRestOn } from '../needs-sight.ts';
import { originsBehind } from '../origins.ts';
import { proposalReviews } from '../proposal-reviews.ts';
import { isOn, type Reach } from './reach.ts';
import type { TouchedMemory } from './touched-memory.ts';

/** What acts have moved, as it stands now. */
export type TouchedItems = {
  readonly topics: readonly ComparisonTopic[];
  readonly incidents: readonly Incident[];
  readonly findings: readonly Finding[];
  readonly leads: readonly Lead[];
  /** The origins behind all claims, each cluster with those of the claims that were read. */
  readonly origins: readonly OriginCluster[];
};

/**
 * What follows from the claims of a reach: the same as what follows from all claims, as far as it lies in the blocks that acts moved. Null
 * where the tables and the texts are not of one reading.
 */
export async function deriveTouched(
  evidence: Evidence,
  regimes: readonly Regime[],
  reach: Reach,
  { relations, findings }: Pick<TouchedMemory, 'relations' | 'findings'>,
): Promise<TouchedItems | null> {
  const pause = openPauses();
  const documents = reach.readings.map(({ document }) => document);
  const byId = new Map<string, (typeof documents)[number]>(documents.map((one) => [one.document, one]));
  const publishedOf = ({ document }: Claim): string | null => byId.get(document)?.published ?? null;
  const statedBy = (claim: Claim): string =>
    publishedOf(claim) ?? byId.get(claim.document)?.custody.collection.ended.slice(0, 10) ?? '';
  const grounds = reach.readings.flatMap(({ document, claims }) => claimsToRestOn(claims, document.layer, evidence));
  const judged = { evidence, documents, parties: { partyOf: asNamed, judged: [] } };
  const clustersOf = (some: readonly Claim[]): readonly OriginCluster[] => originsBehind(some, judged);

  await pause();
  const figures = figuresIn(grounds, reach);
  if (figures === null) return null;
  const compared = await inTurns(comparingBlocks(figures, proposalReviews(evidence, 'comparison').all, asNamed));
  await pause();
  const moved = new Set(reach.figures.filter(({ block }) => reach.movedFigures.has(block)).map(({ item }) => item));
  const isMoved = ({ figures: [first] }: ComparisonTopic): boolean => moved.has(first?.id ?? '');
  const topics = await inTurns(
    relatingTopics(
      compared.filter((topic) => isMoved(topic) || topic.review === 'accepted'),
      asNamed,
      relations,
    ),
  );
  const contradictions = contradictionsIn(topics);
  const incidents = await inTurns(
    assembleIncidents(
      grounds.filter(({ id }) => reach.events.has(id)),
      evidence.links.map(({ claims: [a, b], judgement, by }) => ({ claims: [a.id, b.id], judgement, by })),
      { clustersOf, judged: '', statedBy, contest: { contradict: contradicting(contradictions) } },
    ),
  );
  const tested = await inTurns(
    deriveFindings(
      { ...evidence, found: evidence.found.filter(({ finding }) => reach.remade.has(finding.id)) },
      regimes,
      grounds,
      {
        publishedOf,
        statedBy,
        originsOf: (some) => clustersOf(some).length,
        partyOf: asNamed,
        contradictions,
        memory: findings,
        asked: reach.asked,
      },
      new Map(),
      reach.standing,
    ),
  );
  return {
    topics: [...topics.filter(isMoved), ...reach.great],
    incidents,
    findings: tested.findings.filter((finding) => finding.made !== null || isOn(finding, reach.questions)),
    leads: tested.leads.filter(({ claims }) => claims.every((id) => reach.leading.has(id))),
    origins: reach.held.origins.map((cluster) => withClaims(cluster, grounds)),
  };
}

function withClaims(cluster: Omit<OriginCluster, 'claims'>, grounds: readonly Claim[]): OriginCluster {
  const origins = new Set(cluster.origins);
  return { ...cluster, claims: grounds.filter((claim) => origins.has(originOf(claim))).map(({ id }) => id) };
}

/** The figures of a reach in their blocks, both in the order of the claims; null where one of them is not read any more. */
function figuresIn(grounds: readonly Claim[], { figures: held }: Reach): FigureBlocks | null {
  const blockOf = new Map(held.map(({ item, block }) => [item, block]));
  const figures: Figure[] = [];
  const blocks = new Map<string, Figure[]>();
  for (const claim of grounds)
    for (const figure of figuresOf(claim)) {
      const block = blockOf.get(figure.id);
      if (block === undefined) continue;
      figures.push(figure);
      const known = blocks.get(block);
      if (known === undefined) blocks.set(block, [figure]);
      else known.push(figure);
    }
  return figures.length === held.length ? { figures, blocks: [...blocks.values()] } : null;
}
