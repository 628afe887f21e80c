import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fleetAsCsv, makeFleet } from '../../bench/tracks/fleet.ts';
import { listDocuments } from '../../src/app/commands/documents.ts';
import { undoAct } from '../../src/app/commands/review.ts';
import { judgeTrackEvents, listTrackEvents, listTrackFiles } from '../../src/app/commands/tracks.ts';
import { addDocuments } from '../../src/app/intake/add.ts';
import { addTracks } from '../../src/app/intake/add-tracks.ts';
import { silentProgress } from '../../src/app/progress.ts';
import { detectTracks } from '../../src/app/tracks/detect-tracks.ts';
import { workOnTracks } from '../../src/app/tracks/track-thread.ts';
import { EVENT_KINDS } from '../../src/tracks/detection/event/event.ts';
import { builtInPorts } from '../../src/tracks/places/port.ts';
import { thresholdsWith } from '../../src/tracks/thresholds.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const fleet = (seed: number, lat: number): string =>
  fleetAsCsv(makeFleet({ seed, ships: 6, days: 2, meetings: 2, silences: 1, lat }).rows);
const by = 'A. Reader';
let folder: string;
let workspace: string;

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const add = (...files: string[]) =>
  addTracks({ files, workspace, source: 'Coast station', kind: 'sensor', progress: silentProgress });

beforeAll(async () => {
  folder = join(temporaryFolder(), 'files');
  mkdirSync(folder, { recursive: true });
  workspace = join(temporaryFolder(), 'workspace');
  await add(file('north.csv', fleet(5, 38)));
});

describe('track files in a workspace', () => {
  it('are documents with their custody, and no texts', async () => {
    const [held, ...more] = await listTrackFiles({ workspace });
    expect(more).toEqual([]);
    expect(held).toMatchObject({ file: 'north.csv', form: 'table', source: 'coast-station', skipped: [] });
    expect(held?.positions).toBeGreaterThan(1000);
    expect(await listDocuments({ workspace })).toEqual([]);
    const again = await add(join(folder, 'north.csv'));
    expect(again).toMatchObject({ added: [], unchanged: [{ document: held?.document }], refused: [] });
  });

  it('are told among other documents by their content, and a text that quotes sentences stays a text', async () => {
    const place = join(temporaryFolder(), 'mixed');
    const sentence = '!AIVDM,1,1,,A,15M67FC000G?ufbE`FepT@3n00Sa,0*5C';
    const targets = [
      file('positions.txt', fleet(8, 30)),
      file('station.log', `${`${sentence}\n`.repeat(9)}# end of log\n`),
      file(
        'letter.txt',
        `The station wrote down this sentence and no more.\n${sentence}\nThe ship then left, it said.\n`,
      ),
    ];
    const added = await addDocuments({ targets, workspace: place, source: 'Desk', progress: silentProgress });
    expect(added.refused).toEqual([]);
    expect((await listTrackFiles({ workspace: place })).map(({ file: name }) => name)).toEqual([
      'positions.txt',
      'station.log',
    ]);
    expect((await listDocuments({ workspace: place })).map(({ file: name }) => name)).toEqual(['letter.txt']);
  });

  it('are refused where they tell of no ship, and the rest goes on', async () => {
    const place = join(temporaryFolder(), 'refusing');
    const files = [file('letter.csv', 'name,age\nA,1\n'), file('south.csv', fleet(6, -20))];
    const result = await addTracks({ files, workspace: place, source: 'Desk', progress: silentProgress });
    expect(result.added.map(({ file: name }) => name)).toEqual(['south.csv']);
    expect(result.refused).toMatchObject([{ name: 'letter.csv', code: 'track-not-recognised' }]);
  });
});

it('comes to the same in a thread as without, and tells the same errors', async () => {
  const path = file('threaded.csv', fleet(9, 38));
  const thresholds = thresholdsWith([]);
  const asked = {
    files: [{ path, name: 'threaded.csv' }],
    thresholds,
    period: { from: 0, to: Number.MAX_SAFE_INTEGER },
  };
  const settings = { kinds: EVENT_KINDS, thresholds, ports: builtInPorts(), watched: new Set(['KP']), listed: [] };
  const found = async (bytes: number, positions: number) => {
    const reading = await workOnTracks('read', asked, { bytes }, silentProgress);
    return await workOnTracks('events', { reading, settings }, { positions }, silentProgress);
  };
  const [here, there] = [await found(0, 0), await found(1e9, 1e9)];
  expect(here.length).toBeGreaterThan(2);
  expect(there).toEqual(here);
  const gone = { files: [{ path: join(folder, 'gone.csv'), name: 'gone.csv', index: 0 }] };
  for (const bytes of [0, 1e9])
    await expect(workOnTracks('through', gone, { bytes }, silentProgress)).rejects.toMatchObject({
      name: 'TracksError',
      code: 'track-unreadable',
    });
});

describe('events in the tracks of a workspace', () => {
  const events = async (set?: string[]) =>
    (await listTrackEvents({ workspace, kinds: ['encounter', 'gap'], set })).events;

  it('are those of the files, by the same ids, with the documents that they rest on', async () => {
    const { events: bare } = await detectTracks({
      files: [join(folder, 'north.csv')],
      kinds: ['encounter', 'gap'],
      lists: [],
      set: [],
    });
    const [held] = await listTrackFiles({ workspace });
    const found = await events();
    expect(found.length).toBeGreaterThanOrEqual(3);
    expect(found.map(({ id }) => id)).toEqual(bare.map(({ id }) => id));
    for (const event of found) {
      expect(event.document).toBe(held?.document);
      expect(event.rows.map(({ document }) => document)).toEqual(event.rows.map(() => held?.document));
      expect(event.judgement).toBeNull();
    }
  });

  it('keep what people said of them when more comes in, and not under other thresholds', async () => {
    const [one] = await events();
    const id = one?.id ?? '';
    await expect(
      judgeTrackEvents({ workspace, by, ids: [id], judgement: 'innocent', reason: ' ' }),
    ).rejects.toMatchObject({ code: 'bad-option' });
    await expect(
      judgeTrackEvents({ workspace, by, ids: ['none'], judgement: 'innocent', reason: 'why' }),
    ).rejects.toMatchObject({ code: 'no-such-event' });
    await judgeTrackEvents({ workspace, by, ids: [id], judgement: 'unsure', reason: 'first look' });
    const [act] = await judgeTrackEvents({ workspace, by, ids: [id], judgement: 'innocent', reason: 'two tugs' });
    await add(file('south.csv', fleet(7, -30)));
    const judged = (await events()).filter(({ judgement }) => judgement !== null);
    expect(judged).toMatchObject([{ id, judgement: { judgement: 'innocent', reason: 'two tugs', by, act: act?.id } }]);
    const others = await listTrackEvents({
      workspace,
      kinds: ['encounter', 'gap'],
      set: ['encounter.distance=400', 'gap.hours=7'],
    });
    expect(others.events.every(({ judgement }) => judgement === null)).toBe(true);
    expect(others.unfound).toBe(1);
    await undoAct({ workspace, by, id: act?.id ?? '' });
    expect((await events()).find((event) => event.id === id)?.judgement).toMatchObject({ judgement: 'unsure' });
  });
});
