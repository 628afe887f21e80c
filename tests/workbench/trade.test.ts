import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser/launch.ts';
import { isFullCount, sampled } from '../full-count.ts';
import { bringAccessChecker, graveFaultsOf } from './access.ts';
import { panel } from './example-workbench.ts';
import { goThrough } from './focus.ts';
import { type Serving, servePanel } from './serving.ts';
import { settled } from './settled.ts';

/** Calls of one year, the third of which has a line break in a cell; at 60 and 90 per cent of deadweight. */
const CALLS = `date,vessel,imo,dwt,load_low,load_high,product,origin,source_url,note
2019-01-20,Ship A,9000001,6000,0.6,0.9,,RU,https://example.org/a,

2019-03-14,Ship B,9000002,8000,0.6,0.9,,CN,https://example.org/b,
2019-04-02,Ship A,9000001,26000,0.6,0.9,,RU,https://example.org/c,"second
call"
2019-07-09,Ship C,9000003,31000,0.6,0.9,,RU,https://example.org/d,
`;
const CUSTOMS = `数据年月,商品编码,商品名称,贸易伙伴编码,贸易伙伴名称,第一数量,第一计量单位,第二数量,第二计量单位,美元
201803,27011210,coking coal,109,朝鲜,"1,200,000",千克,0,,"120,000"
201804,27011210,coking coal,109,朝鲜,"900,000",千克,0,,"90,000"
`;
/** Under headings that no form has; the third row names no day that there is. */
const LIEFERUNGEN = `Monat,Lieferant,Empfänger,Ware,Menge
2019-05,Russia,North Korea,refined petroleum,4000
2019-06,Russia,North Korea,refined petroleum,5000
2019-13,Russia,North Korea,refined petroleum,6000
`;
const STATEMENT =
  'The United States said that more than one million barrels of refined petroleum had been delivered to North Korea in 2019.\n';
const OTHERS =
  'South Korea said that more than 900,000 barrels of refined petroleum had been delivered to North Korea in 2019.\n';
const CAP_2019 = '/trade?provision=S%2FRES%2F2397(2017)+OP5&period=2019-01-01%2F2019-12-31';

