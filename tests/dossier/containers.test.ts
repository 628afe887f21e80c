import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { acquireAll } from '../../src/app/acts/acquire-members.ts';
import { matchesPattern } from '../../src/app/acts/member-pattern.ts';
import { addDocuments } from '../../src/app/intake/add.ts';
import { contentsOfTargets } from '../../src/app/intake/contents.ts';
import { silentProgress } from '../../src/app/progress.ts';
import type { Custody } from '../../src/documents/custody/custody.ts';
import { openReader } from '../../src/documents/reader.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { makeMail } from '../documents/mail-maker.ts';
import { makePage, makeWarc } from '../documents/warc-maker.ts';
import { makeZip } from '../documents/zip-maker.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { runInto } from './workspace.ts';

const CALLS =
  'Date;Exporter;Importer;Goods;Quantity (tonnes)\n2023-05-01;Russia;North Korea;coal;1,200\n2023-06-01;Russia;North Korea;coal;300\n';
const MAIL = makeMail(
  { From: 'kim@example.org', To: 'desk@example.net', Date: 'Mon, 02 Oct 2023 10:00:00 +0900', Subject: 'Calls' },
  'Russia sent 70 missiles to North Korea. Japan said that China sent 80 missiles to North Korea.',
  [{ name: 'calls.csv', type: 'text/csv', content: Buffer.from(CALLS) }],
);
const PAGE = makePage(
  'Two ships',
  'The harbour office said on 3 May 2023 that Russia sent 40 containers to North Korea.',
);

async function custodies(workspace: string): Promise<Custody[]> {
  const found: Custody[] = [];
  for await (const { kind, body } of readRecord(workspace).acts())
    if (kind === 'acquired') found.push((body as unknown as { custody: Custody }).custody);
  return found;
}

function dossierOf(files: Readonly<Record<string, Buffer>>): string {
  const folder = join(temporaryFolder(), 'dossier');
  mkdirSync(folder);
  const lines = ['title: Containers', 'sources:', '  - { id: desk, name: The desk, kind: newsroom }', 'documents:'];
  for (const [name, bytes] of Object.entries(files)) {
    writeFileSync(join(folder, name), bytes);
    lines.push(`  - { file: ${name}, source: desk, published: "2023-12-01" }`);
  }
  writeFileSync(join(folder, 'dossier.yaml'), `${lines.join('\n')}\n`);
  return folder;
}

