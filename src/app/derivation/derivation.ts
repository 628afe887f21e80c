import { randomBytes } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type ClaimExtractor, openExtractor } from '../../claims/extractor.ts';
import type { Claim } from '../../claims/model/claim.ts';
import { ClaimsError } from '../../claims/model/claims-error.ts';
import { digestOf } from '../../core/digest.ts';
import { memoized } from '../../core/memoized.ts';
import { holdsSame } from '../../core/same-items.ts';
import { inTurns } from '../../core/steps.ts';
import { inOrder } from '../../core/threads/in-order.ts';
import { MOST_THREADS } from '../../core/threads/thread-pool.ts';
import type { DocumentContent } from '../../documents/custody/stored-file.ts';
import { openReader } from '../../documents/reader.ts';
import type { TextLayer } from '../../documents/text/text-layer.ts';
import { RecordError } from '../../record/errors.ts';
import type { Act } from '../../record/log/act.ts';
import type { ActRecord } from '../../record/record.ts';
import { contentOf } from '../acts/document-content.ts';
import { type Evidence, gatherEvidence } from '../acts/evidence.ts';
import type { AcquiredDocument } from '../acts/gathering.ts';
import { ownHistory } from '../acts/own-history.ts';
import { applyReviews } from '../acts/reviewed-claims.ts';
import { type Progress, silentProgress } from '../progress.ts';
import { loadRegimes } from '../regimes.ts';
import { openDerivationMemory } from './derivation-memory.ts';
import { type Derived, deriveFromClaims } from './derive.ts';
import type { Extraction } from './reading/extraction.ts';
import { type ReadDocument, readDocuments } from './reading/read-documents.ts';
import { extractionKey, type ReadingCache } from './reading/reading-cache.ts';
import { withSharedParts } from './reading/shared-parts.ts';
import { openRecentReadings } from './recent-readings.ts';
import { totalsNow } from './trade/totals-now.ts';
import { withoutReportersRows } from './trade/trade-tables.ts';

/** What the log of a record says, without the texts of its documents. Nothing in it changes. */
export type ReadLog = {
  /** Differs whenever what follows from the record may differ, also from one run of the program to the next. */
  readonly version: string;
  /** All acts that are not withheld, in order. */
  readonly acts: readonly Act[];
  /** What the log still tells of acts whose content was withheld, in order. */
  readonly withheld: readonly WithheldAct[];
  readonly evidence: Evidence;
};

/** A record as it stood after its last act, with what follows from it. Nothing in it changes. */
export type Snapshot = ReadLog & {
  /** What the extractor reads in each document, before what people said of it. */
  readonly extracted: ReadonlyMap<string, readonly Claim[]>;
  readonly derived: Derived;
};

export type WithheldAct = {
  readonly id: string;
  readonly kind: string;
  /** When it was logged. */
  readonly at: string;
  /** The act that withheld it. */
  readonly by: string;
};

/**
 * What this process has read of a record. Texts of documents and what the extractor reads in them are kept, so that after
 * new acts only what they brought is read, and only what is asked for is worked out again.
 */
export type Derivation = {
  /** Differs whenever what follows from the record may differ, also from one run of the program to the next. */
  version(): string;
  /** What the log says as it stands; nobody waits for texts that are being read meanwhile. */
  log(): Promise<ReadLog>;
  /** One document and its claims as the record stands or stood, without any other; null where its text is not there. */
  document(id: string, standing?: ReadLog): Promise<DocumentReading | null>;
  /** In which document a claim stood when all was last read and its claims were asked for; undefined before that. */
  placeOf(claim: string): string | undefined;
  /** The record as it stands where all of it was read already. */
  loaded(): Snapshot | undefined;
  /** The record as it stands. */
  snapshot(progress: Progress): Promise<Snapshot>;
  /** The same when all that takes long is worked out; others are answered meanwhile. */
  settled(progress: Progress): Promise<Snapshot>;
  /** Removes the cache while nothing is being read into it. */
  dropCache(): Promise<void>;
  close(): Promise<void>;
};

/** A document with what is read in it. */
export type DocumentReading = {
  readonly document: ReadDocument;
  /** What the extractor reads in it, before what people said of that. */
  readonly extracted: readonly Claim[];
  /** Its claims as they count. */
  readonly claims: readonly Claim[];
};

/**
 * Derives from a record that this process holds, again and again. Nothing is read before the first snapshot. What a command
 * before has read is taken from the cache beside the record.
 */
