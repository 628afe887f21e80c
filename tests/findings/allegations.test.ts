import { describe, expect, it } from 'vitest';
import { extractClaims } from '../../src/claims/extraction.ts';
import type { Claim } from '../../src/claims/model/claim.ts';
import { readTextLayer } from '../../src/documents/read.ts';
import { contradictionsIn } from '../../src/findings/allegations/contradiction.ts';
import { testAllegations } from '../../src/findings/allegations/test-allegations.ts';
import { compareFigures } from '../../src/findings/comparison/comparison-topic.ts';
import { type Hearing, UNHEARD } from '../../src/findings/model/hearing.ts';
import { loadRegime } from '../../src/regime/loading/load.ts';
import { claimOf, quantityOf } from './sample-claim.ts';

const regime = loadRegime('un-1718');
const test = (claims: readonly Claim[], options: { origins?: number; published?: string; hearing?: Hearing } = {}) =>
  testAllegations(claims, {
    regime,
    publishedOf: () => options.published ?? '2024-06-10',
    originsOf: () => options.origins ?? 1,
    contradictions: contradictionsIn(compareFigures(claims, () => null)),
    hearingOf: () => options.hearing ?? UNHEARD,
  });

const shells = {
  predicate: 'transferred',
  roles: { agent: ['Pyongyang'], recipient: ['Moscow'], object: ['artillery shells'] },
} as const;

