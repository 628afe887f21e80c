import { extractText, getDocumentProxy } from 'unpdf';
import { expect, it } from 'vitest';
import { composePrinted } from '../../src/report/abridgement/compose-printed.ts';
import { PRINTED } from '../../src/report/abridgement/printed.ts';
import { renderHtml } from '../../src/report/html/html.ts';
import type { ReportModel } from '../../src/report/model/model.ts';
import { renderPdf } from '../../src/report/pdf/pdf.ts';
import { fullCountTest } from '../full-count.ts';
import { sampleModel } from './sample-model.ts';

/** The sample grown to what an archive gives: claims, comparisons and proposals that nobody has looked at. */
function longModel(): ReportModel {
  const model = sampleModel();
  const [claim] = model.claims;
  const [comparison] = model.comparisons;
  const finding = model.findings[0] ?? model.proposed[0];
  if (claim === undefined || comparison === undefined || finding === undefined) throw new Error('an empty sample');
  const many = (count: number) => Array.from({ length: count }, (_, at) => at);
  return {
    ...model,
    claims: [...model.claims, ...many(1500).map((at) => ({ ...claim, id: `c-more-${at}` }))],
    comparisons: [
      ...many(PRINTED.comparisons + 40).map((at) => ({
        ...comparison,
        id: `m-proposed-${at}`,
        title: `Figures ${at}`,
        review: 'proposed' as const,
        reviewedBy: null,
        rows: comparison.rows.map((row) => ({ ...row, claim: `c-more-${1499 - at}` })),
      })),
      { ...comparison, id: 'm-accepted', title: 'What a person accepted', review: 'accepted' },
    ],
    proposed: many(PRINTED.proposals + 25).map((at) => ({
      ...finding,
      id: `f-proposed-${at}`,
      title: `Proposed matter ${at}`,
      review: 'proposed' as const,
      claims: [`c-more-${at + 500}`],
    })),
  };
}

const idsOf = (html: string) => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);

it('prints a short report whole, to the byte', () => {
  expect(renderHtml(sampleModel())).toBe(renderHtml(sampleModel(), { whole: true }));
});

it('leaves what nobody has reviewed and long tables to the JSON form, and says so at each place', () => {
  const model = longModel();
  const html = renderHtml(model);
  for (const words of [
    `40 of ${model.comparisons.length} comparisons, which the program laid side by side and nobody has reviewed, are not printed.`,
    `Only the first ${PRINTED.proposals} of ${model.proposed.length} proposals are printed.`,
    `Rows 1 to 1,000 of ${model.claims.length.toLocaleString('en')} of the table`,
  ])
    expect(html).toContain(words);
  expect(html).toContain('What a person accepted');
  expect(html).toContain(`Figures ${PRINTED.comparisons - 1}`);
  expect(html.includes(`Figures ${PRINTED.comparisons}<`)).toBe(false);
  expect(html).toContain(`Proposal ${PRINTED.proposals}, not reviewed`);
  expect(html.includes(`Proposal ${PRINTED.proposals + 1}, not reviewed`)).toBe(false);
  const whole = renderHtml(model, { whole: true });
  expect(whole.includes(`Proposal ${PRINTED.proposals + 1}, not reviewed`)).toBe(true);
  expect(/are not printed|are printed\./.test(whole)).toBe(false);
});

it('keeps notes, places and links together in what is printed', () => {
  const html = renderHtml(longModel());
  const ids = idsOf(html);
  expect(new Set(ids).size).toBe(ids.length);
  const targets = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, target]) => target);
  expect(targets.length).toBeGreaterThan(1000);
  expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  const { notes, sections } = composePrinted(longModel());
  expect(notes.map(({ number }) => number)).toEqual(notes.map((_, at) => at + 1));
  // What stands before the first cut is numbered as in the whole report, with the labels of its figures.
  const before = (id: string) => sections.findIndex((section) => section.id === id);
  const whole = composePrinted(
    { ...longModel(), comparisons: longModel().comparisons.filter(({ review }) => review === 'accepted') },
    { whole: true },
  );
  const printed = composePrinted({
    ...longModel(),
    comparisons: longModel().comparisons.filter(({ review }) => review === 'accepted'),
  });
  expect(
    printed.sections
      .slice(0, before('proposed'))
      .map(({ blocks }) => JSON.stringify(blocks).replaceAll(/"reference":\d+/g, '')),
  ).toEqual(
    whole.sections
      .slice(0, before('proposed'))
      .map(({ blocks }) => JSON.stringify(blocks).replaceAll(/"reference":\d+/g, '')),
  );
});

