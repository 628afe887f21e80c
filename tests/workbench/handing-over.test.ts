import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser/launch.ts';
import { isFullCount } from '../full-count.ts';
import { type Serving, servePanel } from './serving.ts';

const OURS = `Officials in Seoul said on 3 May 2023 that North Korea had fired two missiles toward the sea.

The ministry said that around 40 containers had been shipped to Russia since August 2023.
`;
const THEIRS = 'Analysts in Tokyo said on 9 June 2023 that North Korea had fired three missiles toward the sea.\n';

/** A colleague who adds things and sends them back: two workspaces, two people, and nothing but what stands on the pages. */
describe.runIf(isFullCount)('handing over to a colleague and back', () => {
  const folder = mkdtempSync(join(tmpdir(), 'panel-handing-over-'));
  const complaints: string[] = [];
  let browser: Browser;
  let ours: Desk;
  let theirs: Desk;

  type Desk = { readonly page: Page; readonly serving: Serving; readonly person: string };

  const openDesk = async (workspace: string, person: string, ...options: string[]): Promise<Desk> => {
    const serving = await servePanel(join(folder, workspace), ...options);
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    page.setDefaultTimeout(30_000);
    page.on('console', (message) => complaints.push(`${workspace} ${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(`${workspace} ${error}`));
    await page.goto(serving.url);
    return { page, serving, person };
  };

  beforeAll(async () => {
    browser = await launchBrowser();
    const places = ['--publish', join(folder, 'site'), '--mirror', join(folder, 'copy')];
    ours = await openDesk('ours', 'Ada Panel', ...places);
    theirs = await openDesk('theirs', 'Ben Colleague');
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all([ours?.serving.stop(), theirs?.serving.stop()]);
    rmSync(folder, { recursive: true, force: true });
  });

  const go = async ({ page }: Desk, name: string) => {
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name }).click();
    await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  };
  const exchange = async (desk: Desk) => {
    await go(desk, 'Record');
    await desk.page.getByRole('tab', { name: 'Handed over and received' }).click();
    await desk.page.getByRole('heading', { name: 'Statements of others' }).waitFor();
  };
  const field = (within: Page | Locator, label: string) =>
    within.getByLabel(new RegExp(`^${label}( \\(required\\))?$`)).and(within.locator('input, select, textarea'));
  const sayWho = async ({ page, person }: Desk) => {
    await field(page, 'Your name').fill(person);
    await page.getByRole('button', { name: 'Act under this name' }).click();
  };
  const addDocument = async (desk: Desk, name: string, source: string, text: string, first: boolean) => {
    const { page } = desk;
    writeFileSync(join(folder, name), text);
    await go(desk, 'Documents');
    await page.locator('input[type="file"]').first().setInputFiles(join(folder, name));
    await field(page.getByRole('dialog'), 'Source').fill(source);
    await page.getByRole('dialog').getByRole('button', { name: 'Add the document', exact: true }).click();
    if (first) await sayWho(desk);
    await page.getByText('1 document added').waitFor();
  };
  const recipientOf = async (desk: Desk) => {
    await exchange(desk);
    await desk.page.getByRole('button', { name: 'Show what others encrypt for' }).click();
    const copy = desk.page.getByRole('button', { name: /^Copy age1/ });
    return ((await copy.getAttribute('aria-label')) ?? '').replace('Copy ', '');
  };
  const keyOf = async (desk: Desk) => {
    await go(desk, 'Record');
    // The link of the navigation leaves the view of the address as it was; the key stands above all views.
    const copy = desk.page.locator('.record-top').getByRole('button', { name: /^Copy standing-panel/ });
    return ((await copy.getAttribute('aria-label')) ?? '').replace('Copy ', '');
  };
  const makePackage = async (desk: Desk, to: string, called: string): Promise<string> => {
    const { page } = desk;
    await exchange(desk);
    await page.getByRole('button', { name: 'Make a package' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/^What goes: \d+ acts? and \d+ documents?\.$/).waitFor();
    await field(dialog, 'For whom').fill(to);
    await field(dialog, 'How you call yourselves').fill(called);
    await field(dialog, 'How far it may go on from there').selectOption('amber');
    await dialog.getByRole('button', { name: 'Make the package', exact: true }).click();
    const link = page.getByRole('link', { name: /^Download package-/ });
    await link.waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const path = join(folder, `${called}.age`);
    await download.saveAs(path);
    return path;
  };
  const receive = async (desk: Desk, path: string, from: { name: string; key: string }, first: boolean) => {
    const { page } = desk;
    await exchange(desk);
    await page.getByRole('region', { name: 'Receive' }).locator('input[type="file"]').setInputFiles(path);
    if (first) await sayWho(desk);
    const stranger = page.getByRole('form', { name: 'Unknown sender' });
    await stranger.waitFor();
    expect(await stranger.textContent()).toContain(from.key);
    const take = stranger.getByRole('button', { name: 'Receive it' });
    await field(stranger, 'How you call the sender').fill(from.name);
    expect(await take.isDisabled()).toBe(true);
    await stranger.getByRole('checkbox').check();
    await take.click();
    await page.getByText(new RegExp(`^\\d+ acts? of ${from.name} received`)).waitFor();
  };

  it('goes to the colleague, who takes it in as our word', async () => {
    await addDocument(ours, 'gazette.txt', 'Gazette', OURS, true);
    const path = await makePackage(ours, await recipientOf(theirs), 'Ours');
    await receive(theirs, path, { name: 'Ours', key: await keyOf(ours) }, true);
    const table = theirs.page.getByRole('region', { name: 'Statements of others' });
    await table
      .getByText(/^Ada Panel, as recorded by Ours/)
      .first()
      .waitFor();
    expect(await table.getByText('amber').count()).toBeGreaterThan(0);
  });

  it('is added to there: two claims accepted, and a document', async () => {
    const { page } = theirs;
    await go(theirs, 'Claims');
    const grid = page.getByRole('grid');
    await grid.getByRole('row').nth(2).waitFor();
    await grid.focus();
    for (const accepted of [1, 2]) {
      await page.keyboard.press('j');
      await page.keyboard.press('a');
      await expect.poll(() => grid.getByText('accepted', { exact: true }).count(), { timeout: 30_000 }).toBe(accepted);
      await grid.focus();
    }
    await addDocument(theirs, 'herald.txt', 'Herald', THEIRS, false);
  });

  it('comes back as their word: our claims stand as they stood, their document is read', async () => {
    const path = await makePackage(theirs, await recipientOf(ours), 'Theirs');
    await receive(ours, path, { name: 'Theirs', key: await keyOf(theirs) }, false);
    const table = ours.page.getByRole('region', { name: 'Statements of others' });
    const accepted = table.getByRole('row').filter({ hasText: 'Ben Colleague, as recorded by Theirs: Claim accepted' });
    await expect.poll(() => accepted.count(), { timeout: 30_000 }).toBe(2);
    await go(ours, 'Claims');
    const grid = ours.page.getByRole('grid');
    await grid
      .getByText(/three missiles/)
      .first()
      .waitFor();
    expect(await grid.getByText('accepted', { exact: true }).count()).toBe(0);
    // What they think of the claim stands next to it, under their names.
    await grid
      .getByText(/two missiles/)
      .first()
      .click();
    await ours.page.getByRole('heading', { name: 'Reviews by others' }).waitFor();
    await ours.page.getByText('Ben Colleague, as recorded by Theirs').first().waitFor();
    await go(ours, 'Documents');
    for (const file of ['gazette.txt', 'herald.txt'])
      await ours.page.getByRole('grid').getByRole('row').filter({ hasText: file }).first().waitFor();
  });

  it('stands in the report under both names, and both records are whole', async () => {
    const { page } = ours;
    await go(ours, 'Report');
    await page.getByRole('button', { name: 'Write the report' }).click();
    const link = page.getByRole('status').getByRole('link', { name: /html/i }).first();
    await link.waitFor({ timeout: 60_000 });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const html = readFileSync(await download.path(), 'utf8');
    expect(html.includes('by Ada Panel')).toBe(true);
    expect(html.includes('by Ben Colleague, as recorded by Theirs')).toBe(true);
    expect(html).toMatch(/accepted by Ben Colleague, as recorded by Theirs, on \d{1,2} \w+ \d{4}/);
    for (const desk of [ours, theirs]) {
      await go(desk, 'Record');
      await desk.page.getByRole('button', { name: 'Verify the record' }).click();
      await desk.page.getByText(/Whole: \d+ acts/).waitFor();
    }
    expect(complaints).toEqual([]);
  });

  it('is published and copied where the program was started for it, and a request is written for an authority', async () => {
    const { page } = ours;
    await page.getByRole('tab', { name: 'Who has seen it' }).click();
    await page.getByRole('button', { name: 'Publish now' }).click();
    await page.getByText(/^Published at \d+ acts, \d+ files written/).waitFor();
    expect(readFileSync(join(folder, 'site/checkpoint'), 'utf8')).toMatch(/^standing-panel\//);
    await page.getByRole('button', { name: 'Copy now' }).click();
    await page.getByText(/The copy holds \d+ acts and 2 documents/).waitFor();
    await page.getByText('Have the time stamped').click();
    const [query] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Write a request to carry' }).click(),
    ]);
    // DER of a time-stamp request over a SHA-256 (RFC 3161 section 2.4.1).
    expect(
      readFileSync(await query.path())
        .subarray(0, 2)
        .toString('hex'),
    ).toBe('3043');
    await go(theirs, 'Record');
    await theirs.page.getByRole('tab', { name: 'Who has seen it' }).click();
    await theirs.page.getByText('No place to publish to is named.').waitFor();
    expect(complaints).toEqual([]);
  });
});
