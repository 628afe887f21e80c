import { describe, expect, it } from 'vitest';
import { sourcePairs } from '../../src/app/trade/source-pairs.ts';
import { dumbbellsFigure } from '../../src/figures/dumbbells.ts';
import { keepLedger } from '../../src/trade/ledger/ledger.ts';
import { DELIVERIES, lines, PETROLEUM, readMade, regime, terms } from './made-files.ts';

const pairsOf = async () => {
  const files = [
    await readMade(
      'page.csv',
      lines(
        PETROLEUM,
        '2018-03,CN,1200,,,,,',
        '2018-04,CN,3000,,,,,',
        '2018-04,RU,400,,,,,',
        '2018-09,CN,7,,,,,',
        '2018-Q4,CN,9,,,,,',
      ),
    ),
    await readMade(
      'calls.csv',
      lines(
        DELIVERIES,
        '2018-03-14,One,,5000,0.6,0.9,,CN,,',
        '2018-04-02,Two,,2000,0.5,0.5,,CN,,',
        '2018-04-29,Two,,2000,0.5,0.9,,CN,,',
      ),
    ),
  ];
  return sourcePairs(
    keepLedger(regime, terms, files, { provision: 'S/RES/2397(2017) OP5', period: '2018', factors: ['8'], asOf: null }),
  );
};

describe('sources laid side by side month by month', () => {
  it('takes months of which several sources tell, days in their month, and adds no two sources', async () => {
    const [pairs, ...more] = await pairsOf();
    expect(more).toEqual([]);
    expect(pairs).toMatchObject({ unit: 'barrel', factor: '8', sources: ['page.csv', 'calls.csv'] });
    expect(
      pairs?.months.map(({ month, figures, index }) => [month, figures.map(({ low, high }) => [low, high]), index]),
    ).toEqual([
      [
        '2018-03',
        [
          ['9600', '9600'],
          ['24000', '36000'],
        ],
        (2 * (24000 - 9600)) / (24000 + 9600),
      ],
      [
        '2018-04',
        [
          ['27200', '27200'],
          ['16000', '22400'],
        ],
        (2 * (27200 - 22400)) / (27200 + 22400),
      ],
    ]);
    expect(pairs?.months[1]?.figures.map(({ rows }) => rows)).toEqual([
      [2, 3],
      [2, 3],
    ]);
  });

  it('is drawn with a mark a source and said in words', async () => {
    const [pairs] = await pairsOf();
    const svg = pairs === undefined ? '' : dumbbellsFigure(pairs);
    expect(svg).toContain('2018-03: page.csv 9,600, calls.csv 24,000 to 36,000; index 0.86');
    expect(svg.match(/<circle/g)).toHaveLength(6);
    expect(svg).toContain('calls.csv, 2018-04: 16,000 to 22,400 (rows 2, 3)');
  });
});
