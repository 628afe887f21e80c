import { describe, expect, test } from 'vitest';
import { assess } from '../../src/regime/evaluation/assess.ts';
import { loadRegime } from '../../src/regime/loading/load.ts';
import { arms } from './boundary-cases/arms.ts';
import { energy } from './boundary-cases/energy.ts';
import { exportsOfTheTarget } from './boundary-cases/exports-of-the-target.ts';
import { importsOfTheTarget } from './boundary-cases/imports-of-the-target.ts';
import { minerals } from './boundary-cases/minerals.ts';
import { persons } from './boundary-cases/persons.ts';
import { science } from './boundary-cases/science.ts';
import { ships } from './boundary-cases/ships.ts';

const regime = loadRegime('un-1718');

describe.each([
  ['arms', arms],
  ['minerals', minerals],
  ['exports of the target State', exportsOfTheTarget],
  ['imports of the target State', importsOfTheTarget],
  ['energy', energy],
  ['persons, money and joint ventures', persons],
  ['science and launches', science],
  ['ships', ships],
])('boundaries: %s', (_subject, cases) => {
  test.each(cases.map((one) => [one.name, one] as const))('%s', (_name, { activity, verdict, grounds = [] }) => {
    const answer = assess(regime, activity);
    expect({ verdict: answer.verdict, grounds: answer.grounds.map((row) => row.provision) }).toEqual({
      verdict,
      grounds: verdict === 'not-covered' ? [] : expect.arrayContaining([...grounds]),
    });
    if (verdict === 'undetermined') expect(answer.missing?.length).toBeGreaterThan(0);
  });
});

test('more than a hundred cases are held against the law', () => {
  const all = [arms, minerals, exportsOfTheTarget, importsOfTheTarget, energy, persons, science, ships].flat();
  expect(all.length).toBeGreaterThan(150);
});
