import type { Matrix } from './matrix.ts';
import { type PdfPageProxy, pageOperators } from './page-operators.ts';

/** A picture that a page is painted with: where, in points from the upper left corner of the page, and its points of colour. */
export type PagePicture = {
  /** Takes the unit square of the picture to the page. */
  readonly place: Matrix;
  readonly width: number;
  readonly height: number;
  readonly points: PicturePoints;
};

/** `mask`: a stencil of one bit a point, painted black where the bit is 0. `bits`: one bit a point, black where it is 0. */
export type PicturePoints = {
  readonly form: 'mask' | 'bits' | 'rgb' | 'rgba';
  readonly data: Uint8Array | Uint8ClampedArray;
};

export type PaintedPage = {
  readonly width: number;
  readonly height: number;
  readonly pictures: readonly PagePicture[];
  /** Pictures that are there and cannot be unpacked (JPEG 2000, JBIG2 and others). */
  readonly unpacked: number;
  readonly hasHiddenText: boolean;
};

/** ISO 32000-1, table 106: text that is neither filled nor stroked, as it lies over scans. */
const INVISIBLE = 3;

/** The pictures that a page is painted with, and whether it holds text that nobody sees. Nothing else is drawn. */
export async function paintedPage(page: PdfPageProxy): Promise<PaintedPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const { ops, operators } = await pageOperators(page, transform as unknown as Matrix);
  const pictures: PagePicture[] = [];
  let missing = 0;
  let hasHiddenText = false;
  const paint = async (image: unknown, place: Matrix, isMask: boolean): Promise<void> => {
    const found = pictureOf(typeof image === 'string' ? await objectOf(page, image) : image, isMask);
    if (found === null) missing++;
    else pictures.push({ ...found, place });
  };
  for (const { operator, args, current } of operators)
    switch (operator) {
      case ops.setTextRenderingMode:
        hasHiddenText ||= args[0] === INVISIBLE;
        break;
      case ops.paintImageXObject:
      case ops.paintInlineImageXObject:
        await paint(args[0], current, false);
        break;
      case ops.paintImageMaskXObject:
        await paint(maskIn(args[0]), current, true);
        break;
      default:
        break;
    }
  return { width, height, pictures, unpacked: missing, hasHiddenText };
}

/** A mask is given whole, or by the name of what holds it. */
function maskIn(argument: unknown): unknown {
  const data = (argument as { readonly data?: unknown } | null)?.data;
  return typeof data === 'string' ? data : argument;
}

/** The objects of a page come when they are unpacked; one that never can be comes as nothing. */
function objectOf(page: PdfPageProxy, name: string): Promise<unknown> {
  const objects = name.startsWith('g_') ? page.commonObjs : page.objs;
  return new Promise((resolve) => {
    objects.get(name, resolve);
  });
}

type Kinds = { readonly [kind: number]: PicturePoints['form'] };
/** `ImageKind` of pdf.js. */
const FORMS: Kinds = { 1: 'bits', 2: 'rgb', 3: 'rgba' };
const POINT_BYTES = { rgb: 3, rgba: 4 } as const;

function pictureOf(image: unknown, isMask: boolean): Omit<PagePicture, 'place'> | null {
  const { width, height, data, kind } = (image ?? {}) as Partial<Record<'width' | 'height' | 'kind', number>> & {
    readonly data?: unknown;
  };
  const isData = data instanceof Uint8Array || data instanceof Uint8ClampedArray;
  const form = isMask ? 'mask' : FORMS[kind ?? 0];
  if (width === undefined || height === undefined || !isData || form === undefined) return null;
  const needed = form === 'mask' || form === 'bits' ? ((width + 7) >> 3) * height : POINT_BYTES[form] * width * height;
  return data.length < needed ? null : { width, height, points: { form, data } };
}
