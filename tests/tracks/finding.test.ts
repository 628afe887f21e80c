import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeFinding } from '../../src/app/commands/findings.ts';
import { listClaims, listFindings } from '../../src/app/commands/review.ts';
import { listClaimsBesideTracks, listTrackEvents } from '../../src/app/commands/tracks.ts';
import { openPart } from '../../src/app/derivation/open-part.ts';
import { addDocuments } from '../../src/app/intake/add.ts';
import { addTracks } from '../../src/app/intake/add-tracks.ts';
import { silentProgress } from '../../src/app/progress.ts';
import { publishReport } from '../../src/app/report/publish.ts';
import { redactInRecord } from '../../src/app/workspace/record.ts';
import { deriveWorkspace, type HeldWorkspace, withWorkspace } from '../../src/app/workspace/workspace.ts';
import type { Finding } from '../../src/findings/model/finding.ts';
import { copyOf, holdForTests } from '../dossier/workspace.ts';
import { fullCountTest } from '../full-count.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { meetingAtSea } from './meeting-at-sea.ts';

const STATEMENT = 'Panama said that the tanker Amber Heron had supplied gas oil to North Korea in June 2018.';
const by = 'A. Reader';
const activity = { act: 'supply', goods: { name: 'refined petroleum' }, from: 'PA', to: 'KP' };

type Place<Workspace = HeldWorkspace> = {
  readonly workspace: Workspace;
  readonly claims: readonly string[];
  readonly files: string;
};

/** A workspace of the day on which the law is in force, which is made once: each test takes a copy. */
let made: Promise<Place<string>> | undefined;
async function workspaceOf2018(): Promise<Place> {
  made ??= closedWith('2018-06-02');
  const place = await made;
  return { ...place, workspace: await holdForTests(copyOf(place.workspace)) };
}

async function workspaceWith(...given: Parameters<typeof closedWith>): Promise<Place> {
  const place = await closedWith(...given);
  return { ...place, workspace: await holdForTests(place.workspace) };
}

async function closedWith(day: string, source: { protection?: string } = {}): Promise<Place<string>> {
  const folder = join(temporaryFolder(), 'files');
  mkdirSync(folder, { recursive: true });
  const workspace = join(temporaryFolder(), 'workspace');
  writeFileSync(join(folder, 'statement.txt'), STATEMENT);
  writeFileSync(join(folder, 'positions.csv'), meetingAtSea({ day, flags: ['351', '445'] }));
  const rest = { workspace, progress: silentProgress };
  await addDocuments({ ...rest, targets: [join(folder, 'statement.txt')], source: 'Desk', published: '2018-07-01' });
  await addTracks({ ...rest, files: [join(folder, 'positions.csv')], source: 'Coast station', ...source });
  return { workspace, files: folder, claims: (await listClaims({ workspace })).map(({ id }) => id) };
}

async function make({ workspace, claims }: Place, day: string, kind: string): Promise<Finding> {
  const { events } = await listTrackEvents({ workspace, kinds: [kind] });
  expect(events).toHaveLength(1);
  await makeFinding({
    workspace,
    by,
    claims,
    title: 'Supply of gas oil by the Amber Heron',
    regime: 'un-1718',
    activity: JSON.stringify({ ...activity, date: day }),
    events: [events[0]?.id ?? ''],
  });
  const made = (await listFindings({ workspace })).find((finding) => finding.made !== null);
  return made as Finding;
}

async function report({ workspace }: Place): Promise<{ html: string; json: { findings: Finding[] } }> {
  const out = join(temporaryFolder(), 'report');
  const { readFileSync } = await import('node:fs');
  await withWorkspace({ workspace, command: 'test', clock: '2026-01-01', progress: silentProgress }, async (held) => {
    const { derived } = await deriveWorkspace(held, silentProgress);
    await publishReport({
      derived,
      workspace: held,
      title: 'Test',
      formats: ['html', 'json'],
      out,
      warn: () => undefined,
    });
  });
  const read = (name: string): string => readFileSync(join(out, name), 'utf8');
  return { html: read('report.html'), json: JSON.parse(read('report.json')) };
}

