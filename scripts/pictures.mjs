// Makes the pictures of the README and of the user guide from the real product: runs the example dossier in a temporary
// workspace and takes screenshots of its report and of the workbench. Needs Chromium (CHROMIUM_PATH, or /usr/bin/chromium). Run: node scripts/pictures.mjs
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { makeReady, root } from './readiness.mjs';
import { takeShipsPicture } from './ships-picture.mjs';
import { takeWorkbenchPictures } from './workbench-pictures.mjs';

const CLOCK = '2025-08-01';
const images = join(root, 'docs', 'images');

makeReady();
const folder = mkdtempSync(join(tmpdir(), 'standing-panel-pictures-'));
try {
  const workspace = join(folder, 'workspace');
  const program = join(root, 'dist', 'cli', 'main.js');
  const run = spawnSync(
    process.execPath,
    [program, 'run', join(root, 'examples', 'veto-2024'), '--workspace', workspace, '--clock', CLOCK],
    { encoding: 'utf8' },
  );
  if (run.status !== 0) throw new Error(run.stderr);
  mkdirSync(images, { recursive: true });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    await takeReportPictures(browser, run.stdout.trim().split('\n').at(-1));
    await takeWorkbenchPictures({ browser, program, workspace, images });
    await takeShipsPicture({ browser, program, workspace: join(folder, 'silence'), images });
  } finally {
    await browser.close();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function takeReportPictures(browser, report) {
  const page = await browser.newPage({ viewport: { width: 1100, height: 1100 }, colorScheme: 'light' });
  await page.goto(pathToFileURL(report).href);
  await page.screenshot({ path: join(images, 'report.png') });
  const figure = page
    .locator('figure', { has: page.locator('svg') })
    .filter({ hasText: 'around 50 times' })
    .first();
  if ((await figure.count()) > 0) await figure.screenshot({ path: join(images, 'figures.png') });
  await page.close();
}
