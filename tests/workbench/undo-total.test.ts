import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { listClaims } from '../../src/app/commands/review.ts';
import { launchBrowser } from '../browser/launch.ts';
import { fullCountTest } from '../full-count.ts';
import { panel } from './example-workbench.ts';
import { servePanel } from './serving.ts';
import { settled } from './settled.ts';

const STATEMENT =
  'The United States said that more than one million barrels of refined petroleum had been delivered to North Korea in 2019.\n';

/** Undoing acts in the browser is sampled by the tests of the other pages. */
fullCountTest(
  'takes a finding back that was made with a total from a ledger',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'panel-undo-total-'));
    const workspace = join(folder, 'workspace');
    writeFileSync(join(folder, 'statement.txt'), STATEMENT);
    await panel('add', join(folder, 'statement.txt'), '--source', 'Desk', '--workspace', workspace);
    const claims = await listClaims({ workspace });
    const activity = { date: '2019-06-30', act: 'supply', goods: { name: 'refined petroleum' }, from: 'CN', to: 'KP' };
    await panel(
      'findings',
      'make',
      claims[0]?.id ?? '',
      '--by',
      'A. Reader',
      '--title',
      'Supply in 2019',
      '--activity',
      JSON.stringify(activity),
      '--total-from',
      'notified:petroleum',
      '--factor',
      '8.33',
      '--workspace',
      workspace,
    );
    const [browser, serving] = await Promise.all([launchBrowser(), servePanel(workspace)]);
    try {
      const context = await browser.newContext();
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      const answers: number[] = [];
      page.on('response', (response) => {
        if (response.request().method() === 'POST' && response.url().endsWith('/undo')) answers.push(response.status());
      });
      await context.request.get(serving.url);
      await page.goto(`${serving.address}/findings`);
      await settled(page);
      await page
        .getByRole('link', { name: /Supply in 2019/ })
        .first()
        .click();
      await settled(page);
      await page
        .getByRole('button', { name: /^Take back/ })
        .first()
        .click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Take back', exact: true }).click();
      await page.getByRole('textbox', { name: /name/i }).fill('A. Reader');
      await page.keyboard.press('Enter');
      await expect.poll(() => answers, { timeout: 15_000 }).toEqual([200]);
    } finally {
      await browser.close();
      await serving.stop();
    }
  },
  110_000,
);
