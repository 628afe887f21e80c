import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser/launch.ts';
import { PERSONS, unList } from '../server/sample-lists.ts';
import { bringAccessChecker, graveFaultsOf } from './access.ts';
import { panel } from './example-workbench.ts';
import { goThrough } from './focus.ts';
import { type Serving, servePanel } from './serving.ts';
import { settled } from './settled.ts';

const LISTED = `${PERSONS[0]!.first} ${PERSONS[0]!.second}`;
/** Headings of somebody's own; the second row is on the list, the third is nobody, the fourth begins as a formula. */
const TABLE = `Дело;Имя и фамилия;Дата рождения;Примечание
A-17;${LISTED};${PERSONS[0]!.born};из письма
A-18;Nobody Whatsoever;;из письма
A-19;=cmd|' /C calc'!A0;;формула
`;

describe('a table of names of somebody’s own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'panel-names-'));
  const workspace = join(folder, 'workspace');
  let browser: Browser;
  let serving: Serving;
  let page: Page;
  const complaints: string[] = [];
  const open = async (): Promise<void> => {
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
    page = await context.newPage();
    page.setDefaultTimeout(30_000);
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await bringAccessChecker(page);
    await context.request.get(serving.url);
  };
  beforeAll(async () => {
    writeFileSync(join(folder, 'list.xml'), unList('2026-02-27', PERSONS));
    writeFileSync(join(folder, 'имена.csv'), TABLE);
    await panel('lists', 'add', join(folder, 'list.xml'), '--workspace', workspace);
    [browser, serving] = await Promise.all([launchBrowser(), servePanel(workspace)]);
    await open();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await serving?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is mapped column by column, beginning with what its headings say, and screened', async () => {
    await page.goto(`${serving.address}/screening?view=file`);
    await settled(page);
    await page.locator('input[type="file"]').setInputFiles(join(folder, 'имена.csv'));
    const columns = page.getByRole('region', { name: 'Columns of the table' });
    await columns.waitFor();
    const holds = (heading: string) => columns.getByRole('combobox', { name: `${heading} holds` });
    expect(await holds('Имя и фамилия').inputValue()).toBe('name');
    expect(await holds('Дата рождения').inputValue()).toBe('birthDate');
    expect(await holds('Примечание').inputValue()).toBe('');
    expect(await columns.getByRole('row', { name: /^Дело/ }).textContent()).toContain('A-17; A-18; A-19');
    await holds('Дело').selectOption('id');
    await columns.getByRole('combobox', { name: 'All of them are' }).selectOption('Person');
    expect(await graveFaultsOf(page)).toEqual([]);
    await columns.getByRole('button', { name: 'Screen these names' }).click();
    const done = page.getByRole('region', { name: 'Files screened' }).getByRole('row', { name: /имена\.csv/ });
    await done.waitFor();
    expect(await done.textContent()).toContain('3, 1 with hits');
    expect(await done.textContent()).toContain('1 to decide');
  });

  it('is decided on the screen, and goes on after the program was started again', async () => {
    await page.context().close();
    await serving.stop();
    serving = await servePanel(workspace);
    await open();
    await page.goto(`${serving.address}/screening?view=file`);
    await page.getByRole('button', { name: 'Review имена.csv' }).click();
    const row = page.locator('.batch-rows > li');
    await row.getByRole('heading', { level: 3, name: `${LISTED} A-17` }).waitFor();
    const { missed, unseen } = await goThrough(page);
    expect({ missed, unseen }).toEqual({ missed: [], unseen: [] });
    await row.getByRole('button', { name: 'Not the one asked for' }).click();
    await row.getByRole('textbox').fill('Another day of birth in the letter.');
    await row.getByRole('button', { name: 'Record the decision' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('Ada Panel');
    await page.keyboard.press('Enter');
    await page.getByText('No hit waits').waitFor();
    await page.getByRole('button', { name: 'Back to the files' }).click();
    await page.getByText('all decided').waitFor();
  });

  it('is exported with every row and what was decided, and no cell of it runs', async () => {
    await page.getByRole('button', { name: 'Review имена.csv' }).click();
    const link = page.getByRole('link', { name: 'Take all rows with decisions as CSV' });
    const answer = await page.context().request.get(serving.address + (await link.getAttribute('href')));
    const lines = (await answer.text()).trim().split('\n');
    expect(lines[0]).toBe('id,name,entityId,caption,score,decision,by,at,reason');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toMatch(/^A-17,.*,false,Ada Panel,\d{4}-\d\d-\d\dT[^,]*,Another day of birth in the letter\.$/);
    expect(lines[2]).toMatch(/^A-18,Nobody Whatsoever,,,,no hit/);
    expect(lines[3]).toMatch(/^A-19,'=cmd/);
  });

  it('has nothing to complain of', () => {
    expect(complaints).toEqual([]);
  });
});