describe('allegations tested against the provisions', () => {
  it('resolves seats of government to States and the thing to the goods of the law', () => {
    const [finding] = test([claimOf(shells)]);
    expect(finding?.allegation).toMatchObject({ act: 'supply', from: 'KP', to: 'RU', inference: null });
    expect(finding?.assessment.verdict).toBe('prohibited');
    expect(finding?.title).toBe('Transfer of artillery shells from North Korea to Russia');
  });

  it.each([
    'North Korea shipped artillery shells to Russia and received refined petroleum from Moscow.',
    'In May 2024 North Korea sent artillery shells to Russia, while Russia supplied refined petroleum to North Korea.',
  ])('tests both deeds of one sentence: %s', async (text) => {
    const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'story.txt' });
    const source = { name: 'Nordic Wire', kind: 'newsroom' } as const;
    const findings = test(extractClaims(layer, { source, published: '2024-06-10' }));
    expect(findings.map(({ allegation: { from, to, goods } }) => [from, to, goods]).sort()).toEqual([
      ['KP', 'RU', 'Artillery shell'],
      ['RU', 'KP', 'Refined petroleum products'],
    ]);
  });

  it('tests the rows of a table', async () => {
    const page = `<article><h2>Trade</h2><table><tr><th>Date</th><th>Exporter</th><th>Importer</th><th>Goods</th><th>Tonnes</th></tr>
      <tr><td>May 2024</td><td>DPRK</td><td>China</td><td>coal</td><td>900</td></tr></table></article>`;
    const layer = await readTextLayer(new TextEncoder().encode(page), { name: 'annex.html' });
    const source = { name: 'Nordic Wire', kind: 'newsroom' } as const;
    const [finding] = test(extractClaims(layer, { source, published: '2024-06-10' }));
    expect(finding?.allegation).toMatchObject({ from: 'KP', to: 'CN', goods: 'Coal' });
    expect(finding?.assessment.verdict).toBe('prohibited');
  });

  it('takes the giver of arms from what they are called after, and says that this is inferred', () => {
    const [finding] = test([
      claimOf({ predicate: 'fired', roles: { agent: ['Russia'], instrument: ['North Korean ballistic missiles'] } }),
    ]);
    expect(finding?.allegation).toMatchObject({ from: 'KP', to: 'RU' });
    expect(finding?.allegation.inference).toMatch(/were transferred/);
  });

  it('infers nothing when a State uses its own arms', () => {
    expect(
      test([
        claimOf({ predicate: 'fired', roles: { agent: ['North Korea'], object: ['North Korean ballistic missiles'] } }),
      ]),
    ).toEqual([]);
  });

  it('makes no finding of what the regime does not cover', () => {
    const trade = {
      predicate: 'transferred',
      roles: { agent: ['Brazil'], recipient: ['Germany'], object: ['coal'] },
    } as const;
    expect(test([claimOf(trade)])).toEqual([]);
  });

  it('makes no finding of plans and demands', () => {
    expect(test([claimOf({ ...shells, modality: 'intends' }), claimOf({ ...shells, modality: 'calls-for' })])).toEqual(
      [],
    );
  });

  it('gathers claims on one matter and keeps each', () => {
    const claims = [claimOf(shells), claimOf({ ...shells, roles: { ...shells.roles, agent: ['North Korea'] } })];
    const findings = test(claims);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.claims).toEqual(claims.map(({ id }) => id));
  });

  it('follows the law and its watching through time, as of the regime and not of today', () => {
    const [finding] = test([
      claimOf({ ...shells, when: { from: '2024-01-02', to: '2024-01-02', raw: 'on 2 January' } }),
    ]);
    expect(finding?.activity.date).toBe('2024-01-02');
    expect(finding?.changes.map(({ date }) => date)).toEqual(
      expect.arrayContaining(['2024-01-02', '2024-05-01', '2024-10-16']),
    );
    expect(new Set(finding?.changes.map(({ verdict }) => verdict))).toEqual(new Set(['prohibited']));
  });

  it('gives the status by rule', () => {
    expect(test([claimOf(shells)])[0]?.status).toBe('single-source');
    expect(test([claimOf(shells), claimOf(shells)], { origins: 2 })[0]?.status).toBe('corroborated');
    expect(test([claimOf({ ...shells, claimant: { name: 'unnamed', kind: 'unnamed' } })])[0]?.status).toBe('alleged');
  });

  it('is contested by figures that exclude each other, in the goods that they count alone', () => {
    const sides = { predicate: 'transferred', roles: { agent: ['Russia'], recipient: ['North Korea'] } } as const;
    const barrels = (low: string, high: string) => quantityOf('refined petroleum', low, high, { unit: 'barrel' });
    const findings = test([
      claimOf({ ...sides, quantities: [barrels('500000', '500000'), quantityOf('S-300', '2', '2')] }),
      claimOf({ ...sides, quantities: [barrels('900000', '900000')] }),
    ]);
    expect(findings.map(({ title, status }) => [title, status])).toEqual([
      ['Transfer of refined petroleum products from Russia to North Korea', 'contested'],
      ['Transfer of surface-to-air missile systems from Russia to North Korea', 'single-source'],
    ]);
  });

  it('reads the goods in the words of the source, and not what a load could have been', () => {
    const guns = claimOf({
      ...shells,
      roles: { agent: ['Pyongyang'], recipient: ['Moscow'], object: ['heavy guns'] },
      quantities: [quantityOf('gun', '200', null, { raw: 'more than 200 heavy guns' })],
    });
    expect(test([guns]).map(({ title }) => title)).toEqual([
      'Transfer of large-calibre artillery guns from North Korea to Russia',
    ]);
    const load = claimOf({
      ...shells,
      quote: 'Pyongyang shipped 5,000 containers to Moscow, enough for more than 2 million shells or 400,000 rockets.',
      roles: { agent: ['Pyongyang'], recipient: ['Moscow'], object: ['containers'] },
      quantities: [
        quantityOf('container', '5000', '5000', { raw: '5,000 containers' }),
        quantityOf('shell', '2000000', null, { raw: 'more than 2 million shells' }),
        quantityOf('rocket', '400000', '400000', { raw: '400,000 rockets' }),
      ],
    });
    expect(test([load])).toEqual([]);
    const held = {
      ...load,
      quote: 'Pyongyang shipped containers with more than 2 million shells and 400,000 rockets to Moscow.',
    };
    expect(test([held])).toHaveLength(2);
    const rounds = claimOf({ ...shells, roles: { ...shells.roles, object: ['rounds', 'rocket ammunition'] } });
    expect(test([rounds]).map(({ title }) => title)).toEqual(['Transfer of ammunition from North Korea to Russia']);
    const turned = claimOf({ ...shells, roles: { ...shells.roles, object: ['rounds of artillery'] } });
    expect(test([turned])[0]?.title).toBe('Transfer of artillery shells from North Korea to Russia');
    const both = claimOf({
      ...shells,
      roles: { ...shells.roles, object: ['rounds'] },
      quantities: [quantityOf('round', null, '9', { raw: '9 rounds of artillery and rocket ammunition' })],
    });
    expect(test([both]).map(({ title }) => title)).toEqual(['Transfer of ammunition from North Korea to Russia']);
  });

  it('takes the giver from where the sentence says that the arms were made', () => {
    const fired = (quote: string) =>
      claimOf({ predicate: 'fired', quote, roles: { agent: ['Russia'], object: ['ballistic missiles'] } });
    for (const quote of [
      'He said that Russia fired 24 ballistic missiles made in North Korea at Ukraine.',
      'Russia fired ballistic missiles that were produced in North Korea.',
      'Russia fired ballistic missiles of North Korean origin.',
    ])
      expect(test([fired(quote)])[0]?.allegation, quote).toMatchObject({ from: 'KP', to: 'RU' });
    expect(test([fired('Russia fired ballistic missiles from Kursk at Ukraine.')])).toEqual([]);
  });

  it('counts a denial of any weapons against each kind of them', () => {
    const denial = claimOf({
      predicate: 'procured',
      claimant: { name: 'Russia', kind: 'state', country: 'RU' },
      polarity: 'denies',
      quote: 'Russia denies that it received any weapons from North Korea.',
      roles: { object: ['weapons'] },
    });
    for (const object of ['artillery guns', 'self-propelled guns', 'rocket ammunition', 'ballistic missiles']) {
      const alleged = claimOf({ ...shells, roles: { ...shells.roles, object: [object] } });
      expect(test([alleged, denial])[0]?.status, object).toBe('contested');
      const back = claimOf({ ...shells, roles: { agent: ['Russia'], recipient: ['North Korea'], object: [object] } });
      expect(test([back, denial])[0]?.status, object).toBe('single-source');
    }
  });

  it('prints a denial of a party as dissent, and no denial of somebody else', () => {
    const denial = claimOf({
      ...shells,
      claimant: { name: 'Russia', kind: 'state', country: 'RU' },
      polarity: 'denies',
      quote: 'It denied the transfer.',
    });
    const other = claimOf({
      predicate: 'denied',
      claimant: { name: 'Peru', kind: 'state', country: 'PE' },
      polarity: 'denies',
      quote: 'It denied any transfer.',
    });
    const [finding] = test([claimOf(shells), denial, other]);
    expect(finding?.status).toBe('contested');
    expect(finding?.dissents.map(({ by }) => by)).toEqual(['Russia']);
  });

  it('holds a denial of one time against no other', () => {
    const in2024 = claimOf({ ...shells, when: { from: '2024-01-01', to: '2024-03-31', raw: 'early in 2024' } });
    const statusAfter = (from: string | null, to: string | null) =>
      test([in2024, claimOf({ ...shells, polarity: 'denies', when: { from, to, raw: null } })])[0]?.status;
    for (const [from, to] of [
      [null, '2023-12-31'],
      ['2024-04-01', null],
    ] as const)
      expect(statusAfter(from, to)).toBe('single-source');
    for (const [from, to] of [
      [null, null],
      ['2023-01-01', '2024-01-01'],
      ['2024-02-01', '2024-02-02'],
      ['2024-03-31', null],
    ] as const)
      expect(statusAfter(from, to)).toBe('contested');
  });

  it('leaves a rejected claim out', () => {
    expect(test([claimOf({ ...shells, status: 'rejected' })])).toEqual([]);
  });
});
