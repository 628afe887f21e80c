import {
  type GeoProjection,
  geoAzimuthalEqualArea,
  geoDistance,
  geoGraticule,
  geoNaturalEarth1,
  geoPath,
} from 'd3-geo';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import land from 'world-atlas/land-110m.json' with { type: 'json' };
import {
  canvasOf,
  circle,
  type FigureOptions,
  figureSvg,
  group,
  label,
  line,
  path,
  rect,
  tooltip,
  wrapLabel,
} from '../drawing/drawing.ts';
import { joinMarkup, type Markup, NO_MARKUP } from '../drawing/markup.ts';
import { measureText } from '../drawing/text-metrics.ts';

/** A place in degrees (WGS 84). */
export type MapPlace = {
  readonly name: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly note?: string;
};

export type MapInput = {
  readonly title: string;
  readonly places: readonly MapPlace[];
  /** Voyages and transfers between places, by their index, drawn as great circles. */
  readonly routes?: readonly { readonly from: number; readonly to: number }[];
};

const DEGREES = 180 / Math.PI;
/** The coast is drawn from 1:110 million data; closer than this (degrees around the centre) it would pretend to a precision it lacks. */
const LEAST_RADIUS = 9;
/** Beyond this the whole world is shown. */
const GREATEST_RADIUS = 65;

/** Where it happened. Land without borders: the map takes no side on any. */
export function mapFigure(input: MapInput, options: FigureOptions = {}): string {
  const canvas = canvasOf(options, 'map');
  const { palette, width, narrow } = canvas;
  const places = input.places.filter(
    ({ longitude, latitude }) => Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90,
  );
  const height = Math.round(width * (narrow ? 0.85 : 0.52));
  const projection = projectionFor(places, width, height);
  const draw = geoPath(projection).digits(1);
  const topology = land as unknown as Topology;
  const shape = topology.objects.land;
  const coast = shape === undefined ? null : draw(feature(topology, shape));
  const graticule = draw(geoGraticule().step([10, 10])());
  const points = places.map((place) => ({ place, at: projection([place.longitude, place.latitude]) }));
  const routes = (input.routes ?? []).flatMap(({ from, to }) => {
    const [a, b] = [input.places[from], input.places[to]];
    if (!a || !b) return [];
    return (
      draw({
        type: 'LineString',
        coordinates: [
          [a.longitude, a.latitude],
          [b.longitude, b.latitude],
        ],
      }) ?? []
    );
  });
  const labels = placeLabels(
    points.flatMap(({ place, at }) => (at ? [{ place, x: at[0], y: at[1] }] : [])),
    width,
    height,
  );
  const parts: Markup[] = [
    rect(0, 0, width, height, { fill: palette.water }),
    graticule === null ? NO_MARKUP : path(graticule, { fill: 'none', stroke: palette.grid, 'stroke-width': 0.6 }),
    coast === null ? NO_MARKUP : path(coast, { fill: palette.land, stroke: palette.faint, 'stroke-width': 0.6 }),
    ...routes.map((d) =>
      path(d, { fill: 'none', stroke: palette.accent, 'stroke-width': 1.5, 'stroke-dasharray': '5 4' }),
    ),
    ...labels.map(({ place, x, y, textX, textY, anchor, shown }) =>
      group(
        {},
        tooltip(place.note === undefined ? place.name : `${place.name}: ${place.note}`),
        circle(x, y, 5, { fill: palette.alert, stroke: palette.paper, 'stroke-width': 1.5 }),
        shown === null
          ? NO_MARKUP
          : joinMarkup([
              Math.hypot(textX - x, textY - 4 - y) > 20 ? line(x, y, textX, textY - 4, palette.muted) : NO_MARKUP,
              group(
                { stroke: palette.paper, 'stroke-width': 3, 'stroke-linejoin': 'round', 'paint-order': 'stroke' },
                label(textX, textY, shown, { size: 12, bold: true, anchor }),
              ),
            ]),
      ),
    ),
    rect(0.5, 0.5, width - 1, height - 1, { fill: 'none', stroke: palette.faint }),
  ];
  const key = listUnlabelled(labels, width);
  const bottom = height + (key.lines.length === 0 ? 2 : 8 + key.lines.length * 15);
  parts.push(
    joinMarkup(key.lines.map((text, i) => label(0, height + 16 + i * 15, text, { size: 11.5, fill: palette.muted }))),
  );
  return figureSvg(canvas, bottom, input.title, describe(places), parts);
}

