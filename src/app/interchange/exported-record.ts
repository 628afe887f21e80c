import { createHash } from 'node:crypto';
import { statementIn } from '../../claims/gist/gist.ts';
import type { Claim } from '../../claims/model/claim.ts';
import type { Credibility } from '../../core/admiralty.ts';
import { type DocumentContent, isStoredFile, storedPieces } from '../../documents/custody/stored-file.ts';
import { locatorText, passageAt } from '../../documents/text/passage.ts';
import type { Finding } from '../../findings/model/finding.ts';
import { verdictStretches } from '../../findings/model/verdict-stretch.ts';
import type {
  ExportedClaim,
  ExportedDocument,
  ExportedFinding,
  ExportedRecord,
  ExportedSource,
} from '../../interchange/model/exported.ts';
import { guardNames, holdsName, type NameGuard } from '../../interchange/protected-names.ts';
import { stretchWords } from '../../report/model/verdict-words.ts';
import type { SourceFacts } from '../acts/act-body.ts';
import type { Derived } from '../derivation/derive.ts';
import { titleOf } from '../derivation/document-title.ts';
import { sightOf } from '../derivation/needs-sight.ts';
import type { OpenPart } from '../derivation/open-part.ts';
import type { ReadDocument } from '../derivation/reading/read-documents.ts';

/** Characters before and after a passage that go along, so that it is found in a text that was set again. */
const AROUND = 32;

export type ExportWishes = {
  readonly origin: string;
  readonly program: string;
  readonly publisher: string | null;
  readonly at: string;
  /** Only what a person has accepted or made. */
  readonly reviewedOnly: boolean;
  contentOf(document: ReadDocument): Promise<DocumentContent>;
};

/**
 * The open part of a record in the form that writers of `interchange/` take. An item in which the name of a protected source
 * stands is held back whole, whoever wrote the name there; names of the people who reviewed stay here too.
 */
export async function exportedRecord(
  { derived, heldBack, protectedNames }: OpenPart,
  wishes: ExportWishes,
): Promise<ExportedRecord> {
  const guard = guardNames(protectedNames);
  const sources = [...derived.evidence.sources.values()].map(sourceOf).filter((one) => !holdsName(one, guard));
  const known = new Map(sources.map((source) => [source.id, source]));
  const documents = new Map<string, ExportedDocument>();
  for (const document of derived.documents) {
    const exported = await documentOf(document, known, wishes);
    if (!holdsName(exported, guard)) documents.set(document.document, exported);
  }
  const inside = withParents(documents);
  const standing = derived.claims.filter(({ status }) => status === 'accepted' || status === 'proposed');
  const all = claimsOf(standing, derived, inside);
  const claims = all.filter((one) => (!wishes.reviewedOnly || one.isReviewed) && !holdsName(one.claim, guard));
  const exportedIds = new Set(claims.map(({ claim }) => claim.id));
  const current = derived.findings.filter(({ review }) => review !== 'left-out');
  const findings = current
    .filter((finding) => finding.claims.every((id) => exportedIds.has(id)))
    .map(findingOf)
    .filter(({ at }) => !wishes.reviewedOnly || at !== null)
    .filter((finding) => !holdsName(finding, guard));
  const counts = {
    documents: heldBack.documents + derived.documents.length - inside.size,
    claims: heldBack.claims + standing.length - claims.length,
    findings: current.length - findings.length,
  };
  const { origin, program, at } = wishes;
  return {
    origin,
    program,
    publisher: publisherOf(wishes, guard),
    at,
    sources,
    documents: [...inside.values()],
    claims,
    findings,
    leftOut: leftOutWords(counts, wishes.reviewedOnly),
  };
}

function publisherOf({ publisher }: ExportWishes, guard: NameGuard): string | null {
  return publisher === null || guard(publisher) ? null : publisher;
}

function sourceOf({ id, name, kind, country }: SourceFacts): ExportedSource {
  return { id, name, kind, country };
}

/** FollowTheMoney knows documents by this hash. */
function sha1Of(content: DocumentContent, name: string): string {
  const hash = createHash('sha1');
  for (const piece of isStoredFile(content) ? storedPieces(content, name) : [content]) hash.update(piece);
  return hash.digest('hex');
}

