import { gatherEvents } from '../../claims/comparison/incident.ts';
import type { OriginCluster } from '../../claims/comparison/independence.ts';
import type { Claim } from '../../claims/model/claim.ts';
import { deepFreeze } from '../../core/json/json.ts';
import { memoized } from '../../core/memoized.ts';
import { atOnce, type Steps } from '../../core/steps.ts';
import { type ClaimBlock, eventBlocks, figureBlocks } from '../../findings/allegations/claim-blocks.ts';
import { contradicting, contradictionsIn } from '../../findings/allegations/contradiction.ts';
import { comparingBlocks, gatherFigures } from '../../findings/comparison/comparison-topic.ts';
import {
  assembleIncidents,
  type Incident,
  type IncidentGrounds,
  openAssemblyMemory,
} from '../../findings/comparison/incident.ts';
import type { ComparisonTopic } from '../../findings/model/comparison.ts';
import type { Finding } from '../../findings/model/finding.ts';
import type { Lead } from '../../findings/model/lead.ts';
import type { TotalsNow } from '../../findings/model/ledger-total.ts';
import type { StatementCheck } from '../../findings/statements/statement-check.ts';
import type { Regime } from '../../regime/model/regime.ts';
import type { Evidence } from '../acts/evidence.ts';
import type { DocumentClaims } from '../acts/reviewed-claims.ts';
import { type ClaimantParties, claimantParties } from './claimant-parties.ts';
import { type DerivationMemory, documentsOfClaims, openPlaceMemory } from './derivation-memory.ts';
import { deriveFindings } from './derive-findings.ts';
import { blocksByDocument } from './document-blocks.ts';
import { checksIn } from './document-checks.ts';
import { claimsToRestOn } from './needs-sight.ts';
import { allOrigins, type Judged, originGrounds, originsBehind } from './origins.ts';
import { proposalReviews } from './proposal-reviews.ts';
import type { ReadDocument } from './reading/read-documents.ts';

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
  /** A claim by its id. */
  readonly claimOf: (id: string) => Claim | undefined;
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
  /** In which blocks the claims of each document stand. */
  readonly blocks: ReadonlyMap<string, readonly ClaimBlock[]>;
  /** Where a document stands among all. */
  readonly placeOf: (document: string) => number;
  /** Where a claim stands among those of its document. */
  readonly placeInDocument: (claim: Pick<Claim, 'id' | 'document'>) => number;
  /** Which claimants people judged to be one. */
  readonly parties: ClaimantParties;
  /** What the sources of totals that findings rest on give by now. */
  readonly totals: TotalsNow;
  /** Works out in steps what takes long, so that it is there when it is asked for. */
  readonly preparing: () => Steps<void>;
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
  const byId = documentsAmong(documents);
  const publishedOf = (claim: Claim): string | null => byId.get(claim.document)?.published ?? null;
  const resting = claims.map(({ document, claims: own }) => ({
    document: byId.get(document),
    grounds: claimsToRestOn(own, byId.get(document)?.layer, evidence),
  }));
  const grounds = resting.flatMap((one) => one.grounds);
  const parties = once(() => claimantParties(evidence, documents, derived.claims));
  const judged = (): Judged => ({ evidence, documents, parties: parties() });
  const clustersOf = (some: readonly Claim[]): readonly OriginCluster[] => originsBehind(some, judged());
  const statedBy = (claim: Claim): string =>
    publishedOf(claim) ?? byId.get(claim.document)?.custody.collection.ended.slice(0, 10) ?? '';
  const incidentGrounds = (): IncidentGrounds => {
    const contradictions = contradictionsIn(derived.topics);
    return {
      clustersOf,
      judged: JSON.stringify([
        originGrounds(judged()),
        contradictions.map((pair) => pair.map(({ claim }) => claim.id)),
      ]),
      statedBy,
      contest: { contradict: contradicting(contradictions) },
    };
  };
  const figures = stepwise(() => gatherFigures(grounds, memory?.figures));
  const topics = stepwise(function* () {
    yield* figures.steps();
    return yield* comparingBlocks(figures.value(), proposalReviews(evidence, 'comparison').all, parties().partyOf);
  });
  const events = memory?.incidents ?? openAssemblyMemory();
  const incidents = stepwise(() =>
    assembleIncidents(
      grounds,
      evidence.links.map(({ claims: [a, b], judgement, by }) => ({ claims: [a.id, b.id], judgement, by })),
      incidentGrounds(),
      events,
    ),
  );
  const derived: Derived = lazy({
    evidence: () => evidence,
    documents: () => documents,
    claims: () => claims.flatMap((one) => one.claims),
    byDocument: () => new Map(claims.map(({ document, claims: own }) => [document, own])),
    claimOf: () => {
      const places = documentsOfClaims(claims, memory?.places ?? openPlaceMemory());
      return (id) => claimAmong(derived.byDocument.get(places.get(id) ?? '') ?? [], id);
    },
    grounds: () => grounds,
    incidents: incidents.value,
    topics: topics.value,
    checks: () => [...derived.checksByDocument.values()].flat(2),
    checksByDocument: () =>
      new Map(
        resting.map(({ document, grounds: own }) => [
          document?.document ?? '',
          regimes().map((regime) => checksIn(own)(regime, document)),
        ]),
      ),
    findings: () => tested.value().findings,
    leads: () => tested.value().leads,
    origins: () => allOrigins(resting, judged(), memory?.origins),
    blocks: () => {
      const among = [...figureBlocks(figures.value()), ...eventBlocks(atOnce(gatherEvents(grounds, events.proposals)))];
      return blocksByDocument(resting, among, regimes());
    },
    placeOf: () => {
      const places = new Map<string, number>(documents.map(({ document }, at) => [document, at]));
      return (document) => places.get(document) ?? 0;
    },
    placeInDocument: () => (claim) => placesIn(derived.byDocument.get(claim.document) ?? NONE).get(claim.id) ?? -1,
    parties,
    totals: () => totals,
    preparing: () =>
      function* () {
        for (const { document, grounds: own } of resting) {
          for (const regime of regimes()) checksIn(own)(regime, document);
          yield;
        }
        yield* topics.steps();
        yield* incidents.steps();
        yield* tested.steps();
      },
  });
  const tested = stepwise(() =>
    deriveFindings(
      evidence,
      regimes(),
      grounds,
      {
        publishedOf,
        statedBy,
        originsOf: (some) => clustersOf(some).length,
        partyOf: parties().partyOf,
        contradictions: contradictionsIn(derived.topics),
        ...(memory === undefined ? {} : { memory: memory.findings }),
      },
      totals,
    ),
  );
  return derived;
}

