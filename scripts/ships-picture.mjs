// The picture of the page Ships: the example of a silence, run and served by the real product.
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './readiness.mjs';
import { addressOf, settled } from './workbench-pictures.mjs';

/** Takes the picture into `images`: the silence of the example, with what lay within reach. */
export async function takeShipsPicture({ browser, program, workspace, images }) {
  const example = join(root, 'examples', 'silence-2019');
  const run = spawnSync(
    process.execPath,
    [
      program,
      'run',
      example,
      '--by',
      'Ada Panel',
      '--workspace',
      workspace,
      '--clock',
      '2019-05-01',
      '--format',
      'json',
    ],
    { encoding: 'utf8' },
  );
  if (run.status !== 0) throw new Error(run.stderr);
  const server = spawn(process.execPath, [program, 'serve', '--workspace', workspace, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const address = await addressOf(server);
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, colorScheme: 'light' });
    await page.addInitScript("localStorage.setItem('standing-panel.actor', 'Ada Panel')");
    await page.goto(address);
    await settled(page);
    await page.goto(`${new URL(address).origin}/ships?kind=gap`);
    await settled(page);
    await page.locator('canvas').waitFor();
    await page
      .getByRole('row', { name: /TAE SONG 9/ })
      .first()
      .click();
    await page.getByRole('heading', { name: /^Silence: TAE SONG 9/ }).waitFor();
    await page.waitForFunction(hasLand);
    // Until the coast is drawn at the scale of the event, and not moved there from another.
    await page.waitForTimeout(1500);
    await page.screenshot({ path: join(images, 'workbench-ships.png') });
    await page.close();
  } finally {
    server.kill('SIGTERM');
  }
}

/** In the page: whether a good part of the chart has the colour of land. */
function hasLand() {
  const canvas = document.querySelector('.chart-place canvas');
  const copy = new OffscreenCanvas(canvas.width, canvas.height + 1).getContext('2d', { willReadFrequently: true });
  copy.drawImage(canvas, 0, 0);
  copy.fillStyle = getComputedStyle(canvas).getPropertyValue('--figure-land').trim();
  copy.fillRect(0, canvas.height, 1, 1);
  const words = new Uint32Array(copy.getImageData(0, 0, canvas.width, canvas.height + 1).data.buffer);
  const land = words[canvas.width * canvas.height];
  return words.filter((word) => word === land).length > words.length / 20;
}
