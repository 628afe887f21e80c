import type { ParagraphChild } from 'docx';
import { measureText } from '../../figures/drawing/text-metrics.ts';
import { readSvgShapes, type SvgShape } from '../drawing/svg-shapes.ts';
import { finished, type Node, node } from './docx-element.ts';

/** English metric units: 12,700 a point. */
const EMU_PER_POINT = 12_700;
/** The face of labels, which every Word has and whose widths the figures are laid out by. */
const FACE = 'Arial';
/** The line of a label in its size, and the part of it above the baseline, as Word sets lines of an exact height. */
const LINE = 1.2;
const ABOVE_BASELINE = 0.96;

const NAMESPACES = {
  'xmlns:mc': 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:wpg': 'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup',
  'xmlns:wps': 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
};

export type DrawingOptions = {
  /** Width on the page in points. */
  readonly width: number;
  readonly description: string;
  /** Number of a drawing or shape, unique in the document. */
  readonly nextId: () => number;
};

/**
 * A figure as a group of shapes that Word draws as vectors and that can be edited there (ECMA-376 part 1, section 20.1, and
 * the drawing extensions of Word 2010). A reader that does not know such groups shows the description.
 */
export function docxDrawing(svg: string, { width, description, nextId }: DrawingOptions): ParagraphChild {
  const drawing = readSvgShapes(svg);
  const unit = (width * EMU_PER_POINT) / drawing.width;
  const emu = (pixels: number): number => Math.round(pixels * unit);
  const [cx, cy] = [emu(drawing.width), emu(drawing.height)];
  const id = nextId();
  const shapes = drawing.shapes.flatMap((shape) => shapeNode(shape, emu, unit / EMU_PER_POINT, nextId));
  const frame = node(
    'a:xfrm',
    {},
    point('a:off', 0, 0),
    extent('a:ext', cx, cy),
    point('a:chOff', 0, 0),
    extent('a:chExt', cx, cy),
  );
  const group = node('wpg:wgp', {}, node('wpg:cNvGrpSpPr'), node('wpg:grpSpPr', {}, frame), ...shapes);
  const inline = node(
    'wp:inline',
    { distT: 0, distB: 0, distL: 0, distR: 0 },
    extent('wp:extent', cx, cy),
    node('wp:docPr', { id, name: `Figure ${id}`, descr: description }),
    node('wp:cNvGraphicFramePr'),
    node('a:graphic', {}, node('a:graphicData', { uri: NAMESPACES['xmlns:wpg'] }, group)),
  );
  const choice = node('mc:Choice', { Requires: 'wpg' }, node('w:drawing', {}, inline));
  const fallback = node('mc:Fallback', {}, node('w:t', {}, description));
  const run = node('w:r', {}, node('mc:AlternateContent', NAMESPACES, choice, fallback));
  return finished(run);
}

function point(name: string, x: number, y: number): Node {
  return node(name, { x, y });
}

function extent(name: string, cx: number, cy: number): Node {
  return node(name, { cx, cy });
}

type Emu = (pixels: number) => number;

function shapeNode(shape: SvgShape, emu: Emu, pointsPerPixel: number, nextId: () => number): readonly Node[] {
  if (shape.kind === 'text') return [textNode(shape, emu, pointsPerPixel, nextId)];
  const box = shape.kind === 'outline' ? boxOf(shape.steps) : shape;
  if (box === null) return [];
  const geometry =
    shape.kind === 'outline'
      ? customGeometry(shape.steps, box, emu)
      : node(
          'a:prstGeom',
          { prst: shape.kind === 'ellipse' ? 'ellipse' : shape.radius > 0 ? 'roundRect' : 'rect' },
          corners(shape),
        );
  const properties = node('wps:spPr', {}, placed(box, emu), geometry, fillOf(shape.fill), lineOf(shape, emu));
  return [
    node(
      'wps:wsp',
      {},
      node('wps:cNvPr', { id: nextId(), name: shape.kind }),
      node('wps:cNvSpPr'),
      properties,
      node('wps:bodyPr'),
    ),
  ];
}

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

function placed({ x, y, width, height }: Box, emu: Emu): Node {
  return node('a:xfrm', {}, point('a:off', emu(x), emu(y)), extent('a:ext', emu(width), emu(height)));
}

