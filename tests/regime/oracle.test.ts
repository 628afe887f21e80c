import { describe, expect, test } from 'vitest';
import { assess } from '../../src/regime/evaluation/assess.ts';
import { loadRegime } from '../../src/regime/loading/load.ts';
import type { Verdict } from '../../src/regime/model/assessment.ts';
import { act, type Case, full, into, outOf } from './cases.ts';

const regime = loadRegime('un-1718');
const FORBIDDEN: readonly Verdict[] = ['prohibited', 'cap-exceeded', 'approval-required'];
const tonnes = (value: string, period: string) => ({ value, unit: 'tonne', period });
const barrels = (value: string, period: string) => ({ value, unit: 'barrel', period });

/** Number, case, forbidden, and the instrument of the Panel on that day. */
const oracle: readonly (readonly [string, Case, boolean, string | null])[] = [
  ['1', outOf('2008-07-01', 'rifle', 'not-covered'), false, null],
  ['2', outOf('2010-07-01', 'rifle', 'prohibited', ['1874 OP9']), true, 'S/RES/1928(2010)'],
  ['3', into('2012-07-01', 'rifle', 'notice-required', ['1874 OP10']), false, 'S/RES/2050(2012)'],
  ['4', into('2016-07-01', 'rifle', 'prohibited', ['2270 OP6']), true, 'S/RES/2276(2016)'],
  [
    '5',
    outOf('2016-04-01', 'coal', 'exempt', ['2270 OP29'], { circumstances: ['livelihood'] }),
    false,
    'S/RES/2276(2016)',
  ],
  [
    '6',
    outOf('2017-02-15', 'coal', 'within-cap', ['2321 OP26'], { periodTotal: tonnes('2000000', '2017') }),
    false,
    'S/RES/2276(2016)',
  ],
  [
    '6 in dollars',
    outOf('2017-02-15', 'coal', 'within-cap', ['2321 OP26'], {
      periodTotal: { value: '150000000', unit: 'USD', period: '2017' },
    }),
    false,
    'S/RES/2276(2016)',
  ],
  [
    '7',
    outOf('2017-02-15', 'coal', 'cap-exceeded', ['2321 OP26'], { periodTotal: tonnes('7200000', '2017') }),
    true,
    'S/RES/2276(2016)',
  ],
  ['8', outOf('2017-10-01', 'coal', 'prohibited', ['2371 OP8']), true, 'S/RES/2345(2017)'],
  [
    '9',
    act(
      '2017-10-01',
      'supply',
      {
        goods: { name: 'coal' },
        from: 'RU',
        to: 'CN',
        origin: 'RU',
        via: ['KP'],
        circumstances: ['rajin-transit', 'committee-notified'],
      },
      'exempt',
      ['2371 OP8'],
    ),
    false,
    'S/RES/2345(2017)',
  ],
  [
    '10',
    into('2017-11-15', '2710', 'within-cap', ['2375 OP14'], { periodTotal: barrels('400000', '2017-Q4') }),
    false,
    'S/RES/2345(2017)',
  ],
  [
    '11',
    into('2018-06-01', '2710', 'cap-exceeded', ['2397 OP5'], { periodTotal: barrels('600000', '2018') }),
    true,
    'S/RES/2407(2018)',
  ],
  [
    '12a',
    outOf('2017-12-01', '6203', 'exempt', ['2375 OP16'], { contractDate: '2017-08-15' }),
    false,
    'S/RES/2345(2017)',
  ],
  [
    '12b',
    outOf('2017-12-11', '6203', 'prohibited', ['2375 OP16'], { contractDate: '2017-08-15' }),
    true,
    'S/RES/2345(2017)',
  ],
  ['13a', into('2018-01-01', '8704', 'prohibited', ['2397 OP7']), true, 'S/RES/2345(2017)'],
  ['13b', into('2017-12-01', '8704', 'not-covered'), false, 'S/RES/2345(2017)'],
  [
    '14a',
    act('2019-06-01', 'employment', { from: 'KP', to: 'RU', contractDate: '2017-06-01' }, 'exempt', [
      '2375 OP17',
      '2397 OP8',
    ]),
    false,
    'S/RES/2464(2019)',
  ],
  [
    '14b',
    act('2020-06-01', 'employment', { from: 'KP', to: 'RU', contractDate: '2017-06-01' }, 'prohibited', ['2397 OP8']),
    true,
    'S/RES/2515(2020)',
  ],
  [
    '15a',
    act('2017-06-01', 'vessel-supply', { goods: { hs: '8901' }, from: 'CN', to: 'KP' }, 'not-covered'),
    false,
    'S/RES/2345(2017)',
  ],
  [
    '15b',
    act('2018-06-01', 'vessel-supply', { goods: { hs: '8901' }, from: 'CN', to: 'KP' }, 'prohibited', [
      '2397 OP14',
      '2397 OP7',
    ]),
    true,
    'S/RES/2407(2018)',
  ],
  [
    '16',
    act(
      '2018-06-01',
      'ship-to-ship-transfer',
      {
        goods: { hs: '2710' },
        from: 'RU',
        to: 'KP',
        circumstances: ['partner-vessel-flag:KP'],
        periodTotal: barrels('1000', '2018'),
      },
      'prohibited',
      ['2375 OP11'],
    ),
    true,
    'S/RES/2407(2018)',
  ],
  [
    '17',
    act('2024-01-02', 'supply', { goods: { name: 'ballistic missile' }, from: 'KP', to: 'RU' }, 'prohibited', [
      '1718 OP8(b)',
      '1874 OP9',
      '2270 OP6',
    ]),
    true,
    'S/RES/2680(2023)',
  ],
  [
    '18',
    act('2024-06-01', 'supply', { goods: { name: 'artillery shell' }, from: 'KP', to: 'RU' }, 'prohibited', [
      '1718 OP8(b)',
      '1874 OP9',
      '2270 OP6',
    ]),
    true,
    null,
  ],
  [
    '19',
    act('2025-06-01', 'supply', { goods: { name: 'artillery shell' }, from: 'KP', to: 'RU' }, 'prohibited', [
      '1718 OP8(b)',
      '1874 OP9',
      '2270 OP6',
    ]),
    true,
    null,
  ],
  [
    '20',
    act(
      '2023-02-01',
      'asset-dealing',
      { from: 'CH', to: 'KP', parties: ['un-KPe.001'], circumstances: ['humanitarian-provider'] },
      'exempt',
      ['1718 OP8(d)'],
    ),
    false,
    'S/RES/2627(2022)',
  ],
];

