import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
/** Unpacked once a checkout; removed with `node_modules`. */
const unpacked = join(root, 'node_modules', '.cache', 'standing-panel', 'chromium');

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Run by vitest before any test: finds a Chromium for the tests in a browser, so that they are never skipped. One that is
 * installed comes first (`CHROMIUM_PATH` names another); else, on Linux, the one among the development dependencies.
 * @throws Error where there is none: on other systems one must be installed
 */
export default async function findChromium(): Promise<void> {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && existsSync(named)) return;
  const installed = INSTALLED.find((path) => existsSync(path));
  if (installed !== undefined) {
    process.env.CHROMIUM_PATH = installed;
    return;
  }
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('The tests in a browser need Chromium or Chrome: install one, or name it in CHROMIUM_PATH.');
  process.env.CHROMIUM_PATH = await unpackChromium();
  process.env.CHROMIUM_LIBRARIES = join(unpacked, 'al2023', 'lib');
  if (!existsSync('/etc/fonts')) process.env.CHROMIUM_FONTS = join(unpacked, 'fonts');
}

/** Unpacks in a folder next to it and then renames: two test runs at once on one checkout both find it whole. */
async function unpackChromium(): Promise<string> {
  const program = join(unpacked, 'chromium');
  if (existsSync(program)) return program;
  mkdirSync(dirname(unpacked), { recursive: true });
  const beside = mkdtempSync(`${unpacked}-`);
  const before = { TMPDIR: process.env.TMPDIR, AWS_EXECUTION_ENV: process.env.AWS_EXECUTION_ENV };
  // The package unpacks into the temporary folder, and its libraries only where it believes itself on the system it was made for.
  process.env.TMPDIR = beside;
  process.env.AWS_EXECUTION_ENV = `AWS_Lambda_nodejs${process.versions.node.split('.')[0]}.x`;
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
    if (!existsSync(unpacked)) renameSync(beside, unpacked);
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    rmSync(beside, { recursive: true, force: true });
  }
  return program;
}
