import {
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readTextLayer } from '../../src/documents/read.ts';
import { locatorText, passageAt } from '../../src/documents/text/passage.ts';
import { isFullCount } from '../full-count.ts';
import { blockTexts, expectSound } from './layer-checks.ts';

const read = (bytes: Uint8Array, name = 'page.html') => readTextLayer(bytes, { name });
const page = (head: string, body: string) =>
  Buffer.from(`<!doctype html><html lang="en-GB"><head>${head}</head><body>${body}</body></html>`);
const PROSE =
  '<p>The ministry said on Monday that the vessels had left the port, that it did not know their cargo, and that it would ask the flag State for the papers.</p>'.repeat(
    3,
  );

describe('HTML', () => {
  it('gives headings, paragraphs, lists, quotations and cells of the main text only', async () => {
    const layer = await read(
      page(
        '<title>Statement | The Outlet</title><meta property="og:site_name" content="The Outlet"><meta name="date" content="March 28, 2024">',
        `<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
        <article><h1>Statement</h1>${PROSE}<h2>Figures</h2><ul><li>First: <b>10</b> cases</li><li>Second<ul><li>inner</li></ul></li></ul>
        <blockquote><p>"A plea," he said.</p></blockquote>
        <table><tr><th>Who</th><th>Missiles</th></tr><tr><td>Prosecutors</td><td>50</td></tr></table>
        <p>45.&nbsp;The Panel agreed.<br>So did others.</p><p>It counted 50<sup>3</sup> missiles on 12 km<sup>2</sup>.</p></article>
        <footer>Imprint and privacy</footer>`,
      ),
    );
    expectSound(layer);
    expect(layer).toMatchObject({
      kind: 'html',
      title: 'Statement',
      outlet: 'The Outlet',
      published: '2024-03-28',
      language: 'en-GB',
      encoding: 'utf-8',
    });
    expect(blockTexts(layer).filter((block) => !block.includes('The ministry said'))).toEqual([
      'title | Statement',
      'heading | Figures',
      'list-item | First: 10 cases',
      'list-item | Second',
      'list-item | inner',
      'quotation | "A plea," he said.',
      'table-cell | Who',
      'table-cell | Missiles',
      'table-cell | Prosecutors',
      'table-cell | 50',
      'paragraph | 45 | The Panel agreed.\nSo did others.',
      'paragraph | It counted 50[3] missiles on 12 km².',
    ]);
    expect(layer.text).toContain('Prosecutors\t50');
  });

  it.each([
    [
      'JSON-LD',
      '<script type="application/ld+json">{"@graph":[{"@type":"Organization","name":"X"},{"@type":["NewsArticle"],"datePublished":"2024-05-07T23:50:00-04:00","publisher":{"name":"A Wire"},"headline":"H"}]}</script>',
      '',
      '2024-05-07',
      'A Wire',
    ],
    [
      'OpenGraph',
      '<meta property="article:published_time" content="2024-05-07T01:00:00Z"><meta property="og:site_name" content="A Wire">',
      '',
      '2024-05-07',
      'A Wire',
    ],
    ['time', '', '<time datetime="2024-05-07">7 May</time>', '2024-05-07', null],
    ['a date in words', '<meta name="dc.date" content="Tue, 7 May 2024 10:00:00 GMT">', '', '2024-05-07', null],
    ['broken JSON-LD', '<script type="application/ld+json">{"datePublished": </script>', '', null, null],
    ['an uncertain order of day and month', '<meta name="date" content="05/07/2024">', '', null, null],
    ['a day that does not exist', '<meta name="date" content="2024-02-30">', '', null, null],
  ])('takes day and outlet from %s', async (_, head, body, published, outlet) => {
    expect(await read(page(head, `<article>${body}${PROSE}</article>`))).toMatchObject({ published, outlet });
  });

  it('loses no sentence of the article to the guess at what frames it, and says what it left out elsewhere', async () => {
    const article = `${PROSE}<p>Kyiv agreed.</p><div class="related"><ul><li><a href="/a">Another story about arms, and a long title.</a></li></ul></div>
      <p class="comment-note">Officials in Seoul put the number of containers at 6,700.</p>`;
    const inside = await read(
      page('', `<article>${article}</article><aside><p>Our editors choose these stories for you.</p></aside>`),
    );
    expect(inside.text).toContain('Officials in Seoul put the number of containers at 6,700.');
    expect(inside.text).not.toMatch(/Another story|Our editors/);
    const card = await read(
      page('', `<div>${PROSE}${PROSE}</div><article><p>A card announces quite another story.</p></article>`),
    );
    expect(card.text).toContain('The ministry said on Monday');
    const outside = await read(
      page(
        '',
        `<div id="text">${PROSE}${PROSE}</div><div class="extra"><p>A further note says that ten ships were seen.</p></div>`,
      ),
    );
    if (!outside.text.includes('ten ships'))
      expect(outside.notes).toEqual(['1 paragraph outside the main text of the page left out']);
  });

  it('heeds the encoding that the page declares', async () => {
    const html = page(
      '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">',
      '<p>Василий Небензя, постоянный представитель.</p>',
    );
    const layer = await read(iconv.encode(html.toString(), 'koi8-r'));
    expect(layer.text).toContain('Василий Небензя');
    expect(layer.encoding).toBe('koi8-r');
  });

  it('tells a page by its content, whatever its name', async () => {
    expect((await read(page('', PROSE), 'report.pdf')).kind).toBe('html');
    expect((await read(Buffer.from('a < b and <c> are no page'), 'page.html')).kind).toBe('text');
    expect((await read(Buffer.from('<p>A fragment of a page.</p>'), 'x')).kind).toBe('html');
  });

  it('gives sound layers for any tree', async () => {
    const tag = fc.constantFrom(
      'p',
      'div',
      'li',
      'ul',
      'ol',
      'td',
      'tr',
      'table',
      'b',
      'blockquote',
      'h2',
      'br',
      'section',
      'span',
      'article',
    );
    const bit = fc.oneof(
      tag.map((name) => `<${name}>`),
      tag.map((name) => `</${name}>`),
      fc.constantFrom('some words here', ' ', '45. The panel', '\u00a0', '&lt;p&gt;', '&#0;', '<!-- c -->', '<', '</'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(bit, { maxLength: 40 }), async (bits) => {
        const layer = await read(page('', `<p>First words.</p>${bits.join('')}`));
        expectSound(layer);
        expect(layer.text).toContain('First words.');
      }),
      { numRuns: isFullCount ? 5_000 : 150 },
    );
  });
});

