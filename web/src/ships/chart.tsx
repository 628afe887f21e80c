import { type KeyboardEvent, useEffect, useRef } from 'react';
import { LEAST_SCALE } from '../../../src/figures/maps/coast.ts';
import { type ChartPoint, reachOutline, scaleOf } from '../../../src/figures/maps/sea-chart.ts';
import { Button } from '../parts/button.tsx';
import { type ChartContent, chosenShips, silenceOf } from './chart-drawing.ts';
import { firstFrom } from './chart-tracks.ts';
import { MarkLegend } from './mark-legend.tsx';
import { useChart } from './use-chart.ts';

const MOST_MILES = 800;

/** Of an event's ships, so long before and after it. */
const AROUND_SECONDS = 3 * 3600;

/**
 * The chart of tracks, events, ports and areas. What it shows stands in the tables beside it too: for those who do not see it the drawing
 * itself is left out, and its keys and buttons are named.
 */
export function Chart({
  content,
  map,
  onPick,
}: {
  readonly content: ChartContent;
  /** What the user's own map is called; null for none. */
  readonly map: string | null;
  readonly onPick: (event: string) => void;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { frame, land, map: drawn, zoom, move, show } = useChart(canvas, content, onPick, map !== null);
  const { event, tracks } = content;
  const shown = useRef<string | null>(null);
  const isReady = frame !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: shows an event when another one is chosen, and not when it is judged
  useEffect(() => {
    if (event === null || !isReady || shown.current === event.id) return;
    shown.current = event.id;
    show(placesAbout(content));
  }, [event?.id, isReady]);
  const pressed = (press: KeyboardEvent) => {
    const run = KEYS[press.key];
    if (run === undefined || press.ctrlKey || press.altKey || press.metaKey) return;
    press.preventDefault();
    run({ zoom, move });
  };
  const scale = frame === null ? null : scaleOf(frame);
  return (
    <figure className="chart">
      {/* biome-ignore lint/a11y/useSemanticElements: no fieldset, there is nothing to fill in */}
      <div
        role="group"
        className="chart-place"
        aria-label="Chart: arrow keys move it, plus and minus zoom"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what is moved by keys must be reachable by keyboard
        tabIndex={0}
        onKeyDown={pressed}
      >
        <canvas ref={canvas} role="img" aria-label="Tracks and events. The tables of this page say the same." />
        <div className="chart-tools">
          <Button aria-label="Zoom in" onClick={() => zoom(1)}>
            +
          </Button>
          <Button aria-label="Zoom out" onClick={() => zoom(-1)}>
            −
          </Button>
          <Button onClick={() => show(tracks.corners)}>All</Button>
          {event === null ? null : <Button onClick={() => show(placesAbout(content))}>Event</Button>}
        </div>
      </div>
      <figcaption>
        <MarkLegend />
        <span>
          {scale === null ? '' : `1 : ${roundScale(scale).toLocaleString('en')}. `}
          {tracks.every > 1
            ? `One of ${tracks.every} positions is drawn. `
            : `${tracks.count.toLocaleString('en')} positions. `}
          Lines join positions at most {Math.round(tracks.hole / 3600)} h apart; between them the way is not known.{' '}
          {strokesOf(content)}
          {event === null || silenceOf(event) === null
            ? ''
            : 'Dotted outline: what lay within reach at her own speed, by the great circle, as if there were no land. '}
          {land === 'reading' ? (
            'The coast is being read.'
          ) : land === 'read' ? (
            <>
              Coast: Natural Earth, <span className="nowrap">1 : 10 million</span>.
            </>
          ) : null}
        </span>
        {map === null || drawn === null ? null : 'failed' in drawn ? (
          <strong>
            {' '}
            The map {map} is not drawn: {drawn.failed}.
          </strong>
        ) : drawn.shown === 'nothing' ? (
          <strong> Of the map {map} nothing is drawn at this place and scale.</strong>
        ) : drawn.shown === 'awaited' ? null : (
          <span>
            {' '}
            Map: {map}
            {drawn.attribution === '' ? '' : ` (${drawn.attribution})`}.
          </span>
        )}
        {land === 'failed' ? <strong> The coast could not be read, and is not drawn.</strong> : null}
        {scale !== null && scale < LEAST_SCALE ? (
          <strong> At this scale the coast is coarser than it looks, and misleads by a mile and more.</strong>
        ) : null}
      </figcaption>
    </figure>
  );
}

/** Which of two ships of an event is which line. */
function strokesOf(content: ChartContent): string {
  const { event } = content;
  const chosen = chosenShips(content);
  if (event === null || chosen.length !== 2) return '';
  const [unbroken, broken] = chosen.map((id) => {
    const vessel = event.vessels[event.ships.indexOf(id)];
    return vessel === undefined ? null : (vessel.name ?? `MMSI ${vessel.mmsi}`);
  });
  return unbroken == null || broken == null || unbroken === broken
    ? ''
    : `Unbroken line: ${unbroken}; broken line: ${broken}. `;
}

type Moves = { readonly zoom: (times: number) => void; readonly move: (right: number, down: number) => void };

const KEYS: Readonly<Record<string, (chart: Moves) => void>> = {
  ArrowLeft: ({ move }) => move(-1, 0),
  ArrowRight: ({ move }) => move(1, 0),
  ArrowUp: ({ move }) => move(0, -1),
  ArrowDown: ({ move }) => move(0, 1),
  '+': ({ zoom }) => zoom(1),
  '=': ({ zoom }) => zoom(1),
  '-': ({ zoom }) => zoom(-1),
};

/** Where an event was, and where its ships were about it. */
function placesAbout({ event, tracks }: ChartContent): readonly ChartPoint[] {
  if (event === null) return tracks.corners;
  const silence = silenceOf(event);
  if (silence !== null) {
    const { from, to, miles } = silence;
    // A reach over half an ocean would leave nothing of the track to be seen.
    return miles > MOST_MILES ? [from, to] : [...reachOutline(from, to, miles)];
  }
  const places: ChartPoint[] = [[event.lon, event.lat], ...portsOf(event)];
  for (const id of event.ships) {
    const track = tracks.byId.get(id);
    if (track === undefined) continue;
    const from = firstFrom(track, Date.parse(event.from) / 1000 - AROUND_SECONDS);
    const to = firstFrom(track, Date.parse(event.to) / 1000 + AROUND_SECONDS);
    for (let at = from; at < to; at += Math.max(1, Math.floor((to - from) / 50)))
      places.push([track.x[at] ?? 0, unstretched(track.up[at] ?? 0)]);
  }
  return places;
}

function portsOf(event: ChartContent['event']): readonly ChartPoint[] {
  const { port } = (event ?? {}) as { readonly port?: { readonly lat: number; readonly lon: number } };
  return port === undefined || port === null ? [] : [[port.lon, port.lat]];
}

/** The latitude that is stretched so (Mercator's projection). */
function unstretched(up: number): number {
  return ((2 * Math.atan(Math.exp((up * Math.PI) / 180)) - Math.PI / 2) * 180) / Math.PI;
}

function roundScale(scale: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(scale)) - 1);
  return Math.round(scale / step) * step;
}
