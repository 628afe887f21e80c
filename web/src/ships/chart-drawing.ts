import type { ShipDesk, ShipEvent } from '../../../src/app/workbench/contract/ship.ts';
import {
  type ChartFrame,
  type ChartPoint,
  chartX,
  chartY,
  graticuleOf,
  lineLabel,
  near,
  reachOutline,
  scaleBar,
  stretched,
} from '../../../src/figures/maps/sea-chart.ts';
import { type ChartTracks, firstFrom, type Times, tracePath } from './chart-tracks.ts';
import { type MarkShape, markShape } from './event-marks.ts';

/** Colours by role, as the page's theme has them. */
export type ChartColours = Readonly<
  Record<'ink' | 'muted' | 'faint' | 'grid' | 'paper' | 'accent' | 'alert' | 'land' | 'water' | 'font', string>
>;

export function chartColours(element: Element): ChartColours {
  const style = getComputedStyle(element);
  const of = (name: string): string => style.getPropertyValue(`--figure-${name}`).trim();
  return {
    ink: of('ink'),
    muted: of('muted'),
    faint: of('faint'),
    grid: of('grid'),
    paper: of('paper'),
    accent: of('accent'),
    alert: of('alert'),
    land: of('land'),
    water: of('water'),
    font: of('font'),
  };
}

export type ChartContent = {
  readonly tracks: ChartTracks;
  readonly events: readonly ShipEvent[];
  readonly desk: Pick<ShipDesk, 'ports' | 'areas'>;
  /** The event and the ship that are chosen. */
  readonly event: ShipEvent | null;
  readonly ship: string | null;
  /** Null: all times. */
  readonly times: Times | null;
};

type Pen = { readonly context: CanvasRenderingContext2D; readonly frame: ChartFrame; readonly colours: ChartColours };

const ALL: Times = { from: -Infinity, to: Infinity };

/** Draws all but land and water. @returns where events were marked, for whoever points at one */
export function drawChart(
  pen: Pen,
  content: ChartContent,
): readonly { readonly id: string; readonly x: number; readonly y: number }[] {
  drawGraticule(pen);
  drawAreas(pen, content.desk.areas);
  drawTracks(pen, content);
  drawPorts(pen, content.desk.ports);
  if (content.event !== null) drawReach(pen, content.event);
  const marks = drawMarks(pen, content);
  drawScale(pen);
  return marks;
}

function drawGraticule({ context, frame, colours }: Pen): void {
  const { lons, lats } = graticuleOf(frame, 110);
  context.strokeStyle = colours.grid;
  context.lineWidth = 1;
  context.beginPath();
  for (const lon of lons) {
    context.moveTo(chartX(frame, lon), 0);
    context.lineTo(chartX(frame, lon), frame.height);
  }
  for (const lat of lats) {
    context.moveTo(0, chartY(frame, lat));
    context.lineTo(frame.width, chartY(frame, lat));
  }
  context.stroke();
  context.font = `11px ${colours.font}`;
  for (const lon of lons) {
    const x = chartX(frame, lon);
    if (x > 50 && x < frame.width - 40) write({ context, frame, colours }, lineLabel(lon, 'E', 'W'), x, 14, 'center');
  }
  for (const lat of lats) {
    const y = chartY(frame, lat);
    if (y > 26 && y < frame.height - 34) write({ context, frame, colours }, lineLabel(lat, 'N', 'S'), 6, y - 4, 'left');
  }
}

function drawAreas({ context, frame, colours }: Pen, areas: ShipDesk['areas']): void {
  context.strokeStyle = colours.muted;
  context.lineWidth = 1;
  context.setLineDash([2, 5]);
  for (const { box, name } of areas) {
    const west = near(box.west, frame.longitude);
    const [left, right] = [chartX(frame, west), chartX(frame, west + box.east - box.west)];
    const [top, bottom] = [chartY(frame, box.north), chartY(frame, box.south)];
    if (right < 0 || left > frame.width || bottom < 0 || top > frame.height) continue;
    context.strokeRect(left, top, right - left, bottom - top);
    if (right - left > 90) {
      context.font = `italic 11px ${colours.font}`;
      write({ context, frame, colours }, name, Math.max(left, 0) + 4, Math.max(top, 16) + 13, 'left');
    }
  }
  context.setLineDash([]);
}

