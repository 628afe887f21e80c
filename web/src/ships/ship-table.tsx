import type { Ship, ShipDesk } from '../../../src/app/workbench/contract/ship.ts';
import { type DataColumn, DataTable } from '../parts/table/data-table.tsx';

const COLUMNS: readonly DataColumn<Ship>[] = [
  {
    id: 'name',
    head: 'Ship',
    width: 'minmax(130px, 1.4fr)',
    narrow: 'title',
    cell: ({ name, mmsi, track }) => name ?? `MMSI ${mmsi}${track > 1 ? `, ship ${track}` : ''}`,
  },
  { id: 'mmsi', head: 'MMSI', width: '104px', narrow: 'line', cell: ({ mmsi }) => mmsi },
  { id: 'imo', head: 'IMO', width: '84px', cell: ({ imo }) => imo ?? '' },
  { id: 'flag', head: 'Flag', width: '52px', narrow: 'hide', cell: ({ flag }) => flag ?? '' },
  {
    id: 'positions',
    head: 'Positions',
    width: '84px',
    align: 'end',
    cell: ({ positions }) => positions.toLocaleString('en'),
  },
  { id: 'events', head: 'Events', width: '64px', align: 'end', cell: ({ events }) => String(events) },
];

/** The ships in the files: who was heard, when, and in how many events. Choosing one shows her alone. */
export function ShipTable({
  desk,
  current,
  onChoose,
}: {
  readonly desk: ShipDesk;
  readonly current: string | undefined;
  readonly onChoose: (ship: string | undefined) => void;
}) {
  return (
    <DataTable
      label="Ships"
      columns={COLUMNS}
      rows={desk.ships}
      total={desk.total}
      rowId={({ id }) => id}
      rowLabel={({ name, mmsi }) => name ?? `MMSI ${mmsi}`}
      current={current ?? null}
      onCurrent={(id) => onChoose(id)}
      onOpen={() => onChoose(undefined)}
      height="440px"
    />
  );
}
