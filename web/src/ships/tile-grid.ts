import { type ChartFrame, chartX, placeAt, stretched } from '../../../src/figures/maps/sea-chart.ts';

/** A tile of a map in the common scheme: at zoom `z` the world is 2^z tiles wide and high, counted from the north-west. */
export type TilePlace = { readonly z: number; readonly x: number; readonly y: number };

/** A tile within a frame, in pixels. */
export type PlacedTile = TilePlace & { readonly left: number; readonly top: number; readonly size: number };

/** So many cover any screen; more would be asked for where a map begins at a larger scale than is shown, and it is left out then. */
const MOST_TILES = 300;
const WORLD = 360;

/**
 * The tiles that cover a frame, at the zoom at which they are drawn nearest to their own size.
 * @param pixels that a tile is wide by its own design
 */
export function tilesIn(
  frame: ChartFrame,
  pixels: number,
  { minZoom, maxZoom }: { readonly minZoom: number; readonly maxZoom: number },
): readonly PlacedTile[] {
  const z = Math.max(minZoom, Math.min(maxZoom, Math.round(Math.log2((WORLD * frame.scale) / pixels))));
  const across = 2 ** z;
  const size = (WORLD * frame.scale) / across;
  const [west, north] = placeAt(frame, 0, 0);
  const [east, south] = placeAt(frame, frame.width, frame.height);
  const column = (lon: number): number => Math.floor(((lon + WORLD / 2) / WORLD) * across);
  const row = (lat: number): number =>
    Math.max(0, Math.min(across - 1, Math.floor(((WORLD / 2 - stretched(lat)) / WORLD) * across)));
  const [first, last, upper, lower] = [column(west), column(east), row(north), row(south)];
  if ((last - first + 1) * (lower - upper + 1) > MOST_TILES) return [];
  const found: PlacedTile[] = [];
  for (let x = first; x <= last; x++)
    for (let y = upper; y <= lower; y++) {
      const up = WORLD / 2 - (y / across) * WORLD;
      found.push({
        z,
        // Columns run on around the world, so that nothing is torn at the 180th meridian.
        x: ((x % across) + across) % across,
        y,
        left: chartX(frame, (x / across) * WORLD - WORLD / 2),
        top: frame.height / 2 - (up - stretched(frame.latitude)) * frame.scale,
        size,
      });
    }
  return found;
}
