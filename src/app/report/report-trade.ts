import type { Claim } from '../../claims/model/claim.ts';
import type { CapBandsInput } from '../../figures/cap-bands.ts';
import type { GoodsMatrixInput } from '../../figures/goods-matrix.ts';
import type { ReportGoods, ReportLedger, ReportStated, ReportTrade } from '../../report/model/trade.ts';
import { cappingProvisions } from '../../trade/ledger/cap.ts';
import type { Ledger } from '../../trade/ledger/ledger.ts';
import { statedPeriods } from '../../trade/ledger/stated-periods.ts';
import { screenFigures } from '../../trade/screening/screen.ts';
import { loadTradeTerms, type TradeTerms } from '../../trade/terms/terms.ts';
import type { Derived } from '../derivation/derive.ts';
import { callsInTracks, judgedCalls } from '../derivation/trade/call-source.ts';
import { copiesOfShipped, withoutCopies } from '../derivation/trade/copied-figures.ts';
import { type FigureSource, figureSources, type HeldDocuments } from '../derivation/trade/figure-sources.ts';
import { CALLS_IN_TRACKS } from '../derivation/trade/tanker-call.ts';
import { loadRegimes } from '../regimes.ts';
import { goodsWithin } from '../trade/goods-by-month.ts';
import { keepAskedLedger } from '../trade/ledger.ts';
import { capBandsOf } from '../trade/ledger-figure.ts';
import { namesGoods, rowsBesideCap } from '../trade/rows-beside-cap.ts';
import { sourcePairs } from '../trade/source-pairs.ts';
import { CALLS_LABEL, formWordsOf, labelsOf, sourceLabel, statesInWords } from '../trade/source-words.ts';
import { statedBesideAllLedgers } from '../trade/stated-figures.ts';
import type { TradeFiles } from '../trade/trade-files.ts';

/** A page says of so many rows why they were not taken in. */
const MOST_REFUSALS = 12;

/** More codes than a picture on a page can name. */
const MOST_CODES = 24;

/**
 * The trade files among the documents beside the caps and bans of their days, for the dossier's own period where it has one, and the
 * figures that claims state beside all ledgers at hand; null where there is neither. What ships with a regime is none of the dossier's:
 * its figures stand beside those of claims and nowhere else.
 */
export async function reportTrade(
  record: HeldDocuments,
  { documents, evidence, grounds }: Derived,
  asOf: string,
): Promise<ReportTrade | null> {
  const [regime] = loadRegimes();
  if (regime === undefined) return null;
  const known = await figureSources(record, documents, regime, null);
  const { calls, source: called } = await callsInTracks(record, documents, regime, evidence, judgedCalls(evidence));
  const all = called === null ? known : [...known, called];
  const copies = copiesOfShipped(all);
  const sources = all.filter(({ origin, reading }) => origin !== 'regime' && reading.report.accepted > 0);
  const terms = loadTradeTerms(regime);
  const within = { from: evidence.dossier?.period.from ?? null, to: evidence.dossier?.period.to ?? null };
  const stated = statedOf(regime, terms, withoutCopies(all), grounds).filter(({ window }) => overlaps(window, within));
  const judged = calls
    .filter((call) => overlaps(call, within))
    .map(({ row, from, to, says }) => ({ row, from, to, says }));
  if (sources.length === 0 && stated.length === 0 && judged.length === 0) return null;
  const files: TradeFiles = { regime, terms, readings: sources.map(({ reading }) => reading) };
  const labels = labelsOf(sources, terms);
  const caps = cappingProvisions(regime).flatMap((provision) => {
    const counted = rowsBesideCap(files, provision);
    const beside = files.readings.map((file) => ({ ...file, rows: counted(file.rows) }));
    return statedPeriods(regime, terms, provision, beside, asOf)
      .filter(({ period, sources: stating }) => stating.length > 0 && overlaps(period, within))
      .map(({ period, sources: stating }) => {
        const readings = beside.filter(({ report }) => stating.includes(report.file));
        const question = { provision: provision.id, period: `${period.from}/${period.to}`, factors: [], asOf: null };
        return ledgerOf(keepAskedLedger({ ...files, readings }, question), readings, labels);
      });
  });
  return {
    sources: all.flatMap((source) => describe(source, terms, copies.has(source.id))),
    ...(judged.length === 0 ? {} : { calls: judged }),
    caps,
    ...(stated.length === 0 ? {} : { stated }),
    goods: goodsOf(files, within),
  };
}

