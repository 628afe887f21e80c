import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { silentProgress } from '../../src/app/progress.ts';
import { decideHit } from '../../src/app/screening/screening-decisions.ts';
import { namedSubjects } from '../../src/findings/naming/named-subject.ts';
import type { ReportModel } from '../../src/report/model/model.ts';
import { claimOf } from '../findings/sample-claim.ts';
import { runInto, writeDossier } from './workspace.ts';

const STORY = `Japan said that the vessel Silver Moon (IMO 8916293) had transferred coal to Korea Golden Star Trading Corporation.
Ri Chol Man, a trader, said that he had sold coal to North Korea.
Japan said that North Korea had fired three missiles on 3 May 2024.`;

const entry = (id: string, schema: string, properties: Record<string, string[]>): string =>
  JSON.stringify({ id, schema, caption: properties.name?.[0], properties, datasets: ['mine'], referents: [] });
const LIST = [
  entry('v-1', 'Vessel', { name: ['Silver Moon'], imoNumber: ['8916293'], flag: ['kp'] }),
  entry('o-1', 'Company', { name: ['Korea Golden Star Trading Corporation'], country: ['kp'] }),
  entry('p-1', 'Person', { name: ['Ri Chol Man'], country: ['kp'] }),
  entry('p-2', 'Person', { name: ['Somebody Else'], country: ['kp'] }),
].join('\n');

function dossierWithLists(lists: Readonly<Record<string, string>>): string {
  const folder = writeDossier({ daily: { text: STORY, published: '2024-05-04' } });
  const path = join(folder, 'dossier.yaml');
  for (const [name, text] of Object.entries(lists)) writeFileSync(join(folder, name), text);
  const names = Object.keys(lists).map((name) => `  - ${name}\n`);
  writeFileSync(path, `${readFileSync(path, 'utf8')}lists:\n${names.join('')}`);
  return folder;
}

const modelOf = (run: { report: string }): ReportModel =>
  JSON.parse(readFileSync(run.report.replace(/html$/, 'json'), 'utf8'));

