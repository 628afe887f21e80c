import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import findChromium from '../../tests/browser/find-chromium.ts';
import { launchBrowser } from '../../tests/browser/launch.ts';
import { servePanel } from '../../tests/workbench/serving.ts';
import { manyActs, manyClaims, mappedIncident, pageOf } from './many-rows.ts';

/**
 * How smooth the workbench stays on long tables and full maps: `npx tsx bench/workbench/main.ts [rows] [places]`, after a build.
 * The pages are those of the product; the rows come to them over its own interface, answered here, so that only the browser's
 * work is measured. Time on the browser's main thread is processor time, which a busy machine does not change much.
 */

const ROWS = Number(process.argv[2] ?? 50_000);
const PLACES = Number(process.argv[3] ?? 5_000);
/** Pixels between one frame and the next: six times what a hand does at a wheel. */
const STEP = 600;
const FRAMES = 300;

type Scrolled = { readonly deltas: readonly number[]; readonly longTasks: readonly number[] };

/** Scrolls the table a step at each frame and notes how long frames and long tasks took. */
const SCROLL = `new Promise((resolve) => {
  const box = document.querySelector('[role=grid]');
  const deltas = [], longTasks = [];
  new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration)))
    .observe({ entryTypes: ['longtask'] });
  let last = performance.now(), left = FRAMES;
  const frame = (now) => {
    deltas.push(now - last);
    last = now;
    box.scrollTop += STEP;
    if (--left > 0) requestAnimationFrame(frame);
    else setTimeout(() => resolve({ deltas: deltas.slice(1), longTasks }), 200);
  };
  requestAnimationFrame(frame);
})`;

/** Goes to the end again and again until no more rows come. */
const END = `new Promise((resolve) => {
  const box = document.querySelector('[role=grid]');
  let height = 0, still = 0;
  const timer = setInterval(() => {
    still = box.scrollHeight === height ? still + 1 : 0;
    height = box.scrollHeight;
    box.scrollTop = height;
    if (still > 60) { clearInterval(timer); resolve(); }
  }, 16);
})`;

const folder = mkdtempSync(join(tmpdir(), 'panel-bench-'));
await findChromium();
const serving = await servePanel(join(folder, 'workspace'));
const browser = await launchBrowser();
let session: CDPSession;
try {
  const page = await measuredPage();
  const [claims, acts] = [manyClaims(ROWS), manyActs(ROWS)];
  const facets = { status: [], claimant: [], predicate: [], counts: [] };
  const asked = (url: URL) =>
    [Number(url.searchParams.get('cursor') ?? 0), Number(url.searchParams.get('limit'))] as const;
  await page.route('**/api/v1/claims?*', (route) => {
    const [from, limit] = asked(new URL(route.request().url()));
    return route.fulfill({ json: { ...pageOf(claims, from, limit), facets } });
  });
  await page.route('**/api/v1/record/acts?*', (route) => {
    const [from, limit] = asked(new URL(route.request().url()));
    return route.fulfill({ json: pageOf(acts, from, limit) });
  });
  for (const [name, path] of [
    ['claims', '/claims'],
    ['acts', '/record'],
  ] as const)
    await measureTable(page, name, serving.address + path);
  await page.close();
  await measureMap(await measuredPage(), `${serving.address}/incidents/many`);
} finally {
  await browser.close();
  await serving.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measureTable(page: Page, name: string, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('grid').getByRole('row').nth(5).waitFor();
  const before = await threadTime();
  const scrolled = await page.evaluate<Scrolled>(
    SCROLL.replace('STEP', String(STEP)).replace('FRAMES', String(FRAMES)),
  );
  const busy = (await threadTime()) - before;
  say(`${name}: frames while scrolling, median`, `${median(scrolled.deltas).toFixed(1)} ms`);
  say(`${name}: frames, 95th of a hundred`, `${quantile(scrolled.deltas, 0.95).toFixed(1)} ms`);
  say(`${name}: main thread for a frame`, `${((busy * 1000) / FRAMES).toFixed(1)} ms`);
  say(
    `${name}: tasks over 50 ms`,
    `${scrolled.longTasks.length}${scrolled.longTasks.length > 0 ? `, longest ${Math.max(...scrolled.longTasks)} ms` : ''}`,
  );
  const started = performance.now();
  const loading = await threadTime();
  await page.evaluate(END);
  say(`${name}: to the last of ${ROWS} rows, by End`, `${((performance.now() - started) / 1000).toFixed(1)} s`);
  say(
    `${name}: main thread for a page of 200 rows`,
    `${((((await threadTime()) - loading) * 1000) / (ROWS / 200)).toFixed(1)} ms`,
  );
  const atEnd = await threadTime();
  const back = await page.evaluate<Scrolled>(SCROLL.replace('STEP', String(-STEP)).replace('FRAMES', String(FRAMES)));
  say(
    `${name}: main thread for a frame, all rows loaded`,
    `${((((await threadTime()) - atEnd) * 1000) / FRAMES).toFixed(1)} ms`,
  );
  say(`${name}: tasks over 50 ms, all rows loaded`, String(back.longTasks.length));
  const { usedJSHeapSize } = await page.evaluate<{ usedJSHeapSize: number }>(
    '({ usedJSHeapSize: performance.memory.usedJSHeapSize })',
  );
  say(`${name}: memory of the page`, `${Math.round(usedJSHeapSize / 1e6)} MB`);
}

async function measureMap(page: Page, address: string): Promise<void> {
  await page.route('**/api/v1/incidents/many', (route) => route.fulfill({ json: mappedIncident(PLACES) }));
  await page.goto(address);
  await page.locator('h2', { hasText: 'Where' }).waitFor();
  await page.locator('figure svg circle').first().waitFor({ state: 'attached' });
  say(`map: main thread for the page with ${PLACES} places`, `${((await threadTime()) * 1000).toFixed(0)} ms`);
  const drawn = await threadTime();
  const scrolled = await page.evaluate<Scrolled>(
    SCROLL.replace("document.querySelector('[role=grid]')", 'document.scrollingElement')
      .replace('STEP', '40')
      .replace('FRAMES', '60'),
  );
  say(
    'map: main thread for a frame while the page scrolls',
    `${((((await threadTime()) - drawn) * 1000) / 60).toFixed(1)} ms`,
  );
  say('map: tasks over 50 ms while the page scrolls', String(scrolled.longTasks.length));
}

async function measuredPage(): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
  await page.goto(serving.url);
  session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return page;
}

/** Seconds of processor time that the page's main thread has used since the measurement began. */
async function threadTime(): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}

function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

function quantile(numbers: readonly number[], part: number): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) * part)] ?? Number.NaN;
}

function say(what: string, figure: string): void {
  process.stdout.write(`${what}: ${figure}\n`);
}
