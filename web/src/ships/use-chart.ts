import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { CoastRing } from '../../../src/figures/maps/coast.ts';
import { type ChartFrame, type ChartPoint, frameOf, placeAt } from '../../../src/figures/maps/sea-chart.ts';
import { type ChartContent, chartColours, drawChart } from './chart-drawing.ts';
import { LandPicture, loadLand } from './chart-land.ts';
import type { TileMap } from './map-tiles.ts';

/** Less across shows nothing but the scatter of the positions. */
const LEAST_MILES = 0.5;
/** At rest for so long, the land is drawn again. */
const REST_MS = 140;
/** A press that moves less is a click. */
const CLICK = 4;
/** How near a mark one must point. */
const HIT = 12;
/** Tiles that come within so long are drawn at once. */
const TILES_MS = 60;
const ZOOM = 1.5;
const STEP = 80;

/** Whether the coast has been read. */
type LandState = 'reading' | 'read' | 'failed';

/** The user's own map: what its makers ask to be said, or why it is not drawn; null for none, and until it is read. */
type MapState = { readonly attribution: string } | { readonly failed: string } | null;

export type Chart = {
  readonly frame: ChartFrame | null;
  readonly zoom: (times: number) => void;
  readonly move: (right: number, down: number) => void;
  /** Shows places with room around them. */
  readonly show: (places: readonly ChartPoint[], leastMiles?: number) => void;
};

/**
 * A chart in a canvas: it is drawn when something changed, once for each picture that the screen shows. The wheel zooms where one points,
 * dragging moves it, and a click picks the event that is marked there.
 */
