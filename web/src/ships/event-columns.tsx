import type { ShipEvent } from '../../../src/app/workbench/contract/ship.ts';
import type { DataColumn } from '../parts/table/data-table.tsx';
import { Tag } from '../parts/tag.tsx';
import { JUDGEMENT_WORDS } from './use-event-judgement.ts';

export const EVENT_COLUMNS: readonly DataColumn<ShipEvent>[] = [
  {
    id: 'when',
    head: 'From (UTC)',
    width: '128px',
    narrow: 'line',
    cell: ({ from }) => `${from.slice(0, 10)} ${from.slice(11, 16)}`,
  },
  // Two lines: what distinguishes most events, the ships, stands last.
  {
    id: 'what',
    head: 'Event',
    width: 'minmax(120px, 1.6fr)',
    narrow: 'title',
    cell: ({ title }) => <span className="clamp-2">{title}</span>,
  },
  { id: 'hours', head: 'Hours', width: '62px', align: 'end', narrow: 'hide', cell: hoursOf },
  {
    id: 'judged',
    head: 'Judged',
    width: '92px',
    cell: ({ judgement }) =>
      judgement === null ? (
        ''
      ) : (
        <Tag tone={judgement.judgement === 'relevant' ? 'strong' : judgement.judgement === 'unsure' ? 'open' : 'muted'}>
          {JUDGEMENT_WORDS[judgement.judgement]}
        </Tag>
      ),
  },
];

function hoursOf({ from, to }: ShipEvent): string {
  return ((Date.parse(to) - Date.parse(from)) / 3_600_000).toFixed(1);
}