describe('a run of a dossier with archives', () => {
  let dossier: string;
  let first: Awaited<ReturnType<typeof runInto>>;
  beforeAll(async () => {
    const inner = makeZip([
      { name: 'mail.eml', content: MAIL },
      { name: 'photo.png', content: Buffer.from([0x89, 0x50, 0x4e, 0x47, 1]) },
    ]);
    dossier = dossierOf({
      'papers.zip': makeZip([
        { name: 'inner.zip', content: inner },
        { name: 'same.eml', content: MAIL },
        { name: '../out.txt', content: 'x' },
      ]),
      'site.warc.gz': makeWarc([{ url: 'https://example.org/ships', type: 'text/html', body: PAGE }]),
    });
    first = await runInto(dossier);
  }, 60_000);

  it('takes all of it in, each document with what it comes from', async () => {
    const all = await custodies(first.workspace);
    const nameOf = (document: string) => all.find(({ identity }) => identity.document === document)?.origin.fileName;
    expect(
      all.map(({ origin, derivedFrom }) => [
        origin.fileName,
        derivedFrom === undefined ? null : [nameOf(derivedFrom.document), derivedFrom.path],
      ]),
    ).toEqual([
      ['papers.zip', null],
      ['papers.zip/inner.zip', ['papers.zip', 'inner.zip']],
      ['papers.zip/inner.zip/mail.eml', ['papers.zip/inner.zip', 'mail.eml']],
      ['papers.zip/inner.zip/mail.eml/calls.csv', ['papers.zip/inner.zip/mail.eml', 'calls.csv']],
      ['site.warc.gz', null],
      ['site.warc.gz/https://example.org/ships', ['site.warc.gz', 'https://example.org/ships']],
    ]);
    const page = all.at(-1);
    expect(page?.origin.place).toBe('https://example.org/ships');
    expect(page?.derivedFrom).toMatchObject({
      written: '2023-10-01T12:00:00Z',
      how: expect.stringMatching(/at byte 0$/),
    });
    expect(page?.identity.evidence).toBe('capture');
    expect(all[4]?.checks).toMatchObject([{ what: 'digests of the records', outcome: 'holds' }]);
    // What the dossier says of the archive is not said of what lies in it.
    expect(all.map(({ origin }) => origin.published)).toEqual(['2023-12-01', null, null, null, '2023-12-01', null]);
  });

  it('lists what was refused, and reads a mail as its sender’s word and no list as sentences', () => {
    expect(first.refused.map(({ name, code }) => [name, code])).toEqual([
      ['papers.zip/../out.txt', 'unsafe-name'],
      ['papers.zip/inner.zip/photo.png', 'corrupt'],
    ]);
    const { claims } = JSON.parse(readFileSync(first.report.replace(/html$/, 'json'), 'utf8'));
    const quotes = claims.map(({ quote }: { quote: string }) => quote);
    const mailed = claims.filter(({ quote }: { quote: string }) => quote.includes('0 missiles'));
    const sender = { name: 'a mail that gives an address for its sender', kind: 'unnamed' };
    expect(mailed).toMatchObject([{ claimant: sender, quote: 'Russia sent 70 missiles to North Korea.' }]);
    expect(quotes.join()).not.toContain('kim@example.org');
    expect(quotes).toEqual(expect.arrayContaining([expect.stringContaining('40 containers')]));
    expect(claims).toEqual(expect.arrayContaining([expect.objectContaining({ locator: { place: 'cell A2:E2' } })]));
    expect(readFileSync(first.report, 'utf8')).toContain('cell A2:E2');
  });

  it('adds no act on unchanged input', async () => {
    expect((await runInto(dossier, first.workspace)).actsAdded).toBe(0);
  }, 60_000);
});

it('ends with an archive of archives of archives', async () => {
  const layers = Array.from({ length: 7 }).reduce(
    (inside: Buffer) => makeZip([{ name: 'in.zip', content: inside }]),
    makeZip([{ name: 'a.txt', content: 'The end.' }]),
  );
  const many = (depth: number, mark = ''): Buffer =>
    makeZip(
      Array.from({ length: 14 }, (_, i) => ({
        name: `${i}`,
        content: depth === 0 ? `Text ${i} of a file ${mark}.` : many(depth - 1, `${mark}-${i}`),
      })),
    );
  const within = temporaryFolder();
  writeFileSync(join(within, 'deep.zip'), layers);
  writeFileSync(join(within, 'wide.zip'), many(2));
  const facts = {
    within,
    source: 'desk',
    published: null,
    url: null,
    language: null,
    title: null,
    method: 'file' as const,
  };
  const reader = openReader();
  const refused: { name: string; code: string; message: string }[] = [];
  let taken = 0;
  const offers = ['deep.zip', 'wide.zip'].map((file) => ({ file, ...facts }));
  for await (const { result } of acquireAll(offers, reader, () => new Date(0), new Map()))
    if ('refused' in result) refused.push(result.refused);
    else taken++;
  await reader.close();
  expect(refused[0]).toMatchObject({
    name: 'deep.zip/in.zip/in.zip/in.zip/in.zip',
    message: expect.stringMatching(/more than 4 archives/),
  });
  expect(refused[1]?.message).toMatch(/one file may bring 2,000 documents/);
  expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['too-complex']));
  expect(refused.length).toBeLessThan(6);
  expect(taken).toBe(2_000 + 2 + 4);
}, 120_000);