describe.runIf(isFullCount)('the page Trade, on figures that ship and on documents', () => {
  const folder = mkdtempSync(join(tmpdir(), 'panel-trade-'));
  let browser: Browser;
  let serving: Serving;
  const complaints: string[] = [];
  beforeAll(async () => {
    const files = {
      'lieferungen.csv': LIEFERUNGEN,
      'calls.csv': CALLS,
      '进口.csv': CUSTOMS,
      'statement.txt': STATEMENT,
      'others.txt': OTHERS,
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const workspace = join(folder, 'workspace');
    await panel(
      'add',
      ...Object.keys(files).map((name) => join(folder, name)),
      '--source',
      'Desk',
      '--workspace',
      workspace,
    );
    [browser, serving] = await Promise.all([launchBrowser(), servePanel(workspace)]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await serving?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (path: string, look: { width: number; theme: 'light' | 'dark' }): Promise<Page> => {
    const context = await browser.newContext({
      viewport: { width: look.width, height: 900 },
      colorScheme: look.theme,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await bringAccessChecker(page);
    await context.request.get(serving.url);
    await page.goto(serving.address + path);
    await settled(page);
    return page;
  };

  it('draws each source beside the cap under each factor, and says when shares of it are passed', async () => {
    const page = await open(CAP_2019, { width: 1400, theme: 'light' });
    await page.getByRole('img', { name: /S\/RES\/2397\(2017\) OP5, 2019-01-01 to 2019-12-31 Limit of/ }).waitFor();
    const table = page.getByRole('table', { name: /first period at or above each share/ });
    const calls = table.getByRole('row', { name: /^calls\.csv \(estimate\) 8\.33/ });
    // 71,000 t of deadweight at 60 and 90 per cent, by 8.33 barrels a tonne, beside 500,000 barrels.
    expect(await calls.textContent()).toContain('354,858 to 532,287');
    expect(await calls.textContent()).toContain('2019-07-09 at the earliest; not by the low figures');
    expect(await table.getByRole('row', { name: /^Refined petroleum notified .* 8\.33/ }).textContent()).toContain(
      'at least',
    );
    await page.getByRole('textbox', { name: 'Barrels a tonne' }).fill('6');
    await table.getByRole('row', { name: /^calls\.csv \(estimate\) 6 / }).waitFor();
    expect(await table.getByRole('row', { name: /8\.33/ }).count()).toBe(0);
    await page.getByRole('checkbox', { name: /^Refined petroleum notified/ }).uncheck();
    await table
      .getByRole('row', { name: /^Refined petroleum notified/ })
      .first()
      .waitFor({ state: 'detached' });
    expect(page.url()).toContain('without=notified');
    await page.context().close();
  });

  it('leads from a point by keyboard to its row, and from the row to its cells in the document', async () => {
    const page = await open(CAP_2019, { width: 1400, theme: 'light' });
    const points = page.getByRole('table', { name: /Running totals in barrels/ });
    const point = points.getByRole('button', { name: 'row 3 of calls.csv (estimate)' });
    await point.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Rows of calls.csv (estimate)' });
    // A blank line stands above it, and the header above that.
    await dialog.getByRole('heading', { name: 'Row 3, cells A5:J5' }).waitFor();
    await dialog.getByText('26000').waitFor();
    await dialog.getByRole('link', { name: 'Show it in the document' }).click();
    await page.waitForURL(/\/documents\/sha256:[0-9a-f]{64}\?at=\d+-\d+$/);
    await page.locator('.sought', { hasText: '26000' }).waitFor();
    expect(await page.locator('.sought').allTextContents()).toContain('9000001');
    expect(await page.locator('.sought').allTextContents()).not.toContain('9000002');
    await page.context().close();
  });

  it('holds what a claimant states beside the rows of each source, and leads to the passage', async () => {
    const page = await open(CAP_2019, { width: 1400, theme: 'light' });
    const row = page.getByRole('table', { name: /Figures of claimants/ }).getByRole('row', { name: /^United States/ });
    const told = await row.textContent();
    expect(told).toContain(
      '354,858 to 532,287 barrels at 8.33 barrels a tonne rows 1, 2, 3, 4: more than these rows give. Not known to be the same: what is counted, the factor, the day as of which it is said',
    );
    // The Committee's page itself states a greater sum than its months: what is above the months alone is not told apart.
    expect(told).toMatch(
      /Refined petroleum notified[^;]*at least 301,951\.5 barrels at 8\.33 barrels a tonne rows [^:]*: cannot be told/,
    );
    await row.getByRole('link', { name: 'more than one million barrels of refined petroleum' }).click();
    await page.waitForURL(/\/documents\/sha256:[0-9a-f]{64}\?.*claim=/);
    await page.getByText('had been delivered to North Korea in 2019').first().waitFor();
    await page.context().close();
  });

  it('sets goods against months by the law of each, and says of a row what touched it', async () => {
    const page = await open('/trade?view=goods&year=2018', { width: 1400, theme: 'dark' });
    const picture = page.getByRole('img', { name: /Goods that a ban or a cap touched, by month, 2018/ });
    await picture.waitFor();
    expect(await picture.locator('desc').textContent()).toContain(
      '270112, 2018-03: 1,200 tonnes, 120,000 USD, prohibited',
    );
    const grid = page.getByRole('grid', { name: 'Rows' });
    await grid.getByRole('row', { name: /27011210.*2018-03/ }).click();
    const chosen = page.getByRole('region', { name: 'The chosen row' });
    await chosen.getByText('S/RES/2371(2017) OP8').waitFor();
    await chosen.getByRole('button', { name: 'row 1 of 进口.csv (customs)' }).click();
    await page.getByRole('dialog').getByText('coking coal').waitFor();
    await page.context().close();
  });

  it('lays sources side by side month by month, with the rows behind each mark', async () => {
    const page = await open(CAP_2019, { width: 1400, theme: 'light' });
    const picture = page.getByRole('img', { name: /month by month in barrels/ });
    // Calls of March: 8,000 t at 60 and 90 per cent, by 8.33.
    expect(await picture.locator('desc').textContent()).toContain('calls.csv (estimate) 39,984 to 59,976');
    const table = page.getByRole('table', { name: /Figures of sources for the same months/ });
    await table.getByRole('button', { name: 'row 2 of calls.csv (estimate)' }).first().click();
    await page.getByRole('dialog').getByText('Ship B').waitFor();
    await page.context().close();
  });

  it('lays the ledgers beside figures that are compared, on their page', async () => {
    const page = await open('/incidents', { width: 1400, theme: 'dark' });
    const answer = await page.context().request.get(`${serving.address}/api/v1/comparisons`);
    const { comparisons } = (await answer.json()) as { readonly comparisons: readonly { readonly id: string }[] };
    expect(comparisons).toHaveLength(1);
    await page.goto(`${serving.address}/comparisons/${comparisons[0]?.id}`);
    const beside = page.getByRole('region', { name: 'Ledgers of the same goods and days' });
    const row = beside.getByRole('row', { name: /^South Korea/ });
    expect(await row.textContent()).toMatch(
      /calls\.csv \(estimate\): 354,858 to 532,287 barrels at 8\.33 barrels a tonne rows 1, 2, 3, 4: more than these rows give/,
    );
    await row.getByRole('button', { name: 'rows 1, 2, 3, 4 of calls.csv (estimate)' }).first().click();
    await page.getByRole('dialog').getByText('Ship C').waitFor();
    expect(await graveFaultsOf(page)).toEqual([]);
    await page.context().close();
  });

  it('makes a claim of a row, of whose figure it is, and takes it back', async () => {
    const page = await open('/trade?view=goods&year=2018', { width: 1400, theme: 'light' });
    await page.evaluate("localStorage.setItem('standing-panel.actor', 'Ada Panel')");
    await page.reload();
    await settled(page);
    await page
      .getByRole('grid', { name: 'Rows' })
      .getByRole('row', { name: /27011210.*2018-03/ })
      .click();
    await page.getByRole('button', { name: 'row 1 of 进口.csv (customs)' }).click();
    const dialog = page.getByRole('dialog', { name: 'Rows of 进口.csv (customs)' });
    await dialog.getByRole('button', { name: /^Make it a claim/ }).click();
    await dialog.getByRole('link', { name: 'Show its claim' }).click();
    await page.waitForURL(/\/claims\?claim=c-[0-9a-f]{20}/);
    await page.locator('main').getByText('customs of China').and(page.locator(':not(option)')).first().waitFor();
    await page.goBack();
    await page.getByRole('grid', { name: 'Rows' }).waitFor();
    await settled(page);
    await page.keyboard.press('u');
    await page.getByText('Taken back; the act stays in the record.').waitFor();
    await page.getByRole('button', { name: 'row 1 of 进口.csv (customs)' }).click();
    await dialog.getByRole('button', { name: /^Make it a claim/ }).waitFor();
    await page.context().close();
  });

  it('names the columns of a table that no form knows by keyboard, shows what it refuses, and takes the naming back', async () => {
    const page = await open('/trade?view=sources', { width: 1400, theme: 'light' });
    await page.evaluate("localStorage.setItem('standing-panel.actor', 'Ada Panel')");
    await page.reload();
    await settled(page);
    const tables = page.getByRole('table', { name: 'Tables whose columns no form knows' });
    await tables.getByRole('row', { name: /^lieferungen\.csv/ }).waitFor();
    await page.keyboard.press('n');
    const naming = page.getByRole('region', { name: 'Columns of lieferungen.csv' });
    // Its first rows stand beside its headings.
    await naming.getByRole('row', { name: /^menge 4000 · 5000 · 6000/ }).waitFor();
    // What has the focus is the first column; each letter of a select chooses, Tab goes on.
    for (const word of ['Day', 'Who s', 'Who r', 'Goods', 'Quantity']) {
      await page.keyboard.type(word);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.type('tonnes');
    await page.keyboard.press('Enter');
    const sources = page.getByRole('table', { name: 'Sources of figures' });
    const named = sources.getByRole('row', { name: /^lieferungen\.csv/ });
    await named.waitFor();
    expect(await named.textContent()).toContain('columns named by hand');
    await named.getByRole('button', { name: '1 refused of lieferungen.csv (commercial data)' }).click();
    const dialog = page.getByRole('dialog', { name: /^Refused rows of lieferungen\.csv/ });
    await dialog.getByText('period-unreadable').waitFor();
    await dialog.getByText('2019-13', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    // While a dialog is open keys do nothing.
    await page.locator('dialog[open]').first().waitFor({ state: 'detached' });
    await page.keyboard.press('u');
    await named.waitFor({ state: 'detached' });
    await tables.getByRole('button', { name: /^Name its columns.*lieferungen\.csv$/ }).waitFor();
    await page.context().close();
  });

  const looks = [
    [CAP_2019, 390, 'dark'],
    [CAP_2019, 1400, 'light'],
    ['/trade?view=goods', 390, 'light'],
    ['/trade?view=goods', 1400, 'dark'],
    ['/trade?view=sources', 390, 'dark'],
  ] as const;
  it.each(sampled(looks, 3))(
    '%s at %d, %s: no grave fault of access, no overflow, all of it reached by Tab',
    async (path, width, theme) => {
      const page = await open(path, { width, theme });
      await page.locator('main :is(svg[role="img"], table)').first().waitFor();
      expect(await graveFaultsOf(page)).toEqual([]);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      const { missed, unseen } = await goThrough(page);
      expect({ missed, unseen }).toEqual({ missed: [], unseen: [] });
      await page.context().close();
    },
  );

  it('has nothing to complain of', () => {
    expect(complaints).toEqual([]);
  });
});
