import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import address from 'world-atlas/land-10m.json?url';
import { type CoastRing, coastRings, drawCoast } from '../../../src/figures/maps/coast.ts';
import { type ChartFrame, chartX, chartY, placeAt } from '../../../src/figures/maps/sea-chart.ts';
import type { MapShown, TileLayer } from './tile-layer.ts';

let land: Promise<readonly CoastRing[]> | undefined;

/** Natural Earth's land at 1:10 million, from the program's own server; read once, when the first chart is opened. */
export function loadLand(): Promise<readonly CoastRing[]> {
  land ??= fetch(address, { credentials: 'same-origin' })
    .then((answer) => answer.json() as Promise<Topology<{ land: GeometryCollection }>>)
    .then((topology) =>
      coastRings(
        feature(topology, topology.objects.land).features.flatMap(({ geometry }) =>
          geometry.type === 'Polygon'
            ? [geometry.coordinates]
            : geometry.type === 'MultiPolygon'
              ? geometry.coordinates
              : [],
        ),
      ),
    );
  land.catch(() => {
    land = undefined;
  });
  return land;
}

/** Drawn so much wider than the chart that it can be moved some way before it is drawn again. */
const WIDER = 1.6;

/** The land as a picture: while a chart is moved the picture is moved with it, and it is drawn again when the chart rests. */
export class LandPicture {
  readonly #canvas = document.createElement('canvas');
  #frame: ChartFrame | null = null;
  #ratio = 1;

  /** Draws the land for a frame, and over it the user's own map. @returns what of the map the frame shows */
  render(
    frame: ChartFrame,
    rings: readonly CoastRing[],
    colours: { readonly land: string; readonly water: string; readonly coast: string },
    ratio: number,
    map: TileLayer | null,
  ): MapShown {
    const wide = { ...frame, width: Math.round(frame.width * WIDER), height: Math.round(frame.height * WIDER) };
    this.#canvas.width = wide.width * ratio;
    this.#canvas.height = wide.height * ratio;
    const context = this.#canvas.getContext('2d');
    if (context === null) return 'nothing';
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.beginPath();
    drawCoast(wide, rings, context);
    context.fillStyle = colours.land;
    context.fill();
    context.strokeStyle = colours.coast;
    context.lineWidth = 0.7;
    context.stroke();
    this.#frame = wide;
    this.#ratio = ratio;
    const { land, water, coast: line } = colours;
    return map?.draw(context, wide, frame, { land, water, line }) ?? 'nothing';
  }

  /** Puts the picture where the land is in a frame. */
  draw(context: CanvasRenderingContext2D, frame: ChartFrame): void {
    const drawn = this.#frame;
    if (drawn === null) return;
    const [west, north] = placeAt(drawn, 0, 0);
    const grown = frame.scale / drawn.scale;
    context.drawImage(
      this.#canvas,
      0,
      0,
      drawn.width * this.#ratio,
      drawn.height * this.#ratio,
      chartX(frame, west),
      chartY(frame, north),
      drawn.width * grown,
      drawn.height * grown,
    );
  }
}
