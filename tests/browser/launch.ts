import { type Browser, chromium } from 'playwright-core';

/** A browser for one test file, from the Chromium that `find-chromium.ts` found. Close it in `afterAll`. */
export async function launchBrowser(): Promise<Browser> {
  const { CHROMIUM_PATH: executablePath, CHROMIUM_LIBRARIES, CHROMIUM_FONTS } = process.env;
  if (executablePath === undefined) throw new Error('tests/browser/find-chromium.ts did not run');
  return await chromium.launch({
    executablePath,
    // The Chromium of the development dependencies brings the libraries and fonts that a bare system lacks.
    env: {
      ...process.env,
      ...(CHROMIUM_LIBRARIES === undefined ? {} : { LD_LIBRARY_PATH: CHROMIUM_LIBRARIES }),
      ...(CHROMIUM_FONTS === undefined ? {} : { FONTCONFIG_PATH: CHROMIUM_FONTS }),
    },
    // Tests open pages of our own only; containers and root have no sandbox to offer.
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
  });
}
