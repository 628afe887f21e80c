import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { ReportError } from '../errors.ts';
import { type OutlineStep, outlineOf } from './svg-outline.ts';

type Style = {
  readonly fill: string | null;
  readonly stroke: string | null;
  readonly strokeWidth: number;
  readonly dashed: boolean;
};

export type SvgShape =
  | (Style & {
      readonly kind: 'ellipse';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    })
  | (Style & {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly radius: number;
    })
  | (Style & { readonly kind: 'outline'; readonly steps: readonly OutlineStep[] })
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly bold: boolean;
      readonly italic: boolean;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly colour: string;
    };

export type SvgDrawing = { readonly width: number; readonly height: number; readonly shapes: readonly SvgShape[] };

/**
 * The shapes of one of our own figures, in the order in which they are drawn. It reads what the figures write and no more: an
 * element or a path command that is new there is an error here, and not a hole in a report.
 *
 * @throws ReportError `unknown-shape`
 */
export function readSvgShapes(svg: string): SvgDrawing {
  const shapes: SvgShape[] = [];
  const open: Record<string, string>[] = [];
  let size = { width: 0, height: 0 };
  let text: { attributes: Record<string, string>; content: string } | null = null;
  let silent = 0;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    const inherited = { ...open.at(-1), ...attributes };
    open.push(inherited);
    if (name === 'title' || name === 'desc') silent += 1;
    else if (name === 'svg') size = { width: Number(attributes.width), height: Number(attributes.height) };
    else if (name === 'text') text = { attributes: inherited, content: '' };
    else if (name !== 'g') shapes.push(shapeOf(name, inherited));
  });
  parser.on('text', (content) => {
    if (silent === 0 && text !== null) text.content += content;
  });
  parser.on('closetag', ({ name }) => {
    open.pop();
    if (name === 'title' || name === 'desc') silent -= 1;
    if (name === 'text' && text !== null) {
      shapes.push(textOf(text.attributes, text.content));
      text = null;
    }
  });
  parser.write(svg).close();
  return { ...size, shapes };
}

function textOf(attributes: Record<string, string>, text: string): SvgShape {
  const anchor = attributes['text-anchor'];
  return {
    kind: 'text',
    x: Number(attributes.x),
    y: Number(attributes.y),
    text,
    size: Number(attributes['font-size'] ?? 12),
    bold: attributes['font-weight'] === '700',
    italic: attributes['font-style'] === 'italic',
    anchor: anchor === 'middle' || anchor === 'end' ? anchor : 'start',
    colour: attributes.fill ?? '#000000',
  };
}

function shapeOf(name: string, attributes: Record<string, string>): SvgShape {
  const number = (key: string): number => Number(attributes[key] ?? 0);
  const paint = (value: string | undefined): string | null => (value === undefined || value === 'none' ? null : value);
  const style: Style = {
    fill: paint(attributes.fill),
    stroke: paint(attributes.stroke),
    strokeWidth: Number(attributes['stroke-width'] ?? 1),
    dashed: attributes['stroke-dasharray'] !== undefined,
  };
  switch (name) {
    case 'circle': {
      const r = number('r');
      return { ...style, kind: 'ellipse', x: number('cx') - r, y: number('cy') - r, width: 2 * r, height: 2 * r };
    }
    case 'rect':
      return {
        ...style,
        kind: 'rect',
        x: number('x'),
        y: number('y'),
        width: number('width'),
        height: number('height'),
        radius: number('rx'),
      };
    case 'line':
      return {
        ...style,
        fill: null,
        kind: 'outline',
        steps: [
          { to: 'M', x: number('x1'), y: number('y1') },
          { to: 'L', x: number('x2'), y: number('y2') },
        ],
      };
    case 'path':
      return { ...style, kind: 'outline', steps: outlineOf(attributes.d ?? '') };
    default:
      throw new ReportError('unknown-shape', `a figure holds an element that cannot be drawn here: ${name}`);
  }
}
