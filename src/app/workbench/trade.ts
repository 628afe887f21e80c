import type { z } from 'zod';
import type { Claim } from '../../claims/model/claim.ts';
import type { Span } from '../../documents/text/text-layer.ts';
import type { Regime } from '../../regime/model/regime.ts';
import { cappingProvisions } from '../../trade/ledger/cap.ts';
import { statedPeriods } from '../../trade/ledger/stated-periods.ts';
import type { TradeRow } from '../../trade/model/row.ts';
import { findFileRows } from '../../trade/reading/file-rows.ts';
import { loadTradeTerms, type TradeTerms } from '../../trade/terms/terms.ts';
import type { Snapshot } from '../derivation/derivation.ts';
import { figuresAndCalls } from '../derivation/trade/call-source.ts';
import { copiesOfShipped, withoutCopies } from '../derivation/trade/copied-figures.ts';
import { type FigureSource, readTables } from '../derivation/trade/figure-sources.ts';
import { AppError } from '../errors.ts';
import { silentProgress } from '../progress.ts';
import { loadKnownRegime, loadRegimes } from '../regimes.ts';
import { callsInWorkspace } from '../tracks/calls-in-workspace.ts';
import { goodsByMonth } from '../trade/goods-by-month.ts';
import { keepAskedLedger } from '../trade/ledger.ts';
import { capBandsOf } from '../trade/ledger-figure.ts';
import { placeOfRow } from '../trade/row-place.ts';
import { sourcePairs } from '../trade/source-pairs.ts';
import { formWordsOf, kindWordsOf, labelsOf, sourceLabel } from '../trade/source-words.ts';
import { statedBesideAllLedgers, statedBesideLedgers } from '../trade/stated-figures.ts';
import type { TradeFiles } from '../trade/trade-files.ts';
import type { HeldWorkspace } from '../workspace/workspace.ts';
import type {
  TradeCallsView,
  TradeDesk,
  TradeGoods,
  TradeLedgerView,
  TradeRows,
  TradeStated,
  tradeEndpoints,
} from './contract/trade.ts';
import type { TradeSource } from './contract/trade-shape.ts';
import { unknownTables } from './trade-tables.ts';

type Query<Name extends keyof typeof tradeEndpoints> = z.output<(typeof tradeEndpoints)[Name]['query']>;

type Asked = { readonly regime?: string | undefined; readonly flow?: 'import' | 'export' | undefined };

/** So many tables that no form knows are listed. */
const MOST_TABLES = 100;

/** The sources of trade figures that a workspace has, and the caps that they tell of. @throws AppError `no-such-regime` */
export async function tradeDesk(
  held: HeldWorkspace,
  snapshot: Snapshot,
  asked: Query<'desk'>,
  today: string,
): Promise<TradeDesk> {
  const { files, sources } = await filesOf(held, snapshot, asked, 'all');
  const { regime, terms } = files;
  const copies = copiesOfShipped(sources);
  const readings = withoutCopies(sources).map(({ reading }) => reading);
  const tables = unknownTables(
    await readTables(held.record, snapshot.derived.documents, regime, asked.flow ?? null),
    snapshot.evidence.columns,
  );
  return {
    regime: regime.id,
    sources: sources.map((source) => describeSource(source, terms, copies.get(source.id))),
    tables: tables.slice(0, MOST_TABLES),
    moreTables: Math.max(0, tables.length - MOST_TABLES),
    caps: cappingProvisions(regime).map((provision) => ({
      provision: provision.id,
      subject: provision.subject,
      periods: statedPeriods(regime, terms, provision, readings, today),
    })),
  };
}

/** The ledgers of sources against a cap. @throws AppError `bad-option`, `no-such-document` */
export async function tradeLedger(
  held: HeldWorkspace,
  snapshot: Snapshot,
  asked: Query<'ledger'>,
): Promise<TradeLedgerView> {
  const { files, sources } = await filesOf(held, snapshot, asked, asked.sources);
  const labels = labelsOf(sources, files.terms);
  const question = {
    provision: asked.provision,
    period: asked.period,
    factors: asked.factors ?? [],
    asOf: asked.asOf ?? null,
  };
  const ledger = keepAskedLedger(files, question);
  return {
    ledger,
    pictures: ledger.limits.map(({ unit }) => capBandsOf(ledger, unit, labels)),
    pairs: sourcePairs(ledger, labels),
    stated: statedBesideLedgers(files, question, snapshot.derived.claims),
  };
}

/** Rows of sources that a ban or a cap touched in their month. @throws AppError `no-such-document` */
export async function tradeGoods(held: HeldWorkspace, snapshot: Snapshot, asked: Query<'goods'>): Promise<TradeGoods> {
  const { files, sources } = await filesOf(held, snapshot, asked, asked.sources);
  return goodsByMonth(files, asked.year ?? null, labelsOf(sources, files.terms));
}

/** Calls at ports of the State by the tracks of the workspace, also those that nobody judged. @throws AppError `no-such-regime` */
export async function tradeCalls(
  { record }: HeldWorkspace,
  { acts, evidence, derived: { documents } }: Snapshot,
  asked: Query<'calls'>,
): Promise<TradeCallsView> {
  const regime = regimeOf(asked.regime);
  const held = { record, acts: async () => acts };
  const { calls } = await callsInWorkspace(held, { documents, evidence }, regime, silentProgress);
  return { calls };
}

