import { type MouseEvent, memo } from 'react';
import type { DataColumn } from './data-table-column.ts';

export type RowActs = { readonly press: (index: number) => void; readonly toggle: (index: number) => void };

/** One row in sight, redrawn only when it changes. Keys are handled by the grid, which names the current row to assistive technology. */
export const DataTableRow = memo(Line) as typeof Line;

function Line<Row>({
  id,
  row,
  index,
  top,
  height,
  tracks,
  columns,
  label,
  current,
  selected,
  acts,
}: {
  readonly id: string;
  readonly row: Row;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly tracks: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly label: string;
  readonly current: boolean;
  readonly selected: boolean | null;
  /** Stays the same from one drawing to the next. */
  readonly acts: RowActs;
}) {
  const pressed = (event: MouseEvent) => {
    if ((event.target as Element).closest('a, button, input, label')) return;
    // Text that is being marked to be copied is not a press.
    if (window.getSelection()?.isCollapsed === false) return;
    acts.press(index);
  };
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected ?? undefined}
      aria-current={current || undefined}
      className="data-table-row"
      style={{ gridTemplateColumns: tracks, height, transform: `translateY(${top}px)` }}
      onClick={pressed}
    >
      {selected === null ? null : (
        <div role="gridcell" className="data-table-check">
          <input
            type="checkbox"
            aria-label={`Select ${label}`}
            checked={selected}
            tabIndex={-1}
            onChange={() => acts.toggle(index)}
          />
        </div>
      )}
      {columns.map((column) => (
        <div
          key={column.id}
          role="gridcell"
          className={`${column.align === 'end' ? 'end ' : ''}cell-${column.narrow ?? 'line'}`}
        >
          {column.cell(row)}
        </div>
      ))}
    </div>
  );
}
