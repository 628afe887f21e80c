import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runInto, writeDossier } from '../dossier/workspace.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { jsonLines, panel } from './command.ts';

const STORY = `Officials in Seoul said on Monday that North Korea had sent about 5,000 artillery shells to Russia since September.
The Pentagon said North Korea had delivered at least 3,000 artillery shells to Russia.`;

const ACTIVITY = JSON.stringify({
  date: '2024-04-29',
  act: 'supply',
  goods: { name: 'artillery shell' },
  from: 'KP',
  to: 'RU',
});

type Finding = {
  id: string;
  title: string;
  status: string;
  statusReason: string;
  made: { act: string; by: string } | null;
  claims: string[];
  activity: object;
  assessment: { verdict: string };
  hearing: { replies: { party: string; received: string | null }[]; corrections: object[] };
};

describe('findings that people make', () => {
  const folder = writeDossier({ daily: { text: STORY, published: '2024-05-01' } });
  const workspace = join(temporaryFolder(), 'workspace');
  const act = async (...args: readonly string[]) => {
    const outcome = await panel(
      'findings',
      ...args,
      '--by',
      'Ada',
      '--workspace',
      workspace,
      '--json',
      '--clock',
      '2024-06-01',
    );
    expect(outcome.err).toBe('');
    expect(outcome.code).toBe(0);
    return jsonLines(outcome.out)[0] as { id: string; kind: string; body: { finding: { id: string } } };
  };
  const list = async () =>
    jsonLines((await panel('findings', '--workspace', workspace, '--json')).out) as unknown as Finding[];
  let proposal: Finding;

  beforeAll(async () => {
    await runInto(folder, workspace, '2024-06-01');
    proposal = (await list())[0] as Finding;
  });

  it('stand beside what the program proposes, with verdict and status by rule', async () => {
    const made = await act('make', ...proposal.claims, '--title', 'Shells for Russia', '--activity', ACTIVITY);
    expect(made.kind).toBe('found');
    const [first, second] = await list();
    expect(first).toMatchObject({
      id: made.body.finding.id,
      title: 'Shells for Russia',
      made: { act: made.id, by: 'Ada' },
      assessment: { verdict: 'prohibited' },
      status: 'single-source',
    });
    expect(second?.id).toBe(proposal.id);
    await act('undo', made.id);
    expect(await list()).toEqual([proposal]);
  });

  it('take the place of a proposal that says the same, and keep what was said of it', async () => {
    const letter = await act(
      'reply',
      proposal.id,
      '--party',
      'Russia',
      '--sent',
      '2024-05-10',
      '--deadline',
      '2024-05-24',
    );
    const made = await act(
      ...['make', ...proposal.claims, '--title', 'Shells', '--activity', JSON.stringify(proposal.activity)],
    );
    const after = await list();
    expect(after.map(({ id }) => id)).toEqual([made.body.finding.id]);
    expect(after[0]?.hearing.replies).toMatchObject([{ party: 'Russia', received: null }]);
    await act(
      ...['reply', made.body.finding.id, '--replaces', letter.id, '--received', '2024-05-20'],
      ...['--text', 'The Ministry denies these allegations.'],
    );
    const [finding] = await list();
    expect(finding?.hearing.replies).toMatchObject([{ party: 'Russia', received: '2024-05-20' }]);
    expect(finding).toMatchObject({ status: 'contested', statusReason: 'Denied by Russia in a reply of 2024-05-20.' });
  });

  it('are challenged, corrected and recommended on, and the report prints it', async () => {
    const [finding] = await list();
    const id = finding?.id ?? '';
    const challenge = await act(
      'challenge',
      id,
      '--from',
      'A reader',
      '--date',
      '2024-05-25',
      '--text',
      'Wrong calibre.',
    );
    await act(
      ...['challenge', id, '--replaces', challenge.id, '--assessment', 'The calibre is not at issue'],
      ...['--credibility', '5'],
    );
    await act('correct', id, '--text', 'The shells were of 152 mm', '--reason', 'misprint');
    await act('recommend', id, '--text', 'Inspect the containers', '--to', 'Member States', '--priority', 'high');
    const { report } = await runInto(folder, workspace, '2024-06-01');
    const html = readFileSync(report, 'utf8');
    for (const said of [
      'Russia was written to on 10 May 2024, with a deadline of 24 May 2024, and replied on 20 May 2024',
      'A reader challenged this finding on 25 May 2024: “Wrong calibre.”',
      'Credibility of the challenge: 5, improbable',
      'Corrected on 1 June 2024 by Ada: The shells were of 152 mm. Reason: misprint.',
      'Recommended to Member States: Inspect the containers.',
    ])
      expect(html.includes(said), said).toBe(true);
  });

  it('are kept in the record when the claims that gave them go', async () => {
    const [finding] = await list();
    const undone = await act('undo', finding?.made?.act ?? '');
    for (const claim of proposal.claims)
      expect((await panel('claims', 'reject', claim, '--by', 'Ada', '--workspace', workspace)).code).toBe(0);
    expect(await list()).toEqual([]);
    const { report } = await runInto(folder, workspace, '2024-06-01');
    const html = readFileSync(report, 'utf8');
    expect(html.includes('On findings that are made no more')).toBe(true);
    expect(html.includes('The Ministry denies these allegations.')).toBe(true);
    await act('undo', undone.id);
    expect(await list()).toMatchObject([{ status: 'withdrawn', made: { by: 'Ada' } }]);
    const again = readFileSync((await runInto(folder, workspace, '2024-06-01')).report, 'utf8');
    expect(again.includes('Withdrawn')).toBe(true);
  });

  it.each([
    ['make', 'c-none', '--title', 'T', '--activity', ACTIVITY],
    ['reply', 'f-none', '--party', 'P', '--sent', '2024-05-01'],
    ['challenge', 'f-none', '--replaces', 'a-0'],
  ])('refuse what is not there: %j', async (...args) => {
    const { code, out } = await panel('findings', ...args, '--by', 'Ada', '--workspace', workspace);
    expect({ code, out }).toEqual({ code: 1, out: '' });
  });

  it.each([
    ['bogus'],
    ['make', '--title', 'T', '--activity', ACTIVITY],
    ['make', 'c-1', '--title', 'T', '--activity', '{bad'],
    ['correct', 'f-1', '--text', 'T'],
    ['recommend', 'f-1', '--text', 'T'],
  ])('answer 2 to %j', async (...args) => {
    const { code, out } = await panel('findings', ...args, '--by', 'Ada', '--workspace', workspace);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});
