import type { IncidentMemory } from '../../claims/comparison/incident.ts';
import type { OriginCluster } from '../../claims/comparison/independence.ts';
import type { Claim, Claimant } from '../../claims/model/claim.ts';
import { countriesIn } from '../../claims/names/mentioned-country.ts';
import { type ColumnMapping, layoutKey, layoutsIn } from '../../claims/tables/column-mapping.ts';
import { describeError } from '../../core/errors.ts';
import { deepFreeze } from '../../core/json.ts';
import { memoized } from '../../core/memoized.ts';
import { inOrder } from '../../core/threads/in-order.ts';
import { MOST_THREADS } from '../../core/threads/thread-pool.ts';
import { DocumentError } from '../../documents/document-error.ts';
import type { DocumentReader } from '../../documents/reader.ts';
import type { TextLayer } from '../../documents/text/text-layer.ts';
import { type Contradiction, contradictionsIn } from '../../findings/allegations/contradiction.ts';
import { compareFigures } from '../../findings/comparison/comparison-topic.ts';
import { assembleIncidents, type Incident } from '../../findings/comparison/incident.ts';
import type { ComparisonTopic } from '../../findings/model/comparison.ts';
import type { Finding } from '../../findings/model/finding.ts';
import type { Lead } from '../../findings/model/lead.ts';
import type { TotalsNow } from '../../findings/model/ledger-total.ts';
import { checkStatements } from '../../findings/statements/consistency.ts';
import type { StatementCheck } from '../../findings/statements/statement-check.ts';
import type { Regime } from '../../regime/model/regime.ts';
import type { Evidence } from '../acts/evidence.ts';
import type { AcquiredDocument } from '../acts/gathering.ts';
import type { Progress } from '../progress.ts';
import { type ClaimantParties, claimantParties } from './claimant-parties.ts';
import { deriveFindings } from './derive-findings.ts';
import { claimantOf } from './extract.ts';
import { claimsToRestOn } from './needs-sight.ts';
import { originsBehind } from './origins.ts';
import { proposalReviews } from './proposal-reviews.ts';

export type ReadDocument = AcquiredDocument & {
  readonly layer: TextLayer;
  readonly published: string | null;
  readonly source: Claimant;
  /** What people said of the columns of its tables; left out where nobody did. */
  readonly columns?: readonly ColumnMapping[];
  /** Why its claims were not read, where they were not: it is printed, so that nobody takes it for a text without claims. */
  readonly setAside?: string;
};

/**
 * Everything that follows from a record and the regime data: a pure function of them, made again at any time. What follows
 * from the claims is worked out when it is first asked for, since many commands need only a part.
 */
export type Derived = {
  readonly evidence: Evidence;
  readonly documents: readonly ReadDocument[];
  readonly claims: readonly Claim[];
  /** Those of the claims that anything rests on: what was read off a picture waits until a person has looked at it. */
  readonly grounds: readonly Claim[];
  readonly incidents: readonly Incident[];
  readonly topics: readonly ComparisonTopic[];
  readonly checks: readonly StatementCheck[];
  readonly findings: readonly Finding[];
  /** What falls short of a finding. */
  readonly leads: readonly Lead[];
  /** Clusters of claims that may go back to one origin. */
  readonly origins: readonly OriginCluster[];
  /** Which claimants people judged to be one. */
  readonly parties: ClaimantParties;
  /** What the sources of totals that findings rest on give by now. */
  readonly totals: TotalsNow;
};

export type ReadingRequest = {
  readonly evidence: Evidence;
  readonly reader: DocumentReader;
  readonly progress: Progress;
  /** The bytes of a document; null where they were withheld. */
  bytesOf(document: AcquiredDocument): Promise<Uint8Array | null>;
  /** Text layers that were read already; null for a document that this program cannot read. */
  readonly layers: ReadonlyMap<string, TextLayer | null>;
};

