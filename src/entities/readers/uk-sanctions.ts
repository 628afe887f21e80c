import type { Listing, NameQuality } from '../entity.ts';
import { cleanText, EntityBuilder, readListDate, readListDay } from '../entity-builder.ts';
import { EntitiesError } from '../errors.ts';
import { findImoNumbers } from '../imo.ts';
import { csvRows } from './csv-rows.ts';
import type { ListReader } from './reader.ts';

/** The columns under the names they have in the UK sanctions list and in the older OFSI consolidated list. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  id: ['unique id', 'group id', 'ofsi group id'],
  kind: ['designation type', 'group type'],
  nameType: ['name type', 'alias type'],
  strength: ['alias strength', 'alias quality'],
  script: ['name non-latin script'],
  regime: ['regime name', 'regime'],
  listed: ['date designated', 'uk sanctions list date designated', 'listed on'],
  updated: ['last updated'],
  birth: ['d.o.b', 'dob'],
  town: ['town of birth'],
  birthCountry: ['country of birth'],
  nationality: ['nationality(/ies)', 'nationality'],
  passport: ['passport number'],
  passportNote: ['passport additional information', 'passport details'],
  national: ['national identifier number', 'national identification number'],
  nationalNote: ['national identifier additional information', 'national identification details'],
  registration: ['business registration number (s)', 'business registration number(s)', 'business registration number'],
  imo: ['imo number'],
  flag: ['current believed flag of ship'],
  pastFlags: ['previous flags'],
  shipType: ['type of ship'],
  tonnage: ['tonnage of ship'],
  built: ['year built'],
  country: ['address country', 'country'],
  postal: ['address postal code', 'post/zip code'],
  title: ['title'],
  position: ['position'],
  gender: ['gender'],
  other: ['other information'],
  reasons: ['uk statement of reasons'],
  unReference: ['un reference number'],
};

/** The UK sanctions list as CSV: one row for each combination of name and address of a designation, joined by its id. */
export const readUkSanctions: ListReader = ({ origin, chunks }, output) => {
  const builders = new Map<string, { builder: EntityBuilder; listing: Listing }>();
  let header: Map<string, number> | undefined;
  for (const { cells, row } of csvRows(chunks(), output.fault)) {
    const place = `row ${row}`;
    if (header === undefined) {
      const names = cells.map((cell) => cleanText(cell).toLowerCase());
      if (names.includes('name 6')) header = new Map(names.map((name, i) => [name, i]));
      if (row > 10 && header === undefined)
        throw new EntitiesError('list-malformed', 'The list has no row of column names', { place: origin.file });
      continue;
    }
    const columns = header;
    const named = (name: string): string => cleanText(cells[columns.get(name) ?? -1] ?? '');
    const cell = (key: string): string => COLUMNS[key]?.map(named).find((text) => text !== '') ?? '';
    const id = cell('id');
    if (!/^[A-Za-z0-9-]{1,30}$/.test(id)) {
      output.fault(place, 'the row has no id of a designation');
      continue;
    }
    let known = builders.get(id);
    if (known === undefined) {
      const kind = cell('kind').toLowerCase();
      const schema = kind.startsWith('individual') ? 'Person' : /ship|vessel/.test(kind) ? 'Vessel' : 'Organization';
      const builder = new EntityBuilder(`uk-${id}`, schema, 'uk-sanctions', origin);
      const listing = {
        authority: 'United Kingdom',
        program: cell('regime'),
        reference: id,
        listedOn: readListDay(readListDate(cell('listed'))),
        updatedOn: [readListDay(readListDate(cell('updated')))].filter((day) => day !== null),
        delistedOn: null,
      };
      known = { builder, listing };
      builders.set(id, known);
    }
    addRow(known.builder, cell, named, place);
  }
  for (const [id, { builder, listing }] of builders) {
    if (builder.has('name') || builder.has('alias')) output.found(builder.finish(listing));
    else output.fault(id, 'the designation has no name');
  }
};

function addRow(
  builder: EntityBuilder,
  cell: (key: string) => string,
  named: (name: string) => string,
  place: string,
): void {
  const person = builder.schema === 'Person';
  const vessel = builder.schema === 'Vessel';
  const name = ['name 1', 'name 2', 'name 3', 'name 4', 'name 5', 'name 6'].map(named).filter(Boolean).join(' ');
  const type = cell('nameType').toLowerCase();
  const weak = /low|weak/.test(cell('strength').toLowerCase());
  const former = /f\.?k\.?a|former|previous/.test(type);
  const quality: NameQuality =
    /^primary name( variation)?$|^prime alias$/.test(type) && !builder.has('name')
      ? 'primary'
      : former
        ? 'former'
        : weak
          ? 'weak'
          : 'strong';
  builder.addName(name, quality, `${place}, Name 6`);
  builder.addName(cell('script'), 'strong', `${place}, Name non-latin script`);
  const address = ['1', '2', '3', '4', '5', '6'].map((n) => named(`address line ${n}`) || named(`address ${n}`));
  builder.add('address', [...address, cell('postal'), cell('country')].filter(Boolean).join(', '), place);
  if (vessel) {
    for (const imo of findImoNumbers(`IMO ${cell('imo')}`)) builder.add('imoNumber', imo, `${place}, IMO number`);
    builder.addCountry('flag', cell('flag'), place);
    for (const flag of cell('pastFlags').split(/[;,]/)) builder.addCountry('pastFlags', flag, place);
    builder.add('type', cell('shipType'), place);
    builder.add('tonnage', cell('tonnage').replace(/[^\d.]/g, ''), place);
    builder.addDate('buildDate', readListDate(cell('built')), place);
  }
  builder.addCountry('country', cell('country'), place);
  for (const nationality of manyIn(cell('nationality')))
    builder.addCountry(person ? 'nationality' : 'country', nationality, place);
  if (person) {
    for (const date of manyIn(cell('birth')))
      builder.addDate('birthDate', readListDate(date), `${place}, D.O.B`, undefined, date);
    builder.add('birthPlace', [cell('town'), cell('birthCountry')].filter(Boolean).join(', '), place);
    for (const country of manyIn(cell('birthCountry'))) builder.addCountry('birthCountry', country, place);
    for (const number of manyIn(cell('passport')))
      builder.add('passportNumber', number, place, { note: cell('passportNote') });
    for (const number of manyIn(cell('national')))
      builder.add('idNumber', number, place, { note: cell('nationalNote') });
    builder.add('gender', cell('gender').toLowerCase(), place);
    builder.add('title', cell('title'), place);
    builder.add('position', cell('position'), place);
  }
  for (const number of manyIn(cell('registration'))) builder.add('registrationNumber', number, place);
  builder.add('notes', cell('other'), place);
  builder.add('notes', cell('reasons'), place);
  if (cell('unReference') !== '') builder.add('notes', `U.N. reference ${cell('unReference')}`, place);
}

/** Several values in one cell: `(1) A (2) B`, or with semicolons. */
function manyIn(text: string): string[] {
  return text
    .split(/\(\d+\)|;/)
    .map((part) => part.trim().replace(/,$/, ''))
    .filter((part) => part !== '');
}
