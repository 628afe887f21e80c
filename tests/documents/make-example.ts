/**
 * Makes the PDF and DOCX files of the example dossier from their texts in `examples/veto-2024/sources/`:
 * `npx tsx tests/documents/make-example.ts`. Needs Chromium (`CHROMIUM`, or /usr/bin/chromium) for the PDF files.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { type Browser, chromium } from 'playwright-core';
import { packageRoot } from '../../src/core/resource.ts';
import { type DomElement, parseDom, plainTextOf } from '../../src/documents/html/dom.ts';

const folder = join(packageRoot(), 'examples', 'veto-2024');
/** Which texts become Word files; the others become PDF. */
const WORD = new Set(['containers-2024-02-27', 'msmt-2025-05-29']);
const STYLE = `<style>body { font: 11pt/1.4 "DejaVu Serif", serif; } h1 { font-size: 17pt; } h2 { font-size: 13.5pt; }</style>`;

const FIXED = Date.UTC(2025, 7, 1);

if (process.argv[1] === fileURLToPath(import.meta.url)) await makeAll();

async function makeAll(): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  for (const file of readdirSync(join(folder, 'sources')).sort()) {
    const name = file.replace(/\.html$/, '');
    const html = readFileSync(join(folder, 'sources', file), 'utf8');
    if (WORD.has(name)) writeFileSync(join(folder, `${name}.docx`), await wordOf(html));
    else writeFileSync(join(folder, `${name}.pdf`), await pdfOf(browser, html));
  }
  await browser.close();
  const whole = readFileSync(join(folder, 'containers-2024-02-27.docx'));
  writeFileSync(join(folder, 'broken-annex.docx'), whole.subarray(0, Math.floor(whole.length * 0.6)));
}

async function pdfOf(browser: Browser, html: string): Promise<Buffer> {
  const page = await browser.newPage();
  await page.setContent(html.replace('</head>', `${STYLE}</head>`));
  const bytes = await page.pdf({
    format: 'A5',
    margin: { top: '22mm', bottom: '22mm', left: '18mm', right: '18mm' },
    displayHeaderFooter: html.length > 1_800,
    headerTemplate: '<span></span>',
    footerTemplate:
      '<div style="font-size:8pt;width:100%;text-align:center"><span class="pageNumber"></span>/<span class="totalPages"></span></div>',
  });
  await page.close();
  // The printer stamps the time of printing; a fixed one of the same length keeps the offsets of the file.
  return Buffer.from(
    bytes.toString('latin1').replace(/\/(CreationDate|ModDate) \(D:\d{14}/g, '/$1 (D:20250801000000'),
    'latin1',
  );
}

/** The Word file of a text. Its maker writes the time into it; with a fixed one the same text gives the same bytes. */
export async function wordOf(html: string): Promise<Buffer> {
  const RealDate = Date;
  globalThis.Date = class extends RealDate {
    constructor(...given: [] | [number]) {
      super(given[0] ?? FIXED);
    }
    static override now(): number {
      return FIXED;
    }
  } as DateConstructor;
  try {
    return await packed(html);
  } finally {
    globalThis.Date = RealDate;
  }
}

async function packed(html: string): Promise<Buffer> {
  const { body } = parseDom(html);
  const children = [...body.querySelectorAll('h1, h2, p, li, table')].map(wordBlock);
  const document = new Document({
    creator: 'Standing Panel examples',
    title: plainTextOf(body.querySelector('h1')),
    sections: [{ children }],
  });
  return Packer.toBuffer(document);
}

function wordBlock(element: DomElement): Paragraph | Table {
  const text = plainTextOf(element);
  switch (element.localName) {
    case 'h1':
      return new Paragraph({ text, heading: HeadingLevel.TITLE });
    case 'h2':
      return new Paragraph({ text, heading: HeadingLevel.HEADING_1 });
    case 'li':
      return new Paragraph({ text, bullet: { level: 0 } });
    case 'table':
      return new Table({
        rows: [...element.querySelectorAll('tr')].map(
          (row) =>
            new TableRow({
              children: [...row.querySelectorAll('th, td')].map(
                (cell) => new TableCell({ children: [new Paragraph(plainTextOf(cell))] }),
              ),
            }),
        ),
      });
    default:
      return new Paragraph(text);
  }
}