/** The ships whose tracks stand out, by identifier, in the order of their strokes: an unbroken line, then a broken one, and so on in turn. */
export function chosenShips({ tracks, ship, event }: ChartContent): readonly string[] {
  const chosen = new Set([...(ship === null ? [] : [ship]), ...(event?.ships ?? [])]);
  return [...chosen].filter((id) => tracks.byId.has(id));
}

function drawTracks({ context, frame, colours }: Pen, content: ChartContent): void {
  const { tracks, times } = content;
  const chosen = new Set(chosenShips(content));
  context.lineJoin = 'round';
  context.globalAlpha = chosen.size > 0 ? 0.35 : 0.75;
  context.strokeStyle = colours.accent;
  context.lineWidth = 1;
  context.beginPath();
  for (const track of tracks.tracks)
    if (!chosen.has(track.id)) tracePath(track, frame, times ?? ALL, tracks.hole, context);
  context.stroke();
  context.globalAlpha = 1;
  for (const [at, id] of [...chosen].entries()) {
    const track = tracks.byId.get(id)!;
    context.beginPath();
    tracePath(track, frame, times ?? ALL, tracks.hole, context);
    // The second of two ships by its stroke, for those who do not tell the colours.
    context.strokeStyle = at % 2 === 0 ? colours.accent : colours.ink;
    context.setLineDash(at % 2 === 0 ? [] : [6, 3]);
    context.lineWidth = 2;
    context.stroke();
  }
  context.setLineDash([]);
  if (times === null) return;
  // Where each was at the end of the time, as last heard.
  context.fillStyle = colours.ink;
  for (const track of tracks.tracks) {
    const last = firstFrom(track, times.to + 1) - 1;
    if (last < 0 || track.time[last]! < times.from) continue;
    const x = chartX(frame, near(track.x[last]!, frame.longitude));
    const y = frame.height / 2 - (track.up[last]! - stretched(frame.latitude)) * frame.scale;
    context.beginPath();
    context.arc(x, y, chosen.has(track.id) ? 3.5 : 2, 0, 2 * Math.PI);
    context.fill();
  }
}

function drawPorts({ context, frame, colours }: Pen, ports: ShipDesk['ports']): void {
  context.lineWidth = 1;
  context.font = `11px ${colours.font}`;
  // A name that would cover another is left out: it comes when the chart is drawn larger.
  const named: { readonly x: number; readonly y: number; readonly end: number }[] = [];
  for (const { lat, lon, name } of ports) {
    const [x, y] = [chartX(frame, near(lon, frame.longitude)), chartY(frame, lat)];
    if (x < -10 || x > frame.width + 10 || y < -10 || y > frame.height + 10) continue;
    context.fillStyle = colours.paper;
    context.strokeStyle = colours.ink;
    context.fillRect(x - 3, y - 3, 6, 6);
    context.strokeRect(x - 3, y - 3, 6, 6);
    const end = x + 7 + context.measureText(name).width;
    const covers = named.some((one) => Math.abs(one.y - y) < 13 && one.x < end + 2 && x < one.end + 2);
    if (frame.scale <= 45 || covers) continue;
    named.push({ x, y, end });
    write({ context, frame, colours }, name, x + 7, y + 4, 'left');
  }
}

/** A silence: both ends, and the outline of what lay within reach of the ship meanwhile. */
function drawReach({ context, frame, colours }: Pen, event: ShipEvent): void {
  const silence = silenceOf(event);
  if (silence === null) return;
  const at = ([lon, lat]: ChartPoint): readonly [number, number] => [
    chartX(frame, near(lon, frame.longitude)),
    chartY(frame, lat),
  ];
  const outline = reachOutline(silence.from, silence.to, silence.miles).map(at);
  context.beginPath();
  // The first of a path's points begins it (HTML, "line to" on an empty path).
  for (const [x, y] of outline) context.lineTo(x, y);
  context.closePath();
  context.globalAlpha = 0.1;
  context.fillStyle = colours.alert;
  context.fill();
  context.globalAlpha = 1;
  context.strokeStyle = colours.alert;
  context.setLineDash([3, 4]);
  context.lineWidth = 1.4;
  context.stroke();
  context.beginPath();
  context.moveTo(...at(silence.from));
  context.lineTo(...at(silence.to));
  context.strokeStyle = colours.ink;
  context.setLineDash([1, 4]);
  context.stroke();
  context.setLineDash([]);
  for (const end of [silence.from, silence.to]) {
    context.beginPath();
    context.arc(...at(end), 4, 0, 2 * Math.PI);
    context.fillStyle = colours.paper;
    context.fill();
    context.stroke();
  }
}

