import { countryByName } from '../../codes/country.ts';
import { readReportedPeriod } from '../../model/reported-period.ts';
import { COMMA_FRACTION } from '../../units/separators.ts';
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

/** Customs of Russia: a row a region, which add up; values in thousands of dollars; weights in kilograms. */
export const russiaFts: Form = {
  id: 'russia-fts',
  words: 'customs of Russia',
  authority: 'reporter',
  kind: 'customs',
  codePage: 'windows-1251',
  separators: COMMA_FRACTION,
  blanks: [],
  matches: (header) =>
    header.has('NAPR', 'PERIOD', 'STRANA', 'TNVED') || header.has('DIRECTION', 'PERIOD', 'COUNTRY', 'HS', 'NETWEIGHT'),
  missing: (header) => (header.hasOneOf('NETTO', 'NETWEIGHT', 'STOIM', 'VALUE') ? [] : ['NETTO']),
  reader: (header) => {
    const cell = {
      flow: header.column('NAPR', 'DIRECTION'),
      period: header.column('PERIOD'),
      country: header.column('STRANA', 'COUNTRY'),
      code: header.column('TNVED', 'HS'),
      unit: header.column('EDIZM', 'UM'),
      value: header.column('STOIM', 'VALUE'),
      weight: header.column('NETTO', 'NETWEIGHT'),
      quantity: header.column('KOL', 'QUANTITY'),
    };
    return (cells) => {
      const period = readReportedPeriod(cell.period(cells));
      if (period === undefined) return periodRefusal(cell.period(cells));
      const flowText = cell.flow(cells).toUpperCase();
      const flow = /^(ЭК|ЭКСПОРТ|EX|EK|EXPORT)$/.test(flowText)
        ? 'export'
        : /^(ИМ|ИМПОРТ|IM|IMPORT)$/.test(flowText)
          ? 'import'
          : null;
      if (flow === null)
        return flowRefusal(
          `"${flowText.slice(0, 20)}" is no flow; customs of Russia write ИМ for imports, ЭК for exports`,
        );
      const said = cell.country(cells);
      const partner = countryByName(said) ?? countryByName(said.replace(/\s+-\s+.*$/, ''));
      if (partner === undefined && said === '') return partnerRefusal('country', said);
      return {
        drafts: [
          customsDraft({
            reporter: 'RU',
            partner: partner ?? said,
            flow,
            period,
            code: cell.code(cells),
            measures: [
              ...weightOf(cell.weight(cells), WEIGHTS.kilogram),
              ...measureOf(quantityText(cell.quantity(cells)), 'fts', cell.unit(cells).replace(/\s.*$/, '')),
            ],
            value: moneyOf(cell.value(cells), 'USD', '1000'),
            cells,
          }),
        ],
      };
    };
  },
};

/** Nought additional units mean that the goods are not counted in any. */
function quantityText(text: string): string {
  return /^0+([.,]0+)?$/.test(text) ? '' : text;
}
