import { expect, test } from 'vitest';
import { loadRegime } from '../../src/regime/loading/load.ts';

const { designations } = loadRegime('un-1718');

function listedBy(day: string): { persons: number; organisations: number } {
  const listed = designations.filter((row) => row.listedFrom <= day && /^un-KP/.test(row.id));
  const count = (prefix: string) => new Set(listed.map(({ id }) => id).filter((id) => id.startsWith(prefix))).size;
  return { persons: count('un-KPi.'), organisations: count('un-KPe.') };
}

// Totals that others published: the Committee's own account to 2014 (un.org/securitycouncil/ar/sanctions/1718), a report of
// 30 November 2016 (dailynk.jp/archives/78497), and what each resolution of 2017 added.
test.each([
  ['2009-04-23', 0, 0],
  ['2012-05-02', 5, 11],
  ['2013-01-22', 9, 17],
  ['2013-03-07', 12, 19],
  ['2014-07-28', 12, 20],
  ['2016-03-02', 28, 32],
  ['2016-11-30', 39, 42],
  ['2017-06-02', 53, 46],
  ['2017-08-05', 62, 50],
  ['2017-09-11', 63, 53],
  ['2017-12-22', 79, 54],
  ['2018-03-30', 80, 75],
])('by %s %i persons and %i organisations were listed', (day, persons, organisations) => {
  expect(listedBy(day)).toEqual({ persons, organisations });
});
