import type { Regime } from '../../../regime/model/regime.ts';
import { findFileRows } from '../../../trade/reading/file-rows.ts';
import { Header } from '../../../trade/reading/header.ts';
import { loadTradeTerms } from '../../../trade/terms/terms.ts';
import type { ReadDocument } from '../reading/read-documents.ts';
import { type HeldDocuments, type ReadTable, readTables } from './figure-sources.ts';

/** What a table or an official list of the record says of a ship, as it is written there; empty where it says nothing. */
export type ShipRow = {
  readonly document: string;
  /** Where it stands: "ships.csv row 1". */
  readonly place: string;
  readonly imo: string;
  readonly mmsi: string;
  /** Tonnes. */
  readonly deadweight: string;
  /** Least and greatest share of the deadweight that is taken for cargo. */
  readonly load: { readonly low: string; readonly high: string } | null;
  /** The table calls her a tanker, or is a list of calls of tankers. */
  readonly isTanker: boolean;
};

const EVERY_ROW = { has: () => true };
const NUMBERS = ['imo', 'imo number'] as const;
const DEADWEIGHT = ['dwt', 'deadweight'] as const;

/** The deadweights of ships in the tables of a record: tables with a column of deadweights beside one of IMO numbers or MMSI. */
export async function shipsInTables(
  record: HeldDocuments,
  documents: readonly ReadDocument[],
  regime: Regime,
): Promise<readonly ShipRow[]> {
  const tables = await readTables(record, documents, regime, null);
  return (await Promise.all(tables.map((table) => shipsOf(table, regime)))).flat();
}

async function shipsOf({ bytes, document, reading }: ReadTable, regime: Regime): Promise<readonly ShipRow[]> {
  const terms = loadTradeTerms(regime);
  const isShips = (columns: readonly string[]): boolean => {
    const header = new Header(columns);
    return header.hasOneOf(...DEADWEIGHT) && header.hasOneOf(...NUMBERS, 'mmsi');
  };
  // The columns alone, before many rows of a table of something else are read.
  const { columns } = await findFileRows(bytes, terms, new Set(), document.columns);
  if (!isShips(columns)) return [];
  const { rows } = await findFileRows(bytes, terms, EVERY_ROW, document.columns);
  const header = new Header(columns);
  const isList = terms.pages.some(({ id, deadweight }) => deadweight !== undefined && id === reading.report.form);
  const cell = {
    imo: header.column(...NUMBERS),
    mmsi: header.column('mmsi'),
    deadweight: header.column(...DEADWEIGHT),
    low: header.column('load_low'),
    high: header.column('load_high'),
    type: header.column('type', 'ship type', 'vessel type'),
  };
  return rows.map(({ row, cells }): ShipRow => {
    const [low, high] = [cell.low(cells), cell.high(cells)];
    return {
      document: document.document,
      place: `${bytes.name} row ${row}`,
      imo: cell.imo(cells).replace(/\D/g, ''),
      mmsi: cell.mmsi(cells).replace(/\D/g, ''),
      deadweight: cell.deadweight(cells),
      // What a list takes for the cargo of its own calls says nothing of others.
      load: isList || low === '' || high === '' ? null : { low, high },
      isTanker: isList || /(?<!non[- ]?)\btanker/i.test(cell.type(cells)),
    };
  });
}
