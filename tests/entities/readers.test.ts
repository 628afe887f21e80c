import { defaultModel, Model } from '@opensanctions/followthemoney';
import { describe, expect, test } from 'vitest';
import { type Entity, toFtm, valuesOf } from '../../src/entities/entity.ts';
import { joinVersions, keepWhole } from '../../src/entities/join-versions.ts';
import { openListBytes } from '../../src/entities/list-file.ts';
import { type ReadLists, readLists } from './read-lists.ts';
import {
  EU_SAMPLE,
  FTM_SAMPLE,
  OFAC_ADD_SAMPLE,
  OFAC_ADVANCED_SAMPLE,
  OFAC_ALT_SAMPLE,
  OFAC_SDN_SAMPLE,
  UK_OFFICIAL_SAMPLE,
  UK_SAMPLE,
  UN_SAMPLE,
  VESSELS_SAMPLE,
} from './sample-lists.ts';

function read(...texts: string[]): ReadLists {
  return readLists(texts.map((text, i) => openListBytes(`list-${i}.dat`, Buffer.from(text))));
}
function entity(lists: ReadLists, id: string): Entity {
  const found = lists.entities.find((each) => each.id === id);
  if (found === undefined)
    throw new Error(`${id} was not read; there are ${lists.entities.map((each) => each.id).join(', ')}`);
  return found;
}

describe('U.N. consolidated XML', () => {
  const lists = read(UN_SAMPLE);
  test('a person with every form of birth date, script, quality and document', () => {
    const person = entity(lists, 'un-KPi.901');
    expect(person.schema).toBe('Person');
    expect(valuesOf(person, 'birthDate')).toEqual(['1958/1960', '1961', '1959-04-05']);
    expect(valuesOf(person, 'name', 'alias')).toEqual(['HONG KIL-TONG', '홍길동', 'Hong Gil-dong', '洪吉童']);
    expect(valuesOf(person, 'weakAlias')).toEqual(['The Director']);
    expect(valuesOf(person, 'passportNumber')).toEqual(['PS 123 456']);
    expect(valuesOf(person, 'nationality')).toEqual(['kp']);
    expect(person.listing).toMatchObject({ listedOn: '2016-03-02', program: 'DPRK', updatedOn: ['2017-06-02'] });
  });
  test('every value names its document, place and list version', () => {
    expect(lists.entities.flatMap(({ values }) => values).length).toBeGreaterThan(10);
    for (const each of lists.entities)
      for (const value of each.values) {
        expect(value.source.document).toMatch(/^sha256:[0-9a-f]{64}$/);
        expect(value.source.place).toMatch(/^line \d+/);
        expect(value.firstSeen).toBe('2025-01-31');
      }
  });
  test('an organisation with an IMO company number, a former name and a day of delisting', () => {
    const company = entity(lists, 'un-KPe.901');
    expect(valuesOf(company, 'imoNumber')).toEqual(['5982254']);
    expect(valuesOf(company, 'previousName')).toEqual(['Earlier Shipping']);
    expect(company.listing?.delistedOn).toBe('2024-05-01');
  });
  test('an entry without a reference is reported with its line and skipped', () => {
    expect(lists.faults).toHaveLength(1);
    expect(lists.faults[0]?.place).toMatch(/^line \d+$/);
  });
});

