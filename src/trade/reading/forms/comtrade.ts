import { countryByCode, countryByName } from '../../codes/country.ts';
import { editionOf } from '../../codes/hs-code.ts';
import { readReportedPeriod, yearPeriod } from '../../model/reported-period.ts';
import type { Flow, Sayings } from '../../model/row.ts';
import { POINT_FRACTION } from '../../units/separators.ts';
import type { DraftMeasure, RowReading } from '../draft.ts';
import {
  customsDraft,
  flowRefusal,
  measureOf,
  moneyOf,
  partnerRefusal,
  periodRefusal,
  WEIGHTS,
  weightOf,
} from '../draft-builder.ts';
import type { Form, RowReader } from '../form.ts';
import type { Header } from '../header.ts';

/** Imports and exports, and what is only a part of them: goods that are re-exported, of domestic origin, processed. */
const FLOWS: Readonly<Record<string, { readonly flow: Flow; readonly part: string | null }>> = {
  M: { flow: 'import', part: null },
  X: { flow: 'export', part: null },
  RM: { flow: 'import', part: 're-import' },
  RX: { flow: 'export', part: 're-export' },
  FM: { flow: 'import', part: 'foreign' },
  DX: { flow: 'export', part: 'domestic' },
  MIP: { flow: 'import', part: 'inward processing' },
  XIP: { flow: 'export', part: 'inward processing' },
  MOP: { flow: 'import', part: 'outward processing' },
  XOP: { flow: 'export', part: 'outward processing' },
  '1': { flow: 'import', part: null },
  '2': { flow: 'export', part: null },
  '3': { flow: 'export', part: 're-export' },
  '4': { flow: 'import', part: 're-import' },
};

/** Names under which the two generations of downloads have the same thing: the newer name first. */
const COLUMNS = {
  period: ['period', 'refPeriodId'],
  year: ['refYear', 'Year'],
  month: ['refMonth'],
  reporterCode: ['reporterCode', 'Reporter Code'],
  reporterIso: ['reporterISO', 'Reporter ISO'],
  reporterName: ['reporterDesc', 'Reporter'],
  partnerCode: ['partnerCode', 'Partner Code'],
  partnerIso: ['partnerISO', 'Partner ISO'],
  partnerName: ['partnerDesc', 'Partner'],
  partner2: ['partner2Code', '2nd Partner Code'],
  flow: ['flowCode', 'TradeFlow Code', 'Trade Flow Code'],
  flowName: ['flowDesc', 'TradeFlow', 'Trade Flow'],
  classification: ['classificationCode', 'Classification'],
  code: ['cmdCode', 'Commodity Code'],
  goods: ['cmdDesc', 'Commodity'],
  procedure: ['customsCode', 'Customs Proc. Code'],
  transport: ['motCode', 'Mode of Transport Code'],
  unit: ['qtyUnitCode', 'Qty Unit Code'],
  quantity: ['qty'],
  otherUnit: ['altQtyUnitCode', 'Alt Qty Unit Code'],
  otherQuantity: ['altQty'],
  weight: ['netWgt', 'Netweightkg'],
  value: ['primaryValue', 'TradeValueUS', 'Trade Value (US$)'],
  importValue: ['cifvalue', 'CIF TradeValue', 'CIF Trade Value (US$)'],
  exportValue: ['fobvalue', 'FOB Trade Value (US$)'],
  weightEstimated: ['isNetWgtEstimated'],
  quantityEstimated: ['isQtyEstimated'],
  otherEstimated: ['isAltQtyEstimated'],
  flag: ['legacyEstimationFlag', 'Flag'],
} as const;

type Field = keyof typeof COLUMNS;
type Cells = { readonly [Name in Field]: (cells: readonly string[]) => string };

function comtradeForm(id: string, words: string, marks: readonly string[]): Form {
  return {
    id,
    words,
    authority: 'reporter',
    kind: 'customs',
    codePage: 'windows-1252',
    separators: POINT_FRACTION,
    blanks: ['N/A', 'NULL', 'nan'],
    matches: (header) => header.has(...marks),
    missing: (header) =>
      header.hasOneOf(...COLUMNS.weight, ...COLUMNS.quantity, ...COLUMNS.value) &&
      header.hasOneOf(...COLUMNS.period, ...COLUMNS.year)
        ? []
        : ['period', 'netWgt or qty or primaryValue'],
    reader: (header) => readerOf(header),
  };
}

export const comtrade = comtradeForm('comtrade', 'UN Comtrade', ['reporterCode', 'partnerCode', 'flowCode', 'cmdCode']);
export const comtradeLegacy = comtradeForm('comtrade-legacy', 'UN Comtrade, before 2023', [
  'Reporter Code',
  'Partner Code',
  'Commodity Code',
  'Classification',
]);

function readerOf(header: Header): RowReader {
  const cell = Object.fromEntries(
    Object.entries(COLUMNS).map(([field, names]) => [field, header.column(...names)]),
  ) as unknown as Cells;
  return (cells) => readRow(cell, cells);
}

