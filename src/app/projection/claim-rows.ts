import { gistOf, statementIn } from '../../claims/gist/gist.ts';
import type { Claim } from '../../claims/model/claim.ts';
import { memoized } from '../../core/memoized.ts';
import type { TextLayer } from '../../documents/text/text-layer.ts';
import type { Snapshot } from '../derivation/derivation.ts';
import type { ReadDocument } from '../derivation/derive.ts';
import { titleOf } from '../derivation/document-title.ts';
import { type Sight, sightOf } from '../derivation/needs-sight.ts';

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
export const documentsById = memoized(
  ({ derived }: Snapshot): ReadonlyMap<string, ReadDocument> =>
    new Map(derived.documents.map((document) => [document.document, document])),
);

/** All claims as they are shown, in the order of their documents. */
export const shownClaims = memoized((snapshot: Snapshot): readonly ShownClaim[] => {
  const { derived, evidence } = snapshot;
  const documents = documentsById(snapshot);
  const grades = new Map(evidence.grades.map(({ claim, credibility }) => [claim.id, credibility]));
  const incidents = new Map(derived.incidents.flatMap(({ id, claims }) => claims.map((claim) => [claim, id] as const)));
  const contradicted = new Set(
    derived.checks.filter(({ relation }) => relation === 'contradicts').map(({ claim }) => claim),
  );
  return derived.claims.map((claim) => {
    const document = documents.get(claim.document);
    return shownOn(claim)({
      title: titleOf(document),
      published: document?.published ?? null,
      grade: grades.get(claim.id) ?? null,
      incident: incidents.get(claim.id) ?? null,
      contradicted: contradicted.has(claim.id),
      sight: sightIn(document)(claim),
    });
  });
});

/** Told once of a claim, so that what is shown of it stays the same object. */
const sightIn = (document: ReadDocument | undefined): ((claim: Claim) => Sight | null) =>
  document?.layer.recognised === undefined ? () => null : sightsIn(document.layer);

const sightsIn = memoized((layer: TextLayer) => memoized((claim: Claim) => sightOf(claim, layer)));

/** A claim is shown as the same object while nothing in it changes: what is memoized of it outlives an act on another claim. */
const shownOn = memoized((claim: Claim) => {
  let last: { readonly beside: readonly unknown[]; readonly row: ShownClaim } | undefined;
  return (fields: Omit<ClaimAlongside, 'gist' | 'statement'>): ShownClaim => {
    const beside = Object.values(fields);
    if (last === undefined || beside.some((value, at) => value !== last?.beside[at]))
      last = { beside, row: { ...claim, gist: gistOf(claim), statement: statementIn(claim), ...fields } };
    return last.row;
  };
});

const shownById = memoized(
  (rows: readonly ShownClaim[]): ReadonlyMap<string, ShownClaim> => new Map(rows.map((row) => [row.id, row])),
);

/** Some claims as they are shown, in the order of the ids; what is not there any more is left out. */
export function shownAmong(snapshot: Snapshot, ids: readonly string[]): readonly ShownClaim[] {
  const rows = shownById(shownClaims(snapshot));
  return ids.flatMap((id) => rows.get(id) ?? []);
}

const byDocument = memoized((rows: readonly ShownClaim[]): ReadonlyMap<string, readonly ShownClaim[]> => {
  const found = new Map<string, ShownClaim[]>();
  for (const row of rows) {
    const known = found.get(row.document);
    if (known === undefined) found.set(row.document, [row]);
    else known.push(row);
  }
  return found;
});

/** The claims of one document as they are shown. */
export function shownIn(snapshot: Snapshot, document: string): readonly ShownClaim[] {
  return byDocument(shownClaims(snapshot)).get(document) ?? [];
}

/** What a search looks through: what is said and by whom, of whom, where, and in which document. */
export function soughtInClaim(row: ShownClaim): string {
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
