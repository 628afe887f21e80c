import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { reviewFindings } from '../../src/app/commands/findings.ts';
import { gradeClaim, listClaims, listFindings, reviewClaims } from '../../src/app/commands/review.ts';
import { EXPORT_FORMATS, type ExportFormat, exportRecord } from '../../src/app/interchange/export-record.ts';
import { silentProgress } from '../../src/app/progress.ts';
import type { Claim } from '../../src/claims/model/claim.ts';
import { guardNames } from '../../src/interchange/protected-names.ts';
import { runInto, writeDossier } from '../dossier/workspace.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { HIDDEN, writeProtectedDossier } from './protected-dossier.ts';

const REVIEWER = 'R. Reviewer';
let workspace: string;
let claims: readonly Claim[];
let accepted: Claim;

async function exported(format: ExportFormat, reviewedOnly = false): Promise<string> {
  const { text } = await exportRecord({
    workspace,
    format,
    reviewedOnly,
    clock: '2024-12-02',
    progress: silentProgress,
  });
  return text ?? '';
}

beforeAll(async () => {
  ({ workspace } = await runInto(writeProtectedDossier()));
  claims = await listClaims({ workspace });
  accepted = claims.find(({ quote }) => quote.includes('1,000 containers')) as Claim;
  await reviewClaims({ workspace, by: REVIEWER, ids: [accepted.id], status: 'accepted' });
  await gradeClaim({ workspace, by: REVIEWER, id: accepted.id, grade: '2' });
  const finding = (await listFindings({ workspace })).find(({ claims: own }) => own.includes(accepted.id));
  await reviewFindings({ workspace, by: REVIEWER, ids: [finding?.id ?? ''], status: 'accepted' });
}, 120_000);

describe('an export', () => {
  it.each(EXPORT_FORMATS)('as %s lets no protected name, passage or reviewer out', async (format) => {
    const text = await exported(format);
    expect(guardNames([HIDDEN])(text)).toBe(false);
    for (const held of [
      HIDDEN,
      'VARGA',
      'insider',
      'The Ministry',
      '77 containers',
      '88 containers',
      '12 tonnes',
      REVIEWER,
    ])
      expect(text, held).not.toContain(held);
    // The open source is there, so that the form is not clean for being empty.
    expect(text).toContain(format === 'csl' ? 'The Paper' : '1,000 containers');
  });

  it('as JSON holds nothing that could end the script of a page in which it stands', async () => {
    const folder = temporaryFolder();
    const own = join(folder, 'workspace');
    const text =
      'Japan said that North Korea </script><img src=x onerror=alert(1)> had fired three missiles on 3 May 2024.';
    await runInto(writeDossier({ daily: { text, published: '2024-05-04' } }), own);
    for (const format of ['stix', 'annotations', 'claimreview', 'csl'] as const) {
      const written = await exportRecord({ workspace: own, format, reviewedOnly: false, progress: silentProgress });
      expect(written.text).not.toContain('<');
      if (format === 'annotations') expect(JSON.stringify(JSON.parse(written.text ?? ''))).toContain('</script><img');
    }
  });

  it('says what it left out, and logs what left before it is handed out', async () => {
    const out = join(temporaryFolder(), 'entities.ftm.json');
    const result = await exportRecord({ workspace, format: 'ftm', reviewedOnly: false, out, progress: silentProgress });
    expect(result).toMatchObject({ out, text: null, documents: 1, shared: expect.stringMatching(/^a-\d+$/) });
    expect(result.leftOut[0]).toMatch(/^Left out: 3 documents, \d+ claims/);
    expect(readFileSync(out, 'utf8')).toContain('About this export');
    await expect(
      exportRecord({ workspace, format: 'ftm', reviewedOnly: false, out, progress: silentProgress }),
    ).rejects.toMatchObject({ code: 'not-written' });
  });

  it('gives the same bytes for the same record and clock', async () => {
    expect(EXPORT_FORMATS).toHaveLength(6);
    for (const format of EXPORT_FORMATS) expect(await exported(format)).toBe(await exported(format));
  });

  it('marks what nobody has reviewed in every form, and leaves it out when asked to', async () => {
    const lines = (await exported('ftm'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const noteOf = (id: string) => lines.find((line) => line.id === id).properties.description.join(' ');
    const open = claims.find(({ quote }) => quote.includes('38.45')) as Claim;
    expect(noteOf(accepted.id)).toContain('a person accepted that the passage says this');
    expect(noteOf(open.id)).toContain('no person has looked at it');
    const rows = Papa.parse<Record<string, string>>(await exported('statements'), {
      header: true,
      skipEmptyLines: true,
    }).data;
    const external = (id: string) => new Set(rows.filter((row) => row.entity_id === id).map((row) => row.external));
    expect([...external(accepted.id)]).toEqual(['f']);
    expect([...external(open.id)]).toEqual(['t']);
    const reviewed = await exported('annotations', true);
    expect(JSON.parse(reviewed).total).toBe(1);
    expect(reviewed).not.toContain('38.45');
  });

  it('gives STIX a report for a finding that a person accepted, and the words of the scale for a grade', async () => {
    const { objects } = JSON.parse(await exported('stix'));
    const ofType = (type: string) => objects.filter((one: { type: string }) => one.type === type);
    expect(ofType('report')).toHaveLength(1);
    expect(ofType('report')[0].labels).toContain('accepted');
    expect(ofType('opinion')).toMatchObject([{ opinion: 'agree' }]);
    const notes = ofType('note');
    expect(notes.filter(({ confidence }: { confidence?: number }) => confidence !== undefined)).toMatchObject([
      { confidence: 70 },
    ]);
    expect(
      notes.filter(({ labels = [] }: { labels?: string[] }) => labels.includes('not-reviewed')).length,
    ).toBeGreaterThan(0);
  });

  it('counts characters, not code units, and its words stand there', async () => {
    const { first } = JSON.parse(await exported('annotations'));
    const text = Array.from(readFileSync(join(writeProtectedDossier(), 'open.txt'), 'utf8'));
    for (const { target } of first.items) {
      const [quote, position] = target.selector;
      expect(text.slice(position.start, position.end).join('')).toBe(quote.exact);
      expect(text.join('')).toContain(quote.prefix + quote.exact + quote.suffix);
    }
    expect(first.items.length).toBeGreaterThan(1);
    expect(first.items[0].target.source.id).toMatch(/^ni:\/\/\/sha-256;[\w-]{43}$/);
  });

  it('reviews only what a person made or accepted', async () => {
    const feed = JSON.parse(await exported('claimreview'));
    expect(feed.dataFeedElement).toHaveLength(1);
    expect(feed.dataFeedElement[0].reviewRating.ratingValue).toBeUndefined();
    expect(feed.dataFeedElement[0].itemReviewed.appearance[0].text).toBe(accepted.quote);
  });

  it('refuses a form that there is not', async () => {
    await expect(
      exportRecord({ workspace, format: 'pdf', reviewedOnly: false, progress: silentProgress }),
    ).rejects.toMatchObject({ code: 'bad-option', place: '--format' });
  });
});

describe('a report', () => {
  it('rests on nothing of a source that is to be kept, names it nowhere, and says that something is held back', async () => {
    const { report } = await runInto(writeProtectedDossier());
    for (const file of [report, report.replace(/html$/, 'json')]) {
      const text = readFileSync(file, 'utf8');
      expect(guardNames([HIDDEN])(text)).toBe(false);
      expect(text).not.toContain('88 containers');
      expect(text).toMatch(/3 documents with \d claims are held back/);
    }
  }, 60_000);
});
