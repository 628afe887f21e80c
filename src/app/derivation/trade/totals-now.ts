import type { LedgerSum, TakenTotal, TotalsNow } from '../../../findings/model/ledger-total.ts';
import type { Regime } from '../../../regime/model/regime.ts';
import { TradeError } from '../../../trade/errors.ts';
import type { Evidence } from '../../acts/evidence.ts';
import { loadRegimes } from '../../regimes.ts';
import type { ReadDocument } from '../reading/read-documents.ts';
import { figuresAndCalls } from './call-source.ts';
import { type FigureSource, figureSources, type HeldDocuments } from './figure-sources.ts';
import { ledgerSums } from './ledger-sums.ts';

const NONE: TotalsNow = new Map();

/** Asks the sources of the totals on which findings rest once more. Figures are read only where there is such a finding. */
export async function totalsNow(
  evidence: Pick<Evidence, 'found' | 'eventJudgements' | 'lists' | 'withheld'>,
  documents: readonly ReadDocument[],
  record: HeldDocuments,
): Promise<TotalsNow> {
  const resting = evidence.found.filter(({ finding }) => finding.total !== undefined);
  if (resting.length === 0) return NONE;
  const now = new Map<string, LedgerSum | null>();
  for (const { act, finding } of resting) {
    const { regime: id, total } = finding;
    const regime = loadRegimes().find((one) => one.id === id);
    if (regime === undefined || total === undefined) continue;
    const sources =
      total.taken.calls === undefined
        ? await figureSources(record, documents, regime, total.flow)
        : await figuresAndCalls(record, documents, regime, total.flow, evidence);
    const source = latestRelease(total, sources);
    now.set(act, source === null ? null : sumOf(regime, source, total));
  }
  return now;
}

function sumOf(regime: Regime, source: FigureSource, { provision, period, asOf, taken }: TakenTotal): LedgerSum | null {
  const { factor } = taken;
  try {
    const sums = ledgerSums(regime, [source], {
      provision,
      period: `${period.from}/${period.to}`,
      factors: factor?.basis === 'given' ? [factor.factor] : [],
      asOf,
    });
    return sums.find((sum) => sum.factor?.factor === factor?.factor) ?? null;
  } catch (error) {
    if (error instanceof TradeError) return null;
    throw error;
  }
}

/**
 * The figures that ship under the same name, or the document itself and what came in after it as a later release: of the same form,
 * under the same file name or from the same place. The last of them.
 */
function latestRelease({ taken }: TakenTotal, sources: readonly FigureSource[]): FigureSource | null {
  if (taken.document === null)
    return sources.find(({ origin, id }) => origin !== 'document' && id === taken.source) ?? null;
  const at = sources.findIndex(({ id }) => id === taken.document);
  const first = sources[at];
  if (first?.origin !== 'document') return null;
  const { origin } = first.document.custody;
  const isRelease = (later: FigureSource): boolean =>
    later.origin === 'document' &&
    later.reading.report.form === first.reading.report.form &&
    (later.document.custody.origin.fileName === origin.fileName ||
      (origin.place !== null && later.document.custody.origin.place === origin.place));
  return sources.slice(at).findLast(isRelease) ?? first;
}
