import Papa from 'papaparse';
import type { Regime } from '../../../regime/model/regime.ts';
import { readTradeFile } from '../../../trade/reading/read-file.ts';
import type { ByteSource } from '../../../trade/reading/table-source.ts';
import { loadTradeTerms } from '../../../trade/terms/terms.ts';
import type { Evidence } from '../../acts/evidence.ts';
import type { ReadDocument } from '../reading/read-documents.ts';
import { type FigureSource, figureSources, type HeldDocuments } from './figure-sources.ts';
import { shipsInLists } from './ship-lists.ts';
import { shipsInTables } from './ship-tables.ts';
import { CALLS_IN_TRACKS, type TankerCall } from './tanker-call.ts';
import { callsOfTankers, type JudgedCall } from './tanker-calls.ts';

/** Calls in the tracks of a record, and those that count as a source of figures; `source` is null where none counts. */
export type CallsInTracks = { readonly calls: readonly TankerCall[]; readonly source: FigureSource | null };

const NONE: CallsInTracks = { calls: [], source: null };

/** The events that people judged, whole as their acts have them. */
export function judgedCalls({ eventJudgements }: Pick<Evidence, 'eventJudgements'>): readonly JudgedCall[] {
  return [...eventJudgements.values()];
}

/** All sources of figures at hand, the calls in tracks that people judged last. */
export async function figuresAndCalls(
  record: HeldDocuments,
  documents: readonly ReadDocument[],
  regime: Regime,
  flow: 'import' | 'export' | null,
  evidence: Pick<Evidence, 'eventJudgements' | 'lists' | 'withheld'>,
): Promise<readonly FigureSource[]> {
  const known = await figureSources(record, documents, regime, flow);
  const { source } = await callsInTracks(record, documents, regime, evidence, judgedCalls(evidence));
  return source === null ? known : [...known, source];
}

/**
 * Calls of tankers by the tracks of a record, beside lists of calls that people made. Those that count are written as such a list and
 * read like any other, so that a call is counted in one way alone. A stay of several days has its days as period.
 */
export async function callsInTracks(
  record: HeldDocuments,
  documents: readonly ReadDocument[],
  regime: Regime,
  evidence: Pick<Evidence, 'lists' | 'withheld'>,
  events: readonly JudgedCall[],
): Promise<CallsInTracks> {
  const terms = loadTradeTerms(regime);
  const [page] = terms.pages.filter(({ deadweight }) => deadweight !== undefined);
  if (terms.calls === undefined || page?.deadweight === undefined || events.length === 0) return NONE;
  const ships = [
    ...(await shipsInTables(record, documents, regime)),
    ...(await shipsInLists(record, evidence, terms.calls)),
  ];
  const calls = callsOfTankers(events, ships, terms.calls, terms.target);
  const counted = calls.filter(({ row }) => row !== null);
  if (counted.length === 0) return { calls, source: null };
  const { period, identity, state, product, event: mark } = page.columns;
  const { column, low, high } = page.deadweight;
  const table = Papa.unparse({
    // By the event two calls of nameless ships on one day stay two.
    fields: [period[0] ?? '', ...identity, column, low, high, product[0] ?? '', state[0] ?? '', ...mark],
    data: counted.map(({ event, from, to, name, imo, deadweight, load }) => [
      from === to ? from : `${from}/${to}`,
      ...identity.map((one) => (one === 'imo' ? imo : name) ?? ''),
      deadweight,
      load?.low,
      load?.high,
      '',
      '',
      event,
    ]),
  });
  const bytes: ByteSource = {
    name: CALLS_IN_TRACKS,
    open: async function* () {
      yield new TextEncoder().encode(`${table}\n`);
    },
  };
  const reading = await readTradeFile(bytes, { terms, flow: null, keep: 'target' });
  return { calls, source: { id: CALLS_IN_TRACKS, origin: 'tracks', document: null, calls, bytes, reading } };
}
