import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lintRegime } from './lint.ts';
import { loadRegimeFrom, regimesFolder } from './load.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'regime-lint-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let copies = 0;
/** A copy of the shipped regime in which one text of one file is replaced. */
function edited(file: string, text: string, by: string): { dir: string; line: number } {
  const root = join(folder, `copy-${copies++}`);
  cpSync(regimesFolder(), root, { recursive: true });
  const dir = join(root, 'un-1718');
  const path = join(dir, file);
  const before = readFileSync(path, 'utf8');
  const at = before.indexOf(text);
  expect(at, `${text} in ${file}`).toBeGreaterThanOrEqual(0);
  writeFileSync(path, before.replace(text, by));
  return { dir, line: before.slice(0, at).split('\n').length };
}

describe('the linter', () => {
  test('finds nothing to mend in the regime that is shipped', () => {
    expect(lintRegime(join(regimesFolder(), 'un-1718'))).toEqual([]);
  });

  test.each([
    [
      'decisions/2397-2017.yaml',
      'acts: [launch, nuclear-test, weapons-programme]',
      'acts: [lanch, nuclear-test, weapons-programme]',
      /the act "lanch" is not declared; the nearest is "launch"/,
    ],
    ['decisions/2397-2017.yaml', 'effect: caps', 'effect: limits', /effect.*write prohibits, caps/],
    ['decisions/2397-2017.yaml', 'hs: ["2709"]', 'hs: [2709]', /quotation marks/],
    [
      'decisions/2397-2017.yaml',
      'replaces: [S/RES/2375(2017) OP15]',
      'replaces: [S/RES/2375(2017) OP51]',
      /"S\/RES\/2375\(2017\) OP51" is not declared; the nearest is "S\/RES\/2375\(2017\) OP1/,
    ],
    [
      'decisions/2397-2017.yaml',
      'until: 2018-01-21',
      'until: 2017-01-21',
      /wind-down ends on 2017-01-21, before the paragraph begins/,
    ],
    ['decisions/2397-2017.yaml', 'date: 2017-12-22', 'date: 2017-02-30', /existing day/],
    ['decisions/2397-2017.yaml', 'evidence: seen', 'evidence: certain', /write "seen" or "recalled"/],
    ['decisions/2397-2017.yaml', 'source: https://usun.state.gov/remarks/8238', 'source: the press', /https:\/\//],
    [
      'decisions/2397-2017.yaml',
      'classes: [crude-oil]',
      'classes: [crude-oyl]',
      /the class "crude-oyl" is not declared; the nearest is "crude-oil"/,
    ],
    [
      'decisions/2397-2017.yaml',
      'when: [livelihood]',
      'when: [livelyhood]',
      /the circumstance "livelyhood" is not declared; the nearest is "livelihood"/,
    ],
    ['goods.yaml', '[truck, lorry,', '[truk, lorry,', /"truk" is no name of goods/],
    ['decisions/2397-2017.yaml', 'paragraph: OP5', 'paragraph: OP4', /OP4 stands twice/],
    ['decisions/2397-2017.yaml', 'subject: workers', 'subject: labour', /the subject "labour" is not declared/],
    ['decisions/2397-2017.yaml', 'stopAt: 95', 'stopsAt: 95', /"stopsAt" is not a word of this file/],
    ['decisions/2397-2017.yaml', 'China, ', '', /fourteen|fifteen members; 14|China is missing/],
    ['decisions/2680-2023.yaml', 'to: 2024-04-30', 'to: 2022-04-30', /ends on 2022-04-30, before it begins/],
    [
      'decisions/2664-2022.yaml',
      'decision: S/RES/2664(2022)',
      'decision: S/RES/2680(2023)',
      /has two files|not declared/,
    ],
    [
      'scenarios/draft-2024-adopted.yaml',
      'decision: S/2024/255',
      'decision: S/2024/254',
      /"S\/2024\/254" is not known; the nearest is "S\/2024\/255"/,
    ],
    ['decisions/2397-2017.yaml', 'title: ', 'title: "', /this is not YAML/],
    ['decisions/2397-2017.yaml', 'value: 4000000', 'value: 4,000,000', /written without commas/],
    ['decisions/2397-2017.yaml', 'text: Nobody may insure', 'text: Note: nobody may insure', /quotation marks/],
    ['decisions/2397-2017.yaml', 'hs: ["2709"]', 'hs: [2709]', /OP4: goods\.hs: write an HS code in quotation marks/],
    ['decisions/2397-2017.yaml', '    subject: energy', '   subject: energy', /same number of blanks/],
  ])('%s: %s -> %s', (file, text, by, message) => {
    const { dir } = edited(file, text, by);
    const faults = lintRegime(dir);
    expect(faults.map((fault) => fault.message).join('\n')).toMatch(message);
    const fault = faults.find((row) => message.test(row.message));
    expect(fault?.file).toContain('un-1718');
    expect(fault?.line).toBeGreaterThan(0);
  });

  test('points at the line and the column of the word to mend', () => {
    const { dir, line } = edited('decisions/2397-2017.yaml', 'subject: workers', 'subject: labour');
    expect(lintRegime(dir)).toContainEqual(
      expect.objectContaining({ file: join(dir, 'decisions/2397-2017.yaml'), line, column: 14 }),
    );
  });

  test('a regime with a fault is not loaded, and the error names file and line', () => {
    const { dir, line } = edited('decisions/2397-2017.yaml', 'subject: workers', 'subject: Workers Abroad');
    expect(() => loadRegimeFrom(dir)).toThrow(
      expect.objectContaining({ code: 'regime-invalid', place: `${join(dir, 'decisions/2397-2017.yaml')}:${line}` }),
    );
  });

  test('one slip in a decision is one fault, however many files cite the decision', () => {
    const { dir } = edited('decisions/2371-2017.yaml', 'title: ', 'title: "');
    const faults = lintRegime(dir);
    expect(faults.map((fault) => fault.file)).toEqual([join(dir, 'decisions/2371-2017.yaml')]);
  });

  test('an empty file is said to be one', () => {
    const { dir } = edited('decisions/2680-2023.yaml', 'decision:', 'decision:');
    writeFileSync(join(dir, 'decisions/2680-2023.yaml'), '');
    expect(lintRegime(dir)).toContainEqual(
      expect.objectContaining({ message: expect.stringContaining('holds no entries'), line: 1 }),
    );
  });

  test('a folder without a regime is refused', () => {
    expect(() => lintRegime(join(folder, 'nothing'))).toThrow(/cannot be read/);
  });
});
