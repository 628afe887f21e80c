import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'panel-architecture-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A small tree in which every import is allowed. */
const SOUND = {
  'src/claims/model/claim.ts': 'export type Claim = { readonly id: string };\n',
  'src/claims/tokens/token.ts': 'export type Token = { readonly text: string };\n',
  'src/claims/names/phrase.ts':
    "import type { Claim } from '../model/claim.ts';\nimport type { Token } from '../tokens/token.ts';\nexport type Phrase = { readonly of: Claim; readonly tokens: readonly Token[] };\n",
  'src/claims/events/trigger.ts':
    "import type { Phrase } from '../names/phrase.ts';\nexport type Trigger = { readonly agent: Phrase };\n",
  'web/src/parts/button.tsx': 'export type Button = { readonly label: string };\n',
  'web/src/claims/claim-words.ts':
    "import type { Inner } from './inner.ts';\nexport type Words = { readonly inner: Inner };\n",
  'web/src/claims/inner.ts':
    "import type { Button } from '../parts/button.tsx';\nexport type Inner = { readonly button: Button };\n",
  'web/src/documents/reader.ts':
    "import type { Words } from '../claims/claim-words.ts';\nexport type Reader = { readonly words: Words };\n",
};

/** What the check says of the sound tree with some files put in the place of its own, or added. */
function checked(planted: Readonly<Record<string, string>>): { readonly status: number | null; readonly said: string } {
  const tree = mkdtempSync(join(folder, 'tree-'));
  for (const [file, text] of Object.entries({ ...SOUND, ...planted })) {
    mkdirSync(dirname(join(tree, file)), { recursive: true });
    writeFileSync(join(tree, file), text);
  }
  cpSync('tsconfig.json', join(tree, 'tsconfig.json'));
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/architecture.mjs', tree], {
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

describe('the architecture check', () => {
  it('passes a tree whose imports all run in their direction', () => {
    expect(checked({})).toEqual({ status: 0, said: 'architecture: 8 modules, 0 violations\n' });
  });

  it('fails on a circle, though it be of types alone', () => {
    const { status, said } = checked({
      'src/claims/tokens/token.ts':
        "import type { Word } from './word.ts';\nexport type Token = { readonly word: Word };\n",
      'src/claims/tokens/word.ts':
        "import type { Token } from './token.ts';\nexport type Word = { readonly of: readonly Token[] };\n",
    });
    expect(said).toContain('no-circular');
    expect(status).toBe(1);
  });

  it('fails on an import that runs from a lower sub-room to a higher one', () => {
    const { status, said } = checked({
      'src/claims/tokens/word.ts':
        "import type { Phrase } from '../names/phrase.ts';\nexport type Word = { readonly of: Phrase };\n",
    });
    expect(said).toContain('src/claims/tokens/word.ts -> src/claims/names/phrase.ts: claims-within-tokens');
    expect(status).toBe(1);
  });

  it('fails on an import between sub-rooms that stand side by side', () => {
    const { status, said } = checked({
      'src/documents/rtf/source.ts':
        "import type { Slide } from '../slides/slide.ts';\nexport type Source = { readonly of: Slide };\n",
      'src/documents/slides/slide.ts': 'export type Slide = { readonly title: string };\n',
    });
    expect(said).toContain('documents-within-rtf');
    expect(status).toBe(1);
  });

  it('fails on the network of the parser that imports the relations, and on a drawing that imports a chart', () => {
    const { status, said } = checked({
      'src/syntax/network/matrix.ts':
        "import type { Tree } from '../relations/tree.ts';\nexport type Matrix = { readonly of: Tree };\n",
      'src/syntax/relations/tree.ts': 'export type Tree = { readonly heads: readonly number[] };\n',
      'src/figures/drawing/palette.ts':
        "import type { Row } from '../maps/row.ts';\nexport type Palette = { readonly of: Row };\n",
      'src/figures/maps/row.ts': 'export type Row = { readonly title: string };\n',
    });
    expect(said).toContain('src/syntax/network/matrix.ts -> src/syntax/relations/tree.ts: syntax-within-network');
    expect(said).toContain('src/figures/drawing/palette.ts -> src/figures/maps/row.ts: figures-within-drawing');
    expect(status).toBe(1);
  });

  it('fails on a thread that imports what stands on top of the core', () => {
    const { status, said } = checked({
      'src/core/threads/thread.ts':
        "import type { Day } from '../calendar.ts';\nexport type Thread = { readonly since: Day };\n",
      'src/core/calendar.ts': 'export type Day = string;\n',
    });
    expect(said).toContain('src/core/threads/thread.ts -> src/core/calendar.ts: core-within-threads');
    expect(status).toBe(1);
  });

  it('fails on a field of a form that imports a table of the parts', () => {
    const { status, said } = checked({
      'web/src/parts/form/field.ts':
        "import type { Column } from '../table/column.ts';\nexport type Field = { readonly column: Column };\n",
      'web/src/parts/table/column.ts': 'export type Column = { readonly title: string };\n',
    });
    expect(said).toContain('web/src/parts/form/field.ts -> web/src/parts/table/column.ts: web-parts-within-form');
    expect(status).toBe(1);
  });

  it("fails on a page that imports another room's inside", () => {
    const { status, said } = checked({
      'web/src/documents/reader.ts':
        "import type { Inner } from '../claims/inner.ts';\nexport type Reader = { readonly inner: Inner };\n",
    });
    expect(said).toContain('web/src/documents/reader.ts -> web/src/claims/inner.ts: web-inside-of-claims');
    expect(status).toBe(1);
  });

  it('fails on parts of pages that import the pages', () => {
    const { status, said } = checked({
      'web/src/parts/button.tsx':
        "import type { Frame } from '../shell/frame.ts';\nexport type Button = { readonly frame: Frame };\n",
      'web/src/shell/frame.ts': 'export type Frame = { readonly title: string };\n',
    });
    expect(said).toContain('web/src/parts/button.tsx -> web/src/shell/frame.ts: web-parts');
    expect(status).toBe(1);
  });
});
