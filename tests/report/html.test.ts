import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/core/hash.ts';
import { canonicalJson } from '../../src/core/json/canonical-json.ts';
import { composeReport } from '../../src/report/composition/compose.ts';
import { ReportError } from '../../src/report/errors.ts';
import { renderHtml } from '../../src/report/html/html.ts';
import { renderJson } from '../../src/report/model/json.ts';
import type { ReportModel } from '../../src/report/model/model.ts';
import { isFullCount } from '../full-count.ts';
import { sampleModel } from './sample-model.ts';

/** The model with every text that can come from outside replaced; ids, dates, enumerations and figures stay. */
const KEPT = new Set(
  'format asOf generatedAt date from to sent deadline received published id claim claims document source low high qualifier relation narrower a b polarity modality speech effect verdict status state how evidence ballot endedBy outcome counts language since provision currency kind stance credibility at'.split(
    ' ',
  ),
);

const jsonOf = (model: ReportModel): string => [...renderJson(model)].join('');

function poison(value: unknown, text: string, key = ''): unknown {
  if (typeof value === 'string') return KEPT.has(key) ? value : text;
  if (Array.isArray(value)) return value.map((inner) => poison(inner, text, key));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, poison(inner, text, name)]));
  }
  return value;
}

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'><svg onload=alert(1)>",
  '</style><script>alert(1)</script>',
  '</title><base href="https://example.org/">',
  'javascript:alert(1)',
  '&lt;script&gt; &#x3c;b&#x3e;',
  '\u202egnp.exe \u2066x\u2069 \u0000 \ud800 \ufffe',
  '-->]]><!--<![CDATA[',
  '\u05e9\u05dc\u05d5\u05dd <script>alert(1)</script> </bdi>',
  '@import url(https://example.org/x.css);}*{display:none}',
];

const ALLOWED = new Set(
  'html head meta title style body div header main nav section h1 h2 h3 p span strong em code sup a ul ol li dl dt dd aside br b bdi table caption thead tbody tr th td figure figcaption pre blockquote svg desc g rect circle line path text'.split(
    ' ',
  ),
);

function tagsOf(html: string): { name: string; attributes: string }[] {
  const withoutStyle = html.replace(/<style>[^<]*<\/style>/, '');
  return [...withoutStyle.matchAll(/<([a-zA-Z!][^\s>/]*)((?:\s[^<>]*)?)>/g)].map((match) => ({
    name: (match[1] ?? '').toLowerCase(),
    attributes: match[2] ?? '',
  }));
}

function expectHarmless(html: string): void {
  for (const { name, attributes } of tagsOf(html.replace('<!doctype html>', ''))) {
    expect(ALLOWED, name).toContain(name);
    const names = [...attributes.replace(/"[^"]*"/g, '""').matchAll(/([^\s=]+)=/g)].map((match) => match[1] ?? '');
    expect(names.filter((attribute) => /^on|^style$|^src|^srcset|^xlink/i.test(attribute))).toEqual([]);
    const href = / href="([^"]*)"/.exec(attributes)?.[1];
    if (href !== undefined) expect(href).toMatch(/^(#[A-Za-z0-9-]+|https?:\/\/)/);
  }
  expect(html).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069\ufffe]/);
  expect(html.isWellFormed()).toBe(true);
}

