import { type DateScale, dateScale } from '../../../src/figures/drawing/date-scale.ts';
import type { TimelineInput } from '../../../src/figures/timeline/timeline-input.ts';
import { dateOfDay, dayNumber } from './days.ts';
import { type MandateTimelineRow, mandateRows, type SubjectRow, stepsOf, subjectRows } from './timeline-rows.ts';

export type TimelineLayout = {
  readonly width: number;
  readonly height: number;
  readonly narrow: boolean;
  readonly labelWidth: number;
  readonly scale: DateScale;
  readonly years: readonly { readonly year: number; readonly x: number; readonly named: boolean }[];
  readonly votesY: number;
  readonly axisY: number;
  readonly profileHeight: number;
  /** The most measures that one row has in force at once. */
  readonly greatest: number;
  readonly subjects: readonly { readonly row: SubjectRow; readonly y: number }[];
  readonly mandatesY: number;
  readonly mandates: readonly { readonly row: MandateTimelineRow; readonly y: number }[];
};

const ROW = 18;
const NARROW_BELOW = 720;
/** The flag with the chosen day stands above all. */
const FLAG = 30;

/** Where everything stands. A narrow timeline has one row for all measures and its labels above the bars. */
export function layOut(input: TimelineInput, width: number): TimelineLayout {
  const narrow = width < NARROW_BELOW;
  const labelWidth = narrow ? 0 : Math.min(400, Math.round(width * 0.31));
  const scale = dateScale(input.from, input.to, narrow ? 4 : labelWidth, width - 6);
  const rows = narrow ? [inOneRow(input)] : subjectRows(input);
  const [votesY, axisY] = [FLAG + 12, FLAG + 38];
  const step = narrow ? 46 : ROW;
  const first = axisY + (narrow ? 22 : 5);
  const subjects = rows.map((row, at) => ({ row, y: first + at * step }));
  const mandatesY = first + rows.length * step + 6;
  const held = mandateRows(input);
  const mandates = held.map((row, at) => ({ row, y: mandatesY + (narrow ? 24 : 10) + at * (narrow ? 36 : 22) }));
  const height = (mandates.at(-1)?.y ?? mandatesY) + 22;
  return {
    width,
    height,
    narrow,
    labelWidth,
    scale,
    years: scale.years.map(({ year, x }) => ({ year, x, named: x > scale.start + 14 && x < scale.end - 14 })),
    votesY,
    axisY,
    profileHeight: narrow ? 24 : 14,
    greatest: Math.max(1, ...rows.flatMap(({ steps }) => steps.map(({ count }) => count))),
    subjects,
    mandatesY,
    mandates,
  };
}

function inOneRow({ subjects }: TimelineInput): SubjectRow {
  const measures = subjects.flatMap((subject) => subject.measures);
  return { subject: 'Measures in force, all subjects', measures, steps: stepsOf(measures) };
}

/** The day under a position, within the timeline. */
export function dayAt({ scale }: TimelineLayout, x: number): string {
  const [first, last] = [dayNumber(scale.from), dayNumber(scale.to)];
  const share = (x - scale.start) / (scale.end - scale.start);
  return dateOfDay(Math.max(first, Math.min(last, first + Math.floor(share * (last - first + 1)))));
}