function boxOf(steps: Extract<SvgShape, { kind: 'outline' }>['steps']): Box | null {
  const points = steps.flatMap((step) => (step.to === 'Z' ? [] : [step]));
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const lowest = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const highest = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  if (points.length < 2) return null;
  return { x: lowest(xs), y: lowest(ys), width: highest(xs) - lowest(xs), height: highest(ys) - lowest(ys) };
}

function customGeometry(steps: Extract<SvgShape, { kind: 'outline' }>['steps'], box: Box, emu: Emu): Node {
  const path = steps.map((step) =>
    step.to === 'Z'
      ? node('a:close')
      : node(step.to === 'M' ? 'a:moveTo' : 'a:lnTo', {}, point('a:pt', emu(step.x - box.x), emu(step.y - box.y))),
  );
  return node(
    'a:custGeom',
    {},
    node('a:avLst'),
    node('a:gdLst'),
    node('a:ahLst'),
    node('a:cxnLst'),
    node('a:rect', { l: 0, t: 0, r: 'r', b: 'b' }),
    node('a:pathLst', {}, node('a:path', { w: emu(box.width), h: emu(box.height) }, ...path)),
  );
}

/** The radius of corners is given in the share of the shorter side, in 100,000ths. */
function corners(shape: SvgShape): Node {
  if (shape.kind !== 'rect' || shape.radius === 0) return node('a:avLst');
  const share = Math.min(
    50_000,
    Math.round((shape.radius / Math.max(1, Math.min(shape.width, shape.height))) * 100_000),
  );
  return node('a:avLst', {}, node('a:gd', { name: 'adj', fmla: `val ${share}` }));
}

function fillOf(colour: string | null): Node {
  return colour === null ? node('a:noFill') : node('a:solidFill', {}, colourNode(colour));
}

function colourNode(colour: string): Node {
  return node('a:srgbClr', { val: colour.replace('#', '').toUpperCase() });
}

function lineOf({ stroke, strokeWidth, dashed }: Exclude<SvgShape, { kind: 'text' }>, emu: Emu): Node {
  if (stroke === null) return node('a:ln', {}, node('a:noFill'));
  return node(
    'a:ln',
    { w: emu(strokeWidth) },
    fillOf(stroke),
    ...(dashed ? [node('a:prstDash', { val: 'dash' })] : []),
  );
}

/** A label in a box without a frame, wider than the text is measured: the face at hand may be a little wider. */
function textNode(
  { x, y, text, size, bold, italic, anchor, colour }: Extract<SvgShape, { kind: 'text' }>,
  emu: Emu,
  pointsPerPixel: number,
  nextId: () => number,
): Node {
  const width = measureText(text, { size, bold }) * 1.15 + 4;
  const left = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x;
  const box = { x: left, y: y - size * ABOVE_BASELINE, width, height: size * LINE };
  const halfPoints = Math.max(2, Math.round(size * pointsPerPixel * 2));
  const run = node(
    'w:r',
    {},
    node(
      'w:rPr',
      {},
      node('w:rFonts', { 'w:ascii': FACE, 'w:hAnsi': FACE, 'w:cs': FACE }),
      ...(bold ? [node('w:b')] : []),
      ...(italic ? [node('w:i')] : []),
      node('w:color', { 'w:val': colour.replace('#', '').toUpperCase() }),
      node('w:sz', { 'w:val': halfPoints }),
      node('w:szCs', { 'w:val': halfPoints }),
    ),
    node('w:t', { 'xml:space': 'preserve' }, text),
  );
  const alignment = anchor === 'middle' ? 'center' : anchor === 'end' ? 'right' : 'left';
  const line = Math.round(size * LINE * pointsPerPixel * 20);
  const spacing = node('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': line, 'w:lineRule': 'exact' });
  const paragraph = node('w:p', {}, node('w:pPr', {}, spacing, node('w:jc', { 'w:val': alignment })), run);
  return node(
    'wps:wsp',
    {},
    node('wps:cNvPr', { id: nextId(), name: 'text' }),
    node('wps:cNvSpPr', { txBox: 1 }),
    node(
      'wps:spPr',
      {},
      placed(box, emu),
      node('a:prstGeom', { prst: 'rect' }, node('a:avLst')),
      node('a:noFill'),
      node('a:ln', {}, node('a:noFill')),
    ),
    node('wps:txbx', {}, node('w:txbxContent', {}, paragraph)),
    node('wps:bodyPr', { wrap: 'none', lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor: 't' }),
  );
}
