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

const ENGLISH = `Port calls in May

The tanker Pyol Bit 2 (IMO 9020534) called at Vostochny on 14 May 2024 and loaded 2,000 tons of diesel, the coast guard of Japan said.

Larkspur Shipping, the registered owner of the Panama-flagged tanker Pyol Bit 2, sold the diesel to North Korea, the coast guard of Japan said on 20 May 2024.
`;
const KOREAN = `별빛 2호 입항

일본 해상보안청은 별빛 2호(IMO 9020534)가 2024년 5월 14일 보스토치니항에 입항했다고 밝혔다.
`;
/** Another ship, of nearly the same name. */
const OTHER = `Fishing grounds

The trawler Pyol Bit 12 (IMO 9074729) lay at anchor off Wonsan on 2 March 2024, the coast guard of Japan said.
`;
const ENTRY = `  - id: imo-9020534
    names: ["PYOL BIT 2"]
    kind: vessel
    listed: 2017-12-28
    reference: KPv.900
`;
const listOf = (entries: string): string =>
  `regime: test-list\nauthority: United Nations Security Council\ndesignations:\n${entries}`;
const FORMER = listOf(`  - id: imo-8606173
    names: ["OCEAN LARKSPUR"]
    kind: vessel
    listed: 2016-03-02
`);

