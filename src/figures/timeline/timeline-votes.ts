import type { DateScale } from '../drawing/date-scale.ts';
import { type Canvas, circle, type Drawn, group, label, line, path, tooltip } from '../drawing/drawing.ts';
import { joinMarkup, NO_MARKUP } from '../drawing/markup.ts';
import { measureText } from '../drawing/text-metrics.ts';
import { writeDate } from '../drawing/words.ts';
import type { TimelineInput } from './timeline-input.ts';

/** Marks of the votes; symbols stand above them, in as many lines as they need not to touch. */
export function drawVotes(input: TimelineInput, scale: DateScale, { palette, narrow }: Canvas, top: number): Drawn {
  const votes = [...input.votes]
    .filter(({ date }) => date >= scale.from && date <= scale.to)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const style = { size: 10.5 } as const;
  const maxLines = narrow ? 5 : 4;
  // Rejected drafts are named first: where there is no room for all, theirs are the names that must stand.
  const placed = new Map<TimelineInput['votes'][number], { readonly row: number; readonly x: number }>();
  const ranked = [...votes].sort((a, b) => Number(a.adopted) - Number(b.adopted));
  const taken: { row: number; left: number; right: number }[] = [];
  for (const vote of ranked) {
    const width = measureText(vote.symbol, { ...style, bold: !vote.adopted });
    const centre = scale.startOf(vote.date);
    const left = Math.min(Math.max(centre - width / 2, scale.start), scale.end - width);
    for (let row = 0; row < maxLines; row++) {
      if (taken.some((other) => other.row === row && left < other.right + 6 && other.left < left + width + 6)) continue;
      taken.push({ row, left, right: left + width });
      placed.set(vote, { row, x: left });
      break;
    }
  }
  const rows = Math.max(1, ...taken.map(({ row }) => row + 1));
  const markY = top + rows * 13 + 8;
  const markup = joinMarkup(
    votes.map((vote) => {
      const x = scale.startOf(vote.date);
      const place = placed.get(vote);
      const colour = vote.adopted ? palette.accent : palette.alert;
      const name =
        place === undefined
          ? NO_MARKUP
          : joinMarkup([
              line(x, top + (rows - place.row) * 13 + 1, x, markY - 4, palette.grid),
              label(place.x, top + (rows - place.row) * 13 - 2, vote.symbol, {
                ...style,
                bold: !vote.adopted,
                fill: vote.adopted ? palette.muted : palette.alert,
              }),
            ]);
      const mark = vote.adopted
        ? circle(x, markY, 3.5, { fill: colour })
        : path(`M${x - 4} ${markY - 4}l8 8m0 -8l-8 8`, {
            stroke: colour,
            'stroke-width': 2.2,
            'stroke-linecap': 'round',
          });
      const words = `${vote.symbol}, ${writeDate(vote.date)}: ${vote.adopted ? 'adopted' : 'not adopted'}`;
      return group({}, tooltip(words), name, mark);
    }),
  );
  return { markup, bottom: markY + 6 };
}
