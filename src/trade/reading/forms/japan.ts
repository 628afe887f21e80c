import { countryByCode, countryByName } from '../../codes/country.ts';
import { monthPeriod, yearPeriod } from '../../model/reported-period.ts';
import { POINT_FRACTION } from '../../units/separators.ts';
import type { RowDraft } from '../draft.ts';
import { customsDraft, flowRefusal, measureOf, moneyOf, partnerRefusal, periodRefusal } from '../draft-builder.ts';
import type { Form } from '../form.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** Customs of Japan: a row a code and country, the months side by side; values in thousands of yen. */
export const japan: Form = {
  id: 'japan',
  words: 'customs of Japan',
  authority: 'reporter',
  kind: 'customs',
  codePage: 'shift_jis',
  separators: POINT_FRACTION,
  blanks: ['-'],
  matches: (header) => header.has('Exp or Imp', 'Year', 'HS', 'Country') && header.hasOneOf('Value-Year', 'Value-Jan'),
  missing: () => [],
  reader: (header) => {
    const cell = {
      flow: header.column('Exp or Imp'),
      year: header.column('Year'),
      code: header.column('HS'),
      country: header.column('Country'),
      units: [header.column('Unit1'), header.column('Unit2')],
      custom: header.column('Custom'),
    };
    const months = MONTHS.filter((month) => header.has(`Value-${month}`));
    const spans = (months.length > 0 ? months : ['Year' as const]).map((name) => ({
      number: MONTHS.indexOf(name as (typeof MONTHS)[number]) + 1,
      quantities: [header.column(`Quantity1-${name}`), header.column(`Quantity2-${name}`)],
      value: header.column(`Value-${name}`),
    }));
    return (cells) => {
      const flow = /^1|^exp/i.test(cell.flow(cells)) ? 'export' : /^2|^imp/i.test(cell.flow(cells)) ? 'import' : null;
      if (flow === null) return flowRefusal('customs of Japan write 1 for exports, 2 for imports');
      const said = cell.country(cells);
      const partner = countryByCode('japan', said) ?? countryByName(said) ?? said;
      if (partner === '') return partnerRefusal('country', '');
      const year = Number(cell.year(cells));
      const drafts: RowDraft[] = [];
      for (const { number, quantities, value } of spans) {
        const period = number === 0 ? yearPeriod(year) : monthPeriod(year, number);
        if (period === undefined) return periodRefusal(cell.year(cells));
        if (value(cells) === '' && quantities.every((quantity) => quantity(cells) === '')) continue;
        drafts.push(
          customsDraft({
            reporter: 'JP',
            partner,
            flow,
            period,
            code: cell.code(cells),
            measures: quantities.flatMap((quantity, at) =>
              measureOf(quantity(cells), 'word', cell.units[at]?.(cells) ?? ''),
            ),
            value: moneyOf(value(cells), 'JPY', '1000'),
            parts: { flow: null, procedure: cell.custom(cells) || null, transport: null, partner2: null },
            cells: [...cells, period.label],
          }),
        );
      }
      return { drafts };
    };
  },
};
