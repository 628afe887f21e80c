import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderHtml } from '../../src/report/html/html.ts';
import { launchBrowser } from '../browser/launch.ts';
import { sampleModel } from './sample-model.ts';

/** What the page itself measures; a string, since it runs in the browser and is checked against no DOM types here. */
const MEASURE = `(() => {
  const luminance = ([r, g, b]) => [r, g, b].map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const rgb = (css) => (css.match(/[\\d.]+/g) || []).map(Number);
  const backgroundOf = (node) => { for (let at = node; at; at = at.parentElement) { const c = rgb(getComputedStyle(at).backgroundColor); if (c.length === 3 || c[3] > 0.99) return c; } return [255, 255, 255]; };
  const low = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement;
    if (!node.textContent.trim() || parent.closest('style,title,desc') || parent.closest('svg')) continue;
    if (!parent.checkVisibility()) continue;
    const style = getComputedStyle(parent);
    const [a, b] = [luminance(rgb(style.color)), luminance(backgroundOf(parent))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) low.push(node.textContent.trim().slice(0, 30) + ' ' + ratio.toFixed(2));
  }
  for (const node of document.querySelectorAll('svg text')) {
    if (!node.checkVisibility()) continue;
    const box = node.getBoundingClientRect();
    const frame = node.ownerSVGElement.getBoundingClientRect();
    if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1) low.push('text leaves its figure: ' + node.textContent);
  }
  return { low, scroll: document.documentElement.scrollWidth, client: document.documentElement.clientWidth };
})()`;

type Measured = { low: string[]; scroll: number; client: number };

describe('the report in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'report-'));
  const address = pathToFileURL(join(folder, 'report.html')).href;
  let browser: Browser;

  beforeAll(async () => {
    writeFileSync(join(folder, 'report.html'), renderHtml(sampleModel()));
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(width: number, colorScheme: 'light' | 'dark'): Promise<{ page: Page; complaints: string[] }> {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('requestfailed', (request) => complaints.push(request.url()));
    page.on('request', (request) => {
      if (request.url() !== address) complaints.push(`asked for ${request.url()}`);
    });
    await page.goto(address);
    return { page, complaints };
  }

  it.each([
    [390, 'light'],
    [390, 'dark'],
    [1600, 'light'],
    [1600, 'dark'],
  ] as const)('is quiet, fits the width and can be read at %i in %s', async (width, scheme) => {
    const { page, complaints } = await open(width, scheme);
    const { low, scroll, client } = (await page.evaluate(MEASURE)) as Measured;
    expect(complaints).toEqual([]);
    expect(scroll).toBe(client);
    expect(low).toEqual([]);
    await page.close();
  });

  it('prints on A4, light also in a dark room, within the paper', async () => {
    const { page } = await open(1600, 'dark');
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    const boxes = new Set(
      [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[([^\]]*)\]/g)].map((match) => match[1]?.trim()),
    );
    expect([...boxes].map((box) => box?.split(/\s+/).map((part) => Math.round(Number(part))))).toEqual([
      [0, 0, 595, 842],
    ]);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.setViewportSize({ width: 650, height: 900 });
    const { low, scroll, client } = (await page.evaluate(MEASURE)) as Measured;
    expect(low).toEqual([]);
    expect(scroll).toBe(client);
    await page.close();
  });
});
