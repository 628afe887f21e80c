import { countryByName } from '../../codes/country.ts';
import { dayPeriod, type ReportedPeriod, readReportedPeriod } from '../../model/reported-period.ts';
import { NO_PARTS } from '../../model/row.ts';
import {
  customsDraft,
  measureOf,
  moneyOf,
  partnerRefusal,
  periodRefusal,
  WEIGHTS,
  weightOf,
} from '../draft-builder.ts';
import type { Form } from '../form.ts';

/** Bills of lading of imports: the goods by name, often without a code and without a value. */
export const bol: Form = {
  id: 'bol',
  words: 'bills of lading',
  authority: 'compiler',
  kind: 'commercial',
  codePage: null,
  separators: null,
  blanks: ['N/A'],
  matches: (header) =>
    (header.has('SHIPPER', 'CONSIGNEE') && header.hasOneOf('BILL OF LADING', 'ARRIVAL DATE')) ||
    header.has('panjivaRecordId', 'arrivalDate'),
  missing: (header) => (header.hasOneOf('ARRIVAL DATE', 'arrivalDate') ? [] : ['ARRIVAL DATE']),
  reader: (header) => {
    const cell = {
      date: header.column('ARRIVAL DATE', 'arrivalDate'),
      origin: header.column('COUNTRY OF ORIGIN', 'shpmtOrigin'),
      kilograms: header.column('WEIGHT (KG)', 'weightKg'),
      pounds: header.column('WEIGHT (LB)'),
      quantity: header.column('QUANTITY'),
      unit: header.column('Q.UNIT'),
      goods: header.column('PRODUCT DETAILS', 'goodsDescription'),
      code: header.column('HS CODE', 'hsCode'),
      value: header.column('valueOfGoodsUSD'),
      number: header.column('BILL OF LADING'),
      level: header.column('HOUSE vs MASTER'),
      master: header.column('MASTER B/L'),
    };
    const places = (
      ['SHIPPER', 'SHIPPER ADDRESS', 'FOREIGN PORT', 'shpName', 'portOfLading', 'CARRIER NAME'] as const
    ).map((field) => ({
      field: field.toLowerCase(),
      read: header.column(field),
    }));
    const reporter = header.hasOneOf('US PORT', 'panjivaRecordId') ? 'US' : null;
    return (cells) => {
      const period = arrivalOf(cell.date(cells));
      if (period === undefined) return periodRefusal(cell.date(cells));
      const said = cell.origin(cells);
      const origin = countryByName(said) ?? said;
      if (origin === '') return partnerRefusal('country of origin', '');
      const house = /^h/i.test(cell.level(cells));
      const weight =
        cell.kilograms(cells) !== ''
          ? weightOf(cell.kilograms(cells), WEIGHTS.kilogram)
          : measureOf(cell.pounds(cells), 'word', 'lb');
      const country = countryByName(said);
      return {
        drafts: [
          {
            ...customsDraft({
              reporter,
              partner: origin,
              flow: 'import',
              period,
              code: cell.code(cells),
              product: cell.goods(cells),
              measures: [...weight, ...measureOf(cell.quantity(cells), 'word', cell.unit(cells))],
              value: moneyOf(cell.value(cells), 'USD'),
              parts: house ? { ...NO_PARTS, procedure: 'house bill' } : NO_PARTS,
              sayings: () => ({
                partners: country === undefined ? [] : [{ field: 'country of origin', text: said, country }],
                places: places.flatMap(({ field, read }) => (read(cells) === '' ? [] : [{ field, text: read(cells) }])),
              }),
              cells,
            }),
            productNamed: cell.goods(cells) !== '',
            cargo: (house ? cell.master(cells) : cell.number(cells)) || null,
          },
        ],
      };
    };
  },
};

/** American customs write the month first. */
function arrivalOf(text: string): ReportedPeriod | undefined {
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (american) return dayPeriod(`${american[3]}-${american[1]?.padStart(2, '0')}-${american[2]?.padStart(2, '0')}`);
  return readReportedPeriod(text);
}
