import { element, escapeMarkup, joinMarkup, type Markup, NO_MARKUP, printableText } from './markup.ts';
import { PAGE_PALETTE, type Palette } from './palette.ts';
import { fitText, measureText, type TextStyle, wrapText } from './text-metrics.ts';

/** What every figure takes besides its data. */
export type FigureOptions = {
  /** Width in CSS pixels; below about 480 a figure takes its narrow form. Default 680. */
  readonly width?: number;
  /** Prefix of the ids inside the figure, unique on the page; letters, digits and hyphens. */
  readonly id?: string;
  /** Default: CSS custom properties. `PRINT_PALETTE` for readers that know none. */
  readonly palette?: Palette;
};

export const WIDE = 680;
export const NARROW = 340;
/** Below this width labels stand above what they name instead of beside it. */
const NARROW_BELOW = 480;

export type Canvas = {
  readonly width: number;
  readonly narrow: boolean;
  readonly id: string;
  readonly palette: Palette;
};

export function canvasOf(options: FigureOptions, fallbackId: string): Canvas {
  const width = Math.max(280, options.width ?? WIDE);
  const id = (options.id ?? fallbackId).replace(/[^A-Za-z0-9-]/g, '-');
  return { width, narrow: width < NARROW_BELOW, id, palette: options.palette ?? PAGE_PALETTE };
}

/**
 * The outer element: an image with a name and a description that says in words what is drawn, for those who do not see it
 * (WAI-ARIA Graphics; `role=img` hides the parts).
 */
export function figureSvg(
  canvas: Canvas,
  height: number,
  title: string,
  description: string,
  parts: readonly Markup[],
): string {
  const titleId = `${canvas.id}-title`;
  const descriptionId = `${canvas.id}-description`;
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${canvas.width} ${Math.ceil(height)}`,
      width: canvas.width,
      height: Math.ceil(height),
      role: 'img',
      'aria-labelledby': `${titleId} ${descriptionId}`,
      'font-family': canvas.palette.font,
      'font-size': 12,
      fill: canvas.palette.ink,
    },
    element('title', { id: titleId }, escapeMarkup(title)),
    element('desc', { id: descriptionId }, escapeMarkup(description)),
    ...parts,
  );
}

export type LabelOptions = TextStyle & {
  readonly fill?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly italic?: boolean;
  /** Cut with an ellipsis at this width; the whole text stays available as a tooltip. */
  readonly width?: number;
};

/** A drawn part, and the height at which the next may begin. */
export type Drawn = { readonly markup: Markup; readonly bottom: number };

/** One line of text with its baseline at y. */
export function label(x: number, y: number, text: string, options: LabelOptions): Markup {
  const shown = printableText(text);
  const fitted = options.width === undefined ? shown : fitText(shown, options.width, options);
  if (fitted === '') return NO_MARKUP;
  return element(
    'text',
    {
      x,
      y,
      'font-size': options.size,
      'font-weight': options.bold === true ? 700 : null,
      'font-style': options.italic === true ? 'italic' : null,
      'text-anchor': options.anchor === undefined || options.anchor === 'start' ? null : options.anchor,
      fill: options.fill,
    },
    fitted === shown ? NO_MARKUP : element('title', {}, escapeMarkup(shown)),
    escapeMarkup(fitted),
  );
}

/** Several lines, the first with its baseline at y. */
export function labelLines(
  x: number,
  y: number,
  lines: readonly string[],
  lineHeight: number,
  options: LabelOptions,
): Markup {
  return joinMarkup(lines.map((line, i) => label(x, y + i * lineHeight, line, options)));
}

/** A text block of a given width: its lines and its height. */
export function wrapLabel(
  text: string,
  width: number,
  style: TextStyle,
  maxLines?: number,
): { readonly lines: readonly string[]; readonly width: number } {
  const lines = wrapText(printableText(text), width, style, maxLines);
  return { lines, width: Math.max(0, ...lines.map((line) => measureText(line, style))) };
}

export function line(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  stroke: string,
  more: Readonly<Record<string, string | number>> = {},
): Markup {
  return element('line', { x1, y1, x2, y2, stroke, ...more });
}

export function rect(
  x: number,
  y: number,
  width: number,
  height: number,
  more: Readonly<Record<string, string | number>> = {},
): Markup {
  return element('rect', { x, y, width: Math.max(0, width), height: Math.max(0, height), ...more });
}

export function circle(
  cx: number,
  cy: number,
  r: number,
  more: Readonly<Record<string, string | number>> = {},
): Markup {
  return element('circle', { cx, cy, r, ...more });
}

export function path(d: string, more: Readonly<Record<string, string | number>> = {}): Markup {
  return element('path', { d, ...more });
}

export function group(attributes: Readonly<Record<string, string | number>>, ...children: readonly Markup[]): Markup {
  return element('g', attributes, ...children);
}

/** The short text that appears when a mark is pointed at. */
export function tooltip(text: string): Markup {
  return element('title', {}, escapeMarkup(text));
}
