import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser/launch.ts';
import { unList } from '../server/sample-lists.ts';
import { panel } from './example-workbench.ts';
import { type Serving, servePanel } from './serving.ts';
import { settled } from './settled.ts';
import { ENGINES, tablesOn } from './table-server.ts';

/** Texts in our own words, one of each language; the dossier says who printed them and when. */
const DOCUMENTS = [
  {
    file: 'agency.txt',
    source: 'agency',
    published: '2024-03-20',
    language: 'en',
    text: `Containers at the pier

Sylvania's foreign ministry said that North Korea had shipped more than 10,000 containers of munitions to Russia since September 2023.

The pier at Rajin was empty again in March. Kim Jong Un and Sergei Lavrov met at Wonsan, the agency said.`,
  },
  {
    file: 'daily.txt',
    source: 'daily',
    published: '2023-10-04',
    language: 'ko',
    text: `항구의 컨테이너

국방부는 북한이 러시아에 컨테이너 천 개를 보냈다고 밝혔다. 김정은은 원산에 있었다.`,
  },
  {
    file: 'courier.txt',
    source: 'courier',
    published: '2024-06-11',
    language: 'ru',
    text: `Что стояло у причала

По словам таможни, в порт пришло сорок контейнеров, а сопроводительных бумаг у моряков не оказалось.`,
  },
];

