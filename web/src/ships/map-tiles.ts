import { PMTiles, TileType } from 'pmtiles';
import { apiAddress } from '../api/client.ts';
import type { TilePlace } from './tile-grid.ts';
import { type TileDrawing, type TileLayer, tileLayer } from './tile-layer.ts';
import { drawVectorTile, readVectorTile } from './vector-tile.ts';

/** A map of the user's own. */
export type TileMap = TileLayer & {
  /** What its makers ask to be said; empty where they ask for nothing. */
  readonly attribution: string;
};

/** A tile of pictures is made for as many pixels, one of lines for twice as many. */
const PICTURE_PIXELS = 256;
const LINE_PIXELS = 512;
const TYPES: Readonly<Partial<Record<TileType, string>>> = {
  [TileType.Png]: 'image/png',
  [TileType.Jpeg]: 'image/jpeg',
  [TileType.Webp]: 'image/webp',
  [TileType.Avif]: 'image/avif',
};

/**
 * Opens the map that is served; `arrived` is told when tiles came that a frame asked for.
 * @throws Error for a map whose tiles are of a kind that is not drawn, or that cannot be read
 */
export async function openTileMap(arrived: () => void): Promise<TileMap> {
  const archive = new PMTiles({
    getKey: () => 'map',
    getBytes: async (offset, length, signal) => {
      const answer = await fetch(apiAddress('/ships/map/tiles'), {
        credentials: 'same-origin',
        headers: { range: `bytes=${offset}-${offset + length - 1}` },
        ...(signal === undefined ? {} : { signal }),
      });
      if (answer.status !== 206) throw new Error(`the map answers ${answer.status}`);
      return { data: await answer.arrayBuffer() };
    },
  });
  const header = await archive.getHeader();
  const type = TYPES[header.tileType];
  const isVector = header.tileType === TileType.Mvt;
  if (type === undefined && !isVector) throw new Error('its tiles are neither pictures nor vector tiles');
  const metadata = (await archive.getMetadata()) as { readonly attribution?: unknown } | null;
  const load = async ({ z, x, y }: TilePlace): Promise<TileDrawing | null> => {
    const found = await archive.getZxy(z, x, y);
    if (found === undefined) return null;
    if (type === undefined) {
      // Read whole at once: what is broken is told here, and not while the chart is drawn.
      const shapes = readVectorTile(found.data);
      return shapes.length === 0 ? null : (pen, place, colours) => drawVectorTile(pen, shapes, place, colours);
    }
    const picture = await createImageBitmap(new Blob([found.data], { type }));
    return (pen, { left, top, size }) => pen.drawImage(picture, left, top, size, size);
  };
  return {
    attribution: plainText(metadata?.attribution),
    ...tileLayer(load, isVector ? LINE_PIXELS : PICTURE_PIXELS, header, arrived),
  };
}

/** The words of what may be written with links in it: nothing of another's file becomes a part of the page. */
function plainText(attribution: unknown): string {
  if (typeof attribution !== 'string') return '';
  const { textContent } = new DOMParser().parseFromString(attribution.slice(0, 2000), 'text/html').body;
  return textContent.replace(/\s+/g, ' ').trim().slice(0, 300);
}
