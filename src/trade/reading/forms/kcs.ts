import { countryByName } from '../../codes/country.ts';
import { readReportedPeriod } from '../../model/reported-period.ts';
import { POINT_FRACTION } from '../../units/separators.ts';
import { customsDraft, moneyOf, partnerRefusal, periodRefusal, WEIGHTS, weightOf } from '../draft-builder.ts';
import type { Form } from '../form.ts';

/** Lines that sum up those above them. */
const SUM = /^(총계|합계|소계|total)$/i;

/** Customs of the Republic of Korea: exports and imports side by side; kilograms and thousands of dollars. */
export const kcs: Form = {
  id: 'kcs',
  words: 'customs of the Republic of Korea',
  authority: 'reporter',
  kind: 'customs',
  codePage: 'euc-kr',
  separators: POINT_FRACTION,
  blanks: ['-'],
  matches: (header) =>
    (header.has('기간', 'HS코드') && header.hasOneOf('수출 중량', '수입 중량', '수출 금액', '수입 금액')) ||
    header.has('year', 'hsCd', 'statCd', 'expWgt', 'impWgt'),
  missing: () => [],
  reader: (header) => {
    const cell = {
      period: header.column('기간', 'year'),
      country: header.column('국가', 'statCd', '국가명'),
      countryName: header.column('statKor'),
      code: header.column('HS코드', 'hsCd'),
      goods: header.column('품목명'),
      sides: [
        {
          flow: 'export' as const,
          weight: header.column('수출 중량', 'expWgt'),
          value: header.column('수출 금액', 'expDlr'),
        },
        {
          flow: 'import' as const,
          weight: header.column('수입 중량', 'impWgt'),
          value: header.column('수입 금액', 'impDlr'),
        },
      ],
    };
    // The interface counts in dollars, the download in thousands of them.
    const times = header.has('expDlr') ? '1' : '1000';
    return (cells) => {
      if (SUM.test(cell.period(cells)) || SUM.test(cell.code(cells))) return { drafts: [] };
      const period = readReportedPeriod(cell.period(cells));
      if (period === undefined) return periodRefusal(cell.period(cells));
      const said = cell.country(cells) || cell.countryName(cells);
      const partner = countryByName(said) ?? countryByName(cell.countryName(cells)) ?? said;
      if (partner === '') return partnerRefusal('country', '');
      return {
        drafts: cell.sides
          .filter(({ weight, value }) => weight(cells) !== '' || value(cells) !== '')
          .map(({ flow, weight, value }) =>
            customsDraft({
              reporter: 'KR',
              partner,
              flow,
              period,
              code: cell.code(cells),
              product: cell.goods(cells),
              measures: weightOf(weight(cells), WEIGHTS.kilogram),
              value: moneyOf(value(cells), 'USD', times),
              cells: [...cells, flow],
            }),
          ),
      };
    };
  },
};
