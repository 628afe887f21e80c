import {
  canvasOf,
  circle,
  type FigureOptions,
  figureSvg,
  group,
  label,
  labelLines,
  line,
  path,
  rect,
  wrapLabel,
} from '../drawing/drawing.ts';
import { joinMarkup, type Markup, NO_MARKUP } from '../drawing/markup.ts';
import { measureText } from '../drawing/text-metrics.ts';
import { type CoastRing, clippedPath, coastPath, LEAST_SCALE } from './coast.ts';
import {
  type ChartFrame,
  type ChartPoint,
  chartX,
  chartY,
  frameOf,
  graticuleOf,
  lineLabel,
  milesBetween,
  near,
  reachOutline,
  scaleBar,
  scaleOf,
} from './sea-chart.ts';

/** Where ships were about an event in their tracks, as their positions were received. */
export type TrackMapInput = {
  readonly title: string;
  /** Whose positions they are. */
  readonly source: string;
  /** The time that is drawn, in words. */
  readonly time: string;
  readonly ships: readonly {
    readonly label: string;
    /** Broken where no position was received for long. */
    readonly runs: readonly (readonly ChartPoint[])[];
  }[];
  /** The place of the event. */
  readonly mark: { readonly at: ChartPoint; readonly label: string } | null;
  /** A time without a position: where it began and ended, and how far she could sail meanwhile (nautical miles). */
  readonly silence: {
    readonly from: ChartPoint;
    readonly to: ChartPoint;
    readonly miles: number;
    readonly label: string;
  } | null;
  readonly ports: readonly { readonly at: ChartPoint; readonly name: string }[];
};

/** Less across would show more than the coast's data know. */
const LEAST_MILES = 60;

/**
 * The map of an event: tracks, the event's place, a silence as the area within reach, ports, graticule, scale, source and time. `coast` is
 * land in rings; ships are distinguished by their strokes and labels, never by colour alone.
 */
export function trackMapFigure(input: TrackMapInput, coast: readonly CoastRing[], options: FigureOptions = {}): string {
  const canvas = canvasOf(options, 'track-map');
  const { palette, width, narrow } = canvas;
  const height = Math.round(width * (narrow ? 0.95 : 0.62));
  const frame = frameOf(placesOf(input), width, height, LEAST_MILES);
  const at = (point: ChartPoint): [number, number] => [
    chartX(frame, near(point[0], frame.longitude)),
    chartY(frame, point[1]),
  ];
  const land = coastPath(frame, coast);
  const labels = new LabelRoom(width, height);
  const parts: Markup[] = [
    rect(0, 0, width, height, { fill: palette.water }),
    drawGraticule(frame, palette.grid),
    land === null ? NO_MARKUP : path(land, { fill: palette.land, stroke: palette.faint, 'stroke-width': 0.6 }),
  ];
  if (input.silence !== null) parts.push(drawSilence(input.silence, frame, at, palette));
  input.ships.forEach(({ runs }, ship) => {
    const d = runs.map((run) => lineOf(run.map(at))).join('');
    const isFirst = ship % 2 === 0;
    if (d !== '')
      parts.push(
        path(d, {
          fill: 'none',
          stroke: isFirst ? palette.accent : palette.ink,
          'stroke-width': isFirst ? 1.8 : 1.4,
          ...(isFirst ? {} : { 'stroke-dasharray': '5 3' }),
        }),
      );
  });
  const named: Markup[] = [];
  const ports = input.ports
    .map(({ at: place, name }) => ({ name, x: at(place)[0], y: at(place)[1] }))
    .filter(({ x, y }) => x > 4 && x < width - 4 && y > 4 && y < height - 4);
  for (const { x, y } of ports) {
    parts.push(rect(x - 3, y - 3, 6, 6, { fill: palette.paper, stroke: palette.ink, 'stroke-width': 1 }));
    labels.take(x - 4, y - 4, 8, 8);
  }
  for (const { name, x, y } of ports)
    named.push(labels.place(x, y, name, { size: 11, fill: palette.muted }, palette.paper));
  if (input.mark !== null) {
    const [x, y] = at(input.mark.at);
    parts.push(
      circle(x, y, 9, { fill: 'none', stroke: palette.alert, 'stroke-width': 2 }),
      circle(x, y, 2.2, { fill: palette.alert }),
    );
    labels.take(x - 10, y - 10, 20, 20);
    named.push(labels.place(x, y, input.mark.label, { size: 12, bold: true, fill: palette.alert }, palette.paper, 14));
  }
  for (const { label: name, runs } of input.ships) {
    const end = runs.at(-1)?.at(-1) ?? runs[0]?.[0];
    if (end === undefined) continue;
    const [x, y] = at(end);
    named.push(labels.place(x, y, name, { size: 11.5 }, palette.paper));
  }
  parts.push(...named, drawLineLabels(frame, palette.muted, palette.paper), drawScale(frame, palette));
  parts.push(rect(0.5, 0.5, width - 1, height - 1, { fill: 'none', stroke: palette.faint }));
  const notes = wrapLabel(notesOf(input, frame), width, { size: 11 }).lines;
  parts.push(labelLines(0, height + 16, notes, 14, { size: 11, fill: palette.muted }));
  return figureSvg(canvas, height + 10 + notes.length * 14, input.title, describe(input), parts);
}

