import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLAIMANT_KINDS } from '../../src/claims/model/claim.ts';
import { SOURCE_KINDS } from '../../src/documents/custody/source-kind.ts';
import { parseDossier, readDossier } from '../../src/documents/dossier/dossier.ts';

const WHOLE = `title: A title
period: {from: 2024-01-01, to: 2024-12-31}
sources:
  - {id: wire, name: A Wire, kind: newsroom, country: no, reliability: B}
  - id: office
    name: An Office
    kind: state-organ
    country: UKR
    reliability: {grade: C, reason: Told through others.}
    controls: Ukraine
    parent: wire
documents:
  - file: a.txt
    source: wire
    published: 2024-03-29
    url: https://example.org/a
    language: en
    title: A
lists: [un.xml]
`;

describe('dossier.yaml', () => {
  it('is read whole', () => {
    const { dossier, problems } = parseDossier(WHOLE);
    expect(problems).toEqual([]);
    expect(dossier).toMatchObject({
      title: 'A title',
      period: { from: '2024-01-01', to: '2024-12-31' },
      sources: [
        { id: 'wire', country: 'NO', reliability: { grade: 'B', reason: null }, controls: [], parent: null },
        {
          id: 'office',
          country: 'UA',
          reliability: { grade: 'C', reason: 'Told through others.' },
          controls: ['Ukraine'],
          parent: 'wire',
        },
      ],
      documents: [{ file: 'a.txt', source: 'wire', published: '2024-03-29', place: 'dossier.yaml:13' }],
      lists: [{ file: 'un.xml', place: 'dossier.yaml:19' }],
    });
    expect(Object.isFrozen(dossier.sources[0])).toBe(true);
  });

  it('may write its sources as a map, name a source by its name, and leave out what is not known', () => {
    const { dossier, problems } = parseDossier(
      'title: T\nsources: {a: {name: A Wire, kind: newsroom}}\ndocuments: [{file: x.txt, source: A Wire}]',
    );
    expect(problems).toEqual([]);
    expect(dossier.documents).toMatchObject([{ file: 'x.txt', source: 'a', published: null }]);
    expect(dossier.period).toEqual({ from: null, to: null });
  });

  it.each([
    ['published: 2024-03-29', 'published: 2024-02-30', 'dossier.yaml:15', /published: expected a day as YYYY-MM-DD/],
    [
      'source: wire\n',
      'source: nobody\n',
      'dossier.yaml:14',
      /"nobody" is not among the dossier's sources \(wire, office\)/,
    ],
    ['url: https://example.org/a', 'url: file:///etc/passwd', 'dossier.yaml:16', /expected an address/],
    ['file: a.txt', 'filename: a.txt', 'dossier.yaml:13', /file: expected the name of a file/],
    ['language: en', 'language: English language', 'dossier.yaml:17', /language tag/],
    ['title: A\n', 'titel: A\n', 'dossier.yaml:18', /"titel" is not known here/],
    ['parent: wire', 'parent: nobody', 'dossier.yaml:11', /parent "nobody"/],
    ['reliability: B', 'reliability: good', 'dossier.yaml:4', /letter from A to F/],
    ['kind: state-organ', 'kind: ministry', 'dossier.yaml:7', /expected one of state, state-organ/],
    ['country: UKR', 'country: Ukraine', 'dossier.yaml:8', /country code/],
    ['lists:', 'list:', 'dossier.yaml:19', /"list" is not a part of a dossier/],
  ])('names the line and what is expected: %s -> %s', (right, wrong, place, message) => {
    const { problems } = parseDossier(WHOLE.replace(right, wrong));
    expect(problems).toContainEqual({ place, message: expect.stringMatching(message) });
  });

  it('goes on after a bad entry', () => {
    const { dossier, problems } = parseDossier(
      `${WHOLE.replace('lists: [un.xml]\n', '')}  - 12\n  - {file: b.txt, source: office}\n  - {file: b.txt, source: office}\n`,
    );
    expect(dossier.documents.map(({ file }) => file)).toEqual(['a.txt', 'b.txt']);
    expect(problems).toHaveLength(2);
  });

  it.each([
    ['', 'dossier.yaml:1', /expected a dossier/],
    ['title: [a', 'dossier.yaml:1', /not valid YAML/],
    ['title: T\ntitle: U\n', 'dossier.yaml:2', /not valid YAML.*unique/],
    ['title: T\nsources: []\n', 'dossier.yaml:1', /documents: expected a list/],
    ['sources: []\ndocuments: []\n', 'dossier.yaml:1', /title: expected/],
    [
      'title: T\nperiod: {from: 2024-05-01, to: 2024-01-01}\nsources: []\ndocuments: []\n',
      'dossier.yaml:2',
      /ends before it begins/,
    ],
    [
      `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
        .split('')
        .map((key, index) => `${key}: &${key} [${Array(9).fill(`*${'abcdefg'[index]}`)}]`)
        .join('\n')}\n`,
      'dossier.yaml',
      /alias/,
    ],
  ])('refuses %j with one line', (text, place, message) => {
    expect(() => parseDossier(text)).toThrow(
      expect.objectContaining({ code: 'bad-dossier', place, message: expect.stringMatching(message) }),
    );
  });

  it('is missing from a folder without one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'panel-dossier-'));
    await expect(readDossier(folder)).rejects.toMatchObject({ code: 'missing', place: 'dossier.yaml' });
    writeFileSync(join(folder, 'dossier.yaml'), WHOLE);
    expect((await readDossier(folder)).dossier.title).toBe('A title');
    rmSync(folder, { recursive: true });
  });

  it('knows the same kinds of source as claims know of claimants', () => {
    expect(SOURCE_KINDS).toEqual(CLAIMANT_KINDS);
  });
});
