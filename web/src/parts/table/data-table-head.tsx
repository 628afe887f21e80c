import { type DataColumn, nextSort, type Sort } from './data-table-column.ts';

type Selection = { readonly all: boolean; readonly some: boolean; readonly toggle: (all: boolean) => void };

/** The heads of the columns; those that can be sorted by are buttons. */
export function DataTableHead<Row>({
  columns,
  tracks,
  sort,
  onSort,
  selection,
}: {
  readonly columns: readonly DataColumn<Row>[];
  readonly tracks: string;
  readonly sort: Sort | undefined;
  readonly onSort: ((sort: Sort | undefined) => void) | undefined;
  readonly selection: Selection | null;
}) {
  return (
    <div role="rowgroup" className="data-table-head">
      <div role="row" aria-rowindex={1} className="data-table-row" style={{ gridTemplateColumns: tracks }}>
        {selection === null ? null : (
          <div role="columnheader" className="data-table-check">
            <input
              type="checkbox"
              aria-label="Select all loaded rows"
              checked={selection.all}
              ref={(box) => {
                if (box) box.indeterminate = selection.some && !selection.all;
              }}
              onChange={(event) => selection.toggle(event.target.checked)}
            />
          </div>
        )}
        {columns.map((column) => (
          <div
            key={column.id}
            role="columnheader"
            className={column.align === 'end' ? 'end' : undefined}
            aria-sort={orderOf(column, sort)}
          >
            {column.sort === undefined || onSort === undefined ? (
              column.head
            ) : (
              <button type="button" onClick={() => column.sort && onSort(nextSort(sort, column.sort))}>
                {column.head}
                <span aria-hidden="true" className="data-table-order">
                  {{ ascending: '↑', descending: '↓', none: '' }[orderOf(column, sort) ?? 'none']}
                </span>
              </button>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

function orderOf<Row>(
  column: DataColumn<Row>,
  sort: Sort | undefined,
): 'ascending' | 'descending' | 'none' | undefined {
  if (column.sort === undefined) return undefined;
  if (sort === column.sort) return 'ascending';
  return sort === `-${column.sort}` ? 'descending' : 'none';
}
