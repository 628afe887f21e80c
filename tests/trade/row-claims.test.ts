import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Claim } from '../../src/claims/model/claim.ts';
import { jsonLines, panel } from '../cli/command.ts';
import { DELIVERIES, lines, PETROLEUM } from './made-files.ts';

const NOTIFIED = lines(
  PETROLEUM,
  '2023-02,RU,,105845,,2024-01-26,https://example.org/a,',
  '2023,RU,,105845,,2024-01-26,https://example.org/a,',
  '2023,CN+RU,,362706,,2024-03-21,https://example.org/b,',
  '2023,RU,,99000,,2024-01-26,https://example.org/c,a second report of the day',
);
const CUSTOMS = `数据年月,商品编码,商品名称,贸易伙伴编码,贸易伙伴名称,第一数量,第一计量单位,第二数量,第二计量单位,美元
201803,27011210,coking coal,109,朝鲜,"1,200,000",千克,0,,"120,000"
201804,27011210,coking coal,133,韩国,"900,000",千克,0,,"90,000"
`;
const CALLS = lines(DELIVERIES, '2023-01-20,Ship A,9000001,6000,0.6,0.9,refined petroleum,RU,,');
const STATEMENT =
  'The United States said that Russia had delivered 1.5 million barrels of refined petroleum to North Korea in 2023.\n';

describe('rows of trade figures as claims', () => {
  const folder = mkdtempSync(join(tmpdir(), 'panel-row-claims-'));
  const workspace = join(folder, 'ws');
  const place = ['--workspace', workspace];
  const claims = async (): Promise<readonly Claim[]> =>
    jsonLines((await panel('claims', ...place, '--json')).out) as unknown as readonly Claim[];
  const make = async (...args: readonly string[]) =>
    await panel('trade', 'claim', ...args, ...place, '--by', 'Ada Panel', '--reason', 'used', '--json');
  beforeAll(async () => {
    writeFileSync(join(folder, 'notified.csv'), NOTIFIED);
    writeFileSync(join(folder, '进口.csv'), iconv.encode(CUSTOMS, 'gbk'));
    writeFileSync(join(folder, 'calls.csv'), CALLS);
    writeFileSync(join(folder, 's.txt'), STATEMENT);
    const files = ['notified.csv', '进口.csv', 'calls.csv', 's.txt'].map((name) => join(folder, name));
    await panel('add', ...files, '--source', 'The desk', '--published', '2024-05-01', ...place);
  });

  it('are nobody’s claims before somebody makes them', async () => {
    expect((await claims()).map(({ claimant }) => claimant.name)).toEqual(['United States']);
  });

  it('are claims of the State that notifies, with the row as passage and the day of the figure', async () => {
    expect((await make('notified.csv', '2')).code).toBe(0);
    const claim = (await claims()).find(({ claimant }) => claimant.name === 'Russia');
    expect(claim).toMatchObject({
      claimant: { name: 'Russia', kind: 'state', country: 'RU' },
      relay: [{ name: 'The desk' }],
      quote: '2023\tRU\t105845\t2024-01-26\thttps://example.org/a',
      predicate: 'transferred',
      modality: 'states',
      status: 'accepted',
      roles: { agent: ['Russia'], recipient: ['North Korea'], object: ['refined petroleum'] },
      when: { from: '2023-01-01', to: '2023-12-31', raw: '2023' },
      quantities: [
        {
          counts: 'refined petroleum',
          unit: 'barrel',
          qualifier: 'exactly',
          low: '105845',
          high: '105845',
          raw: '105845',
          window: { from: '2023-01-01', to: '2023-12-31' },
          series: { kind: 'notified', authority: 'Russia', asOf: '2024-01-26' },
        },
      ],
    });
  });

  it('are claims of customs, in the base unit and in money, quoted as their file has them', async () => {
    await make('进口.csv', '1');
    const claim = (await claims()).find(({ claimant }) => claimant.kind === 'state-organ');
    expect(claim).toMatchObject({
      claimant: { name: 'customs of China', country: 'CN' },
      roles: { agent: ['North Korea'], recipient: ['China'], object: ['coking coal'] },
      quantities: [
        { counts: 'coking coal', unit: 'tonne', low: '1200', high: '1200', raw: '1,200,000' },
        { counts: 'USD', of: 'coking coal', low: '120000', high: '120000', raw: '120,000' },
      ],
    });
  });

  it('of a list of calls are an assessment of whoever made it, with the whole row for a figure worked out of it', async () => {
    await make('calls.csv', '1');
    const claim = (await claims()).find(({ modality }) => modality === 'assesses');
    expect(claim).toMatchObject({
      claimant: { name: 'The desk' },
      relay: [],
      quantities: [{ unit: 'tonne', qualifier: 'between', low: '3600', high: '5400' }],
    });
    expect(claim?.quantities[0]?.raw).toBe(claim?.quote);
  });

  it.each([
    ['notified.csv', '3', /several States or of an area/],
    ['进口.csv', '2', /no figure of the State under measures/],
    ['notified.csv', '9', /no figure/],
    ['notified:petroleum', '1', /no document of the workspace/],
  ])('are none where nobody stands behind them: %s row %s', async (file, row, message) => {
    const answer = await make(file, row);
    expect(answer.code).not.toBe(0);
    expect(answer.err).toMatch(message);
    expect(answer.out).toBe('');
  });

  it('contradict no statement of others, whatever its number, and none as of another day', async () => {
    await make('notified.csv', '1');
    const relations = async (): Promise<readonly string[]> => {
      const all = await claims();
      const own = all.filter(({ claimant }) => claimant.name === 'Russia');
      const others = all.filter(({ claimant }) => claimant.name !== 'Russia');
      expect(own.length).toBeGreaterThan(0);
      const { compareFigureOf } = await import('../../src/claims/comparison/figure-comparison.ts');
      return own.flatMap((a) =>
        others.flatMap((b) =>
          a.quantities.flatMap((quantity) =>
            b.quantities.map(
              (other) => compareFigureOf({ claim: a, quantity }, { claim: b, quantity: other }).relation,
            ),
          ),
        ),
      );
    };
    expect(new Set(await relations())).toEqual(new Set(['incomparable']));
  });

  it('are taken back as every act is', async () => {
    const before = (await claims()).length;
    const [act] = jsonLines((await make('notified.csv', '4')).out);
    expect(await claims()).toHaveLength(before + 1);
    await panel('claims', 'undo', String(act?.id), ...place, '--by', 'Ada Panel');
    expect(await claims()).toHaveLength(before);
  });
});
