import type { NameQuality } from '../entity.ts';
import { EntityBuilder } from '../entity-builder.ts';
import { csvRows } from './csv-rows.ts';
import { addOfacRemarks } from './ofac-remarks.ts';
import type { ReaderInput, ReaderOutput } from './reader.ts';

/** The three files of the Specially Designated Nationals list, joined by `ent_num`; any may be missing. */
export type OfacParts = { readonly sdn?: ReaderInput; readonly alt?: ReaderInput; readonly add?: ReaderInput };

const SCHEMAS: Readonly<Record<string, string>> = { individual: 'Person', vessel: 'Vessel', aircraft: 'Airplane' };
const ALT_QUALITY: Readonly<Record<string, NameQuality>> = { aka: 'strong', fka: 'former', nka: 'strong' };
const AUTHORITY = 'US Office of Foreign Assets Control';

/**
 * Reads the OFAC comma separated files. Without `sdn.csv` the aliases alone make entities, whose schema is not known.
 * The columns are OFAC's data specification: sdn 12, add 6, alt 5; `-0-` stands for no value.
 */
export function readOfacCsv({ sdn, alt, add }: OfacParts, output: ReaderOutput): void {
  const builders = new Map<string, { builder: EntityBuilder; program: string }>();
  if (sdn !== undefined) {
    for (const { cells, row } of csvRows(sdn.chunks(), (place, message) => output.fault(`sdn ${place}`, message))) {
      if (cells.length === 1 && (cells[0] ?? '').charCodeAt(0) === 0x1a) continue; // the files end with a DOS end mark
      const entry = readEntry(cells, `row ${row}`, sdn, output);
      if (entry === null) continue;
      if (builders.has(entry.number)) output.fault(`row ${row}`, `ent_num ${entry.number} appears a second time`);
      else builders.set(entry.number, entry);
    }
  }
  const orphan = (number: string, input: ReaderInput): EntityBuilder | undefined => {
    const known = builders.get(number);
    if (known !== undefined || sdn !== undefined) return known?.builder;
    const builder = new EntityBuilder(`ofac-${number}`, 'LegalEntity', 'us-ofac-sdn', input.origin);
    builders.set(number, { builder, program: '' });
    return builder;
  };
  if (alt !== undefined) addAliases(alt, orphan, output);
  if (add !== undefined) addAddresses(add, orphan, output);
  for (const [number, { builder, program }] of builders) {
    output.entities.push(
      builder.finish({
        authority: AUTHORITY,
        program,
        reference: number,
        listedOn: null,
        updatedOn: [],
        delistedOn: null,
      }),
    );
  }
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
  const builder = new EntityBuilder(`ofac-${number}`, schema, 'us-ofac-sdn', input.origin);
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

function addAliases(
  input: ReaderInput,
  find: (number: string, input: ReaderInput) => EntityBuilder | undefined,
  output: ReaderOutput,
): void {
  for (const { cells, row } of csvRows(input.chunks(), (place, message) => output.fault(`alt ${place}`, message))) {
    const place = `${input.origin.file} row ${row}`;
    const [number = '', , type = '', name = '', remarks = ''] = cells.map(cellText);
    if (number.charCodeAt(0) === 0x1a) continue;
    const builder = find(number, input);
    if (builder === undefined || !/^\d+$/.test(number)) {
      output.fault(place, `the alias belongs to entry ${number.slice(0, 20)}, which is not in the list`);
      continue;
    }
    const quality = /weak/i.test(remarks) ? 'weak' : (ALT_QUALITY[type.toLowerCase()] ?? 'strong');
    if (input.origin.file !== '' && name !== '')
      builder.addName(name, builder.has('name') ? quality : 'primary', place);
  }
}

function addAddresses(
  input: ReaderInput,
  find: (number: string, input: ReaderInput) => EntityBuilder | undefined,
  output: ReaderOutput,
): void {
  for (const { cells, row } of csvRows(input.chunks(), (place, message) => output.fault(`add ${place}`, message))) {
    const place = `${input.origin.file} row ${row}`;
    const [number = '', , street = '', city = '', country = '', remarks = ''] = cells.map(cellText);
    if (number.charCodeAt(0) === 0x1a) continue;
    const builder = find(number, input);
    if (builder === undefined || !/^\d+$/.test(number)) {
      output.fault(place, `the address belongs to entry ${number.slice(0, 20)}, which is not in the list`);
      continue;
    }
    builder.add('address', [street, city, country].filter(Boolean).join(', '), place, { note: remarks });
    builder.addCountry('country', country, place);
  }
}