describe('the as-of oracle of the fact base', () => {
  test.each(oracle)('case %s', (_number, { activity, verdict, grounds = [] }, forbidden, panel) => {
    const answer = assess(regime, activity);
    expect(answer.verdict).toBe(verdict);
    expect(FORBIDDEN.includes(answer.verdict)).toBe(forbidden);
    expect(answer.grounds.map((ground) => ground.provision)).toEqual(expect.arrayContaining([...grounds]));
    expect(answer.monitor.panel).toBe(panel === null ? null : `Panel of Experts (${panel})`);
    expect(answer.monitor.committee).toBe('1718 Committee');
  });

  test('after the Panel, the Committee alone watches, and the MSMT from October 2024 on', () => {
    const outside = (date: string) => assess(regime, { date, act: 'launch', from: 'KP' }).monitor.outsideUn;
    expect(outside('2024-06-01')).toEqual([]);
    expect(outside('2024-10-15')).toEqual([]);
    expect(outside('2024-10-16')).toEqual(['MSMT']);
    expect(outside('2025-06-01')).toEqual(['MSMT']);
  });

  test('the carve-out of December 2022 lifts the freezing of assets and no ban on goods', () => {
    const activity = {
      date: '2023-02-01',
      act: 'supply',
      goods: { hs: '8421' },
      from: 'CH',
      to: 'KP',
      circumstances: ['humanitarian-provider'],
    };
    expect(assess(regime, activity).verdict).toBe('prohibited');
    const approved = assess(regime, { ...activity, circumstances: ['humanitarian-provider', 'committee-approved'] });
    expect(approved.verdict).toBe('exempt');
    expect(approved.exemptions).toContainEqual(expect.objectContaining({ provision: full('2397 OP25'), met: true }));
  });
});