function projectionFor(places: readonly MapPlace[], width: number, height: number): GeoProjection {
  const centre = centreOf(places);
  const radius = Math.max(
    LEAST_RADIUS,
    ...places.map(({ longitude, latitude }) => geoDistance(centre, [longitude, latitude]) * DEGREES),
  );
  if (places.length === 0 || radius > GREATEST_RADIUS) {
    return geoNaturalEarth1()
      .rotate([-centre[0], 0])
      .fitExtent(
        [
          [8, 8],
          [width - 8, height - 8],
        ],
        { type: 'Sphere' },
      );
  }
  const points: GeoJSON.MultiPoint = {
    type: 'MultiPoint',
    coordinates: places.map(({ longitude, latitude }) => [longitude, latitude]),
  };
  const projection = geoAzimuthalEqualArea().rotate([-centre[0], -centre[1]]);
  // Room at the sides for names, more of it where the map is wide.
  const [padX, padY] = [width * 0.2, height * 0.2];
  if (places.length > 1)
    projection.fitExtent(
      [
        [padX, padY],
        [width - padX, height - padY],
      ],
      points,
    );
  const closest = (Math.min(width, height) * 0.5) / (2 * Math.sin(LEAST_RADIUS / DEGREES / 2));
  if (places.length < 2 || projection.scale() > closest) projection.scale(closest).translate([width / 2, height / 2]);
  return projection.clipAngle(Math.min(120, radius * 5 + 20)).clipExtent([
    [0, 0],
    [width, height],
  ]);
}

/** The middle of the places on the sphere, so that a group across the date line is not torn apart. */
function centreOf(places: readonly MapPlace[]): [number, number] {
  let [x, y, z] = [0, 0, 0];
  for (const { longitude, latitude } of places) {
    const [l, p] = [longitude / DEGREES, latitude / DEGREES];
    x += Math.cos(p) * Math.cos(l);
    y += Math.cos(p) * Math.sin(l);
    z += Math.sin(p);
  }
  if (Math.hypot(x, y, z) < 1e-9) return [0, 0];
  return [Math.atan2(y, x) * DEGREES, Math.atan2(z, Math.hypot(x, y)) * DEGREES];
}

type PlacedLabel = {
  readonly place: MapPlace;
  readonly x: number;
  readonly y: number;
  readonly textX: number;
  readonly textY: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly shown: string | null;
};

/** Names beside their places where they touch nothing; the rest is listed below the map. */
function placeLabels(
  points: readonly { readonly place: MapPlace; readonly x: number; readonly y: number }[],
  width: number,
  height: number,
): readonly PlacedLabel[] {
  const taken = points.map(({ x, y }) => ({ left: x - 6, right: x + 6, top: y - 6, bottom: y + 6 }));
  return points.map(({ place, x, y }) => {
    const text = measureText(place.name, { size: 12, bold: true });
    for (const [dx, dy, anchor] of OFFSETS) {
      const textX = x + dx;
      const left = anchor === 'start' ? textX : anchor === 'end' ? textX - text : textX - text / 2;
      const box = { left: left - 2, right: left + text + 2, top: y + dy - 12, bottom: y + dy + 4 };
      const inside = box.left >= 2 && box.right <= width - 2 && box.top >= 2 && box.bottom <= height - 2;
      const free = taken.every(
        (o) => box.right < o.left || o.right < box.left || box.bottom < o.top || o.bottom < box.top,
      );
      if (!inside || !free) continue;
      taken.push(box);
      return { place, x, y, textX, textY: y + dy, anchor, shown: place.name };
    }
    return { place, x, y, textX: x, textY: y, anchor: 'start', shown: null };
  });
}

const OFFSETS: readonly (readonly [number, number, 'start' | 'middle' | 'end'])[] = [
  [9, 4, 'start'],
  [-9, 4, 'end'],
  [0, -10, 'middle'],
  [0, 20, 'middle'],
  [9, -8, 'start'],
  [9, 18, 'start'],
  [-9, -8, 'end'],
  [-9, 18, 'end'],
  [22, -26, 'start'],
  [22, 34, 'start'],
  [-22, -26, 'end'],
  [-22, 34, 'end'],
];

function listUnlabelled(labels: readonly PlacedLabel[], width: number): { readonly lines: readonly string[] } {
  const names = labels.filter(({ shown }) => shown === null).map(({ place }) => place.name);
  return names.length === 0 ? { lines: [] } : wrapLabel(`Also marked: ${names.join(', ')}`, width, { size: 11.5 });
}

function describe(places: readonly MapPlace[]): string {
  return places.map(({ name, note }) => (note === undefined ? `${name}.` : `${name}: ${note}.`)).join(' ');
}
