import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { judgeDocuments, listDocuments, listSimilar } from '../../src/app/commands/documents.ts';
import { judgeOrigins, listFindings, undoAct } from '../../src/app/commands/review.ts';
import type { HeldWorkspace } from '../../src/app/workspace/workspace.ts';
import { pngOf } from '../../src/documents/pdf/raster-files.ts';
import { holdForTests, runInto, writeDossier } from './workspace.ts';

const REST =
  'The ship left on Monday in fog, and the office of the harbour counted the containers on the pier one by one before they were loaded. Nobody at the pier would say for whom they were meant, and the papers named a firm that has no office in the town. The crew was paid in cash.';
const CLAIM = 'North Korea shipped 40 containers of munitions to Russia on 3 May 2023.';

let workspace: HeldWorkspace;
const statusOf = async (): Promise<string | undefined> =>
  (await listFindings({ workspace })).find(({ title }) => title === 'Transfer of ammunition from North Korea to Russia')
    ?.status;

/** A picture of soft stripes, in some size. */
function stripes(width: number, height: number, bend: number): Buffer {
  const data = new Uint8Array(width * height * 3);
  for (let at = 0; at < data.length; at += 3) {
    const [u, v] = [((at / 3) % width) / width, Math.floor(at / 3 / width) / height];
    data.fill(128 + 100 * Math.sin(9 * u + bend * v * v), at, at + 3);
  }
  return pngOf({ width, height, data });
}

beforeAll(async () => {
  const dossier = writeDossier({
    wire: { text: `${CLAIM} ${REST}\n`, published: '2023-05-10' },
    daily: { text: `${CLAIM} ${REST} More in the evening.\n`, published: '2023-05-11' },
    other: { text: 'Wheat is dear this year.\n', published: '2023-05-11' },
  });
  writeFileSync(join(dossier, 'a.png'), stripes(180, 120, 5));
  writeFileSync(join(dossier, 'b.png'), stripes(90, 60, 5));
  writeFileSync(join(dossier, 'c.png'), stripes(90, 60, -9));
  appendFileSync(
    join(dossier, 'dossier.yaml'),
    ['a', 'b', 'c']
      .map((name, at) => `  - { file: ${name}.png, source: ${['wire', 'daily', 'other'][at]} }\n`)
      .join(''),
  );
  workspace = await holdForTests((await runInto(dossier)).workspace);
}, 60_000);

it('proposes texts that are much alike as one passed on, with the passage', async () => {
  const found = await listSimilar({ workspace });
  expect(found).toMatchObject([
    { by: 'text', judgement: null, documents: [{ source: 'The wire paper' }, { source: 'The daily paper' }] },
    { by: 'picture', judgement: null, documents: [{ file: 'a.png' }, { file: 'b.png' }] },
  ]);
  expect(found[0]?.share).toBeGreaterThan(80);
  expect(found[0]?.passage).toContain(REST.slice(0, 60));
  expect((await listDocuments({ workspace }))[0]?.detected).toEqual([{ name: 'English', share: 100 }]);
});

it('counts them as one origin until somebody says otherwise of the documents, whatever is known of their sources', async () => {
  const by = 'A. Reader';
  const [wire, daily] = (await listDocuments({ workspace })).map(({ id }) => id) as [string, string];
  expect(await statusOf()).toBe('single-source');
  await judgeOrigins({
    workspace,
    by,
    a: 'The wire paper',
    b: 'The daily paper',
    judgement: 'independent',
    reason: 'Two desks.',
  });
  expect(await statusOf()).toBe('single-source');
  const request = { workspace, by, a: wire, b: daily, judgement: 'independent' as const };
  await expect(judgeDocuments(request)).rejects.toMatchObject({ code: 'bad-option' });
  const act = await judgeDocuments({
    ...request,
    reason: 'Both were at the pier and used one press release for the frame.',
  });
  expect(await statusOf()).toBe('corroborated');
  expect(await listSimilar({ workspace })).toMatchObject([{ judgement: 'independent' }, { by: 'picture' }]);
  const [one, two] = (await listDocuments({ workspace })).filter(({ kind }) => kind === 'png').map(({ id }) => id);
  await judgeDocuments({
    workspace,
    by,
    a: one ?? '',
    b: two ?? '',
    judgement: 'derives',
    reason: 'One stamp on both.',
  });
  expect((await listSimilar({ workspace })).map(({ judgement }) => judgement)).toEqual(['independent', 'derives']);
  await undoAct({ workspace, by, id: act.id });
  expect(await statusOf()).toBe('single-source');
});