/** The figures of some claims beside the ledgers of their goods and days. @throws AppError `no-such-regime` */
export async function tradeStated(
  held: HeldWorkspace,
  snapshot: Snapshot,
  asked: Query<'stated'>,
): Promise<TradeStated> {
  const wanted = new Set(asked.claims ?? []);
  const claims = snapshot.derived.claims.filter(({ id }) => wanted.has(id));
  const { files, sources } = await filesOf(held, snapshot, asked);
  const stated = statedBesideAllLedgers(files, claims);
  const named = new Set(stated.flatMap(({ beside }) => beside.map(({ source }) => source)));
  return {
    sources: sources
      .filter(({ reading }) => named.has(reading.report.file))
      .map((source) => ({
        id: source.id,
        name: source.reading.report.file,
        label: sourceLabel(source, files.terms),
      })),
    stated,
  };
}

/** So many rows are looked up at once. */
const MOST_ROWS = 500;

/** Rows as they stand in their file, with their place in the document. @throws AppError `no-such-document`, `bad-option` */
export async function tradeRows(held: HeldWorkspace, snapshot: Snapshot, asked: Query<'rows'>): Promise<TradeRows> {
  const { files, sources } = await filesOf(held, snapshot, asked, [asked.source]);
  const [source] = sources;
  if (source === undefined) throw noSuchSource(asked.source);
  const { refused, refusedMore = 0 } = source.reading.report;
  const refusals = new Map(refused.map(({ row, code, message }) => [row, { code, message }]));
  const wanted = new Set(
    (asked.refused === undefined ? (asked.rows ?? []).map(Number) : [...refusals.keys()]).slice(0, MOST_ROWS),
  );
  if (![...wanted].every((row) => Number.isInteger(row) && row > 0))
    throw new AppError('bad-option', 'write the rows as numbers from 1 with commas between them', { place: 'rows' });
  const { columns, rows, sheet } = await findFileRows(source.bytes, files.terms, wanted, source.document?.columns);
  return {
    source: source.id,
    document: source.document?.document ?? null,
    columns,
    rows: rows.map((found) => {
      const place = source.document === null ? null : placeOfRow(source.document.layer, sheet, found);
      return {
        row: found.row,
        cells: found.cells,
        place,
        claims: place === null ? [] : claimsAt(snapshot.derived.claims, source.id, place),
        refusal: refusals.get(found.row) ?? null,
      };
    }),
    more: asked.refused === undefined ? 0 : refusals.size + refusedMore - wanted.size,
  };
}

/** The claims whose passage is a row; one that was rejected or taken back is none. */
function claimsAt(claims: readonly Claim[], document: string, { start, end }: Span): readonly string[] {
  return claims
    .filter((claim) => claim.document === document && claim.start === start && claim.end === end)
    .filter(({ status }) => status !== 'rejected' && status !== 'withdrawn')
    .map(({ id }) => id);
}

/** Named sources, or all, less copies of others where nobody asks for those too; of one regime, or of the first that has terms of trade. */
async function filesOf(
  held: HeldWorkspace,
  snapshot: Snapshot,
  { regime: id, flow }: Asked,
  named?: readonly string[] | 'all',
): Promise<{ readonly files: TradeFiles; readonly sources: readonly FigureSource[] }> {
  const regime = regimeOf(id);
  const { documents } = snapshot.derived;
  const all = await figuresAndCalls(held.record, documents, regime, flow ?? null, snapshot.evidence);
  const sources =
    named === undefined
      ? withoutCopies(all)
      : named === 'all'
        ? all
        : named.map((name) => {
            const found = all.find((source) => source.id === name);
            if (found === undefined) throw noSuchSource(name);
            return found;
          });
  return {
    files: { regime, terms: loadTradeTerms(regime), readings: sources.map(({ reading }) => reading) },
    sources,
  };
}

/** The regime of a name, or the first that comes with the program. @throws AppError `no-such-regime` */
function regimeOf(id: string | undefined): Regime {
  const regime = id === undefined ? loadRegimes()[0] : loadKnownRegime(id);
  if (regime === undefined) throw new AppError('no-such-regime', 'no regime comes with the program');
  return regime;
}

function noSuchSource(name: string): AppError {
  return new AppError('no-such-document', 'no source of trade figures has this id; /trade lists those there are', {
    place: name.slice(0, 80),
  });
}

function describeSource(source: FigureSource, terms: TradeTerms, copied: FigureSource | undefined): TradeSource {
  const { id, origin, document, reading } = source;
  const { report, rows } = reading;
  return {
    id,
    name: report.file,
    label: sourceLabel(source, terms),
    origin,
    document: document?.document ?? null,
    copyOf: copied === undefined ? null : sourceLabel(copied, terms),
    form: report.form ?? '',
    formWords: formWordsOf(source, terms) ?? '',
    kind: rows[0]?.kind ?? null,
    kindWords: kindWordsOf(source, terms) ?? null,
    rows: report.rows,
    accepted: report.accepted,
    refused: report.refused.length + (report.refusedMore ?? 0),
    covers: spanOf(rows, ({ period }) => [period.from, period.to]),
    asOf: spanOf(rows, ({ asOf }) => (asOf === null ? [] : [asOf])),
  };
}

function spanOf(rows: readonly TradeRow[], daysOf: (row: TradeRow) => readonly string[]): TradeSource['covers'] {
  const days = rows.flatMap(daysOf).sort();
  const [from] = days;
  const to = days.at(-1);
  return from === undefined || to === undefined ? null : { from, to };
}