describe('the cells of a table', () => {
  it('have their places, over empty cells and those that reach over several', async () => {
    const layer = await read(
      page(
        '',
        `<article>${PROSE}<table><thead><tr><td colspan="2">Sent</td><td>To</td></tr></thead>
        <tr><td rowspan="2"><p>May</p><p>2022</p></td><td></td><td>Chad<table><tr><td>inner</td><td>next</td></tr></table></td></tr>
        <tr><td colspan="0">40</td><td rowspan="99999999">Togo</td></tr><tr><th>June</th></tr></table></article>`,
      ),
    );
    expectSound(layer);
    const cells = layer.blocks.filter(({ kind }) => kind === 'table-cell');
    expect(cells.map(({ start, end, cell }) => [layer.text.slice(start, end), cell])).toEqual([
      ['Sent', { table: 0, row: 0, rows: 1, column: 0, columns: 2, heading: true }],
      ['To', { table: 0, row: 0, rows: 1, column: 2, columns: 1, heading: true }],
      ['May', { table: 0, row: 1, rows: 2, column: 0, columns: 1, heading: false }],
      ['2022', { table: 0, row: 1, rows: 2, column: 0, columns: 1, heading: false }],
      ['Chad', { table: 0, row: 1, rows: 1, column: 2, columns: 1, heading: false }],
      ['inner', { table: 1, row: 0, rows: 1, column: 0, columns: 1, heading: false }],
      ['next', { table: 1, row: 0, rows: 1, column: 1, columns: 1, heading: false }],
      ['40', { table: 0, row: 2, rows: 1, column: 1, columns: 1, heading: false }],
      ['Togo', { table: 0, row: 2, rows: 5000, column: 2, columns: 1, heading: false }],
      ['June', { table: 0, row: 3, rows: 1, column: 0, columns: 1, heading: true }],
    ]);
  });
});

describe('DOCX', () => {
  it('gives title, headings, paragraphs, lists, tables and footnotes', async () => {
    const document = new Document({
      title: 'Property title',
      footnotes: { 1: { children: [new Paragraph('Letter of 3 March 2024.')] } },
      sections: [
        {
          children: [
            new Paragraph({ text: 'Report of the team', heading: HeadingLevel.TITLE }),
            new Paragraph({ text: 'Containers', heading: HeadingLevel.HEADING_1 }),
            new Paragraph({
              children: [new TextRun('7. The team counted 20,000 containers.'), new FootnoteReferenceRun(1)],
            }),
            new Paragraph({ text: 'first item', bullet: { level: 0 } }),
            new Table({
              rows: [
                new TableRow({
                  children: ['MSMT', '20,000'].map((text) => new TableCell({ children: [new Paragraph(text)] })),
                }),
              ],
            }),
            new Paragraph('국방부 said 28,000.'),
          ],
        },
      ],
    });
    const layer = await read(await Packer.toBuffer(document), 'report.docx');
    expectSound(layer);
    expect(layer).toMatchObject({ kind: 'docx', title: 'Report of the team', published: null });
    expect(blockTexts(layer)).toEqual([
      'title | Report of the team',
      'heading | Containers',
      'paragraph | 7 | The team counted 20,000 containers.[1]',
      'list-item | first item',
      'table-cell | MSMT',
      'table-cell | 20,000',
      'paragraph | 국방부 said 28,000.',
      'footnote | Letter of 3 March 2024.',
    ]);
    expect(layer.blocks.flatMap(({ cell }) => (cell === undefined ? [] : [[cell.row, cell.column]]))).toEqual([
      [0, 0],
      [0, 1],
    ]);
    const cell = layer.text.lastIndexOf('20,000');
    expect(locatorText(passageAt(layer, cell, cell + 6))).toBe('table 1, cell B1');
  });
});
