import { countryByCode, countryByName } from '../../codes/country.ts';
import { readReportedPeriod } from '../../model/reported-period.ts';
import { POINT_FRACTION } from '../../units/separators.ts';
import { customsDraft, flowRefusal, measureOf, moneyOf, partnerRefusal, periodRefusal } from '../draft-builder.ts';
import type { Form, FormSetting } from '../form.ts';

/** Customs of China (stats.customs.gov.cn): no column says whether a file is of imports or exports. */
export const gacc: Form = {
  id: 'gacc',
  words: 'customs of China',
  authority: 'reporter',
  kind: 'customs',
  codePage: 'gb18030',
  separators: POINT_FRACTION,
  blanks: ['-'],
  matches: (header) => header.has('数据年月', '商品编码') && header.hasOneOf('贸易伙伴编码', '贸易伙伴名称'),
  missing: (header) => (header.hasOneOf('第一数量', '美元', '人民币') ? [] : ['第一数量']),
  reader: (header, setting) => {
    const flow = flowOf(setting);
    const cell = {
      period: header.column('数据年月'),
      code: header.column('商品编码'),
      goods: header.column('商品名称'),
      partnerCode: header.column('贸易伙伴编码'),
      partnerName: header.column('贸易伙伴名称'),
      quantity: header.column('第一数量'),
      unit: header.column('第一计量单位'),
      other: header.column('第二数量'),
      otherUnit: header.column('第二计量单位'),
      dollars: header.column('美元'),
      yuan: header.column('人民币'),
      procedure: header.column('贸易方式编码', '贸易方式名称', '贸易方式'),
      region: header.column('注册地编码', '注册地名称', '注册地'),
    };
    return (cells) => {
      if (flow === null)
        return flowRefusal(
          'this form does not say whether it holds imports or exports; say --flow import or --flow export, or keep 进口 or 出口 in the name of the file',
        );
      const period = readReportedPeriod(cell.period(cells));
      if (period === undefined) return periodRefusal(cell.period(cells));
      const [code, name] = [cell.partnerCode(cells), cell.partnerName(cells)];
      const byCode = countryByCode('gacc', code);
      const byName = countryByName(name);
      const partner = byCode ?? byName ?? (code || name || null);
      if (partner === null) return partnerRefusal('partner', '');
      const quantities = [
        ...measureOf(cell.quantity(cells), 'word', cell.unit(cells)),
        ...measureOf(cell.other(cells), 'word', cell.otherUnit(cells)),
      ];
      const dollars = cell.dollars(cells);
      return {
        drafts: [
          customsDraft({
            reporter: 'CN',
            partner,
            flow,
            period,
            code: cell.code(cells),
            product: cell.goods(cells),
            measures: quantities,
            value: dollars === '' ? moneyOf(cell.yuan(cells), 'CNY') : moneyOf(dollars, 'USD'),
            parts: {
              flow: null,
              procedure: [cell.procedure(cells), cell.region(cells)].filter((text) => text !== '').join(' ') || null,
              transport: null,
              partner2: null,
            },
            sayings: () => ({
              partners: [
                ...(byCode === undefined ? [] : [{ field: 'partner code', text: code, country: byCode }]),
                ...(byName === undefined ? [] : [{ field: 'partner name', text: name, country: byName }]),
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

function flowOf({ flow, fileName }: FormSetting): FormSetting['flow'] {
  if (flow !== null) return flow;
  const name = fileName.normalize('NFC');
  const [imports, exports] = [name.includes('进口'), name.includes('出口')];
  if (imports === exports) return null;
  return imports ? 'import' : 'export';
}
