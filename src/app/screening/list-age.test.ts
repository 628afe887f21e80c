import { expect, it } from 'vitest';
import { listAgeNote } from './list-age.ts';

const list = (document: string, versionDate: string | null) => ({ document, file: `${document}.xml`, versionDate });

it('tells of a list that was more than a year old on the day, and of no other', () => {
  const versions = [list('old', '2022-03-01'), list('new', '2024-03-01'), list('undated', null)];
  expect(listAgeNote(['old'], versions, '2024-06-01')).toContain('2022-03-01');
  expect(listAgeNote(['old'], versions, '2022-12-31')).toBeNull();
  expect(listAgeNote(['new'], versions, '2025-03-01')).toBeNull();
  expect(listAgeNote(['new'], versions, '2025-03-02')).toContain('more than a year');
  // A newer version names the subject too.
  expect(listAgeNote(['old', 'new'], versions, '2024-06-01')).toBeNull();
  expect(listAgeNote(['undated'], versions, '2030-01-01')).toBeNull();
});
