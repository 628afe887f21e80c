import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/core/resource.ts';
import { openEmbeddedDatabase } from '../../src/store/database.ts';
import { jsonLines, panel } from '../cli/command.ts';
import { copyOf, runInto, writeDossier } from '../dossier/workspace.ts';
import { isFullCount, sampled } from '../full-count.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const STORY = 'Officials in Seoul said on Monday that North Korea had fired 12 rounds at Yeonpyeong on 3 May 2024.\n';

const dossier = writeDossier({ daily: { text: STORY, published: '2024-05-06' } });
/** A run of it, which no test changes. */
let printed: string;
beforeAll(async () => {
  printed = (await runInto(dossier)).workspace;
});

function onlyFileIn(folder: string): string {
  const [name] = readdirSync(folder);
  return join(folder, name ?? expect.fail(`${folder} is empty`));
}

/** Changes figures in a file as somebody would who can write it, and has read how it is made. */
function forge(path: string): void {
  const text = readFileSync(path, 'utf8');
  expect(text).toContain('12 rounds');
  const [head = '', body = ''] = text.replaceAll('12 rounds', '99 rounds').replaceAll('"12"', '"99"').split('\n');
  writeFileSync(path, `${head}\n${body}`);
}

describe('what is printed is what the record holds', () => {
  it('a forged reading changes neither the report nor the list of claims', async () => {
    const workspace = copyOf(printed);
    forge(onlyFileIn(join(workspace, 'readings')));
    const { report } = await runInto(dossier, workspace);
    expect(readFileSync(report, 'utf8')).not.toContain('99 rounds');
    const { out } = await panel('claims', '--workspace', workspace, '--json');
    expect(out).toContain('12 rounds');
    expect(out).not.toContain('99 rounds');
  });

  it('forged projections are not printed: they are rebuilt', async () => {
    const workspace = copyOf(printed);
    const before = await panel('claims', '--workspace', workspace, '--json');
    expect(jsonLines(before.out)).not.toEqual([]);
    const database = await openEmbeddedDatabase(join(workspace, 'store'));
    await database.execute(`update claim_text set body = replace(body::text, '12 rounds', '99 rounds')::jsonb`);
    await database.close();
    expect(await panel('claims', '--workspace', workspace, '--json')).toEqual(before);
    // Sealed again by the program itself, they are taken as they are.
    expect(await panel('claims', '--workspace', workspace, '--json')).toEqual(before);
  });

  it('a record says what its verification covered, and that what is beside it is not the record', async () => {
    const { out } = await panel('record', 'verify', '--workspace', printed);
    expect(out).toContain('Covered: every byte under record/');
    expect(out).toMatch(/Not covered: .*readings\/.*store\/.*report\//);
  });
});

describe('panel report verify', () => {
  it('finds every quotation of a report in the documents', async () => {
    const workspace = printed;
    for (const name of ['report.json', 'report.html']) {
      const file = join(workspace, 'report', name);
      const { code, out } = await panel('report', 'verify', file, '--workspace', workspace, '--json');
      const lines = jsonLines(out);
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) expect(Object.keys(line)).toEqual(['quote', 'document', 'ok', 'fault']);
      expect(lines.filter(({ ok }) => ok !== true)).toEqual([]);
      expect(code).toBe(0);
      expect((await panel('report', 'verify', file, '--workspace', workspace)).out).toMatch(
        /^All \d+ quotations? of 1 document/,
      );
    }
  });

  it('tells which quotations do not stand there', async () => {
    const workspace = printed;
    for (const name of ['report.json', 'report.html']) {
      const file = join(temporaryFolder(), name);
      const report = readFileSync(join(workspace, 'report', name), 'utf8');
      expect(report).toContain('12 rounds');
      writeFileSync(file, report.replaceAll('12 rounds', '99 rounds'));
      const { code, out } = await panel('report', 'verify', file, '--workspace', workspace, '--json');
      expect(code).toBe(1);
      const faulty = jsonLines(out).filter(({ ok }) => ok === false);
      expect(faulty.length).toBeGreaterThan(0);
      expect(faulty[0]?.fault).toContain('12 rounds');
    }
  });

  it('tells of a text that is read otherwise now, of another workspace, and of what is no report', async () => {
    const workspace = printed;
    const file = join(workspace, 'report', 'report.json');
    const report = JSON.parse(readFileSync(file, 'utf8'));
    const [document] = report.documents;
    expect(document.text).toMatch(/^sha256:[0-9a-f]{64}$/);
    document.text = `sha256:${'0'.repeat(64)}`;
    const other = join(temporaryFolder(), 'other.json');
    writeFileSync(other, JSON.stringify(report));
    const { out, code } = await panel('report', 'verify', other, '--workspace', workspace, '--json');
    expect(code).toBe(1);
    expect(jsonLines(out)[0]?.fault).toContain('hash');

    const { workspace: elsewhere } = await runInto(
      writeDossier({ daily: { text: 'Nothing of it.', published: '2024-05-06' } }),
    );
    const lines = jsonLines((await panel('report', 'verify', file, '--workspace', elsewhere, '--json')).out);
    expect(lines.every(({ fault }) => fault === 'the record holds no such document')).toBe(true);

    const nothing = join(temporaryFolder(), 'nothing.html');
    writeFileSync(nothing, '<!doctype html><p>hello');
    const refused = await panel('report', 'verify', nothing, '--workspace', workspace);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('no report of this program');
  });

  it.runIf(isFullCount).each(['harbour-2023', 'veto-2024'])(
    'finds every quotation of the example %s, in both forms',
    async (name) => {
      const { workspace } = await runInto(join(packageRoot(), 'examples', name));
      const text = (form: string): string => readFileSync(join(workspace, 'report', form), 'utf8');
      const data = await verified(text('report.json'), 'report.json', workspace);
      const page = await verified(text('report.html'), 'report.html', workspace);
      expect(data.faulty).toEqual([]);
      expect(data.lines.length).toBeGreaterThan(30);
      expect(data.code).toBe(0);
      expect(page).toEqual(data);
    },
  );
});

