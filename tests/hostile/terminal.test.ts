import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { panel } from '../cli/command.ts';
import { writeDossier } from '../dossier/workspace.ts';
import { growRecord } from '../exchange/sample-record.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** A line of its own, a window's title, a colour, a line taken back and a turned direction. */
const HARM = '\nWhole:999\u001b]0;x\u0007\u001b[31m\u001b[2K\u202e';
const TEXT = 'Japan said that North Korea had fired three missiles on 3 May 2024.';
/** All but bold and its end, which headings have. */
const ACTING = /[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\u001b(?!\[(?:1|22)m)/;

/** What a command says, which must hold the harmful words in some line, and never as one of its own. */
async function harmlessly(...args: string[]): Promise<string> {
  const { out, err } = await panel(...args);
  const said = `${out}${err}`;
  expect(said).toContain('Whole:999');
  expect(said.split('\n').filter((line) => line.startsWith('Whole:999'))).toEqual([]);
  expect(said).not.toMatch(ACTING);
  return said;
}

const asWord = (text: string): string => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;

describe('words of others on a terminal', () => {
  let folder: string;
  let workspace: string;

  beforeAll(async () => {
    folder = temporaryFolder();
    workspace = join(folder, 'workspace');
    writeFileSync(
      join(folder, 'mail.eml'),
      `From: ${asWord(`A${HARM}`)} <a@b.example>\nSubject: ${asWord(`Missiles${HARM}`)}\nDate: Fri, 3 May 2024 10:00:00 +0000\n\nJapan said that North Korea had fired three missiles.\n`,
    );
    writeFileSync(
      join(folder, 'page.html'),
      `<title>Missiles${HARM}</title><p>Japan said that North Korea had fired three missiles on 3 May 2024.</p>`,
    );
    const files = [join(folder, 'mail.eml'), join(folder, 'page.html')];
    expect((await panel('add', ...files, '--source', 'Daily', '--workspace', workspace)).code).toBe(0);
  });

  it('are those of a mail or a page in lists and in what is found', async () => {
    await harmlessly('documents', '--workspace', workspace);
    await harmlessly('search', 'missiles', '--in', 'documents', '--workspace', workspace);
  });

  it('are those of a list', async () => {
    const list = join(folder, 'list.ftm.json');
    const properties = { name: ['Kim Chol', `Kim Chol${HARM}`], notes: [`x${HARM}`], nationality: ['kp'] };
    writeFileSync(
      list,
      `${JSON.stringify({ id: `NK-1${HARM}`, schema: 'Person', caption: `Kim Chol${HARM}`, properties, datasets: ['x'] })}\n`,
    );
    await harmlessly('screen', 'Kim Chol', '--list', list);
  });

  it('are those of a file that was put into a record', async () => {
    const record = join(temporaryFolder(), 'record');
    await growRecord(record, 1);
    writeFileSync(join(record, 'record', `x${HARM.replaceAll('/', '')}`), '');
    expect(await harmlessly('record', 'verify', '--workspace', record)).toContain('DAMAGED');
  });

  it('are those of a report that was handed in', async () => {
    expect(
      (
        await panel(
          'run',
          writeDossier({ a: { text: TEXT, published: '2024-05-04' } }),
          '--workspace',
          join(folder, 'run'),
        )
      ).code,
    ).toBe(0);
    const report = join(folder, 'run', 'report', 'report.json');
    const data = JSON.parse(readFileSync(report, 'utf8')) as { claims: { quote: string }[] };
    for (const claim of data.claims) claim.quote = `${claim.quote}${HARM}`;
    writeFileSync(join(folder, 'forged.json'), JSON.stringify(data));
    await harmlessly('report', 'verify', join(folder, 'forged.json'), '--workspace', join(folder, 'run'));
  });
});
