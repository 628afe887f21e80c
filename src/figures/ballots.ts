import {
  type Canvas,
  canvasOf,
  circle,
  type Drawn,
  type FigureOptions,
  figureSvg,
  group,
  label,
  line,
  path,
  rect,
  tooltip,
  wrapLabel,
} from './drawing/drawing.ts';
import { joinMarkup, type Markup, NO_MARKUP } from './drawing/markup.ts';
import type { Palette } from './drawing/palette.ts';
import { drawTexts, isClear, type PlacedText, placeLines } from './drawing/placed-text.ts';
import { measureText } from './drawing/text-metrics.ts';
import { writeDate } from './drawing/words.ts';

export type BallotChoice = 'yes' | 'no' | 'abstain' | 'absent';

/** One vote. The result is given, computed elsewhere from the ballots; the figure only shows it. */
export type BallotsInput = {
  readonly title: string;
  /** Symbol of the resolution or draft. */
  readonly symbol: string;
  readonly date: string;
  readonly members: readonly { readonly member: string; readonly permanent: boolean; readonly ballot: BallotChoice }[];
  readonly adopted: boolean;
  readonly inFavour: number;
  /** Permanent members whose vote against defeated it. */
  readonly veto: readonly string[];
  readonly reason: string;
};

const CHOICES: readonly (readonly [BallotChoice, string])[] = [
  ['yes', 'In favour'],
  ['abstain', 'Abstained'],
  ['absent', 'Not voting'],
  ['no', 'Against'],
];

/** Affirmative votes that any decision of the Council needs (Charter Art. 27(2) and (3)). */
const NEEDED = 9;

/** A vote of the Council, one seat a member: around the table where there is room, else in rows by ballot. */
export function ballotsFigure(input: BallotsInput, options: FigureOptions = {}): string {
  const canvas = canvasOf(options, 'ballots');
  const seats = CHOICES.flatMap(([choice]) => input.members.filter(({ ballot }) => ballot === choice));
  const description = `${input.symbol}, ${writeDate(input.date)}. ${CHOICES.map(([choice, words]) => {
    const names = seats.filter(({ ballot }) => ballot === choice);
    if (names.length === 0) return '';
    return `${words} (${names.length}): ${names.map(({ member, permanent }) => (permanent ? `${member} (permanent)` : member)).join(', ')}. `;
  }).join('')}${input.adopted ? 'Adopted' : 'Not adopted'}. ${input.reason}`;
  const round = canvas.narrow || seats.length < 6 ? null : drawTable(input, seats, canvas);
  const drawn = round ?? drawRows(input, seats, canvas, 0);
  return figureSvg(canvas, drawn.bottom, input.title, description, [drawn.markup]);
}

type Seat = BallotsInput['members'][number];

/** The horseshoe: seats ordered by ballot along an ellipse, names outside, the result inside; null where the names are too long for it. */
function drawTable(input: BallotsInput, seats: readonly Seat[], canvas: Canvas): Drawn | null {
  const { width, palette } = canvas;
  const [cx, cy, rx, ry] = [width / 2, 226, Math.min(212, width * 0.32), 172];
  const parts: Markup[] = [];
  const texts: PlacedText[] = [];
  const step = Math.PI / (seats.length - 1);
  const points = seats.map((_, i) => ({ x: cx - rx * Math.cos(i * step), y: cy - ry * Math.sin(i * step) }));
  seats.forEach((seat, i) => {
    const { x, y } = points[i] ?? { x: 0, y: 0 };
    parts.push(drawSeat(seat, x, y, 11, input.veto.includes(seat.member), palette));
    texts.push(...placeName(seat, x, y, Math.cos(Math.PI - i * step), canvas));
  });
  if (seats.length > NEEDED) {
    // The line that the votes in favour had to reach: between the ninth seat and the tenth.
    const angle = (NEEDED - 0.5) * step;
    const at = (factor: number) => [cx - rx * factor * Math.cos(angle), cy - ry * factor * Math.sin(angle)] as const;
    const [x1, y1] = at(0.84);
    const [x2, y2] = at(0.97);
    parts.push(line(x1, y1, x2, y2, palette.muted, { 'stroke-width': 1.2, 'stroke-dasharray': '3 3' }));
    const [tx, ty] = at(0.78);
    texts.push({ x: tx, y: ty + 10, text: 'nine votes', size: 11, fill: palette.muted, anchor: 'middle' });
  }
  const result = placeResult(input, cx, cy - 74, rx * 1.5, 'middle', palette);
  texts.push(...result.texts);
  if (!isClear(texts, width)) return null;
  parts.push(drawTexts(texts));
  const legend = drawLegend(0, Math.max(cy + 30, result.bottom + 12), canvas);
  parts.push(legend.markup);
  return { markup: joinMarkup(parts), bottom: legend.bottom };
}

function placeName(seat: Seat, x: number, y: number, cosine: number, { width }: Canvas): readonly PlacedText[] {
  const style = { size: 11.5, bold: seat.permanent } as const;
  const middle = Math.abs(cosine) < 0.13;
  if (middle) {
    const lines = wrapLabel(seat.member, 86, style, 2).lines;
    return placeLines(x, y - 20 - (lines.length - 1) * 13, lines, 13, { ...style, anchor: 'middle' });
  }
  const anchor = cosine < 0 ? 'end' : 'start';
  const room = cosine < 0 ? x - 18 : width - x - 18;
  const lines = wrapLabel(seat.member, Math.min(room, 132), style, 2).lines;
  const start = y + 4 - ((lines.length - 1) * 13) / 2 - (1 - Math.abs(cosine)) * 12;
  return placeLines(cosine < 0 ? x - 17 : x + 17, start, lines, 13, { ...style, anchor });
}

