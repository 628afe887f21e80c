import { factsOf } from '../../claims/comparison/figure-facts.ts';
import { type OriginCluster, originOf } from '../../claims/comparison/independence.ts';
import type { Claim } from '../../claims/model/claim.ts';
import type { PartyOf } from '../../claims/model/party.ts';
import { digestOf } from '../../core/digest.ts';
import { memoized } from '../../core/memoized.ts';
import { type Estimate, estimateOf } from '../../figures/drawing/words.ts';
import { writtenNoun } from '../../findings/comparison/written-noun.ts';
import { claimantName } from '../../findings/model/claimant-name.ts';
import type { ComparisonTopic, Figure } from '../../findings/model/comparison.ts';
import type { ReportComparison } from '../../report/model/model.ts';
import { writeList } from '../../report/model/words.ts';
import type { Chunk, ComparisonRow } from '../../store/projection.ts';
import { jsonOf } from '../acts/acquire.ts';
import type { JudgedParty } from '../derivation/claimant-parties.ts';
import type { Snapshot } from '../derivation/derivation.ts';
import type { Derived } from '../derivation/derive.ts';
import { titleOf } from '../derivation/document-title.ts';
import { type Sight, sightOf } from '../derivation/needs-sight.ts';
import type { ReadDocument } from '../derivation/reading/read-documents.ts';
import { type ItemChunkMemory, openItemChunkMemory } from './chunk-memory.ts';
import { placeOfClaim } from './claim-rows.ts';

/** Makes the rows of figures that are laid side by side, a chunk for each comparison. */
export function openComparisonChunks(): (snapshot: Snapshot) => readonly Chunk<ComparisonRow>[] {
  const memory = openItemChunkMemory<ComparisonTopic, ComparisonRow>();
  return (snapshot) => comparisonChunks(snapshot, memory);
}

function comparisonChunks(
  snapshot: Snapshot,
  memory: ItemChunkMemory<ComparisonTopic, ComparisonRow>,
): readonly Chunk<ComparisonRow>[] {
  const { derived } = snapshot;
  const documents = byId(derived.documents);
  const origins = originsKey(derived.origins);
  const parties = JSON.stringify(derived.parties.judged);
  return derived.topics.map((topic) => {
    const [first] = topic.figures;
    // The place of a claim moves with the list in which it stands.
    const beside = [origins, parties, derived.documents, derived.byDocument.get(first?.claim.document ?? '')];
    const place = (): number => (first === undefined ? 0 : placeOfClaim(snapshot, first.claim));
    const of = (): readonly unknown[] => {
      const own = topic.figures.map(({ claim }) => documents.get(claim.document)?.published ?? null);
      const titles = topic.figures.map(({ claim }) => titleOf(documents.get(claim.document)));
      const { figures, ...said } = topic;
      return [place(), JSON.stringify(said), origins, parties, ...figures.map(figureDigest), ...own, ...titles];
    };
    return memory(topic.id, topic, beside, of, () => [comparisonRow(topic, derived, place())]);
  });
}

/** A figure stands in one comparison, and whole claims are long: an act on one leaves all others as they were. */
const figureDigest = memoized((figure: Figure): string => digestOf(figure));

function comparisonRow(topic: ComparisonTopic, derived: Derived, place: number): ComparisonRow {
  const comparison = comparisonOf(topic, derived);
  const { id, review } = comparison;
  return {
    id,
    place,
    review,
    contradiction: contradictionIn(comparison),
    body: jsonOf({ ...comparison }),
    claims: topic.figures.map(({ claim }) => claim.id),
  };
}

/** Which origins are one, in a text. Until people part any all of them are, whoever else comes to speak. */
export const originsKey = memoized((clusters: readonly OriginCluster[]) =>
  clusters.length <= 1 ? '' : JSON.stringify(clusters.map(({ origins }) => origins)),
);

/** Pairs of figures that exclude each other, in one sentence a topic; null where there are none. */
function contradictionIn({ relations }: Pick<ReportComparison, 'relations'>): string | null {
  const pairs = relations.filter(({ relation }) => relation === 'contradicts');
  const [first] = pairs;
  if (first === undefined) return null;
  return pairs.length === 1 ? first.reason : `${first.reason} ${pairs.length - 1} more such pairs.`;
}

