import { join } from 'node:path';
import { expect, it } from 'vitest';
import { COMPANIES, PERSONS, scratchFolder, unList } from '../server/sample-lists.ts';
import { jsonLines, panel } from './panel.ts';

const scratch = scratchFolder();
const workspace = join(scratch.folder, 'workspace');

type Shown = {
  entityId: string;
  decision?: { decision: string; sameQuestion: boolean; changed: string | null; note: string; act: string };
};

async function hit(...args: string[]): Promise<Shown> {
  const { out } = await panel('screen', ...args, '--workspace', workspace, '--json');
  return jsonLines<Shown>(out)[0] as Shown;
}

const decide = (...args: string[]) =>
  panel('screen', 'decide', 'un-ZZi.001', ...args, '--workspace', workspace, '--json');

it('remembers a decision at the next hit, tells what has changed, and takes it back', async () => {
  await panel('lists', 'add', scratch.write('a.xml', unList('2025-01-10')), '--workspace', workspace);
  expect((await hit('Bartholomew Quillfeather')).decision).toBeUndefined();

  const made = await decide(
    '--name',
    'bartholomew  QUILLFEATHER',
    '--decision',
    'false',
    '--by',
    'R. Okafor',
    '--reason',
    'a namesake, born 1990',
  );
  expect(made.code).toBe(0);
  const act = JSON.parse(made.out);
  expect(act).toMatchObject({ kind: 'decided', by: { person: 'R. Okafor' } });

  expect((await hit('Bartholomew Quillfeather')).decision).toMatchObject({
    decision: 'false',
    sameQuestion: true,
    changed: null,
    act: act.id,
  });
  const shown = await panel('screen', 'Bartholomew Quillfeather', '--workspace', workspace);
  expect(shown.out).toContain('un-ZZi.001: decided: not the one asked for (R. Okafor, ');
  expect((await hit('Bartholomew Quillfeather', '--country', 'UA')).decision).toMatchObject({ sameQuestion: false });
  expect((await hit('Bartolomew Quilfeather')).decision).toBeUndefined();

  // A later version of the list with the same entry, then one with another birth date.
  await panel(
    'lists',
    'add',
    scratch.write('b.xml', unList('2025-02-10', PERSONS, COMPANIES.slice(0, 1))),
    '--workspace',
    workspace,
  );
  const same = (await hit('Bartholomew Quillfeather')).decision;
  expect(same).toMatchObject({
    changed: 'list',
    note: expect.stringContaining('another version since; the entry is the same'),
  });
  const amended = PERSONS.map((person) =>
    person.reference === 'ZZi.001' ? { ...person, born: '1990-01-01' } : person,
  );
  await panel('lists', 'add', scratch.write('c.xml', unList('2025-03-10', amended)), '--workspace', workspace);
  expect((await hit('Bartholomew Quillfeather')).decision).toMatchObject({
    changed: 'entry',
    note: expect.stringContaining('look again'),
  });

  const later = JSON.parse(
    (
      await decide(
        '--name',
        'Bartholomew Quillfeather',
        '--decision',
        'true',
        '--by',
        'L. Sørli',
        '--reason',
        'same passport',
      )
    ).out,
  );
  expect((await hit('Bartholomew Quillfeather')).decision).toMatchObject({ decision: 'true', changed: null });
  const undone = JSON.parse(
    (
      await panel(
        'screen',
        'undo',
        later.id,
        '--by',
        'L. Sørli',
        '--reason',
        'wrong file',
        '--workspace',
        workspace,
        '--json',
      )
    ).out,
  );
  expect(undone).toMatchObject({ kind: 'undone', supersedes: later.id });
  expect((await hit('Bartholomew Quillfeather')).decision).toMatchObject({ decision: 'false' });
  await panel('screen', 'undo', undone.id, '--by', 'L. Sørli', '--workspace', workspace);
  expect((await hit('Bartholomew Quillfeather')).decision).toMatchObject({ decision: 'true' });
  const listed = jsonLines<{ act: string }>(
    (await panel('screen', 'decisions', '--workspace', workspace, '--json')).out,
  );
  expect(listed.map((one) => one.act)).toEqual([act.id, later.id]);
  expect((await panel('record', 'verify', '--workspace', workspace)).code).toBe(0);
});

it('refuses decisions that say too little', async () => {
  const full = ['--name', 'B Q', '--decision', 'true', '--by', 'X', '--reason', 'y'];
  const without = (option: string): string[] => {
    const at = full.indexOf(option);
    return [...full.slice(0, at), ...full.slice(at + 2)];
  };
  expect((await decide(...without('--reason'))).err).toContain('needs its reason');
  expect((await decide(...without('--by'))).code).toBe(2);
  expect((await decide(...without('--decision'))).code).toBe(2);
  expect((await decide(...without('--name'))).err).toContain('--name');
  expect((await decide(...full, '--decision', 'maybe')).err).toContain('true, false, unsure');
  const nobody = await panel('screen', 'decide', 'un-nobody', ...full, '--workspace', workspace);
  expect(nobody).toMatchObject({ code: 1, err: expect.stringContaining('un-nobody') });
  expect((await panel('screen', 'undo', 'a-0', '--by', 'X', '--workspace', workspace)).err).toContain(
    'is no decision on a hit',
  );
});