function placesOf({ ships, mark, silence, ports }: TrackMapInput): readonly ChartPoint[] {
  const own = [
    ...ships.flatMap(({ runs }) => runs.flat()),
    ...(mark === null ? [] : [mark.at]),
    ...(silence === null ? [] : [silence.from, silence.to]),
  ];
  // The ports that are given are what the event is about; they are given few.
  return [...own, ...ports.map(({ at }) => at)];
}

function drawGraticule(frame: ChartFrame, stroke: string): Markup {
  const { lons, lats } = graticuleOf(frame);
  const { width, height } = frame;
  return joinMarkup([
    ...lons.map((lon) => line(chartX(frame, lon), 0, chartX(frame, lon), height, stroke, { 'stroke-width': 0.7 })),
    ...lats.map((lat) => line(0, chartY(frame, lat), width, chartY(frame, lat), stroke, { 'stroke-width': 0.7 })),
  ]);
}

function drawLineLabels(frame: ChartFrame, fill: string, halo: string): Markup {
  const { lons, lats } = graticuleOf(frame);
  const { width, height } = frame;
  const texts = [
    ...lons
      .map((lon) => ({ lon, x: chartX(frame, lon) }))
      .filter(({ x }) => x > 40 && x < width - 30)
      .map(({ lon, x }) => label(x, 12, lineLabel(lon, 'E', 'W'), { size: 10, fill, anchor: 'middle' })),
    ...lats
      .map((lat) => ({ lat, y: chartY(frame, lat) }))
      .filter(({ y }) => y > 22 && y < height - 30)
      .map(({ lat, y }) => label(4, y - 3, lineLabel(lat, 'N', 'S'), { size: 10, fill })),
  ];
  return haloed(halo, texts);
}

function drawScale(frame: ChartFrame, palette: { readonly ink: string; readonly paper: string }): Markup {
  const { miles, pixels } = scaleBar(frame, frame.width / 4);
  const [x, y] = [12, frame.height - 12];
  return joinMarkup([
    line(x, y, x + pixels, y, palette.ink, { 'stroke-width': 1.6 }),
    line(x, y - 4, x, y + 4, palette.ink, { 'stroke-width': 1.6 }),
    line(x + pixels, y - 4, x + pixels, y + 4, palette.ink, { 'stroke-width': 1.6 }),
    haloed(palette.paper, [
      label(x + pixels + 6, y + 4, `${miles} nautical ${miles === 1 ? 'mile' : 'miles'}`, { size: 11 }),
    ]),
  ]);
}

