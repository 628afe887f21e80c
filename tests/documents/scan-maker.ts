import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';

/** A page to be printed and scanned: what stands on it, and how it comes out of the scanner. */
export type ScannedSheet = {
  readonly html: string;
  /** Width and height in inches. */
  readonly inches: readonly [number, number];
  readonly dpi: number;
  readonly face: 'latin' | 'korean' | 'chinese' | 'arabic';
  /** Turned, with grey noise, kept as a bad JPEG: a page from a copier. */
  readonly worn?: { readonly turned: number; readonly noise: number };
  /** JPEG quality of 100. */
  readonly quality: number;
};

const FACES = {
  latin: ['@embedpdf/fonts-sc', 'NotoSansHans-Regular.otf'],
  korean: ['@embedpdf/fonts-kr', 'NotoSansKR-Regular.otf'],
  chinese: ['@embedpdf/fonts-sc', 'NotoSansHans-Regular.otf'],
  arabic: ['@embedpdf/fonts-arabic', 'NotoNaskhArabic-Regular.ttf'],
} as const;

/** Prints a page in a browser and makes a scan of it, as JPEG. The noise is the same each time. */
export async function makeScan(browser: Browser, sheet: ScannedSheet): Promise<Buffer> {
  const { html, inches, dpi, face, worn, quality } = sheet;
  const [width, height] = inches.map((inch) => Math.round(inch * 96)) as [number, number];
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: dpi / 96 });
  const turned = worn === undefined ? '' : `transform: rotate(${worn.turned}deg);`;
  const font =
    face === 'latin' ? '' : `@font-face { font-family: sheet; src: url(data:font/otf;base64,${faceOf(face)}) }`;
  try {
    await page.setContent(
      `<style>${font} body { margin: 0.5in; font: 12pt/1.5 sheet, "Open Sans", sans-serif; color: #111; ${turned} } h1 { font-size: 13pt } table { border-collapse: collapse } td { padding: 2pt 12pt 2pt 0 }</style>${html}`,
    );
    await page.evaluate('document.fonts.ready.then(() => true)');
    const clean = await page.screenshot({ type: 'png' });
    const url = `data:image/png;base64,${clean.toString('base64')}`;
    const jpeg: string = await page.evaluate(scan(url, worn?.noise ?? 0, quality / 100));
    return Buffer.from(jpeg.slice(jpeg.indexOf(',') + 1), 'base64');
  } finally {
    await page.close();
  }
}

/** Runs in the page: puts noise of a fixed seed over the picture. */
function scan(url: string, noise: number, quality: number): string {
  return `(async () => {
    const image = new Image();
    image.src = ${JSON.stringify(url)};
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    if (${noise} > 0) {
      const points = context.getImageData(0, 0, canvas.width, canvas.height);
      let seed = 12345;
      for (let at = 0; at < points.data.length; at += 4) {
        seed = (seed * 1103515245 + 12345) % 2147483648;
        const grey = (seed / 2147483648 - 0.5) * ${noise};
        for (let part = 0; part < 3; part++) points.data[at + part] += grey;
      }
      context.putImageData(points, 0, 0);
    }
    return canvas.toDataURL('image/jpeg', ${quality});
  })()`;
}

function faceOf(face: keyof typeof FACES): string {
  const [name, file] = FACES[face];
  const entry = createRequire(import.meta.url).resolve(name);
  return readFileSync(join(dirname(entry), '..', 'fonts', file)).toString('base64');
}
