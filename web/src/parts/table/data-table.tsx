import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useShortcuts } from '../../session/shortcuts.ts';
import './data-table.css';
import type { DataColumn, Sort } from './data-table-column.ts';
import { DataTableHead } from './data-table-head.tsx';
import { rowAfter } from './data-table-keys.ts';
import { DataTableRow, type RowActs } from './data-table-row.tsx';

export type { DataColumn } from './data-table-column.ts';

type Given<Row> = {
  readonly label: string;
  readonly columns: readonly DataColumn<Row>[];
  /** What is loaded so far; `total` is what there is. */
  readonly rows: readonly Row[];
  readonly total: number;
  readonly rowId: (row: Row) => string;
  /** What the row is called where it is selected or read out. */
  readonly rowLabel: (row: Row) => string;
  /** Loads more rows; called when the end comes near. */
  readonly more?: () => void;
  readonly complete?: boolean;
  /** Told which rows stand on the page when others come into sight. */
  readonly onSight?: (first: number, last: number) => void;
  readonly sort?: Sort | undefined;
  readonly onSort?: (sort: Sort | undefined) => void;
  /** The row that keys bear on; keep it in the address. */
  readonly current?: string | null;
  readonly onCurrent?: (id: string) => void;
  /** Enter or a second click on the current row. */
  readonly onOpen?: (row: Row) => void;
  readonly selected?: ReadonlySet<string>;
  readonly onSelected?: (selected: ReadonlySet<string>) => void;
  /** Height of every row in pixels: one line of text is 34, two are 52. */
  readonly rowHeight?: number;
  readonly narrowRowHeight?: number;
  /** CSS height beyond which the table scrolls in itself. */
  readonly height?: string;
  /** In the place of rows when there are none. */
  readonly empty?: ReactNode;
};

/** Height of the heads in pixels. */
const HEAD = 34;
/** A container narrower than this shows rows as blocks of two lines. */
const NARROW = 620;

/**
 * A long list as a grid: only the rows in sight are on the page, so that fifty thousand scroll as fifty do. Arrow keys, Home and
 * End move when it has the focus, j and k from anywhere on the page; x selects, Enter opens.
 */
export function DataTable<Row>({
  rowHeight = 34,
  narrowRowHeight = 64,
  height = 'calc(100vh - 320px)',
  complete = true,
  ...given
}: Given<Row>) {
  const { rows, rowId, onCurrent, selected, onSelected } = given;
  const scroller = useRef<HTMLDivElement>(null);
  const prefix = useId();
  const narrow = useNarrow(scroller);
  const size = narrow ? narrowRowHeight : rowHeight;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => size,
    overscan: 12,
    // The heads stay at the top and take their height from the rows in sight.
    scrollPaddingEnd: HEAD,
    useFlushSync: false,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again when the height of rows changes
  useEffect(() => virtual.measure(), [size]);

  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  const { more } = given;
  useEffect(() => {
    if (!complete && last >= rows.length - 60) more?.();
  }, [complete, last, rows.length, more]);
  const first = shown[0]?.index ?? 0;
  const { onSight } = given;
  useEffect(() => onSight?.(first, last), [first, last, onSight]);

  const at = given.current ? rows.findIndex((row) => rowId(row) === given.current) : -1;
  const go = (index: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (!row) return;
    onCurrent?.(rowId(row));
    scroller.current?.focus({ preventScroll: true });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when another row becomes the current one
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, size]);
  const toggle = (id: string) => {
    if (!selected || !onSelected) return;
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelected(next);
  };
  const open = () => {
    const row = rows[at];
    if (row) given.onOpen?.(row);
  };

  const latest = useRef<RowActs>(null);
  latest.current = {
    press: (index) => {
      const row = rows[index];
      if (row === undefined) return;
      if (index === at) given.onOpen?.(row);
      else onCurrent?.(rowId(row));
    },
    toggle: (index) => {
      const row = rows[index];
      if (row !== undefined) toggle(rowId(row));
    },
  };
  const [rowActs] = useState<RowActs>(() => ({
    press: (index) => latest.current?.press(index),
    toggle: (index) => latest.current?.toggle(index),
  }));

  const pressed = (event: KeyboardEvent) => {
    if (event.target !== scroller.current || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter') return open();
    const inSight = Math.floor((scroller.current.clientHeight ?? 0) / size) - 1;
    const next = rowAfter(event.key, at, { rows: rows.length, inSight });
    if (next === null) return;
    event.preventDefault();
    go(next);
  };
  useShortcuts([
    ...(onCurrent
      ? [
          { key: 'j', label: `Next row of ${given.label.toLowerCase()}`, when: true, run: () => go(at + 1) },
          { key: 'k', label: `Row before in ${given.label.toLowerCase()}`, when: true, run: () => go(at - 1) },
        ]
      : []),
    ...(onSelected
      ? [
          {
            key: 'x',
            label: 'Select or deselect the row',
            when: given.current !== undefined && given.current !== null,
            run: () => toggle(given.current ?? ''),
          },
        ]
      : []),
  ]);

  if (rows.length === 0 && complete) return given.empty ?? null;
  const selectable = selected !== undefined && onSelected !== undefined;
  const tracks = `${selectable ? '32px ' : ''}${given.columns.map(({ width }) => width).join(' ')}`;
  return (
    <div className={narrow ? 'data-table narrow' : 'data-table'}>
      <div
        ref={scroller}
        className="data-table-scroll"
        style={{ maxHeight: `max(280px, ${height})` }}
        role="grid"
        aria-label={given.label}
        aria-rowcount={given.total + 1}
        aria-colcount={given.columns.length + (selectable ? 1 : 0)}
        aria-multiselectable={selectable || undefined}
        aria-activedescendant={shown.some(({ index }) => index === at) ? `${prefix}-${at}` : undefined}
        tabIndex={0}
        onKeyDown={pressed}
      >
        <DataTableHead
          columns={given.columns}
          tracks={tracks}
          sort={given.sort}
          onSort={given.onSort}
          selection={
            selectable
              ? {
                  all: rows.length > 0 && rows.every((row) => selected.has(rowId(row))),
                  some: selected.size > 0,
                  toggle: (all) => onSelected(all ? new Set(rows.map(rowId)) : new Set()),
                }
              : null
          }
        />
        <div role="rowgroup" className="data-table-body" style={{ height: virtual.getTotalSize() }}>
          {shown.map(({ index, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            const id = rowId(row);
            return (
              <DataTableRow
                key={id}
                id={`${prefix}-${index}`}
                row={row}
                index={index}
                top={start}
                height={size}
                tracks={tracks}
                columns={given.columns}
                label={given.rowLabel(row)}
                current={index === at}
                selected={selectable ? selected.has(id) : null}
                acts={rowActs}
              />
            );
          })}
        </div>
      </div>
      <p className="data-table-foot">
        {given.total.toLocaleString('en')} {given.total === 1 ? 'row' : 'rows'}
        {rows.length < given.total ? `, ${rows.length.toLocaleString('en')} loaded` : ''}
        {selected && selected.size > 0 ? `, ${selected.size.toLocaleString('en')} selected` : ''}
      </p>
    </div>
  );
}

function useNarrow(element: { readonly current: HTMLElement | null }): boolean {
  const [narrow, setNarrow] = useState(() => window.innerWidth < NARROW);
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => entry && setNarrow(entry.contentRect.width < NARROW));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return narrow;
}
