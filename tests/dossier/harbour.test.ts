import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listClaims, listComparisons, reviewClaims } from '../../src/app/commands/review.ts';
import { silentProgress } from '../../src/app/progress.ts';
import { verifyWorkspace } from '../../src/app/workspace/record.ts';
import { holdWorkspace } from '../../src/app/workspace/workspace.ts';
import { packageRoot } from '../../src/core/resource.ts';
import { harbourFiles } from '../documents/make-harbour.ts';
import { runInto } from './workspace.ts';

const folder = join(packageRoot(), 'examples', 'harbour-2023');

it('lies in the repository as its maker makes it', () => {
  const made = harbourFiles();
  expect(readdirSync(folder).sort()).toEqual([...made.keys(), 'README.md', 'dossier.yaml'].sort());
  for (const [name, bytes] of made) expect(readFileSync(join(folder, name)).equals(bytes), name).toBe(true);
});

it('is taken in whole, and cited by its cells, parts and records', async () => {
  const run = await runInto(folder);
  expect(run.documents).toBe(16);
  expect(run.refused).toMatchObject([{ name: 'papers.zip/photo.png', code: 'corrupt' }]);
  const { documents } = JSON.parse(readFileSync(run.report.replace(/html$/, 'json'), 'utf8'));
  expect(documents.map(({ file }: { file: string }) => file)).toEqual([
    'petroleum-notified.xlsx',
    'letter.eml',
    'letter.eml/voyages.csv',
    'letter.eml/note.rtf',
    'statement.wacz',
    'statement.wacz/https://example.org/statements/2023-10-13',
    'papers.zip',
    'papers.zip/slides.pptx',
    'papers.zip/letters/earlier.mbox',
    'papers.zip/letters/earlier.mbox/message-1.eml',
    'papers.zip/letters/earlier.mbox/message-2.eml',
    'papers.zip/chat/result.json',
    'note.pdf',
    'archived.zip',
    'archived.zip/metadata.json',
    'archived.zip/picture.jpg',
  ]);
  const html = readFileSync(run.report, 'utf8');
  expect(html).toContain('Notified!A4:E4');
  // A word on a scan is cited by its place, and said to wait for somebody who compares it.
  expect(html).toMatch(/read off the picture \d+ % down, confidence \d+, not yet compared with it/);
  // Nobody has looked: the figures stand in no comparison. Once accepted they do, and say what they are.
  const { workspace: folderOfRun } = run;
  const workspace = await holdWorkspace({ workspace: folderOfRun, command: 'test', progress: silentProgress });
  const seen = (await listClaims({ workspace })).filter(({ quote }) => quote.includes('12,400 tonnes of coal'));
  expect(seen).toHaveLength(2);
  expect(seen.map(({ sight }) => sight?.needed)).toEqual([true, true]);
  const compared = async () =>
    (await listComparisons({ workspace }))
      .flatMap(({ rows }) => rows)
      .filter(({ claim }) => seen.some(({ id }) => id === claim));
  expect(await compared()).toEqual([]);
  for (const { id } of seen) await reviewClaims({ workspace, by: 'A. Reader', ids: [id], status: 'accepted' });
  expect((await compared()).map(({ sight }) => sight)).toEqual([
    'read off a picture, accepted by a person',
    'read off a picture, accepted by a person',
  ]);
  await workspace.close();
  // A mail is cited by the part that the words stand in, and for whom it names as its sender, not for who handed it over.
  const printed = html.replace(/<[^>]+>/g, '');
  expect(printed).toMatch(
    /A mail that names “Reader” as its sender \(not identified\)\. Standing Panel examples, The voyages that I noted, undated, body, characters \d+/,
  );
  expect(printed).not.toContain('400 containers');
  expect(printed).toContain('statement.wacz/https://example.org/statements/2023-10-13');
  const again = await runInto(folder, folderOfRun);
  const { comparisons } = JSON.parse(readFileSync(again.report.replace(/html$/, 'json'), 'utf8'));
  expect(JSON.stringify(comparisons)).toContain('"sight":"read off a picture, accepted by a person"');
  expect((await runInto(folder, run.workspace)).actsAdded).toBe(0);
  expect((await verifyWorkspace({ workspace: run.workspace, progress: silentProgress })).faults).toEqual([]);
}, 300_000);
