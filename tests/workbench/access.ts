import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Brings the checker of access into every document that a page will show. */
export async function bringAccessChecker(page: Page): Promise<void> {
  await page.addInitScript({ content: AXE });
}

/** The serious and critical faults of access that a page has as it stands; framed documents are checked on their own. */
export async function graveFaultsOf(page: Page): Promise<readonly string[]> {
  const violations = await page.evaluate<AxeResults['violations']>(
    `axe.run({ exclude: ['iframe'] }, { resultTypes: ['violations'], iframes: false }).then(({ violations }) => violations)`,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`),
    );
}
