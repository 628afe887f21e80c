import { describe, expect, test } from 'vitest';
import { openListBytes } from '../../src/entities/list-file.ts';
import { batchHeader, batchRows, readBatch } from '../../src/screening/batch.ts';
import { ScreeningError } from '../../src/screening/errors.ts';
import { buildIndex } from '../../src/screening/index/build-index.ts';
import { cacheKey } from '../../src/screening/index/cache-key.ts';
import { readIndexCache, writeIndexCache } from '../../src/screening/index/index-cache.ts';
import { compareLists } from '../../src/screening/list-difference.ts';
import type { Question } from '../../src/screening/question.ts';
import { type Hit, type ScreenOptions, screen } from '../../src/screening/screen.ts';
import { readLists } from '../entities/read-lists.ts';
import { FTM_SAMPLE, OFAC_ALT_SAMPLE, OFAC_SDN_SAMPLE, UN_SAMPLE } from '../entities/sample-lists.ts';

const files = [UN_SAMPLE, OFAC_SDN_SAMPLE, OFAC_ALT_SAMPLE].map((text, i) =>
  openListBytes(`list-${i}`, Buffer.from(text)),
);
const { entities } = readLists(files);
const index = buildIndex(entities);
const ask = (question: Partial<Question> & { name?: string }, options: ScreenOptions = {}): Hit[] =>
  screen(index, { names: question.name === undefined ? [] : [question.name], ...question }, options);