/** The time without a position that an event is, with how far the ship could sail in it. */
export function silenceOf(
  event: ShipEvent,
): { readonly from: ChartPoint; readonly to: ChartPoint; readonly miles: number } | null {
  const { kind, start, end, ownSpeed, from, to } = event as ShipEvent & {
    readonly start?: { readonly lat: number; readonly lon: number };
    readonly end?: { readonly lat: number; readonly lon: number };
    readonly ownSpeed?: number;
  };
  if (kind !== 'gap' || start === undefined || end === undefined || typeof ownSpeed !== 'number') return null;
  const hours = (Date.parse(to) - Date.parse(from)) / 3_600_000;
  return { from: [start.lon, start.lat], to: [end.lon, end.lat], miles: hours * ownSpeed };
}

function drawMarks(
  { context, frame, colours }: Pen,
  { events, event: chosen, times }: ChartContent,
): { id: string; x: number; y: number }[] {
  const marks: { id: string; x: number; y: number }[] = [];
  for (const event of events) {
    if (times !== null && (Date.parse(event.to) / 1000 < times.from || Date.parse(event.from) / 1000 > times.to))
      continue;
    const [x, y] = [chartX(frame, near(event.lon, frame.longitude)), chartY(frame, event.lat)];
    if (x < -20 || x > frame.width + 20 || y < -20 || y > frame.height + 20) continue;
    marks.push({ id: event.id, x, y });
    const judged = event.judgement?.judgement ?? null;
    const isChosen = event.id === chosen?.id;
    context.beginPath();
    trace(context, markShape(event.kind), x, y, isChosen ? 8 : 5);
    context.fillStyle = judged === 'innocent' ? colours.paper : judged === 'relevant' ? colours.alert : colours.accent;
    context.globalAlpha = judged === null && !isChosen ? 0.8 : 1;
    context.fill();
    context.globalAlpha = 1;
    context.strokeStyle = isChosen ? colours.ink : judged === 'innocent' ? colours.faint : colours.paper;
    context.lineWidth = isChosen ? 2.5 : 1;
    context.stroke();
  }
  return marks;
}

function trace(context: CanvasRenderingContext2D, shape: MarkShape, x: number, y: number, size: number): void {
  if (shape === 'circle') context.arc(x, y, size, 0, 2 * Math.PI);
  else if (shape === 'square') context.rect(x - size + 1, y - size + 1, 2 * size - 2, 2 * size - 2);
  else {
    const points =
      shape === 'diamond'
        ? [
            [0, -1.2],
            [1.2, 0],
            [0, 1.2],
            [-1.2, 0],
          ]
        : [
            [0, -1.2],
            [1.15, 0.9],
            [-1.15, 0.9],
          ];
    for (const [dx = 0, dy = 0] of points) context.lineTo(x + dx * size, y + dy * size);
    context.closePath();
  }
}

function drawScale({ context, frame, colours }: Pen): void {
  const { miles, pixels } = scaleBar(frame, Math.min(180, frame.width / 3));
  const [x, y] = [14, frame.height - 14];
  context.strokeStyle = colours.ink;
  context.lineWidth = 1.6;
  context.beginPath();
  context.moveTo(x, y - 4);
  context.lineTo(x, y + 4);
  context.moveTo(x, y);
  context.lineTo(x + pixels, y);
  context.moveTo(x + pixels, y - 4);
  context.lineTo(x + pixels, y + 4);
  context.stroke();
  context.font = `11px ${colours.font}`;
  write(
    { context, frame, colours },
    `${miles} nautical ${miles === 1 ? 'mile' : 'miles'}`,
    x + pixels + 8,
    y + 4,
    'left',
  );
}

/** Text with the paper around it, so that no line runs into its letters. */
function write({ context, colours }: Pen, text: string, x: number, y: number, align: CanvasTextAlign): void {
  context.save();
  context.setLineDash([]);
  context.textAlign = align;
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = colours.paper;
  context.strokeText(text, x, y);
  context.fillStyle = colours.muted;
  context.fillText(text, x, y);
  context.restore();
}
