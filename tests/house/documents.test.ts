import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ACT_KINDS } from '../../src/record/log/act.ts';

const FOLDERS = ['src', 'web', 'tests', 'bench', 'scripts', 'docs', 'regimes', 'examples'];
const files = [
  ...FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
      .map((entry) => join(entry.parentPath, entry.name)),
  ),
  ...readdirSync('.', { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name),
];
const pages = files.filter((file) => /^(?:docs\/)?[^/]+\.md$/.test(file));
const sources = files.filter((file) => /^(?:src|web|tests|scripts|bench)\/.*\.(?:tsx?|mjs)$/.test(file));

/** Every file and folder, whole and by the ends of its path: `log/act.ts` names `src/record/log/act.ts`. */
const named = new Set<string>();
for (const file of files) {
  const parts = file.split('/');
  parts.forEach((_, from) => {
    for (let to = from + 1; to <= parts.length; to++) named.add(parts.slice(from, to).join('/'));
  });
}

/** Whether a name holds something to be filled in: `<format>.ts`, `ROOM/worker.ts`, `src/*` and so on. */
const isPattern = (name: string): boolean => /[<>*{}…]|(?:^|\/)[A-Z]+(?:\/|$)/.test(name);

function isMissing(name: string): boolean {
  if (isPattern(name) || name.includes('node_modules')) return false;
  if (FOLDERS.some((folder) => name.startsWith(`${folder}/`)))
    return !existsSync(name) && !existsSync(`${name}.test.ts`);
  return /\.(?:tsx?|mjs|cjs)$/.test(name) && !named.has(name);
}

const numbered = (file: string): (readonly [number, string])[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map((line, i) => [i + 1, line]);

describe('what the documents name', () => {
  it('is there: every path of a page', () => {
    let seen = 0;
    const missing = pages.flatMap((page) =>
      numbered(page).flatMap(([line, text]) => {
        const names = [...text.matchAll(/`([^`\s]+)`/g)].map((match) => match[1]!);
        const links = [...text.matchAll(/\]\(([^)#\s]+)/g)].map((match) => match[1]!).filter((to) => !/^\w+:/.test(to));
        seen += names.length + links.length;
        const lost = [...names.filter(isMissing), ...links.filter((to) => !existsSync(join(dirname(page), to)))];
        return lost.map((name) => `${page}:${line}: ${name}`);
      }),
    );
    expect(missing).toEqual([]);
    expect(seen).toBeGreaterThan(500);
  });

  it('is there: every source file that a comment names', () => {
    let seen = 0;
    const missing = sources.flatMap((source) =>
      numbered(source).flatMap(([line, text]) => {
        const comment = /(?:\/\/|^\s*\/?\*+)(.*)/.exec(text)?.[1] ?? '';
        const names = [...comment.matchAll(/(?<![\w./@<>-])(?:[\w-]+\/)+[\w.-]+\.(?:tsx?|yaml|tsv|md)\b/g)].map(String);
        seen += names.length;
        return names.filter((name) => !isPattern(name) && !named.has(name)).map((name) => `${source}:${line}: ${name}`);
      }),
    );
    expect(missing).toEqual([]);
    expect(seen).toBeGreaterThan(30);
  });

  it('is all there is: the kinds of acts', () => {
    const text = readFileSync('docs/formats-record.md', 'utf8');
    const list = /^Kinds: ([\s\S]*?)\. A `described` act/m.exec(text)?.[1] ?? '';
    const kinds = [...list.replace(/\([^)]*\)/g, '').matchAll(/`([\w-]+)`/g)].map((match) => match[1]);
    expect(kinds).toEqual(ACT_KINDS);
  });

  it('is all there is: the rooms within rooms', () => {
    const text = readFileSync('ARCHITECTURE.md', 'utf8');
    const table = text.slice(text.indexOf('| room | from the lowest up |'));
    const rows = [...table.matchAll(/^\| `(\w+(?:\/commands)?)\/` \| (.*) \|$/gm)];
    expect(rows.length).toBeGreaterThan(13);
    for (const [, room = '', words = ''] of rows) {
      const folders = readdirSync(join('src', room), { withFileTypes: true }).filter((entry) => entry.isDirectory());
      const withSources = folders.filter(({ name }) =>
        readdirSync(join('src', room, name), { recursive: true }).some((file) => String(file).endsWith('.ts')),
      );
      const codes = [...words.matchAll(/`([\w-]+)`/g)].map((match) => match[1]);
      expect([room, withSources.map(({ name }) => name).filter((name) => !codes.includes(name))]).toEqual([room, []]);
      expect([room, codes.filter((code) => !existsSync(join('src', room, code!)))]).toEqual([room, []]);
    }
  });
});
