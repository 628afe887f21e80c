import type { Act } from '../../record/log/act.ts';
import type { Ledger, LedgerQuestion } from '../../trade/ledger/ledger.ts';
import type { FileReading, ImportReport } from '../../trade/reading/file-reading.ts';
import { type ScreenedRow, screenRows } from '../../trade/screening/screen.ts';
import { loadTradeTerms } from '../../trade/terms/terms.ts';
import { figureSources } from '../derivation/figure-sources.ts';
import { AppError } from '../errors.ts';
import { silentProgress } from '../progress.ts';
import { loadKnownRegime } from '../regimes.ts';
import { keepAskedLedger } from '../trade/ledger.ts';
import { buildRowClaims, type RowChoice } from '../trade/row-claims.ts';
import type { TradeFiles, TradeRequest } from '../trade/trade-files.ts';
import { withWorkspace } from '../workspace/workspace.ts';
import { type ActorRequest, type ListRequest, readWorkspace } from './review.ts';

/** What is asked of the trade figures of a workspace: `files` are ids or file names of its documents, or `notified:…`; none at all are all. */
type WorkspaceTrade = ListRequest & Pick<TradeRequest, 'regime' | 'files' | 'flow'>;

/** What was read of the documents that hold trade figures, each with its form. @throws AppError `no-such-document` */
export async function importedFigures(request: WorkspaceTrade): Promise<readonly ImportReport[]> {
  const { readings } = await figuresOf(request, 'panel trade import');
  return readings.map(({ report }) => report);
}

/** The ledgers of documents against a cap. @throws AppError `no-such-document`, `bad-option` */
export async function ledgerOfFigures(request: WorkspaceTrade & LedgerQuestion): Promise<Ledger> {
  return keepAskedLedger(await figuresOf(request, 'panel trade ledger'), request);
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

async function figuresOf(request: WorkspaceTrade, command: string): Promise<TradeFiles> {
  const regime = loadKnownRegime(request.regime);
  const readings = await readWorkspace(request, command, async (held, progress): Promise<readonly FileReading[]> => {
    const { derived } = await held.snapshot(progress);
    const sources = await figureSources(held.record, derived.documents, regime, request.flow);
    if (request.files.length === 0)
      return sources.filter(({ document }) => document !== null).map(({ reading }) => reading);
    return request.files.map((file) => {
      const found = sources.find(({ id, document }) => id === file || document?.custody.origin.fileName === file);
      if (found !== undefined) return found.reading;
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
    });
  });
  return { regime, terms: loadTradeTerms(regime), readings };
}