/** Figures of several claims about one matter, in the form in which the report and the workbench show them. */
export function comparisonOf(topic: ComparisonTopic, derived: Derived): ReportComparison {
  const documents = byId(derived.documents);
  return {
    id: topic.id,
    title: topic.title,
    introduction:
      topic.compared < topic.figures.length
        ? `There are ${topic.figures.length} figures; ${topic.compared} that differ are compared pair by pair.`
        : null,
    rows: topic.figures.map((figure) => ({
      ...saidInRow(figure),
      date: documents.get(figure.claim.document)?.published ?? null,
      ...sightField(sightOf(figure.claim, documents.get(figure.claim.document)?.layer)),
    })),
    relations: topic.relations,
    review: topic.review,
    reviewedBy: topic.reviewedBy,
    unseen: topic.unseen,
    ...(topic.gone === undefined ? {} : { gone: topic.gone }),
    origins: originsOf([...new Set(topic.figures.map(({ claim }) => claim))], derived),
  };
}

/** What a row shows that follows from the figure alone. */
const saidInRow = memoized(({ id, claim, quantity }: Figure) => ({
  id,
  claim: claim.id,
  claimant: claimantName(claim.claimant),
  counts: writtenNoun(quantity),
  ...(quantity.unit === undefined ? {} : { unit: quantity.unit }),
  qualifier: quantity.qualifier,
  low: quantity.low,
  high: quantity.high,
  ...(quantity.lowOpen ? { lowOpen: true } : {}),
  ...(quantity.highOpen ? { highOpen: true } : {}),
  raw: quantity.raw,
  ...estimateField(estimateOf({ ...quantity, nature: factsOf(claim, quantity).nature }, claim)),
  via: claim.relay.map(({ name }) => name),
  polarity: claim.polarity,
  ...(quantity.window === undefined ? {} : { window: windowWords(quantity.window) }),
  ...(quantity.of === undefined ? {} : { of: quantity.of }),
}));

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
  const { partyOf, judged } = derived.parties;
  const own = new Set(claims.map((claim) => originOf(claim, partyOf)));
  const documents = byId(derived.documents);
  return {
    origins: clustersAmong(derived.origins, ids).map(({ origins }) => {
      const cluster = new Set(origins);
      // In the order of these claims: what others say elsewhere moves nothing here.
      return originGroup([...own].filter((origin) => cluster.has(origin)));
    }),
    paths: claims.map((claim) => ({
      claimant: originOf(claim, partyOf),
      relays: claim.relay.map(({ name }) => partyOf(claim.document, name)),
      document: titleOf(documents.get(claim.document)),
    })),
    judged: judged.filter(({ name }) => speaking(claims, partyOf).has(name)).map(describeParty),
  };
}

/** Whoever makes some claims or passes them on. */
function speaking(claims: readonly Claim[], partyOf: PartyOf): ReadonlySet<string> {
  return new Set(
    claims.flatMap(({ document, claimant, relay }) => [claimant, ...relay].map(({ name }) => partyOf(document, name))),
  );
}

/** Which names count as one, and by whose word. */
function describeParty({ names, judgedBy }: JudgedParty): string {
  const words = judgedBy.map(({ by, at, act }) => `by ${by} on ${at.slice(0, 10)} (act ${act})`);
  return `${writeList(names.map((name) => `“${name}”`))} count as one: judged to be one ${writeList([...new Set(words)])}.`;
}

const byId = memoized(
  (documents: readonly ReadDocument[]): ReadonlyMap<string, ReadDocument> =>
    new Map(documents.map((document) => [document.document, document])),
);

/** The clusters that have one of some claims, in the order of all. */
function clustersAmong(clusters: readonly OriginCluster[], ids: ReadonlySet<string>): readonly OriginCluster[] {
  const places = clusterPlaces(clusters);
  const found = new Set([...ids].flatMap((id) => places.get(id) ?? []));
  return [...found].sort((a, b) => a - b).flatMap((place) => clusters[place] ?? []);
}

const clusterPlaces = memoized((clusters: readonly OriginCluster[]): ReadonlyMap<string, readonly number[]> => {
  const places = new Map<string, number[]>();
  for (const [place, { claims }] of clusters.entries())
    for (const id of claims) {
      const known = places.get(id);
      if (known === undefined) places.set(id, [place]);
      else known.push(place);
    }
  return places;
});

function originGroup(claimants: readonly string[]) {
  const pooled = claimants.length > 1;
  return { label: pooled ? 'Not shown to be independent of each other' : (claimants[0] ?? ''), claimants, pooled };
}

function windowWords({ from, to }: { from: string | null; to: string | null }): string {
  if (from !== null && to !== null) return from === to ? from : `${from} to ${to}`;
  return from !== null ? `from ${from}` : to !== null ? `to ${to}` : '';
}