function readRow(cell: Cells, cells: readonly string[]): RowReading {
  const periodText = cell.period(cells) || cell.year(cells);
  const period = /^52$/.test(cell.month(cells)) ? yearPeriod(Number(cell.year(cells))) : readReportedPeriod(periodText);
  if (period === undefined) return periodRefusal(periodText);
  const flowText = cell.flow(cells).toUpperCase() || wordFlow(cell.flowName(cells));
  const flow = FLOWS[flowText];
  if (flow === undefined)
    return flowRefusal(
      `"${(flowText || cell.flowName(cells)).slice(0, 20)}" is no flow; a row must say import or export (M, X)`,
    );
  const reporter = stateOf(cell.reporterCode(cells), cell.reporterIso(cells), cell.reporterName(cells));
  if (reporter === null) return partnerRefusal('reporter', '');
  const partner = stateOf(cell.partnerCode(cells), cell.partnerIso(cells), cell.partnerName(cells));
  if (partner === null) return partnerRefusal('partner', '');
  const { measures, estimated } = quantitiesOf(cell, cells);
  const value = cell.value(cells) || (flow.flow === 'import' ? cell.importValue(cells) : cell.exportValue(cells));
  const code = cell.code(cells);
  return {
    drafts: [
      customsDraft({
        reporter,
        partner,
        flow: flow.flow,
        period,
        code,
        product: cell.goods(cells),
        edition: editionOf(cell.classification(cells)),
        measures,
        value: moneyOf(value, 'USD'),
        estimated,
        parts: {
          flow: flow.part,
          procedure: partOf(cell.procedure(cells), 'C00'),
          transport: partOf(cell.transport(cells), '0'),
          partner2: partOf(cell.partner2(cells), '0'),
        },
        sayings: () => sayingsOf(cell, cells),
        cells,
      }),
    ],
  };
}

function wordFlow(text: string): string {
  const said = text.trim().toLowerCase();
  if (/^re-?export/.test(said)) return 'RX';
  if (/^re-?import/.test(said)) return 'RM';
  if (/^export/.test(said)) return 'X';
  return /^import/.test(said) ? 'M' : '';
}

/** The total of a dimension is its nought or an empty cell; anything else is a part of it. */
function partOf(text: string, total: string): string | null {
  return text === '' || text === total || text === '0' || text === '-1' ? null : text;
}

/** Letters first: they are the same everywhere; then the number, then the name. Null only where all three are empty. */
function stateOf(code: string, iso: string, name: string): string | null {
  return countryByCode('comtrade', code) ?? countryByName(iso) ?? countryByName(name) ?? (code || iso || name || null);
}

function sayingsOf(cell: Cells, cells: readonly string[]): Sayings {
  const stated: readonly (readonly [string, string, string | undefined])[] = [
    ['partner code', cell.partnerCode(cells), countryByCode('comtrade', cell.partnerCode(cells))],
    ['partner letters', cell.partnerIso(cells), countryByName(cell.partnerIso(cells))],
    ['partner name', cell.partnerName(cells), countryByName(cell.partnerName(cells))],
  ];
  return {
    partners: stated.flatMap(([field, text, country]) => (country === undefined ? [] : [{ field, text, country }])),
    places: [],
  };
}

/** The weight, and volumes or numbers beside it. A weight that was filled in yields to a quantity that was reported. */
function quantitiesOf(
  cell: Cells,
  cells: readonly string[],
): { measures: readonly DraftMeasure[]; estimated: boolean } {
  const flag = Number(cell.flag(cells) || 0);
  const weightEstimated = isTrue(cell.weightEstimated(cells)) || (flag & 4) > 0;
  const quantityEstimated = isTrue(cell.quantityEstimated(cells)) || (flag & 2) > 0;
  const weight = weightOf(cell.weight(cells), WEIGHTS.kilogram);
  const quantity = measureOf(cell.quantity(cells), 'comtrade', cell.unit(cells));
  const other = measureOf(cell.otherQuantity(cells), 'comtrade', cell.otherUnit(cells));
  const reported: DraftMeasure[] = [];
  const filled: DraftMeasure[] = [];
  for (const [measures, isFilled] of [
    [weight, weightEstimated],
    [quantity, quantityEstimated],
    [other, isTrue(cell.otherEstimated(cells))],
  ] as const)
    (isFilled ? filled : reported).push(...measures);
  // Weight and volume tell the same thing: what was filled in for the one says less than what was reported in the other.
  const isAmount = ({ unit: { unit } }: DraftMeasure): boolean => unit === 'tonne' || unit === 'barrel';
  const measures = [...reported, ...filled.filter((measure) => !isAmount(measure) || !reported.some(isAmount))];
  const once = measures.filter(
    (measure, at) => measures.findIndex((one) => one.unit.unit === measure.unit.unit) === at,
  );
  return { measures: once, estimated: filled.some((measure) => once.includes(measure)) };
}

function isTrue(text: string): boolean {
  return /^(true|1)$/i.test(text);
}
