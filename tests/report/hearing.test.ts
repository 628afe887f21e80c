import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { composeReport } from '../../src/report/composition/compose.ts';
import type { ManuscriptBlock } from '../../src/report/composition/manuscript.ts';
import { renderDocx } from '../../src/report/docx/docx.ts';
import { renderHtml } from '../../src/report/html/html.ts';
import { renderPdf } from '../../src/report/pdf/pdf.ts';
import { sampleModel } from './sample-model.ts';

const model = sampleModel();
const section = (id: string) => composeReport(model).sections.find((one) => one.id === id);
const textOf = (blocks: readonly ManuscriptBlock[] = []): string => JSON.stringify(blocks);

/** What every format must hold: at the finding, and gathered. */
const SAID = [
  'had not replied by 1 December 2024, after the deadline',
  'replied on 20 November 2024: “The Mission rejects these groundless claims. No weapon was sent.” It denies what is alleged.',
  'A former member of the Panel challenged this finding on 22 November 2024',
  'Credibility of the challenge: 4, doubtful',
  'Corrected on 24 November 2024 by Tomás Ferreira: The debris was examined in January 2024. Reason: A first version said December 2023.',
  'Recommended to Member States that hold debris: Publish the numbers',
  'Letters to those named, and what came back',
  'Challenges, with the assessment of each',
  'The finding was made by Tomás Ferreira on 2 November 2024 (act a-39): three claims on one strike.',
];

/** Without blanks and hyphens, which setters put where they like. */
const letters = (text: string): string => text.replace(/<[^>]+>/g, '').replace(/[\s\u00ad\u200b-]/g, '');

describe('what was said of findings', () => {
  it('stands at the finding and again at the end', () => {
    const findings = textOf(section('findings')?.blocks);
    const gathered = textOf(section('hearings')?.blocks);
    expect(findings).toContain('Corrected on 24 November 2024');
    expect(gathered).toContain('A first version said December 2023');
    expect(gathered).toContain('none; overdue');
    expect(gathered).toContain('Port call of a vessel at Rajin');
    expect(textOf(section('recommendations')?.blocks)).toMatch(/Publish the numbers[^\]]*"target":"finding-1"/);
  });

  it('says which findings nobody was asked about', () => {
    expect(textOf(section('findings')?.blocks)).toContain('No opportunity to reply is recorded for finding 2.');
  });

  it('is printed by HTML, PDF and Word alike', async () => {
    const { text: pdf } = await extractText(await getDocumentProxy(new Uint8Array(await renderPdf(model))), {
      mergePages: true,
    });
    const { value: word } = await mammoth.extractRawText({ buffer: Buffer.from(await renderDocx(model)) });
    expect(SAID).toHaveLength(9);
    for (const format of [renderHtml(model), pdf, word].map(letters))
      for (const said of SAID) expect(format).toContain(letters(said));
  });

  it('is left out whole where nothing was said', () => {
    const silent = {
      ...model,
      unbound: [],
      recommendations: [],
      findings: model.findings.map((finding) => ({
        ...finding,
        replies: [],
        challenges: [],
        corrections: [],
        recommendations: [],
      })),
    };
    const ids = composeReport(silent).sections.map(({ id }) => id);
    expect(ids).not.toContain('hearings');
    expect(ids).not.toContain('recommendations');
  });
});