describe.runIf(isFullCount)('two documents in two scripts that name one ship', () => {
  const folder = mkdtempSync(join(tmpdir(), 'panel-subjects-'));
  const workspace = join(folder, 'workspace');
  let browser: Browser;
  let serving: Serving;
  let page: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    const files = { 'en.txt': ENGLISH, 'ko.txt': KOREAN, 'other.txt': OTHER };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    writeFileSync(join(folder, 'vessels.yaml'), FORMER);
    await panel(
      'add',
      ...Object.keys(files).map((name) => join(folder, name)),
      '--source',
      'Desk',
      '--workspace',
      workspace,
    );
    await panel('lists', 'add', join(folder, 'vessels.yaml'), '--published', '2017-01-01', '--workspace', workspace);
    writeFileSync(join(folder, 'vessels.yaml'), FORMER + ENTRY);
    await panel('lists', 'add', join(folder, 'vessels.yaml'), '--published', '2018-01-01', '--workspace', workspace);
    [browser, serving] = await Promise.all([launchBrowser(), servePanel(workspace)]);
    page = await open({ width: 1400, theme: 'light' });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await serving?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (look: { width: number; theme: 'light' | 'dark' }): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: look.width, height: 900 }, colorScheme: look.theme });
    const opened = await context.newPage();
    opened.setDefaultTimeout(30_000);
    opened.on('console', (message) => complaints.push(message.text()));
    opened.on('pageerror', (error) => complaints.push(String(error)));
    await bringAccessChecker(opened);
    await context.request.get(serving.url);
    return opened;
  };
  const go = async (path: string): Promise<void> => {
    await page.goto(serving.address + path);
    await settled(page);
  };
  const rows = () => page.getByRole('grid', { name: 'Subjects' }).getByRole('row');

  it('are two subjects until somebody says by keyboard that they are one, and come apart by u', async () => {
    await go('/subjects?kind=vessel');
    expect(await rows().count()).toBe(4);
    await page.getByRole('tab', { name: 'What may be one' }).click();
    const chosenText = async (): Promise<string> =>
      (await page.getByRole('complementary', { name: 'The pair chosen' }).textContent()) ?? '';
    const pairs = page.getByRole('grid', { name: 'Pairs that may be one' });
    await pairs.getByRole('row', { name: /Pyol Bit 2.*별빛 2/ }).waitFor();
    expect(await pairs.getByText('Pyol Bit 12').count()).toBe(0);
    for (let press = 0; press < 5 && !/별빛/.test(await chosenText()); press++) await page.keyboard.press('j');
    const chosen = page.getByRole('complementary', { name: 'The pair chosen' });
    await chosen.getByText('both bear IMO 9020534').waitFor();
    expect(await chosen.locator('mark').allTextContents()).toEqual(['Pyol Bit 2', 'Pyol Bit 2', '별빛 2']);
    await page.keyboard.press('s');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('Ada Panel');
    await page.keyboard.press('Enter');
    const pair = pairs.getByRole('row', { name: /Pyol Bit 2.*별빛 2/ });
    await pair.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Undo: one subject/ }).waitFor();
    await page.keyboard.press('u');
    await pair.click();
    // The key does nothing while the list is asked for again.
    await chosen.getByRole('button', { name: /^One subject/ }).click({ trial: true });
    await page.keyboard.press('s');
    await pair.waitFor({ state: 'detached' });
    await go('/subjects?kind=vessel');
    expect(await rows().count()).toBe(3);
    await page.getByRole('row', { name: /별빛 2.*Pyol Bit 2|Pyol Bit 2.*별빛 2/ }).waitFor();
    await go('/subjects?view=proposals');
    expect(await page.getByText('별빛 2').count()).toBe(0);
  });

  it('are found on the list as one, with what the update of the list brought', async () => {
    await go('/subjects?view=news');
    const news = page.getByRole('row', { name: /new entry.*PYOL BIT 2/ });
    expect(await news.textContent()).toContain('to decide');
    await news.getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: /Pyol Bit 2|별빛 2/ }).waitFor();
    const text = (await page.locator('main').textContent()) ?? '';
    expect(text).toContain('IMO 9020534');
    expect(text).toContain('check digit right');
    expect(text).not.toMatch(/MMSI \d+ ?check digit/);
    expect(text).toContain('said by coast guard of Japan');
    expect(text).toContain('2024-05-14');
  });

  it('are drawn with whom claims relate them to, and each relation leads to its passage', async () => {
    await page.getByRole('img', { name: /^Relations of/ }).waitFor();
    const relation = page.getByRole('row', { name: /^1 .*Larkspur Shipping.* owner of/ });
    expect(await relation.locator('mark').textContent()).toContain('the registered owner of the Panama-flagged tanker');
    expect(await relation.getByRole('link', { name: 'coast guard of Japan' }).count()).toBe(1);
    await page.locator('[data-mark="1"] circle').first().click();
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('relation-1');
    expect(await page.locator('section').filter({ hasText: /^Flag/ }).textContent()).toContain('Panama');
  });

  it('can be written to: the letter holds what claims say, and comes as a Word document', async () => {
    await page.getByRole('button', { name: 'Draft a letter' }).click();
    const sheet = page.locator('.letter-sheet');
    await sheet.waitFor();
    expect(await sheet.textContent()).toContain('Coast guard of Japan, in “Port calls in May” (Desk, undated): “');
    expect(await sheet.textContent()).toContain('received by [day]');
    await page.getByRole('textbox', { name: 'From' }).fill('Ada Panel, Coordinator');
    await sheet.getByText('Ada Panel, Coordinator').waitFor();
    const file = await page
      .context()
      .request.get(
        serving.address + (await page.getByRole('link', { name: 'Take it as a Word document' }).getAttribute('href')),
      );
    expect(file.status()).toBe(200);
    expect((await file.body()).subarray(0, 2).toString()).toBe('PK');
  });

  it('wait in one queue with the passages; a decision is remembered and holds for this ship alone', async () => {
    await go('/subjects?view=hits');
    const item = page.locator('.subject-queue > li').filter({ hasText: '별빛 2' });
    expect(await item.count()).toBe(1);
    expect(await item.textContent()).toContain('the IMO number 9020534 is the same');
    await item.getByRole('button', { name: 'True match' }).click();
    await item.getByRole('textbox').fill('The number and the name agree.');
    await item.getByRole('button', { name: 'Record the decision' }).click();
    await item.waitFor({ state: 'detached' });
    await go('/subjects?view=hits&state=decided');
    expect(await page.locator('.subject-queue > li').textContent()).toContain('Ada Panel');
    await go('/subjects?listed=listed');
    expect(await rows().count()).toBe(2);
    const other = page.getByRole('row', { name: /Pyol Bit 12/ });
    await go('/subjects?q=Pyol+Bit+12');
    expect(await other.textContent()).not.toContain('listed');
  });

  it('stand in a finding that somebody makes of a claim about them', async () => {
    const asked = await page.context().request.get(`${serving.address}/api/v1/claims?q=sold`);
    const { items } = (await asked.json()) as { items: readonly { id: string }[] };
    const claim = items[0]?.id ?? expect.fail('nothing is claimed');
    const activity = JSON.stringify({ date: '2024-05-20', act: 'supply', goods: { name: 'diesel' }, to: 'KP' });
    const made = ['--by', 'Ada Panel', '--title', 'Sale of diesel', '--workspace', workspace];
    await panel('findings', 'make', claim, '--activity', activity, ...made);
    await go('/findings');
    await page.getByRole('link', { name: /Sale of diesel/ }).waitFor();
  });

  it('are led to from the search, and from the findings and incidents whose claims name them', async () => {
    await go('/find?q=9020534');
    const named = page.locator('section').filter({ hasText: /^Subjects of this name or number/ });
    await named.getByRole('link', { name: /Pyol Bit 2|별빛 2/ }).click();
    await page.getByRole('heading', { level: 1, name: /Pyol Bit 2|별빛 2/ }).waitFor();
    const finding = page.locator('a[href*="/findings/"]').first();
    await finding.click();
    await page
      .locator('section')
      .filter({ hasText: /^Named in the claims/ })
      .getByRole('link', { name: /Pyol Bit 2|별빛 2/ })
      .waitFor();
  });

  it('are printed as one, with whose judgement that is and what was decided', async () => {
    await go('/report');
    await page.getByRole('button', { name: 'Write the report' }).click();
    const written = page.getByRole('status').getByRole('link', { name: /html/i }).first();
    await written.waitFor({ timeout: 60_000 });
    const response = await page.context().request.get(serving.address + (await written.getAttribute('href')));
    const html = await response.text();
    const annex = (html.split('<section').find((section) => section.includes('id="annex-named"')) ?? '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ');
    expect(annex).toMatch(/Pyol Bit 2 ; 별빛 2 \(judged to be one by Ada Panel on \d+ \w+ \d{4}\)/);
    expect(annex).toMatch(/Decided by Ada Panel on \d+ \w+ \d{4} to be PYOL BIT 2 \(imo-9020534\)/);
    expect(annex).not.toContain('Pyol Bit 12');
  });

  it('are split without loss, and joined again by taking the split back', async () => {
    await go('/subjects?q=9020534');
    await page.getByRole('row', { name: /Pyol Bit 2/ }).click();
    await page.keyboard.press('Enter');
    const namings = page
      .getByRole('region')
      .or(page.locator('section'))
      .filter({ hasText: 'Namings judged to be one' });
    await namings
      .getByRole('button', { name: /^Split off/ })
      .first()
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'Split off', exact: true }).click();
    await page.getByRole('heading', { name: 'Namings judged to be one' }).waitFor({ state: 'detached' });
    await go('/subjects?kind=vessel');
    expect(await rows().count()).toBe(4);
    // What was decided on both is looked at again for each.
    await go('/subjects?view=hits');
    expect(await page.locator('.subject-queue > li').count()).toBe(2);
    expect(await page.locator('.subject-queue').textContent()).toContain('parts of it were split off since');
    await go('/subjects?q=9020534');
    await rows().nth(1).click();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Take back: Different subjects/ }).click();
    await page.getByRole('heading', { name: 'Namings judged to be one' }).waitFor();
    await go('/subjects?kind=vessel');
    expect(await rows().count()).toBe(3);
  });

  const looks = [
    ['/subjects?view=hits&state=decided', 390, 'light'],
    ['subject', 1400, 'dark'],
    ['/subjects', 390, 'dark'],
    ['/subjects?view=news', 390, 'dark'],
    ['subject', 390, 'light'],
  ] as const;
  it.each(sampled(looks, 3))(
    '%s at %d, %s: no grave fault of access, no overflow, all of it reached by Tab',
    async (path, width, theme) => {
      const look = await open({ width, theme });
      await go('/subjects?q=9020534');
      await rows().nth(1).click();
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/subjects\/s-/);
      await look.goto(path === 'subject' ? page.url() : serving.address + path);
      await settled(look);
      expect(await graveFaultsOf(look)).toEqual([]);
      expect(await look.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      const { missed, unseen } = await goThrough(look);
      expect({ missed, unseen }).toEqual({ missed: [], unseen: [] });
      await look.context().close();
    },
  );

  it('has nothing to complain of', () => {
    expect(complaints).toEqual([]);
  });
});
