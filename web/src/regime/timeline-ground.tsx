import { memo } from 'react';
import type { DateScale } from '../../../src/figures/drawing/date-scale.ts';
import { fitText } from '../../../src/figures/drawing/text-metrics.ts';
import type { TimelineInput } from '../../../src/figures/timeline/timeline-input.ts';
import { dateOfDay } from './days.ts';
import type { TimelineLayout } from './timeline-layout.ts';
import type { MandateTimelineRow, SubjectRow } from './timeline-rows.ts';

/** As `.tl-label` sets it; the whole text is in the tooltip. */
const LABEL = { size: 12.5 } as const;

/** Everything in the timeline that does not move with the chosen day; drawn once, not while one drags. */
export const TimelineGround = memo(function TimelineGround({
  layout,
  votes,
}: {
  readonly layout: TimelineLayout;
  readonly votes: TimelineInput['votes'];
}) {
  const { scale, height, years, axisY, subjects, mandates } = layout;
  return (
    <g>
      {years.map(({ year, x, named }) => (
        <g key={year}>
          <line x1={x} x2={x} y1={axisY} y2={height} className="tl-grid" />
          {named ? (
            <text x={x} y={axisY - 6} className="tl-year" textAnchor="middle">
              {year}
            </text>
          ) : null}
        </g>
      ))}
      {votes.map((vote) => (
        <Vote key={vote.symbol} vote={vote} scale={scale} y={layout.votesY} />
      ))}
      {subjects.map(({ row, y }) => (
        <Profile key={row.subject} row={row} y={y} layout={layout} />
      ))}
      <line x1={0} x2={layout.width} y1={layout.mandatesY} y2={layout.mandatesY} className="tl-rule" />
      {mandates.map(({ row, y }) => (
        <Mandate key={row.body} row={row} y={y} layout={layout} />
      ))}
    </g>
  );
});

function Vote({
  vote,
  scale,
  y,
}: {
  readonly vote: TimelineInput['votes'][number];
  readonly scale: DateScale;
  readonly y: number;
}) {
  const x = scale.startOf(vote.date);
  const words = `${vote.symbol}, ${vote.date}: ${vote.adopted ? 'adopted' : 'not adopted'}`;
  return (
    <g>
      <title>{words}</title>
      {vote.adopted ? (
        <circle cx={x} cy={y} r={3.5} className="tl-adopted" />
      ) : (
        <path d={`M${x - 4} ${y - 4}l8 8m0 -8l-8 8`} className="tl-rejected" />
      )}
    </g>
  );
}

function Profile({
  row,
  y,
  layout,
}: {
  readonly row: SubjectRow;
  readonly y: number;
  readonly layout: TimelineLayout;
}) {
  const { scale, greatest, profileHeight, labelWidth, narrow } = layout;
  const floor = y + profileHeight;
  const path = row.steps
    .map(({ from, count }, at) => {
      const start = scale.startOf(dateOfDay(from));
      const next = row.steps[at + 1];
      const end = next === undefined ? scale.end : scale.startOf(dateOfDay(next.from));
      const top = count === 0 ? floor : floor - Math.max(1.5, (count / greatest) * profileHeight);
      return `M${start} ${floor}V${top}H${end}V${floor}Z`;
    })
    .join('');
  return (
    <g>
      <text x={0} y={narrow ? y - 4 : floor - 2} className="tl-label">
        {fitText(row.subject, narrow ? layout.width - 40 : labelWidth - 44, LABEL)}
        <title>{row.subject}</title>
      </text>
      <line x1={narrow ? 0 : labelWidth} x2={scale.end} y1={floor} y2={floor} className="tl-grid" />
      <path d={path} className="tl-profile">
        <title>{row.subject}</title>
      </path>
    </g>
  );
}

function Mandate({
  row,
  y,
  layout,
}: {
  readonly row: MandateTimelineRow;
  readonly y: number;
  readonly layout: TimelineLayout;
}) {
  const { scale, narrow, labelWidth } = layout;
  const words = row.outsideUn ? `${row.body} (outside the U.N.)` : row.body;
  return (
    <g>
      <text x={0} y={narrow ? y - 4 : y + 10} className="tl-label">
        {fitText(words, narrow ? layout.width : labelWidth - 12, LABEL)}
        <title>{words}</title>
      </text>
      {row.terms.map((term) => {
        const [x1, x2] = [
          scale.startOf(dateOfDay(term.from)),
          term.to === null ? scale.end : scale.endOf(dateOfDay(term.to)),
        ];
        return (
          <rect
            key={term.from}
            x={x1}
            y={y}
            width={Math.max(2, x2 - x1)}
            height={12}
            className={row.outsideUn ? 'tl-outside' : 'tl-term'}
          >
            <title>{term.words}</title>
          </rect>
        );
      })}
      {row.gaps.map((gap) => {
        const [x1, x2] = [scale.startOf(dateOfDay(gap.from)), scale.endOf(dateOfDay(gap.to))];
        return (
          <rect key={gap.from} x={x1} y={y} width={Math.max(2, x2 - x1)} height={12} className="tl-gap">
            <title>{gap.words}</title>
          </rect>
        );
      })}
    </g>
  );
}
