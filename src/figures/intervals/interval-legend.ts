import { type Canvas, type Drawn, label } from '../drawing/drawing.ts';
import { joinMarkup, type Markup } from '../drawing/markup.ts';
import { measureText } from '../drawing/text-metrics.ts';
import { relationSign } from './interval-marks.ts';
import type { IntervalRelation, RelationKind } from './intervals-input.ts';

const LINE = 20;
const SIGN = 23;
const GAP = 18;
const STYLE = { size: 11 } as const;

/** What a sign on a bracket says, the gravest first; two figures that are not comparable have no bracket. */
const MEANINGS: readonly (readonly [RelationKind, string])[] = [
  ['contradicts', 'contradict each other'],
  ['same', 'the same figure'],
  ['narrower', 'one lies within the other'],
  ['compatible', 'overlap'],
];

/** The signs that a figure has on its brackets, with their meaning: a figure without notes is read by itself. */
export function drawLegend(
  relations: readonly IntervalRelation[],
  { palette, width }: Pick<Canvas, 'palette' | 'width'>,
  top: number,
): Drawn {
  const parts: Markup[] = [];
  let [x, y] = [0, top];
  for (const [kind, words] of MEANINGS) {
    if (!relations.some(({ relation }) => relation === kind)) continue;
    const needed = SIGN + measureText(words, STYLE);
    if (x > 0 && x + needed > width) [x, y] = [0, y + LINE];
    parts.push(
      relationSign(kind, x + 9, y + 10, palette),
      label(x + SIGN, y + 14, words, { ...STYLE, fill: palette.muted }),
    );
    x += needed + GAP;
  }
  return { markup: joinMarkup(parts), bottom: parts.length === 0 ? top : y + LINE };
}
