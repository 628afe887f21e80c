import { gistOf, statementIn } from '../../claims/gist/gist.ts';
import type { Claim } from '../../claims/model/claim.ts';
import type { JsonObject } from '../../core/json/json.ts';
import { memoized } from '../../core/memoized.ts';
import { locatorAt, locatorWords } from '../../documents/text/locator.ts';
import type { TextLayer } from '../../documents/text/text-layer.ts';
import { canAnswer } from '../../findings/allegations/denials-among.ts';
import type { Chunk, ClaimRecord } from '../../store/projection.ts';
import { placeIn } from '../derivation/claim-place.ts';
import type { Snapshot } from '../derivation/derivation.ts';
import { titleOf } from '../derivation/document-title.ts';
import { type Sight, sightOf } from '../derivation/needs-sight.ts';
import type { ReadDocument } from '../derivation/reading/read-documents.ts';
import { openChunkMemory } from './chunk-memory.ts';
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
  /** Where it stands in what is no running text: a cell, a part of a mail, a record. */
  readonly place: string | null;
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
    place: placeWordsOf(claim, document?.layer),
    sight: sightOf(claim, document?.layer),
  };
}

/** A place on a picture is told by the picture itself. */
function placeWordsOf({ start, end }: Claim, layer: TextLayer | undefined): string | null {
  const locator = layer === undefined ? null : locatorAt(layer, start, end);
  return locator === null || 'box' in locator ? null : locatorWords(locator);
}

/** Some claims as they are shown, in the order of the ids; what is not there any more is left out. */
export function shownAmong(snapshot: Snapshot, ids: readonly string[]): readonly ShownClaim[] {
  const { claimOf } = snapshot.derived;
  return ids.flatMap((id) => {
    const claim = claimOf(id);
    return claim === undefined ? [] : [showClaim(snapshot, claim)];
  });
}

/** The claims of one document as they are shown. */
export function shownIn(snapshot: Snapshot, document: string): readonly ShownClaim[] {
  return (snapshot.derived.byDocument.get(document) ?? []).map((claim) => showClaim(snapshot, claim));
}

/** Makes the rows of claims, a chunk a document. */
export function openClaimChunks(): (snapshot: Snapshot) => readonly Chunk<ClaimRecord>[] {
  const memory = openChunkMemory<ClaimRecord>();
  return (snapshot) => {
    const { derived, evidence } = snapshot;
    const grades = gradesByDocument(evidence);
    return derived.documents.map((document) => {
      const { document: id, published } = document;
      const place = derived.placeOf(id);
      const checks = derived.checksByDocument.get(id) ?? [];
      return memory(
        id,
        [
          claimsIn(snapshot, document),
          place,
          titleOf(document),
          published,
          grades.get(id),
          partiesIn(snapshot, id),
          ...checks,
        ],
        // Asked of the snapshot that brought the change.
        () =>
          shownIn(snapshot, id).map((shown, nth) =>
            claimRecord(shown, place, nth, derived.parties.partyOf(id, shown.claimant.name)),
          ),
      );
    });
  };
}

/** Whom the claimants of a document count as, in a text; empty while nobody judged any to be one. */
function partiesIn({ derived: { parties, byDocument } }: Snapshot, document: string): string {
  if (parties.judged.length === 0) return '';
  const own = byDocument.get(document) ?? NONE;
  return own.map(({ claimant }) => parties.partyOf(document, claimant.name)).join('\n');
}

/** What people graded in each document, in a text. */
function gradesByDocument({ grades }: Snapshot['evidence']): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { claim, credibility } of grades)
    found.set(claim.document, `${found.get(claim.document) ?? ''}${claim.id} ${credibility}\n`);
  return found;
}

export function claimsIn({ derived }: Snapshot, { document }: Pick<ReadDocument, 'document'>): readonly Claim[] {
  return derived.byDocument.get(document) ?? NONE;
}

const NONE: readonly Claim[] = [];

/** In which incident a claim stands is asked of the incidents: one that is gathered otherwise leaves the rows of its claims as they are. */
function claimRecord(shown: ShownClaim, place: number, nth: number, party: string): ClaimRecord {
  const { gist, statement, title, published, grade, incident: _, contradicted, place: words, ...claim } = shown;
  const alongside: JsonObject = { gist, statement, title, published, grade, contradicted, place: words };
  return {
    claim,
    place,
    nth,
    answers: canAnswer(shown),
    party,
    published,
    claimantFolded: foldText(claim.claimant.name),
    sought: soughtInClaim(shown),
    beside: alongside,
  };
}

/** Where a claim stands among all: its document's place first, then its own in the document. */
export function placeOfClaim({ derived }: Snapshot, claim: Pick<Claim, 'document' | 'id'>): number {
  return placeIn(derived.placeOf(claim.document), derived.placeInDocument(claim));
}

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
