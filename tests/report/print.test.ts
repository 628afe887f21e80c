import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { composeReport } from '../../src/report/composition/compose.ts';
import type { Inline } from '../../src/report/composition/manuscript.ts';
import { renderDocx } from '../../src/report/docx/docx.ts';
import type { ReportModel } from '../../src/report/model/model.ts';
import { renderPdf } from '../../src/report/pdf/pdf.ts';
import { findScriptFonts } from '../../src/report/pdf/script-fonts.ts';
import { sampled } from '../full-count.ts';
import { sampleModel } from './sample-model.ts';

const manuscript = composeReport(sampleModel());

/** Without what a setter may put between letters: blanks, hyphens at line ends, breaks. */
function letters(text: string): string {
  return text.replace(/[\s\u00ad\u200b-]/g, '');
}

function words(inlines: readonly Inline[]): string {
  return inlines.map((inline) => ('text' in inline ? inline.text : '')).join('');
}

const paragraphs = manuscript.sections
  .flatMap(({ blocks }) => blocks)
  .flatMap((block) => (block.kind === 'paragraph' && block.number !== null ? [block] : []));

/** Text that would end a literal, begin code or break the setter, if it were read as anything but text. */
const HOSTILE = [
  '"]; #panic("x") #read("/etc/passwd") [',
  '\\") #import "@preview/x:1.0.0"',
  '$x^2$ = *a* _b_ <c> @d `e` // f /* g',
  '\u202egnp.exe \u0000 \ud800 \ufffe',
  `${'x'.repeat(400)}`,
];

describe('the report as PDF', () => {
  it('gives the same bytes for the same model', async () => {
    const [one, two] = [await renderPdf(sampleModel()), await renderPdf(structuredClone(sampleModel()))];
    expect(Buffer.compare(one, two)).toBe(0);
  });

  it('is tagged, for archives, and holds each numbered paragraph, each footnote and each annex', async () => {
    const bytes = await renderPdf(sampleModel());
    const raw = Buffer.from(bytes).toString('latin1');
    expect(raw).toContain('/MarkInfo');
    expect(raw).toMatch(/pdfaid:part>2<[\s\S]*pdfaid:conformance>A</);
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
    const found = letters(text);
    for (const { number } of paragraphs) expect(text).toContain(`${number}.`);
    for (const note of manuscript.notes) expect(found).toContain(letters(note.quote ?? '').slice(0, 60));
    for (const { title } of [...manuscript.sections, ...manuscript.annexes]) expect(found).toContain(letters(title));
    expect(found).toContain(letters(sampleModel().documents[0]?.id ?? ''));
  });

  it.each(sampled(HOSTILE, 3))('sets hostile text as text: %s', async (text) => {
    const model = sampleModel();
    const bytes = await renderPdf({
      ...model,
      title: text,
      summary: [text],
      claims: model.claims.map((claim) => ({ ...claim, quote: text, claimant: { ...claim.claimant, name: text } })),
    });
    const { text: read } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
    if (/^[\x20-\x7e]*$/.test(text)) expect(letters(read)).toContain(letters(text).slice(0, 30));
  });

  it('says before printing which script has no font, and where its characters are left out', () => {
    const none = findScriptFonts('국방정보본부 said; 中国 and ქართული', () => null);
    expect(none.missing).toEqual([
      { script: 'Han', package: '@embedpdf/fonts-sc' },
      { script: 'Hangul', package: '@embedpdf/fonts-kr' },
      { script: 'Georgian', package: null },
    ]);
    expect(none.printed('국방정보본부 said, 中国, ქართული; Москва')).toBe(
      '[6 characters in Hangul] said, [2 characters in Han], [7 characters in Georgian]; Москва',
    );
    const kr = findScriptFonts('국방', (name) => (name.endsWith('kr') ? '/fonts' : null));
    expect(kr).toMatchObject({ folders: ['/fonts'], missing: [] });
    expect(kr.printed('국방')).toBe('국방');
  });
});

describe('the report as a Word document', () => {
  it('gives the same bytes for the same model', async () => {
    const [one, two] = [await renderDocx(sampleModel()), await renderDocx(structuredClone(sampleModel()))];
    expect(Buffer.compare(one, two)).toBe(0);
  });

  it('holds each numbered paragraph and each footnote', async () => {
    const buffer = Buffer.from(await renderDocx(sampleModel()));
    const { value: html, messages } = await mammoth.convertToHtml({ buffer });
    expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
    const { value: raw } = await mammoth.extractRawText({ buffer });
    const found = letters(raw);
    for (const { number, text } of paragraphs) {
      const first = text.findIndex(({ kind }) => kind === 'note');
      expect(found).toContain(letters(`${number}.${words(first < 0 ? text : text.slice(0, first))}`));
    }
    expect(html.match(/id="footnote-\d+"/g)).toHaveLength(manuscript.notes.length);
    const notes = letters(html.replace(/<[^>]+>/g, '').replace(/&#39;/g, "'"));
    for (const { quote } of manuscript.notes) expect(notes).toContain(letters(quote ?? ''));
  });

  it.each(sampled(HOSTILE, 3))('sets hostile text as text: %s', async (text) => {
    const model: ReportModel = { ...sampleModel(), title: text, summary: [text] };
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await renderDocx(model)) });
    if (/^[\x20-\x7e]*$/.test(text)) expect(letters(value)).toContain(letters(text));
  });
});
