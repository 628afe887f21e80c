import { factsOf } from '../../claims/comparison/figure-facts.ts';
import { type OriginCluster, originOf } from '../../claims/comparison/independence.ts';
import type { Claim } from '../../claims/model/claim.ts';
import type { PartyOf } from '../../claims/model/party.ts';
import { memoized } from '../../core/memoized.ts';
import { type Estimate, estimateOf } from '../../figures/drawing/words.ts';
import { figuresIn, originsIn } from '../../findings/comparison/great-comparison.ts';
import { writtenNoun } from '../../findings/comparison/written-noun.ts';
import { claimantName } from '../../findings/model/claimant-name.ts';
import type { ComparisonTopic, Figure } from '../../findings/model/comparison.ts';
import type { ReportComparison, ReportOrigins } from '../../report/model/model.ts';
import { writeList } from '../../report/model/words.ts';
import type { JudgedParty } from '../derivation/claimant-parties.ts';
import type { Derived } from '../derivation/derive.ts';
import { titleOf } from '../derivation/document-title.ts';
import { type Sight, sightOf } from '../derivation/needs-sight.ts';
import type { ReadDocument } from '../derivation/reading/read-documents.ts';

/** Figures of several claims about one matter, in the form in which the report and the workbench show them. */
export function comparisonOf(topic: ComparisonTopic, derived: Derived): ReportComparison {
  const documents = documentsIn(derived);
  const { origins, ...said } = saidOf(topic, derived);
  return {
    ...said,
    rows: topic.figures.map((figure) => rowOf(figure, documents.get(figure.claim.document))),
    origins: { ...origins, paths: claimsOf(topic).map((claim) => pathOf(claim, derived)) },
  };
}

/** A comparison as the tables hold it beside its figures: without their rows and ways. */
type ComparisonSaid = Omit<ReportComparison, 'rows' | 'origins'> & { readonly origins: Omit<ReportOrigins, 'paths'> };

/** All that is said of a comparison but its figures: there may be thousands. */
export function saidOf(topic: ComparisonTopic, derived: Derived): ComparisonSaid {
  return {
    id: topic.id,
    title: topic.title,
    introduction:
      topic.compared < figuresIn(topic)
        ? `There are ${figuresIn(topic)} figures; ${topic.compared} that differ are compared pair by pair.`
        : null,
    relations: topic.relations,
    review: topic.review,
    reviewedBy: topic.reviewedBy,
    unseen: topic.unseen,
    ...(topic.gone === undefined ? {} : { gone: topic.gone }),
    origins: behind(originsIn(topic, derived.parties.partyOf), claimsOf(topic), derived),
  };
}

function claimsOf({ figures }: ComparisonTopic): readonly Claim[] {
  return [...new Set(figures.map(({ claim }) => claim))];
}

/** A figure as a row of its comparison, in the document that gives it. */
export function rowOf(figure: Figure, document: ReadDocument | undefined): ReportComparison['rows'][number] {
  return {
    ...saidInRow(figure),
    date: document?.published ?? null,
    ...sightField(sightOf(figure.claim, document?.layer)),
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
export function originsOf(claims: readonly Claim[], derived: Derived): ReportOrigins {
  const own = [...new Set(claims.map((claim) => originOf(claim, derived.parties.partyOf)))];
  return { ...behind(own, claims, derived), paths: claims.map((claim) => pathOf(claim, derived)) };
}

/** The origins behind claims, without the ways. */
function behind(own: readonly string[], claims: readonly Claim[], derived: Derived): Omit<ReportOrigins, 'paths'> {
  const { partyOf, judged } = derived.parties;
  return {
    origins: clustersOf(derived.origins, own).map(({ origins }) => {
      const cluster = new Set(origins);
      // In the order of these claims: what others say elsewhere moves nothing here.
      return originGroup(own.filter((origin) => cluster.has(origin)));
    }),
    judged: judged.filter(({ name }) => speaking(claims, partyOf).has(name)).map(describeParty),
  };
}

/** By which way a claim came to the document that was read. */
export function pathOf(claim: Claim, derived: Derived): ReportOrigins['paths'][number] {
  const { partyOf } = derived.parties;
  return {
    claimant: originOf(claim, partyOf),
    relays: claim.relay.map(({ name }) => partyOf(claim.document, name)),
    document: titleOf(documentsIn(derived).get(claim.document)),
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

/** The documents of what was derived, by their ids. */
function documentsIn({ documents }: Pick<Derived, 'documents'>): ReadonlyMap<string, ReadDocument> {
  return byId(documents);
}

const byId = memoized(
  (documents: readonly ReadDocument[]): ReadonlyMap<string, ReadDocument> =>
    new Map(documents.map((document) => [document.document, document])),
);

/** The clusters of some origins, in the order of all. */
function clustersOf(clusters: readonly OriginCluster[], own: readonly string[]): readonly OriginCluster[] {
  const places = clusterPlaces(clusters);
  const found = new Set(own.flatMap((origin) => places.get(origin) ?? []));
  return [...found].sort((a, b) => a - b).flatMap((place) => clusters[place] ?? []);
}

const clusterPlaces = memoized(
  (clusters: readonly OriginCluster[]): ReadonlyMap<string, number> =>
    new Map(clusters.flatMap(({ origins }, place) => origins.map((origin) => [origin, place] as const))),
);

function originGroup(claimants: readonly string[]) {
  const pooled = claimants.length > 1;
  return { label: pooled ? 'Not shown to be independent of each other' : (claimants[0] ?? ''), claimants, pooled };
}

function windowWords({ from, to }: { from: string | null; to: string | null }): string {
  if (from !== null && to !== null) return from === to ? from : `${from} to ${to}`;
  return from !== null ? `from ${from}` : to !== null ? `to ${to}` : '';
}

/** Which origins are one, in a text. Until people part any all of them are, whoever else comes to speak. */
export const originsKey = memoized((clusters: readonly OriginCluster[]) =>
  clusters.length <= 1 ? '' : JSON.stringify(clusters.map(({ origins }) => origins)),
);
