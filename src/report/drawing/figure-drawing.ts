import { ballotsFigure } from '../../figures/ballots.ts';
import { capBandsFigure } from '../../figures/cap-bands.ts';
import type { FigureOptions } from '../../figures/drawing/drawing.ts';
import { type Markup, trustedMarkup } from '../../figures/drawing/markup.ts';
import { dumbbellsFigure } from '../../figures/dumbbells.ts';
import { goodsMatrixFigure } from '../../figures/goods-matrix.ts';
import { intervalsFigure } from '../../figures/intervals/intervals.ts';
import { type CoastRing, coastRings } from '../../figures/maps/coast.ts';
import { mapFigure } from '../../figures/maps/map.ts';
import { originsFigure } from '../../figures/maps/origins.ts';
import { trackMapFigure } from '../../figures/maps/track-map.ts';
import { networkFigure } from '../../figures/network.ts';
import { regimeTimeline } from '../../figures/timeline/timeline.ts';
import { landPolygons } from '../../tracks/places/land.ts';
import type { FigureContent } from '../composition/manuscript.ts';

let rings: readonly CoastRing[] | undefined;

/** Land is read when the first map is drawn: it is large. */
function coast(): readonly CoastRing[] {
  rings ??= coastRings(landPolygons());
  return rings;
}

/** A figure as SVG. The figures escape what they are given themselves. */
export function drawFigure(content: FigureContent, options: FigureOptions): Markup {
  switch (content.kind) {
    case 'intervals':
      return trustedMarkup(intervalsFigure(content.input, options));
    case 'timeline':
      return trustedMarkup(regimeTimeline(content.input, options));
    case 'ballots':
      return trustedMarkup(ballotsFigure(content.input, options));
    case 'origins':
      return trustedMarkup(originsFigure(content.input, options));
    case 'map':
      return trustedMarkup(mapFigure(content.input, options));
    case 'track-map':
      return trustedMarkup(trackMapFigure(content.input, coast(), options));
    case 'cap-bands':
      return trustedMarkup(capBandsFigure(content.input, options));
    case 'network':
      return trustedMarkup(networkFigure(content.input, options));
    case 'dumbbells':
      return trustedMarkup(dumbbellsFigure(content.input, options));
    case 'goods-matrix':
      return trustedMarkup(goodsMatrixFigure(content.input, options));
  }
}

/**
 * The share of the width at which a figure is no taller than a page: `tallest` is the height that a page has for it, in widths of the
 * text. What is set across the whole width and is taller is cut off at the foot of the page.
 */
export function fittingShare(svg: string, tallest: number): number {
  const [, width = '1', height = '0'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  return Math.min(1, (tallest * Number(width)) / Math.max(1, Number(height)));
}

/** What a figure shows, in words: its description for those who do not see it. */
export function describeFigure(svg: string): string {
  const text = /<desc[^>]*>([^<]*)<\/desc>/.exec(svg)?.[1] ?? '';
  return text.replace(/&(lt|gt|quot|#39|amp);/g, (_, code: string) => ENTITIES[code] ?? '');
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
