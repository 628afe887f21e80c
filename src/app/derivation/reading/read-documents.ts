import type { Claimant } from '../../../claims/model/claim.ts';
import { countriesIn } from '../../../claims/names/mentioned-country.ts';
import { type ColumnMapping, layoutKey, layoutsIn } from '../../../claims/tables/column-mapping.ts';
import { describeError } from '../../../core/errors.ts';
import { memoized } from '../../../core/memoized.ts';
import { inOrder } from '../../../core/threads/in-order.ts';
import { MOST_THREADS } from '../../../core/threads/thread-pool.ts';
import type { DerivedFrom } from '../../../documents/custody/custody.ts';
import type { DocumentContent } from '../../../documents/custody/stored-file.ts';
import { DocumentError } from '../../../documents/document-error.ts';
import type { DocumentReader } from '../../../documents/reader.ts';
import type { TextLayer } from '../../../documents/text/text-layer.ts';
import type { SourceFacts } from '../../acts/act-body.ts';
import type { Evidence } from '../../acts/evidence.ts';
import type { AcquiredDocument } from '../../acts/gathering.ts';
import type { Progress } from '../../progress.ts';
import { claimantOf } from './extract.ts';

export type ReadDocument = AcquiredDocument & {
  readonly layer: TextLayer;
  readonly published: string | null;
  readonly source: Claimant;
  /** What people said of the columns of its tables; left out where nobody did. */
  readonly columns?: readonly ColumnMapping[];
  /** Why its claims were not read, where they were not: it is printed, so that nobody takes it for a text without claims. */
  readonly setAside?: string;
};

export type ReadingRequest = {
  readonly evidence: Evidence;
  readonly reader: DocumentReader;
  readonly progress: Progress;
  /** The bytes of a document, or where they lie; null where they were withheld. */
  bytesOf(document: AcquiredDocument): Promise<DocumentContent | null>;
  /** Text layers that were read already; null for a document that this program cannot read. */
  readonly layers: ReadonlyMap<string, TextLayer | null>;
};

/** The documents of a record with their texts; those withheld, or that this program cannot read, are left out. */
export async function readDocuments(request: ReadingRequest): Promise<readonly ReadDocument[]> {
  const { evidence, layers } = request;
  request.progress.step('Reading documents');
  // A dossier may still hold what the record withheld: it is not read from there either.
  const there = evidence.documents.filter(({ document }) => !evidence.withheld.has(document));
  const unread = there.filter(({ document }) => !layers.has(document));
  const fresh = new Map<string, TextLayer | null>();
  let at = there.length - unread.length;
  for await (const { item, result } of inOrder(unread, MOST_THREADS, (one) => readLayer(request, one))) {
    request.progress.advance(at++, there.length);
    fresh.set(item.document, result);
  }
  return there.flatMap((acquired) => {
    const layer = layers.get(acquired.document) ?? fresh.get(acquired.document) ?? null;
    return layer === null ? [] : [describedIn(layer)(acquired, evidence)];
  });
}

/** The document of a text as acts describe it: the same object as long as they describe it alike. */
const describedIn = memoized((layer: TextLayer) => {
  let last: { readonly facts: SourceFacts | undefined; readonly document: ReadDocument } | undefined;
  return (acquired: AcquiredDocument, evidence: Evidence): ReadDocument => {
    const { act, custody } = acquired;
    const facts = evidence.sources.get(custody.origin.source ?? '');
    const before = last?.document;
    const noColumns = evidence.columns.size === 0 && before?.columns === undefined;
    if (noColumns && before?.act === act && before.custody === custody && last?.facts === facts) return before;
    const document: ReadDocument = {
      ...acquired,
      layer,
      published: custody.origin.published ?? layer.published,
      source: sourceOf(facts, layer, custody.derivedFrom),
      ...columnsOf(layer, evidence),
    };
    const isSame = before !== undefined && wordsOf(before) === wordsOf(document);
    last = { facts, document: isSame ? before : document };
    return last.document;
  };
});

function wordsOf({ layer: _, ...described }: ReadDocument): string {
  return JSON.stringify(described);
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

/**
 * The document's own source as the record describes it; the outlet that the document names where it does not. A paper in an archive or a mail
 * does not speak in the voice of whoever handed that over: it is somebody's, and whose is known only where it says so itself.
 */
function sourceOf(facts: SourceFacts | undefined, layer: TextLayer, from: DerivedFrom | undefined): Claimant {
  const paper = facts === undefined || from === undefined ? undefined : PAPERS.find(([how]) => how.test(from.how));
  if (paper !== undefined)
    return layer.outlet === null ? { name: paper[1], kind: 'unnamed' } : claimantOf(layer.outlet);
  return facts === undefined
    ? claimantOf(layer.outlet)
    : claimantOf(facts.name, facts.kind, facts.country ?? undefined);
}

/** How often a text names each State at its head. */
const namedAtItsHead = memoized(({ text }: TextLayer): ReadonlyMap<string, number> => {
  const times = new Map<string, number>();
  for (const { country } of countriesIn(text.slice(0, 20_000))) times.set(country, (times.get(country) ?? 0) + 1);
  return times;
});

/**
 * Whether a text is about one State: it names it as often as any other, those left out that are named in every story of the Council.
 * One mention of a flag makes a report on Libya none on its owner.
 */
export function isAbout(layer: TextLayer | undefined, country: string, leftOut: ReadonlySet<string>): boolean {
  if (layer === undefined) return false;
  const times = namedAtItsHead(layer);
  const own = times.get(country) ?? 0;
  return own > 0 && [...times].every(([other, count]) => leftOut.has(other) || count <= own);
}

/** Ways in which a document lies in another, as readers of documents word them; pages of a capture are what their address says. */
const PAPERS: readonly (readonly [RegExp, string])[] = [
  [/^attachment \d+ of the mail$/, 'a paper attached to a mail'],
  [/^message \d+ of the mbox file/, 'a mail in a mailbox'],
  [/^(?:zip|tar) entry$|^gzip content$/, 'a paper in an archive'],
];

const NO_COUNTRIES: ReadonlySet<string> = new Set();

const countriesAtItsHead = memoized((layer: TextLayer): ReadonlySet<string> => new Set(namedAtItsHead(layer).keys()));

/** The countries that a text names at its head, by any of their names: what it says may concern a regime when it names the target. */
export function countriesOf(layer: TextLayer | undefined): ReadonlySet<string> {
  return layer === undefined ? NO_COUNTRIES : countriesAtItsHead(layer);
}
