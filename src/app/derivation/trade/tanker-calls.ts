import { compareDecimals, type Decimal, formatDecimal, multiplyDecimals, toDecimal } from '../../../core/decimal.ts';
import type { KeptEvent } from '../../../tracks/detection/event/kept-event.ts';
import { shipClass } from '../../../tracks/identity/ship-type.ts';
import type { Port } from '../../../tracks/places/port.ts';
import { shipWords } from '../../../tracks/words/event-words.ts';
import type { TradeCalls } from '../../../trade/terms/trade-file.ts';
import type { EventJudgement } from '../../acts/event-body.ts';
import type { ShipRow } from './ship-tables.ts';
import type { CallExclusion, TankerCall } from './tanker-call.ts';

/** An event in tracks with what people said of it last; null where nobody did. */
export type JudgedCall = { readonly event: KeptEvent; readonly judgement: EventJudgement | null };

/** AIS ship types 80 to 89 are tankers (ITU-R M.1371, table 53). */
const TANKER = 80;

/**
 * The calls among events at ports of the State, in the order of time. One counts where a person judged it relevant, at a port where
 * what the cap is on is known to be landed, of a ship that is a tanker by what she sent or by a table or list of the record,
 * and whose deadweight one of these gives. Nothing is said to have been delivered.
 */
export function callsOfTankers(
  events: readonly JudgedCall[],
  ships: readonly ShipRow[],
  terms: TradeCalls,
  target: string,
): readonly TankerCall[] {
  const calls = events
    .filter(({ event }) => KINDS.has(event.kind) && portOf(event)?.country === target)
    .sort(({ event: a }, { event: b }) => (a.from < b.from || (a.from === b.from && a.id < b.id) ? -1 : 1));
  const counted: KeptEvent[] = [];
  return calls.map(({ event, judgement }) => {
    const own = ships.filter((row) => isOf(row, event));
    const excluded = exclusionOf(event, judgement, own, terms, counted);
    if (excluded === null) counted.push(event);
    return describe(event, own, terms, excluded, excluded === null ? counted.length : null);
  });
}

const KINDS: ReadonlySet<string> = new Set(['port-call', 'possible-port-call']);

function portOf({ port }: KeptEvent): Port | undefined {
  return port as Port | undefined;
}

/** An IMO number is the hull's; an MMSI tells of a ship that sends no IMO number. */
function isOf({ imo, mmsi }: ShipRow, { vessels: [vessel] }: KeptEvent): boolean {
  if (vessel === undefined) return false;
  return vessel.imo !== null && imo !== '' ? imo === vessel.imo : mmsi !== '' && mmsi === vessel.mmsi;
}

function exclusionOf(
  event: KeptEvent,
  judgement: EventJudgement | null,
  own: readonly ShipRow[],
  terms: TradeCalls,
  counted: readonly KeptEvent[],
): CallExclusion | null {
  if (judgement === null) return 'not-judged';
  if (judgement !== 'relevant') return `judged-${judgement}`;
  if (event.kind !== 'port-call') return 'only-possible';
  if (!isLanding(event, terms)) return 'other-port';
  if (counted.some((before) => isSameCall(before, event))) return 'same-call';
  if (!own.some(({ isTanker }) => isTanker)) {
    const type = shipTypeOf(event);
    if (type === null) return 'type-not-known';
    if (shipClass(type) !== TANKER) return 'no-tanker';
  }
  const stated = own.map(({ deadweight }) => deadweight).filter((text) => text !== '');
  if (stated.length === 0) return 'no-deadweight';
  const tonnes = new Set(stated.map(tonnesOf));
  if (tonnes.has(null)) return 'deadweight-unreadable';
  return tonnes.size === 1 ? null : 'deadweights-differ';
}

function isLanding(event: KeptEvent, { ports }: TradeCalls): boolean {
  const port = portOf(event);
  return ports.some(({ id, name }) => id === port?.id || name.toLowerCase() === port?.name.toLowerCase());
}

/** A stay that was found twice, by other thresholds or in another file. */
function isSameCall(a: KeptEvent, b: KeptEvent): boolean {
  const [one, other] = [a.vessels[0], b.vessels[0]];
  const isOneShip = one?.mmsi === other?.mmsi || (one?.imo != null && one.imo === other?.imo);
  return isOneShip && a.from <= b.to && b.from <= a.to;
}

function shipTypeOf({ shipType }: KeptEvent): number | null {
  return typeof shipType === 'number' ? shipType : null;
}