/** What follows from the claims as they count, and the regime data. */
export function deriveFromClaims(
  {
    evidence,
    regimes,
    memory,
    totals,
  }: {
    readonly evidence: Evidence;
    readonly regimes: () => readonly Regime[];
    readonly memory?: IncidentMemory;
    readonly totals: TotalsNow;
  },
  documents: readonly ReadDocument[],
  claims: readonly Claim[],
): Derived {
  const byId = new Map(documents.map((document) => [document.document as string, document]));
  const publishedOf = (claim: Claim): string | null => byId.get(claim.document)?.published ?? null;
  const grounds = claimsToRestOn(claims, (document) => byId.get(document)?.layer, evidence);
  const parties = once(() => claimantParties(evidence, documents, claims));
  const clustersOf = (some: readonly Claim[]): readonly OriginCluster[] =>
    originsBehind(some, { evidence, documents, partyOf: parties().partyOf });
  const derived: Derived = lazy({
    evidence: () => evidence,
    documents: () => documents,
    claims: () => claims,
    grounds: () => grounds,
    incidents: () =>
      assembleIncidents(
        grounds,
        evidence.links.map(({ claims: [a, b], judgement, by }) => ({ claims: [a.id, b.id], judgement, by })),
        clustersOf,
        memory,
        { contradict: contradicting(contradictionsIn(derived.topics)) },
      ),
    topics: () => compareFigures(grounds, proposalReviews(evidence, 'comparison').all, parties().partyOf),
    checks: () =>
      regimes().flatMap((regime) =>
        checkStatements(grounds, (claim) => ({
          regime,
          published: publishedOf(claim),
          aboutRegime: () => countriesOf(byId.get(claim.document)?.layer).has(regime.target),
        })),
      ),
    findings: () => tested().findings,
    leads: () => tested().leads,
    origins: () => clustersOf(grounds),
    parties,
    totals: () => totals,
  });
  const tested = once(() =>
    deriveFindings(
      evidence,
      regimes(),
      grounds,
      {
        publishedOf,
        statedBy: (claim) =>
          publishedOf(claim) ?? byId.get(claim.document)?.custody.collection.ended.slice(0, 10) ?? '',
        originsOf: (some) => clustersOf(some).length,
        partyOf: parties().partyOf,
        contradictions: contradictionsIn(derived.topics),
      },
      totals,
    ),
  );
  return derived;
}

/** Whether two of some claims stand in a contradiction. */
function contradicting(contradictions: readonly Contradiction[]): (claims: readonly Claim[]) => boolean {
  if (contradictions.length === 0) return () => false;
  return (claims) => {
    const ids = new Set(claims.map(({ id }) => id));
    return contradictions.some((pair) => pair.every(({ claim }) => ids.has(claim.id)));
  };
}

function once<Value>(work: () => Value): () => Value {
  let known: { readonly value: Value } | undefined;
  return () => {
    known ??= { value: work() };
    return known.value;
  };
}

/** An object whose fields are lazy: each is computed when it is first asked for, and frozen. */
function lazy<Fields extends object>(work: { readonly [Field in keyof Fields]: () => Fields[Field] }): Fields {
  const fields = {} as Fields;
  for (const field of Object.keys(work) as (keyof Fields)[]) {
    let known: { readonly value: Fields[keyof Fields] } | undefined;
    Object.defineProperty(fields, field, {
      enumerable: true,
      get: () => {
        known ??= { value: deepFreeze(work[field]()) };
        return known.value;
      },
    });
  }
  return Object.freeze(fields);
}

/** The documents of a record with their texts; those withheld, or that this program cannot read, are left out. */
export async function readDocuments(request: ReadingRequest): Promise<readonly ReadDocument[]> {
  const { evidence, layers } = request;
  request.progress.step('Reading documents');
  const documents: ReadDocument[] = [];
  const read = inOrder(evidence.documents, MOST_THREADS, async (acquired) => {
    // A dossier may still hold what the record withheld: it is not read from there either.
    if (evidence.withheld.has(acquired.document)) return null;
    const known = layers.get(acquired.document);
    return known === undefined ? await readLayer(request, acquired) : known;
  });
  let at = 0;
  for await (const { item: acquired, result: layer } of read) {
    request.progress.advance(at++, evidence.documents.length);
    if (layer === null) continue;
    documents.push({
      ...acquired,
      layer,
      published: acquired.custody.origin.published ?? layer.published,
      source: sourceOf(acquired.custody.origin.source, layer, evidence),
      ...columnsOf(layer, evidence),
    });
  }
  return documents;
}

/** Of what people said of columns, what is of tables in this text. */
function columnsOf(layer: TextLayer, { columns }: Evidence): Pick<ReadDocument, 'columns'> {
  if (columns.size === 0) return {};
  const own = layoutKeysOf(layer).flatMap((key) => columns.get(key) ?? []);
  return own.length === 0 ? {} : { columns: own };
}

const layoutKeysOf = memoized((layer: TextLayer) => [
  ...new Set(layoutsIn(layer).map(({ headings }) => layoutKey(headings))),
]);

/** The text of a document; null where its bytes were withheld or this program cannot read them, which is told. */
async function readLayer(request: ReadingRequest, acquired: AcquiredDocument): Promise<TextLayer | null> {
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

/** The countries that a text names at its head, by any of their names: it is about a regime when it names the target. */
const countriesAtItsHead = memoized(
  ({ text }: TextLayer): ReadonlySet<string> =>
    new Set(countriesIn(text.slice(0, 20_000)).map(({ country }) => country)),
);

const NO_COUNTRIES: ReadonlySet<string> = new Set();

export function countriesOf(layer: TextLayer | undefined): ReadonlySet<string> {
  return layer === undefined ? NO_COUNTRIES : countriesAtItsHead(layer);
}
