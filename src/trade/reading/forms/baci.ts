import { countryByCode } from '../../codes/country.ts';
import { readReportedPeriod } from '../../model/reported-period.ts';
import { POINT_FRACTION } from '../../units/separators.ts';
import { customsDraft, moneyOf, partnerRefusal, periodRefusal, WEIGHTS, weightOf } from '../draft-builder.ts';
import type { Form } from '../form.ts';

/** BACI: both ends of a flow reconciled into one figure a year, so that nobody reports it and no gap between mirrors is left in it. */
export const baci: Form = {
  id: 'baci',
  words: 'CEPII BACI',
  authority: 'compiler',
  kind: 'customs',
  codePage: null,
  separators: POINT_FRACTION,
  blanks: ['NA'],
  matches: (header) => header.names.join() === 't,i,j,k,v,q',
  missing: () => [],
  reader: (header) => {
    const [year, exporter, importer, code, value, weight] = ['t', 'i', 'j', 'k', 'v', 'q'].map((name) =>
      header.column(name),
    );
    return (cells) => {
      const period = readReportedPeriod(year?.(cells) ?? '');
      if (period === undefined) return periodRefusal(year?.(cells) ?? '');
      const [from, to] = [exporter, importer].map((cell) => cell?.(cells) ?? '');
      if (!from || !to) return partnerRefusal('exporter or importer', '');
      return {
        drafts: [
          customsDraft({
            reporter: countryByCode('comtrade', from) ?? from,
            partner: countryByCode('comtrade', to) ?? to,
            flow: 'export',
            period,
            code: code?.(cells) ?? '',
            measures: weightOf(weight?.(cells) ?? '', WEIGHTS.tonne),
            value: moneyOf(value?.(cells) ?? '', 'USD', '1000'),
            cells,
          }),
        ],
      };
    };
  },
};
