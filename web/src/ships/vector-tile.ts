import { VectorTile, type VectorTileLayer } from '@mapbox/vector-tile';
import Pbf from 'pbf';
import type { PlacedTile } from './tile-grid.ts';

/** Colours of what a map of lines and surfaces shows. */
export type MapColours = { readonly land: string; readonly water: string; readonly line: string };

/** What of a canvas a tile is drawn with. */
export type TilePen = Pick<
  CanvasRenderingContext2D,
  'save' | 'restore' | 'clip' | 'beginPath' | 'rect' | 'moveTo' | 'lineTo' | 'fill' | 'stroke' | 'lineWidth'
> & { fillStyle: CanvasRenderingContext2D['fillStyle']; strokeStyle: CanvasRenderingContext2D['strokeStyle'] };

/** What schemas of maps call land and water. */
const LAND = new Set(['earth', 'land', 'landmass']);
const WATER = new Set(['water', 'ocean', 'sea', 'water_polygons', 'ocean_polygons', 'lakes']);

/** Lines and surfaces of a tile, land first, then water, then all else. */
export type TileShapes = readonly TileShape[];

type TileShape = {
  readonly layer: string;
  /** How many units the tile is wide. */
  readonly extent: number;
  /** Each line or ring, a coordinate across and one down for each of its points. */
  readonly lines: readonly Int32Array[];
};

/** Reads a vector tile whole. @throws Error for one that is broken, wherever in it */
export function readVectorTile(bytes: ArrayBuffer): TileShapes {
  const { layers } = new VectorTile(new Pbf(bytes));
  const order = ({ layer }: TileShape): number => (LAND.has(layer) ? 0 : WATER.has(layer) ? 1 : 2);
  return Object.values(layers)
    .map((layer) => ({ layer: layer.name, extent: layer.extent, lines: linesOf(layer) }))
    .filter(({ lines }) => lines.length > 0)
    .sort((a, b) => order(a) - order(b));
}

function linesOf(layer: VectorTileLayer): readonly Int32Array[] {
  const lines: Int32Array[] = [];
  for (let at = 0; at < layer.length; at++) {
    const feature = layer.feature(at);
    if (feature.type !== 2 && feature.type !== 3) continue;
    for (const points of feature.loadGeometry()) lines.push(Int32Array.from(points.flatMap(({ x, y }) => [x, y])));
  }
  return lines;
}

/** Surfaces of land and water filled, and all lines; of other surfaces the outline. Names are left to the chart's own. */
export function drawVectorTile(
  context: TilePen,
  shapes: TileShapes,
  { left, top, size }: PlacedTile,
  colours: MapColours,
): void {
  context.save();
  context.beginPath();
  context.rect(left, top, size, size);
  context.clip();
  context.lineWidth = 0.6;
  context.strokeStyle = colours.line;
  for (const { layer, extent, lines } of shapes) {
    const grown = size / extent;
    context.beginPath();
    for (const line of lines) {
      context.moveTo(left + line[0]! * grown, top + line[1]! * grown);
      for (let at = 2; at < line.length; at += 2) context.lineTo(left + line[at]! * grown, top + line[at + 1]! * grown);
    }
    const fill = LAND.has(layer) ? colours.land : WATER.has(layer) ? colours.water : null;
    if (fill === null) context.stroke();
    else {
      context.fillStyle = fill;
      // Holes are wound the other way round (Mapbox Vector Tile 2.1, 4.3.3.3).
      context.fill();
    }
  }
  context.restore();
}