describe.each(ENGINES)('the search over everything, %s', (engine) => {
  const folder = mkdtempSync(join(tmpdir(), 'panel-search-'));
  let serving: Serving;
  let tables: Awaited<ReturnType<typeof tablesOn>>;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    tables = await tablesOn(engine);
    const dossier = join(folder, 'dossier');
    mkdirSync(dossier);
    for (const { file, text } of DOCUMENTS) writeFileSync(join(dossier, file), text);
    writeFileSync(
      join(dossier, 'dossier.yaml'),
      JSON.stringify({
        title: 'Containers',
        sources: [
          { id: 'agency', name: 'Northern News Agency', kind: 'newsroom' },
          { id: 'daily', name: 'Hanbat Daily', kind: 'newsroom' },
          { id: 'courier', name: 'Harbour Courier', kind: 'newsroom' },
        ],
        documents: DOCUMENTS.map(({ text: _, ...entry }) => entry),
      }),
    );
    const workspace = join(folder, 'workspace');
    await panel('run', dossier, '--workspace', workspace, '--format', 'json', ...tables.options);
    const list = join(folder, 'un.xml');
    writeFileSync(list, unList('2025-01-10'));
    await panel('lists', 'add', list, '--workspace', workspace, ...tables.options);
    serving = await servePanel(workspace, ...tables.options);
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(20_000);
    page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(serving.url);
    await settled(page);
  });
  afterAll(async () => {
    await browser?.close();
    await serving?.stop();
    await tables?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const field = () => page.getByRole('searchbox', { name: 'Search everything' });
  const hits = () => page.locator('.search-hit');
  /** As a person does it: the key, the words, Enter. */
  const search = async (words: string) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: `for ${words}` }).waitFor();
    await settled(page);
  };
  const kindsShown = async () => [...new Set(await page.locator('.search-kind').allTextContents())].sort();

  it('is reached by / from every page, and marks what was sought in its passage', async () => {
    for (const name of ['Documents', 'Claims', 'Screening', 'Record']) {
      await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name }).click();
      await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
      await page.keyboard.press('/');
      expect(await field().evaluate('document.activeElement.type'), name).toBe('search');
      expect(await field().evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
      await page.keyboard.press('Escape');
    }
    await search('contain munitions');
    await page.reload();
    await hits().first().waitFor();
    expect(await kindsShown()).toEqual(['Claim', 'Document']);
    expect(await hits().first().locator('mark').allTextContents()).toEqual(
      expect.arrayContaining(['containers', 'munitions']),
    );
  });

  it.each([
    ['rajin "pier at"', 'Containers at the pier', ['pier at', 'Rajin']],
    ['컨테이너', '항구의 컨테이너', ['컨테이너', '컨테이너']],
    ['контейнер бумаг', 'Что стояло у причала', ['контейнеров', 'бумаг']],
  ])('finds %s in its passage, and leads there', async (words, title, marks) => {
    await search(words);
    const hit = hits().filter({ has: page.locator('.search-kind', { hasText: 'Document' }) });
    expect(await hit.count()).toBe(1);
    expect(await hit.getByRole('heading').textContent()).toBe(title);
    expect(await hit.locator('mark').allTextContents()).toEqual(marks);
    await hit.getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(await page.locator('.sought').allTextContents()).toEqual([marks[0]]);
    await page.goBack();
    await hits().first().waitFor();
  });

  it.each([
    ['Вонсан', ['Wonsan']],
    ['김정은', ['Kim Jong Un', '김정은']],
    ['Лавров', ['Lavrov']],
    ['kim jong un wonsan', ['Jong', 'Kim', 'Un', 'Wonsan', '김정은', '원산']],
  ])('finds the name %s in other scripts and spellings', async (words, marks) => {
    await search(words);
    const documents = hits().filter({ has: page.locator('.search-kind', { hasText: 'Document' }) });
    expect([...new Set(await documents.locator('mark').allTextContents())].sort()).toEqual(marks);
    await page.getByText('Sought too, as other spellings of a name').waitFor();
    await search(`"${words}"`);
    expect(await hits().locator('mark').allTextContents()).toEqual(words === '김정은' ? ['김정은'] : []);
  });

  it('finds an entry of a list by a name in another script', async () => {
    await search('박동석');
    const entry = hits().filter({ has: page.locator('.search-kind', { hasText: 'Entry of a list' }) });
    await entry.first().waitFor();
    expect(await entry.first().getByRole('heading').textContent()).toBe('PAK TONG SOK');
    await entry.first().getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: 'Screening' }).waitFor();
    await page.locator('.hit').first().waitFor();
  });

  it('is narrowed by kind, source, language and day, each with the number of hits that it leaves', async () => {
    await search('container');
    const total = await hits().count();
    const kind = page.getByLabel('Kind');
    expect(await kind.locator('option').allTextContents()).toEqual(
      expect.arrayContaining(['Everything', 'Documents (1)']),
    );
    await kind.selectOption({ label: 'Documents (1)' });
    await page.getByRole('heading', { level: 2, name: 'One hit for container' }).waitFor();
    expect(await kindsShown()).toEqual(['Document']);
    expect(await page.getByLabel('Language').locator('option').allTextContents()).toEqual([
      'Any language',
      'English (1)',
    ]);
    await page.getByLabel('To', { exact: true }).fill('2023-12-31');
    await page.getByText('Nothing holds all of these words').waitFor();
    await page.getByRole('button', { name: 'Search without filters' }).click();
    await page.getByRole('heading', { level: 2, name: `${total} hits for container` }).waitFor();
  });

  it('follows what is written, and gives up what was asked before', async () => {
    await search('nothing of the kind');
    const given: string[] = [];
    page.on('requestfailed', (request) => given.push(new URL(request.url()).searchParams.get('q') ?? ''));
    await page.route(/\/search\?q=pie&/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 3000));
      await route.continue().catch(() => undefined);
    });
    const asked = page.waitForRequest(/\/search\?q=pie&/);
    await field().fill('pie');
    await asked;
    await field().fill('pier');
    await page.getByRole('heading', { level: 2, name: 'for pier' }).waitFor();
    await settled(page);
    expect(given).toContain('pie');
    expect(await hits().first().locator('mark').first().textContent()).toMatch(/^pier$/i);
    expect(new URL(page.url()).searchParams.get('q')).toBe('pier');
  });

  it('can be gone through by keyboard alone, and says what to do where nothing is found', async () => {
    await search('containers');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('j');
    const second = await hits().nth(1).getByRole('link').textContent();
    expect(await page.evaluate('document.activeElement.textContent')).toBe(second);
    await page.keyboard.press('Enter');
    await page.waitForURL((address) => address.pathname !== '/find');
    await search('zzz');
    await page.getByText('Nothing holds all of these words').waitFor();
    await search('"<img src=x> & \'; drop table claim');
    await page.getByText('Nothing holds all of these words').waitFor();
    await search('containers');
    expect(await hits().count()).toBeGreaterThan(1);
    expect(complaints).toEqual([]);
  });
});