async function documentOf(
  document: ReadDocument,
  sources: ReadonlyMap<string, ExportedSource>,
  { contentOf }: ExportWishes,
): Promise<ExportedDocument> {
  const { custody, layer, published } = document;
  const { identity, origin, collection, derivedFrom } = custody;
  return {
    id: document.document,
    sha1: sha1Of(await contentOf(document), origin.fileName),
    size: identity.size,
    kind: layer.kind,
    mediaType: identity.mediaType,
    fileName: origin.fileName,
    title: titleOf(document),
    published,
    language: origin.language,
    url: origin.place,
    source: sources.get(origin.source ?? '') ?? null,
    retrieved: collection.ended,
    parent: derivedFrom?.document ?? null,
    text: layer.text,
    isRecognised: (layer.recognised ?? []).length > 0,
  };
}

/** Documents whose container may leave too; of the others nothing is said of what they lay in. */
function withParents(documents: ReadonlyMap<string, ExportedDocument>): ReadonlyMap<string, ExportedDocument> {
  return new Map(
    [...documents].map(([id, one]) => [
      id,
      one.parent !== null && documents.has(one.parent) ? one : { ...one, parent: null },
    ]),
  );
}

function claimsOf(
  claims: readonly Claim[],
  { documents, evidence }: Derived,
  exported: ReadonlyMap<string, ExportedDocument>,
): readonly ExportedClaim[] {
  const layers = new Map(documents.map(({ document, layer }) => [document as string, layer]));
  // Of two grades on one claim the later counts.
  const grades = new Map(evidence.grades.map(({ claim, credibility }) => [claim.id, credibility as Credibility]));
  const points = new Map<string, (offset: number) => number>();
  return claims.flatMap((claim): ExportedClaim[] => {
    const document = exported.get(claim.document);
    const layer = layers.get(claim.document);
    if (document === undefined || layer === undefined || claim.end > layer.text.length || claim.end <= claim.start)
      return [];
    const passage = passageAt(layer, claim.start, claim.end);
    // A logged claim points into the text that was read then; where another reader reads otherwise, its place is not told.
    if (passage.quote !== claim.quote) return [];
    const pointOf = points.get(claim.document) ?? codePoints(layer.text);
    points.set(claim.document, pointOf);
    const { locator } = passage;
    const onPicture = locator !== undefined && 'box' in locator ? locator : null;
    return [
      {
        claim,
        document,
        statement: statementIn(claim),
        isReviewed: claim.status === 'accepted',
        awaitsSight: sightOf(claim, layer)?.needed === true,
        credibility: grades.get(claim.id) ?? null,
        place: locatorText(passage),
        page: onPicture?.page ?? passage.page,
        box: onPicture?.box ?? null,
        points: { start: pointOf(claim.start), end: pointOf(claim.end) },
        prefix: layer.text.slice(Math.max(0, claim.start - AROUND), claim.start).toWellFormed(),
        suffix: layer.text.slice(claim.end, claim.end + AROUND).toWellFormed(),
      },
    ];
  });
}

/** From code units, which our offsets count, to code points, which others do. */
function codePoints(text: string): (offset: number) => number {
  const pairs: number[] = [];
  for (const { index } of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) pairs.push(index);
  return (offset) => offset - pairs.filter((at) => at < offset).length;
}

function findingOf(finding: Finding): ExportedFinding {
  const { id, title, regime, review, status, statusReason, assessment, claims, dissents, made, reviewedBy } = finding;
  const stretches = verdictStretches(finding);
  return {
    id,
    title: review === 'accepted' && reviewedBy?.words !== undefined ? reviewedBy.words : title,
    regime,
    review,
    status,
    statusReason,
    verdict: stretches.length === 1 ? assessment.verdict : stretches.map(stretchWords).join('; '),
    provisions: assessment.grounds
      .filter(({ effect }) => effect === assessment.verdict)
      .map(({ provision }) => provision),
    claims,
    dissents: dissents.map(({ by, text }) => ({ by, text })),
    at: review === 'made' ? (made?.at ?? null) : review === 'accepted' ? (reviewedBy?.at ?? null) : null,
  };
}

function leftOutWords(
  { documents, claims, findings }: { readonly documents: number; readonly claims: number; readonly findings: number },
  reviewedOnly: boolean,
): readonly string[] {
  const counted = (count: number, noun: string): string[] =>
    count === 0 ? [] : [`${count} ${noun}${count === 1 ? '' : 's'}`];
  const all = [...counted(documents, 'document'), ...counted(claims, 'claim'), ...counted(findings, 'finding')];
  const why = reviewedOnly
    ? 'not reviewed, or held back for the protection of a source, or their passage is not in the text as it is read now'
    : 'held back for the protection of a source, or their passage is not in the text as it is read now';
  return [
    ...(all.length === 0 ? [] : [`Left out: ${all.join(', ')} (${why}).`]),
    'Rejected claims, findings that were left out, and the names of those who reviewed are not exported.',
  ];
}
