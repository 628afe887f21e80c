import { type Case, into, outOf } from '../cases.ts';
import { stated, total } from './facts.ts';

export const minerals: readonly Case[] = [
  outOf('2016-03-01', '2701', 'not-covered'),
  outOf('2016-03-02', '2701', 'prohibited', ['2270 OP29']),
  outOf('2016-03-02', '2701', 'exempt', ['2270 OP29'], stated('livelihood')),
  outOf('2016-11-29', '2701', 'exempt', ['2270 OP29'], stated('livelihood')),
  outOf('2016-11-30', '2701', 'undetermined', ['2321 OP26'], stated('livelihood')),
  outOf('2016-11-30', '2701', 'undetermined', ['2321 OP26']),
  outOf('2016-12-15', '2701', 'within-cap', ['2321 OP26'], total('900000', 'tonne', '2016-11-30/2016-12-31')),
  outOf('2016-12-15', '2701', 'cap-exceeded', ['2321 OP26'], total('1000866', 'tonne', '2016-11-30/2016-12-31')),
  outOf('2016-12-31', '2701', 'cap-exceeded', ['2321 OP26'], total('53495894', 'USD', '2016-11-30/2016-12-31')),
  outOf('2016-12-31', '2701', 'cap-exceeded', ['2321 OP26'], total('2000000', 'tonne', '2016-11-30/2016-12-31')),
  outOf('2017-01-01', '2701', 'within-cap', ['2321 OP26'], total('2000000', 'tonne', '2017')),
  outOf('2017-06-01', '2701', 'within-cap', ['2321 OP26'], total('7124999', 'tonne', '2017')),
  outOf('2017-06-01', '2701', 'cap-exceeded', ['2321 OP26'], total('7125000', 'tonne', '2017')),
  outOf('2017-06-01', '2701', 'cap-exceeded', ['2321 OP26'], total('400870018', 'USD', '2017')),
  outOf('2017-06-01', '2701', 'undetermined', ['2321 OP26'], total('1000', 'tonne', '2016')),
  // Whichever is lower: the price can reach the cap before the weight does.
  outOf('2017-06-01', '2701', 'cap-exceeded', ['2321 OP26'], {
    periodTotal: [
      { value: '4000000', unit: 'tonne', period: '2017' },
      { value: '390000000', unit: 'USD', period: '2017' },
    ],
  }),
  outOf('2017-06-01', '2701', 'within-cap', ['2321 OP26'], {
    periodTotal: [
      { value: '4000000', unit: 'tonne', period: '2017' },
      { value: '300000000', unit: 'USD', period: '2017' },
    ],
  }),
  outOf('2017-08-04', '2701', 'within-cap', ['2321 OP26'], total('2000000', 'tonne', '2017')),
  outOf('2017-08-05', '2701', 'prohibited', ['2371 OP8'], total('2000000', 'tonne', '2017')),
  outOf('2017-08-05', '2701', 'prohibited', ['2371 OP8'], stated('livelihood')),
  // The term for older contracts is for iron and iron ore alone.
  outOf('2017-09-04', '2701', 'prohibited', ['2371 OP8'], { contractDate: '2017-08-04' }),
  outOf('2017-08-05', '2601', 'exempt', ['2371 OP8'], { contractDate: '2017-08-04' }),
  outOf('2017-09-04', 'iron ore', 'exempt', ['2371 OP8'], { contractDate: '2017-08-04' }),
  outOf('2017-09-05', '2601', 'prohibited', ['2371 OP8'], { contractDate: '2017-08-04' }),
  outOf('2017-09-04', '2601', 'prohibited', ['2371 OP8'], { contractDate: '2017-08-05' }),
  outOf('2017-09-05', '2701', 'prohibited', ['2371 OP8'], { contractDate: '2017-08-04' }),
  outOf('2018-07-01', '2701', 'prohibited', ['2371 OP8'], { from: 'RU', to: 'KR', origin: 'KP' }),
  outOf('2017-10-01', '2701', 'notice-required', ['2371 OP8'], {
    from: 'RU',
    origin: 'RU',
    via: ['KP'],
    circumstances: ['rajin-transit'],
  }),
  outOf('2017-10-01', '2701', 'exempt', ['2371 OP8'], {
    origin: 'RU',
    circumstances: ['rajin-transit', 'committee-notified'],
  }),
  outOf('2017-10-01', '2701', 'prohibited', ['2371 OP8'], {
    origin: 'KP',
    circumstances: ['rajin-transit', 'committee-notified'],
  }),
  outOf('2016-04-01', '2701', 'notice-required', ['2270 OP29'], { origin: 'RU', circumstances: ['rajin-transit'] }),
  outOf('2017-03-01', '2701', 'exempt', ['2321 OP26'], {
    origin: 'RU',
    circumstances: ['rajin-transit', 'committee-notified'],
  }),
  outOf('2016-03-01', '2601', 'not-covered'),
  outOf('2016-03-02', '2601', 'prohibited', ['2270 OP29']),
  outOf('2017-02-01', '2601', 'prohibited', ['2321 OP26']),
  outOf('2017-02-01', '2601', 'exempt', ['2321 OP26'], stated('livelihood')),
  outOf('2017-08-04', '2601', 'exempt', ['2321 OP26'], stated('livelihood')),
  outOf('2017-08-05', '2601', 'prohibited', ['2371 OP8'], stated('livelihood')),
  outOf('2016-03-01', '7108', 'not-covered'),
  outOf('2016-03-02', '7108', 'prohibited', ['2270 OP30']),
  outOf('2016-11-29', '7403', 'not-covered'),
  outOf('2016-11-30', '7403', 'prohibited', ['2321 OP28']),
  outOf('2017-08-04', '7801', 'not-covered'),
  outOf('2017-08-05', '7801', 'prohibited', ['2371 OP10']),
  outOf('2017-09-04', '2607', 'exempt', ['2371 OP10'], { contractDate: '2017-07-01' }),
  into('2017-08-05', '2701', 'not-covered'),
  into('2016-06-01', '7108', 'not-covered'),
];
