import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** Persons and companies of these lists are invented; the form is that of the official files. */

type Person = { reference: string; first: string; second: string; born: string; nationality: string; alias?: string };

export const PERSONS: readonly Person[] = [
  { reference: 'ZZi.001', first: 'BARTHOLOMEW', second: 'QUILLFEATHER', born: '1961-04-05', nationality: 'Ruritania' },
  {
    reference: 'ZZi.002',
    first: 'PAK',
    second: 'TONG SOK',
    born: '1958-11-30',
    nationality: "Democratic People's Republic of Korea",
    alias: 'Park Dong-seok',
  },
  { reference: 'ZZi.003', first: 'OLEKSANDRA', second: 'MYRONIVSKA', born: '1975-02-14', nationality: 'Ukraine' },
];

export const COMPANIES = [
  { reference: 'ZZe.001', name: 'BLUE HERON MARITIME TRADING COMPANY' },
  { reference: 'ZZe.002', name: 'TAEDONG RIVER MACHINERY CORPORATION' },
];

/** A U.N. consolidated list in the official form. */
export function unList(date: string, persons: readonly Person[] = PERSONS, companies = COMPANIES): string {
  const individuals = persons.map(
    ({ reference, first, second, born, nationality, alias }, at) => `
    <INDIVIDUAL><DATAID>${1000 + at}</DATAID><VERSIONNUM>1</VERSIONNUM><FIRST_NAME>${first}</FIRST_NAME><SECOND_NAME>${second}</SECOND_NAME>
      <UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>${reference}</REFERENCE_NUMBER><LISTED_ON>2016-03-02</LISTED_ON>
      <NATIONALITY><VALUE>${nationality}</VALUE></NATIONALITY>
      ${alias === undefined ? '' : `<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>${alias}</ALIAS_NAME></INDIVIDUAL_ALIAS>`}
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>${born}</DATE></INDIVIDUAL_DATE_OF_BIRTH>
    </INDIVIDUAL>`,
  );
  const entities = companies.map(
    ({ reference, name }, at) => `
    <ENTITY><DATAID>${2000 + at}</DATAID><VERSIONNUM>1</VERSIONNUM><FIRST_NAME>${name}</FIRST_NAME>
      <UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>${reference}</REFERENCE_NUMBER><LISTED_ON>2017-08-05</LISTED_ON>
    </ENTITY>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST dateGenerated="${date}T12:00:00.000Z">
  <INDIVIDUALS>${individuals.join('')}</INDIVIDUALS>
  <ENTITIES>${entities.join('')}</ENTITIES>
</CONSOLIDATED_LIST>
`;
}

/** FollowTheMoney lines of another maker. */
export const FTM_LINES = [
  {
    id: 'inv-1',
    caption: 'Grey Petrel',
    schema: 'Vessel',
    properties: { name: ['Grey Petrel'], imoNumber: ['9074729'], flag: ['pa'], topics: ['mare.shadow'] },
    datasets: ['invented_ships'],
    last_change: '2024-05-06T00:00:00',
  },
  {
    id: 'inv-2',
    caption: 'Ottoline Fairweather',
    schema: 'Person',
    properties: { name: ['Ottoline Fairweather'], country: ['gb'], topics: ['role.pep'] },
    datasets: ['invented_people'],
  },
]
  .map((line) => `${JSON.stringify(line)}\n`)
  .join('');

/** A folder that is removed after the tests, with a cache of its own. */
export function scratchFolder(): { folder: string; write(name: string, content: string): string } {
  const folder = mkdtempSync(join(tmpdir(), 'panel-screening-'));
  const before = process.env.XDG_CACHE_HOME;
  process.env.XDG_CACHE_HOME = join(folder, 'cache');
  afterAll(() => {
    if (before === undefined) delete process.env.XDG_CACHE_HOME;
    else process.env.XDG_CACHE_HOME = before;
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    folder,
    write: (name, content) => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
  };
}
