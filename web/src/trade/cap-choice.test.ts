import { expect, it } from 'vitest';
import type { TradeDesk } from '../../../src/app/workbench/contract/trade.ts';
import { chosenCap, factorsOf } from './cap-choice.ts';

const year = (name: string, ...sources: string[]) => ({
  period: { from: `${name}-01-01`, to: `${name}-12-31` },
  limits: [{ unit: 'barrel', value: '500000' }],
  sources,
});
const desk: TradeDesk = {
  regime: 'r',
  sources: [],
  tables: [],
  moreTables: 0,
  caps: [
    { provision: 'OP4', subject: 'crude', periods: [year('2018'), year('2019')] },
    { provision: 'OP5', subject: 'refined', periods: [year('2018', 'a'), year('2019', 'a', 'b'), year('2020')] },
  ],
};

it('opens on the last told period of the cap of which most is told, and on what the address names', () => {
  const of = (search: Record<string, string>) => {
    const found = chosenCap(desk, search);
    return [found?.cap.provision, found?.period.period.from];
  };
  expect(of({})).toEqual(['OP5', '2019-01-01']);
  expect(of({ provision: 'OP5', period: '2018-01-01/2018-12-31' })).toEqual(['OP5', '2018-01-01']);
  expect(of({ provision: 'OP4' })).toEqual(['OP4', '2019-01-01']);
  expect(of({ provision: 'none', period: 'never' })).toEqual(['OP5', '2019-01-01']);
  expect(chosenCap({ ...desk, caps: [] }, {})).toBeNull();
});

it('takes factors with commas or blanks between them and nothing else', () => {
  expect(factorsOf('7.5, 8.33')).toEqual(['7.5', '8.33']);
  expect(factorsOf(' ')).toEqual([]);
  for (const text of ['7,5x', '0', '-1', '1e3', '7.5.1']) expect(factorsOf(text), text).toBeNull();
});
