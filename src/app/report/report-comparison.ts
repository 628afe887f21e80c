import { originOf } from '../../claims/comparison/independence.ts';
import type { Claim } from '../../claims/model/claim.ts';
import { type Estimate, estimateOf } from '../../figures/drawing/words.ts';
import type { ComparisonTopic } from '../../findings/model/comparison.ts';
import type { ReportComparison } from '../../report/model/model.ts';
import { claimantName } from '../../report/model/words.ts';
import type { Derived } from '../derivation/derive.ts';
import { titleOf } from '../derivation/document-title.ts';
import { type Sight, sightOf } from '../derivation/needs-sight.ts';

/** Figures of several claims about one matter, in the form in which the report and the workbench show them. */
export function comparisonOf(topic: ComparisonTopic, derived: Derived): ReportComparison {
  const layers = new Map(derived.documents.map(({ document, layer }) => [document as string, layer]));
  const published = new Map(derived.documents.map((document) => [document.document as string, document.published]));
  return {
    id: topic.id,
    title: topic.title,
    introduction:
      topic.compared < topic.figures.length
        ? `There are ${topic.figures.length} figures; ${topic.compared} that differ are compared pair by pair.`
        : null,
    rows: topic.figures.map(({ id, claim, quantity }) => ({
      id,
      claim: claim.id,
      claimant: claimantName(claim.claimant),
      counts: quantity.counts,
      ...(quantity.unit === undefined ? {} : { unit: quantity.unit }),
      qualifier: quantity.qualifier,
      low: quantity.low,
      high: quantity.high,
      ...(quantity.lowOpen ? { lowOpen: true } : {}),
      ...(quantity.highOpen ? { highOpen: true } : {}),
      raw: quantity.raw,
      ...estimateField(estimateOf(quantity, claim)),
      date: published.get(claim.document) ?? null,
      via: claim.relay.map(({ name }) => name),
      polarity: claim.polarity,
      ...(quantity.window === undefined ? {} : { window: windowWords(quantity.window) }),
      ...(quantity.of === undefined ? {} : { of: quantity.of }),
      ...sightField(sightOf(claim, layers.get(claim.document))),
    })),
    relations: topic.relations,
    review: topic.review,
    reviewedBy: topic.reviewedBy,
    unseen: topic.unseen,
    origins: originsOf([...new Set(topic.figures.map(({ claim }) => claim))], derived),
  };
}

/** A figure that was read off a picture says so wherever it stands beside others: an OCR misreads it without knowing. */
function sightField(sight: Sight | null): { readonly sight?: string } {
  if (sight === null) return {};
  return {
    sight: sight.needed ? 'read off a picture, not compared with it' : 'read off a picture, accepted by a person',
  };
}

function estimateField(estimate: Estimate | null): { readonly estimate?: Estimate } {
  return estimate === null ? {} : { estimate };
}

/** Where claims come from: the origins behind them, and the way of each to the document that was read. */
export function originsOf(claims: readonly Claim[], derived: Derived): NonNullable<ReportComparison['origins']> {
  const ids = new Set(claims.map(({ id }) => id));
  const own = new Set(claims.map(originOf));
  const documents = new Map(derived.documents.map((document) => [document.document as string, document]));
  return {
    origins: derived.origins
      .filter(({ claims: members }) => members.some((id) => ids.has(id)))
      .map(({ origins }) => originGroup(origins.filter((origin) => own.has(origin)))),
    paths: claims.map((claim) => ({
      claimant: originOf(claim),
      relays: claim.relay.map(({ name }) => name),
      document: titleOf(documents.get(claim.document)),
    })),
  };
}

function originGroup(claimants: readonly string[]) {
  const pooled = claimants.length > 1;
  return { label: pooled ? 'Not shown to be independent of each other' : (claimants[0] ?? ''), claimants, pooled };
}

function windowWords({ from, to }: { from: string | null; to: string | null }): string {
  if (from !== null && to !== null) return from === to ? from : `${from} to ${to}`;
  return from !== null ? `from ${from}` : to !== null ? `to ${to}` : '';
}
