import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ExampleWorkbench, serveExample } from './example-workbench.ts';
import { settled } from './settled.ts';

let example: ExampleWorkbench;
beforeAll(async () => {
  example = await serveExample();
}, 120_000);
afterAll(() => example?.close());

it('a source is graded by an act on its page, with a reason, and the record has it', async () => {
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
}, 120_000);