describe('OFAC CSV', () => {
  test('the three parts are joined, in any order', () => {
    const lists = read(OFAC_ADD_SAMPLE, OFAC_SDN_SAMPLE, OFAC_ALT_SAMPLE);
    const person = entity(lists, 'ofac-90001');
    expect(valuesOf(person, 'birthDate')).toEqual(['1964-08-12', '1965']);
    expect(valuesOf(person, 'gender')).toEqual(['female']);
    expect(valuesOf(person, 'passportNumber')).toEqual(['C01X00T47']);
    expect(valuesOf(person, 'alias', 'weakAlias')).toEqual(expect.arrayContaining(['MUSTERFRAU, Erika', 'RIKA']));
    expect(valuesOf(person, 'nationality', 'country')).toEqual(['de']);
    expect(person.listing?.program).toBe('TEST; TEST2');
    const vessel = entity(lists, 'ofac-90002');
    expect(vessel.schema).toBe('Vessel');
    expect(valuesOf(vessel, 'imoNumber')).toEqual(['9074729']);
    expect(valuesOf(vessel, 'mmsi', 'flag', 'pastFlags', 'tonnage')).toEqual(
      expect.arrayContaining(['351234567', 'pa', 'tg', '21000']),
    );
    expect(valuesOf(vessel, 'previousName')).toEqual(['EARLIER STAR']);
    expect(entity(lists, 'ofac-90003').caption).toBe('SAMPLE, TRADING "QUOTED" LTD.');
    expect(lists.faults.map((fault) => fault.message).join('\n')).toMatch(/not a row of the SDN list[\s\S]*99999/);
  });
  test('parts may be missing', () => {
    expect(read(OFAC_SDN_SAMPLE).entities).toHaveLength(3);
    expect(entity(read(OFAC_ALT_SAMPLE), 'ofac-90001').caption).toBe('MUSTERFRAU, Erika');
  });
});

test('OFAC advanced XML', () => {
  const lists = read(OFAC_ADVANCED_SAMPLE);
  const person = entity(lists, 'ofac-90001');
  expect(person.schema).toBe('Person');
  expect(person.caption).toBe('Mustermann, Erika');
  expect(valuesOf(person, 'birthDate', 'nationality', 'passportNumber', 'weakAlias')).toEqual([
    'Rika',
    'C01X00T47',
    '1964',
    'de',
  ]);
  expect(person.listing).toMatchObject({ listedOn: '2016-03-16', program: 'TEST2' });
  expect(valuesOf(entity(lists, 'ofac-90002'), 'imoNumber', 'flag', 'pastFlags', 'callSign')).toEqual([
    '9074729',
    'de',
    'pa',
    'ABCD1',
  ]);
  expect(lists.faults).toHaveLength(1);
});

test('EU FSF XML', () => {
  const lists = read(EU_SAMPLE);
  const person = entity(lists, 'eu-EU.9001.11');
  expect(valuesOf(person, 'name', 'weakAlias', 'birthDate', 'passportNumber', 'citizenship', 'gender')).toEqual(
    expect.arrayContaining(['HONG Kil-tong', 'The Director', '1958/1960', 'PS123456', 'kp', 'male']),
  );
  expect(person.listing).toMatchObject({ program: 'PRK', listedOn: '2017-03-02' });
  expect(lists.faults).toHaveLength(1);
});

test('UK sanctions list CSV', () => {
  const lists = read(UK_SAMPLE);
  const person = entity(lists, 'uk-TST0001');
  expect(valuesOf(person, 'name', 'alias', 'weakAlias')).toEqual(['Kil Tong HONG', '홍길동', 'DIRECTOR']);
  expect(valuesOf(person, 'birthDate')).toEqual(['1959-04-05', '1960']);
  expect(valuesOf(person, 'passportNumber')).toEqual(['PS123456', 'PS999999']);
  expect(person.listing?.listedOn).toBe('2016-03-02');
  expect(valuesOf(entity(lists, 'uk-TST0002'), 'imoNumber', 'flag')).toEqual(['9074729', 'pa']);
});

