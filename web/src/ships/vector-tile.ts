import type { VectorTile } from '@mapbox/vector-tile';
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

/** Surfaces of land and water filled, and all lines; of other surfaces the outline. Names are left to the chart's own. */
export function drawVectorTile(
  context: TilePen,
  { layers }: VectorTile,
  { left, top, size }: PlacedTile,
  colours: MapColours,
): void {
  context.save();
  context.beginPath();
  context.rect(left, top, size, size);
  context.clip();
  context.lineWidth = 0.6;
  context.strokeStyle = colours.line;
  const order = (name: string): number => (LAND.has(name) ? 0 : WATER.has(name) ? 1 : 2);
  for (const layer of Object.values(layers).sort((a, b) => order(a.name) - order(b.name))) {
    const grown = size / layer.extent;
    context.beginPath();
    for (let at = 0; at < layer.length; at++) {
      const feature = layer.feature(at);
      if (feature.type !== 2 && feature.type !== 3) continue;
      for (const ring of feature.loadGeometry()) {
        for (const [index, { x, y }] of ring.entries())
          if (index === 0) context.moveTo(left + x * grown, top + y * grown);
          else context.lineTo(left + x * grown, top + y * grown);
      }
    }
    const fill = LAND.has(layer.name) ? colours.land : WATER.has(layer.name) ? colours.water : null;
    if (fill === null) context.stroke();
    else {
      context.fillStyle = fill;
      // Holes are wound the other way round (Mapbox Vector Tile 2.1, 4.3.3.3).
      context.fill();
    }
  }
  context.restore();
}
