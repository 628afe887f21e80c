import type { Claim, Claimant } from '../claims/claim.ts';
import { extractClaims } from '../claims/extraction.ts';
import type { OriginCluster } from '../claims/independence.ts';
import { describeError } from '../core/errors.ts';
import { deepFreeze } from '../core/json.ts';
import { DocumentError } from '../documents/document-error.ts';
import type { DocumentReader } from '../documents/reader.ts';
import type { TextLayer } from '../documents/text-layer.ts';
import { type ComparisonTopic, compareFigures } from '../findings/comparison-topic.ts';
import { checkStatements } from '../findings/consistency.ts';
import type { Finding } from '../findings/finding.ts';
import { assembleIncidents, type Incident } from '../findings/incident.ts';
import { countriesIn } from '../findings/mentioned-country.ts';
import type { StatementCheck } from '../findings/statement-check.ts';
import { testAllegations } from '../findings/test-allegations.ts';
import type { Regime } from '../regime/regime.ts';
import type { AcquiredDocument, Evidence } from './evidence.ts';
import { claimantOf } from './extract.ts';
import { originsBehind } from './origins.ts';
import type { Progress } from './progress.ts';
import { applyReviews } from './reviewed-claims.ts';

export type ReadDocument = AcquiredDocument & {
  readonly layer: TextLayer;
  readonly published: string | null;
  readonly source: Claimant;
};

/** Everything that follows from a record and the regime data: a pure function of them, made anew at any time. */
export type Derived = {
  readonly evidence: Evidence;
  readonly documents: readonly ReadDocument[];
  readonly claims: readonly Claim[];
  readonly incidents: readonly Incident[];
  readonly topics: readonly ComparisonTopic[];
  readonly checks: readonly StatementCheck[];
  readonly findings: readonly Finding[];
  /** Clusters of claims that may go back to one origin. */
  readonly origins: readonly OriginCluster[];
};

export type DerivationRequest = {
  readonly evidence: Evidence;
  readonly regimes: readonly Regime[];
  readonly reader: DocumentReader;
  readonly progress: Progress;
  /** The bytes of a document; null where they were withheld. */
  bytesOf(document: AcquiredDocument): Promise<Uint8Array | null>;
  /** Text layers that were read already in this run. */
  readonly layers?: ReadonlyMap<string, TextLayer>;
};

export async function derive(request: DerivationRequest): Promise<Derived> {
  const documents = await readDocuments(request);
  request.progress.step('Reading claims');
  const extracted = documents.flatMap((document, at) => {
    request.progress.advance(at, documents.length);
    return extractClaims(document.layer, { source: document.source, published: document.published });
  });
  const claims = applyReviews(extracted, request.evidence, documents);
  request.progress.step('Testing against the measures in force');
  return deepFreeze(deriveFromClaims(request, documents, claims));
}

function deriveFromClaims(
  request: DerivationRequest,
  documents: readonly ReadDocument[],
  claims: readonly Claim[],
): Derived {
  const { evidence, regimes } = request;
  const byId = new Map(documents.map((document) => [document.document as string, document]));
  const publishedOf = (claim: Claim): string | null => byId.get(claim.document)?.published ?? null;
  const topics = compareFigures(claims, publishedOf);
  const contradicted = new Set(
    topics.flatMap(({ figures, relations }) =>
      relations
        .filter(({ relation }) => relation === 'contradicts')
        .flatMap(({ a, b }) => figures.filter(({ id }) => id === a || id === b).map(({ claim }) => claim.id)),
    ),
  );
  const clustersOf = (some: readonly Claim[]): readonly OriginCluster[] => originsBehind(some, evidence);
  const findings = regimes.flatMap((regime) =>
    testAllegations(claims, {
      regime,
      publishedOf: (claim) =>
        publishedOf(claim) ?? byId.get(claim.document)?.custody.collection.ended.slice(0, 10) ?? '',
      originsOf: (some) => clustersOf(some).length,
      contradictedAmong: (some) => some.some((claim) => contradicted.has(claim.id)),
    }),
  );
  const checks = regimes.flatMap((regime) =>
    checkStatements(claims, (claim) => ({
      regime,
      published: publishedOf(claim),
      aboutRegime: speaksOf(byId.get(claim.document)?.layer.text ?? '', regime),
    })),
  );
  return {
    evidence,
    documents,
    claims,
    incidents: assembleIncidents(
      claims,
      evidence.links.map(({ claims: [a, b], judgement, by }) => ({ claims: [a.id, b.id], judgement, by })),
      clustersOf,
    ),
    topics,
    checks,
    findings,
    origins: clustersOf(claims),
  };
}

async function readDocuments(request: DerivationRequest): Promise<readonly ReadDocument[]> {
  const { evidence, layers } = request;
  request.progress.step('Reading documents');
  const documents: ReadDocument[] = [];
  for (const [at, acquired] of evidence.documents.entries()) {
    request.progress.advance(at, evidence.documents.length);
    const { origin } = acquired.custody;
    // A dossier may still hold what the record withheld: it is not read from there either.
    if (evidence.withheld.has(acquired.document)) continue;
    const layer = layers?.get(acquired.document) ?? (await readLayer(request, acquired));
    if (layer === null) continue;
    documents.push({
      ...acquired,
      layer,
      published: origin.published ?? layer.published,
      source: sourceOf(origin.source, layer, evidence),
    });
  }
  return documents;
}

/** The text of a document; null where its bytes were withheld or this program cannot read them, which is told. */
async function readLayer(request: DerivationRequest, acquired: AcquiredDocument): Promise<TextLayer | null> {
  const { fileName } = acquired.custody.origin;
  const bytes = await request.bytesOf(acquired);
  if (bytes === null) return null;
  try {
    return await request.reader.read(bytes, fileName);
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    request.progress.note(`not read: ${describeError(error)}`);
    return null;
  }
}

/** The document's own source as the record describes it; the outlet that the document names where it does not. */
function sourceOf(id: string | null, layer: TextLayer, evidence: Evidence): Claimant {
  const facts = id === null ? undefined : evidence.sources.get(id);
  return facts === undefined
    ? claimantOf(layer.outlet)
    : claimantOf(facts.name, facts.kind, facts.country ?? undefined);
}

/** Whether a text speaks of a regime: its target, by any of its names. */
function speaksOf(text: string, regime: Regime): boolean {
  return countriesIn(text.slice(0, 20_000)).some(({ country }) => country === regime.target);
}
