import type { Claim, Claimant } from '../../claims/model/claim.ts';
import type { Quantity } from '../../claims/model/quantity.ts';
import { countryName, findCountry } from '../../core/countries/countries.ts';
import { compareDecimals, type Decimal, multiplyDecimals, toDecimal } from '../../core/decimal.ts';
import type { ActDraft } from '../../record/log/act.ts';
import { readReportedPeriod } from '../../trade/model/reported-period.ts';
import type { Range, TradeRow } from '../../trade/model/row.ts';
import { findFileRows } from '../../trade/reading/file-rows.ts';
import { formNamed } from '../../trade/reading/forms/forms.ts';
import { loadTradeTerms, type TradeTerms } from '../../trade/terms/terms.ts';
import type { ActBuilder, Signature } from '../act-builders/act-builder.ts';
import { additionDraft } from '../act-builders/claim-acts.ts';
import type { ReadDocument } from '../derivation/reading/read-documents.ts';
import {
  type FigureSource,
  figureSources,
  type HeldDocuments,
  type ReadTable,
} from '../derivation/trade/figure-sources.ts';
import { AppError } from '../errors.ts';
import { loadKnownRegime } from '../regimes.ts';
import { placeOfRow, type RowPlace } from './row-place.ts';

/** Rows of a document that somebody makes claims of. */
export type RowChoice = {
  readonly regime?: string | undefined;
  /** Id or file name of the document. */
  readonly source: string;
  readonly rows: readonly number[];
  readonly flow?: 'import' | 'export' | undefined;
};

/**
 * Makes claims of rows of trade figures: the claimant is the authority behind the figure, the row is the passage. The figure stays one
 * of its series as of its day, so that it contradicts no statement of others.
 * @throws AppError `no-such-document`, `bad-option`, `bad-input`
 */
export function buildRowClaims(record: HeldDocuments, signature: Signature, choice: RowChoice): ActBuilder {
  return async ({ derived: { documents } }) => {
    const regime = loadKnownRegime(choice.regime ?? 'un-1718');
    const terms = loadTradeTerms(regime);
    const source = sourceNamed(await figureSources(record, documents, regime, choice.flow ?? null), choice.source);
    const wanted = new Set(choice.rows);
    const found = await findFileRows(source.bytes, terms, wanted, source.document.columns);
    const drafts = [...wanted].flatMap((number) => {
      const own = source.reading.rows.filter(({ row }) => row === number);
      const refusal = source.reading.report.refused.find(({ row }) => row === number);
      if (own.length === 0)
        throw new AppError(
          'bad-option',
          refusal === undefined
            ? `row ${number} is no figure of the State under measures`
            : `row ${number} was not taken in: ${refusal.message}`,
          { place: 'rows' },
        );
      const written = found.rows.find(({ row }) => row === number);
      const place = written === undefined ? null : placeOfRow(source.document.layer, found.sheet, written);
      if (written === undefined || place === null)
        throw new AppError(
          'bad-option',
          `row ${number} has no place in the text of its document, so that nothing could be quoted`,
          { place: 'rows' },
        );
      return own.map((row) =>
        additionDraft(signature, claimOfRow(row, source.document, terms, place, written.cells), documents, RULES),
      );
    });
    checkDistinct(drafts);
    return drafts;
  };
}

/** Two figures of one row with the same words would be one claim. @throws AppError `bad-option` */
function checkDistinct(drafts: readonly ActDraft[]): void {
  const ids = new Set(drafts.map(({ body }) => (body as { readonly claim: { readonly id: string } }).claim.id));
  if (ids.size < drafts.length)
    throw new AppError(
      'bad-option',
      'a row gives several figures that its text does not tell apart; add the claim by hand',
      { place: 'rows' },
    );
}

const RULES = ['trade:row'];

function sourceNamed(sources: readonly FigureSource[], named: string): ReadTable {
  const ofDocuments = sources.filter((source) => source.origin === 'document');
  const found = ofDocuments.filter(({ id, document }) => id === named || document.custody.origin.fileName === named);
  const [only, other] = found;
  if (only !== undefined && other === undefined) return only;
  throw new AppError(
    'no-such-document',
    only === undefined
      ? 'no document of this id or file name holds trade figures in a form that is known; what ships with the program is no document of the workspace'
      : 'several documents have this name; write the id of one',
    { place: named.slice(0, 80) },
  );
}

