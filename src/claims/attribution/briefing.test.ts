import { describe, expect, it } from 'vitest';
import { readTextLayer } from '../../documents/read.ts';
import { extractClaims } from '../extraction.ts';
import type { Claimant } from '../model/claim.ts';

async function claimsIn(text: string, source: Claimant = { name: 'Nordic Wire', kind: 'newsroom' }) {
  const layer = await readTextLayer(Buffer.from(text), { name: 'a.txt' });
  return extractClaims(layer, { source, published: '2024-03-29' });
}
const told = (claims: Awaited<ReturnType<typeof claimsIn>>) =>
  claims.map(({ claimant, relay }) => [claimant.name, ...relay.map(({ name }) => name)].join(' < '));

describe('the record of a briefing', () => {
  it('retells who speaks until the next heading, and whom they quote', async () => {
    const text = [
      'Ida Roos, for the Agency for Refugees, said that a boat had sunk off Skerry. Nine bodies had been recovered.',
      'According to the survivors, 142 people had been on board. The boat carried no radio and sank within 20 minutes.',
    ].join('\n\n');
    expect([...new Set(told(await claimsIn(text)))]).toEqual(['Ida Roos', 'survivors < Ida Roos']);
  });

  it('leaves a newspaper that names a speaker otherwise its own words', async () => {
    const text = 'Ida Roos, an officer, said that a boat had sunk. Norway sold 40 boats to Chad in 2023.';
    expect(told(await claimsIn(text)).at(-1)).toBe('Nordic Wire');
  });
});

describe('a written question', () => {
  it('is nobody’s claim, and its answer is of whoever gives it', async () => {
    const text = [
      'Mette Dahl (Skerry North): To ask the Minister for Trade, how many of the 40 ships he has detained.',
      'Baroness Lund of Wark: We detained 12 ships in 2023.',
    ].join('\n\n');
    const claims = await claimsIn(text, { name: 'Assembly Written Answers', kind: 'newsroom' });
    expect(claims.map(({ claimant, quantities }) => `${claimant.name} ${quantities[0]?.low}`)).toEqual([
      'Lund of Wark 12',
    ]);
  });
});

describe('who is meant', () => {
  it.each([
    ['Norway has accused the firm of selling rifles to Chad, which it denies.', ['firm < Norway', 'Norway']],
    ['The firm was accused by prosecutors of selling rifles to Chad.', ['prosecutors']],
    [
      '"One of the masters told our inspectors that he sold 40 rifles to Chad. He had no papers," Roos said.',
      ['One of the masters < Roos', 'Roos'],
    ],
  ])('%s', async (text, names) => {
    expect(told(await claimsIn(text))).toEqual(names);
  });

  it('leaves open what no construction read, with both who may say it', async () => {
    const [claim] = await claimsIn('The coast guard announced an inquiry after Chad seized 40 rifles.');
    expect([claim?.claimant.kind, claim?.candidates?.claimant]).toEqual([
      'unnamed',
      ['The coast guard', 'Nordic Wire'],
    ]);
  });
});

describe('what nobody knows', () => {
  it.each([
    'We are not in a position to say who fired on the ship.',
    'We are not aware of any evidence that rifles exported from Norway have reached Chad.',
    'The ministry was urged to stop the sale.',
  ])('%s', async (text) => {
    const claims = await claimsIn(text);
    expect(claims.filter(({ predicate, polarity }) => predicate !== 'said' && polarity === 'asserts')).toEqual([]);
  });

  it('tells a plan beside a fact apart', async () => {
    const claims = await claimsIn(
      'The containers arrived at Skerry Terminal from Chad in May 2023 and were due to be loaded onto a ship for Norway.',
    );
    expect(claims.map(({ modality, quote }) => `${modality}: ${quote.slice(0, 12)}`)).toEqual([
      'states: The containe',
      'intends: were due to ',
    ]);
  });
});
