import { expect, it } from 'vitest';
import { similarNames, spellingKeys } from './similar-names.ts';

const NAMES = [
  'Kim Jong Un',
  '김정은',
  '金正恩',
  'Kim Yong Chol',
  'Wonsan',
  'Вонсан',
  '원산',
  'Sergei Lavrov',
  'Rajin',
  'Reason',
];
const least = 0.9;

it.each([
  ['김정은', ['Kim Jong Un', '金正恩', '김정은']],
  ['wonsan', ['Wonsan', 'Вонсан', '원산']],
  ['Сергей Лавров', ['Sergei Lavrov']],
  ['Rajin', ['Rajin']],
  ['coal', []],
])('finds the other spellings of %s under shared keys, and no other name', (asked, found) => {
  expect([...similarNames(NAMES)(asked, least)].sort()).toEqual(found);
  const keys = new Set(spellingKeys(asked));
  const candidates = NAMES.filter((name) => spellingKeys(name).some((key) => keys.has(key)));
  expect([...similarNames(candidates)(asked, least)].sort()).toEqual(found);
});
