import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countMeasures } from '../../src/app/law/regime-status.ts';
import { loadKnownRegime } from '../../src/app/regimes.ts';
import { plainly } from '../../src/cli/output.ts';
import { sampled } from '../full-count.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { jsonLines, panel } from './command.ts';

const folder = temporaryFolder();
const at = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe('the command line', () => {
  it.each([
    [],
    ['bogus'],
    ['run'],
    ['run', folder, '--bogus'],
    ['run', folder, '--format', 'html,xls'],
    ['run', folder, '--clock', 'nonsense'],
    ['run', folder, '--clock', '2024-02-30'],
    ['run', folder, '--workspace', ''],
    ['record'],
    ['record', 'verify', '--key', 'nonsense'],
    ['claims', 'bogus'],
    ['claims', '--status', 'bogus'],
    ['claims', 'accept', 'c-1'],
    ['claims', 'edit', 'c-1', '--by', 'Ann', '--set', '{bad'],
    ['claims', 'edit', 'c-1', '--by', 'Ann', '--set', '{}'],
    ['claims', 'edit', 'c-1', '--by', 'Ann', '--set', '{"predicat":"said"}'],
    ['claims', 'edit', 'c-1', '--by', 'Ann', '--set', '{"status":"rejected"}'],
    ['claims', 'grade', 'c-1', '7', '--by', 'Ann'],
    ['extract', 'a.txt', '--published', 'yesterday'],
    ['extract', at('kind.txt', 'Japan said so.'), '--kind', 'friend'],
    ['add', folder, '--source', ''],
    ['compare', 'a.json'],
    ['check'],
  ])('answers 2 and nothing on standard output to %j', async (...args) => {
    const { code, out, err } = await panel(...(args.flat() as string[]));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).not.toMatch(/^\s+at /m);
  });

  it('names the help of the very command that was used wrongly', async () => {
    expect((await panel('claims', 'grade', 'c-1')).err).toContain('Run "panel claims grade --help" for its options.');
    expect((await panel('bogus')).err).toContain('Run "panel --help" for the commands.');
  });

  it('shows what would draw on a terminal, and changes no answer in JSON by it', () => {
    const hostile = '\u001b[2K\u001b[8mhidden\u009b31m \u202egnp.exe\u0007\r\t국방부\n';
    expect(plainly(hostile)).toMatch(/^[^\p{Cc}\u202e]*\t국방부\n$/u);
    expect(JSON.parse(plainly(JSON.stringify({ hostile })))).toEqual({ hostile });
  });

  it('counts the measures in force as the report counts them', async () => {
    const counted = countMeasures(loadKnownRegime('un-1718'), '2024-06-01');
    const { out } = await panel('regime', 'un-1718', '--as-of', '2024-06-01');
    expect(out.split('\n')[0]).toContain(`: ${counted} paragraphs of the measures in force`);
  });

  it('prints its version and its help, and answers 0', async () => {
    expect(await panel('--version')).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
    expect(await panel('record', '--help')).toMatchObject({ code: 0, out: expect.stringContaining('verify') });
  });

  it.each([
    [['run', join(folder, 'absent')], /absent: there is no such folder/],
    [['run', folder], /there is no dossier\.yaml in this folder.*panel add/],
    [['run', at('story.txt', 'x')], /a file, not a folder.*panel add/],
    [['claims', '--workspace', join(folder, 'absent')], /There is no record here/],
    [['record', 'verify', '--workspace', join(folder, 'absent')], /There is no record here/],
    [['record', 'import', at('no.tar', 'x'), '--workspace', at('file', 'x')], /a file stands where a folder must be/],
    [
      ['record', 'import', join(folder, 'absent.tar'), '--workspace', join(folder, 'w')],
      /absent\.tar: There is no such file/,
    ],
    [['extract', join(folder, 'absent.txt')], /absent\.txt: there is no such file/],
  ] as const)('answers 1 and says what to do to %j', async (args, message) => {
    const { code, out, err } = await panel(...args);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(message);
  });

  it('refuses a folder for the report that is a file, before anything is done', async () => {
    const dossier = join(folder, 'dossier');
    mkdirSync(dossier);
    writeFileSync(join(dossier, 'dossier.yaml'), 'title: T\nsources: []\ndocuments: []\n');
    const workspace = join(folder, 'not-made');
    const { code, err } = await panel('run', dossier, '--workspace', workspace, '--out', join(at('f', 'x'), 'out'));
    expect(code).toBe(1);
    expect(err).toMatch(/this is a file, not a folder/);
    expect(await panel('claims', '--workspace', workspace)).toMatchObject({ code: 1 });
  });
});

describe('compare', () => {
  const fifty = at('fifty.json', '{"counts":"attack","qualifier":"about","low":"40","high":"60"}');
  it.each([
    ['{"counts":"attack","qualifier":"at-least","low":"10"}', 'narrower', 'a', false],
    ['{"counts":"missile","qualifier":"about","low":"40","high":"60"}', 'incomparable', null, true],
    ['\uFEFF{"counts":"attack","qualifier":"exactly","low":10,"high":10}\r\n', 'contradicts', null, false],
  ])('gives one line of JSON for %s', async (other, relation, narrower, drift) => {
    const { code, out } = await panel('compare', fifty, at('other.json', other), '--json');
    expect(code).toBe(0);
    expect(jsonLines(out)).toEqual([{ relation, narrower, reason: expect.any(String), drift }]);
  });

  it.each(['', '[]', 'null', 'x', '{}', '{"counts":"attack","low":"60","high":"10"}'])(
    'answers 1 and names the file that holds %j',
    async (content) => {
      const { code, out, err } = await panel('compare', fifty, at('bad.json', content), '--json');
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toMatch(/bad\.json: /);
    },
  );
});

describe('extract', () => {
  const text =
    '🚢😀 News\r\n\r\nSouth Korea said 🚀 that North Korea had fired at least three missiles on 2 May 2024.\r\n' +
    '\r\n“Around 50 containers were shipped to Russia,” said Kim Min-ho 𝒦.\r\n';

  it.each(sampled(['utf16le', 'utf8'] as const, 2))(
    'quotes the exact slice of a text in %s, in UTF-16 units',
    async (encoding) => {
      const path = join(folder, `${encoding}.txt`);
      writeFileSync(path, `\uFEFF${text}`, encoding);
      const first = await panel('extract', path, '--source', 'The Paper', '--json');
      expect(first.code).toBe(0);
      expect(first.err).toBe('');
      const claims = jsonLines(first.out) as { start: number; end: number; quote: string }[];
      expect(claims).toHaveLength(2);
      for (const { start, end, quote } of claims) expect(text.slice(start, end)).toBe(quote);
      expect((await panel('extract', path, '--source', 'The Paper')).out).toBe(first.out);
    },
  );

  it('reads a text with half a surrogate and a page with U+0000', async () => {
    const path = join(folder, 'half.txt');
    writeFileSync(path, Buffer.from('\uFEFFJapan said \ud800 that it had fired three missiles.\n', 'utf16le'));
    expect((await panel('extract', path)).code).toBe(0);
    const page = at(
      'nul.html',
      '<html><body><p>Japan said &#0; &#xD800; it had fired three missiles.</p></body></html>',
    );
    const { code, out } = await panel('extract', page);
    expect(code).toBe(0);
    expect(out.isWellFormed()).toBe(true);
    expect(out).not.toMatch(/\\u0000|\\ud8/);
  });
});
