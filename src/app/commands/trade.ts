import type { Act } from '../../record/log/act.ts';
import type { LedgerQuestion } from '../../trade/ledger/ledger.ts';
import type { FileReading, ImportReport } from '../../trade/reading/file-reading.ts';
import { type ScreenedRow, screenRows } from '../../trade/screening/screen.ts';
import { loadTradeTerms } from '../../trade/terms/terms.ts';
import { type FigureSource, figureSources } from '../derivation/trade/figure-sources.ts';
import { CALLS_IN_TRACKS, type TankerCall } from '../derivation/trade/tanker-call.ts';
import { AppError } from '../errors.ts';
import { silentProgress } from '../progress.ts';
import { loadKnownRegime } from '../regimes.ts';
import { callsInWorkspace } from '../tracks/calls-in-workspace.ts';
import { keepAskedLedger, type LedgerWithCalls } from '../trade/ledger.ts';
import { buildRowClaims, type RowChoice } from '../trade/row-claims.ts';
import type { TradeFiles, TradeRequest } from '../trade/trade-files.ts';
import type { WorkspaceReading } from '../workspace/read-only.ts';
import { withWorkspace } from '../workspace/workspace.ts';
import { type ActorRequest, type ListRequest, readWorkspace } from './review.ts';

/** What is asked of the trade figures of a workspace: `files` are ids or file names of its documents, or `notified:…`; none at all are all. */
type WorkspaceTrade = ListRequest & Pick<TradeRequest, 'regime' | 'files' | 'flow'>;

/** What was read of the documents that hold trade figures, each with its form. @throws AppError `no-such-document` */
export async function importedFigures(request: WorkspaceTrade): Promise<readonly ImportReport[]> {
  const { readings } = await figuresOf(request, 'panel trade import');
  return readings.map(({ report }) => report);
}

/** The ledgers of documents and of calls in tracks against a cap. @throws AppError `no-such-document`, `bad-option` */
export async function ledgerOfFigures(request: WorkspaceTrade & LedgerQuestion): Promise<LedgerWithCalls> {
  const { calls, ...files } = await figuresOf(request, 'panel trade ledger');
  const ledger = keepAskedLedger(files, request);
  return calls.length === 0 ? ledger : { ...ledger, calls };
}

/** The rows of documents against the law of their months. @throws AppError `no-such-document` */
export async function screenedFigures(
  request: WorkspaceTrade & { readonly all: boolean },
): Promise<readonly ScreenedRow[]> {
  const { regime, terms, readings } = await figuresOf(request, 'panel trade screen');
  return screenRows(regime, terms, readings, request.all);
}

/** Makes claims of rows of a document. @throws AppError `no-such-document`, `bad-option` */
export async function claimFigures(request: ActorRequest & RowChoice): Promise<readonly Act[]> {
  const { workspace, clock, progress = silentProgress } = request;
  return await withWorkspace(
    { workspace, clock, command: 'panel trade claim', progress, create: false },
    async (held) => await held.act(buildRowClaims(held.record, request, request), progress),
  );
}

/** The files that are asked for, and the calls in tracks where they are among them. */
type FiguresWithCalls = TradeFiles & { readonly calls: readonly TankerCall[] };

async function figuresOf(request: WorkspaceTrade, command: string): Promise<FiguresWithCalls> {
  const regime = loadKnownRegime(request.regime);
  const terms = loadTradeTerms(regime);
  const read: WorkspaceReading<FiguresWithCalls> = async (held, progress) => {
    const { derived } = await held.snapshot(progress);
    const known = await figureSources(held.record, derived.documents, regime, request.flow);
    const isCalls = (file: string): boolean => file === CALLS_IN_TRACKS;
    const asksForCalls = request.files.length === 0 || request.files.some(isCalls);
    const { calls, source } = asksForCalls
      ? await callsInWorkspace(held, derived, regime, progress)
      : { calls: [], source: null };
    const sources = source === null ? known : [...known, source];
    const readings =
      request.files.length === 0
        ? sources.filter(({ origin }) => origin !== 'regime').map(({ reading }) => reading)
        : request.files.flatMap(
            (file) => readingOf(file, sources) ?? (isCalls(file) ? [] : noSuchSource(sources, file)),
          );
    return { regime, terms, readings, calls };
  };
  return await readWorkspace(request, command, read);
}

function readingOf(file: string, sources: readonly FigureSource[]): FileReading | undefined {
  return sources.find(({ id, document }) => id === file || document?.custody.origin.fileName === file)?.reading;
}

/** @throws AppError `no-such-document` */
function noSuchSource(sources: readonly FigureSource[], file: string): never {
  throw new AppError(
    'no-such-document',
    `no document of the workspace under this id or file name holds trade figures in a form that is known; it has ${
      sources
        .map(({ id, document }) => document?.custody.origin.fileName ?? id)
        .join(', ')
        .slice(0, 300) || 'none'
    }`,
    { place: file.slice(0, 100) },
  );
}
