import type { ChartFrame } from '../../../src/figures/maps/sea-chart.ts';
import { type PlacedTile, type TilePlace, tilesIn } from './tile-grid.ts';
import type { MapColours, TilePen } from './vector-tile.ts';

/** What a frame shows of a map: some of it, nothing yet, or nothing at all. */
export type MapShown = 'drawn' | 'awaited' | 'nothing';

/** What a map is drawn with. */
export type MapPen = TilePen & Pick<CanvasRenderingContext2D, 'drawImage'>;

/** A tile that is there: draws itself at its place. */
export type TileDrawing = (pen: MapPen, place: PlacedTile, colours: MapColours) => void;

export type TileLayer = {
  /**
   * Draws the tiles of a frame that are there, and asks for the others.
   * @param seen the part about its middle that is on the screen; what is answered is said of that alone
   */
  draw(pen: MapPen, frame: ChartFrame, seen: ChartFrame, colours: MapColours): MapShown;
};

/** Tiles that are kept; those that were drawn longest ago go first. */
const MOST_KEPT = 400;

/**
 * Tiles as they are read, one by one, when a frame first shows them.
 * @param load reads a tile; null where the map has nothing
 * @param pixels that a tile is wide by its own design
 * @param arrived is told when it is known of a tile whether it is there
 */
export function tileLayer(
  load: (place: TilePlace) => Promise<TileDrawing | null>,
  pixels: number,
  zooms: { readonly minZoom: number; readonly maxZoom: number },
  arrived: () => void,
): TileLayer {
  const kept = new Map<string, TileDrawing | 'asked' | null>();
  const tileAt = (place: TilePlace): TileDrawing | 'asked' | null => {
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
      .catch(() => null)
      .then((tile) => {
        kept.set(key, tile);
        arrived();
      });
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST_KEPT) break;
      kept.delete(oldest);
    }
    return 'asked';
  };
  return {
    draw: (pen, frame, seen, colours) => {
      const [right, down] = [(frame.width - seen.width) / 2, (frame.height - seen.height) / 2];
      const isSeen = ({ left, top, size }: PlacedTile): boolean =>
        left < right + seen.width && left + size > right && top < down + seen.height && top + size > down;
      let shown: MapShown = 'nothing';
      for (const place of tilesIn(frame, pixels, zooms)) {
        const tile = tileAt(place);
        if (typeof tile === 'function') tile(pen, place, colours);
        if (tile === null || shown === 'drawn' || !isSeen(place)) continue;
        shown = tile === 'asked' ? 'awaited' : 'drawn';
      }
      return shown;
    },
  };
}
