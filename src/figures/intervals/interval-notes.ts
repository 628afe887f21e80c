import { type Canvas, type Drawn, label, labelLines, wrapLabel } from '../drawing/drawing.ts';
import { joinMarkup, type Markup } from '../drawing/markup.ts';
import { relationColour, relationSign } from './interval-marks.ts';
import { LABEL_X, TEXT_LINE } from './interval-rows.ts';
import type { IntervalPanel, IntervalRelation } from './intervals-input.ts';

/** Relations told in words under a figure; the report's table lists all. */
const MAX_NOTES = 6;

const RELATION_WORDS: Readonly<Record<IntervalRelation['relation'], string>> = {
  same: 'the same',
  narrower: 'narrower, no conflict',
  compatible: 'compatible',
  contradicts: 'contradict each other',
  incomparable: 'not comparable',
};

/** The relations in words, the gravest first. */
export function drawNotes(
  relations: readonly IntervalRelation[],
  panels: readonly IntervalPanel[],
  canvas: Canvas,
  top: number,
): Drawn {
  const { palette, width } = canvas;
  const letters = new Map(panels.flatMap(({ rows }) => rows.map((row) => [row.id, row.letter] as const)));
  const known = relations
    .filter(({ a, b }) => letters.has(a) && letters.has(b))
    .sort((x, y) => gravity(x) - gravity(y));
  const parts: Markup[] = [];
  let y = top;
  for (const relation of known.slice(0, MAX_NOTES)) {
    const pair = `${letters.get(relation.a)}–${letters.get(relation.b)}`;
    const heading = `${pair}: ${relationWords(relation, letters)}${relation.drift ? '; possible drift' : ''}`;
    const reason = wrapLabel(relation.reason, width - LABEL_X, { size: 11.5 }, 3);
    parts.push(
      relationSign(relation.relation, 9, y + 10, palette),
      label(LABEL_X, y + 14, heading, {
        size: 12,
        bold: true,
        fill: relationColour(relation.relation, palette),
        width: width - LABEL_X,
      }),
      labelLines(LABEL_X, y + 14 + TEXT_LINE, reason.lines, TEXT_LINE, { size: 11.5, fill: palette.muted }),
    );
    y += 14 + TEXT_LINE * reason.lines.length + 10;
  }
  if (known.length > MAX_NOTES) {
    parts.push(
      label(LABEL_X, y + 12, `${known.length - MAX_NOTES} more in the table`, { size: 11, fill: palette.muted }),
    );
    y += 20;
  }
  return { markup: joinMarkup(parts), bottom: y };
}

function gravity({ relation, drift }: IntervalRelation): number {
  if (relation === 'contradicts') return 0;
  if (drift) return 1;
  return relation === 'incomparable' ? 3 : 2;
}

export function relationWords(relation: IntervalRelation, letters: ReadonlyMap<string, string>): string {
  if (relation.relation !== 'narrower' || relation.narrower === null) return RELATION_WORDS[relation.relation];
  return `${letters.get(relation.narrower === 'a' ? relation.a : relation.b)} is narrower, no conflict`;
}
