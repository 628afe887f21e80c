import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { openDerivation } from '../../src/app/derivation/derivation.ts';
import { openReadingCache } from '../../src/app/derivation/reading/reading-cache.ts';
import { addDocuments } from '../../src/app/intake/add.ts';
import { silentProgress } from '../../src/app/progress.ts';
import { reportModel } from '../../src/app/report/report-model.ts';
import { openExtractor } from '../../src/claims/extractor.ts';
import { openReader } from '../../src/documents/reader.ts';
import { openRecord } from '../../src/record/record.ts';
import { fullCountTest } from '../full-count.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const SOURCE = { name: 'Daily', kind: 'newsroom' } as const;
const STORY = 'Japan said that North Korea had fired three missiles on 3 May 2024.';
const MARKS = '"'.repeat(300_000);

const hasty = openExtractor({ milliseconds: 4000, millisecondsAMillion: 0, memoryMegabytes: 800 });
const patient = openExtractor();
afterAll(() => Promise.all([hasty.close(), patient.close()]));

async function layerOf(text: string) {
  const reader = openReader();
  try {
    return await reader.read(Buffer.from(text), 'a.txt');
  } finally {
    await reader.close();
  }
}

describe('a text made to take long', () => {
  it('is given up at the limit, holds up nobody meanwhile, and the next one is read', async () => {
    const [marks, story] = [await layerOf(MARKS), await layerOf(STORY)];
    let longest = 0;
    let last = performance.now();
    const ticking = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 20);
    await expect(hasty.extract({ layer: marks, source: SOURCE, published: null })).rejects.toMatchObject({
      code: 'set-aside',
      message: 'reading its claims takes longer than 4 s',
    });
    clearInterval(ticking);
    expect(longest).toBeLessThan(2000);
    await sleep(0);
    expect(await patient.extract({ layer: story, source: SOURCE, published: null })).not.toEqual([]);
  });

  fullCountTest('is set aside with a word, in the report too, and not tried again before somebody asks', async () => {
    const folder = temporaryFolder();
    const workspace = join(folder, 'workspace');
    writeFileSync(join(folder, 'marks.txt'), MARKS);
    writeFileSync(join(folder, 'story.txt'), STORY);
    // Read with no limit that matters first, so that what is derived below begins from nothing kept.
    await addDocuments({
      targets: [join(folder, 'marks.txt'), join(folder, 'story.txt')],
      workspace,
      source: 'Daily',
      progress: silentProgress,
    });
    const record = await openRecord(workspace, { command: 'test' });
    const cache = openReadingCache(workspace, () => record.secretFor('readings'));
    cache.drop();
    let asked = 0;
    const counting = {
      extract: (request: Parameters<typeof hasty.extract>[0]) => {
        asked++;
        return request.layer.text.length > 1000 ? hasty.extract(request) : patient.extract(request);
      },
      close: () => hasty.close(),
    };
    const read = async (derivation: ReturnType<typeof openDerivation>) => {
      const notes: string[] = [];
      const { derived } = await derivation.snapshot({ ...silentProgress, note: (text) => notes.push(text) });
      return { derived, notes };
    };
    const told = [expect.stringMatching(/^set aside: marks\.txt: .* longer than 4 s; "panel rebuild" tries again$/)];
    try {
      const first = openDerivation(record, cache, () => counting);
      const { derived, notes } = await read(first);
      expect(notes).toEqual(told);
      expect(derived.documents.map(({ setAside }) => setAside === undefined)).toEqual([false, true]);
      expect(derived.claims).not.toEqual([]);
      const model = reportModel({
        derived,
        title: 'A report',
        now: new Date('2024-06-01'),
        extractor: 'claims',
        record: { origin: '', checkpoint: '', vkey: '', acts: 0 },
      });
      expect(model.refused).toEqual([
        { file: 'marks.txt', reason: expect.stringContaining('its claims were not read: ') },
      ]);
      await first.close();
      expect(asked).toBe(2);
      // As the next start of the program.
      const second = openDerivation(record, cache, () => counting);
      expect((await read(second)).notes).toEqual(told);
      expect(asked).toBe(2);
      await second.dropCache();
      expect((await read(second)).notes).toEqual(told);
      expect(asked).toBe(3);
      await second.close();
      expect(readdirSync(join(workspace, 'readings')).length).toBeGreaterThan(0);
      expect(statSync(join(workspace, 'readings')).mode & 0o077).toBe(0);
    } finally {
      await record.close();
    }
  });
});