describe('the lists of a dossier', () => {
  it('are taken in, and whom the claims name is screened against them, as one act', async () => {
    const folder = dossierWithLists({ 'mine.jsonl': LIST });
    const first = await runInto(folder, undefined, '2024-06-01');
    const { screening, claims } = modelOf(first);
    expect(screening?.lists).toMatchObject([{ name: 'mine.jsonl' }]);
    const hits = new Map(screening?.hits.map((hit) => [hit.entityId, hit]));
    expect([...hits.keys()].sort()).toEqual(['o-1', 'p-1', 'v-1']);
    expect(hits.get('v-1')).toMatchObject({ score: 1, match: true, decision: null });
    expect(hits.get('p-1')?.reasons.join(' ')).toContain('Ri Chol Man');
    for (const hit of hits.values())
      for (const id of hit.claims) expect(claims.some((claim) => claim.id === id)).toBe(true);
    const again = await runInto(folder, first.workspace, '2024-06-01');
    expect(again.actsAdded).toBe(0);
    expect(modelOf(again)).toEqual(modelOf(first));
  });

  it('carry what people decided on a hit before', async () => {
    const folder = dossierWithLists({ 'mine.jsonl': LIST });
    const { workspace } = await runInto(folder, undefined, '2024-06-01');
    await decideHit({
      workspace,
      entity: 'p-1',
      question: { name: 'Ri Chol Man' },
      decision: 'false',
      by: 'Ada',
      reason: 'another man',
      lists: [],
      clock: '2024-06-02',
      progress: silentProgress,
    });
    const after = await runInto(folder, workspace, '2024-06-03');
    expect(after.actsAdded).toBe(0);
    const hit = modelOf(after).screening?.hits.find(({ entityId }) => entityId === 'p-1');
    expect(hit?.decision).toContain('not the one asked for (Ada, 2024-06-02: another man)');
    expect(readFileSync(after.report, 'utf8').includes('another man')).toBe(true);
  });

  it('are held against what the documents tell beside a name, bearer by bearer', async () => {
    const folder = dossierWithLists({
      'mine.jsonl': [
        entry('v-2', 'Vessel', { name: ['Golden Ray'], imoNumber: ['9074729'] }),
        entry('p-3', 'Person', { name: ['Pak Jong Ho'], birthDate: ['1951-03-04'], passportNumber: ['654320123'] }),
      ].join('\n'),
    });
    writeFileSync(
      join(folder, 'daily.txt'),
      `Russia sent diesel to North Korea on the tanker Golden Ray (IMO 9074729) in May 2024, Japan said.
Russia sent diesel to North Korea on the tanker Golden Ray (IMO 9020534) in April 2024, Japan said.
Pak Jong Ho, born on 4 March 1951, passport 654320123, sold coal to China in May 2024, Japan said.
Pak Jong Ho, born on 1 May 1987, passport 745220017, sold coal to Vietnam in May 2024, Japan said.`,
    );
    const { screening, named } = modelOf(await runInto(folder, undefined, '2024-06-01'));
    const ships = screening?.hits.filter(({ entityId }) => entityId === 'v-2') ?? [];
    expect(ships.map(({ query, another, reasons }) => [query, another, reasons.at(-1)])).toEqual([
      ['Golden Ray IMO 9074729', undefined, 'the name "Golden Ray" is the same'],
      ['Golden Ray IMO 9020534', true, 'another hull: IMO 9020534, listed IMO 9074729'],
    ]);
    const persons = screening?.hits.filter(({ entityId }) => entityId === 'p-3') ?? [];
    expect(persons.map(({ another, score }) => [another, score])).toEqual([
      [undefined, 1],
      [true, 0.5],
    ]);
    expect(persons[0]?.reasons).toContain('the number 654320123 is the same');
    expect(persons[1]?.reasons.join('; ')).toContain('36 years apart; another number: 745220017');
    expect(named?.filter(({ names }) => names[0] === 'Golden Ray').map(({ entries }) => entries[0]?.another)).toEqual([
      undefined,
      true,
    ]);
  });

  it('are screened again when they change, and forgotten when the dossier names none any more', async () => {
    const folder = dossierWithLists({ 'mine.jsonl': LIST });
    const { workspace } = await runInto(folder, undefined, '2024-06-01');
    writeFileSync(join(folder, 'mine.jsonl'), LIST.split('\n').slice(1).join('\n'));
    const changed = await runInto(folder, workspace, '2024-06-02');
    expect(
      modelOf(changed)
        .screening?.hits.map(({ entityId }) => entityId)
        .sort(),
    ).toEqual(['o-1', 'p-1']);
    const path = join(folder, 'dossier.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/lists:[\s\S]*$/, ''));
    const none = await runInto(folder, workspace, '2024-06-03');
    expect(modelOf(none).screening).toBeNull();
    expect((await runInto(folder, workspace, '2024-06-03')).actsAdded).toBe(0);
  });

  it('that cannot be read are refused with one line, and the rest goes on', async () => {
    const folder = dossierWithLists({ 'letter.txt': 'no list', 'mine.jsonl': LIST });
    const path = join(folder, 'dossier.yaml');
    writeFileSync(path, `${readFileSync(path, 'utf8')}  - ../../etc/passwd\n  - gone.xml\n`);
    const run = await runInto(folder, undefined, '2024-06-01');
    expect(run.refused.map(({ name }) => name).sort()).toEqual(['../../etc/passwd', 'gone.xml', 'letter.txt']);
    expect(modelOf(run).screening?.lists).toHaveLength(1);
    writeFileSync(join(folder, 'letter.txt'), LIST);
    const mended = await runInto(folder, run.workspace, '2024-06-01');
    expect(mended.refused.map(({ name }) => name).sort()).toEqual(['../../etc/passwd', 'gone.xml']);
  });
});

describe('whom claims name', () => {
  const named = (fields: Partial<Parameters<typeof claimOf>[0]>) =>
    namedSubjects([claimOf({ predicate: 'transferred', claimant: { name: 'Japan', kind: 'state' }, ...fields })]).map(
      ({ name, schema, imoNumber }) => [name, schema, imoNumber],
    );

  it.each([
    'North Korea',
    'North Korean missiles',
    'the United States draft',
    'Security Council',
    'Panel',
    'ballistic missiles',
    'China and Russia',
    'Hwasong-11 missiles',
  ])('asks of no list: %s', (phrase) => {
    expect(named({ roles: { agent: [phrase], object: [phrase] } })).toEqual([]);
  });

  it.each([
    'Vladimir Petrov',
    'the Korea Mining Development Trading Corporation',
    'Bank of Dandong',
    'Abd al-Rahman Saleh',
  ])('asks of: %s', (phrase) => {
    expect(named({ roles: { agent: [phrase] } })).toEqual([[phrase.replace(/^the /, ''), 'LegalEntity', null]]);
  });

  it('asks for a vessel with its number, and for numbers and names on their own where they cannot be told together', () => {
    const quote = 'The Silver Moon (IMO 8916293) met the Lucky Star.';
    expect(named({ quote, roles: { vessel: ['Silver Moon'] } })).toEqual([['Silver Moon', 'Vessel', '8916293']]);
    expect(named({ quote, roles: { vessel: ['Silver Moon', 'Lucky Star'] } })).toEqual([
      ['Silver Moon', 'Vessel', null],
      ['Lucky Star', 'Vessel', null],
      ['', 'Vessel', '8916293'],
    ]);
    expect(named({ quote: 'vessels', roles: { vessel: ['the vessels'] } })).toEqual([]);
  });

  it('asks of claimants but States, newsrooms, sensors and who is not named', () => {
    const by = (kind: 'person' | 'company' | 'newsroom' | 'unnamed') => named({ claimant: { name: 'A Name', kind } });
    expect(by('person')).toEqual([['A Name', 'Person', null]]);
    expect(by('company')).toEqual([['A Name', 'Organization', null]]);
    expect(by('newsroom')).toEqual([]);
    expect(by('unnamed')).toEqual([]);
  });
});