export function openDerivation(
  record: Pick<ActRecord, 'read' | 'size'>,
  cache: ReadingCache,
  extractor: () => ClaimExtractor = sharedExtractor,
): Derivation {
  const reader = cache.inFrontOf(openReader());
  const run = randomBytes(4).toString('hex');
  const layers = new Map<string, TextLayer | null>();
  const extractions = new Map<string, Extraction>();
  /** Documents whose claims were not read, told of once. */
  const reported = new Set<string>();
  const memory = openDerivationMemory();
  const recent = openRecentReadings();
  /** What was read of documents as they are described now. */
  let readings = new WeakMap<ReadDocument, Reading>();
  let lastDocuments: readonly ReadDocument[] = [];
  let log: Log = { size: 0, acts: [], withheld: [] };
  let logTurn: Promise<unknown> = Promise.resolve();
  let current: Snapshot | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let isClosing = false;

  const goOn = (): void => {
    if (isClosing) throw new RecordError('closed', 'the workspace is being closed');
  };

  const advanceLog = async (): Promise<Log> => {
    const { size } = log;
    const target = record.size;
    if (size === target) return log;
    const fresh = await logBetween(record, size, target);
    // A redaction writes earlier lines again: what it withheld is forgotten here too.
    const rewritten = size > 0 && fresh.acts.some(({ kind }) => kind === 'redacted');
    const { acts, withheld } = rewritten
      ? await logBetween(record, 0, target)
      : { acts: [...log.acts, ...fresh.acts], withheld: [...log.withheld, ...fresh.withheld] };
    log = { size: target, acts, withheld };
    return log;
  };

  const readLog = async (): Promise<ReadLog> => {
    const next = logTurn.then(advanceLog);
    logTurn = next.catch(() => undefined);
    return readingOf(await next);
  };

  /** Worked out once for each state of the log. */
  const readingOf = memoized(({ size, acts: logged, withheld }: Log): ReadLog => {
    const acts = ownHistory(logged);
    return Object.freeze({ version: `${run}-${size}`, acts, withheld, evidence: gatherEvidence(acts) });
  });

  const extract = async (document: ReadDocument): Promise<Extraction> => {
    const { source, published, layer, columns } = document;
    const key = digestOf([document.document, extractionKey(document)]);
    const known = extractions.get(key) ?? cache.extractionOf(document);
    if (known !== undefined) {
      extractions.set(key, known);
      return known;
    }
    const extraction = await extractWithin(extractor(), { layer, source, published, columns });
    // What was set aside is kept too: it is not tried again before somebody asks for it.
    cache.keep(document, extraction);
    extractions.set(key, extraction);
    return extraction;
  };

  const bytesOf = async (acquired: AcquiredDocument): Promise<DocumentContent | null> => {
    goOn();
    return record.read.hasDocument(acquired.document) ? await contentOf(record.read, acquired) : null;
  };

  const take = async (progress: Progress): Promise<Snapshot> => {
    const standing = await readLog();
    if (current?.version === standing.version) return current;
    // Should the reading of documents fail, nobody is answered with what stood before these acts.
    current = undefined;
    const { evidence } = standing;
    for (const document of evidence.withheld.keys()) layers.delete(document);
    const read = await readDocuments({ evidence, reader, progress, bytesOf, layers });
    // What others speak of may come later.
    for (const { document } of evidence.documents)
      if (!layers.has(document) && record.read.hasDocument(document)) layers.set(document, null);
    for (const { document, layer } of read) layers.set(document, layer);
    progress.step('Reading claims');
    const unread = read.filter((document) => !readings.has(document));
    let paused = performance.now();
    let at = read.length - unread.length;
    const fresh = inOrder(unread, MOST_THREADS, async (document) => {
      goOn();
      return await extract(document);
    });
    for await (const { item: document, result } of fresh) {
      progress.advance(at++, read.length);
      const { claims, setAside } = result;
      const own = withoutReportersRows(document, claims);
      readings.set(document, { claims: own, document: setAside === null ? document : { ...document, setAside } });
      if (setAside !== null && !reported.has(document.document)) {
        reported.add(document.document);
        progress.note(`set aside: ${document.custody.origin.fileName}: ${setAside}; "panel rebuild" tries again`);
      }
      if (performance.now() - paused < MOST_AT_ONCE_MS) continue;
      // A server that reads a large record answers meanwhile, and can be ended.
      await nextTurn();
      goOn();
      paused = performance.now();
    }
    const own = read.flatMap((document) => readings.get(document) ?? []);
    const documents = own.map(({ document }) => document);
    if (!holdsSame(lastDocuments, documents)) {
      cache.keepOnly(new Set(documents.map(({ document }) => document)));
      lastDocuments = documents;
    }
    const extracted = own.map(({ document: { document }, claims }) => ({ document, claims }));
    const claims = applyReviews(extracted, evidence, memory.reviews);
    const totals = await totalsNow(evidence, lastDocuments, record);
    const derived = deriveFromClaims({ evidence, regimes: loadRegimes, memory, totals }, lastDocuments, claims);
    current = Object.freeze({
      ...standing,
      extracted: new Map(extracted.map(({ document, claims }) => [document, claims])),
      derived,
    });
    return current;
  };

  /** Once for each snapshot, however many wait for it. */
  const settle = memoized(({ derived }: Snapshot) => inTurns(derived.preparing(), goOn));

  /** One after the other: each sees what the one before it has read. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work);
    turn = next.catch(() => undefined);
    return next;
  };

  const readOne = async (id: string, standing?: ReadLog): Promise<DocumentReading | null> => {
    const { version, evidence } = standing ?? (await readLog());
    if (current?.version === version) {
      const { derived, extracted } = current;
      const document = derived.documents.find((one) => one.document === id);
      if (document === undefined) return null;
      return { document, extracted: extracted.get(id) ?? [], claims: derived.byDocument.get(id) ?? [] };
    }
    for (const document of evidence.withheld.keys()) recent.forget(document);
    const known = recent.of(id);
    const documents = evidence.documents.filter(({ document }) => document === id);
    const [read] = await readDocuments({
      evidence: { ...evidence, documents },
      reader,
      progress: silentProgress,
      bytesOf,
      layers: known === undefined ? layers : new Map([[id, known.layer]]),
    });
    if (read === undefined) return null;
    const key = extractionKey(read);
    const isKnown = known?.layer === read.layer && known.key === key;
    const extraction = isKnown ? known.extraction : (cache.extractionOf(read) ?? (await extract(read)));
    const reviews = isKnown ? known.reviews : new Map();
    recent.keep(id, { layer: read.layer, key, extraction, reviews });
    const document = extraction.setAside === null ? read : { ...read, setAside: extraction.setAside };
    const own = withoutReportersRows(document, extraction.claims);
    const [counted] = applyReviews([{ document: id, claims: own }], evidence, reviews);
    return { document, extracted: own, claims: counted?.claims ?? [] };
  };

  return {
    version: () => `${run}-${record.size}`,
    log: readLog,
    document: readOne,
    placeOf: (claim) => memory.places.documents.get(claim),
    loaded: () => (current?.version === `${run}-${record.size}` ? current : undefined),
    snapshot: (progress) => inTurn(() => take(progress)),
    settled: async (progress) => {
      const snapshot = await inTurn(() => take(progress));
      await settle(snapshot);
      return snapshot;
    },
    dropCache: () =>
      inTurn(async () => {
        cache.drop();
        // Whoever asks for everything again asks for what was set aside too.
        for (const [key, { setAside }] of extractions) if (setAside !== null) extractions.delete(key);
        readings = new WeakMap();
        if (reported.size > 0) current = undefined;
        reported.clear();
      }),
    async close() {
      isClosing = true;
      await turn;
      await reader.close();
    },
  };
}

/** The same threads of this process read claims for however many workspaces: one takes a second to start. */
let shared: ClaimExtractor | undefined;

function sharedExtractor(): ClaimExtractor {
  shared ??= openExtractor();
  return shared;
}

/** Claims within the limits; a text that passes them has none, and says why. */
async function extractWithin(
  { extract }: ClaimExtractor,
  request: Parameters<ClaimExtractor['extract']>[0],
): Promise<Extraction> {
  try {
    return {
      claims: withSharedParts(structuredClone(await extract(request)) as Claim[], request.layer),
      setAside: null,
    };
  } catch (error) {
    if (!(error instanceof ClaimsError) || error.code !== 'set-aside') throw error;
    return { claims: [], setAside: error.message };
  }
}

/** How long the program may be busy with texts before it looks up. */
const MOST_AT_ONCE_MS = 20;

/** A document with what the extractor reads in it; the document says where that was set aside. */
type Reading = { readonly document: ReadDocument; readonly claims: readonly Claim[] };

/** The log up to a leaf, as it was read. */
type Log = Pick<Snapshot, 'acts' | 'withheld'> & { readonly size: number };

/** The log from one leaf up to another. What stands behind it may still be on its way to the disk. */
async function logBetween({ read }: Pick<ActRecord, 'read'>, from: number, to: number): Promise<Omit<Log, 'size'>> {
  const acts: Act[] = [];
  const withheld: WithheldAct[] = [];
  if (from >= to) return { acts, withheld };
  for await (const { line, act } of read.lines(from)) {
    if (line.index >= to) break;
    if (act !== null) acts.push(act);
    else withheld.push({ id: line.leaf.id, kind: line.leaf.kind, at: line.leaf.time, by: line.withheld ?? '' });
  }
  return { acts, withheld };
}