/** The figures of claims beside the ledgers of all sources at hand, those that ship with the regime among them. */
function statedOf(
  regime: TradeFiles['regime'],
  terms: TradeTerms,
  sources: readonly FigureSource[],
  claims: readonly Claim[],
): readonly ReportStated[] {
  const byFile = new Map(sources.map((source) => [source.reading.report.file, source]));
  const files: TradeFiles = { regime, terms, readings: sources.map(({ reading }) => reading) };
  return statedBesideAllLedgers(files, claims).map(
    ({ claim, raw, unit, provision, window, kind, suppliers, beside }) => ({
      claim,
      raw,
      unit,
      provision,
      window,
      kind,
      suppliers: suppliers.length === 0 ? '' : statesInWords(suppliers.join('+')),
      beside: beside.flatMap(
        ({ source, factor, low, high, atLeast, asOf, rows, statesMore, converted, says, unknown }) => {
          const from = byFile.get(source);
          if (from === undefined) return [];
          return [
            {
              source: sourceLabel(from, terms),
              origin: from.origin,
              document: from.document?.document ?? null,
              factor,
              low,
              high,
              atLeast: atLeast === true,
              asOf,
              rows,
              ...(statesMore ? { statesMore } : {}),
              ...(converted === undefined ? {} : { converted }),
              says,
              unknown,
            },
          ];
        },
      ),
    }),
  );
}

type Within = { readonly from: string | null; readonly to: string | null };

function overlaps(period: { readonly from: string; readonly to: string }, { from, to }: Within): boolean {
  return (to === null || period.from <= to) && (from === null || from <= period.to);
}

function describe(source: FigureSource, terms: TradeTerms, isCopy: boolean): ReportTrade['sources'] {
  if (source.origin !== 'document') return [];
  const { document, reading } = source;
  const { report } = reading;
  const { file: name, form, rows, accepted, refused, refusedMore } = report;
  return [
    {
      name,
      document: document.document,
      form: form ?? '',
      formWords: `${formWordsOf({ reading }, terms) ?? ''}${isCopy ? '; says the same as the figures that ship with the program' : ''}`,
      rows,
      accepted,
      refused: refused.length + (refusedMore ?? 0),
      ...(refused.length === 0
        ? {}
        : { refusals: refused.slice(0, MOST_REFUSALS).map(({ row, message }) => ({ row, message })) }),
    },
  ];
}

function ledgerOf(ledger: Ledger, readings: TradeFiles['readings'], labels: ReadonlyMap<string, string>): ReportLedger {
  const unnamed = readings.filter(({ rows }) => rows.some((row) => !namesGoods(row)));
  const pairs = sourcePairs(ledger, labels);
  const statedTotals = ledger.checks
    .filter(({ isGreater }) => isGreater)
    .map(({ source, supplier, difference: _, isGreater: __, ...check }) => ({
      ...check,
      source: printedName(source),
      supplier: statesInWords(supplier),
    }));
  return {
    provision: ledger.provision,
    period: ledger.period,
    factors: ledger.factors.map(({ factor, name, source }) => ({ factor, name, source })),
    unnamed: unnamed.map(({ report }) => printedName(report.file)),
    pictures: ledger.limits.map(({ unit }) => capBandsOf(ledger, unit, labels)).filter(hasPoints),
    ...(pairs.length === 0 ? {} : { pairs }),
    ...(statedTotals.length === 0 ? {} : { statedTotals }),
    totals: ledger.totals.map(({ source, unit, factor, low, high, share, atLeast }) => ({
      source: printedName(source),
      unit,
      factor,
      low,
      high,
      share,
      atLeast: atLeast === true,
      passed: ledger.thresholds
        .filter((one) => one.source === source && one.unit === unit && one.factor === factor)
        .map(({ percent, means, earliest, latest }) => ({ percent, means, earliest, latest })),
    })),
  };
}

/** A document is printed by its file name; calls in tracks have none. */
function printedName(source: string): string {
  return PRINTED_NAMES.get(source) ?? source;
}

const PRINTED_NAMES: ReadonlyMap<string, string> = new Map([[CALLS_IN_TRACKS, CALLS_LABEL]]);

/** A unit in which no row says anything has no picture. */
function hasPoints({ panels }: CapBandsInput): boolean {
  return panels.some(({ bands }) => bands.some(({ steps }) => steps.length > 0));
}

/** The goods that a ban or a cap touched, year by year. */
function goodsOf({ regime, terms, readings }: TradeFiles, within: Within): readonly ReportGoods[] {
  const figures = screenFigures(regime, terms, readings, false).filter(({ row }) => overlaps(row.period, within));
  const { years } = goodsWithin(figures, null);
  return years.flatMap((year) => {
    const { rows, matrix, longer } = goodsWithin(figures, year, PRINTED_NAMES);
    if (rows.length === 0) return [];
    return [
      {
        year,
        matrices: matrix.cells.length === 0 ? [] : inPages(matrix),
        longer,
        rows: rows.map(({ reporter: _, source, ...row }) => ({ source: printedName(source), ...row })),
      },
    ];
  });
}

function inPages(matrix: GoodsMatrixInput): readonly GoodsMatrixInput[] {
  const pages = Math.ceil(matrix.codes.length / MOST_CODES);
  return Array.from({ length: pages }, (_, page) => {
    const codes = matrix.codes.slice(page * MOST_CODES, (page + 1) * MOST_CODES);
    const shown = new Set(codes.map(({ code }) => code));
    return {
      ...matrix,
      title: pages === 1 ? matrix.title : `${matrix.title}, part ${page + 1} of ${pages}`,
      codes,
      cells: matrix.cells.filter(({ code }) => shown.has(code)),
    };
  });
}
