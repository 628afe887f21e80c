import { afterAll, beforeAll, expect } from 'vitest';
import { makeZip } from '../documents/zip-maker.ts';
import { fullCountTest } from '../full-count.ts';
import { type ExampleWorkbench, serveExample } from './example-workbench.ts';
import { settled } from './settled.ts';

let example: ExampleWorkbench;
beforeAll(async () => {
  example = await serveExample();
}, 120_000);
afterAll(() => example?.close());

fullCountTest(
  'a source is graded by an act on its page, with a reason, and the record has it',
  async () => {
    const { page, complaints } = await example.open({ viewport: { width: 1400, height: 900 } });
    await page.goto(`${example.address}/sources`);
    await settled(page);
    await page.getByRole('button', { name: 'Change Russian Federation' }).click();
    const dialog = page.getByRole('dialog', { name: 'Russian Federation' });
    await dialog.getByLabel('Reliability').selectOption('D');
    // A grade without a reason of its own cannot be saved.
    expect(await dialog.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await dialog.getByLabel('Why it is graded so').fill('Denies what debris shows.');
    await dialog.getByRole('button', { name: 'Save' }).click();
    const actor = page.getByRole('dialog').filter({ hasText: 'name' }).getByRole('textbox').first();
    await actor.waitFor();
    await actor.fill('Ada Panel');
    await page.keyboard.press('Enter');
    const row = page.getByRole('row', { name: /Russian Federation/ });
    await row.getByText('Denies what debris shows.').waitFor();
    expect(await row.getByRole('cell').first().textContent()).toMatch(/^D /);
    await page.goto(`${example.address}/record`);
    await settled(page);
    await page.getByText('The source Russian Federation was described').first().waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  },
  120_000,
);

fullCountTest(
  'of an archive what is chosen is taken in, from a source that is graded on the way',
  async () => {
    const { page, complaints } = await example.open({ viewport: { width: 1400, height: 900 } });
    await page.goto(`${example.address}/documents`);
    await settled(page);
    const letter = (day: number) => `On ${day} May 2023 the Harbour Office said that 40 containers left the port.`;
    const archive = makeZip([
      { name: 'letters/first.txt', content: Buffer.from(letter(1)) },
      { name: 'letters/second.txt', content: Buffer.from(letter(2)) },
      { name: '../escape.txt', content: Buffer.from(letter(3)) },
    ]);
    const other = Buffer.from('The Harbour Office said on 9 May 2023 that the berth was empty.');
    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles([
        { name: 'letters.zip', mimeType: 'application/zip', buffer: archive },
        { name: 'other.txt', mimeType: 'text/plain', buffer: other },
      ]);
    const dialog = page.getByRole('dialog', { name: 'Add 2 documents' });
    await dialog.getByText('2 of 2 documents in it').waitFor();
    await dialog.getByText('climbs out with').waitFor();
    await dialog.getByRole('checkbox', { name: /second\.txt/ }).uncheck();
    await dialog.getByRole('checkbox', { name: /other\.txt/ }).uncheck();
    await dialog.getByText('1 of 2 documents in it').waitFor();
    await dialog.getByLabel('Source', { exact: false }).first().fill('Harbour Office');
    await dialog.getByLabel('Reliability of this new source').selectOption('B');
    expect(await dialog.getByRole('button', { name: 'Add the document' }).isDisabled()).toBe(true);
    await dialog.getByLabel('Why it is graded so').fill('It keeps the register of the port.');
    await dialog.getByLabel('Controlled by').fill('Ministry of Transport; Port Company');
    await dialog.getByRole('button', { name: 'Add the document' }).click();
    const actor = page.getByRole('dialog').filter({ hasText: 'Your name' }).getByRole('textbox').first();
    await actor.waitFor();
    await actor.fill('Ada Panel');
    await page.keyboard.press('Enter');
    const added = page.getByRole('region', { name: 'Documents being added' });
    await added.getByText('2 documents added, 1 refused.').waitFor();
    await added.getByRole('link', { name: 'letters.zip/letters/first.txt' }).waitFor();
    await added.getByText('1 of the 2 documents in it were not chosen and not taken in').waitFor();
    await page.goto(`${example.address}/sources`);
    await settled(page);
    const row = page.getByRole('row', { name: /Harbour Office/ });
    await row.getByText('It keeps the register of the port.').waitFor();
    await row.getByText('Ministry of Transport, Port Company').waitFor();
    expect(await row.getByRole('cell').last().textContent()).toContain('Change');
    expect(complaints).toEqual([]);
    await page.context().close();
  },
  120_000,
);
