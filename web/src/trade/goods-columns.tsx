import type { TradeDesk } from '../../../src/app/workbench/contract/trade.ts';
import type { TradeScreenedRow } from '../../../src/app/workbench/contract/trade-shape.ts';
import type { DataColumn } from '../parts/table/data-table.tsx';
import { Tag } from '../parts/tag.tsx';
import { labelOf, STATUS_WORDS } from './trade-words.ts';

/** A row of a wide table says something of several periods and both directions. */
export function goodsRowId({ source, row, period, from, to, code }: TradeScreenedRow): string {
  return [source, row, period, from, to, code].join(' ');
}

export const goodsColumns = (desk: TradeDesk): readonly DataColumn<TradeScreenedRow>[] => [
  {
    id: 'goods',
    head: 'Goods',
    width: 'minmax(120px, 1.4fr)',
    narrow: 'title',
    cell: ({ code, goods }) => [code, goods].filter(Boolean).join(' ') || 'not named',
  },
  { id: 'period', head: 'Period', width: '140px', cell: ({ period }) => period },
  {
    id: 'figures',
    head: 'Figures',
    width: 'minmax(120px, 1.4fr)',
    cell: ({ figures }) => figures.join(', ') || 'none',
  },
  {
    id: 'status',
    head: 'By the law',
    width: '130px',
    cell: ({ status }) => (
      <Tag tone={status === 'prohibited' ? 'strong' : status === 'undetermined' ? 'open' : 'plain'}>
        {STATUS_WORDS[status]}
      </Tag>
    ),
  },
  {
    id: 'marks',
    head: 'To be asked',
    width: 'minmax(110px, 1fr)',
    narrow: 'hide',
    cell: ({ marks }) => marks.map(({ mark }) => mark.replaceAll('-', ' ')).join(', '),
  },
  {
    id: 'source',
    head: 'Source',
    width: 'minmax(120px, 1fr)',
    cell: ({ source, row }) => `${labelOf(desk, source)}, row ${row}`,
  },
];
