import type { Page } from 'playwright-core';

/** Until the page shows what it has to show: its heading stands, nothing is on its way. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor();
  await page.locator('main :is(.skeleton, [aria-busy="true"])').first().waitFor({ state: 'detached' });
}
