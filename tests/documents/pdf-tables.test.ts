import { describe, expect, it } from 'vitest';
import { extractClaims } from '../../src/claims/extraction.ts';
import { readTextLayer } from '../../src/documents/read.ts';
import { locatorText, passageAt } from '../../src/documents/text/passage.ts';
import type { TextLayer } from '../../src/documents/text/text-layer.ts';
import { expectSound } from './layer-checks.ts';
import { makePdf, type PrintedBar, type PrintedText, setLines } from './pdf-maker.ts';

const COLUMNS = [60, 150, 240, 340, 440, 540];
const HEAD = ['Date', 'Exporter', 'Importer', 'Goods', 'Tonnes'];
const SENT = [
  ['2023-05-01', 'Russia', 'North Korea', 'coal', '1,200'],
  ['2023-06-02', 'Russia', 'North Korea', 'coal', '300'],
  ['2023-07-03', 'Russia', 'North Korea', 'refined oil', '45'],
];
const TITLE: PrintedText = { x: 60, y: 760, size: 11, text: 'Deliveries by sea:' };

async function read(...pages: readonly (readonly (PrintedText | PrintedBar)[])[]): Promise<TextLayer> {
  const layer = await readTextLayer(makePdf(pages), { name: 'report.pdf' });
  expectSound(layer);
  return layer;
}

/** Rows of cells in one line each, `leading` apart. */
const rows = (lines: readonly (readonly string[])[], top: number, leading = 18): PrintedText[] =>
  lines.flatMap((cells, row) =>
    cells.flatMap((text, at) => (text === '' ? [] : [{ x: COLUMNS[at]! + 4, y: top - row * leading, size: 10, text }])),
  );

/** Narrow bars around the cells of a grid whose rows begin at these heights. */
const grid = (ys: readonly number[], without: readonly string[] = []): PrintedBar[] => [
  ...ys.map((y) => ({ x: 60, y, width: 480, height: 0.6 })),
  ...COLUMNS.flatMap((x, column) =>
    ys.slice(1).flatMap((y, row) => {
      const isLeftOut = without.includes(`${row} ${column}`);
      return isLeftOut ? [] : [{ x, y, width: 0.6, height: ys[row]! - y }];
    }),
  ),
];

const cellsOf = (layer: TextLayer): string[] =>
  layer.blocks.flatMap(({ kind, cell, start, end }) =>
    kind === 'table-cell' && cell !== undefined
      ? [
          `${cell.table}:${cell.row}.${cell.column}${cell.columns > 1 ? `-${cell.column + cell.columns - 1}` : ''} ${layer.text.slice(start, end)}`,
        ]
      : [],
  );

const placeOf = (layer: TextLayer, words: string): string => {
  const start = layer.text.indexOf(words);
  return locatorText(passageAt(layer, start, start + words.length));
};

const figuresIn = (layer: TextLayer): (string | undefined)[] =>
  extractClaims(layer, { source: { name: 'Harbour Office', kind: 'state-organ' }, published: null }).map(
    ({ quantities, roles }) => `${roles.agent?.[0]} to ${roles.recipient?.[0]}: ${quantities[0]?.raw}`,
  );

