import { type Case, outOf } from '../cases.ts';
import { stated } from './facts.ts';

export const exportsOfTheTarget: readonly Case[] = [
  outOf('2016-11-29', 'statue', 'not-covered'),
  outOf('2016-11-30', 'statue', 'approval-required', ['2321 OP29']),
  outOf('2016-11-30', 'statue', 'exempt', ['2321 OP29'], stated('committee-approved')),
  outOf('2017-08-04', '0306', 'not-covered'),
  outOf('2017-08-05', '0306', 'prohibited', ['2371 OP9']),
  outOf('2017-09-04', '0306', 'exempt', ['2371 OP9'], { contractDate: '2017-08-01' }),
  outOf('2017-09-05', '0306', 'prohibited', ['2371 OP9'], { contractDate: '2017-08-01' }),
  outOf('2017-12-21', 'fishing rights', 'not-covered'),
  outOf('2017-12-22', 'fishing rights', 'prohibited', ['2397 OP6']),
  outOf('2017-09-10', '6109', 'not-covered'),
  outOf('2017-09-11', '6109', 'prohibited', ['2375 OP16']),
  outOf('2017-12-10', '6109', 'exempt', ['2375 OP16'], { contractDate: '2017-09-10' }),
  outOf('2017-12-10', '6109', 'prohibited', ['2375 OP16'], { contractDate: '2017-09-11' }),
  outOf('2017-12-11', '6109', 'prohibited', ['2375 OP16'], { contractDate: '2017-09-10' }),
  outOf('2017-12-21', '8501', 'not-covered'),
  outOf('2017-12-22', '8501', 'prohibited', ['2397 OP6']),
  outOf('2018-01-21', '8501', 'exempt', ['2397 OP6'], { contractDate: '2017-12-21' }),
  outOf('2018-01-22', '8501', 'prohibited', ['2397 OP6'], { contractDate: '2017-12-21' }),
  outOf('2018-01-21', '0802', 'prohibited', ['2397 OP6'], { contractDate: '2017-12-22' }),
  outOf('2018-06-01', '4407', 'prohibited', ['2397 OP6']),
  outOf('2018-06-01', '2519', 'prohibited', ['2397 OP6']),
  outOf('2018-06-01', '8901', 'prohibited', ['2397 OP6']),
  outOf('2018-06-01', '6704', 'not-covered'),
  outOf('2018-06-01', '8703', 'not-covered'),
];
