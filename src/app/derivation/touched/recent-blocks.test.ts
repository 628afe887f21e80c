import { beforeEach, expect, it } from 'vitest';
import type { Blocks, HeldBlock } from '../../../store/blocks.ts';
import { openRecentBlocks } from './recent-blocks.ts';

const ROWS: readonly HeldBlock[] = Array.from({ length: 12 }, (_, at) => ({
  claim: `c-${at % 6}`,
  document: `d-${at % 2}`,
  kind: at < 6 ? 'figures' : 'event',
  item: `i-${at}`,
  block: `b-${at % 3}`,
}));
const asked: (readonly [string, ...(readonly string[])])[] = [];
const tables = {
  within: async (kind: string, blocks: readonly string[]) => {
    asked.push([kind, ...blocks]);
    return ROWS.filter((row) => row.kind === kind && blocks.includes(row.block));
  },
  of: async (claims: readonly string[]) => {
    asked.push(['of', ...claims]);
    return ROWS.filter(({ claim }) => claims.includes(claim));
  },
  around: async (claims: readonly string[], reach: number) => {
    asked.push([`around ${reach}`, ...claims]);
    return claims.map((claim) => ({ claim, around: claim, document: `${reach}` }));
  },
} as Partial<Blocks> as Blocks;
const sorted = (rows: readonly HeldBlock[]) => rows.map(({ item }) => item).sort();

beforeEach(() => void asked.splice(0));

it('asks for what it does not know alone, and gives all that the tables would', async () => {
  const blocks = openRecentBlocks().over(tables);
  await blocks.within('figures', ['b-0', 'nothing']);
  const all = await blocks.within('figures', ['b-0', 'b-1', 'nothing']);
  expect(sorted(all)).toEqual(sorted(ROWS.filter(({ kind, block }) => kind === 'figures' && block !== 'b-2')));
  await blocks.within('event', ['b-0']);
  await blocks.of(['c-1', 'c-9']);
  expect(sorted(await blocks.of(['c-9', 'c-1', 'c-2']))).toEqual(
    sorted(ROWS.filter(({ claim }) => claim === 'c-1' || claim === 'c-2')),
  );
  expect(asked).toEqual([
    ['figures', 'b-0', 'nothing'],
    ['figures', 'b-1'],
    ['event', 'b-0'],
    ['of', 'c-1', 'c-9'],
    ['of', 'c-2'],
  ]);
});

it('does not give for one distance what stands within another', async () => {
  const blocks = openRecentBlocks().over(tables);
  await blocks.around(['c-1'], 600);
  expect(await blocks.around(['c-1'], 10)).toEqual([{ claim: 'c-1', around: 'c-1', document: '10' }]);
});

it('gives all rows where there is room for few, and asks again for what it forgot', async () => {
  const recent = openRecentBlocks(8);
  const blocks = recent.over(tables);
  const all = ['b-0', 'b-1', 'b-2'];
  for (let round = 0; round < 2; round++)
    expect(sorted(await blocks.within('event', all))).toEqual(sorted(ROWS.filter(({ kind }) => kind === 'event')));
  recent.clear();
  asked.splice(0);
  await blocks.within('event', ['b-2']);
  expect(asked).toEqual([['event', 'b-2']]);
});