export function useChart(
  canvas: RefObject<HTMLCanvasElement | null>,
  content: ChartContent,
  onPick: (event: string) => void,
  hasMap: boolean,
): Chart & { readonly land: LandState; readonly map: MapState } {
  const [frame, setFrame] = useState<ChartFrame | null>(null);
  const [land, setLand] = useState<LandState>('reading');
  const [map, setMap] = useState<MapState>(null);
  const held = useRef({
    frame: null as ChartFrame | null,
    content,
    onPick,
    marks: [] as readonly { readonly id: string; readonly x: number; readonly y: number }[],
    rings: null as readonly CoastRing[] | null,
    land: null as LandPicture | null,
    map: null as TileMap | null,
    asked: 0,
    rest: 0,
  });
  held.current.content = content;
  held.current.onPick = onPick;

  const draw = useCallback(() => {
    const state = held.current;
    state.asked = 0;
    const element = canvas.current;
    const context = element?.getContext('2d') ?? null;
    if (element === null || context === null || state.frame === null) return;
    const ratio = window.devicePixelRatio || 1;
    const colours = chartColours(element);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.fillStyle = colours.water;
    context.fillRect(0, 0, state.frame.width, state.frame.height);
    state.land?.draw(context, state.frame);
    state.marks = drawChart({ context, frame: state.frame, colours }, state.content);
  }, [canvas]);

  const ask = useCallback(() => {
    const state = held.current;
    if (state.asked === 0) state.asked = requestAnimationFrame(draw);
  }, [draw]);

  const drawLand = useCallback(() => {
    const state = held.current;
    const element = canvas.current;
    if (state.rings === null || state.frame === null || element === null) return;
    state.land ??= new LandPicture();
    const { land, water, muted } = chartColours(element);
    const colours = { land, water, coast: muted };
    state.land.render(state.frame, state.rings, colours, window.devicePixelRatio || 1, state.map);
    ask();
  }, [canvas, ask]);

  const put = useCallback(
    (next: ChartFrame, isResting = false) => {
      const state = held.current;
      state.frame = next;
      setFrame(next);
      ask();
      window.clearTimeout(state.rest);
      if (isResting) drawLand();
      else state.rest = window.setTimeout(drawLand, REST_MS);
    },
    [ask, drawLand],
  );

  useEffect(() => {
    let isOver = false;
    loadLand().then(
      (rings) => {
        held.current.rings = rings;
        if (isOver) return;
        setLand('read');
        drawLand();
      },
      () => setLand('failed'),
    );
    return () => {
      isOver = true;
      cancelAnimationFrame(held.current.asked);
      held.current.asked = 0;
      window.clearTimeout(held.current.rest);
    };
  }, [drawLand]);

  useEffect(() => {
    if (!hasMap) return;
    let isOver = false;
    let asked = 0;
    // Tiles come in numbers: they are drawn together.
    const arrived = () => {
      window.clearTimeout(asked);
      if (!isOver) asked = window.setTimeout(drawLand, TILES_MS);
    };
    import('./map-tiles.ts')
      .then(({ openTileMap }) => openTileMap(arrived))
      .then(
        (opened) => {
          if (isOver) return;
          held.current.map = opened;
          setMap({ attribution: opened.attribution });
          drawLand();
        },
        (error: unknown) => setMap({ failed: error instanceof Error ? error.message : String(error) }),
      );
    return () => {
      isOver = true;
      window.clearTimeout(asked);
      held.current.map = null;
    };
  }, [hasMap, drawLand]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn again when what it shows has changed
  useEffect(ask, [content.tracks, content.events, content.event, content.ship, content.times, ask]);

  useEffect(() => {
    // Colours are the theme's, which is an attribute of the page or the system's own.
    const again = () => drawLand();
    const observer = new MutationObserver(again);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', again);
    return () => {
      observer.disconnect();
      dark.removeEventListener('change', again);
    };
  }, [drawLand]);

  const corners = content.tracks.corners;
  useEffect(() => {
    const element = canvas.current;
    const around = element?.parentElement;
    if (element === null || !around) return;
    const measure = () => {
      const [width, height] = [Math.max(200, around.clientWidth), Math.max(200, around.clientHeight)];
      const ratio = window.devicePixelRatio || 1;
      element.width = width * ratio;
      element.height = height * ratio;
      element.style.width = `${width}px`;
      element.style.height = `${height}px`;
      const before = held.current.frame;
      put(before === null ? frameOf(corners, width, height, 60) : { ...before, width, height }, true);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(around);
    return () => observer.disconnect();
  }, [canvas, corners, put]);

  const zoomAt = useCallback(
    (times: number, x?: number, y?: number) => {
      const before = held.current.frame;
      if (before === null) return;
      const most = (Math.min(before.width, before.height) * 60) / LEAST_MILES;
      const scale = Math.min(most, Math.max(before.width / 400, before.scale * times));
      const [left, top] = [x ?? before.width / 2, y ?? before.height / 2];
      const [lon, lat] = placeAt(before, left, top);
      const next = { ...before, scale };
      const [at, up] = placeAt(next, left, top);
      put({ ...next, longitude: next.longitude + lon - at, latitude: clampLatitude(next.latitude + lat - up) });
    },
    [put],
  );

  const move = useCallback(
    (right: number, down: number) => {
      const before = held.current.frame;
      if (before === null) return;
      const [lon, lat] = placeAt(before, before.width / 2 + right, before.height / 2 + down);
      put({ ...before, longitude: lon, latitude: clampLatitude(lat) });
    },
    [put],
  );

  const show = useCallback(
    (places: readonly ChartPoint[], leastMiles = 60) => {
      const before = held.current.frame;
      if (before !== null && places.length > 0) put(frameOf(places, before.width, before.height, leastMiles), true);
    },
    [put],
  );

  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    let pressed: { x: number; y: number; moved: number } | null = null;
    const at = (event: MouseEvent): readonly [number, number] => {
      const { left, top } = element.getBoundingClientRect();
      return [event.clientX - left, event.clientY - top];
    };
    const down = (event: PointerEvent) => {
      if (event.button !== 0) return;
      const [x, y] = at(event);
      pressed = { x, y, moved: 0 };
      element.setPointerCapture(event.pointerId);
    };
    const drag = (event: PointerEvent) => {
      if (pressed === null) return;
      const [x, y] = at(event);
      move(pressed.x - x, pressed.y - y);
      pressed = { x, y, moved: pressed.moved + Math.hypot(pressed.x - x, pressed.y - y) };
    };
    const up = (event: PointerEvent) => {
      const before = pressed;
      pressed = null;
      if (before === null || before.moved > CLICK) return;
      const [x, y] = at(event);
      const near = held.current.marks
        .map((mark) => ({ ...mark, away: Math.hypot(mark.x - x, mark.y - y) }))
        .filter(({ away }) => away <= HIT)
        .sort((a, b) => a.away - b.away)[0];
      if (near !== undefined) held.current.onPick(near.id);
    };
    const wheel = (event: WheelEvent) => {
      // The page scrolls where one only passes over the chart: with Ctrl, or when the chart has the focus, it zooms.
      if (!event.ctrlKey && !element.parentElement?.contains(document.activeElement)) return;
      event.preventDefault();
      zoomAt(2 ** (-event.deltaY / 300), ...at(event));
    };
    element.addEventListener('pointerdown', down);
    element.addEventListener('pointermove', drag);
    element.addEventListener('pointerup', up);
    element.addEventListener('wheel', wheel, { passive: false });
    return () => {
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('pointermove', drag);
      element.removeEventListener('pointerup', up);
      element.removeEventListener('wheel', wheel);
    };
  }, [canvas, move, zoomAt]);

  return {
    frame,
    land,
    map,
    zoom: (times) => zoomAt(times > 0 ? ZOOM : 1 / ZOOM),
    move: (right, down) => move(right * STEP, down * STEP),
    show,
  };
}

function clampLatitude(latitude: number): number {
  return Math.max(-84, Math.min(84, latitude));
}
