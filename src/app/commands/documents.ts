import { layoutKey, layoutsIn } from '../../claims/tables/column-mapping.ts';
import { memoized } from '../../core/memoized.ts';
import { type DetectedLanguage, detectedLanguages } from '../../documents/text/language.ts';
import type { Span, TextLayer } from '../../documents/text/text-layer.ts';
import type { Act } from '../../record/log/act.ts';
import { buildColumns, buildDocumentJudgement, type ColumnWords } from '../act-builders/document-acts.ts';
import type { Derived } from '../derivation/derive.ts';
import { titleOf } from '../derivation/document-title.ts';
import { similarDocuments } from '../derivation/similar-documents.ts';
import { type ActorRequest, carryOutOne, derive, type ListRequest } from './review.ts';

/** A document as a list on the command line shows it. */
export type ListedDocument = {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly kind: string;
  readonly source: string;
  readonly published: string | null;
  /** As its dossier or the document itself says. */
  readonly language: string | null;
  /** As the program tells from its text. */
  readonly detected: readonly DetectedLanguage[];
};

/** The documents of a workspace in the order in which they came in. */
export async function listDocuments(request: ListRequest): Promise<readonly ListedDocument[]> {
  return await derive(request, 'panel documents', ({ documents }) =>
    documents.map((one) => ({
      id: one.document,
      title: titleOf(one),
      file: one.custody.origin.fileName,
      kind: one.layer.kind,
      source: one.source.name,
      published: one.published,
      language: one.custody.origin.language,
      detected: languagesOf(one.layer),
    })),
  );
}

/** Told once of a text, which never changes. */
export const languagesOf = memoized((layer: TextLayer) => detectedLanguages(layer.text, layer.blocks));

/** Two documents that may be one text or one picture passed on, for a person who looks at both. */
export type SimilarPair = {
  readonly documents: readonly {
    readonly id: string;
    readonly title: string;
    readonly file: string;
    readonly source: string;
  }[];
  readonly by: 'text' | 'picture';
  /** Share of their text that they have in common, of 100; of pictures that of what they are compared by. */
  readonly share: number;
  /** Words of the longest passage that stands in both, and the passage as the first has it; none of pictures. */
  readonly words: number;
  readonly passage: string;
  readonly judgement: 'derives' | 'independent' | null;
};

/** Pairs of documents whose texts or pictures are much alike. */
export async function listSimilar(request: ListRequest): Promise<readonly SimilarPair[]> {
  return await derive(request, 'panel documents similar', similarPairs);
}

export function similarPairs({ documents, evidence }: Derived): readonly SimilarPair[] {
  const byId = new Map(documents.map((document) => [document.document as string, document]));
  return similarDocuments(documents, evidence).map(({ a, b, share, passage, judgement }) => ({
    documents: [a, b].map((id) => {
      const document = byId.get(id);
      const { source, custody } = document ?? {};
      return { id, title: titleOf(document), file: custody?.origin.fileName ?? '', source: source?.name ?? '' };
    }),
    by: passage === null ? 'picture' : 'text',
    share: Math.round(share * 100),
    words: passage?.words ?? 0,
    passage: passage === null ? '' : (byId.get(a)?.layer.text.slice(passage.a.start, passage.a.end) ?? ''),
    judgement,
  }));
}

/** Says of two documents whether one has its text from the other. */
export async function judgeDocuments(
  request: ActorRequest & { a: string; b: string; judgement: 'derives' | 'independent' },
): Promise<Act> {
  const { a, b, judgement } = request;
  return await carryOutOne(request, 'panel documents judge', buildDocumentJudgement(request, a, b, judgement));
}

/** A table of a document under headings, with what a person said of its columns. */
export type ListedTable = {
  readonly document: string;
  readonly file: string;
  /** From 1, in the document. */
  readonly table: number;
  readonly title: string;
  readonly rows: number;
  readonly columns: readonly { readonly heading: string; readonly role: string | null; readonly unit: string }[];
  readonly isMapped: boolean;
  /** Claims whose passage is a row of its document's tables. */
  readonly claims: number;
};

/** Tables of all documents, or of one by its id or file name. */
export async function listTables(
  request: ListRequest & { readonly document?: string | undefined },
): Promise<readonly ListedTable[]> {
  const { document: wanted } = request;
  return await derive(request, 'panel columns', ({ documents, evidence, claims }) =>
    documents
      .filter(
        ({ document, custody }) => wanted === undefined || document === wanted || custody.origin.fileName === wanted,
      )
      .flatMap(({ document, custody, layer }) => {
        const layouts = layoutsIn(layer);
        const places = new Set(layouts.flatMap(({ rows }) => rows.map(placeOf)));
        const ofRows = claims.filter((claim) => claim.document === document && places.has(placeOf(claim))).length;
        return layouts.map(({ title, headings, rows }, at) => {
          const mapping = evidence.columns.get(layoutKey(headings));
          return {
            document,
            file: custody.origin.fileName,
            table: at + 1,
            title,
            rows: rows.length,
            columns: headings.map((heading, i) => ({
              heading,
              role: mapping?.roles[i] ?? null,
              unit: mapping?.units[i] ?? '',
            })),
            isMapped: mapping?.roles.some((role) => role !== null) === true,
            claims: ofRows,
          };
        });
      }),
  );
}

const placeOf = ({ start, end }: Span) => `${start}-${end}`;

/** Says what the columns of a table are, remembered for every table under the same headings. */
export async function mapColumns(request: ActorRequest & ColumnWords): Promise<Act> {
  return await carryOutOne(request, 'panel columns map', buildColumns(request, request));
}
