import { inverse, type Matrix, mapped } from './matrix.ts';
import type { PagePicture, PaintedPage, PicturePoints } from './page-pictures.ts';

/** A page as points of red, green and blue, a byte each, row by row from the upper left. */
export type Raster = { readonly width: number; readonly height: number; readonly data: Uint8Array };

/** Points of a page beyond which more say nothing: A4 at 350 dots an inch. */
const MOST_POINTS = 12_000_000;
/** Points to an inch of a page that is 72 wide: no finer than 600 dots. */
const FINEST = 600 / 72;
/** Share of the page below which its pictures are a sign or a stamp, and it is no scan. */
const LEAST_COVER = 0.3;

/**
 * The pictures of a page put together as they lie on it: scans come in one piece, in strips, or as layers. Each point of the
 * page takes the mean of the points of the picture that fall on it.
 * @returns null where no picture, or only a small one, lies on the page
 */
export function rasterOf(page: PaintedPage): Raster | null {
  if (coverOf(page) < LEAST_COVER) return null;
  const finest = Math.max(...page.pictures.map(scaleOf));
  const most = Math.sqrt(MOST_POINTS / Math.max(1, page.width * page.height));
  const scale = Math.min(finest, most, FINEST);
  const width = Math.max(1, Math.round(page.width * scale));
  const height = Math.max(1, Math.round(page.height * scale));
  if (width * height > MOST_POINTS * 1.1) return null;
  const raster = { width, height, data: new Uint8Array(width * height * 3).fill(255) };
  for (const picture of page.pictures) paint(raster, picture, scale);
  return raster;
}

/** Share of the page that its pictures take, overlaps counted twice: enough to tell a scan from a page with a sign on it. */
export function coverOf({ pictures, width, height }: PaintedPage): number {
  const area = pictures.reduce((sum, { place: [a, b, c, d] }) => sum + Math.abs(a * d - b * c), 0);
  return area / Math.max(1, width * height);
}

/** Points of the picture to one of the page. */
function scaleOf({ place: [a, b, c, d], width, height }: PagePicture): number {
  const across = width / Math.max(0.01, Math.hypot(a, b));
  const down = height / Math.max(0.01, Math.hypot(c, d));
  return Math.max(across, down);
}

function paint({ width, height, data }: Raster, picture: PagePicture, scale: number): void {
  const place = picture.place.map((value) => value * scale) as unknown as Matrix;
  const back = inverse(place);
  if (back === null) return;
  const corners = [mapped(place, 0, 0), mapped(place, 1, 0), mapped(place, 0, 1), mapped(place, 1, 1)];
  const range = (values: readonly number[], limit: number): readonly [number, number] => [
    Math.max(0, Math.floor(Math.min(...values))),
    Math.min(limit, Math.ceil(Math.max(...values))),
  ];
  const [left, right] = range(
    corners.map(([x]) => x),
    width,
  );
  const [top, bottom] = range(
    corners.map(([, y]) => y),
    height,
  );
  const color = new Float64Array(4);
  // Of a picture that is finer than the page, several points fall on one.
  const steps = Math.min(4, Math.max(1, Math.round(scaleOf({ ...picture, place }))));
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) {
      color.fill(0);
      let taken = 0;
      for (let j = 0; j < steps; j++)
        for (let i = 0; i < steps; i++) {
          const px = x + (i + 0.5) / steps;
          const py = y + (j + 0.5) / steps;
          const u = back[0] * px + back[2] * py + back[4];
          const v = back[1] * px + back[3] * py + back[5];
          if (u < 0 || u >= 1 || v < 0 || v >= 1) continue;
          // The unit square stands on its foot; the rows of a picture begin at its head.
          addPoint(color, picture, Math.floor(u * picture.width), Math.floor((1 - v) * picture.height));
          taken++;
        }
      if (taken === 0) continue;
      const at = (y * width + x) * 3;
      const opaque = color[3]! / taken;
      for (let part = 0; part < 3; part++)
        data[at + part] = Math.round(color[part]! / taken + data[at + part]! * (1 - opaque));
    }
}

/** Adds a point, weighed by how opaque it is. */
function addPoint(color: Float64Array, { width, height, points }: PagePicture, x: number, row: number): void {
  const y = Math.min(row, height - 1);
  const { form, data } = points;
  if (form === 'mask' || form === 'bits') {
    const isSet = isBitSet(points, width, x, y);
    if (form === 'mask' && isSet) return;
    const light = isSet ? 255 : 0;
    for (let part = 0; part < 3; part++) color[part]! += light;
    color[3]! += 1;
    return;
  }
  const size = form === 'rgb' ? 3 : 4;
  const at = (y * width + x) * size;
  const opaque = form === 'rgb' ? 1 : data[at + 3]! / 255;
  for (let part = 0; part < 3; part++) color[part]! += data[at + part]! * opaque;
  color[3]! += opaque;
}

function isBitSet({ data }: PicturePoints, width: number, x: number, y: number): boolean {
  return ((data[y * ((width + 7) >> 3) + (x >> 3)]! >> (7 - (x & 7))) & 1) === 1;
}
