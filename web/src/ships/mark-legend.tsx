import { type MarkShape, SHAPE_WORDS } from './event-marks.ts';

const PATHS: Readonly<Record<MarkShape, string>> = {
  circle: 'M2 6a4 4 0 1 1 8 0a4 4 0 1 1 -8 0Z',
  square: 'M2.5 2.5h7v7h-7Z',
  diamond: 'M6 1L11 6L6 11L1 6Z',
  triangle: 'M6 1.5L11 10H1Z',
};

/** What the marks on the chart stand for. */
export function MarkLegend() {
  return (
    <ul className="plain chart-legend">
      {(Object.keys(PATHS) as MarkShape[]).map((shape) => (
        <li key={shape}>
          <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
            <path d={PATHS[shape]} fill="currentColor" />
          </svg>
          {SHAPE_WORDS[shape]}
        </li>
      ))}
      <li>
        <span className="swatch relevant" /> relevant
      </li>
      <li>
        <span className="swatch" /> not judged, or unsure
      </li>
      <li>
        <span className="swatch innocent" /> innocent
      </li>
    </ul>
  );
}
