import { VectorTile } from '@mapbox/vector-tile';
import Pbf from 'pbf';
import { PMTiles, TileType } from 'pmtiles';
import type { ChartFrame } from '../../../src/figures/maps/sea-chart.ts';
import { apiAddress } from '../api/client.ts';
import { type TilePlace, tilesIn } from './tile-grid.ts';
import { drawVectorTile, type MapColours } from './vector-tile.ts';

/** A map of the user's own. */
export type TileMap = {
  /** What its makers ask to be said; empty where they ask for nothing. */
  readonly attribution: string;
  /** Draws the tiles of a frame that are there, and asks for the others; `arrived` is told when some came. */
  draw(context: CanvasRenderingContext2D, frame: ChartFrame, colours: MapColours): void;
};

type Tile = ImageBitmap | VectorTile | 'asked' | 'none';

/** Tiles that are kept; those that were drawn longest ago go first. */
const MOST_KEPT = 400;
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
 * Opens the map that is served.
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
  const kept = new Map<string, Tile>();

  const load = async ({ z, x, y }: TilePlace): Promise<Tile> => {
    const found = await archive.getZxy(z, x, y);
    if (found === undefined) return 'none';
    if (type === undefined) return new VectorTile(new Pbf(found.data));
    return await createImageBitmap(new Blob([found.data], { type }));
  };
  const tileAt = (place: TilePlace): Tile => {
    const key = `${place.z}/${place.x}/${place.y}`;
    const known = kept.get(key);
    if (known !== undefined) {
      kept.delete(key);
      kept.set(key, known);
      return known;
    }
    kept.set(key, 'asked');
    load(place)
      // A tile that cannot be read leaves its place as it is.
      .catch((): Tile => 'none')
      .then((tile) => {
        kept.set(key, tile);
        if (tile !== 'none') arrived();
      });
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST_KEPT) break;
      kept.delete(oldest);
    }
    return 'asked';
  };
  return {
    attribution: plainText(metadata?.attribution),
    draw: (context, frame, colours) => {
      for (const place of tilesIn(frame, isVector ? LINE_PIXELS : PICTURE_PIXELS, header)) {
        const tile = tileAt(place);
        if (tile instanceof VectorTile) drawVectorTile(context, tile, place, colours);
        else if (typeof tile !== 'string') context.drawImage(tile, place.left, place.top, place.size, place.size);
      }
    },
  };
}

/** The words of what may be written with links in it: nothing of another's file becomes a part of the page. */
function plainText(attribution: unknown): string {
  if (typeof attribution !== 'string') return '';
  const { textContent } = new DOMParser().parseFromString(attribution.slice(0, 2000), 'text/html').body;
  return textContent.replace(/\s+/g, ' ').trim().slice(0, 300);
}