async function verified(text: string, name: string, workspace: string) {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, text);
  const { code, out, err } = await panel('report', 'verify', file, '--workspace', workspace, '--json');
  const lines = jsonLines(out);
  return { code, err, lines, faulty: lines.filter(({ ok }) => ok !== true) };
}

describe('a page that shows other words than it was printed with', () => {
  const GENUINE = /<blockquote dir="auto">“[^<]*”<\/blockquote>/;
  const FORGED = '<blockquote dir="auto">“North Korea had fired 99 rounds”</blockquote>';
  const NOTE = /<li id="note-1">.*?<\/li>/;
  let workspace: string;
  let page: string;

  beforeAll(async () => {
    workspace = printed;
    page = readFileSync(join(workspace, 'report', 'report.html'), 'utf8');
  });

  it.each(
    sampled<[string, (page: string) => string]>(
      [
        [
          'a genuine quotation is hidden, a forged one shown',
          (page) => page.replace(GENUINE, (genuine) => `${genuine.replace('dir="auto"', 'hidden')}${FORGED}`),
        ],
        [
          'two notes have one number, the genuine one hidden',
          (page) =>
            page.replace(
              NOTE,
              (note) => note.replace(GENUINE, FORGED) + note.replace('<li ', '<li style="display:none" '),
            ),
        ],
        [
          'a note has the number in other letters',
          (page) => page.replace(NOTE, (note) => note.replace('note-1', 'Note-1').replace(GENUINE, FORGED)),
        ],
        ['a quotation stands before a heading', (page) => page.replace('<h2', `${FORGED}<h2`)],
        ['a quotation stands in a list', (page) => page.replace('<main>', '<main><ul><li>“99 rounds”</li></ul>')],
        [
          'a quotation stands in a cell',
          (page) => page.replace('<main>', '<main><table><tr><td><b>“99 rounds”</b></td></tr></table>'),
        ],
      ],
      3,
    ),
  )('is refused where %s', async (_, forge) => {
    const forged = forge(page);
    expect(forged).not.toBe(page);
    const { code, faulty } = await verified(forged, 'report.html', workspace);
    expect(code).toBe(1);
    expect(faulty.map(({ quote }) => quote)).toContainEqual(expect.stringContaining('99 rounds'));
  });

  it.each(
    sampled<[string, (page: string) => string]>(
      [
        ['an element is hidden', (page) => page.replace('<blockquote ', '<blockquote hidden ')],
        ['a style hides one', (page) => page.replace('</style>', 'blockquote{display:none}</style>')],
        ['a note that is pointed to is gone', (page) => page.replace('<li id="note-1">', '<li>')],
        ['one byte is added', (page) => `${page}\n`],
      ],
      3,
    ),
  )('is refused where its texts are the same and %s', async (_, forge) => {
    const forged = forge(page);
    expect(forged).not.toBe(page);
    const { code, faulty } = await verified(forged, 'report.html', workspace);
    expect(code).toBe(1);
    expect(faulty).toHaveLength(1);
  });

  it('is not believed for forged data that lie beside it', async () => {
    const folder = temporaryFolder();
    for (const name of ['report.json', 'report.html'])
      writeFileSync(
        join(folder, name),
        readFileSync(join(workspace, 'report', name), 'utf8').replaceAll('12 rounds', '99 rounds'),
      );
    const file = join(folder, 'report.html');
    const { code, out } = await panel('report', 'verify', file, '--workspace', workspace, '--json');
    expect(code).toBe(1);
    expect(jsonLines(out).some(({ ok, quote }) => ok === false && String(quote).includes('99 rounds'))).toBe(true);
  });

  it('is not verified where its data are not at hand', async () => {
    const emptied = copyOf(printed);
    rmSync(join(emptied, 'report', 'report.json'));
    const { code, err } = await verified(page, 'report.html', emptied);
    expect(code).toBe(1);
    expect(err).toContain('report.json');
  });
});

