import { DocumentError } from './document-error.ts';
import type { ReadingLimits } from './limits.ts';
import { asDocumentError, sizeChecked } from './read-fault.ts';
import { type PictureKind, pictureHeadOf, pictureKindOf } from './recognition/picture.ts';
import { mediaKindOf } from './sniff.ts';

/** A page as a browser shows it. */
export type PagePictureFile = { readonly type: `image/${PictureKind}`; readonly bytes: Uint8Array };

/**
 * The picture of a page that text was read off: of a picture the file itself, of a PDF what its page is painted with.
 * @param page from 1
 * @throws DocumentError `no-such-passage` for a page that is not there or no picture
 */
export async function pagePicture(
  bytes: Uint8Array,
  name: string,
  limits: ReadingLimits,
  page: number,
): Promise<PagePictureFile> {
  sizeChecked(bytes, name, limits);
  const none = (): DocumentError => new DocumentError('no-such-passage', `page ${page} is no picture`, { place: name });
  try {
    if (pictureKindOf(bytes) !== null) {
      if (page !== 1) throw none();
      return { type: `image/${pictureHeadOf(bytes, name, limits).kind}`, bytes };
    }
    if (mediaKindOf(bytes, name, limits) !== 'pdf') throw none();
    const [{ openPdf }, { rasterAt }, { pngOf }] = await Promise.all([
      import('./pdf/pdf.ts'),
      import('./pdf/scanned-pages.ts'),
      import('./pdf/raster-files.ts'),
    ]);
    const proxy = await openPdf(bytes, name, limits);
    try {
      const raster = page > proxy.numPages ? null : await rasterAt(proxy, page);
      if (raster === null) throw none();
      return { type: 'image/png', bytes: pngOf(raster) };
    } finally {
      await proxy.destroy();
    }
  } catch (error) {
    throw asDocumentError(error, name);
  }
}