it('takes in what is added by hand the same way, folders too', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'in'));
  writeFileSync(join(folder, 'in', 'a.zip'), makeZip([{ name: 'calls.csv', content: CALLS }]));
  writeFileSync(join(folder, 'in', 'b.eml'), MAIL);
  const workspace = join(folder, 'workspace');
  const { added, unchanged, refused } = await addDocuments({
    targets: [join(folder, 'in')],
    workspace,
    source: 'The desk',
    progress: silentProgress,
  });
  expect(added.map(({ name }) => name)).toEqual(['a.zip', 'a.zip/calls.csv', 'b.eml']);
  expect(unchanged.map(({ name }) => name)).toEqual(['b.eml/calls.csv']);
  expect(refused).toEqual([]);
}, 60_000);

it('takes in of an archive or a mail what is asked for by its path, and says what nobody called so', async () => {
  const folder = temporaryFolder();
  const inner = makeZip([{ name: 'c.txt', content: 'The ship left.' }]);
  const archive = [
    { name: 'letters/a.txt', content: 'The first letter.' },
    { name: 'letters/in.zip', content: inner },
    { name: 'other.txt', content: 'Another text.' },
  ];
  writeFileSync(join(folder, 'a.zip'), makeZip(archive));
  writeFileSync(join(folder, 'b.eml'), MAIL);
  const targets = ['a.zip', 'b.eml'].map((name) => join(folder, name));
  const listed = await contentsOfTargets(targets, silentProgress);
  expect(listed.map(({ file, members }) => [file, members.map(({ path }) => path)])).toEqual([
    ['a.zip', ['letters/a.txt', 'letters/in.zip', 'other.txt']],
    ['b.eml', ['calls.csv']],
  ]);
  const notes: string[] = [];
  const { added } = await addDocuments({
    targets,
    workspace: join(folder, 'workspace'),
    source: 'The desk',
    members: ['letters/*', 'absent?', 'c.txt'],
    progress: { ...silentProgress, note: (text) => notes.push(text) },
  });
  const inside = ['letters/a.txt', 'letters/in.zip', 'letters/in.zip/c.txt'].map((path) => `a.zip/${path}`);
  expect(added.map(({ name }) => name)).toEqual(['a.zip', ...inside, 'b.eml']);
  expect(notes).toEqual([
    'a.zip: 1 of the 3 documents in it were not chosen and not taken in',
    'b.eml: 1 of the 1 documents in it were not chosen and not taken in',
    'no document found directly in an archive, mail or capture that was given is called "absent?"',
    'no document found directly in an archive, mail or capture that was given is called "c.txt"',
  ]);
  const none: string[] = [];
  writeFileSync(join(folder, 'c.txt'), 'A text by itself.');
  await addDocuments({
    targets: [join(folder, 'c.txt')],
    workspace: join(folder, 'workspace'),
    source: 'The desk',
    members: ['c.txt'],
    progress: { ...silentProgress, note: (text) => none.push(text) },
  });
  expect(none).toEqual(notes.slice(-1));
}, 60_000);

it.each([
  ['*', '', true],
  ['*.csv', 'a/b.csv', true],
  ['*.csv', 'a/b.csv.exe', false],
  ['a?c', 'a石c', true],
  ['a?c', 'ac', false],
  ['a*b*c', 'a-b-b-c', true],
  ['(a+)+', '(a+)+', true],
  ['(a+)+', 'aa', false],
])('a pattern "%s" means the path "%s": %s', (pattern, path, meant) => {
  expect(matchesPattern(pattern, path)).toBe(meant);
});

it('looks for a pattern in no more time than both are long', () => {
  const started = performance.now();
  expect(matchesPattern(`${'*a'.repeat(1_000)}*b`, 'a'.repeat(20_000))).toBe(false);
  expect(performance.now() - started).toBeLessThan(2_000);
});
