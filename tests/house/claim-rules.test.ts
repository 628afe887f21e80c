import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONSTRUCTIONS } from '../../src/claims/attribution/attribution.ts';
import { extractClaims } from '../../src/claims/extraction.ts';
import { readTextLayer } from '../../src/documents/read.ts';

const page = readFileSync('docs/claim-rules.md', 'utf8');

/** The rows of the table under a heading: the codes of the first column, and those of the last. */
function rowsUnder(heading: string): { readonly names: readonly string[]; readonly files: readonly string[] }[] {
  const under = page.slice(page.indexOf(heading));
  return under
    .slice(under.indexOf('| '))
    .split('\n\n')[0]!
    .trim()
    .split('\n')
    .slice(2)
    .map((row) => row.split('|').slice(1, -1).map(codesIn))
    .map((cells) => ({ names: cells[0]!, files: cells.at(-1)!.filter((code) => code.endsWith('.ts')) }));
}

function codesIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1]!);
}

/** Files of the extractor that give an attribution this construction. */
function makersOf(construction: string): string[] {
  return sources.filter(({ text }) => constructionsIn(text).includes(construction)).map(({ file }) => file);
}

/** What a file gives as a construction, alone or as one of two; what it only compares with does not count. */
function constructionsIn(text: string): string[] {
  const given = [...text.matchAll(/construction: ('[\w-]+'(?: \| '[\w-]+')*)|'attribution:[\w-]+'/g)].map(
    ([all]) => all,
  );
  return given.flatMap((one) => [...one.matchAll(/'(?:attribution:)?([\w-]+)'/g)].map((match) => match[1]!));
}

const sources = [
  'src/claims/attribution',
  'src/claims/attribution/constructions',
  'src/claims/attribution/speaker',
  'src/claims/sentence',
  'src/claims',
]
  .flatMap((folder) => readdirSync(folder, { withFileTypes: true }).map((entry) => ({ folder, entry })))
  .filter(({ entry }) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
  .map(({ folder, entry }) => join(folder, entry.name))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

describe('the page of rules', () => {
  it('names, for every construction, just the files that find it', () => {
    const rows = rowsUnder('## Constructions');
    expect(rows.map(({ names }) => names[0])).toEqual(CONSTRUCTIONS);
    for (const { names, files } of rows) expect([names[0], files]).toEqual([names[0], makersOf(names[0]!).sort()]);
  });

  it('has a row for every rule of the claims of a dossier, and finds the rules of speakers in the code', async () => {
    const folder = 'examples/veto-2024';
    const files = readdirSync(folder).filter((name) => /\.(txt|html|docx)$/.test(name) && !name.startsWith('broken'));
    const rules = new Set<string>();
    for (const name of files) {
      const layer = await readTextLayer(readFileSync(join(folder, name)), { name });
      const source = { name: 'Sample Press', kind: 'newsroom' } as const;
      for (const claim of extractClaims(layer, { source, published: '2024-05-08' }))
        for (const rule of claim.rules) rules.add(rule);
    }
    const starts = rowsUnder('| rule |').flatMap(({ names, files }) => {
      expect(files.length).toBeGreaterThan(0);
      return names.map((name) => name.replace(/[A-Z]+.*$/, ''));
    });
    expect([...rules].filter((rule) => !starts.some((start) => start !== '' && rule.startsWith(start)))).toEqual([]);
    const speakers = [...rules].filter((rule) => rule.startsWith('speaker:')).map((rule) => rule.slice(8));
    expect(speakers.length).toBeGreaterThan(5);
    const quoted = (rule: string) => sources.some(({ text }) => text.includes(`'${rule}'`));
    expect(speakers.filter((rule) => !quoted(rule))).toEqual([]);
  }, 120_000);
});