/** What a row says, as a claim that a person adds. */
function claimOfRow(
  row: TradeRow,
  { document, source, layer }: ReadDocument,
  terms: TradeTerms,
  { start, end }: RowPlace,
  cells: readonly string[],
): Readonly<Record<string, unknown>> {
  const claimant = authorityOf(row, source, terms);
  const isRelayed = claimant.name !== source.name;
  const goods = goodsOf(row);
  const quantities = quantitiesOf(row, goods, claimant.name, cells, layer.text.slice(start, end));
  if (quantities.length === 0)
    throw new AppError(
      'bad-option',
      `row ${row.row} gives no figure that stands in its text as it is counted, so that no claim can be made of it`,
      {
        place: 'rows',
      },
    );
  const name = (code: string | null): string[] => (code === null ? [] : code.split('+').map(countryName));
  const { from, to } = row.period;
  return {
    document,
    start,
    end,
    claimant,
    relay: isRelayed ? [source] : [],
    modality: row.kind === 'estimate' || row.estimated ? 'assesses' : 'states',
    speech: isRelayed ? 'reported' : 'own-voice',
    predicate: 'transferred',
    roles: { agent: name(row.from), recipient: name(row.to), object: [goods] },
    quantities,
    when: { from, to, raw: cells.find((cell) => isPeriod(cell, row.period)) ?? null },
  } satisfies Partial<Record<keyof Claim, unknown>>;
}

/** Whose word the figure is: the State that reports it, its customs, or whoever made the table. @throws AppError `bad-option` for several */
function authorityOf({ reporter, kind, form, row }: TradeRow, source: Claimant, terms: TradeTerms): Claimant {
  if (formNamed(terms, form).authority === 'compiler') return source;
  const country = reporter === null ? undefined : findCountry(reporter);
  if (country === undefined)
    throw new AppError(
      'bad-option',
      `row ${row} is of several States or of an area together, so that no one authority says it; choose the rows of each`,
      { place: 'rows' },
    );
  const { name, alpha2 } = country;
  return kind === 'notified'
    ? { name, kind: 'state', country: alpha2 }
    : { name: `customs of ${name}`, kind: 'state-organ', country: alpha2 };
}

/** The goods as the row names them; else by their code; a row that does neither is of a cargo. */
function goodsOf({ product, hs, code }: TradeRow): string {
  const named = product?.trim().toLowerCase() ?? '';
  if (named !== '' && named !== code) return named;
  return hs === null ? 'cargo' : `goods of HS ${hs}`;
}

function quantitiesOf(
  { measures, value, period, kind, asOf }: TradeRow,
  goods: string,
  authority: string,
  cells: readonly string[],
  line: string,
): readonly Quantity[] {
  const common = {
    window: { from: period.from, to: period.to },
    event: 'transferred',
    nature: 'count' as const,
    series: { kind, authority, asOf },
  };
  const figure = (counted: Pick<Quantity, 'counts' | 'unit' | 'of'>, { low, high }: Range): readonly Quantity[] => {
    const raw = wordsOf(low, high, cells, line);
    const qualifier = low === high ? 'exactly' : 'between';
    return raw === null ? [] : [{ ...counted, qualifier, low, high, raw, ...common }];
  };
  return [
    ...measures.flatMap((measure) =>
      figure({ counts: goods, ...(measure.unit === 'item' ? {} : { unit: measure.unit }) }, measure),
    ),
    ...(value === null ? [] : figure({ counts: value.currency, of: goods }, value)),
  ];
}

/** Scales by which a cell is written: kilograms for tonnes, thousands of dollars for dollars, hundreds of kilograms. */
const SCALES = ['1', '0.001', '1000', '0.1'];

/**
 * The one cell that gives a figure; the whole row where several cells do, or where the figure is worked out of several ("6000", "0.6",
 * "0.9"). Null where none gives it: it stands in another row of the file, or in a unit that no cell names.
 */
function wordsOf(low: Decimal, high: Decimal, cells: readonly string[], line: string): string | null {
  if (low !== high) return line;
  const numbers = cells.flatMap((cell) => {
    const text = cell.replace(/[\s,'’]/g, '');
    return /^\d+(\.\d+)?$/.test(text) ? [{ cell: cell.trim(), number: toDecimal(text) }] : [];
  });
  // A cell that gives the figure as it is goes before one that would give it in another scale.
  for (const scale of SCALES) {
    const [only, other] = numbers.filter(({ number }) => compareDecimals(multiplyDecimals(number, scale), low) === 0);
    if (only !== undefined) return other === undefined && line.includes(only.cell) ? only.cell : line;
  }
  return null;
}

function isPeriod(cell: string, { from, to }: TradeRow['period']): boolean {
  const read = readReportedPeriod(cell.trim());
  return read !== undefined && read.from === from && read.to === to;
}
