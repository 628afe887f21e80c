import { createReadStream } from 'node:fs';
import { memoized } from '../../../core/memoized.ts';
import { kindOfMediaType } from '../../../documents/custody/custody.ts';
import { isStoredFile, storedPieces } from '../../../documents/custody/stored-file.ts';
import type { ActRecord } from '../../../record/record.ts';
import type { Regime } from '../../../regime/model/regime.ts';
import { TradeError } from '../../../trade/errors.ts';
import type { FileReading } from '../../../trade/reading/file-reading.ts';
import type { NamedColumns } from '../../../trade/reading/named-columns.ts';
import { readTradeFile } from '../../../trade/reading/read-file.ts';
import type { ByteSource } from '../../../trade/reading/table-source.ts';
import { loadTradeTerms } from '../../../trade/terms/terms.ts';
import { contentOf } from '../../acts/document-content.ts';
import type { ReadDocument } from '../reading/read-documents.ts';
import { shippedFigures } from './shipped-figures.ts';
import type { TankerCall } from './tanker-call.ts';

type Flow = 'import' | 'export' | null;

/** A source of trade figures that a workspace has: figures that ship with the regime, a document, or calls in tracks of ships. */
export type FigureSource = {
  /** `notified:petroleum`, `tracks:calls`, or the document's id. */
  readonly id: string;
  readonly bytes: ByteSource;
  readonly reading: FileReading;
} & (
  | { readonly origin: 'document'; readonly document: ReadDocument }
  | { readonly origin: 'regime'; readonly document: null }
  /** With all calls that were looked at, those that do not count too. */
  | { readonly origin: 'tracks'; readonly document: null; readonly calls: readonly TankerCall[] }
);

/** The record whose documents are read. */
export type HeldDocuments = Pick<ActRecord, 'read'>;

/** What was read of documents, which never change: by regime, direction, name and document. */
const readingsOf = memoized((_: HeldDocuments['read']) => new Map<string, Promise<FileReading>>());
const shippedReadings = new Map<string, Promise<FileReading>>();

/** A document that may hold figures of trade, as it was read: of a form that is known or of none. */
export type ReadTable = Extract<FigureSource, { readonly origin: 'document' }>;

/**
 * The sources of trade figures at hand: what ships with the regime, then the documents that have the columns of a known form, in the
 * order in which they came in.
 */
export async function figureSources(
  record: HeldDocuments,
  documents: readonly ReadDocument[],
  regime: Regime,
  flow: Flow,
): Promise<readonly FigureSource[]> {
  const readingOf = readingIn(regime, flow);
  const shipped = shippedFigures(regime).map(async ({ id, path }): Promise<FigureSource> => {
    const bytes = { name: id, open: () => createReadStream(path) };
    return { id, origin: 'regime', document: null, bytes, reading: await readingOf(shippedReadings, id, bytes) };
  });
  const [own, tables] = await Promise.all([Promise.all(shipped), readTables(record, documents, regime, flow)]);
  return [...own, ...tables.filter(({ reading }) => reading.report.form !== null)];
}

/** The tables among the documents, in the order in which they came in. */
export async function readTables(
  { read }: HeldDocuments,
  documents: readonly ReadDocument[],
  regime: Regime,
  flow: Flow,
): Promise<readonly ReadTable[]> {
  const readingOf = readingIn(regime, flow);
  const tables = documents.filter(mayHoldFigures);
  const found: ReadTable[] = [];
  for (const document of tables) {
    const bytes: ByteSource = {
      name: nameAmong(tables, document),
      open: async function* () {
        const content = await contentOf(read, document);
        if (isStoredFile(content)) yield* storedPieces(content, document.custody.origin.fileName);
        else yield content;
      },
    };
    const reading = await tableOrNone(readingOf(readingsOf(read), document.document, bytes, document.columns));
    if (reading !== null) found.push({ id: document.document, origin: 'document', document, bytes, reading });
  }
  return found;
}

type Known = Map<string, Promise<FileReading>>;

/** Reads a table once for each way of reading it. */
function readingIn(regime: Regime, flow: Flow) {
  const terms = loadTradeTerms(regime);
  return (known: Known, id: string, bytes: ByteSource, columns: readonly NamedColumns[] = []): Promise<FileReading> => {
    const key = [regime.id, flow, bytes.name, id, JSON.stringify(columns)].join('\t');
    const before = known.get(key);
    if (before !== undefined) return before;
    const reading = readTradeFile(bytes, { terms, flow, keep: 'target', columns });
    known.set(key, reading);
    // What could not be opened once may be opened later.
    reading.catch(() => known.delete(key));
    return reading;
  };
}

/** One text that is no table after all takes no figures from the others. */
async function tableOrNone(reading: Promise<FileReading>): Promise<FileReading | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof TradeError && error.code === 'file-unreadable') return null;
    throw error;
  }
}

const TABLES: ReadonlySet<string> = new Set(['csv', 'xlsx', 'xls', 'ods']);

/** Tables kept as text, spreadsheets, and answers of interfaces in JSON. */
function mayHoldFigures({ custody, layer }: ReadDocument): boolean {
  const kind = kindOfMediaType(custody.identity.mediaType);
  return TABLES.has(kind ?? '') || (kind === 'text' && /^\s*[[{]/.test(layer.text.slice(0, 200)));
}

/** A file by its own name, which may say what its columns do not; of two of one name each has the beginning of its hash too. */
function nameAmong(documents: readonly ReadDocument[], { document, custody }: ReadDocument): string {
  const { fileName } = custody.origin;
  const same = documents.filter((other) => other.custody.origin.fileName === fileName);
  return same.length > 1 ? `${fileName} (${document.slice(7, 15)})` : fileName;
}