describe('the report as HTML', () => {
  const html = renderHtml(sampleModel());

  it('gives the same bytes for the same model', () => {
    expect(renderHtml(structuredClone(sampleModel()))).toBe(html);
    expect(jsonOf(structuredClone(sampleModel()))).toBe(jsonOf(sampleModel()));
  });

  it('stands alone: no script, nothing loaded, and a policy that allows its own style sheet only', () => {
    const style = /<style>([^<]*)<\/style>/.exec(html)?.[1] ?? '';
    expect(html).toContain(
      `content="default-src 'none'; style-src 'sha256-${sha256(style).toString('base64')}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(style).not.toMatch(/url\(|@import|</);
    expectHarmless(html);
  });

  it.each(HOSTILE)('keeps hostile text as text: %s', (text) => {
    const page = renderHtml(poison(sampleModel(), text) as ReportModel);
    expectHarmless(page);
    expect(/<style>([^<]*)<\/style>/.exec(page)?.[1]).not.toContain('example.org');
  });

  it('keeps any text as text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        expectHarmless(renderHtml(poison(sampleModel(), text) as ReportModel));
      }),
      { numRuns: isFullCount ? 300 : 15 },
    );
  });

  it('shows characters that would turn the reading order by their number', () => {
    const model = sampleModel();
    const page = renderHtml({ ...model, title: 'Invoice \u202egnp.exe' });
    expect(page).toContain('Invoice [U+202E]gnp.exe');
  });

  it('numbers paragraphs through and points every reference to a note that quotes the passage, with its place and hash', () => {
    const numbers = [...html.matchAll(/id="paragraph-(\d+)"/g)].map((match) => Number(match[1]));
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
    const targets = [...html.matchAll(/ href="#([^"]+)"/g)].map((match) => match[1]);
    expect(targets.filter((target) => !ids.has(target))).toEqual([]);
    expect([...html.matchAll(/ id="([^"]+)"/g)]).toHaveLength(ids.size);
    for (const claim of sampleModel().claims) {
      expect(html).toContain(`“${claim.quote.replaceAll("'", '&#39;')}”`);
      expect(html).toContain(`characters ${claim.start}–${claim.end}`);
      expect(html).toContain(claim.document);
    }
    expect(html).toContain('page 2, paragraph 7, characters');
  });

  it('says of each paragraph of law whether its text was seen', () => {
    expect(html).toContain('Recalled: it was not, and must be checked against the official document');
    expect(html).toContain('>recalled<');
  });

  it('prints dissent, missing replies, refusals, the checkpoint and how to verify it', () => {
    const { record, refused } = sampleModel();
    expect(html).toContain('Dissent of the Ministry of Foreign Affairs of the Russian Federation');
    expect(html).toContain('was written to on 4 November 2024');
    const model = sampleModel();
    const unheard = { ...model, findings: model.findings.map((finding) => ({ ...finding, replies: [] })) };
    expect(renderHtml(unheard).match(/No opportunity to reply is recorded/g)).toHaveLength(1);
    for (const { file } of refused) expect(html).toContain(file);
    expect(html).toContain(record.checkpoint);
    expect(html).toContain('panel record verify --checkpoint checkpoint');
  });

  it('prints the list of measures once, in an annex to which the findings point, and no finding repeats another', () => {
    expect(html).toContain('href="#measure-S-RES-1874-2009-OP9"');
    expect(html).toContain('id="measure-S-RES-1874-2009-OP9"');
    expect(html).toContain('for the same reasons, as under <a href="#finding-1">Finding 1</a>');
  });

  it('names a document as published after the day of the report', () => {
    const model = sampleModel();
    const documents = model.documents.map((document) => ({ ...document, published: '2025-01-05' }));
    expect(renderHtml({ ...model, documents })).toContain('5 January 2025, after the day of this report');
  });

  it('states what follows from the regime’s data alone', () => {
    expect(html).toContain('no expert body of the United Nations held a mandate to monitor the measures');
    expect(html).toContain(
      'Thirteen members voted in favour, one against (Russian Federation) and one abstained (China).',
    );
    expect(html).toContain('since 1 May 2024');
  });
});

describe('the report’s model', () => {
  it('refuses a reference to a claim or document that it does not hold', () => {
    const model = sampleModel();
    expect(() => renderHtml({ ...model, summary: [[{ claim: 'c-99' }]] })).toThrow(ReportError);
    expect(() => renderHtml({ ...model, documents: [] })).toThrow(/does not hold/);
  });

  it('is printed in full with every list empty', () => {
    const model = sampleModel();
    const empty: ReportModel = {
      ...model,
      summary: [],
      regimes: [],
      comparisons: [],
      contested: [],
      singleSource: [],
      drift: [],
      checks: [],
      findings: [],
      recommendations: [],
      map: null,
      claims: [],
      sources: [],
      documents: [],
      refused: [],
      screening: null,
      period: null,
      preparedBy: [],
    };
    const manuscript = composeReport(empty);
    expect(manuscript.notes).toEqual([]);
    expect(manuscript.sections.every(({ blocks }) => blocks.length > 0)).toBe(true);
    expect(renderHtml(empty)).toContain('No person has made or accepted a finding');
  });

  it('is canonical JSON that reads back as the model', () => {
    const json = jsonOf(sampleModel());
    expect(json.endsWith('}\n')).toBe(true);
    expect(JSON.parse(json)).toEqual(sampleModel());
    expect(json).toBe(`${canonicalJson(sampleModel())}\n`);
    expect(jsonOf({ ...sampleModel(), title: 'cut \ud83d' })).toContain('cut \ufffd');
  });
});
