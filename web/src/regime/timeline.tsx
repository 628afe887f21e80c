import { type KeyboardEvent, type PointerEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { TimelineInput } from '../../../src/figures/timeline/timeline-input.ts';
import { dateOfDay, dayNumber, neighbour } from './days.ts';
import { TimelineGround } from './timeline-ground.tsx';
import { dayAt, layOut, type TimelineLayout } from './timeline-layout.ts';
import { countOn } from './timeline-rows.ts';

type Given = {
  readonly input: TimelineInput;
  readonly boundaries: readonly string[];
  readonly day: string;
  /** Called when the day is settled, not at every pixel of a drag. */
  readonly onDay: (day: string) => void;
};

/**
 * A regime through time, with the chosen day as a line that can be dragged, pressed for, or moved by keys: arrows by a day, with
 * Shift to the next change of the law, Page keys by a year, Home and End to the ends. What the day does not know yet is faint.
 */
export function Timeline({ input, boundaries, day, onDay }: Given) {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [moving, setMoving] = useState<string | null>(null);
  useLayoutEffect(() => {
    if (!place.current) return;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)));
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  const layout = useMemo(() => (width === 0 ? null : layOut(input, width)), [input, width]);
  const settle = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(settle.current), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a day that comes from elsewhere ends the moving
  useEffect(() => setMoving(null), [day]);

  const move = (next: string, wait: number) => {
    setMoving(next);
    clearTimeout(settle.current);
    if (wait > 0) settle.current = setTimeout(() => onDay(next), wait);
  };
  const shown = clamp(moving ?? day, input);
  const keyed = (event: KeyboardEvent) => {
    const next = dayAfterKey(event, shown, input, boundaries);
    if (next === null) return;
    event.preventDefault();
    move(clamp(next, input), 250);
  };
  return (
    <div className="tl" ref={place} style={{ minHeight: layout?.height ?? 460 }}>
      {layout === null ? null : (
        <>
          <Drawing
            layout={layout}
            votes={input.votes}
            day={shown}
            moving={moving !== null}
            onMove={move}
            onDay={onDay}
          />
          <div
            className="tl-handle"
            role="slider"
            tabIndex={0}
            aria-label="Day as of which the regime is shown"
            aria-valuemin={dayNumber(input.from)}
            aria-valuemax={dayNumber(input.to)}
            aria-valuenow={dayNumber(shown)}
            aria-valuetext={`${shown}: ${inForceOn(layout, shown)} measures in force`}
            style={{ transform: `translateX(${layout.scale.endOf(shown)}px)`, height: layout.height }}
            onKeyDown={keyed}
          />
        </>
      )}
    </div>
  );
}

function Drawing({
  layout,
  votes,
  day,
  moving,
  onMove,
  onDay,
}: {
  readonly layout: TimelineLayout;
  readonly votes: TimelineInput['votes'];
  readonly day: string;
  readonly moving: boolean;
  readonly onMove: (day: string, wait: number) => void;
  readonly onDay: (day: string) => void;
}) {
  const dragging = useRef(false);
  const dayUnder = (event: PointerEvent<SVGSVGElement>) =>
    dayAt(layout, event.clientX - event.currentTarget.getBoundingClientRect().left);
  const x = layout.scale.endOf(day);
  const at = dayNumber(day);
  const flag = Math.max(48, Math.min(layout.width - 48, x));
  return (
    <svg
      width={layout.width}
      height={layout.height}
      aria-hidden="true"
      className={moving ? 'tl-drawing moving' : 'tl-drawing'}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        const from = event.clientX - event.currentTarget.getBoundingClientRect().left;
        if (from < layout.scale.start - 8) return;
        dragging.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        onMove(dayUnder(event), 0);
      }}
      onPointerMove={(event) => {
        if (dragging.current) onMove(dayUnder(event), 0);
      }}
      onPointerUp={(event) => {
        if (!dragging.current) return;
        dragging.current = false;
        onDay(dayUnder(event));
      }}
      onPointerCancel={() => {
        if (!dragging.current) return;
        dragging.current = false;
        onDay(day);
      }}
    >
      <TimelineGround layout={layout} votes={votes} />
      <rect
        x={x}
        y={layout.axisY - 32}
        width={Math.max(0, layout.width - x)}
        height={layout.height - layout.axisY + 32}
        className="tl-later"
      />
      {layout.subjects.map(({ row, y }) => (
        <text
          key={row.subject}
          x={layout.narrow ? layout.width - 6 : layout.labelWidth - 12}
          y={layout.narrow ? y - 4 : y + 10}
          textAnchor="end"
          className="tl-count"
        >
          {countOn(row.steps, at)}
        </text>
      ))}
      <line x1={x} x2={x} y1={24} y2={layout.height} className="tl-line" />
      <rect x={flag - 46} y={2} width={92} height={22} className="tl-flag" />
      <text x={flag} y={17.5} textAnchor="middle" className="tl-day">
        {day}
      </text>
    </svg>
  );
}

function inForceOn(layout: TimelineLayout, day: string): number {
  return layout.subjects.reduce((sum, { row }) => sum + countOn(row.steps, dayNumber(day)), 0);
}

function clamp(day: string, { from, to }: TimelineInput): string {
  return day < from ? from : day > to ? to : day;
}

function dayAfterKey(
  event: KeyboardEvent,
  day: string,
  { from, to }: TimelineInput,
  boundaries: readonly string[],
): string | null {
  const by = (days: number) => dateOfDay(dayNumber(day) + days);
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return event.shiftKey ? neighbour(boundaries, day, -1) : by(-1);
    case 'ArrowRight':
    case 'ArrowUp':
      return event.shiftKey ? neighbour(boundaries, day, 1) : by(1);
    case 'PageDown':
      return by(-365);
    case 'PageUp':
      return by(365);
    case 'Home':
      return from;
    case 'End':
      return to;
    default:
      return null;
  }
}
