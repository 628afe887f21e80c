import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/core/resource.ts';
import { readDossier } from '../../src/documents/dossier/dossier.ts';
import { takeFile } from '../../src/documents/dossier/intake.ts';
import { parseDom, plainTextOf } from '../../src/documents/html/dom.ts';
import { openReader } from '../../src/documents/reader.ts';
import type { TextLayer } from '../../src/documents/text/text-layer.ts';
import { expectSound } from './layer-checks.ts';
import { wordOf } from './make-example.ts';

const folder = join(packageRoot(), 'examples', 'veto-2024');
const reader = openReader();
afterAll(() => reader.close());

const read = async (file: string): Promise<TextLayer> =>
  reader.read((await takeFile(file, { within: folder })).bytes, file);

describe('the example dossier', () => {
  it('is valid and reads whole, but for the one file that is broken on purpose', async () => {
    const { dossier, problems } = await readDossier(folder);
    expect(problems).toEqual([]);
    expect(dossier.documents.length).toBeGreaterThanOrEqual(9);
    const kinds = new Set<string>();
    const refused: string[] = [];
    for (const { file } of dossier.documents)
      try {
        const layer = await read(file);
        expectSound(layer);
        kinds.add(layer.kind);
        // What there is to say of the files stands in the README: a reader takes what stands in a file for its source's words.
        expect(`${layer.title} ${layer.text}`).not.toMatch(/example dossier|in its own words|public facts/i);
      } catch (error) {
        refused.push(`${file}: ${(error as { code: string }).code}`);
      }
    expect([...kinds].sort()).toEqual(['docx', 'html', 'pdf', 'text']);
    expect(refused).toEqual(['broken-annex.docx: corrupt']);
  });

  it.each([
    ['containers-2024-02-27.docx', 12],
    ['msmt-2025-05-29.docx', 9],
    ['minister-2024-02-27.pdf', 4],
    ['monitors-2024-04-25.pdf', 8],
  ])('%s holds the words of its text in sources/', async (file, count) => {
    const layer = await read(file);
    const { body } = parseDom(readFileSync(join(folder, 'sources', file.replace(/\.\w+$/, '.html')), 'utf8'));
    const elements = [...body.querySelectorAll('h1, h2, p, li, td')];
    expect(elements).toHaveLength(count);
    for (const element of elements) {
      const text = plainTextOf(element).replace(/^\d\. /, '');
      expect(layer.blocks.some(({ start, end }) => layer.text.slice(start, end) === text)).toBe(true);
    }
  });

  it.each(['containers-2024-02-27', 'msmt-2025-05-29'])('%s.docx is what its maker makes of its text', async (name) => {
    const made = await wordOf(readFileSync(join(folder, 'sources', `${name}.html`), 'utf8'));
    expect(made.equals(readFileSync(join(folder, `${name}.docx`)))).toBe(true);
  });

  it('has small files only', async () => {
    const { dossier } = await readDossier(folder);
    expect(dossier.documents.length).toBeGreaterThan(11);
    for (const { file } of dossier.documents)
      expect((await takeFile(file, { within: folder })).size).toBeLessThan(100_000);
  });
});
