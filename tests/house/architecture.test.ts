import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fullCountTest } from '../full-count.ts';

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

type Planted = { readonly rule: string; readonly from: string; readonly to: string };

/** What the check says of a tree with a file for each planted import, line by line. */
function saidOf(planted: readonly Planted[]): string[] {
  const files: Record<string, string> = {};
  for (const { to } of planted) files[to] = 'export type Inner = { readonly title: string };\n';
  for (const { from, to } of planted) {
    const path = relative(dirname(from), to).replace(/^(?!\.)/, './');
    files[from] =
      `import type { Inner } from '${path}';\nexport type Outer = { readonly of: Inner };\n${files[from] ?? ''}`;
  }
  const { status, said } = checked(files);
  expect(status).toBe(1);
  return said.trim().split('\n').slice(0, -1).sort();
}

function linesOf(planted: readonly Planted[]): string[] {
  return planted.map(({ rule, from, to }) => `${from} -> ${to}: ${rule}`).sort();
}

/** Each run looks through the whole tree: the kinds of faults that are most like others are tried in the long tests alone. */
describe('the architecture check', () => {
  fullCountTest('passes a tree whose imports all run in their direction', () => {
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

  fullCountTest('fails on an import that runs from a lower sub-room to a higher one', () => {
    const { status, said } = checked({
      'src/claims/tokens/word.ts':
        "import type { Phrase } from '../names/phrase.ts';\nexport type Word = { readonly of: Phrase };\n",
    });
    expect(said).toContain('src/claims/tokens/word.ts -> src/claims/names/phrase.ts: claims-within-tokens');
    expect(status).toBe(1);
  });

  fullCountTest('fails on an import between sub-rooms that stand side by side', () => {
    const { status, said } = checked({
      'src/documents/rtf/source.ts':
        "import type { Slide } from '../slides/slide.ts';\nexport type Source = { readonly of: Slide };\n",
      'src/documents/slides/slide.ts': 'export type Slide = { readonly title: string };\n',
    });
    expect(said).toContain('documents-within-rtf');
    expect(status).toBe(1);
  });

  fullCountTest(
    'fails on the network of the parser that imports the relations, and on a drawing that imports a chart',
    () => {
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
    },
  );

  fullCountTest('fails on every one of many imports against the order within rooms', () => {
    const planted = [
      ['tracks', 'identity/ship.ts', 'detection/silences/gap.ts'],
      ['tracks', 'export/kml.ts', 'redflags/flag.ts'],
      ['tracks', 'thresholds.ts', 'ais/message.ts'],
      ['exchange', 'cosignature/line.ts', 'witness/visit.ts'],
      ['exchange', 'package/seal.ts', 'timestamp/stamp.ts'],
      ['exchange', 'policy/quorum.ts', 'publication/page.ts'],
      ['trade', 'codes/goods.ts', 'ledger/sum.ts'],
      ['trade', 'ledger/sum.ts', 'screening/share.ts'],
      ['interchange', 'model/entity.ts', 'ftm/line.ts'],
      ['interchange', 'ftm/line.ts', 'stix/bundle.ts'],
      ['figures', 'timeline/axis.ts', 'maps/row.ts'],
      ['report', 'model/section.ts', 'abridgement/cut.ts'],
      ['entities', 'readers/ofac.ts', 'keep.ts'],
      ['app', 'standing/judged.ts', 'exchange/visit.ts'],
      ['app', 'tracks/files.ts', 'interchange/bundle.ts'],
      ['cli', 'commands/law/votes.ts', 'commands/record/prove.ts'],
      ['cli', 'usage.ts', 'commands/intake/add.ts'],
    ].map(([room = '', from = '', to = '']) => ({
      rule: `${room}-within-${dirname(from) === '.' ? `@${basename(from, '.ts')}` : dirname(from)}`,
      from: `src/${room}/${from}`,
      to: `src/${room}/${to}`,
    }));
    expect(saidOf(planted)).toEqual(linesOf(planted));
  });

  it('fails on an import that a room may not make, in each room', () => {
    const planted = [
      ['core', 'record'],
      ['record', 'exchange'],
      ['exchange', 'documents'],
      ['documents', 'regime'],
      ['regime', 'documents'],
      ['trade', 'claims'],
      ['figures', 'findings'],
      ['syntax', 'claims'],
      ['entities', 'screening'],
      ['screening', 'claims'],
      ['claims', 'regime'],
      ['tracks', 'regime'],
      ['findings', 'report'],
      ['report', 'regime'],
      ['interchange', 'report'],
      ['app', 'server'],
      ['cli', 'record'],
      ['server', 'claims'],
    ].map(([room = '', other = '']) => ({
      rule: `${room}-imports`,
      from: `src/${room}/outer.ts`,
      to: `src/${other}/inner.ts`,
    }));
    expect(saidOf(planted)).toEqual(linesOf(planted));
  });

  fullCountTest('fails on a store that takes more than types of other rooms, and on SQL outside of it', () => {
    const { status, said } = checked({
      'src/store/rows.ts': "import { idOf } from '../claims/inner.ts';\nexport const rows = [idOf];\n",
      'src/claims/inner.ts': "export const idOf = 'c-1';\n",
      'src/app/query.ts': "import { sql } from 'kysely';\nexport const query = sql;\n",
      'node_modules/kysely/index.js': 'export const sql = 1;\n',
      'node_modules/kysely/package.json': '{"name":"kysely","version":"1.0.0","main":"index.js","type":"module"}\n',
    });
    expect(said).toContain('src/store/rows.ts -> src/claims/inner.ts: store-takes-types-only');
    expect(said).toContain('only-store-knows-sql');
    expect(status).toBe(1);
  });

  fullCountTest(
    'fails on pages that take code of the product or types that are not of the contract, and on the reverse',
    () => {
      const { status, said } = checked({
        'web/src/api/answers.ts':
          "import { limit } from '../../../src/app/workbench/contract/page.ts';\nimport type { Act } from '../../../src/record/act.ts';\nexport type Answer = { readonly act: Act; readonly limit: typeof limit };\nexport const most = limit;\n",
        'src/app/workbench/contract/page.ts': 'export const limit = 50;\n',
        'src/record/act.ts': 'export type Act = { readonly id: string };\n',
        'src/server/pages.ts':
          "import type { Button } from '../../web/src/parts/button.tsx';\nexport type Page = { readonly of: Button };\n",
      });
      expect(said).toContain(
        'web/src/api/answers.ts -> src/app/workbench/contract/page.ts: web-takes-types-of-the-contract',
      );
      expect(said).toContain('web/src/api/answers.ts -> src/record/act.ts: web-knows-the-contract-alone');
      expect(said).toContain('src/server/pages.ts -> web/src/parts/button.tsx: src-takes-nothing-of-web');
      expect(status).toBe(1);
    },
  );

  fullCountTest('fails on a product that imports a test', () => {
    const { status, said } = checked({
      'src/claims/model/sample.ts':
        "import type { Sample } from '../../../tests/sample.ts';\nexport type Own = { readonly of: Sample };\n",
      'tests/sample.ts': 'export type Sample = { readonly text: string };\n',
    });
    expect(said).toContain('src/claims/model/sample.ts -> tests/sample.ts: product-takes-no-tests');
    expect(status).toBe(1);
  });

  fullCountTest('fails on a thread that imports what stands on top of the core', () => {
    const { status, said } = checked({
      'src/core/threads/thread.ts':
        "import type { Day } from '../decimal.ts';\nexport type Thread = { readonly since: Day };\n",
      'src/core/decimal.ts': 'export type Day = string;\n',
    });
    expect(said).toContain('src/core/threads/thread.ts -> src/core/decimal.ts: core-within-threads');
    expect(status).toBe(1);
  });

  fullCountTest('fails on a field of a form that imports a table of the parts', () => {
    const { status, said } = checked({
      'web/src/parts/form/field.ts':
        "import type { Column } from '../table/column.ts';\nexport type Field = { readonly column: Column };\n",
      'web/src/parts/table/column.ts': 'export type Column = { readonly title: string };\n',
    });
    expect(said).toContain('web/src/parts/form/field.ts -> web/src/parts/table/column.ts: web-parts-within-form');
    expect(status).toBe(1);
  });

  fullCountTest("fails on a page that imports another room's inside", () => {
    const { status, said } = checked({
      'web/src/documents/reader.ts':
        "import type { Inner } from '../claims/inner.ts';\nexport type Reader = { readonly inner: Inner };\n",
    });
    expect(said).toContain('web/src/documents/reader.ts -> web/src/claims/inner.ts: web-inside-of-claims');
    expect(status).toBe(1);
  });

  fullCountTest('fails on parts of pages that import the pages', () => {
    const { status, said } = checked({
      'web/src/parts/button.tsx':
        "import type { Frame } from '../shell/frame.ts';\nexport type Button = { readonly frame: Frame };\n",
      'web/src/shell/frame.ts': 'export type Frame = { readonly title: string };\n',
    });
    expect(said).toContain('web/src/parts/button.tsx -> web/src/shell/frame.ts: web-parts');
    expect(status).toBe(1);
  });
});
