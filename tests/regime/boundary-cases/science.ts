import { act, type Case } from '../cases.ts';

export const science: readonly Case[] = [
  act(
    '2016-03-01',
    'specialised-teaching',
    { from: 'CN', to: 'KP', goods: { name: 'advanced physics' } },
    'not-covered',
  ),
  act(
    '2016-03-02',
    'specialised-teaching',
    { from: 'CN', to: 'KP', goods: { name: 'advanced physics' } },
    'prohibited',
    ['2270 OP17'],
  ),
  act(
    '2016-11-29',
    'specialised-teaching',
    { from: 'KP', to: 'IT', goods: { name: 'materials science' } },
    'not-covered',
  ),
  act(
    '2016-11-30',
    'specialised-teaching',
    { from: 'KP', to: 'IT', goods: { name: 'materials science' } },
    'prohibited',
    ['2321 OP10'],
  ),
  act('2016-11-29', 'scientific-cooperation', { from: 'CN', to: 'KP', goods: { name: 'agronomy' } }, 'not-covered'),
  act(
    '2016-11-30',
    'scientific-cooperation',
    { from: 'CN', to: 'KP', goods: { name: 'agronomy' } },
    'notice-required',
    ['2321 OP11'],
  ),
  act(
    '2016-11-30',
    'scientific-cooperation',
    { from: 'CN', to: 'KP', goods: { name: 'aerospace engineering' } },
    'approval-required',
    ['2321 OP11'],
  ),
  act('2016-11-30', 'scientific-cooperation', { from: 'CN', to: 'KP', goods: { name: 'medical research' } }, 'exempt', [
    '2321 OP11',
  ]),
  act('2006-10-13', 'launch', { from: 'KP' }, 'not-covered'),
  act('2006-10-14', 'launch', { from: 'KP' }, 'prohibited', ['1718 OP2', '1718 OP5']),
  act('2009-06-12', 'launch', { from: 'KP' }, 'prohibited', ['1874 OP2']),
  act('2023-05-31', 'launch', { from: 'KP' }, 'prohibited', ['2397 OP2']),
  act('2023-05-31', 'launch', { from: 'KR' }, 'not-covered'),
];
