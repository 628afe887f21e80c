import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isFullCount, sampled } from '../full-count.ts';
import { bringAccessChecker, graveFaultsOf } from './access.ts';
import { type ExampleWorkbench, serveExample } from './example-workbench.ts';
import { focusPlaces, goThrough } from './focus.ts';
import { settled } from './settled.ts';

const WIDE = { width: 1600, height: 1000 };
const NARROW = { width: 390, height: 844 };
/** Of the first page with everything that it needs, compressed as it goes over the network. */
const MOST_BYTES = 350_000;

describe('every page of the workbench, on the example dossier', () => {
  let example: ExampleWorkbench;
  beforeAll(async () => {
    example = await serveExample();
  }, 240_000);
  afterAll(() => example?.close());

  it('have no serious fault of access, no overflow and no complaint: light and wide, dark and narrow', async () => {
    const { page, complaints } = await example.open({ viewport: WIDE });
    await bringAccessChecker(page);
    const faults: string[] = [];
    for (const [at, [name, path]] of sampled(Object.entries(example.pages), 5).entries()) {
      await show(page, { theme: 'light', viewport: WIDE });
      await page.goto(example.address + path);
      await settled(page);
      const looks = [
        { theme: 'light', viewport: WIDE },
        { theme: 'dark', viewport: NARROW },
      ] as const;
      for (const [nth, look] of looks.entries()) {
        await show(page, look);
        // Faults of access take seconds to look for: each page in one look, the next page in the other; all of them in the long tests.
        const isLookedThrough = isFullCount || (at + nth) % 2 === 0;
        const found = [...(await overflowOf(page)), ...(isLookedThrough ? await graveFaultsOf(page) : [])];
        await page.setViewportSize(look.viewport === WIDE ? NARROW : WIDE);
        found.push(...(await overflowOf(page)));
        faults.push(...found.map((fault) => `${name}, ${look.theme}: ${fault}`));
      }
    }
    expect(faults).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('can be gone through by Tab alone: the way past the menu first, every control reached and seen', async () => {
    const { page } = await example.open({ viewport: WIDE });
    const names = [
      'overview',
      'decisions',
      'document',
      'claim',
      'incident',
      'what may be one',
      'subject',
      'screening results',
      'finding',
      'report',
    ];
    for (const name of sampled(names, 5)) {
      await page.goto(example.address + example.pages[name]);
      await settled(page);
      const { first, missed, unseen } = await goThrough(page);
      expect(first, name).toBe('Skip to the page');
      expect({ missed, unseen }, name).toEqual({ missed: [], unseen: [] });
    }
    await page.keyboard.press('Escape');
    await page.goto(example.address);
    await settled(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate<boolean>("document.activeElement.closest('main') !== null")).toBe(true);
    await page.context().close();
  });

  it('keeps the focus in a dialog and gives it back', async () => {
    const { page } = await example.open({ viewport: WIDE });
    await page.goto(example.address + example.pages.finding);
    await settled(page);
    const opener = page.getByRole('button', { name: 'Record a letter' });
    await opener.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    const places = await focusPlaces(page, 20);
    expect(places.filter((place) => place === 'page')).toEqual([]);
    expect(places.filter((place) => place === 'dialog').length).toBeGreaterThan(10);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.evaluate<string>('document.activeElement.innerText')).toBe('Record a letter');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys on this page' }).waitFor();
    await page.context().close();
  });

  it('comes in less than 350 kB at the first visit', async () => {
    const { page } = await example.open({ viewport: WIDE });
    // The other pages' scripts are fetched some time after the first: on a slow machine before that one stands.
    await page.addInitScript(
      'const later = setTimeout; window.setTimeout = (work, wait, ...rest) => wait >= 1000 ? 0 : later(work, wait, ...rest);',
    );
    const network = await page.context().newCDPSession(page);
    await network.send('Network.enable');
    let [bytes, scripts] = [0, 0];
    network.on('Network.responseReceived', ({ type }) => {
      if (type === 'Script') scripts += 1;
    });
    network.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.goto(example.address);
    await settled(page);
    expect(scripts).toBeGreaterThan(0);
    expect(bytes).toBeGreaterThan(30_000);
    expect(bytes).toBeLessThan(MOST_BYTES);
    await page.context().close();
  });

  it.each(['finding', 'incident'])('prints %s as a page of paper: content without what is pressed', async (name) => {
    const { page } = await example.open({ viewport: WIDE, colorScheme: 'dark' });
    await page.goto(example.address + example.pages[name]);
    await settled(page);
    const headings = await page.locator('main h2:visible').allTextContents();
    await page.emulateMedia({ media: 'print' });
    expect(
      await page.locator(':is(button, select, input, textarea, nav[aria-label="Pages"], .skip):visible').count(),
    ).toBe(0);
    expect(await page.locator('main h1').isVisible()).toBe(true);
    expect(await page.locator('main h2:visible').allTextContents()).toEqual(headings);
    const colours = await page.evaluate<unknown>(
      '(({ color, backgroundColor }) => ({ color, backgroundColor }))(getComputedStyle(document.body))',
    );
    expect(colours).toEqual({ color: 'rgb(0, 0, 0)', backgroundColor: 'rgb(255, 255, 255)' });
    await page.context().close();
  });

  it('prints what it folds to save room, and folds it again', async () => {
    const { page } = await example.open({ viewport: WIDE });
    await page.goto(example.address + example.pages.finding);
    await settled(page);
    const folded = page.locator('main details[data-prints]:not([open])');
    const [before, lines] = [await folded.count(), await page.locator('main details[data-prints] li').count()];
    expect(before).toBeGreaterThan(0);
    expect(lines).toBeGreaterThan(await page.locator('main details[data-prints] li:visible').count());
    await page.evaluate(
      `addEventListener('beforeprint', () => {
        window.printed = [...document.querySelectorAll('main details[data-prints] li')].filter((line) => line.checkVisibility()).length;
      })`,
    );
    await page.pdf();
    expect(await page.evaluate<number>('window.printed')).toBe(lines);
    expect(await folded.count()).toBe(before);
    await page.context().close();
  });

  it('says that the program does not answer, and comes back by itself when it does', async () => {
    const { page } = await example.open({ viewport: WIDE });
    await Promise.all([page.waitForResponse(/record-page\S*\.js$/), page.goto(example.address)]);
    await settled(page);
    await page.context().setOffline(true);
    await page.getByRole('link', { name: 'Record', exact: true }).click();
    await page.getByText('The workbench does not answer').first().waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Verify the record' }).waitFor();
    await page.context().close();
  });
});

type Look = { readonly theme: 'light' | 'dark'; readonly viewport: typeof WIDE };

async function show(page: Page, { theme, viewport }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await page.setViewportSize(viewport);
}

/** Things that reach over the page's right edge make the whole page scroll sideways. Drawings follow a new width a frame later. */
async function overflowOf(page: Page): Promise<readonly string[]> {
  const over =
    await page.evaluate<number>(`new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() =>
    resolve(document.documentElement.scrollWidth - document.documentElement.clientWidth))))`);
  return over > 0 ? [`${over} pixels too wide`] : [];
}