describe('an event in tracks beside the claims of a finding', () => {
  let place: Place;
  let finding: Finding;
  beforeAll(async () => {
    place = await workspaceOf2018();
    finding = await make(place, '2018-06-02', 'encounter');
  });

  it('stands whole in its act, with the law of its day under what it does not show', () => {
    const [taken, ...more] = finding.events ?? [];
    expect(more).toEqual([]);
    expect(taken?.event).toMatchObject({ kind: 'encounter', rule: 'encounter/1', parameters: { distance: 500 } });
    expect(taken?.event).not.toHaveProperty('judgement');
    expect(taken?.words.join(' ')).toMatch(/at most 500 m apart .*The positions do not show what was done there\./);
    const paragraphs = taken?.law.flatMap((one) => one.paragraphs.map(({ provision, effect }) => [provision, effect]));
    expect(paragraphs).toEqual([
      ['S/RES/2375(2017) OP11', 'prohibited'],
      ['S/RES/2397(2017) OP11', 'prohibited'],
      ['S/RES/2397(2017) OP12', 'prohibited'],
      ['S/RES/2397(2017) OP9', 'duty'],
    ]);
    expect(taken?.law[0]?.supposing).toMatch(/^if goods that go to or come from/);
  });

  fullCountTest('changes nothing of the status, which follows from the claims', async () => {
    const bare = await workspaceOf2018();
    await makeFinding({
      ...bare,
      by,
      title: 'Without',
      regime: 'un-1718',
      activity: JSON.stringify({ ...activity, date: '2018-06-02' }),
    });
    const [without] = (await listFindings(bare)).filter(({ made }) => made !== null);
    expect(without?.events).toBeUndefined();
    expect([finding.status, finding.assessment.verdict]).toEqual([without?.status, without?.assessment.verdict]);
    expect(finding.id).not.toBe(without?.id);
  });

  it('is printed in careful words with its rows, and stands in the JSON form', async () => {
    const { html, json } = await report(place);
    const [taken] = finding.events ?? [];
    expect(json.findings.map(({ events }) => events?.map(({ event }) => event.id))).toEqual([[taken?.event.id]]);
    const text = html.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');
    expect(text).toContain('An event is what positions show as they were received');
    expect(text).toContain('The positions do not show what was done there.');
    expect(text).toMatch(/positions\.csv \(rows \d+ to \d+; SHA-256 [0-9a-f]{12}\)/);
    expect(text).not.toMatch(/dark activity|illicit|suspicious/i);
  });

  it('stands as it was taken when its file is withheld, and says so', async () => {
    const withheld = await workspaceOf2018();
    await make(withheld, '2018-06-02', 'encounter');
    const [event] = (await listTrackEvents(withheld)).events;
    await redactInRecord({
      workspace: withheld.workspace,
      ids: [event?.document ?? ''],
      by,
      reason: 'licence of the data',
    });
    const [made] = (await listFindings(withheld)).filter((one) => one.made !== null);
    expect(made?.events).toMatchObject([{ isGone: true, event: { kind: 'encounter' } }]);
    expect((await listTrackEvents(withheld)).events).toEqual([]);
    expect((await report(withheld)).html).toContain('was withheld since');
  });
});

describe('the law of an event', () => {
  fullCountTest('is that of its day: of 2016 no paragraph on transfers between ships was in force', async () => {
    const place = await workspaceWith('2016-06-02');
    const { events } = await make(place, '2016-06-02', 'encounter');
    expect(events?.[0]?.law).toEqual([]);
  });

  it('of a silence is said only if there are reasonable grounds, which a silence alone does not give', async () => {
    const place = await workspaceOf2018();
    const { events } = await make(place, '2018-06-02', 'gap');
    const [taken] = events ?? [];
    expect(taken?.words[0]).toMatch(/^No position of PYOL HAE \(.*\) was received from .* to .* \(\d+(\.\d)? hours\)/);
    expect(taken?.words.join(' ')).toMatch(/Within reach by her own speed \(\d+(\.\d)? knots\): .*is not shown\./);
    expect(taken?.law.map(({ supposing }) => supposing)).toEqual([
      expect.stringMatching(/^if there are reasonable grounds/),
    ]);
  });
});

it('keeps a finding on the tracks of a source that is restricted from what leaves', async () => {
  const place = await workspaceWith('2018-06-02', { protection: 'restricted' });
  await make(place, '2018-06-02', 'encounter');
  await withWorkspace({ ...place, command: 'test', progress: silentProgress }, async (held) => {
    const { derived } = await deriveWorkspace(held, silentProgress);
    expect(derived.findings.filter(({ made }) => made !== null)).toHaveLength(1);
    const open = openPart(derived).derived;
    expect(open.evidence.trackFiles).toEqual([]);
    expect(open.findings.filter(({ made }) => made !== null)).toEqual([]);
    expect(open.claims.length).toBe(derived.claims.length);
  });
});