/** Claims of a document above which they are looked up by their ids: a table may give tens of thousands. */
const MANY_CLAIMS = 100;

function claimAmong(claims: readonly Claim[], id: string): Claim | undefined {
  return claims.length > MANY_CLAIMS ? claimsById(claims).get(id) : claims.find((claim) => claim.id === id);
}

const placesIn = memoized(
  (claims: readonly Claim[]): ReadonlyMap<string, number> => new Map(claims.map(({ id }, at) => [id, at])),
);

const NONE: readonly Claim[] = Object.freeze([]);

const claimsById = memoized(
  (claims: readonly Claim[]): ReadonlyMap<string, Claim> => new Map(claims.map((claim) => [claim.id, claim])),
);

const documentsAmong = memoized(
  (documents: readonly ReadDocument[]): ReadonlyMap<string, ReadDocument> =>
    new Map(documents.map((document) => [document.document, document])),
);

function once<Value>(work: () => Value): () => Value {
  let known: { readonly value: Value } | undefined;
  return () => {
    known ??= { value: work() };
    return known.value;
  };
}

/** Something long that is worked out once: at once when it is asked for, or before that in steps. */
function stepwise<Value>(work: () => Steps<Value>): { value(): Value; steps(): Steps<void> } {
  let known: { readonly value: Value } | undefined;
  return {
    value: () => {
      known ??= { value: atOnce(work()) };
      return known.value;
    },
    *steps() {
      if (known !== undefined) return;
      const value = yield* work();
      // Whoever could not wait has it already.
      known ??= { value };
    },
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
