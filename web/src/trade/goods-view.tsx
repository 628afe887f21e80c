import { useMemo } from 'react';
import type { TradeDesk, TradeGoods } from '../../../src/app/workbench/contract/trade.ts';
import { goodsMatrixFigure } from '../../../src/figures/goods-matrix.ts';
import { withQuery } from '../api/client.ts';
import { useApi } from '../api/queries.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { Figure } from '../parts/figure.tsx';
import { SelectField } from '../parts/form/field.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { DataTable } from '../parts/table/data-table.tsx';
import { Toolbar } from '../parts/toolbar.tsx';
import { useSearchState } from '../session/search-state.ts';
import { goodsColumns, goodsRowId } from './goods-columns.tsx';
import { GoodsRowPanel } from './goods-row-panel.tsx';
import type { SoughtRows } from './rows-dialog.tsx';
import { labelOf } from './trade-words.ts';

/** Rows that a ban or a cap touched in their month: as a matrix of goods and months, and row by row. */
export function GoodsView({
  desk,
  flow,
  onRows,
}: {
  readonly desk: TradeDesk;
  readonly flow: string | undefined;
  readonly onRows: (sought: SoughtRows) => void;
}) {
  const [search, change] = useSearchState();
  const goods = useApi<TradeGoods>(withQuery('/trade/goods', { flow, year: search.year, sources: search.source }));
  const { data } = goods;
  const columns = useMemo(() => goodsColumns(desk), [desk]);
  const current = data?.rows.find((row) => goodsRowId(row) === search.row);
  const seek = (row: TradeGoods['rows'][number]) => {
    const source = desk.sources.find(({ name }) => name === row.source);
    if (source !== undefined) onRows({ id: source.id, name: source.label, rows: [row.row] });
  };
  return (
    <>
      <Toolbar label="Which rows">
        <SelectField
          label="Year"
          none="All years"
          value={search.year ?? ''}
          options={[...new Set([...(data?.years ?? []), ...(search.year ? [search.year] : [])])]
            .sort()
            .map((year) => ({ value: year, words: year }))}
          onChange={(year) => change({ year: year || undefined, row: undefined })}
        />
        <SelectField
          label="Source"
          none="All sources"
          value={search.source ?? ''}
          options={desk.sources.map(({ id, label }) => ({ value: id, words: label }))}
          onChange={(source) => change({ source: source || undefined, row: undefined })}
        />
      </Toolbar>
      {goods.problem ? <ErrorNote problem={goods.problem} onRetry={goods.retry} /> : null}
      {goods.loading ? <Skeleton lines={12} label="Holding rows against the law" /> : null}
      {data === undefined ? null : data.rows.length === 0 ? (
        <EmptyState title="No row here is touched by a ban or a cap">
          Only rows of goods that a paragraph names in the months in which it was in force are listed.
        </EmptyState>
      ) : (
        <>
          {data.matrix.cells.length === 0 ? null : (
            <Figure
              draw={(width) => goodsMatrixFigure(data.matrix, { width, id: 'goods-matrix' })}
              caption={`By the law of each month. A mark in a cell says that something should be asked about a row; it accuses nobody. Rows of a cell are not added: they may tell one flow twice.${
                data.longer === 0
                  ? ''
                  : ` ${data.longer.toLocaleString('en')} ${data.longer === 1 ? 'row is' : 'rows are'} of longer periods and stand in the table alone.`
              }`}
            />
          )}
          <div className="trade-goods">
            <DataTable
              label="Rows"
              columns={columns}
              rows={data.rows}
              total={data.rows.length}
              rowId={goodsRowId}
              rowLabel={(row) => `row ${row.row} of ${labelOf(desk, row.source)}`}
              current={search.row ?? null}
              onCurrent={(row) => change({ row }, { replace: true })}
              onOpen={seek}
              height="420px"
              narrowRowHeight={88}
            />
            <GoodsRowPanel row={current} desk={desk} onRows={onRows} />
          </div>
        </>
      )}
    </>
  );
}
