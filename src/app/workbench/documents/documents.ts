import { memoized } from '../../../core/memoized.ts';
import { kindOfMediaType } from '../../../documents/custody/custody.ts';
import { type DocumentContent, isStoredFile, verifiedPieces } from '../../../documents/custody/stored-file.ts';
import { RecordError } from '../../../record/errors.ts';
import type { ListPage } from '../../../store/lists.ts';
import type { Store } from '../../../store/store.ts';
import { contentOf } from '../../acts/document-content.ts';
import { languagesOf, similarPairs } from '../../commands/documents.ts';
import type { ReadLog } from '../../derivation/derivation.ts';
import { areCompared } from '../../derivation/similar-documents.ts';
import { AppError } from '../../errors.ts';
import { foldedWords } from '../../projection/fold-text.ts';
import type { HeldWorkspace } from '../../workspace/workspace.ts';
import type { Page } from '../contract/page.ts';
import type { DocumentDetail, DocumentSummary, RefusalList, SourceList } from '../contract/record/document.ts';
import { claimRowOf } from '../held/claim-row.ts';
import type { DetailReading } from '../held/detail-reading.ts';
import { type PageQuery, storedPage } from '../held/page.ts';

/** Documents, the newest first. */
export async function documentPage(
  { lists }: Pick<Store, 'lists'>,
  { q, ...page }: PageQuery & { readonly q?: string | undefined },
): Promise<Page<DocumentSummary>> {
  return await storedPage(
    async (request) => (await lists.documents(foldedWords(q), request)) as unknown as ListPage<DocumentSummary>,
    ({ id }) => id,
    page,
    { q },
  );
}

/** A document with its text as blocks. Of one that was withheld only its custody is left. @throws AppError `no-such-document` */
export async function documentDetail(asked: DetailReading, id: string): Promise<DocumentDetail> {
  const { details, log } = asked;
  const { evidence } = log;
  const acquired = evidence.documents.find(({ document }) => document === id);
  if (acquired === undefined) throw noSuchDocument(id);
  const [read, summary] = await Promise.all([asked.document(id), details.document(id)]);
  if (read === null || summary === undefined) {
    const { custody } = acquired;
    return {
      summary: {
        id,
        title: custody.origin.title ?? custody.origin.fileName,
        file: custody.origin.fileName,
        kind: kindOfMediaType(custody.identity.mediaType),
        source: evidence.sources.get(custody.origin.source ?? '')?.name ?? custody.origin.source ?? '',
        published: custody.origin.published,
        acquired: custody.collection.ended,
        size: custody.identity.size,
        claims: 0,
        toReview: 0,
        unread: evidence.withheld.has(id)
          ? []
          : [{ whole: true, words: 'which this version of the program cannot read' }],
      },
      custody,
      act: acquired.act,
      reader: custody.collection.tool,
      notes: [],
      withheld: evidence.withheld.get(id) ?? null,
      blocks: [],
      recognised: [],
      languages: [],
      similar: [],
      stated: [],
      claims: [],
    };
  }
  const { document } = read;
  const { layer } = document;
  return {
    summary: summary as unknown as DocumentSummary,
    custody: document.custody,
    act: document.act,
    reader: layer.reader,
    notes: [...(layer.notes ?? []), ...(document.setAside === undefined ? [] : [`Set aside: ${document.setAside}.`])],
    withheld: null,
    blocks: layer.blocks.map(({ kind, start, end, page, paragraph }) => ({
      kind,
      start,
      end,
      page,
      paragraph,
      // The readers set a tab between the cells of a row.
      beginsRow: kind === 'table-cell' && layer.text[start - 1] !== '\t',
      text: layer.text.slice(start, end),
    })),
    recognised: (layer.recognised ?? []).map(({ words: _, ...known }) => known),
    languages: languagesOf(layer),
    similar: await similarTo(asked, id),
    stated: layer.stated ?? [],
    claims: (await details.claimsIn(id)).map(claimRowOf),
  };
}

/** Documents whose text is much like that of one, for whoever reads it. */
async function similarTo({ whole }: Pick<DetailReading, 'whole'>, id: string): Promise<DocumentDetail['similar']> {
  const derived = (await whole(FEW))?.derived;
  // While a large record is read and worked out, other pages go before.
  if (derived === undefined || (derived.documents.length > FEW && !areCompared(derived.documents))) return null;
  return pairsOf(derived)
    .filter(({ documents }) => documents.some((one) => one.id === id))
    .flatMap(({ documents, by, share, words, passage, judgement }) =>
      documents
        .filter((one) => one.id !== id)
        .map(({ id: document, title, source }) => ({ document, title, source, by, share, words, passage, judgement })),
    );
}

/** So many texts are compared while a page is made. */
const FEW = 100;

const pairsOf = memoized(similarPairs);

/** The very bytes of a document, or where they lie, with the name of the file that it came as. @throws AppError `no-such-document`; RecordError `withheld`, `document-missing`, `damaged` */
export async function documentBytes(
  { evidence }: Pick<ReadLog, 'evidence'>,
  { record }: Pick<HeldWorkspace, 'record'>,
  id: string,
): Promise<{ readonly bytes: DocumentContent; readonly name: string }> {
  const acquired = evidence.documents.find(({ document }) => document === id);
  if (acquired === undefined) throw noSuchDocument(id);
  const withheld = evidence.withheld.get(id);
  if (withheld !== undefined)
    throw new RecordError('withheld', `The document is withheld by the redaction ${withheld}.`);
  if (!record.read.hasDocument(id))
    throw new RecordError('document-missing', 'The document did not come here along with what is said of it.');
  return { bytes: await contentOf(record.read, acquired), name: acquired.custody.origin.fileName };
}

/** A document for somebody to keep: what is too large for memory piece by piece, each checked. @throws as `documentBytes`, and as `verifiedPieces` on the way */
export async function documentFile(
  log: Pick<ReadLog, 'evidence'>,
  held: Pick<HeldWorkspace, 'record'>,
  id: string,
): Promise<{ readonly content: Uint8Array | Iterator<Uint8Array>; readonly size: number; readonly name: string }> {
  const { bytes, name } = await documentBytes(log, held, id);
  return isStoredFile(bytes)
    ? { content: verifiedPieces(bytes, name), size: bytes.size, name }
    : { content: bytes, size: bytes.length, name };
}

function noSuchDocument(id: string): AppError {
  return new AppError('no-such-document', 'the record holds no such document', { place: id.slice(0, 80) });
}

/** Files that were offered and not taken in. */
export function refusalList({ evidence }: Pick<ReadLog, 'evidence'>): RefusalList {
  return { refusals: evidence.refusals.map(({ name, code, message }) => ({ name, code, message })) };
}

/** Sources that documents have, by name. */
export function sourceList({ evidence }: Pick<ReadLog, 'evidence'>): SourceList {
  return {
    sources: [...evidence.sources.values()]
      .map(({ id, name, kind, reliability, country, controls, parent, protection = 'open' }) => ({
        id,
        name,
        kind,
        reliability: reliability?.grade ?? null,
        reliabilityReason: reliability?.reason ?? null,
        country,
        controls,
        parent,
        protection,
        documents: evidence.documents.filter(({ custody }) => custody.origin.source === id).length,
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}
