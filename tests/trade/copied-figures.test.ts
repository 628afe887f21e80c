import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { copiesOfShipped, withoutCopies } from '../../src/app/derivation/trade/copied-figures.ts';
import { figureSources } from '../../src/app/derivation/trade/figure-sources.ts';
import { addDocuments } from '../../src/app/intake/add.ts';
import { silentProgress } from '../../src/app/progress.ts';
import { deriveWorkspace, withWorkspace } from '../../src/app/workspace/workspace.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { regime } from './made-files.ts';

it('takes a document with the bytes or the rows of what ships for a copy of it, and no other', async () => {
  const folder = temporaryFolder();
  const workspace = join(temporaryFolder(), 'workspace');
  const shipped = 'regimes/un-1718/notified/petroleum.csv';
  const [header = '', ...rows] = readFileSync(shipped, 'utf8').trimEnd().split('\n');
  copyFileSync(shipped, join(folder, 'same-bytes.csv'));
  writeFileSync(join(folder, 'same-rows.csv'), `${[header, ...rows.toReversed()].join('\r\n')}\r\n`);
  writeFileSync(join(folder, 'fewer.csv'), `${[header, ...rows.slice(1)].join('\n')}\n`);
  writeFileSync(join(folder, 'other.csv'), `${[header, ...rows.slice(1), '2031-01,CN,1,,,2031-02-01,,'].join('\n')}\n`);
  const names = ['same-bytes.csv', 'same-rows.csv', 'fewer.csv', 'other.csv'];
  const targets = names.map((name) => join(folder, name));
  await addDocuments({ targets, workspace, source: 'Desk', progress: silentProgress });
  await withWorkspace({ workspace, command: 'test', progress: silentProgress }, async (held) => {
    const { derived } = await deriveWorkspace(held, silentProgress);
    const sources = await figureSources(held.record, derived.documents, regime, null);
    const nameOf = (id: string): string | undefined => sources.find((one) => one.id === id)?.reading.report.file;
    const copies = [...copiesOfShipped(sources)].map(([id, original]) => [nameOf(id), original.id]);
    expect(copies).toEqual([
      ['same-bytes.csv', 'notified:petroleum'],
      ['same-rows.csv', 'notified:petroleum'],
    ]);
    expect(withoutCopies(sources).map(({ reading }) => reading.report.file)).toEqual([
      'notified:coal',
      'notified:petroleum',
      'fewer.csv',
      'other.csv',
    ]);
  });
}, 60_000);