/** A comparison of more figures than a reader takes in, of which the last two exclude each other. */
function wideComparison(review: 'proposed' | 'accepted'): ReportModel {
  const model = longModel();
  const comparison = sampleModel().comparisons.find(({ rows }) => rows.length > 1);
  const [first] = comparison?.rows ?? [];
  if (comparison === undefined || first === undefined) throw new Error('an empty sample');
  const rows = Array.from({ length: PRINTED.figures + 50 }, (_, at) => ({
    ...first,
    id: `row-${at}`,
    claim: `c-more-${at}`,
    raw: `told ${at} times`,
  }));
  const [a, b] = [rows.at(-2)?.id ?? '', rows.at(-1)?.id ?? ''];
  const [known] = sampleModel().comparisons.flatMap(({ relations: all }) => all);
  if (known === undefined) throw new Error('an empty sample');
  const relations = [{ ...known, a, b, relation: 'contradicts' as const, reason: 'They differ.' }];
  return { ...model, comparisons: [{ ...comparison, review, reviewedBy: null, rows, relations }] };
}

it('prints of a long comparison the figures that are compared before the others, and says how many', () => {
  const html = renderHtml(wideComparison('proposed'));
  expect(html).toContain(`Of the ${PRINTED.figures + 50} figures ${PRINTED.figures} are printed`);
  expect(html).toContain(`told ${PRINTED.figures + 49} times`);
  expect(html).toContain('They differ.');
  expect(html.includes(`told ${PRINTED.figures} times`)).toBe(false);
  // What a person accepted is printed to the last figure.
  const accepted = renderHtml(wideComparison('accepted'));
  for (let at = 0; at < PRINTED.figures + 50; at++) expect(accepted).toContain(`told ${at} times`);
});

it('prints of what one proposal rests on as much as a reader goes through, and says how much there is', () => {
  const model = longModel();
  const claims = Array.from({ length: 300 }, (_, at) => `c-more-${at}`);
  const [finding] = model.proposed;
  if (finding === undefined) throw new Error('an empty sample');
  const elements = [{ ...finding.elements[0], text: 'the act', state: 'asserted', claims } as const];
  const proposed = [{ ...finding, claims, elements: elements as unknown as typeof finding.elements }];
  const html = renderHtml({ ...model, proposed });
  expect(html).toContain(`These are the first ${PRINTED.claims} of 300 claims.`);
  expect(html).toContain(`, and ${300 - PRINTED.notes} more claims`);
  const whole = renderHtml({ ...model, proposed }, { whole: true });
  expect(/These are the first|more claims/.test(whole)).toBe(false);
});

fullCountTest(
  'sets a long report as a PDF in which every note stands, on a page or in a list after its table',
  async () => {
    const model = longModel();
    const { notes } = composePrinted(model);
    const { text, totalPages } = await extractText(await getDocumentProxy(new Uint8Array(await renderPdf(model))), {
      mergePages: true,
    });
    expect(totalPages).toBeLessThan(500);
    expect(text).toContain('Notes to the tables above');
    const letters = (some: string) => some.replace(/[\s\u00ad\u200b-]/g, '');
    const found = letters(text);
    for (const { number } of notes) expect(found).toContain(`[${number}]`);
    const last = notes.at(-1);
    expect(found).toContain(letters(`[${last?.number}] “${last?.quote}`));
  },
  120_000,
);
