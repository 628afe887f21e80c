import { expect, test } from 'vitest';
import { capBandsFigure } from '../../src/figures/cap-bands.ts';
import { goodsMatrixFigure } from '../../src/figures/goods-matrix.ts';

const steps = [
  { period: '2018-02', to: '2018-02-28', low: '100000', high: '250000', rows: [1] },
  { period: '2018-05', to: '2018-05-31', low: '200000', high: '600000', rows: [2, 3] },
];
const input = {
  title: 'Calls <b> beside the cap',
  from: '2018-01-01',
  to: '2018-12-31',
  limit: '500000',
  unit: 'barrel',
  percents: [75, 90, 95, 100],
  panels: ['7.5', '8.33'].map((factor) => ({
    heading: `${factor} barrels a tonne`,
    bands: [{ source: 'calls.csv', atLeast: true, steps, gaps: [{ period: '2018-03', to: '2018-03-31' }] }],
  })),
};

test('bands beside a cap: one panel a factor, every point with its rows, gaps as hollow marks', () => {
  const svg = capBandsFigure(input);
  expect(svg.match(/rows 2, 3\)/g)).toHaveLength(2);
  expect(svg.match(/2018-03: no row in this source/g)).toHaveLength(2);
  expect(svg).toContain('at least 200,000 to 600,000');
  expect(svg).not.toContain('<b>');
  expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  expect(capBandsFigure(input)).toBe(svg);
  expect(capBandsFigure({ ...input, panels: [{ heading: 'nothing', bands: [] }] }, { width: 340 })).not.toMatch(
    /NaN|Infinity/,
  );
});

test('a total that passes the limit is drawn above it', () => {
  const limit = /stroke="[^"]*alert[^"]*"[^>]*/.exec(capBandsFigure(input))?.[0] ?? '';
  const limitAt = Number(/y1="([\d.]+)"/.exec(capBandsFigure(input).match(/<line[^>]*alert[^>]*>/)?.[0] ?? '')?.[1]);
  const heights = [...capBandsFigure(input).matchAll(/<circle[^>]*cy="([\d.]+)"[^>]*r="2.4"/g)].map(([, y]) =>
    Number(y),
  );
  expect(limit).not.toBe('');
  expect(heights[1]).toBeLessThan(limitAt);
  expect(heights[0]).toBeGreaterThan(limitAt);
});

test('goods by month: each cell names its rows and what should be asked', () => {
  const svg = goodsMatrixFigure({
    title: 'Goods by month',
    codes: [{ code: '270112', words: 'coal' }],
    months: ['2018-01', '2018-02'],
    cells: [
      {
        code: '270112',
        month: '2018-02',
        status: 'prohibited',
        figure: '12 t',
        marks: ['country-confusion'],
        rows: ['x.csv row 4'],
      },
    ],
  });
  expect(svg).toContain('270112, 2018-02: 12 t, prohibited; to be asked: country-confusion (x.csv row 4)');
  expect(svg).not.toMatch(/NaN|undefined/);
});
