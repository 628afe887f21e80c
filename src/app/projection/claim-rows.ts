import { gistOf, statementIn } from '../../claims/gist/gist.ts';
import type { Claim } from '../../claims/model/claim.ts';
import type { JsonObject } from '../../core/json.ts';
import { memoized } from '../../core/memoized.ts';
import type { Chunk, ClaimRecord } from '../../store/projection.ts';
import type { Snapshot } from '../derivation/derivation.ts';
import type { ReadDocument } from '../derivation/derive.ts';
import { titleOf } from '../derivation/document-title.ts';
import { type Sight, sightOf } from '../derivation/needs-sight.ts';
import { foldText } from './fold-text.ts';

/** What a list shows next to a claim. */
type ClaimAlongside = {
  /** Who says what, in the claim's own words (claims/gist/), and what is said alone. */
  readonly gist: string;
  readonly statement: string;
  readonly title: string;
  readonly published: string | null;
  readonly grade: string | null;
  readonly incident: string | null;
  /** Statement checks contradict it. */
  readonly contradicted: boolean;
  /** Where it was read off a picture, and whether a person has looked. */
  readonly sight: Sight | null;
};

export type ShownClaim = Claim & ClaimAlongside;

/** The documents of a snapshot by their ids. */
export function documentsById({ derived }: Snapshot): ReadonlyMap<string, ReadDocument> {
  return byId(derived.documents);
}

const byId = memoized(
  (documents: readonly ReadDocument[]): ReadonlyMap<string, ReadDocument> =>
    new Map(documents.map((document) => [document.document, document])),
);

/** All claims of a snapshot by their ids. */
export const claimsById = memoized(
  ({ derived }: Snapshot): ReadonlyMap<string, Claim> => new Map(derived.claims.map((claim) => [claim.id, claim])),
);

/** What of a snapshot is shown next to its claims, by the claim. */
const beside = memoized(({ derived, evidence }: Snapshot) => ({
  grades: new Map(evidence.grades.map(({ claim, credibility }) => [claim.id, credibility])),
  incidents: new Map(derived.incidents.flatMap(({ id, claims }) => claims.map((claim) => [claim, id] as const))),
  contradicted: new Set(derived.checks.filter(({ relation }) => relation === 'contradicts').map(({ claim }) => claim)),
}));

function showClaim(snapshot: Snapshot, claim: Claim): ShownClaim {
  const document = documentsById(snapshot).get(claim.document);
  const { grades, incidents, contradicted } = beside(snapshot);
  return {
    ...claim,
    gist: gistOf(claim),
    statement: statementIn(claim),
    title: titleOf(document),
    published: document?.published ?? null,
    grade: grades.get(claim.id) ?? null,
    incident: incidents.get(claim.id) ?? null,
    contradicted: contradicted.has(claim.id),
    sight: sightOf(claim, document?.layer),
  };
}

/** Some claims as they are shown, in the order of the ids; what is not there any more is left out. */
export function shownAmong(snapshot: Snapshot, ids: readonly string[]): readonly ShownClaim[] {
  const claims = claimsById(snapshot);
  return ids.flatMap((id) => {
    const claim = claims.get(id);
    return claim === undefined ? [] : [showClaim(snapshot, claim)];
  });
}

/** The claims of one document as they are shown. */
export function shownIn(snapshot: Snapshot, document: string): readonly ShownClaim[] {
  return (snapshot.derived.byDocument.get(document) ?? []).map((claim) => showClaim(snapshot, claim));
}

/** The rows of claims, a chunk a document. */
export function claimChunks(snapshot: Snapshot): readonly Chunk<ClaimRecord>[] {
  const { grades, incidents, contradicted } = beside(snapshot);
  return snapshot.derived.documents.map((document, place) => {
    const claims = claimsIn(snapshot, document);
    const ids = claims.map(({ id }) => id);
    return {
      key: document.document,
      of: [
        claims,
        place,
        titleOf(document),
        document.published,
        ids.map((id) => grades.get(id) ?? '').join(' '),
        ids.map((id) => incidents.get(id) ?? '').join(' '),
        ids.map((id) => (contradicted.has(id) ? 'x' : '')).join(' '),
      ],
      rows: () => shownIn(snapshot, document.document).map((shown) => claimRecord(shown, place)),
    };
  });
}

export function claimsIn({ derived }: Snapshot, { document }: Pick<ReadDocument, 'document'>): readonly Claim[] {
  return derived.byDocument.get(document) ?? NONE;
}

const NONE: readonly Claim[] = [];

function claimRecord(shown: ShownClaim, place: number): ClaimRecord {
  const { gist, statement, title, published, grade, incident, contradicted, ...claim } = shown;
  const alongside: JsonObject = { gist, statement, title, published, grade, incident, contradicted };
  return {
    claim,
    place,
    published,
    claimantFolded: foldText(claim.claimant.name),
    sought: soughtInClaim(shown),
    beside: alongside,
  };
}

/** Where a claim stands among all: its document's place first, then its own in the document. */
export function placeOfClaim(snapshot: Snapshot, { document, id }: Pick<Claim, 'document' | 'id'>): number {
  const own = snapshot.derived.byDocument.get(document) ?? [];
  return placeIn(
    documentPlaces(snapshot.derived.documents).get(document) ?? 0,
    own.findIndex((one) => one.id === id),
  );
}

/** More claims than that no document gives. */
const MOST_IN_A_DOCUMENT = 2 ** 20;

export function placeIn(document: number, at: number): number {
  return document * MOST_IN_A_DOCUMENT + Math.max(0, at);
}

const documentPlaces = memoized(
  (documents: readonly ReadDocument[]): ReadonlyMap<string, number> =>
    new Map(documents.map(({ document }, at) => [document, at])),
);

/** What a search looks through: what is said and by whom, of whom, where, and in which document. */
function soughtInClaim(row: ShownClaim): string {
  return [
    row.id,
    row.quote,
    row.title,
    row.claimant.name,
    ...row.relay.map(({ name }) => name),
    ...Object.values(row.roles).flat(),
    ...row.where,
  ].join('\n');
}