describe('a claim of a call at a port beside the track', () => {
  const called = (ship: string, port: string, when: string): string =>
    `The tanker ${ship} called at ${port} ${when}, Panama said.\n`;
  const outcomes = async (...texts: readonly string[]) => {
    const { workspace, files } = await workspaceOf2018();
    writeFileSync(join(files, 'calls.txt'), texts.join('\n'));
    const rest = { workspace, progress: silentProgress };
    await addDocuments({ ...rest, targets: [join(files, 'calls.txt')], source: 'Panama', published: '2018-07-01' });
    return await listClaimsBesideTracks({ workspace });
  };

  it('is said to fit, not to fit, or to meet a silence, and nothing is said without number or days', async () => {
    const found = await outcomes(
      // Silent for two days after the meeting, time enough for Nampo and back.
      called('Pyol Hae (IMO 9000015)', 'Nampo', 'on 3 June 2018'),
      // She is heard all the time and is never near.
      called('Amber Heron (MMSI 351000001)', 'Rajin', 'on 2 June 2018'),
      // No number; no days; a ship that no file holds.
      called('Amber Heron', 'Rajin', 'on 2 June 2018'),
      called('Amber Heron (IMO 9000003)', 'Rajin', ''),
      called('Lone Gull (IMO 9000027)', 'Nampo', 'on 3 June 2018'),
    );
    expect(found.map(({ outcome, port, days }) => [outcome, port?.name, days.from])).toEqual([
      ['silent', 'Nampo', '2018-06-03'],
      ['does-not-fit', 'Rajin', '2018-06-02'],
    ]);
    expect(found[0]?.words).toMatch(
      /^Silent then: no position of PYOL HAE .* The track says nothing for it or against it\.$/,
    );
  });

  fullCountTest('does the same for two ships that are said to have met', async () => {
    const met = (verb: string, when: string): string =>
      `The tanker Pyol Hae (IMO 9000015) ${verb} the tanker Amber Heron (MMSI 351000001) ${when}, Panama said.\n`;
    const found = await outcomes(
      met('carried out a ship-to-ship transfer with', 'on 2 June 2018'),
      met('met', 'off Cho-do on 2 June 2018'),
      // The meeting is over, and one of them is silent for two days.
      met('met', 'on 4 June 2018'),
      // Both are heard all the time, and never near the other.
      'The tanker Amber Heron (MMSI 351000001) met the tanker Grey Tern (MMSI 412000105) on 2 June 2018, Panama said.\n',
      // What is said of two ships is no meeting; a meeting without a number of each cannot be tested.
      met('followed', 'on 2 June 2018'),
      // Each of the two may have met somebody else.
      ...[
        'and Pyol Hae (IMO 9000015) conducted ship-to-ship transfers with unidentified vessels',
        'and Pyol Hae (IMO 9000015) each conducted a ship-to-ship transfer with an unknown vessel',
        ', like Pyol Hae (IMO 9000015), conducted a ship-to-ship transfer with an unknown vessel',
        'and Pyol Hae (IMO 9000015) conducted ship-to-ship transfers',
        'conducted a ship-to-ship transfer with the help of Pyol Hae (IMO 9000015)',
        'conducted a ship-to-ship transfer close to Pyol Hae (IMO 9000015)',
      ].map((words) => `The tanker Amber Heron (MMSI 351000001) ${words} on 2 June 2018, Panama said.\n`),
      'The tanker Pyol Hae (IMO 9000015) met the tanker Amber Heron on 2 June 2018, Panama said.\n',
    );
    expect(found.map(({ kind, outcome, days }) => [kind, outcome, days.from])).toEqual([
      ['meeting', 'fits', '2018-06-02'],
      ['meeting', 'fits', '2018-06-02'],
      ['meeting', 'silent', '2018-06-04'],
      ['meeting', 'does-not-fit', '2018-06-02'],
    ]);
    expect(found[0]?.words).toMatch(/^It fits as to ships and days: .* They do not show what was done there/);
  });

  fullCountTest('says nothing of days before the first position', async () => {
    expect(
      (await outcomes(called('Pyol Hae (IMO 9000015)', 'Nampo', 'on 10 May 2018'))).map(({ outcome }) => outcome),
    ).toEqual(['not-held']);
  });
});
