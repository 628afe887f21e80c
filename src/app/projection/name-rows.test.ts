import { expect, it } from 'vitest';
import { writtenNames } from './name-rows.ts';

it('takes names out of a text by its writing: capitals, and what may be a name in Hangul', () => {
  expect(writtenNames('the tanker An San 1 left Nampo; Владимир Путин и Shin Won-sik, на борту.')).toEqual([
    ...['An San', 'Nampo', 'Владимир Путин', 'Владимир', 'Путин', 'Shin Won-sik', 'Shin', 'Won-sik'],
  ]);
  expect(writtenNames('김정은은 원산에')).toEqual(['김정', '김정은', '김정은은', '원산', '원산에']);
  expect(writtenNames('国防部表示 3 (a) 12')).toEqual([]);
});
