import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { inflateEntry, listZip } from '../../src/documents/container/zip.ts';
import { READING_LIMITS } from '../../src/documents/limits.ts';
import { composeReport } from '../../src/report/composition/compose.ts';
import { columnWidths } from '../../src/report/docx/column-widths.ts';
import { renderDocx } from '../../src/report/docx/docx.ts';
import { describeFigure, drawFigure } from '../../src/report/drawing/figure-drawing.ts';
import { readSvgShapes } from '../../src/report/drawing/svg-shapes.ts';
import { sampleModel } from './sample-model.ts';

const figures = [...composeReport(sampleModel()).sections, ...composeReport(sampleModel()).annexes]
  .flatMap(({ blocks }) => blocks)
  .flatMap((block) => (block.kind === 'figure' ? [block] : []));

async function documentXml(): Promise<string> {
  const bytes = await renderDocx(sampleModel());
  const part = listZip(bytes, 'report.docx', READING_LIMITS).find(({ name }) => name === 'word/document.xml');
  if (part === undefined) throw new Error('the report has no text');
  return inflateEntry(bytes, part, 'report.docx').toString('utf8');
}

describe('figures in Word', () => {
  it('are drawn as shapes, with every label and a description, under numbers that are used once', async () => {
    const xml = await documentXml();
    const numbers: string[] = [];
    let text = '';
    const parser = new SaxesParser();
    parser.on('opentag', ({ name, attributes }) => {
      if (name === 'wp:docPr' || name === 'wps:cNvPr') numbers.push(String(attributes.id));
    });
    parser.on('text', (part) => {
      text += part;
    });
    parser.write(xml).close();
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(figures.length).toBeGreaterThan(3);
    for (const { id, content } of figures) {
      const svg = drawFigure(content, { id, width: 640 });
      const shapes = readSvgShapes(svg).shapes;
      expect(shapes.length).toBeGreaterThan(5);
      for (const shape of shapes) if (shape.kind === 'text') expect(text).toContain(shape.text);
      expect(text).toContain(describeFigure(svg));
    }
    expect(xml.match(/<wpg:wgp>/g)).toHaveLength(figures.length);
  });

  it('lie within the width of the text', async () => {
    const widths = [...(await documentXml()).matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"/g)];
    expect(widths).toHaveLength(figures.length);
    // A4 less the margins, in English metric units; the height of a page less its margins.
    for (const [, cx, cy] of widths) {
      expect(Number(cx)).toBeLessThanOrEqual((11906 - 2 * 1130) * 635);
      expect(Number(cy)).toBeLessThanOrEqual((16838 - 1200 - 1150) * 635);
    }
  });
});

describe('columns of tables', () => {
  const page = { total: 1000, character: 5, padding: 10 };

  it('fill the width, and give the room to what needs it', () => {
    const [pair = 0, reason = 0] = columnWidths(
      [
        ['Pair', 'A and B'],
        ['Reason', 'word '.repeat(40)],
      ],
      page,
    );
    expect(pair + reason).toBeGreaterThan(990);
    expect(pair + reason).toBeLessThanOrEqual(1000);
    expect(pair).toBeGreaterThanOrEqual('A and B'.length * 5);
    expect(reason).toBeGreaterThan(3 * pair);
  });

  it('stay within the width when nothing fits', () => {
    const widths = columnWidths(
      Array.from({ length: 9 }, () => ['x'.repeat(300)]),
      page,
    );
    expect(widths.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(1000);
    expect(new Set(widths).size).toBe(1);
  });
});

describe('tables in Word', () => {
  it('set a cell in the type of its table, and keep a row that heads others with the first of them', async () => {
    const rows = (await documentXml()).match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
    const runs = rows.flatMap((row) => row.match(/<w:r>(?:(?!<\/w:r>).)*<\/w:r>/gs) ?? []);
    const links = runs.filter((run) => run.includes('"Hyperlink"') && run.includes('<w:t'));
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((run) => !run.includes('<w:sz w:val="15"'))).toEqual([]);
    const heads = rows.filter((row) => row.includes('<w:gridSpan w:val="5"/>'));
    expect(heads.length).toBeGreaterThan(0);
    expect(heads.filter((row) => !row.includes('<w:keepNext/>'))).toEqual([]);
  });
});
