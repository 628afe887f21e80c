import { group, path, tooltip } from '../drawing/drawing.ts';
import { joinMarkup, type Markup } from '../drawing/markup.ts';
import type { Palette } from '../drawing/palette.ts';
import { relationColour, relationSign } from './interval-marks.ts';
import type { IntervalRelation, RelationKind } from './intervals-input.ts';

const LANE_WIDTH = 20;
const GRAVEST_FIRST: readonly RelationKind[] = ['contradicts', 'same', 'narrower', 'compatible', 'incomparable'];

export type Bracket = IntervalRelation & { readonly lane: number; readonly from: number; readonly to: number };

/**
 * Which relations get a bracket beside the rows, and in which lane. Brackets in one lane do not touch; what finds no lane
 * is still told in words below. Contradictions come first. `place` gives the row's number in the panel.
 */
export function layBrackets(
  relations: readonly IntervalRelation[],
  place: ReadonlyMap<string, number>,
  maxLanes: number,
): readonly Bracket[] {
  const candidates = relations
    .filter(({ a, b, relation }) => place.has(a) && place.has(b) && a !== b && relation !== 'incomparable')
    .map((relation) => {
      const [from, to] = [place.get(relation.a) ?? 0, place.get(relation.b) ?? 0].sort((x, y) => x - y);
      return { ...relation, from: from ?? 0, to: to ?? 0 };
    })
    .sort(
      (x, y) =>
        GRAVEST_FIRST.indexOf(x.relation) - GRAVEST_FIRST.indexOf(y.relation) ||
        x.to - x.from - (y.to - y.from) ||
        x.from - y.from,
    );
  // First which relations are shown, the gravest first; then the shorter ones innermost, so that lines do not cross signs.
  const chosen = fillLanes(candidates, maxLanes);
  return fillLanes(
    [...chosen].sort((x, y) => x.to - x.from - (y.to - y.from) || x.from - y.from),
    maxLanes,
  );
}

function fillLanes(candidates: readonly Omit<Bracket, 'lane'>[], maxLanes: number): readonly Bracket[] {
  const lanes: Bracket[][] = [];
  for (const candidate of candidates) {
    // A row belongs to one bracket of a lane only: where one ends, no other begins.
    const free = (lane: readonly Bracket[]) => lane.every(({ from, to }) => candidate.to < from || to < candidate.from);
    let lane = lanes.findIndex(free);
    if (lane < 0) {
      if (lanes.length === maxLanes) continue;
      lane = lanes.push([]) - 1;
    }
    lanes[lane]?.push({ ...candidate, lane });
  }
  return lanes.flat();
}

export function bracketsWidth(brackets: readonly Bracket[]): number {
  return brackets.length === 0 ? 0 : (Math.max(...brackets.map(({ lane }) => lane)) + 1) * LANE_WIDTH + 6;
}

/** Brackets to the right of `x`, joining the rows' marks at the heights in `rowY`. */
export function drawBrackets(
  brackets: readonly Bracket[],
  x: number,
  rowY: readonly number[],
  palette: Palette,
): Markup {
  return joinMarkup(
    brackets.map((bracket) => {
      const [y1, y2] = [rowY[bracket.from] ?? 0, rowY[bracket.to] ?? 0];
      const right = x + 12 + bracket.lane * LANE_WIDTH;
      const stroke = relationColour(bracket.relation, palette);
      return group(
        {},
        tooltip(bracket.reason),
        path(`M${x + 2} ${y1}H${right}V${y2}H${x + 2}`, { fill: 'none', stroke, 'stroke-width': 1.2 }),
        relationSign(bracket.relation, right, (y1 + y2) / 2, palette),
      );
    }),
  );
}
