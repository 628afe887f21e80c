import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { renderDocx } from '../../src/report/docx/docx.ts';
import { renderHtml } from '../../src/report/html/html.ts';
import { directedText, readsRightToLeft } from '../../src/report/model/direction.ts';
import type { ReportModel } from '../../src/report/model/model.ts';
import { renderPdf } from '../../src/report/pdf/pdf.ts';
import { findScriptFonts } from '../../src/report/pdf/script-fonts.ts';
import { sampleModel } from './sample-model.ts';

/** One name in each script that the sources of a panel come in. */
const NAMES = [
  '국방정보본부',
  '리창호',
  '李昌鎬',
  '中国外交部',
  'Мария Захарова',
  'شركة النور',
  'سپاه پاسداران',
  'Ελλάς',
  'かいじ',
];

/** The sample report with the names where names stand: a title, a claimant, a source, a quotation, a document, a figure. */
function withNames(names: readonly string[]): ReportModel {
  const model = sampleModel();
  const nameAt = (at: number) => names[at % names.length] ?? '';
  return {
    ...model,
    title: `Report on ${names.join(', ')}`,
    claims: model.claims.map((claim, at) => ({
      ...claim,
      claimant: { ...claim.claimant, name: nameAt(at) },
      quote: `${nameAt(at + 1)}: ${claim.quote}`,
    })),
    sources: model.sources.map((source, at) => ({ ...source, name: nameAt(at) })),
    documents: model.documents.map((document, at) => ({ ...document, title: `“${nameAt(at)}”` })),
  };
}

async function textOf(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  // Arabic comes back in forms of presentation and in the order in which it is drawn.
  return text.normalize('NFKC').replace(/[\s\u2067\u2069]/g, '');
}

describe('names in other scripts, in a PDF', () => {
  it('are set with the fonts of the packages, for archives, the same every time', async () => {
    const warnings: string[] = [];
    const model = withNames(NAMES);
    const bytes = await renderPdf(model, { warn: (message) => warnings.push(message) });
    expect(warnings).toEqual([]);
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/pdfaid:part>2<[\s\S]*pdfaid:conformance>A</);
    const text = await textOf(bytes);
    for (const word of NAMES.flatMap((name) => name.split(' '))) {
      const drawn = [word, [...word].reverse().join('')];
      expect(
        drawn.some((one) => text.includes(one)),
        word,
      ).toBe(true);
    }
    expect(Buffer.compare(bytes, await renderPdf(structuredClone(model)))).toBe(0);
  });

  it('are named before printing where a font is missing, with the package to add, and the PDF is still made', async () => {
    const warnings: string[] = [];
    const model = withNames(['국방정보본부', '中国外交部', 'شركة النور', 'საქართველო']);
    const bytes = await renderPdf(model, { warn: (message) => warnings.push(message), folderOf: () => null });
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('no font for Hangul; npm install @embedpdf/fonts-kr adds one');
    expect(warnings[0]).toContain('no font for Han; npm install @embedpdf/fonts-sc adds one');
    expect(warnings[0]).toContain('no font for Arabic; npm install @embedpdf/fonts-arabic adds one');
    expect(warnings[0]).toContain('no font for Georgian');
    const text = await textOf(bytes);
    expect(text).toContain('[6charactersinHangul]');
    expect(text).toContain('[10charactersinGeorgian]');
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/pdfaid:part>2</);
  });

  it('tell of single characters that every font at hand lacks, and print their number', async () => {
    const warnings: string[] = [];
    const bytes = await renderPdf(withNames(['Ҁ', '\u{1f6a2}', 'Лодка']), {
      warn: (message) => warnings.push(message),
    });
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/no font at hand draws .*U\+0480.*U\+1F6A2|no font at hand draws .*U\+1F6A2.*U\+0480/s);
    const text = await textOf(bytes);
    expect(text).toContain('[U+0480]');
    expect(text).toContain('Лодка');
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/pdfaid:part>2</);
  });

  it('take Hanja from the Korean face where no Chinese one is installed', () => {
    const fonts = findScriptFonts('신원식 (申源湜)', (name) => (name.endsWith('-kr') ? '/fonts' : null));
    expect(fonts).toMatchObject({ folders: ['/fonts'], families: ['Noto Sans Korean'], missing: [] });
  });
});

describe('names from right to left', () => {
  it('stand apart from the figures behind them', () => {
    expect(directedText('By شركة النور (2), 12 March')).toEqual([
      { text: 'By ', rightToLeft: false },
      { text: 'شركة النور', rightToLeft: true },
      { text: ' (2), 12 March', rightToLeft: false },
    ]);
    expect(directedText('plain')).toEqual([{ text: 'plain', rightToLeft: false }]);
    expect(readsRightToLeft('«قال» he said')).toBe(true);
    expect(readsRightToLeft('12 March: قال')).toBe(false);
  });

  it('are isolated in HTML and marked in Word', async () => {
    const model = withNames(['شركة النور']);
    expect(renderHtml(model)).toContain('<bdi>شركة النور</bdi>');
    const bytes = Buffer.from(await renderDocx(model));
    const { value } = await mammoth.extractRawText({ buffer: bytes });
    expect(value).toContain('شركة النور');
  });
});
