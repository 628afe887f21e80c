import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runDossier } from '../../src/app/intake/run.ts';
import { silentProgress } from '../../src/app/progress.ts';
import type { ReportModel } from '../../src/report/model/model.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const CALLS = `date,vessel,imo,dwt,load_low,load_high,product,origin,source_url,note
2018-06-20,Ship A,9000001,60000,0.6,0.9,,RU,https://example.org/a,
2019-01-20,Ship A,9000001,6000,0.6,0.9,,RU,https://example.org/a,
2019-04-02,Ship A,9000001,64000,0.6,0.9,,RU,https://example.org/c,
`;
const NOTIFIED = `period,supplier,tonnes,barrels,product,as_of,source_url,note
2019-01,CN,,20000,,2019-03-01,,
2019-03,CN,,30000,,2019-05-01,,
2019-04,RU,5000,,,2019-06-01,,
`;
const CUSTOMS = `数据年月,商品编码,商品名称,贸易伙伴编码,贸易伙伴名称,第一数量,第一计量单位,第二数量,第二计量单位,美元
201903,27011210,coking coal,109,朝鲜,"1,200,000",千克,0,,"120,000"
201803,27011210,coking coal,109,朝鲜,"900,000",千克,0,,"90,000"
`;

async function run(
  files: Readonly<Record<string, string>>,
): Promise<{ html: string; model: ReportModel; bytes: string }> {
  const folder = join(temporaryFolder(), 'dossier');
  mkdirSync(folder);
  const yaml = [
    'title: A year',
    'period: { from: "2019-01-01", to: "2019-12-31" }',
    'sources:',
    '  - { id: desk, name: The desk, kind: newsroom }',
    'documents:',
  ];
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), text);
    yaml.push(`  - { file: ${name}, source: desk, published: "2020-01-01" }`);
  }
  writeFileSync(join(folder, 'dossier.yaml'), `${yaml.join('\n')}\n`);
  const out = join(temporaryFolder(), 'out');
  await runDossier({
    dossier: folder,
    workspace: join(temporaryFolder(), 'workspace'),
    formats: ['html', 'json'],
    out,
    clock: '2024-12-01',
    progress: silentProgress,
  });
  const bytes = readFileSync(join(out, 'report.json'), 'utf8');
  return { html: readFileSync(join(out, 'report.html'), 'utf8'), model: JSON.parse(bytes) as ReportModel, bytes };
}

const STATEMENT = { 'a.txt': 'China said that it had supplied refined petroleum to North Korea in June 2019.' };

describe('the annex of trade figures', () => {
  let html: string;
  let model: ReportModel;
  beforeAll(async () => {
    ({ html, model } = await run({ ...STATEMENT, 'calls.csv': CALLS, 'notified.csv': NOTIFIED, '进口.csv': CUSTOMS }));
  }, 120_000);

  it('sets each file of the dossier beside the cap of its period, by itself, a panel a factor', () => {
    const caps = model.trade?.caps ?? [];
    expect(caps.map(({ provision, period }) => `${provision} ${period.from}`)).toEqual([
      'S/RES/2397(2017) OP5 2019-01-01',
    ]);
    expect(caps[0]?.unnamed).toEqual(['calls.csv']);
    expect(
      caps[0]?.totals.map(({ source, factor, low, high, atLeast }) => [source, factor, low, high, atLeast]),
    ).toEqual([
      ['calls.csv', '8.33', '349860', '524790', false],
      ['calls.csv', '7.5', '315000', '472500', false],
      ['notified.csv', '8.33', '91650', '91650', false],
      ['notified.csv', '7.5', '87500', '87500', false],
    ]);
    expect(caps[0]?.pictures[0]?.panels).toHaveLength(2);
    expect(caps[0]?.pictures[0]?.panels[0]?.bands[1]?.gaps).toEqual([{ period: 'China 2019-02', to: '2019-02-28' }]);
    expect(caps[0]?.totals[0]?.passed.map(({ percent, earliest, latest }) => [percent, earliest, latest])).toEqual([
      [75, '2019-04-02', null],
      [90, '2019-04-02', null],
      [95, '2019-04-02', null],
      [100, '2019-04-02', null],
    ]);
  });

  it('lays figures of officials beside the ledgers of the same goods and days, with factor, day and rows', async () => {
    const { html: page, model: read } = await run({
      'b.txt':
        'The United States said that 1.5 million barrels of refined petroleum had been delivered to North Korea in 2019.',
      'calls.csv': CALLS,
    });
    const [figure, ...others] = read.trade?.stated ?? [];
    expect(others).toEqual([]);
    expect(figure?.beside.map(({ source, factor, low, high, says }) => [source, factor, low, high, says])).toEqual([
      [expect.stringMatching(/^Refined petroleum notified/), '8.33', expect.any(String), expect.any(String), 'open'],
      [expect.stringMatching(/^Refined petroleum notified/), '7.5', expect.any(String), expect.any(String), 'open'],
      ['calls.csv (estimate)', '8.33', '349860', '524790', 'more'],
      ['calls.csv (estimate)', '7.5', '315000', '472500', 'more'],
    ]);
    expect(page).toContain('Figures that claims state, beside the ledgers');
    expect(page).toMatch(/figures that ship with the program; rows [\d, ]+\)/);
    expect(page).toContain('what is counted, the factor, the day as of which it is said');
    expect(read.comparisons.flatMap(({ relations }) => relations.map(({ relation }) => relation))).not.toContain(
      'contradicts',
    );
  });

  it('sets the goods that a ban touched against the months of the dossier’s period', () => {
    expect(model.trade?.goods.map(({ year }) => year)).toEqual(['2019']);
    const [goods] = model.trade?.goods ?? [];
    expect(goods?.rows.find(({ source }) => source === '进口.csv')).toMatchObject({
      row: 1,
      code: '27011210',
      status: 'prohibited',
      provisions: [{ provision: 'S/RES/2371(2017) OP8' }],
    });
    expect(goods?.matrices[0]?.cells.find(({ code }) => code === '270112')?.rows).toEqual(['进口.csv row 1']);
  });

  it('is drawn as vectors in the page, with the rows behind every point in a table', () => {
    const annex = html.slice(html.indexOf('id="annex-trade"'), html.indexOf('id="annex-evidence"'));
    expect(annex.match(/<svg/g)?.length).toBe(6);
    expect(annex).toContain('Rows of calls.csv name no goods; they are taken as goods of this cap here.');
    expect(annex.replace(/<[^>]+>/g, '|')).toMatch(/2019-04-02\|+349,860 to 524,790\|+3\|/);
    expect(annex).not.toContain('notified:petroleum');
    expect(annex).not.toContain('<img');
  });

  it('is not there where no document is a file of trade figures', async () => {
    const without = await run(STATEMENT);
    expect(without.model.trade).toBeUndefined();
    expect(without.bytes.includes('"trade"')).toBe(false);
    expect(without.html.includes('annex-trade')).toBe(false);
  }, 120_000);
});
