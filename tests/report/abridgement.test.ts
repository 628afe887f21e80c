import { expect, it } from 'vitest';
import { composePrinted, PRINTED } from '../../src/report/abridgement/compose-printed.ts';
import { renderHtml } from '../../src/report/html/html.ts';
import type { ReportModel } from '../../src/report/model/model.ts';
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
