import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { reviewFindings } from '../../src/app/commands/findings.ts';
import { gradeClaim, listClaims, listFindings, reviewClaims } from '../../src/app/commands/review.ts';
import { EXPORT_FORMATS, exportRecord } from '../../src/app/interchange/export-record.ts';
import { exportSubjects } from '../../src/app/interchange/export-subjects.ts';
import { silentProgress } from '../../src/app/progress.ts';
import { packageRoot } from '../../src/core/resource.ts';
import { runInto } from '../dossier/workspace.ts';
import { isFullCount } from '../full-count.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/**
 * Exports read by programs that others wrote: `followthemoney` and `stix2` of PyPI, and the capture of an example by `wacz`, with the Python named in PANEL_PEERS, or
 * installed into a temporary folder under PANEL_LONG=1.
 */
function pythonWithPeers(): string | undefined {
  if (process.env.PANEL_PEERS !== undefined) return process.env.PANEL_PEERS;
  if (!isFullCount) return undefined;
  const folder = temporaryFolder();
  execFileSync('python3', ['-m', 'venv', folder]);
  const python = join(folder, 'bin', 'python');
  execFileSync(python, ['-m', 'pip', 'install', '-q', 'followthemoney==4.11.2', 'stix2==3.0.2', 'wacz==0.6.0']);
  return python;
}

const python = pythonWithPeers();

it.skipIf(python === undefined).each(['veto-2024', 'harbour-2023'])(
  'of %s are read back by other programs, which miss nothing in them',
  async (example) => {
    const { workspace } = await runInto(join(packageRoot(), 'examples', example));
    const [claim, other] = (await listClaims({ workspace })).filter(({ predicate }) => predicate === 'transferred');
    const ids = [claim?.id ?? '', other?.id ?? ''];
    await reviewClaims({ workspace, by: 'A person', ids, status: 'accepted' });
    await gradeClaim({ workspace, by: 'A person', id: ids[0] ?? '', grade: '3' });
    await gradeClaim({ workspace, by: 'A person', id: ids[1] ?? '', grade: '6' });
    const [finding] = await listFindings({ workspace });
    if (finding !== undefined)
      await reviewFindings({ workspace, by: 'A person', ids: [finding.id], status: 'accepted' });
    const out = join(temporaryFolder(), 'exports');
    mkdirSync(out);
    for (const format of EXPORT_FORMATS)
      await exportRecord({ workspace, format, reviewedOnly: false, out: join(out, format), progress: silentProgress });
    for (const format of ['ftm', 'stix'])
      await exportSubjects({ workspace, format, out: join(out, `subjects-${format}`), progress: silentProgress });
    const script = join(fileURLToPath(import.meta.url), '..', 'read-back.py');
    const read = JSON.parse(execFileSync(python ?? '', [script, out], { encoding: 'utf8' }));
    expect(read.faults).toEqual([]);
    expect(read.entities).toBeGreaterThan(20);
    expect(read.subjects).toBeGreaterThan(5);
    expect(read.statements).toBeGreaterThan(read.entities);
    expect(read.stix).toEqual(['identity', 'note', 'opinion', ...(finding === undefined ? [] : ['report'])]);
  },
  300_000,
);

it.skipIf(python === undefined)('a capture of the examples is whole in the eyes of those who define the format', () => {
  const capture = join(packageRoot(), 'examples', 'harbour-2023', 'statement.wacz');
  const told = execFileSync(join(dirname(python ?? ''), 'wacz'), ['validate', '-f', capture], { encoding: 'utf8' });
  expect(told).toContain('Validation succeeded');
});