describe('data of a report that say other words than the documents', () => {
  type Data = {
    claims: { start: number; quote: string; statement: string; quantities: { raw: string }[] }[];
    drift: unknown[];
    [part: string]: unknown;
  };

  let workspace: string;
  let text: string;

  beforeAll(async () => {
    workspace = printed;
    text = readFileSync(join(workspace, 'report', 'report.json'), 'utf8');
  });

  async function forgedData(forge: (report: Data, first: Data['claims'][number]) => void) {
    const report: Data = JSON.parse(text);
    forge(report, report.claims[0] ?? expect.fail('the report has no claim'));
    return verified(JSON.stringify(report), 'report.json', workspace);
  }

  it.each(
    sampled<[string, (report: Data, first: Data['claims'][number]) => void]>(
      [
        [
          'empty words',
          (_, first) => {
            first.quantities[0] = { ...first.quantities[0], raw: '' };
          },
        ],
        [
          'a part of a number',
          (_, first) => {
            first.quantities[0] = { ...first.quantities[0], raw: '2 rounds' };
          },
        ],
        [
          'another gist',
          (_, first) => {
            first.statement = 'North Korea had fired 99 rounds';
          },
        ],
        ['words before a note', (report) => void report.drift.push(['“99 rounds”', { claim: idOf(report) }, '.'])],
      ],
      3,
    ),
  )('name %s', async (_, forge) => {
    const { code, faulty } = await forgedData(forge);
    expect(code).toBe(1);
    expect(faulty).toHaveLength(1);
  });

  it.each(
    sampled<[string, (report: Data, first: Data['claims'][number]) => void]>(
      [
        [
          'a part that no report has',
          (report) => {
            report.quotations = ['“99 rounds”'];
          },
        ],
        ['two claims of one id', (report, first) => void report.claims.push({ ...first })],
      ],
      3,
    ),
  )('are no report with %s', async (_, forge) => {
    const { code, lines, err } = await forgedData(forge);
    expect(code).toBe(1);
    expect(lines).toEqual([]);
    expect(err).toContain('no report');
  });

  it('name an empty quotation of an empty passage', async () => {
    const { code, faulty } = await forgedData((_, first) => {
      Object.assign(first, { end: first.start, quote: '', statement: '', quantities: [] });
    });
    expect(code).toBe(1);
    expect(faulty.map(({ fault }) => fault)).toEqual(Array(2).fill('the report quotes nothing here'));
  });

  it('are no report where a key stands twice', async () => {
    const { code, lines, err } = await verified(
      text.replace('"quote":', '"quote":"North Korea had fired 99 rounds","quote":'),
      'report.json',
      workspace,
    );
    expect(code).toBe(1);
    expect(lines).toEqual([]);
    expect(err).toContain('the key "quote" twice');
  });

  function idOf(report: Data): unknown {
    return (report.claims[0] as { id?: unknown } | undefined)?.id;
  }
});