/** `5000`, `5,000` or `5000.5`; null where a point or comma could mean either. */
function tonnesOf(text: string): Decimal | null {
  const plain = /^\d{1,3}(,\d{3})+$/.test(text) ? text.replaceAll(',', '') : text;
  return /^\d{1,7}(\.\d{1,2})?$/.test(plain) && Number(plain) > 0 ? toDecimal(plain) : null;
}

/** `0.6` or `60 %`; null for what is no share of one. */
function shareOf(text: string): Decimal | null {
  const percent = /^(\d{1,3}(?:\.\d{1,4})?)\s*%$/.exec(text);
  const plain = percent?.[1] ?? text;
  if (!/^\d{1,3}(\.\d{1,6})?$/.test(plain)) return null;
  const share = percent === null ? toDecimal(plain) : multiplyDecimals(plain, '0.01');
  return compareDecimals(share, '1') <= 0 ? share : null;
}

type Load = { readonly low: Decimal; readonly high: Decimal; readonly words: string };

/** The widest of the shares that tables give for the ship, or else the regime's. */
function loadOf(own: readonly ShipRow[], { load }: TradeCalls): Load {
  const stated = own.flatMap((row): readonly Load[] => {
    const [low, high] = [shareOf(row.load?.low ?? ''), shareOf(row.load?.high ?? '')];
    if (low === null || high === null || compareDecimals(low, high) > 0) return [];
    return [{ low, high, words: `the shares that ${row.place} gives` }];
  });
  const [first, ...others] = stated;
  if (first === undefined) return { low: toDecimal(load.low), high: toDecimal(load.high), words: load.words };
  return others.reduce(
    (widest, one) => ({
      low: compareDecimals(one.low, widest.low) < 0 ? one.low : widest.low,
      high: compareDecimals(one.high, widest.high) > 0 ? one.high : widest.high,
      words: `${widest.words}, and ${one.words}`,
    }),
    first,
  );
}

function describe(
  event: KeptEvent,
  own: readonly ShipRow[],
  terms: TradeCalls,
  excluded: CallExclusion | null,
  row: number | null,
): TankerCall {
  const [vessel] = event.vessels;
  const port = portOf(event)?.name ?? '';
  const [from, to] = [event.from.slice(0, 10), event.to.slice(0, 10)];
  const base = {
    event: event.id,
    ship: vessel === undefined ? '' : shipWords(vessel),
    name: vessel?.name ?? null,
    imo: vessel?.imo ?? null,
    port,
    from,
    to,
    row,
    excluded,
    documents: [...new Set([...event.rows, ...own].map(({ document }) => document))],
  };
  const days = from === to ? `on ${from}` : `from ${from} to ${to}`;
  const verb = event.kind === 'port-call' ? 'called at' : 'had time for a call in silence at';
  const call = `${base.ship} ${verb} ${port} ${days}, by what she sent of herself`;
  const stating = own.find(({ deadweight }) => deadweight !== '');
  const deadweight = stating === undefined ? null : tonnesOf(stating.deadweight);
  if (excluded !== null || stating === undefined || deadweight === null)
    return {
      ...base,
      deadweight: null,
      load: null,
      says: `${call}. Not counted: ${EXCLUSIONS[excluded ?? 'no-deadweight']}.`,
    };
  const { low, high, words } = loadOf(own, terms);
  const written = (share: Decimal): string => formatDecimal(multiplyDecimals(deadweight, share));
  const tonnes = low === high ? written(low) : `${written(low)} to ${written(high)}`;
  const percent = (share: Decimal): string => formatDecimal(multiplyDecimals(share, '100'));
  const shares = low === high ? percent(low) : `${percent(low)} to ${percent(high)}`;
  return {
    ...base,
    deadweight,
    load: { low, high },
    says: `${call}; she would have carried ${tonnes} tonnes, at ${shares} % of a deadweight of ${formatDecimal(deadweight)} tonnes (${stating.place}): ${words}.`,
  };
}

const EXCLUSIONS: Readonly<Record<CallExclusion, string>> = {
  'not-judged': 'nobody has judged it',
  'judged-innocent': 'it was judged innocent',
  'judged-unsure': 'it was judged unsure',
  'only-possible': 'no position shows her there',
  'other-port': 'no source at hand says that petroleum is landed at that port',
  'same-call': 'it is the same stay as one that counts',
  'no-tanker': 'she sent another type of ship than a tanker, and no table or list of the record calls her one',
  'type-not-known': 'she sent no type of ship, and no table or list of the record calls her a tanker',
  'no-deadweight': 'no table or list of the record gives her deadweight',
  'deadweight-unreadable': 'a deadweight in a table or list of the record is no plain number of tonnes',
  'deadweights-differ': 'the tables and lists of the record give her several deadweights',
};
