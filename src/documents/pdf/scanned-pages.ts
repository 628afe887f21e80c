import type { getDocumentProxy } from 'unpdf';
import type { ReadingLimits, ReadingProgress } from '../limits.ts';
import { openRecognizer, type PageRecognizer } from '../recognition/engine.ts';
import { installedRecognition } from '../recognition/installed.ts';
import type { SeenPicture } from '../recognition/recognised-layer.ts';
import { type PaintedPage, paintedPage } from './page-pictures.ts';
import { coverOf, rasterOf } from './page-raster.ts';
import type { PdfPage } from './pdf-frame.ts';
import { pixmapOf } from './raster-files.ts';

type Proxy = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Share of a page above which a picture under its text is the page itself. */
const WHOLE_PAGE = 0.8;
/** Pages with text that are looked at for a picture beneath it; where one has one, all are. */
const SAMPLES = 3;

export type ScannedPages = {
  /** Pages without text of their own, as they were read off their pictures. */
  readonly seen: ReadonlyMap<number, SeenPicture>;
  /** Pages whose text lies unseen over a picture of them. */
  readonly overlaid: ReadonlySet<number>;
  /** What was read off the pictures of those, beside the text that they bring. */
  readonly second: ReadonlyMap<number, SeenPicture>;
  /** Pages without text that a picture fills, whether it could be read or not. */
  readonly pictures: number;
  /** Whether there are pictures of pages and nothing that reads them. */
  readonly missing: boolean;
};

/** Reads the pages of a PDF that are pictures. Up to the limit of pages, each tells that the reading goes on. */
export async function scannedPages(
  proxy: Proxy,
  pages: readonly PdfPage[],
  limits: ReadingLimits,
  progress: ReadingProgress,
  ocr?: string,
): Promise<ScannedPages> {
  const silent = pages.filter(({ lines }) => lines.length === 0).map(({ number }) => number);
  const overlaid = await overlaidPages(
    proxy,
    pages.filter(({ lines }) => lines.length > 0).map(({ number }) => number),
  );
  const seen = new Map<number, SeenPicture>();
  const second = new Map<number, SeenPicture>();
  let pictures = 0;
  let recognizer: PageRecognizer | null = null;
  const asked = [...silent, ...overlaid].slice(0, limits.recognisedPages);
  for (const [at, number] of asked.entries()) {
    const raster = await rasterAt(proxy, number);
    progress(at + 1, asked.length);
    if (raster === null) continue;
    if (!overlaid.has(number)) pictures++;
    recognizer ??= await openRecognizer(ocr);
    const found = recognizer?.recognize(pixmapOf(raster)) ?? null;
    if (found === null) continue;
    const { width, height } = raster;
    (overlaid.has(number) ? second : seen).set(number, { seen: found, page: number, width, height });
  }
  return { seen, overlaid, second, pictures, missing: pictures > 0 && installedRecognition() === null };
}

/** The points of one page, put together from its pictures; null for one that has none, or whose pictures cannot be unpacked. */
export async function rasterAt(proxy: Proxy, number: number): Promise<ReturnType<typeof rasterOf>> {
  const painted = await paintedAt(proxy, number);
  return painted === null ? null : rasterOf(painted);
}

async function overlaidPages(proxy: Proxy, withText: readonly number[]): Promise<ReadonlySet<number>> {
  const samples = [withText[0], withText[withText.length >> 1], withText.at(-1)].filter((one) => one !== undefined);
  const isOverlaid = async (number: number): Promise<boolean> => {
    const painted = await paintedAt(proxy, number);
    return painted?.hasHiddenText === true && coverOf(painted) >= WHOLE_PAGE;
  };
  const found = new Set<number>();
  for (const number of new Set(samples.slice(0, SAMPLES))) if (await isOverlaid(number)) found.add(number);
  // To unpack the pictures of every page costs more than to read its text: most files have none beneath it.
  if (found.size === 0) return found;
  for (const number of withText) if (!found.has(number) && (await isOverlaid(number))) found.add(number);
  return new Set([...found].sort((a, b) => a - b));
}

/** A damaged picture takes nothing from the text of the other pages. */
async function paintedAt(proxy: Proxy, number: number): Promise<PaintedPage | null> {
  try {
    const page = await proxy.getPage(number);
    const painted = await paintedPage(page);
    page.cleanup();
    return painted;
  } catch {
    return null;
  }
}
