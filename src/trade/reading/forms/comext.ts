import { countryByCode, countryByName } from '../../codes/country.ts';
import { readReportedPeriod } from '../../model/reported-period.ts';
import type { Flow } from '../../model/row.ts';
import { POINT_FRACTION } from '../../units/separators.ts';
import type { RowReading } from '../draft.ts';
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
import type { Form } from '../form.ts';

/** Bulk files of Eurostat's Comext, of today and of before. Their parts by procedure add up; only the old ones hold a total beside them. */
export const comextBulk: Form = {
  id: 'comext-bulk',
  words: 'Eurostat Comext, a bulk file',
  authority: 'reporter',
  kind: 'customs',
  codePage: 'windows-1252',
  separators: POINT_FRACTION,
  blanks: [':'],
  matches: (header) =>
    header.has('PARTNER', 'PRODUCT_NC', 'FLOW', 'PERIOD') &&
    header.hasOneOf('REPORTER', 'DECLARANT', 'DECLARANT_ISO') &&
    header.hasOneOf('VALUE_EUR', 'VALUE_IN_EUROS', 'QUANTITY_KG', 'QUANTITY_IN_KG'),
  missing: () => [],
  reader: (header) => {
    const cell = {
      reporter: header.column('REPORTER', 'DECLARANT_ISO', 'DECLARANT'),
      partner: header.column('PARTNER_ISO', 'PARTNER'),
      partnerNumber: header.column('PARTNER'),
      code: header.column('PRODUCT_NC'),
      flow: header.column('FLOW'),
      period: header.column('PERIOD'),
      regime: header.column('STAT_REGIME'),
      unit: header.column('SUPPL_UNIT', 'SUPP_UNIT'),
      value: header.column('VALUE_EUR', 'VALUE_IN_EUROS'),
      weight: header.column('QUANTITY_KG', 'QUANTITY_IN_KG'),
      other: header.column('QUANTITY_SUPPL_UNIT', 'SUP_QUANTITY'),
    };
    return (cells): RowReading => {
      const period = readReportedPeriod(cell.period(cells));
      if (period === undefined) return periodRefusal(cell.period(cells));
      const flow = flowOf(cell.flow(cells));
      if (flow === undefined)
        return flowRefusal(`"${cell.flow(cells).slice(0, 20)}" is no flow; Comext writes 1 for imports, 2 for exports`);
      const reporter = stateOf(cell.reporter(cells));
      if (reporter === null) return partnerRefusal('reporter', '');
      const partner = stateOf(cell.partner(cells)) ?? stateOf(cell.partnerNumber(cells));
      if (partner === null) return partnerRefusal('partner', '');
      return {
        drafts: [
          customsDraft({
            reporter,
            partner,
            flow,
            period,
            code: cell.code(cells),
            measures: [
              ...weightOf(cell.weight(cells), WEIGHTS.kilogram),
              ...measureOf(nonNought(cell.other(cells)), 'comext', cell.unit(cells)),
            ],
            value: moneyOf(cell.value(cells), 'EUR'),
            parts: {
              flow: null,
              procedure: cell.regime(cells) === '4' ? null : cell.regime(cells) || null,
              transport: null,
              partner2: null,
            },
            sayings: () => ({
              partners: [
                ...saying('partner number', cell.partnerNumber(cells), (text) => countryByCode('eurostat-old', text)),
                ...saying('partner letters', cell.partner(cells), countryByName),
              ],
              places: [],
            }),
            cells,
          }),
        ],
      };
    };
  },
};

/** The observations of Eurostat's interface, one indicator a row: weight and value of one flow are reported in two rows. */
export const comextSdmx: Form = {
  id: 'comext-sdmx',
  words: 'Eurostat Comext',
  authority: 'reporter',
  kind: 'customs',
  codePage: 'windows-1252',
  separators: POINT_FRACTION,
  blanks: [':'],
  matches: (header) => header.has('reporter', 'partner', 'product', 'flow', 'indicators', 'TIME_PERIOD', 'OBS_VALUE'),
  missing: () => [],
  reader: (header) => {
    const cell = {
      reporter: header.column('reporter'),
      partner: header.column('partner'),
      code: header.column('product'),
      flow: header.column('flow'),
      indicator: header.column('indicators'),
      period: header.column('TIME_PERIOD'),
      figure: header.column('OBS_VALUE'),
    };
    return (cells): RowReading => {
      const period = readReportedPeriod(cell.period(cells));
      if (period === undefined) return periodRefusal(cell.period(cells));
      const flow = flowOf(cell.flow(cells));
      if (flow === undefined)
        return flowRefusal(`"${cell.flow(cells).slice(0, 20)}" is no flow; Comext writes 1 for imports, 2 for exports`);
      const reporter = stateOf(cell.reporter(cells));
      if (reporter === null) return partnerRefusal('reporter', '');
      const partner = stateOf(cell.partner(cells));
      if (partner === null) return partnerRefusal('partner', '');
      const figure = cell.figure(cells);
      const indicator = cell.indicator(cells).toUpperCase();
      return {
        drafts: [
          customsDraft({
            reporter,
            partner,
            flow,
            period,
            code: cell.code(cells),
            measures: /100_?KG/.test(indicator)
              ? weightOf(figure, WEIGHTS.hundredKilograms)
              : /^QUANTITY.*KG/.test(indicator)
                ? weightOf(figure, WEIGHTS.kilogram)
                : [],
            value: /^VALUE.*EUR/.test(indicator) ? moneyOf(figure, 'EUR') : null,
            joins: [cell.reporter(cells), cell.partner(cells), cell.code(cells), flow, period.label].join('\t'),
            cells,
          }),
        ],
      };
    };
  },
};

function saying(field: string, text: string, countryOf: (text: string) => string | undefined) {
  const country = countryOf(text);
  return country === undefined ? [] : [{ field, text, country }];
}

function flowOf(text: string): Flow | undefined {
  if (/^(1|import)/i.test(text)) return 'import';
  return /^(2|export)/i.test(text) ? 'export' : undefined;
}

function stateOf(text: string): string | null {
  if (text === '') return null;
  return countryByName(text) ?? countryByCode('eurostat-old', text) ?? text.toUpperCase();
}

/** Nought supplementary units mean that the goods are not counted in any. */
function nonNought(text: string): string {
  return /^0+$/.test(text) ? '' : text;
}
