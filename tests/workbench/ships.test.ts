import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fleetAsCsv, makeFleet } from '../../bench/tracks/fleet.ts';
import { shipEndpoints } from '../../src/app/workbench/contract/ship.ts';
import { launchBrowser } from '../browser/launch.ts';
import { fullCountTest, isFullCount } from '../full-count.ts';
import { meetingAtSea } from '../tracks/meeting-at-sea.ts';
import { bringAccessChecker, graveFaultsOf } from './access.ts';
import { panel } from './example-workbench.ts';
import { goThrough } from './focus.ts';
import { makeTiles } from './make-tiles.ts';
import { type Serving, servePanel } from './serving.ts';
import { settled } from './settled.ts';

const STATEMENT =
  'The tanker Pyol Hae (IMO 9000015) called at Nampo on 3 June 2018, Panama said. The tanker Amber Heron (MMSI 351000001) called at Rajin on 2 June 2018, Panama said. The tanker Pyol Hae (IMO 9000015) met the tanker Amber Heron (MMSI 351000001) on 2 June 2018, Panama said.\n';

/** No colour of the page's own. */
const MAP_COLOUR = [250, 0, 250] as const;

describe('the page Ships', () => {
  const folder = mkdtempSync(join(tmpdir(), 'panel-ships-'));
  const complaints: string[] = [];
  let browser: Browser;
  let serving: Serving;
  /** Only the full counts look at so many ships. */
  let crowd: Serving;
  beforeAll(async () => {
    const file = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const [small, large] = [join(folder, 'small'), join(folder, 'large')];
    const meeting = file('meeting.csv', meetingAtSea({ day: '2018-06-02', flags: ['351', '445'] }));
    const statement = file('statement.txt', STATEMENT);
    await panel('add', statement, '--source', 'Panama', '--published', '2018-07-01', '--workspace', small);
    await panel('tracks', 'add', meeting, '--source', 'Coast station', '--workspace', small);
    [browser, serving] = await Promise.all([launchBrowser(), servePanel(small)]);
    if (!isFullCount) return;
    // More than 100,000 positions of 60 ships in a box of six degrees.
    const fleet = makeFleet({ seed: 3, ships: 60, days: 4, meetings: 4, silences: 4 });
    await panel('tracks', 'add', file('fleet.csv', fleetAsCsv(fleet.rows)), '--source', 'Fleet', '--workspace', large);
    const tiles = join(folder, 'own.pmtiles');
    writeFileSync(
      tiles,
      makeTiles(MAP_COLOUR, { attribution: 'From <a href="https://example.org">Somebody’s chart</a>' }),
    );
    crowd = await servePanel(large, '--tiles', tiles);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await serving?.stop();
    await crowd?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (at: Serving, path: string, look: { width: number; theme: 'light' | 'dark' }): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: look.width, height: 900 }, colorScheme: look.theme });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await bringAccessChecker(page);
    await context.request.get(at.url);
    await page.goto(at.address + path);
    await settled(page);
    await page.locator('canvas').waitFor();
    return page;
  };

  it('lists events, and says of the one that is chosen what it shows and no more', async () => {
    const page = await open(serving, '/ships?kind=encounter', { width: 1500, theme: 'light' });
    await page.keyboard.press('j');
    const event = page.getByRole('region', { name: 'The event chosen' });
    await event.getByRole('heading', { name: 'Nearness of two ships: AMBER HERON and PYOL HAE' }).waitFor();
    expect(await page.locator('figcaption').textContent()).toContain(
      'Unbroken line: AMBER HERON; broken line: PYOL HAE.',
    );
    const words = (await event.textContent()) ?? '';
    expect(words).toContain('at most 500 m apart');
    expect(words).toContain('The positions do not show what was done there.');
    expect(words).toContain('S/RES/2375(2017) OP11');
    const claims = page.getByRole('region', { name: 'Calls and meetings that are claimed, beside the tracks' });
    expect(await claims.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/^Silent then Panama: .*Pyol Hae/),
      expect.stringMatching(/^Does not fit Panama: .*Amber Heron/),
      expect.stringMatching(/^Fits Panama: .*met the tanker Amber Heron/),
    ]);
    await page.context().close();
  });

  const eventsJudged = async (word: string): Promise<readonly unknown[]> => {
    const context = await browser.newContext();
    await context.request.get(serving.url);
    const answer = await context.request.get(`${serving.address}/api/v1/ships/events?judged=${word}`);
    const { items } = (await answer.json()) as { readonly items: readonly unknown[] };
    await context.close();
    return items;
  };

  it('judges by keyboard, asks for the reason, remembers it and takes it back', async () => {
    const page = await open(serving, '/ships?kind=encounter', { width: 1500, theme: 'light' });
    await page.keyboard.press('j');
    await page.getByRole('heading', { name: /^Nearness/ }).waitFor();
    await page.keyboard.press('r');
    const reason = page.getByRole('textbox', { name: 'Why relevant' });
    await reason.waitFor();
    expect(await page.evaluate<string>('document.activeElement.labels[0].textContent')).toBe('Why relevant');
    await reason.fill('Off the lanes, with a ship of that flag');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Your name' }).fill('Ada Panel');
    await page.keyboard.press('Enter');
    const event = page.getByRole('region', { name: 'The event chosen' });
    await event.getByText('Relevant, by Ada Panel').waitFor();
    expect(await page.getByRole('row', { name: /Nearness/ }).textContent()).toContain('Relevant');
    expect((await eventsJudged('relevant')).length).toBe(1);
    // What is shown may come before the answer to the act, which u takes back.
    await page
      .getByRole('button', { name: /^Undo: / })
      .first()
      .waitFor();
    await page.keyboard.press('u');
    await event.getByText('Relevant, by Ada Panel').waitFor({ state: 'detached' });
    expect(await eventsJudged('relevant')).toEqual([]);
    await page.goto(`${serving.address}/record`);
    await settled(page);
    await page
      .getByText(/Judged relevant: Nearness of two ships, MMSI 351000001 and 445000002/)
      .first()
      .waitFor();
    await page.context().close();
  });

  fullCountTest('finds events anew by thresholds of one’s own, and says of each by which', async () => {
    const page = await open(serving, '/ships?kind=encounter', { width: 1500, theme: 'light' });
    await page.getByRole('row', { name: /Nearness/ }).waitFor();
    await page.getByText('Thresholds', { exact: true }).click();
    await page.getByRole('combobox', { name: 'Threshold' }).selectOption('encounter.distance');
    await page.getByRole('textbox', { name: 'Value' }).fill('300');
    await page.keyboard.press('Enter');
    await page.getByText('encounter.distance 300 metres (the program: 500)').waitFor();
    await page.getByRole('row', { name: /Nearness/ }).click();
    const event = page.getByRole('region', { name: 'The event chosen' });
    await event.getByText(/^encounter\/1, distance 300,/).waitFor();
    expect(await event.textContent()).toContain('at most 300 m apart');
    await page.getByRole('button', { name: 'Take back encounter.distance' }).click();
    await page.getByText('encounter.distance 300 metres').waitFor({ state: 'detached' });
    await page.goto(`${serving.address}/ships?set=encounter.distance%3D50`);
    await settled(page);
    await page.getByText('encounter.distance 50 metres (the program: 500)').waitFor();
    expect(await page.getByRole('row', { name: /Nearness/ }).count()).toBe(0);
    await page.context().close();
  });

  it('draws land, tracks and marks, and can be moved and zoomed by keys', async () => {
    const page = await open(serving, '/ships', { width: 1500, theme: 'light' });
    const colours = () =>
      page.evaluate<number>(`(() => {
        const canvas = document.querySelector('canvas');
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        const seen = new Set();
        for (let at = 0; at < data.length; at += 4) seen.add((data[at] << 16) | (data[at + 1] << 8) | data[at + 2]);
        return seen.size;
      })()`);
    const scale = () => page.locator('figcaption').textContent();
    await expect.poll(colours).toBeGreaterThan(20);
    expect(await scale()).not.toContain('Map:');
    const picture = () => page.evaluate<string>(`document.querySelector('canvas').toDataURL()`);
    const [before, at] = [await picture(), await scale()];
    await page.getByRole('group', { name: /^Chart/ }).focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(picture).not.toBe(before);
    expect(await scale()).toBe(at);
    for (let press = 0; press < 9; press++) await page.keyboard.press('+');
    await page.getByText('At this scale the coast is coarser than it looks').waitFor();
    await page.context().close();
  });

  it('draws what was heard in the time of the slider alone', async () => {
    const page = await open(serving, '/ships', { width: 1500, theme: 'light' });
    await page.getByRole('combobox', { name: 'Draw' }).selectOption({ label: '6 hours' });
    const slider = page.getByRole('slider', { name: 'Up to' });
    const words = await slider.getAttribute('aria-valuetext');
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    expect(await slider.getAttribute('aria-valuetext')).not.toBe(words);
    await page.context().close();
  });

  fullCountTest('draws a hundred thousand positions anew where they are moved', async () => {
    const page = await open(crowd, '/ships', { width: 1500, theme: 'light' });
    expect(await page.locator('figcaption').textContent()).toMatch(/1[0-9]{2},[0-9]{3} positions/);
    const picture = () => page.evaluate<string>(`document.querySelector('.chart-place canvas').toDataURL()`);
    await page.waitForTimeout(500);
    const before = await picture();
    await page.evaluate(
      `document.querySelector('.chart-place').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }))`,
    );
    await expect.poll(picture, { timeout: 20_000 }).not.toBe(before);
    await page.context().close();
  });

  fullCountTest('draws a map of the user’s own under the tracks, with its makers’ words', async () => {
    const page = await open(crowd, '/ships', { width: 1500, theme: 'light' });
    const share = () =>
      page.evaluate<number>(`(() => {
        const { width, height } = document.querySelector('.chart-place canvas');
        const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
        copy.drawImage(document.querySelector('.chart-place canvas'), 0, 0);
        const { data } = copy.getImageData(0, 0, width, height);
        let seen = 0;
        for (let at = 0; at < data.length; at += 4)
          if (data[at] === ${MAP_COLOUR[0]} && data[at + 1] === ${MAP_COLOUR[1]} && data[at + 2] === ${MAP_COLOUR[2]}) seen++;
        return (4 * seen) / data.length;
      })()`);
    await expect.poll(share, { timeout: 30_000 }).toBeGreaterThan(0.1);
    expect(await page.locator('figcaption').textContent()).toContain('Map: own.pmtiles (From Somebody’s chart).');
    expect(await page.locator('figcaption a').count()).toBe(0);
    // Where no tile can be read none is said to be drawn; without the coast those that can be are drawn all the same.
    const said = complaints.length;
    await page.route('**/land-10m*', (route) => route.abort());
    const pictures = Number(readFileSync(join(folder, 'own.pmtiles')).readBigUInt64LE(56));
    let isBroken = true;
    await page.route('**/ships/map/tiles', async (route) =>
      isBroken && (await route.request().headerValue('range'))?.startsWith(`bytes=${pictures}-`)
        ? route.abort()
        : route.continue(),
    );
    await page.reload();
    await page.getByText('Of the map own.pmtiles nothing is drawn at this place and scale.').waitFor();
    expect(await page.locator('figcaption').textContent()).toContain('The coast could not be read');
    expect(await page.locator('figcaption').textContent()).not.toContain('Map: own.pmtiles');
    isBroken = false;
    await page.getByRole('group', { name: /^Chart/ }).focus();
    for (let press = 0; press < 10; press++) await page.keyboard.press('-');
    await page.getByText('Map: own.pmtiles (From Somebody’s chart).').waitFor();
    await expect.poll(share, { timeout: 30_000 }).toBeGreaterThan(0.1);
    // The browser itself tells of what it was kept from.
    for (const words of complaints.splice(said)) expect(words).toContain('ERR_FAILED');
    await page.context().close();
  });

  fullCountTest('gives the map by ranges, and to nobody without the token', async () => {
    const context = await browser.newContext();
    const ask = async (headers: Record<string, string>) => {
      const answer = await context.request.get(`${crowd.address}/api/v1/ships/map/tiles`, { headers });
      return [answer.status(), (await answer.body()).subarray(0, 7).toString('latin1')];
    };
    expect((await ask({ range: 'bytes=0-6' }))[0]).toBe(401);
    await context.request.get(crowd.url);
    expect(await ask({ range: 'bytes=0-6' })).toEqual([206, 'PMTiles']);
    for (const range of ['', 'bytes=0-', 'bytes=9-3', 'bytes=0-99999999', 'bytes=999999999-999999999'])
      expect((await ask(range === '' ? {} : { range }))[0], range).toBe(range === 'bytes=0-99999999' ? 206 : 416);
    await context.close();
    await expect(servePanel(join(folder, 'small'), '--tiles', join(folder, 'meeting.csv'))).rejects.toThrow(
      'meeting.csv is no PMTiles file',
    );
  });

  fullCountTest('moves a hundred thousand positions at twenty pictures a second or more', async () => {
    const page = await open(crowd, '/ships', { width: 1500, theme: 'light' });
    const times = await page.evaluate<number[]>(`(async () => {
      const place = document.querySelector('.chart-place');
      const next = () => new Promise((done) => requestAnimationFrame(done));
      await new Promise((done) => setTimeout(done, 1500));
      const times = [];
      for (let step = 0; step < 40; step++) {
        const begun = performance.now();
        place.dispatchEvent(new KeyboardEvent('keydown', { key: step % 8 < 4 ? 'ArrowRight' : 'ArrowLeft', bubbles: true }));
        await next();
        await next();
        times.push(performance.now() - begun);
      }
      return times.sort((a, b) => a - b);
    })()`);
    // The middle one: two pictures were waited for, so that what was drawn for the first is on the screen.
    process.stderr.write(`a picture took ${Math.round(times[20]! / 2)} ms, at most ${Math.round(times[39]! / 2)} ms\n`);
    expect(times[20]! / 2).toBeLessThan(50);
    await page.context().close();
  });

  it('has no serious fault of access and no overflow: light and wide, dark and narrow', async () => {
    for (const look of [
      { width: 1500, theme: 'light' },
      { width: 390, theme: 'dark' },
    ] as const) {
      const page = await open(serving, '/ships', look);
      expect(await graveFaultsOf(page)).toEqual([]);
      expect(
        await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
      ).toBe(0);
      if (look.width === 1500) {
        const { first, missed, unseen } = await goThrough(page);
        expect({ first, missed, unseen }).toEqual({ first: 'Skip to the page', missed: [], unseen: [] });
      }
      await page.context().close();
    }
    expect(complaints).toEqual([]);
  });

  it('answers as the contract says', async () => {
    const context = await browser.newContext();
    await context.request.get(serving.url);
    for (const [path, endpoint] of [
      ['/ships', shipEndpoints.desk],
      ['/ships/events?limit=1000', shipEndpoints.events],
      ['/ships/positions?ship=445000002/1', shipEndpoints.positions],
      ['/ships/claims', shipEndpoints.claims],
    ] as const) {
      const answer = await context.request.get(`${serving.address}/api/v1${path}`);
      const parsed = endpoint.answer.safeParse(await answer.json());
      expect(parsed.error?.issues, path).toBeUndefined();
    }
    const unknown = await context.request.get(`${serving.address}/api/v1/ships?set=encounter.width%3D3`);
    expect([unknown.status(), await unknown.text()]).toEqual([422, expect.stringContaining('encounter.width')]);
    const strange = await context.request.get(`${serving.address}/api/v1/ships/events?judged=guilty`);
    expect(strange.status()).toBe(422);
    await context.close();
  });
});
