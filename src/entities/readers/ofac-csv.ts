import type { NameQuality } from '../entity.ts';
import { EntityBuilder, type ListOrigin } from '../entity-builder.ts';
import { EntitiesError } from '../errors.ts';
import { csvRows } from './csv-rows.ts';
import { addOfacRemarks } from './ofac-remarks.ts';
import type { PartsReader, ReaderInput, ReaderOutput } from './reader.ts';

const SCHEMAS: Readonly<Record<string, string>> = { individual: 'Person', vessel: 'Vessel', aircraft: 'Airplane' };
const ALT_QUALITY: Readonly<Record<string, NameQuality>> = { aka: 'strong', fka: 'former', nka: 'strong' };
const AUTHORITY = 'US Office of Foreign Assets Control';
const DATASET = 'us-ofac-sdn';

/**
 * Reads the three comma separated files of OFAC's Specially Designated Nationals list, joined by `ent_num`. Without `sdn.csv` the aliases alone make entities, whose schema is not known.
 * The columns are OFAC's data specification: sdn 12, add 6, alt 5; `-0-` stands for no value. What belongs to an entry is
 * read before the entries, so that each is whole when it is handed over.
 */
export const readOfacCsv: PartsReader = ({ sdn, alt, add }, output) => {
  const parts: readonly Part[] = [
    ...(alt === undefined ? [] : [partOf('alias', alt, addAlias, output)]),
    ...(add === undefined ? [] : [partOf('address', add, addAddress, output)]),
  ];
  const finish = (number: string, builder: EntityBuilder, program: string): void => {
    for (const { origin, rows, apply } of parts) {
      builder.goOnWith(origin);
      for (const row of rows.get(number) ?? []) apply(builder, row);
      rows.delete(number);
    }
    const listing = {
      authority: AUTHORITY,
      program,
      reference: number,
      listedOn: null,
      updatedOn: [],
      delistedOn: null,
    };
    output.found(builder.finish(listing));
  };
  if (sdn === undefined) {
    for (const { origin, rows } of parts)
      for (const number of rows.keys())
        finish(number, new EntityBuilder(`ofac-${number}`, 'LegalEntity', DATASET, origin), '');
    return;
  }
  const read = new Set<string>();
  for (const { cells, row } of csvRows(sdn.chunks(), (place, message) => output.fault(`sdn ${place}`, message))) {
    if (cells.length === 1 && isEndMark(cells[0] ?? '')) continue;
    const entry = readEntry(cells, `row ${row}`, sdn, output);
    if (entry === null) continue;
    if (read.has(entry.number)) output.fault(`row ${row}`, `ent_num ${entry.number} appears a second time`);
    else finish(entry.number, entry.builder, entry.program);
    read.add(entry.number);
  }
  for (const { what, origin, rows } of parts)
    for (const [number, own] of rows)
      for (const { place } of own)
        output.fault(`${origin.file} ${place}`, `the ${what} belongs to entry ${number}, which is not in the list`);
};

/** A row of the aliases or addresses of an entry. */
type PartRow = { readonly cells: readonly string[]; readonly place: string };
type Part = {
  readonly what: string;
  readonly origin: ListOrigin;
  /** By number of the entry. */
  readonly rows: Map<string, PartRow[]>;
  readonly apply: (builder: EntityBuilder, row: PartRow) => void;
};

/** Aliases and addresses of the whole list are below 3 MB each. */
const MAX_PART_CHARACTERS = 100_000_000;

/** The files end with a DOS end mark. */
function isEndMark(cell: string): boolean {
  return cell.charCodeAt(0) === 0x1a;
}

function partOf(what: string, input: ReaderInput, apply: Part['apply'], output: ReaderOutput): Part {
  return { what, origin: input.origin, rows: rowsByEntry(input, what, output), apply };
}

function rowsByEntry(input: ReaderInput, what: string, output: ReaderOutput): Map<string, PartRow[]> {
  const rows = new Map<string, PartRow[]>();
  let characters = 0;
  const counted = function* (): Generator<string> {
    for (const chunk of input.chunks()) {
      characters += chunk.length;
      if (characters > MAX_PART_CHARACTERS)
        throw new EntitiesError('list-hostile', 'The file is far larger than any official one; the list is refused', {
          place: input.origin.file,
        });
      yield chunk;
    }
  };
  for (const { cells, row } of csvRows(counted(), (place, message) =>
    output.fault(`${input.origin.file} ${place}`, message),
  )) {
    const place = `row ${row}`;
    const own = cells.map(cellText);
    const number = own[0] ?? '';
    if (isEndMark(number)) continue;
    const known = rows.get(number);
    if (known !== undefined) known.push({ cells: own, place });
    else if (/^\d+$/.test(number)) rows.set(number, [{ cells: own, place }]);
    else
      output.fault(
        `${input.origin.file} ${place}`,
        `the ${what} belongs to entry ${number.slice(0, 20)}, which is not in the list`,
      );
  }
  return rows;
}

function addAlias(builder: EntityBuilder, { cells: [, , type = '', name = '', remarks = ''], place }: PartRow): void {
  const quality = /weak/i.test(remarks) ? 'weak' : (ALT_QUALITY[type.toLowerCase()] ?? 'strong');
  if (name !== '') builder.addName(name, builder.has('name') ? quality : 'primary', place);
}

function addAddress(
  builder: EntityBuilder,
  { cells: [, , street = '', city = '', country = '', remarks = ''], place }: PartRow,
): void {
  builder.add('address', [street, city, country].filter(Boolean).join(', '), place, { note: remarks });
  builder.addCountry('country', country, place);
}

function readEntry(cells: string[], place: string, input: ReaderInput, output: ReaderOutput) {
  const cell = (i: number): string => cellText(cells[i]);
  const number = cell(0);
  if (!/^\d{1,9}$/.test(number) || cells.length < 4) {
    output.fault(place, `not a row of the SDN list: the entry number is "${number.slice(0, 20)}"`);
    return null;
  }
  const name = cell(1);
  if (name === '') {
    output.fault(place, `entry ${number} has no name`);
    return null;
  }
  const schema = SCHEMAS[cell(2).toLowerCase()] ?? 'Organization';
  const builder = new EntityBuilder(`ofac-${number}`, schema, DATASET, input.origin);
  builder.addName(name, 'primary', `${place}, SDN_Name`);
  const program = cell(3)
    .split(/\]\s*\[/)
    .join('; ');
  if (schema === 'Person') builder.add('title', cell(4), `${place}, Title`);
  if (schema === 'Vessel') {
    builder.add('callSign', cell(5), `${place}, Call_Sign`);
    builder.add('type', cell(6), `${place}, Vess_type`);
    builder.add('tonnage', cell(7).replaceAll(',', ''), `${place}, Tonnage`);
    builder.add('grossRegisteredTonnage', cell(8).replaceAll(',', ''), `${place}, GRT`);
    builder.addCountry('flag', cell(9), `${place}, Vess_flag`);
    builder.add('notes', cell(10) && `Owner: ${cell(10)}`, `${place}, Vess_owner`);
  }
  addOfacRemarks(builder, cells.slice(11).map(cellText).join(','), `${place}, Remarks`);
  return { number, builder, program };
}

function cellText(cell: string | undefined): string {
  const text = (cell ?? '').trim();
  return text === '-0-' ? '' : text;
}
