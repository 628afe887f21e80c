import { describe, expect, test } from 'vitest';
import { readTextLayer } from '../../documents/read.ts';
import { extractClaims } from '../extraction.ts';
import type { Claimant } from '../model/claim.ts';

const PAPER: Claimant = { name: 'Vest Institute', kind: 'ngo' };

async function passedOn(text: string, source = PAPER): Promise<string[]> {
  const layer = await readTextLayer(Buffer.from(text), { name: 'paper.txt' });
  return extractClaims(layer, { source, published: '2024-06-12' })
    .filter(({ predicate }) => predicate === 'transferred')
    .map(({ claimant, relay }) => [claimant.name, ...relay.map(({ name }) => name)].join(' by '));
}

describe('who was told passes it on', () => {
  test.each([
    ['Several traders told the Panel that the port sold 40 boats to Chad.', 'Several traders by Panel'],
    ['The Panel was told by three brokers that Norway sold rifles to Niger.', 'three brokers by Panel'],
    [
      'A Group of Experts looked into it. Three brokers told the Group that Norway sold rifles to Niger.',
      'Three brokers by Group of Experts',
    ],
    [
      'Vest Shipping did not reply when contacted by Skerrytid and Nordvakt. Ole Dahl told Skerrytid that Norway sold guns to Peru.',
      'Ole Dahl by Skerrytid',
    ],
    ['Documents obtained by the Panel showed a cargo of guns sold by Norway to Chad.', 'Documents by Panel'],
  ])('%s', async (text, said) => expect(await passedOn(text)).toEqual([said]));

  test('but in its own report others tell it', async () => {
    const panel: Claimant = { name: 'Panel of Experts on Niger', kind: 'un-body' };
    expect(await passedOn('Several traders told the Panel that Norway sold 40 boats to Chad.', panel)).toEqual([
      'Several traders',
    ]);
  });

  test.each([
    'Ole Dahl told parliament that Norway sold guns to Peru.',
    'Ole Dahl told the Security Council that Norway sold guns to Peru.',
    'Ole Dahl told reporters that Norway sold guns to Peru.',
    'Ole Dahl told the court that Norway sold guns to Peru.',
    'Ole Dahl told the Group that Norway sold guns to Peru.',
    'Ole Dahl told Lund that Norway sold guns to Peru.',
  ])('%s', async (text) => expect(await passedOn(text)).toEqual(['Ole Dahl']));
});
