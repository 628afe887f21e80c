import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeFinding } from '../../src/app/commands/findings.ts';
import { listClaims, listFindings } from '../../src/app/commands/review.ts';
import { judgeTrackEvents, listTrackEvents } from '../../src/app/commands/tracks.ts';
import { claimFigures, ledgerOfFigures } from '../../src/app/commands/trade.ts';
import { planShare } from '../../src/app/exchange/share.ts';
import { addDocuments } from '../../src/app/intake/add.ts';
import { addTracks } from '../../src/app/intake/add-tracks.ts';
import { addLists } from '../../src/app/lists/lists.ts';
import { silentProgress } from '../../src/app/progress.ts';
import { publishReport } from '../../src/app/report/publish.ts';
import { ledgerInLines } from '../../src/app/trade/ledger-text.ts';
import { deriveWorkspace, type HeldWorkspace, withWorkspace } from '../../src/app/workspace/workspace.ts';
import type { ReportModel } from '../../src/report/model/model.ts';
import { holdForTests } from '../dossier/workspace.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { callsAtPorts } from './calls-at-ports.ts';

/** Deadweights of ships; the last one has two. */
const SHIPS = `vessel,imo,type,dwt,load_low,load_high
AMBER HERON,9000003,Oil products tanker,"6,000",,
PYOL HAE,9000015,,4000,50 %,80 %
GREY TERN,9000041,Bulk carrier,30000,,
BLUE STORK,9000053,Tanker,9000,,
BLUE STORK,9000053,Tanker,9500,,
`;
const by = 'A. Reader';
const question = {
  regime: 'un-1718',
  files: [],
  flow: null,
  provision: 'S/RES/2397(2017) OP5',
  period: '2023',
  factors: ['8'],
  asOf: null,
} as const;