describe('tables of a PDF', () => {
  it('are read by their lines, with cells over several lines and columns', async () => {
    const ys = [745, 725, 705, 672, 652];
    const layer = await read([
      TITLE,
      ...grid(ys, ['0 2']),
      ...rows([['Date', 'Parties', '', 'Goods', 'Tonnes']], 730),
      ...rows([HEAD], 710),
      ...rows([['2023-05-01', 'Russia', 'North', 'coal,', '1,200']], 692),
      ...rows([['', '', 'Korea', 'unwashed', '']], 680),
      ...rows([['2023-06-02', 'Russia', 'North Korea', 'coal', '300']], 658),
      ...setLines(['All of it was weighed at the berth, as the office says in its letter.'], 620),
    ]);
    expect(cellsOf(layer)).toEqual([
      '0:0.0 Date',
      '0:0.1-2 Parties',
      '0:0.3 Goods',
      '0:0.4 Tonnes',
      ...HEAD.map((text, at) => `0:1.${at} ${text}`),
      ...['2023-05-01', 'Russia', 'North Korea', 'coal, unwashed', '1,200'].map((text, at) => `0:2.${at} ${text}`),
      ...['2023-06-02', 'Russia', 'North Korea', 'coal', '300'].map((text, at) => `0:3.${at} ${text}`),
    ]);
    expect(placeOf(layer, '1,200')).toBe('table 1, cell E3, p. 1');
    expect(placeOf(layer, 'Russia\tNorth Korea\tcoal, unwashed')).toBe('table 1, cell B3:D3, p. 1');
    expect(layer.text.endsWith('in its letter.')).toBe(true);
  });

  it('are read by their columns where no lines are, and go on over the page', async () => {
    const layer = await read(
      [TITLE, ...rows([HEAD, ...SENT.slice(0, 2)], 100)],
      [
        ...rows(SENT.slice(2), 780),
        ...rows([['2023-08-04', 'Russia', 'North Korea', 'coal', '77']], 762),
        ...rows([['2023-09-05', 'Russia', 'North Korea', 'coal', '78']], 744),
      ],
    );
    expect(cellsOf(layer).slice(15, 20)).toEqual(SENT[2]!.map((text, at) => `0:3.${at} ${text}`));
    expect(placeOf(layer, '77')).toBe('table 1, cell E5, p. 2');
    expect(figuresIn(layer)).toEqual([
      'Russia to North Korea: 1,200',
      'Russia to North Korea: 300',
      'Russia to North Korea: 45',
      'Russia to North Korea: 77',
      'Russia to North Korea: 78',
    ]);
  });

  it('are another one on the next page where they have headings of their own', async () => {
    const years = (year: number) => [
      ['State', 'Code', 'Unit', String(year), 'Sum'],
      ['Russia', 'RU', 'tonnes', '12', '40'],
      ['China', 'CN', 'tonnes', '13', '50'],
    ];
    const repeated = await read([TITLE, ...rows(years(2022), 100)], rows(years(2022), 780));
    expect(cellsOf(repeated).at(-1)).toBe('0:5.4 50');
    const other = await read([TITLE, ...rows(years(2022), 100)], rows(years(2023), 780));
    expect(cellsOf(other).at(-1)).toBe('1:2.4 50');
    const headed = await read(
      [TITLE, ...rows([[...HEAD.slice(0, 4), 'In barrels'], ...SENT.slice(0, 2)], 100)],
      rows([['Day', ...HEAD.slice(1, 4), 'In 1000 t'], ...SENT.slice(1)], 780),
    );
    expect(cellsOf(headed)).toContain('1:0.0 Day');
    expect(cellsOf(headed).at(-1)).toBe('1:2.4 45');
    const corner = (year: number) => [
      ['', String(year), String(year + 1), 'Sum', 'Share'],
      ['coal', '12', '40', '52', '3%'],
      ['iron', '13', '50', '63', '4%'],
    ];
    const ys = (top: number) => [0, 18, 36, 54].map((below) => top - below);
    const cornered = await read(
      [...grid(ys(112)), ...rows(corner(2018), 100)],
      [...grid(ys(792)), ...rows(corner(2021), 780)],
    );
    expect(cellsOf(cornered)).toContain('1:0.1 2021');
    expect(cellsOf(cornered).at(-1)).toBe('1:2.4 4%');
  });

  it('join the lines of a row that stand closer together than rows', async () => {
    const layer = await read([
      TITLE,
      ...rows([HEAD], 730),
      ...rows([['2023-05-01', 'Russia', 'North', 'coal', '1,200']], 706),
      ...rows([['', '', 'Korea', '', '']], 694),
      ...rows(SENT.slice(1), 670, 24),
    ]);
    expect(figuresIn(layer)[0]).toBe('Russia to North Korea: 1,200');
  });

  it('are none where it stays open which lines are one row', async () => {
    const lines = [HEAD, SENT[0]!, ['', '', '', 'unwashed', ''], SENT[1]!, ['', '', '', 'washed', ''], SENT[2]!];
    const layer = await read([TITLE, ...rows(lines, 730, 14)]);
    expect(cellsOf(layer)).toEqual([]);
    expect(layer.text).toContain('unwashed');
    const two = [
      [HEAD, 700],
      [['3 May', 'Russian', 'South', 'diesel', '900'], 678],
      [['2022', 'Federation', 'Africa', 'fuel', '(850)'], 667],
      [['5 May', 'United', 'North', 'diesel', '800'], 645],
      [['2022', 'Kingdom', 'Korea', 'fuel', '(750)'], 634],
    ] as const;
    expect(cellsOf(await read([TITLE, ...two.flatMap(([cells, y]) => rows([cells], y))]))).toEqual([]);
  });

  it('are none where two stand side by side without a grid', async () => {
    const left = rows([HEAD.slice(0, 3), ...SENT.map((cells) => cells.slice(0, 3))], 700).map((one) => ({
      ...one,
      x: one.x - 30 + ((one.x - 64) / 90) * -20,
    }));
    const right = ['Goods', 'coal', 'iron', 'zinc'].flatMap((text, row) => [
      { x: 400, y: 700 - row * 18, size: 10, text },
      { x: 450, y: 700 - row * 18, size: 10, text: row === 0 ? 'Tonnes' : `${row}00` },
    ]);
    const layer = await read([TITLE, ...left, ...right]);
    expect(cellsOf(layer)).toEqual([]);
    expect(figuresIn(layer)).toEqual([]);
  });

  it('are none where text stands across a line of the grid, or in columns of prose', async () => {
    const crossed = await read([
      ...grid([745, 725, 705, 685]),
      ...rows([HEAD], 730),
      { x: 64, y: 710, size: 10, text: 'what stands here runs over three cells of the grid at once' },
      ...rows([SENT[0]!], 690),
    ]);
    expect(cellsOf(crossed)).toEqual([]);
    const prose = Array.from({ length: 12 }, (_, line) =>
      [60, 230, 400].map((x) => ({ x, y: 700 - line * 13, size: 9, text: `the ship was seen again, say 12 ${line}` })),
    ).flat();
    expect(cellsOf(await read(prose))).toEqual([]);
  });
});
