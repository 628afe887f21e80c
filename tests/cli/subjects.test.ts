import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runInto, writeDossier } from '../dossier/workspace.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { jsonLines, panel } from './command.ts';

const LETTER = `The tanker Pyol Bit 2 (IMO 3014210) received gas oil from the Amira Dawn in August, the Panel on Northern Shipping said.
The Pyol Bit 2 then sailed north, the Panel on Northern Shipping said. Mr. Ri Yong Su paid for the oil.
Kumryong Trading Corporation delivered 400 tons of coal to Basalt Industries Co., Ltd. in March 2023, the Panel on Northern Shipping said.`;
const REPORT = `북한 유조선 별빛 2호(IMO 3014210)가 8월 중순 공해상에서 경유를 넘겨받은 것으로 나타났다.
별빛 2호는 이후 북쪽으로 항해했다. 솔봉 7호는 이번 거래와 관련이 없다.`;
const CONFERENCE = 'Mr. Ri Yong Su, an engineer, spoke about castings in Harbin on Tuesday, the organisers said.';

const LIST = `${JSON.stringify({
  id: 'gl-v1',
  schema: 'Vessel',
  caption: 'PYOL BIT 2',
  properties: { name: ['PYOL BIT 2'], imoNumber: ['3014210'], flag: ['kp'] },
  datasets: ['gold'],
})}\n`;

type Line = {
  id: string;
  kind: string;
  names: string[];
  identifiers: { scheme: string; value: string; valid: boolean | null }[];
  mentions: number;
  listed: { list: string; entityId: string; decision: string | null }[];
};