describe('calls of tankers in the tracks of a workspace', () => {
  let workspace: HeldWorkspace;
  const ledger = async () => await ledgerOfFigures({ ...question, workspace });
  /** The calls are found once: nothing that is judged changes them. */
  let portCalls: ReturnType<typeof listTrackEvents> | undefined;
  const eventOf = async (name: string): Promise<string> => {
    portCalls ??= listTrackEvents({ workspace, kinds: ['port-call'] });
    const { events } = await portCalls;
    const found = events.filter(({ vessels }) => vessels[0]?.name === name);
    expect(found).toHaveLength(1);
    return found[0]?.id ?? '';
  };
  const judge = async (name: string, judgement: 'relevant' | 'innocent') =>
    await judgeTrackEvents({ workspace, by, ids: [await eventOf(name)], judgement, reason: 'looked at' });
  const make = async (title: string, total: NonNullable<Parameters<typeof makeFinding>[0]['total']>) => {
    const claims = (await listClaims({ workspace })).map(({ id }) => id);
    const activity = { date: '2023-03-31', act: 'supply', goods: { name: 'refined petroleum' }, from: 'CN', to: 'KP' };
    return await makeFinding({
      workspace,
      by,
      claims,
      title,
      activity: JSON.stringify(activity),
      regime: 'un-1718',
      total,
    });
  };
  const publish = async (): Promise<{ readonly trade: ReportModel['trade']; readonly html: string }> => {
    const out = temporaryFolder();
    await withWorkspace({ workspace, command: 'test', clock: '2024-12-01', progress: silentProgress }, async (held) => {
      const { derived } = await deriveWorkspace(held, silentProgress);
      await publishReport({ derived, workspace: held, title: 'Test', formats: ['html', 'json'], out });
    });
    const { trade } = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as ReportModel;
    return { trade, html: readFileSync(join(out, 'report.html'), 'utf8') };
  };
  const saying = async (name: string): Promise<string> =>
    ledgerInLines(await ledger()).find((line) => line.includes(name)) ?? '';

  beforeAll(async () => {
    const folder = join(temporaryFolder(), 'files');
    mkdirSync(folder, { recursive: true });
    workspace = await holdForTests(join(temporaryFolder(), 'workspace'));
    const file = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const tracks = callsAtPorts([
      { mmsi: '412000001', imo: '9000003', name: 'AMBER HERON', type: 0, day: '2023-03-04', port: 'KP-NAM', hours: 20 },
      { mmsi: '445000002', imo: '9000015', name: 'PYOL HAE', type: 84, day: '2023-12-31', port: 'KP-NAM', hours: 30 },
      { mmsi: '412000003', imo: '9000041', name: 'GREY TERN', type: 70, day: '2023-04-04', port: 'KP-NAM', hours: 20 },
      { mmsi: '412000004', imo: '9000053', name: 'BLUE STORK', type: 80, day: '2023-05-04', port: 'KP-NAM', hours: 20 },
      { mmsi: '412000005', imo: '9000065', name: 'RED KNOT', type: 80, day: '2023-06-04', port: 'KP-NAM', hours: 20 },
      { mmsi: '412000006', imo: '9000077', name: 'LONG QUAY', type: 80, day: '2023-07-04', port: 'KP-HUN', hours: 20 },
    ]);
    await addTracks({
      files: [file('positions.csv', tracks)],
      workspace,
      source: 'Coast station',
      kind: 'sensor',
      progress: silentProgress,
    });
    await addDocuments({ targets: [file('ships.csv', SHIPS)], workspace, source: 'Desk', progress: silentProgress });
  }, 120_000);

  it('count nowhere before a person judged them relevant, and are listed', async () => {
    const { sources, calls = [] } = await ledger();
    expect(sources).toEqual([]);
    expect(calls.map(({ name, excluded, row }) => [name, excluded, row])).toEqual(
      ['AMBER HERON', 'GREY TERN', 'BLUE STORK', 'RED KNOT', 'LONG QUAY', 'PYOL HAE'].map((name) => [
        name,
        'not-judged',
        null,
      ]),
    );
    await judge('AMBER HERON', 'innocent');
    expect(await saying('AMBER HERON')).toMatch(/called at Nampo .*Not counted: it was judged innocent\.$/);
    expect((await ledger()).sources).toEqual([]);
  });

  it('are a source of their own: deadweight by a table, shares by it or by the regime, never "delivered"', async () => {
    await judge('AMBER HERON', 'relevant');
    expect(await saying('AMBER HERON')).toContain(
      'AMBER HERON (IMO 9000003, MMSI 412000001) called at Nampo from 2023-03-04 to 2023-03-05, by what she sent of herself; she would have carried 3,600 to 5,400 tonnes, at 60 to 90 % of a deadweight of 6,000 tonnes (ships.csv row 1)',
    );
    const before = await ledger();
    expect(before.sources.map(({ file, counted }) => [file, counted])).toEqual([['tracks:calls', 1]]);
    expect(before.totals.map(({ unit, low, high }) => [unit, low, high])).toEqual([['barrel', '28800', '43200']]);
    // She lay there over the end of the year: of her cargo nothing or all belongs to it, at her own shares.
    await judge('PYOL HAE', 'relevant');
    expect((await ledger()).totals.map(({ low, high }) => [low, high])).toEqual([['28800', '68800']]);
    expect(ledgerInLines(await ledger()).join('\n')).not.toMatch(/deliver/i);
  });

  it('do not count without a deadweight that is settled, of another ship than a tanker, or at a port where nothing is known to be landed', async () => {
    for (const name of ['GREY TERN', 'BLUE STORK', 'RED KNOT', 'LONG QUAY']) await judge(name, 'relevant');
    const { calls = [], totals } = await ledger();
    expect(Object.fromEntries(calls.map(({ name, excluded }) => [name, excluded]))).toEqual({
      'AMBER HERON': null,
      'PYOL HAE': null,
      'GREY TERN': 'no-tanker',
      'BLUE STORK': 'deadweights-differ',
      'RED KNOT': 'no-deadweight',
      'LONG QUAY': 'other-port',
    });
    expect(totals.map(({ low, high }) => [low, high])).toEqual([['28800', '68800']]);
  });

  it('give a finding its total, as an estimate with its shares and what is not in it, and put it out of date', async () => {
    const notified = join(temporaryFolder(), 'notified.csv');
    writeFileSync(notified, 'period,supplier,tonnes,barrels,product,as_of\n2023-03,CN,100,,,2023-05-01\n');
    await addDocuments({ targets: [notified], workspace, source: 'Desk', progress: silentProgress });
    await claimFigures({ workspace, by, source: 'notified.csv', rows: [1] });
    const total = { source: 'tracks:calls', factor: '8.33' };
    await expect(make('As of a day', { ...total, asOf: '2024-01-01' })).rejects.toMatchObject({
      message: expect.stringContaining('nothing says as of which day'),
    });
    await make('By the calls', total);
    const made = async () => (await listFindings({ workspace })).find(({ title }) => title === 'By the calls');
    const taken = (await made())?.total?.taken;
    expect(taken).toMatchObject({
      source: 'tracks:calls',
      document: null,
      authority: null,
      isEstimate: true,
      amounts: [{ unit: 'barrel', low: '29988', high: '71638' }],
      calls: { counted: 2, beyond: 1, shares: { low: '0.5', high: '0.9' } },
    });
    expect(taken?.calls?.documents).toHaveLength(2);
    const notCounted = taken?.calls?.notCounted ?? [];
    expect(
      notCounted.filter((says) => /RED KNOT.*no table or list of the record gives her deadweight\.$/.test(says)),
    ).toHaveLength(1);
    expect(notCounted).toHaveLength(4);
    expect((await made())?.total?.later).toBeNull();
    await judge('PYOL HAE', 'innocent');
    expect((await made())?.total?.later).toMatchObject({ amounts: [{ low: '29988', high: '44982' }] });
    await judge('PYOL HAE', 'relevant');
  });

  it('count once where the same stay is found and judged under other thresholds too', async () => {
    const set = ['port-call.entry-distance=2500'];
    const { events } = await listTrackEvents({ workspace, kinds: ['port-call'], set });
    const again = events.filter(({ vessels }) => vessels[0]?.name === 'AMBER HERON').map(({ id }) => id);
    await judgeTrackEvents({ workspace, by, ids: again, judgement: 'relevant', reason: 'looked at', set });
    const { calls = [], totals } = await ledger();
    expect(calls.filter(({ name }) => name === 'AMBER HERON').map(({ excluded }) => excluded)).toEqual([
      null,
      'same-call',
    ]);
    expect(totals.filter(({ source }) => source === 'tracks:calls')).toMatchObject([{ low: '28800', high: '68800' }]);
  });

  it('have the deadweight that an official list sets beside a gross tonnage, with its day, and never a tonnage alone', async () => {
    const add = async (published: string, gross: string) => {
      const list = join(temporaryFolder(), 'sdn.csv');
      const ship = `"Crude Oil Tanker","1,000",${gross},"Panama",-0- ,Vessel Registration Identification IMO 9000065.`;
      writeFileSync(list, `90002,"RED KNOT","vessel","TEST",-0- ,-0- ,${ship}\r\n`);
      await addLists({ files: [list], workspace, published, progress: silentProgress });
    };
    await add('2020-01-01', '-0- ');
    expect(await saying('RED KNOT')).toContain('Not counted: no table or list of the record gives her deadweight.');
    await add('2021-01-01', '"700"');
    expect(await saying('RED KNOT')).toContain(
      '600 to 900 tonnes, at 60 to 90 % of a deadweight of 1,000 tonnes (sdn.csv, a list of 2021-01-01, row 1, Tonnage)',
    );
  });

  it('leave out the shares of a list of calls, and are left out where other files are asked for', async () => {
    const list = 'date,vessel,imo,dwt,load_low,load_high,product,origin\n2023-01-02,RED KNOT,9000065,1000,1,1,,CN\n';
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'list.csv'), list);
    await addDocuments({ targets: [join(folder, 'list.csv')], workspace, source: 'Desk', progress: silentProgress });
    expect(await saying('RED KNOT')).toMatch(/600 to 900 tonnes, at 60 to 90 % of a deadweight of 1,000 tonnes/);
    const asked = await ledgerOfFigures({ ...question, files: ['list.csv'], workspace });
    expect(asked.sources.map(({ file }) => file)).toEqual(['list.csv']);
    expect(asked.calls).toBeUndefined();
  });

  it('stand in a report beside the cap, each with what is known of it', async () => {
    const { trade, html } = await publish();
    expect(trade?.calls?.map(({ row }) => row)).toEqual([1, null, null, null, 2, null, 3]);
    const called = 'Calls of tankers in tracks of ships';
    const year = trade?.caps.find(({ period }) => period.from === '2023-01-01');
    expect(year?.unnamed).toContain(called);
    expect(year?.totals.filter(({ source }) => source.startsWith(called))).toMatchObject([
      { factor: '8.33', low: '34986', high: '79135' },
      { factor: '7.5' },
    ]);
    // What was notified for the month stands beside what the ship could have carried, and neither is in the other's sum.
    expect(year?.totals.find(({ source, factor }) => source === 'notified.csv' && factor === '8.33')).toMatchObject({
      high: '833',
    });
    const month = year?.pairs?.find(({ factor }) => factor === '8.33')?.months.find((one) => one.month === '2023-03');
    expect(month?.figures.map(({ low, high }) => [low, high])).toEqual([
      ['833', '833'],
      ['29988', '44982'],
    ]);
    expect(html).toContain('she would have carried 3,600 to 5,400 tonnes');
    expect(html.includes('tracks:calls')).toBe(false);
    const text = html.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');
    expect(text).toContain(
      'It is what the ships of 2 calls would have carried, at 50 to 90 % of their deadweight; of 1 that reaches beyond the period, nothing is in the low figure.',
    );
    expect(text).toContain('ledger of calls of tankers in tracks of ships (by tracks among the documents)');
    expect(text).toContain('as calls and deadweights stand by now, gives 34,986 to 79,135 barrels');
    expect(text).not.toMatch(/at least 29,988|tanker[^.]*deliver/);
  }, 120_000);

  it('tell nobody outside what rests on a table of a protected source', async () => {
    const hidden = join(temporaryFolder(), 'hidden.csv');
    writeFileSync(hidden, 'vessel,imo,type,dwt\nPYOL HAE,9000015,Tanker,4000\n');
    const kept = { source: 'Zephyrine Quill', protection: 'protected', workspace, progress: silentProgress };
    await addDocuments({ targets: [hidden], ...kept });
    await make('By the hidden table', { source: 'tracks:calls', factor: '7.5' });
    const list = join(temporaryFolder(), 'hidden-list.csv');
    const ship = '"Crude Oil Tanker","1,100","800","Panama",-0- ,Vessel Registration Identification IMO 9000065.';
    writeFileSync(list, `90002,"RED KNOT","vessel","TEST",-0- ,-0- ,${ship}\r\n`);
    await addLists({
      files: [list],
      workspace,
      source: 'Zephyrine Quill',
      published: '2022-01-01',
      progress: silentProgress,
    });
    expect(await saying('RED KNOT')).toContain('several deadweights');
    const { html } = await publish();
    expect(html).toContain('she would have carried 600 to 900 tonnes');
    expect(html.includes('hidden-list.csv')).toBe(false);
    expect(html.includes('hidden.csv') || html.includes('By the hidden table')).toBe(false);
    // Nor does it go with a package: the total in the act tells of the table.
    const found = await withWorkspace(
      { workspace, command: 'test', progress: silentProgress },
      async (held) => (await held.acts()).findLast(({ kind }) => kind === 'found')?.id ?? '',
    );
    expect((await planShare({ workspace, acts: [found] })).protected).not.toEqual([]);
    // The total of an earlier finding stands as its act has it, not as the hidden table would have it now.
    expect(html.includes('By the calls')).toBe(true);
    expect(html.includes('as calls and deadweights stand by now')).toBe(false);
  }, 120_000);
});
