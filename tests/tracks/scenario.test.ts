import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { scenarioFiles } from '../../bench/tracks/scenario.ts';
import { listFindings } from '../../src/app/commands/review.ts';
import { listClaimsBesideTracks } from '../../src/app/commands/tracks.ts';
import { runDossier } from '../../src/app/intake/run.ts';
import { silentProgress } from '../../src/app/progress.ts';
import { packageRoot } from '../../src/core/resource.ts';
import type { ReportModel } from '../../src/report/model/model.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const folder = join(packageRoot(), 'examples', 'silence-2019');
const workspace = join(temporaryFolder(), 'workspace');
const notes: string[] = [];
const run = (by?: string) =>
  runDossier({
    dossier: folder,
    workspace,
    formats: ['json', 'html'],
    clock: '2019-05-01',
    by,
    progress: { ...silentProgress, note: (text) => notes.push(text) },
  });

describe('the example of a silence', () => {
  beforeAll(async () => {
    // Nobody's name is taken from a dossier: without one nothing is found.
    const nobody = await run();
    expect(nobody.findings).toBe(0);
    expect(notes.join()).toContain('run it with --by NAME to make it in your name');
    notes.length = 0;
    await run('Ada Panel');
  });

  it('is what its program makes', () => {
    const files = scenarioFiles();
    expect(readdirSync(folder).sort()).toEqual([...files.keys()]);
    for (const [name, text] of files) expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
  });

  it('meets in one finding: a statement, a listed ship, a nearness and a silence, with their maps', async () => {
    const made = (await listFindings({ workspace })).filter((finding) => finding.made !== null);
    expect(made).toHaveLength(1);
    const [finding] = made;
    expect(finding?.made?.by).toBe('Ada Panel');
    // Its owner denies it: the finding is contested, whatever the tracks show.
    expect(finding?.status).toBe('contested');
    expect(finding?.events?.map(({ event }) => event.kind)).toEqual(['encounter', 'listed-vessel', 'gap']);
    const listed = finding?.events?.[1];
    expect(listed?.event).toMatchObject({ how: 'imo', entityId: 'example-tae-song-9' });
    expect(listed?.lists.map(({ name }) => name)).toEqual(['regimes/un-1718/vessels.yaml', 'invented-list.jsonl']);
    const report = join(workspace, 'report');
    const model = JSON.parse(readFileSync(join(report, 'report.json'), 'utf8')) as ReportModel;
    expect(model.tracks?.events.map(({ map }) => map?.ships.length)).toEqual([1, 2, 1]);
    expect(model.tracks?.stated?.map(({ kind, outcome }) => [kind, outcome])).toEqual([['call', 'silent']]);
    const html = readFileSync(join(report, 'report.html'), 'utf8');
    expect(html.match(/What it shows is where positions were received/g)).toHaveLength(3);
    expect(html).toContain('Calls and meetings that claims state, beside the tracks');
    expect(html.replace(/<[^>]+>/g, '')).toContain(
      'No position of TAE SONG 9 (IMO 3020013, MMSI 445999103) was received',
    );
  });

  it('says of the call that is claimed that she was silent then', async () => {
    const beside = await listClaimsBesideTracks({ workspace });
    expect(beside.map(({ outcome, port }) => [outcome, port?.name])).toEqual([['silent', 'Nampo']]);
  });

  it('adds nothing when it is run again', async () => {
    expect((await run('Ada Panel')).actsAdded).toBe(0);
  });
});
