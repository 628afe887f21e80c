import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { silentProgress } from '../../src/app/progress.ts';
import { verifyReport } from '../../src/app/report/verify-report.ts';
import { sha256Hex } from '../../src/core/hash.ts';
import { runInto, writeDossier } from '../dossier/workspace.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const SENTENCE = 'Japan said that North Korea had fired three missiles on 3 May 2024. ';
/** A document of a megabyte, of which every quotation of the report could be checked against the whole. */
const TEXT = `${SENTENCE}${'1'.repeat(1_000_000)}`;

type Data = {
  claims: { id: string; document: string; start: number; end: number; quote: string }[];
  documents: { id: string; text: string }[];
  summary: unknown[];
};

describe('a report that was made to hold up whoever checks it', () => {
  let workspace: string;
  const forged = (change: (data: Data) => void): string => {
    const data = JSON.parse(readFileSync(join(workspace, 'report', 'report.json'), 'utf8')) as Data;
    change(data);
    const file = join(temporaryFolder(), 'report.json');
    writeFileSync(file, JSON.stringify(data));
    return file;
  };
  const verify = (file: string, milliseconds?: number) =>
    verifyReport({
      file,
      workspace,
      progress: silentProgress,
      ...(milliseconds === undefined
        ? {}
        : { limits: { milliseconds, millisecondsAMegabyte: 0, memoryMegabytes: 2000 } }),
    });

  beforeAll(async () => {
    ({ workspace } = await runInto(writeDossier({ daily: { text: TEXT, published: '2024-05-04' } })));
  }, 120_000);

  it('by quoting a long document very often, takes time by its own length alone', async () => {
    const file = forged((data) => {
      const [claim] = data.claims;
      if (claim === undefined) throw new Error('no claim');
      claim.start = 0;
      claim.end = TEXT.length;
      for (const document of data.documents) document.text = `sha256:${sha256Hex(TEXT)}`;
      data.summary = Array.from({ length: 100_000 }, () => ['“Japan”', { claim: claim.id }]);
    });
    const { quotations } = await verify(file);
    expect(quotations.length).toBeGreaterThan(100_000);
    expect(quotations.filter(({ quote, ok }) => quote === 'Japan' && ok)).toHaveLength(100_000);
  }, 40_000);

  it('is given up in time, with one line, and the next one is checked', async () => {
    const file = forged((data) => {
      data.summary = Array.from({ length: 400_000 }, () => ['a', 'b', 'c']);
    });
    await expect(verify(file, 50)).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining('that takes longer than'),
    });
    expect((await verify(join(workspace, 'report', 'report.html'))).quotations.length).toBeGreaterThan(0);
  }, 60_000);

  it.skipIf(process.platform === 'win32')(
    'is not waited for where it is a pipe',
    async () => {
      const pipe = join(temporaryFolder(), 'report.json');
      execFileSync('mkfifo', [pipe]);
      await expect(verify(pipe)).rejects.toMatchObject({ code: 'unreadable' });
    },
    60_000,
  );
});
