import { formatTable, type TextColumn } from '../../output.ts';

type Ship = { readonly mmsi: string; readonly name: string | null };
/** An event as a line of a table needs it. */
type Event = Readonly<Record<string, unknown>> & {
  readonly kind: string;
  readonly vessels: readonly Ship[];
  readonly from: string;
  readonly to: string;
  readonly lat: number;
  readonly lon: number;
};

/** Events as a table for people, with columns of the caller's own before. */
export function eventTable<One extends Event>(events: readonly One[], before: readonly TextColumn<One>[] = []): string {
  return formatTable(events, [
    ...before,
    { heading: 'from', text: ({ from }) => from },
    { heading: 'to', text: ({ to }) => to },
    { heading: 'kind', text: ({ kind }) => kind },
    {
      heading: 'ships',
      text: ({ vessels }) => vessels.map(({ mmsi, name }) => (name === null ? mmsi : `${mmsi} ${name}`)).join(' + '),
    },
    { heading: 'place', text: ({ lat, lon }) => `${lat.toFixed(3)} ${lon.toFixed(3)}` },
    { heading: 'what', text: whatOf },
  ]);
}

/** The details that tell most, as they are named in the JSON answer. */
const TELLING = [
  'minDistance',
  'medianSpeed',
  'hours',
  'cause',
  'port',
  'tracks',
  'pattern',
  'field',
  'before',
  'after',
  'imos',
  'entityId',
  'how',
  'candidates',
];

function whatOf(event: Event): string {
  return TELLING.flatMap((name) => {
    const value = event[name];
    if (value === undefined || value === null) return [];
    if (name === 'port') return [`port ${(value as { name: string }).name}`];
    if (name === 'candidates') return [`candidates ${(value as { mmsi: string }[]).map(({ mmsi }) => mmsi).join(' ')}`];
    return [`${name} ${String(value)}`];
  }).join(', ');
}