test('the day that a list states is that of its version and of its values', () => {
  const stated = [UN_SAMPLE, EU_SAMPLE, UK_SAMPLE, UK_OFFICIAL_SAMPLE, OFAC_SDN_SAMPLE].map((text) => {
    const { versions, entities } = read(text);
    const days = entities.flatMap(({ values }) => values.map(({ firstSeen }) => firstSeen));
    expect(days.length).toBeGreaterThan(0);
    return [...new Set([...versions.map(({ versionDate }) => versionDate), ...days])];
  });
  expect(stated.slice(1)).toEqual([['2024-02-03'], ['2025-02-04'], ['2026-02-20'], [null]]);
  expect(stated[0]).toEqual([/dateGenerated="(\d{4}-\d{2}-\d{2})/.exec(UN_SAMPLE)?.[1]]);
});

test('UK sanctions list CSV with all its columns', () => {
  const lists = read(UK_OFFICIAL_SAMPLE);
  expect(lists.faults).toEqual([]);
  const vessel = entity(lists, 'uk-TST0009');
  expect(vessel.schema).toBe('Vessel');
  expect(valuesOf(vessel, 'name', 'previousName', 'imoNumber', 'flag', 'type', 'buildDate')).toEqual([
    'SAMPLE STAR',
    '9074729',
    'pa',
    'Tanker',
    '1999',
    'EARLIER STAR',
  ]);
  const person = entity(lists, 'uk-TST0010');
  expect(valuesOf(person, 'name', 'alias', 'birthDate', 'nationality', 'gender')).toEqual([
    'Erika Anna MUSTERMANN',
    'Эрика МУСТЕРМАН',
    'ru',
    '1961',
    'female',
  ]);
});

test('FollowTheMoney JSON lines and delta lines', () => {
  const lists = read(FTM_SAMPLE);
  expect(lists.entities.map((each) => each.id)).toEqual(['NK-1', 'NK-3']);
  expect(entity(lists, 'NK-1').listing?.listedOn).toBe('2016-03-02');
  expect(lists.faults.map((fault) => fault.place)).toEqual(['line 3', 'line 5']);
});

test('vessels of a regime', () => {
  const lists = read(VESSELS_SAMPLE);
  expect(lists.entities).toHaveLength(1);
  expect(entity(lists, 'imo-9074729')).toMatchObject({
    schema: 'Vessel',
    dataset: 'un-1718-vessels',
    listing: { listedOn: '2016-03-02', updatedOn: ['2018-03-30'] },
  });
  expect(lists.faults).toHaveLength(1);
});

test('a file that is no list is refused by name, the others are read', () => {
  const lists = read('hello world', UN_SAMPLE, '<html><body/></html>');
  expect(lists.refused.map((error) => error.code)).toEqual(['list-not-recognised', 'list-not-recognised']);
  expect(lists.entities).toHaveLength(2);
});

test('the properties are those of the FollowTheMoney schemas', () => {
  const model = new Model(defaultModel);
  const { entities } = read(UN_SAMPLE, OFAC_SDN_SAMPLE, EU_SAMPLE, UK_SAMPLE, VESSELS_SAMPLE, OFAC_ADVANCED_SAMPLE);
  expect(entities.length).toBeGreaterThan(6);
  for (const each of entities.flatMap(toFtm)) {
    const schema = model.getSchema(each.schema);
    for (const prop of Object.keys(each.properties))
      expect([each.schema, prop, schema.getProperties().has(prop)]).toEqual([each.schema, prop, true]);
  }
});

test('versions of one list: values span them, what is gone is delisted on the first version without it', () => {
  const later = UN_SAMPLE.replace('2025-01-31', '2025-06-30')
    .replace(/<ENTITY>[\s\S]*<\/ENTITY>/, '')
    .replace('The Director', 'The Manager');
  const lists = read(later, UN_SAMPLE);
  const person = entity(lists, 'un-KPi.901');
  const dates = (text: string) =>
    person.values.filter((value) => value.value === text).map((value) => [value.firstSeen, value.lastSeen]);
  expect(dates('HONG KIL-TONG')).toEqual([['2025-01-31', '2025-06-30']]);
  expect(dates('The Director')).toEqual([['2025-01-31', '2025-01-31']]);
  expect(dates('The Manager')).toEqual([['2025-06-30', '2025-06-30']]);
  expect(joinVersions([], keepWhole)).toEqual([]);
});
