import { act, type Case } from '../cases.ts';

export const ships: readonly Case[] = [
  act(
    '2017-09-10',
    'ship-to-ship-transfer',
    { goods: { hs: '0303' }, from: 'KP', to: 'CN', circumstances: ['partner-vessel-flag:KP'] },
    'prohibited',
    ['2371 OP9'],
  ),
  act(
    '2017-09-11',
    'ship-to-ship-transfer',
    { goods: { hs: '0303' }, from: 'KP', to: 'CN', circumstances: ['partner-vessel-flag:KP'] },
    'prohibited',
    ['2375 OP11'],
  ),
  act(
    '2017-09-10',
    'ship-to-ship-transfer',
    { goods: { hs: '2710' }, from: 'RU', to: 'KP', circumstances: ['partner-vessel-flag:KP'] },
    'not-covered',
  ),
  act(
    '2017-09-11',
    'ship-to-ship-transfer',
    { goods: { hs: '2710' }, from: 'RU', to: 'KP', circumstances: ['partner-vessel-flag:KP'] },
    'prohibited',
    ['2375 OP11'],
  ),
  act('2018-06-01', 'ship-to-ship-transfer', { goods: { hs: '1006' }, from: 'RU', to: 'KP' }, 'undetermined', [
    '2375 OP11',
  ]),
  act(
    '2018-06-01',
    'ship-to-ship-transfer',
    { goods: { hs: '1006' }, from: 'RU', to: 'CN', circumstances: ['partner-vessel-flag:PA'] },
    'not-covered',
  ),
  act('2016-03-01', 'registration', { from: 'SG', to: 'KP' }, 'not-covered'),
  act('2016-03-02', 'registration', { from: 'SG', to: 'KP' }, 'prohibited', ['2270 OP20']),
  act('2016-11-30', 'registration', { from: 'KP', to: 'MN' }, 'prohibited', ['2321 OP24']),
  act('2016-11-29', 'registration', { from: 'KP', to: 'MN' }, 'not-covered'),
  act('2016-11-30', 'registration', { circumstances: ['target-owned-vessel'] }, 'prohibited', ['2321 OP24']),
  act('2016-11-29', 'insurance', { from: 'GB', to: 'KP', circumstances: ['target-owned-vessel'] }, 'prohibited', [
    '2270 OP20',
  ]),
  act('2016-11-30', 'insurance', { from: 'GB', to: 'KP', circumstances: ['target-owned-vessel'] }, 'prohibited', [
    '2321 OP22',
  ]),
  act('2016-03-02', 'vessel-supply', { goods: { name: 'crew services' }, from: 'CN', to: 'KP' }, 'prohibited', [
    '2270 OP19',
  ]),
  act('2018-06-01', 'vessel-supply', { goods: { name: 'vessel charter' }, from: 'CN', to: 'KP' }, 'approval-required', [
    '2321 OP8',
  ]),
  act('2017-08-05', 'vessel-supply', { goods: { name: 'vessel charter' }, from: 'KP', to: 'CN' }, 'approval-required', [
    '2371 OP7',
  ]),
  act('2016-11-30', 'crew-procurement', { from: 'KP', to: 'CN' }, 'prohibited', ['2321 OP23']),
  act('2017-10-03', 'port-entry', { to: 'CN', parties: ['imo-8628597'] }, 'prohibited', ['2371 OP6']),
  act('2017-10-02', 'port-entry', { to: 'CN', parties: ['imo-8628597'] }, 'not-covered'),
  act(
    '2018-06-01',
    'port-entry',
    { to: 'CN', parties: ['imo-8628597'], circumstances: ['return-to-origin'] },
    'exempt',
    ['2371 OP6'],
  ),
  act('2017-12-22', 'insurance', { from: 'GB', circumstances: ['reasonable-grounds'] }, 'prohibited', ['2397 OP11']),
  act('2018-06-01', 'port-entry', { to: 'CN' }, 'not-covered'),
  act('2013-03-07', 'port-entry', { to: 'CN', circumstances: ['inspection-refused'] }, 'prohibited', ['2094 OP17']),
  act('2013-03-07', 'port-entry', { to: 'CN', circumstances: ['inspection-refused', 'emergency'] }, 'exempt', [
    '2094 OP17',
  ]),
];