/** The narrow form: one block a ballot, names running on. */
function drawRows(input: BallotsInput, seats: readonly Seat[], canvas: Canvas, top: number): Drawn {
  const { width, palette } = canvas;
  const result = placeResult(input, 0, top + 30, width, 'start', palette);
  const parts: Markup[] = [drawTexts(result.texts)];
  let y = result.bottom + 10;
  for (const [choice, words] of CHOICES) {
    const members = seats.filter(({ ballot }) => ballot === choice);
    if (members.length === 0) continue;
    parts.push(line(0, y, width, y, palette.grid));
    parts.push(label(0, y + 18, `${words}: ${members.length}`, { size: 12, bold: true }));
    y += 38;
    let x = 0;
    for (const seat of members) {
      const style = { size: 12, bold: seat.permanent, width: width - 26 } as const;
      const needed = 24 + Math.min(style.width, measureText(seat.member, style)) + 12;
      if (x > 0 && x + needed > width) {
        x = 0;
        y += 25;
      }
      parts.push(drawSeat(seat, x + 9, y - 4, 8, input.veto.includes(seat.member), palette));
      parts.push(label(x + 24, y, seat.member, style));
      x += needed;
    }
    y += 18;
  }
  const legend = drawLegend(0, y, canvas);
  parts.push(legend.markup);
  return { markup: joinMarkup(parts), bottom: legend.bottom };
}

function placeResult(
  input: BallotsInput,
  x: number,
  y: number,
  width: number,
  anchor: 'start' | 'middle',
  palette: Palette,
): { readonly texts: readonly PlacedText[]; readonly bottom: number } {
  const count = (choice: BallotChoice) => input.members.filter(({ ballot }) => ballot === choice).length;
  const numbers = [count('yes'), count('no'), count('abstain')].join(' – ');
  const verdict = input.adopted ? 'Adopted' : input.veto.length > 0 ? 'Not adopted: veto' : 'Not adopted';
  const colour = input.adopted ? palette.accent : palette.alert;
  const reason = wrapLabel(input.reason, width, { size: 11.5 }, 4).lines;
  const texts: readonly PlacedText[] = [
    { x, y, text: numbers, size: 30, bold: true, anchor },
    { x, y: y + 18, text: 'in favour – against – abstaining', size: 11, anchor, fill: palette.muted, width },
    { x, y: y + 43, text: verdict, size: 15, bold: true, anchor, fill: colour, width },
    ...placeLines(x, y + 61, reason, 15, { size: 11.5, anchor, fill: palette.muted }),
  ];
  return { texts, bottom: y + 61 + reason.length * 15 };
}

/** Ballots differ in form as well as in colour; a square ring is a permanent seat. */
function drawSeat(seat: Seat, x: number, y: number, r: number, veto: boolean, palette: Palette): Markup {
  const words = CHOICES.find(([choice]) => choice === seat.ballot)?.[1].toLowerCase() ?? seat.ballot;
  const arm = r * 0.45;
  const body: Readonly<Record<BallotChoice, Markup>> = {
    yes: circle(x, y, r * 0.8, { fill: palette.accent }),
    no: joinMarkup([
      circle(x, y, r * 0.8, { fill: palette.alert }),
      path(`M${x - arm} ${y - arm}L${x + arm} ${y + arm}M${x + arm} ${y - arm}L${x - arm} ${y + arm}`, {
        stroke: palette.paper,
        'stroke-width': 2,
        'stroke-linecap': 'round',
      }),
    ]),
    abstain: circle(x, y, r * 0.8 - 1, { fill: palette.paper, stroke: palette.muted, 'stroke-width': 2.5 }),
    absent: circle(x, y, r * 0.8 - 1, {
      fill: palette.paper,
      stroke: palette.faint,
      'stroke-width': 1.5,
      'stroke-dasharray': '2 2',
    }),
  };
  const ring = seat.permanent
    ? rect(x - r - 1.5, y - r - 1.5, r * 2 + 3, r * 2 + 3, {
        rx: 2,
        fill: 'none',
        stroke: veto ? palette.alert : palette.ink,
        'stroke-width': veto ? 2.4 : 1.2,
      })
    : NO_MARKUP;
  return group({}, tooltip(`${seat.member}: ${words}${veto ? ' (veto)' : ''}`), ring, body[seat.ballot]);
}

function drawLegend(x: number, y: number, { palette, width }: Canvas): Drawn {
  const example = (ballot: BallotChoice, permanent = false) => ({ member: '', permanent, ballot });
  const items: readonly (readonly [Seat, string])[] = [
    [example('yes'), 'in favour'],
    [example('no'), 'against'],
    [example('abstain'), 'abstained'],
    [example('absent'), 'not voting'],
    [example('yes', true), 'permanent member'],
  ];
  const parts: Markup[] = [];
  let [left, top] = [x, y + 16];
  for (const [seat, words] of items) {
    const needed = 18 + measureText(words, { size: 11 }) + 18;
    if (left > x && left + needed > width) [left, top] = [x, top + 22];
    parts.push(drawSeat(seat, left + 8, top, 6, false, palette));
    parts.push(label(left + 20, top + 4, words, { size: 11, fill: palette.muted }));
    left += needed;
  }
  return { markup: joinMarkup(parts), bottom: top + 14 };
}