describe('subjects', () => {
  const folder = writeDossier({
    letter: { text: LETTER, published: '2023-11-06' },
    report: { text: REPORT, published: '2023-11-08' },
    conference: { text: CONFERENCE, published: '2022-09-30' },
  });
  const place = temporaryFolder();
  const workspace = join(place, 'workspace');
  const signed = ['--by', 'Ada', '--workspace', workspace, '--json', '--clock', '2024-06-01'];

  const ask = async (...args: readonly string[]): Promise<Record<string, unknown>[]> => {
    const { code, out, err } = await panel(...args);
    expect(err).toBe('');
    expect(code).toBe(0);
    return jsonLines(out);
  };
  const list = async (...args: readonly string[]): Promise<Line[]> =>
    (await ask('subjects', ...args, '--workspace', workspace, '--json')) as unknown as Line[];
  const named = async (name: string): Promise<Line[]> => (await list()).filter(({ names }) => names.includes(name));

  beforeAll(async () => {
    await runInto(folder, workspace);
    writeFileSync(join(place, 'list.ftm.json'), LIST);
    expect((await panel('lists', 'add', join(place, 'list.ftm.json'), '--workspace', workspace)).code).toBe(0);
  });

  it('are listed with kind, names, identifiers and mentions', async () => {
    const [ship] = await named('Pyol Bit 2');
    expect(ship).toMatchObject({
      kind: 'vessel',
      identifiers: [{ scheme: 'imo', value: '3014210', valid: true }],
      mentions: 3,
      listed: [{ list: 'gold', entityId: 'gl-v1', decision: null }],
    });
    expect((await list('--kind', 'vessel')).map(({ names }) => names[0])).toContain('별빛 2');
    const refused = await panel('subjects', '--kind', 'rocket', '--workspace', workspace);
    expect(refused.code).toBe(2);
  });

  it('are two in two documents until somebody judges them one, and two again when that is taken back', async () => {
    const [ours, theirs] = [(await named('Pyol Bit 2'))[0]!, (await named('별빛 2'))[0]!];
    expect(ours.id).not.toBe(theirs.id);
    const proposals = await ask('subjects', 'proposals', '--workspace', workspace, '--json');
    expect(proposals).toContainEqual(expect.objectContaining({ a: ours.id, b: theirs.id, reason: 'identifier' }));

    const [act] = await ask('subjects', 'judge', ours.id, theirs.id, '--same', '--reason', 'one hull', ...signed);
    expect(act).toMatchObject({
      kind: 'subject-judged',
      body: { a: ours.id, b: theirs.id, judgement: 'same', why: 'one hull' },
    });
    const [one] = await named('별빛 2');
    expect(one).toMatchObject({ id: ours.id, names: ['Pyol Bit 2', '별빛 2'] });
    expect(one!.mentions).toBe(ours.mentions + theirs.mentions);
    expect(await ask('subjects', 'proposals', '--workspace', workspace, '--json')).not.toContainEqual(
      expect.objectContaining({ reason: 'identifier' }),
    );
    const [facts] = await ask('subjects', theirs.id, '--workspace', workspace, '--json');
    expect(facts).toMatchObject({ id: ours.id, joinedBy: [{ by: 'Ada', why: 'one hull' }] });

    await ask('subjects', 'undo', String(act!.id), ...signed);
    expect((await named('Pyol Bit 2'))[0]).toEqual(ours);
    expect((await named('별빛 2'))[0]).toEqual(theirs);
  });

  it('of one name in two documents stay apart when judged different', async () => {
    const [one, other] = await named('Ri Yong Su');
    expect(other).toBeDefined();
    await ask('subjects', 'judge', one!.id, other!.id, '--different', '--reason', 'an engineer', ...signed);
    await ask('subjects', 'judge', one!.id, other!.id, '--unsure', ...signed);
    expect(await named('Ri Yong Su')).toHaveLength(2);
  });

  it('remember what was decided on a hit', async () => {
    const [ship] = await named('Pyol Bit 2');
    await ask(
      'screen',
      'decide',
      'gl-v1',
      '--decision',
      'true',
      '--name',
      'Pyol Bit 2',
      '--schema',
      'Vessel',
      '--reason',
      'one hull',
      ...signed,
    );
    expect((await named('Pyol Bit 2'))[0]!.listed).toEqual([{ list: 'gold', entityId: 'gl-v1', decision: 'true' }]);
    expect(ship!.listed[0]!.decision).toBeNull();
  });

  it('have the claims that they make and those about them', async () => {
    const [speaker] = await named('Panel on Northern Shipping');
    const [facts] = (await ask('subjects', speaker!.id, '--workspace', workspace, '--json')) as unknown as {
      claimsBy: string[];
      claimsAbout: string[];
    }[];
    expect(facts!.claimsBy.length).toBeGreaterThan(0);
    expect(facts!.claimsAbout).toEqual([]);
  });

  it('have what claims say they are to others, whether or not the claim has the whole of a legal form', async () => {
    const [one] = await named('Kumryong Trading Corporation');
    const [facts] = await ask('subjects', one!.id, '--workspace', workspace, '--json');
    expect(facts).toMatchObject({
      relations: [
        {
          kind: 'recipient',
          from: { name: 'Basalt Industries Co., Ltd.' },
          to: { id: one!.id, name: 'Kumryong Trading Corporation' },
          passages: [{ claimant: 'Panel on Northern Shipping', denied: false }],
        },
      ],
      flags: [],
    });
    expect((await panel('subjects', one!.id, '--workspace', workspace)).out).toContain(
      'relation: Basalt Industries Co., Ltd. recipient of something from Kumryong Trading Corporation, says Panel on Northern Shipping',
    );
  });

  it('leave in the forms of other programs, each as an act, with a wrong number as no property', async () => {
    const out = async (format: string): Promise<string> => {
      const { code, out: text, err } = await panel('subjects', 'export', '--format', format, '--workspace', workspace);
      expect(code).toBe(0);
      expect(err).toMatch(/subjects \(a-\d+\)/);
      return text;
    };
    const entities = jsonLines(await out('ftm')) as { schema: string; properties: Record<string, string[]> }[];
    const ship = entities.find(({ properties }) => properties.name?.includes('Pyol Bit 2'));
    expect(ship).toMatchObject({ schema: 'Vessel', properties: { imoNumber: ['3014210'] } });
    expect(ship?.properties.notes).toEqual([expect.stringMatching(/^gl-v1 of gold: /)]);
    expect(entities.filter(({ schema }) => schema === 'Person').length).toBeGreaterThan(0);
    const rows = (await out('csv')).trim().split('\n');
    expect(rows).toHaveLength(entities.length + 1);
    expect(rows[0]).toBe('id,kind,names,identifiers,mentions,documents,listed');
    const bundle = JSON.parse(await out('stix')) as { objects: { id: string; name: string }[] };
    expect(new Set(bundle.objects.map(({ id }) => id)).size).toBe(entities.length);
    expect(await panel('subjects', 'export', '--format', 'xml', '--workspace', workspace)).toMatchObject({
      code: 2,
      err: expect.stringContaining('ftm, csv, stix'),
    });
  });

  it('refuse what cannot be judged, in one line', async () => {
    const [ship] = await named('Pyol Bit 2');
    for (const [args, code, says] of [
      [[ship!.id, ship!.id, '--same'], 2, 'two different subjects'],
      [[ship!.id, 's-0000000000000000', '--same'], 1, 'no such subject'],
      [[ship!.id, 's-0000000000000000'], 2, 'one of --same, --different and --unsure'],
    ] as const) {
      const outcome = await panel('subjects', 'judge', ...args, ...signed);
      expect(outcome.code).toBe(code);
      expect(outcome.err).toContain(says);
      expect(outcome.err).not.toMatch(/\n\s+at /);
    }
  });
});
