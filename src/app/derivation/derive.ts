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
import { type FindingMemory, openFindingMemory } from '../../findings/allegations/finding-memory.ts';
import { compareFigures } from '../../findings/comparison/comparison-topic.ts';
import { type GroupMemory, openGroupMemory } from '../../findings/comparison/figure-groups.ts';
import {
  type AssemblyMemory,
  assembleIncidents,
  type Incident,
  type IncidentGrounds,
  openAssemblyMemory,
} from '../../findings/comparison/incident.ts';
import type { ComparisonTopic } from '../../findings/model/comparison.ts';
import type { Finding } from '../../findings/model/finding.ts';
import type { Lead } from '../../findings/model/lead.ts';
import type { TotalsNow } from '../../findings/model/ledger-total.ts';
import { checkStatements } from '../../findings/statements/consistency.ts';
import type { StatementCheck } from '../../findings/statements/statement-check.ts';
import type { Regime } from '../../regime/model/regime.ts';
import type { Evidence } from '../acts/evidence.ts';
import type { AcquiredDocument } from '../acts/gathering.ts';
import type { DocumentClaims, ReviewMemory } from '../acts/reviewed-claims.ts';
import type { Progress } from '../progress.ts';
import { deriveFindings } from './derive-findings.ts';
import { claimantOf } from './extract.ts';
import { claimsToRestOn } from './needs-sight.ts';
import { originGrounds, originsBehind } from './origins.ts';
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
  /** The same by document, in the order of the documents; a list stays the same while nothing in it changes. */
  readonly byDocument: ReadonlyMap<string, readonly Claim[]>;
  /** Those of the claims that anything rests on: what was read off a picture waits until a person has looked at it. */
  readonly grounds: readonly Claim[];
  readonly incidents: readonly Incident[];
  readonly topics: readonly ComparisonTopic[];
  readonly checks: readonly StatementCheck[];
  /** The same by document, a list for each regime that says something of it. */
  readonly checksByDocument: ReadonlyMap<string, readonly (readonly StatementCheck[])[]>;
  readonly findings: readonly Finding[];
  /** What falls short of a finding. */
  readonly leads: readonly Lead[];
  /** Clusters of claims that may go back to one origin. */
  readonly origins: readonly OriginCluster[];
  /** What the sources of totals that findings rest on give by now. */
  readonly totals: TotalsNow;
};

/** What was derived the time before, so that an act moves what it touches and no more. */
export type DerivationMemory = {
  readonly reviews: ReviewMemory;
  readonly incidents: AssemblyMemory;
  readonly figures: GroupMemory;
  readonly findings: FindingMemory;
};

export function openDerivationMemory(): DerivationMemory {
  return {
    reviews: new Map(),
    incidents: openAssemblyMemory(),
    figures: openGroupMemory(),
    findings: openFindingMemory(),
  };
}

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
    readonly memory?: DerivationMemory;
    readonly totals: TotalsNow;
  },
  documents: readonly ReadDocument[],
  claims: readonly DocumentClaims[],
): Derived {
  const byId = new Map(documents.map((document) => [document.document as string, document]));
  const publishedOf = (claim: Claim): string | null => byId.get(claim.document)?.published ?? null;
  const resting = claims.map(({ document, claims: own }) => ({
    document: byId.get(document),
    grounds: claimsToRestOn(own, byId.get(document)?.layer, evidence),
  }));
  const grounds = resting.flatMap((one) => one.grounds);
  const clustersOf = (some: readonly Claim[]): readonly OriginCluster[] => originsBehind(some, { evidence, documents });
  const incidentGrounds = (): IncidentGrounds => {
    const contradictions = contradictionsIn(derived.topics);
    return {
      clustersOf,
      judged: JSON.stringify([
        originGrounds({ evidence, documents }),
        contradictions.map((pair) => pair.map(({ claim }) => claim.id)),
      ]),
      contest: { contradict: contradicting(contradictions) },
    };
  };
  const derived: Derived = lazy({
    evidence: () => evidence,
    documents: () => documents,
    claims: () => claims.flatMap((one) => one.claims),
    byDocument: () => new Map(claims.map(({ document, claims: own }) => [document, own])),
    grounds: () => grounds,
    incidents: () =>
      assembleIncidents(
        grounds,
        evidence.links.map(({ claims: [a, b], judgement, by }) => ({ claims: [a.id, b.id], judgement, by })),
        incidentGrounds(),
        memory?.incidents,
      ),
    topics: () => compareFigures(grounds, proposalReviews(evidence, 'comparison').all, memory?.figures),
    checks: () => [...derived.checksByDocument.values()].flat(2),
    checksByDocument: () =>
      new Map(
        resting.map(({ document, grounds: own }) => [
          document?.document ?? '',
          regimes().map((regime) => checksIn(own)(regime, document)),
        ]),
      ),
    findings: () => tested().findings,
    leads: () => tested().leads,
    origins: () => clustersOf(grounds),
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
        contradictions: contradictionsIn(derived.topics),
        ...(memory === undefined ? {} : { memory: memory.findings }),
      },
      totals,
    ),
  );
  return derived;
}

/** The statements in the claims of one document, held against a regime; again only where its day of publication has changed. */
const checksIn = memoized((claims: readonly Claim[]) => {
  const known = new Map<Regime, { readonly published: string | null; readonly checks: readonly StatementCheck[] }>();
  return (regime: Regime, document: ReadDocument | undefined): readonly StatementCheck[] => {
    const published = document?.published ?? null;
    const before = known.get(regime);
    if (before?.published === published) return before.checks;
    const aboutRegime = (): boolean => countriesOf(document?.layer).has(regime.target);
    const checks = deepFreeze(checkStatements(claims, () => ({ regime, published, aboutRegime })));
    known.set(regime, { published, checks });
    return checks;
  };
});

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
