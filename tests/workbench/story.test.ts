import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser/launch.ts';
import { type Serving, servePanel } from './serving.ts';
import { ENGINES, tablesOn } from './table-server.ts';

/** Three documents in our own words; the figures differ as those of real sources do. */
const DOCUMENTS = {
  'ministry.txt': {
    source: 'Ministry of Defence of Ruritania',
    published: '2024-02-27',
    text: `Ruritania's defence minister counts the containers

Defence Minister Anna Holm said on Tuesday that North Korea had shipped about 6,700 containers of munitions to Russia since September 2023. Holm said the containers could hold more than 3 million artillery shells.`,
  },
  'agency.txt': {
    source: 'Northern News Agency',
    published: '2024-03-20',
    text: `Containers to Russia

Sylvania's foreign ministry said that North Korea had shipped more than 10,000 containers of munitions to Russia since September 2023. Russia denied that it had received munitions from North Korea.`,
  },
  'monitors.txt': {
    source: 'Three monitors',
    published: '2024-04-25',
    text: `What the monitors saw

Three U.N. monitors reported that debris of one ballistic missile that Russia fired at Kharkiv on 2 January 2024 came from North Korea. The monitors could not confirm who had launched the missile.`,
  },
};

/** The story that the program is for, as a person goes through it: pages, fields and buttons by the words that stand on them. */
describe.each(ENGINES)('the workbench, from three documents to a verified record, %s', (engine) => {
  const folder = mkdtempSync(join(tmpdir(), 'panel-story-'));
  let serving: Serving;
  let tables: Awaited<ReturnType<typeof tablesOn>>;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    tables = await tablesOn(engine);
    serving = await servePanel(join(folder, 'workspace'), ...tables.options);
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(30_000);
    page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => {
      if (!request.url().startsWith(serving.address) && !request.url().startsWith('blob:'))
        complaints.push(`asked for ${request.url()}`);
    });
    await page.goto(serving.url);
    expect(page.url()).toBe(`${serving.address}/`);
  });
  afterAll(async () => {
    await browser?.close();
    await serving?.stop();
    await tables?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Until the page stands: the one before it may have the same fields. */
  const go = async (name: string) => {
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name }).click();
    await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  };
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  /** A field by its whole label, required or not, without the button that opens a calendar beside it. */
  const field = (within: Page | Locator, label: string) =>
    within.getByLabel(new RegExp(`^${label}( \\(required\\))?$`)).and(page.locator('input, select, textarea'));
  const dialog = () => page.getByRole('dialog');

  it('takes documents in, asking who brings them and where they come from', async () => {
    await go('Documents');
    for (const [name, { source, published, text }] of Object.entries(DOCUMENTS)) {
      writeFileSync(join(folder, name), text);
      await page.locator('input[type="file"]').first().setInputFiles(join(folder, name));
      await field(dialog(), 'Source').fill(source);
      await field(dialog(), 'Published on').fill(published);
      await dialog().getByRole('button', { name: 'Add the document', exact: true }).click();
      if (name === 'ministry.txt') {
        await field(page, 'Your name').fill('Ada Panel');
        await button('Act under this name').click();
      }
      await page.getByText('1 document added').waitFor();
      await page.getByLabel('Documents being added').getByRole('button', { name: 'Close' }).click();
    }
    await expect.poll(() => page.getByRole('grid').getByText('.txt').count()).toBe(3);
  });

  it('reviews and grades claims by keyboard', async () => {
    await go('Claims');
    const grid = page.getByRole('grid');
    await grid.getByRole('row').nth(1).waitFor();
    await grid.focus();
    await page.keyboard.press('j');
    await page.keyboard.press('a');
    await expect.poll(() => grid.getByText('accepted').count()).toBe(1);
    await grid.focus();
    await page.keyboard.press('g');
    await dialog().getByRole('radio').nth(1).check();
    await field(dialog(), 'Reason').fill('The ministry counts from imagery.');
    await dialog().getByRole('button', { name: 'Grade', exact: true }).click();
    await dialog().waitFor({ state: 'hidden' });
  });

  it('lays the figures of two claims side by side', async () => {
    for (const words of ['about 6,700', 'more than 10,000'])
      await page.getByRole('row').filter({ hasText: words }).getByRole('checkbox').check();
    await button(/^Compare/).click();
    await dialog().getByText('contradict each other').waitFor();
    await dialog()
      .getByText(/cannot both be right/)
      .waitFor();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
  });

  it('makes a finding whose verdict and status follow by rule', async () => {
    await go('Findings');
    await page.getByRole('link', { name: 'Make a finding', exact: true }).click();
    const chooser = page.getByRole('list', { name: 'Claims to choose from' });
    await chooser
      .getByRole('listitem')
      .filter({ hasText: 'about 6,700' })
      .getByRole('button', { name: /^Choose/ })
      .click();
    await field(page, 'Act').selectOption('supply');
    await field(page, 'Date').fill('2024-02-26');
    await field(page, 'Goods, service or field').fill('ammunition');
    await field(page, 'From').selectOption('KP');
    await field(page, 'To').selectOption('RU');
    await button('Check this activity').click();
    await page
      .getByText(/prohibited/i)
      .first()
      .waitFor();
    await field(page, 'Title').fill('Transfer of ammunition in containers');
    await button('Make the finding').click();
    await page.getByRole('heading', { level: 1, name: 'Transfer of ammunition in containers' }).waitFor();
    await page.getByText('S/RES/1874(2009) OP9').first().waitFor();
  });

  it('records a letter and the reply to it, which contests the finding', async () => {
    await button('Record a letter').click();
    await field(dialog(), 'Party').fill('Russian Federation');
    await field(dialog(), 'Letter sent').fill('2024-05-02');
    await field(dialog(), 'Deadline').fill('2024-05-16');
    await dialog().getByRole('button', { name: 'Record the letter', exact: true }).click();
    await page.getByText('overdue').first().waitFor();
    await button(/^Record the reply/).click();
    await field(dialog(), 'Reply received').fill('2024-05-20');
    await field(dialog(), 'What it says').fill('The Russian Federation received no ammunition.');
    await field(dialog(), 'How it stands to what is alleged').selectOption('denies');
    await dialog().getByRole('button', { name: 'Record the reply', exact: true }).click();
    await dialog().waitFor({ state: 'hidden' });
    await page.getByText('Contested').first().waitFor();
  });

  it('exports the report as PDF', async () => {
    await go('Report');
    await button('Write the report').click();
    const link = page.getByRole('status').getByRole('link', { name: /pdf/i }).first();
    await link.waitFor({ timeout: 60_000 });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const bytes = readFileSync(await download.path());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.length).toBeGreaterThan(20_000);
  });

  it('verifies the record', async () => {
    await go('Record');
    await button('Verify the record').click();
    await page.getByText(/Whole: \d+ acts/).waitFor();
    expect(complaints).toEqual([]);
  });
});