describe('names', () => {
  test('the order of several names decides nothing', () => {
    const words = ['rana', 'zosel', 'karim', 'abd', 'chon', 'kim', 'belo', 'dafo', 'nur', 'egil', 'cimu', 'allah'];
    const word = (i: number): string => words[i % words.length] as string;
    const lines = Array.from({ length: 600 }, (_, i) => {
      const name = [`${word(i)} ${word(i * 5 + 1)}`, `${word(i * 7 + 3)} ${word(i + (i >> 3))} ${word(i >> 2)}`];
      return JSON.stringify({ id: `s-${i}`, schema: 'Person', caption: name[0], properties: { name } });
    });
    const mixed = buildIndex(readLists([openListBytes('mixed.json', Buffer.from(lines.join('\n')))]).entities);
    for (let i = 0; i < 60; i++) {
      const names = [`${word(i)} ${word(i * 3 + 2)} ${word(i >> 1)}`, `${word(i * 5)} ${word(i + 4)}`];
      const hits = screen(mixed, { names, schema: 'Person' }, { threshold: 0, limit: 40 });
      const reversed = screen(mixed, { names: names.reverse(), schema: 'Person' }, { threshold: 0, limit: 40 });
      expect(reversed.map(({ entityId, score }) => [entityId, score])).toEqual(
        hits.map(({ entityId, score }) => [entityId, score]),
      );
    }
  });
  test('an exact full name scores 1 and says so', () => {
    const [hit] = ask({ name: 'Hong Kil-tong', schema: 'Person' });
    expect(hit).toMatchObject({ entityId: 'un-KPi.901', score: 1, rank: 1, match: true, caption: 'HONG KIL-TONG' });
    expect(hit?.reasons[0]).toContain('HONG KIL-TONG');
  });
  test('a partial name stays below 1', () => {
    const [hit] = ask({ name: 'Kil-tong', schema: 'Person' }, { threshold: 0 });
    expect(hit?.score).toBeLessThan(1);
  });
  test.each([
    '홍길동',
    '洪吉童',
    '洪吉同',
    'Hong Gil-dong',
    'Hong Kiltong',
    'Hong Kil Tong',
    "Hong Kil-t'ong",
    'Kil-tong Hong',
    'HONG, Kil Tong',
    'Хон Кильтон',
    'Comrade Hong Kil-tong',
  ])('%s is the same person', (name) => {
    expect(ask({ name, schema: 'Person' })[0]?.entityId).toBe('un-KPi.901');
  });
  test.each(['Hong Kil-su', '홍길수', 'Kong Kil-tong', 'Hong Myong-tong'])('%s is another person', (name) => {
    expect(ask({ name, schema: 'Person' })).toEqual([]);
  });
  test('a schema that cannot be meant is not answered', () => {
    expect(ask({ name: 'Hong Kil-tong', schema: 'Vessel' })).toEqual([]);
    expect(ask({ name: 'Hong Kil-tong', schema: '' })[0]?.entityId).toBe('un-KPi.901');
  });
  test('numbers are identity', () => {
    expect(ask({ name: 'Sample Star 2', schema: 'Vessel' })[0]?.score ?? 0).toBeLessThan(1);
    const two = buildIndex(
      readLists([openListBytes('v', Buffer.from(FTM_SAMPLE.replaceAll('SAMPLE STAR', 'SAMPLE STAR 5')))]).entities,
    );
    expect(screen(two, { names: ['SAMPLE STAR 6'], schema: 'Vessel' })).toEqual([]);
    expect(screen(two, { names: ['Sample Star V'], schema: 'Vessel' })[0]?.score).toBe(1);
  });
  test('nothing asked, nothing found', () => {
    for (const name of ['', '   ', '---', '\u0000', '?']) expect(ask({ name })).toEqual([]);
    expect(screen(buildIndex([]), { names: ['Anyone'] })).toEqual([]);
  });
  test('absurd names end quickly', () => {
    const start = performance.now();
    for (const name of [
      'a '.repeat(5000),
      'x'.repeat(100_000),
      '김'.repeat(4000),
      'ال'.repeat(3000),
      '😀'.repeat(2000),
    ])
      ask({ name }, { threshold: 0 });
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

describe('facts', () => {
  test('a birth date in the listed range lifts the support, not the score', () => {
    const plain = ask({ name: 'Hong Kil-tong' })[0];
    const dated = ask({ name: 'Hong Kil-tong', birthDates: ['1959-04-05'] })[0];
    expect(dated?.score).toBe(plain?.score);
    expect(dated?.support ?? 0).toBeGreaterThan(plain?.support ?? 0);
    expect(dated?.reasons.join()).toContain('born 1959-04-05');
  });
  test('a birth date far off vetoes', () => {
    const [hit] = ask({ name: 'Hong Kil-tong', birthDates: ['1990-01-01'] }, { threshold: 0 });
    expect(hit?.match).toBe(false);
    expect(hit?.score).toBeLessThanOrEqual(0.5);
  });
  test('the other gender vetoes, another country lowers', () => {
    expect(ask({ name: 'Hong Kil-tong', gender: 'female' }, { threshold: 0 })[0]?.match).toBe(false);
    expect(ask({ name: 'Hong Kil-tong', countries: ['France'] })[0]?.score).toBe(0.95);
  });
  test('a document number is found without a name, however it is written', () => {
    expect(ask({ numbers: ['ps-123456'] })[0]).toMatchObject({ entityId: 'un-KPi.901', match: true });
  });
  test('facts rank equal names; the better name without facts stays before the worse', () => {
    const first = ask({ name: 'Hong Kil-tong', countries: ['KP'] });
    expect(first.map((hit) => hit.rank)).toEqual(first.map((_, i) => i + 1));
  });
});

describe('vessels', () => {
  test.each(['IMO 9074729', '9074729', 'IMO9074729', 'IMO: 9074729', 'MV Another Name (IMO No. 9074729)'])(
    '%s',
    (name) => {
      expect(ask({ name, schema: 'Vessel' })[0]).toMatchObject({ entityId: 'ofac-90002', score: 1, match: true });
    },
  );
  test('by a former name, and by number in its own field', () => {
    expect(ask({ name: 'M/V Earlier Star', schema: 'Vessel' })[0]?.entityId).toBe('ofac-90002');
    expect(ask({ imoNumbers: ['IMO 9074729'] })[0]?.entityId).toBe('ofac-90002');
  });
  test('the same name on another hull is no match', () => {
    const other = '9321483';
    const [hit] = ask({ name: 'Sample Star', schema: 'Vessel', imoNumbers: [other] }, { threshold: 0 });
    expect(hit?.match).toBe(false);
    expect(hit?.reasons.join()).toContain('another hull');
  });
  test('a repainted number names the true hull, with and without a right check digit', () => {
    const vessels = buildIndex(
      readLists([openListBytes('v', Buffer.from(FTM_SAMPLE.replace('IMO9074729', '8000082')))]).entities,
    );
    for (const forged of ['8000032', '3000082']) {
      const [hit] = screen(vessels, { names: [`IMO ${forged}`], schema: 'Vessel' });
      expect(hit?.entityId).toBe('NK-3');
      expect(hit?.score).toBeLessThan(1);
      expect(hit?.reasons.join()).toMatch(/repainted: the true hull may be IMO 8000082/);
    }
  });
});

test('as of a date: only what was listed then', () => {
  const on = (asOf: string) =>
    ask({ name: 'Sample Shipping Company', schema: 'Organization' }, { asOf }).map((hit) => hit.entityId);
  expect(on('2018-03-29')).toEqual([]);
  expect(on('2018-03-30')).toEqual(['un-KPe.901']);
  expect(on('2024-04-30')).toEqual(['un-KPe.901']);
  expect(on('2024-05-01')).toEqual([]);
});

test('the cached index gives the same hits, byte for byte', () => {
  const key = cacheKey(files.map((file) => file.document));
  const bytes = writeIndexCache(index, key);
  expect(Buffer.compare(Buffer.from(bytes), Buffer.from(writeIndexCache(buildIndex(entities), key)))).toBe(0);
  const cached = readIndexCache(bytes, key);
  for (const question of [
    { names: ['Hong Gil-dong'], schema: 'Person', birthDates: ['1959'] },
    { names: ['IMO 9074729'] },
    { names: ['Erika Mustermann'] },
  ])
    expect(screen(cached, question)).toEqual(screen(index, question));
  const damaged = Uint8Array.from(bytes);
  damaged[damaged.length - 10]! ^= 1;
  for (const bad of [damaged, bytes.subarray(0, 100), new Uint8Array(0)])
    expect(() => readIndexCache(bad, key)).toThrow(ScreeningError);
  expect(() => readIndexCache(bytes, cacheKey([]))).toThrow(ScreeningError);
});

describe('batch', () => {
  test('rows in, rows out', () => {
    const text =
      'imoNumber,id,name,schema,birthDate,extra\n,a1,"HONG, Kil-tong",Person,1959-04-05,x\n9074729,a2,,,,\n,a3,Nobody At All,Person,,\n,,No id,,,\n,a5,,,,\n';
    const rows = [...readBatch([text.slice(0, 40), text.slice(40)])];
    expect(rows.map((row) => row.id)).toEqual(['a1', 'a2', 'a3', '', 'a5']);
    expect(rows.filter((row) => 'problem' in row)).toHaveLength(2);
    const out = rows.map((row) => ('question' in row ? batchRows(row.id, screen(index, row.question)) : '')).join('');
    expect(batchHeader()).toBe('id,rank,entityId,score,match,caption,reasons\n');
    expect(out.split('\n')[0]).toMatch(
      /^a1,1,un-KPi\.901,1,true,HONG KIL-TONG,"?born 1959|^a1,1,un-KPi\.901,1,true,HONG KIL-TONG,/,
    );
    expect(out).toContain('a2,1,ofac-90002,1,true,SAMPLE STAR,');
    expect(out).not.toContain('a3');
  });
  test('a quotation mark left open is told; one within a cell is part of the name', () => {
    const rows = [...readBatch(['id,name\na1,Kim 5" Nam\na2,One\na3,"Two\na4,Three\n'])];
    expect(rows.map((row) => ('question' in row ? row.question.names[0] : row.problem))).toEqual([
      'Kim 5" Nam',
      'One',
      'a quotation mark is left open; the row is not read, with what was taken into it',
    ]);
    expect(rows.at(-1)?.row).toBe(4);
    const last = [...readBatch(['id,name\na1,One\na2,"Two\na3,Three\n'])];
    expect(last.map((row) => 'problem' in row)).toEqual([false, true]);
  });
  test('a file without the columns is refused', () => {
    expect(() => [...readBatch(['x,y\n1,2\n'])]).toThrow(ScreeningError);
  });
  test('a cell that a spreadsheet would run is made plain', () => {
    expect(
      batchRows('=1+1', [{ entityId: 'e', score: 1, support: 1, rank: 1, match: true, caption: '@x', reasons: [] }]),
    ).toBe("'=1+1,1,e,1,true,'@x,\n");
  });
});

test('two versions of a list: added, removed, changed with the fields', () => {
  const later = readLists([
    openListBytes(
      'later',
      Buffer.from(UN_SAMPLE.replace('The Director', 'The Manager').replaceAll('KPe.901', 'KPe.902')),
    ),
  ]).entities;
  const before = entities.filter((entity) => entity.dataset === 'un-sc');
  const difference = compareLists(before, later);
  expect(difference.added).toEqual([{ id: 'un-KPe.902', caption: 'SAMPLE SHIPPING COMPANY' }]);
  expect(difference.removed).toEqual([{ id: 'un-KPe.901', caption: 'SAMPLE SHIPPING COMPANY' }]);
  expect(difference.changed).toEqual([
    {
      id: 'un-KPi.901',
      caption: 'HONG KIL-TONG',
      changes: [{ field: 'weakAlias', removed: ['The Director'], added: ['The Manager'] }],
    },
  ]);
  expect(compareLists(before, before)).toMatchObject({ added: [], removed: [], changed: [], unchanged: 2 });
});