function drawSilence(
  { from, to, miles }: NonNullable<TrackMapInput['silence']>,
  frame: ChartFrame,
  at: (point: ChartPoint) => [number, number],
  palette: { readonly alert: string; readonly ink: string; readonly paper: string },
): Markup {
  const outline = reachOutline(from, to, miles).map(at);
  // An outline that lies all around the map is not on it; the note below says how wide it is.
  const drawn = clippedPath(frame, [...outline, ...outline.slice(0, 1)]);
  const [[x1, y1], [x2, y2]] = [at(from), at(to)];
  return joinMarkup([
    drawn === null
      ? NO_MARKUP
      : path(drawn, {
          fill: 'none',
          stroke: palette.alert,
          'stroke-width': 1.2,
          'stroke-dasharray': '2 4',
        }),
    line(x1, y1, x2, y2, palette.ink, { 'stroke-width': 1, 'stroke-dasharray': '1 4' }),
    circle(x1, y1, 3.5, { fill: palette.paper, stroke: palette.ink, 'stroke-width': 1.4 }),
    circle(x2, y2, 3.5, { fill: palette.paper, stroke: palette.ink, 'stroke-width': 1.4 }),
  ]);
}

function notesOf({ source, time, silence }: TrackMapInput, frame: ChartFrame): string {
  const gap =
    silence === null
      ? ''
      : ` Rings: the last position before and the first after a time without any; dotted outline: all that lay within reach meanwhile, ${Math.round(silence.miles)} nautical miles by the great circle, as if there were no land.`;
  const misleading =
    scaleOf(frame) < LEAST_SCALE
      ? ' At this scale the coast is coarser than it looks: it misleads by a mile and more.'
      : '';
  return `Positions as received, ${time}. Source: ${source}. Lines join positions; between them the way is not known.${gap} Coast: Natural Earth, 1:10 million. Mercator's projection, WGS 84.${misleading}`;
}

function describe({ ships, mark, silence, ports, time }: TrackMapInput): string {
  const sailed = ships.map(({ label: name, runs }) => {
    const points = runs.flat();
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined) return `${name}: no position in this time.`;
    return `${name}: ${points.length} positions drawn, from ${placeText(first)} to ${placeText(last)}.`;
  });
  return [
    `Map, ${time}.`,
    ...sailed,
    ...(mark === null ? [] : [`${mark.label} at ${placeText(mark.at)}.`]),
    ...(silence === null
      ? []
      : [
          `${silence.label}: from ${placeText(silence.from)} to ${placeText(silence.to)}, ${Math.round(milesBetween(silence.from, silence.to))} nautical miles apart.`,
        ]),
    ...(ports.length === 0 ? [] : [`Ports: ${ports.map(({ name }) => name).join(', ')}.`]),
  ].join(' ');
}

function placeText([lon, lat]: ChartPoint): string {
  return `${lineLabel(lat, 'N', 'S')} ${lineLabel(lon, 'E', 'W')}`;
}

function lineOf(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], step) => `${step === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
}

function haloed(stroke: string, texts: readonly Markup[]): Markup {
  return group({ stroke, 'stroke-width': 3, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }, ...texts);
}

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
type Style = { readonly size: number; readonly bold?: boolean; readonly fill?: string };

/** Finds room for labels beside what they name; one that finds none is left out, since the description names all. */
class LabelRoom {
  readonly #taken: Box[] = [];
  readonly #width: number;
  readonly #height: number;

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
    // The scale bar and the labels of the graticule.
    this.take(0, height - 26, width / 2, 26);
    this.take(0, 0, width, 16);
  }

  take(left: number, top: number, width: number, height: number): void {
    this.#taken.push({ left, right: left + width, top, bottom: top + height });
  }

  place(x: number, y: number, text: string, style: Style, halo: string, away = 8): Markup {
    const width = measureText(text, style);
    for (const [side, dy] of [
      ['start', 4],
      ['end', 4],
      ['start', -8],
      ['end', -8],
      ['start', 18],
      ['end', 18],
      ['start', -22],
      ['end', -22],
    ] as const) {
      const textX = side === 'start' ? x + away : x - away;
      const left = side === 'start' ? textX : textX - width;
      const box = { left: left - 2, right: left + width + 2, top: y + dy - 11, bottom: y + dy + 4 };
      const isInside = box.left >= 2 && box.right <= this.#width - 2 && box.top >= 2 && box.bottom <= this.#height - 2;
      const isFree = this.#taken.every(
        (other) => box.right < other.left || other.right < box.left || box.bottom < other.top || other.bottom < box.top,
      );
      if (!isInside || !isFree) continue;
      this.#taken.push(box);
      return haloed(halo, [label(textX, y + dy, text, { ...style, anchor: side })]);
    }
    return NO_MARKUP;
  }
}
