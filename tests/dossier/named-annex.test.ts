import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeFinding, recordReply } from '../../src/app/commands/findings.ts';
import { listClaims } from '../../src/app/commands/review.ts';
import { describeSource } from '../../src/app/commands/sources.ts';
import { judgeSubjects, listSubjects } from '../../src/app/commands/subjects.ts';
import { runDossier } from '../../src/app/intake/run.ts';
import { silentProgress } from '../../src/app/progress.ts';
import { decideHit } from '../../src/app/screening/screening-decisions.ts';
import { openWorkbench } from '../../src/app/workbench/held/workbench.ts';
import { heldSubjects } from '../../src/app/workbench/subjects/held-subjects.ts';
import { decideOnSubject } from '../../src/app/workbench/subjects/subject-hits.ts';
import { subjectLetter, subjectLetterFile } from '../../src/app/workbench/subjects/subject-letter.ts';
import { packageRoot } from '../../src/core/resource.ts';
import type { ReportModel } from '../../src/report/model/model.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** The name is that of a designated ship; the second document is of another source, and in another script. */
const ENGLISH = `The tanker Rung Ra 2 (IMO 9020534) delivered 2,000 tons of diesel to North Korea on 14 May 2024, the United States said.

Songbong General Trading Corporation, the registered owner of the tanker Rung Ra 2, supplied crude oil to North Korea in May 2019, the coast guard of Japan said.

The trawler Sea Otter 9 lay at anchor off Wonsan on 2 March 2024, the coast guard of Japan said.
`;
const KOREAN = '릉라 2호(IMO 9020534)는 2024년 5월 14일 보스토치니항에 입항했다.\n';
const by = 'A. Reader';
const rethrow = (error: unknown): never => {
  throw error;
};

describe('the annex of persons, entities and vessels named', () => {
  const workspace = join(temporaryFolder(), 'workspace');
  const folder = join(temporaryFolder(), 'dossier');
  const report = async (): Promise<{ html: string; model: ReportModel }> => {
    const out = join(temporaryFolder(), 'out');
    await runDossier({
      dossier: folder,
      workspace,
      formats: ['html', 'json'],
      out,
      clock: '2024-12-01',
      progress: silentProgress,
    });
    return {
      html: readFileSync(join(out, 'report.html'), 'utf8'),
      model: JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as ReportModel,
    };
  };
  const textOf = (html: string): string =>
    (html.split('<section').find((section) => section.includes('id="annex-named"')) ?? '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ');

  beforeAll(async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'en.txt'), ENGLISH);
    writeFileSync(join(folder, 'ko.txt'), KOREAN);
    writeFileSync(
      join(folder, 'dossier.yaml'),
      `title: A ship
sources:
  - { id: desk, name: The desk, kind: newsroom }
  - { id: wire, name: The wire, kind: newsroom }
documents:
  - { file: en.txt, source: desk, published: "2024-06-01" }
  - { file: ko.txt, source: wire, published: "2024-06-01" }
lists:
  - vessels.yaml
`,
    );
    writeFileSync(
      join(folder, 'vessels.yaml'),
      readFileSync(join(packageRoot(), 'regimes', 'un-1718', 'vessels.yaml')),
    );
    await report();
    const claims = await listClaims({ workspace });
    const ship = claims.find(({ quote }) => quote.includes('Rung Ra 2'))!;
    const trade = claims.find(({ quote }) => quote.includes('Songbong'))!;
    const finding = async (title: string, claim: string): Promise<string> => {
      const { body } = await makeFinding({
        workspace,
        by,
        title,
        claims: [claim],
        regime: 'un-1718',
        activity: JSON.stringify({ date: '2024-05-14', act: 'supply', goods: { name: 'diesel' }, to: 'KP' }),
      });
      return (body as { finding: { id: string } }).finding.id;
    };
    const asked = await finding('Delivery of diesel by the Rung Ra 2', ship.id);
    await finding('Supply of crude oil by Songbong', trade.id);
    await recordReply({
      workspace,
      by,
      finding: asked,
      party: 'RUNG RA 2',
      sent: '2024-07-01',
      deadline: '2024-08-01',
    });
  }, 120_000);

  it('names whom the claims of findings name and nobody else, with numbers, lists and letters', async () => {
    const { html, model } = await report();
    expect(model.named?.map(({ names }) => names)).toEqual([['Rung Ra 2'], ['Songbong General Trading Corporation']]);
    const text = textOf(html);
    expect(text).toContain('IMO 9020534 by document 1');
    expect(text).toContain('Nobody has decided whether it is RUNG RA 2 (imo-9020534)');
    expect(text).not.toContain('S/RES/2371(2017)');
    expect(text).toContain(
      'A letter to this name was sent on 1 July 2024; no reply by 1 December 2024, after the deadline.',
    );
    expect(text).toContain('No letter to this name is recorded.');
    expect(text).not.toContain('Sea Otter');
    expect(model.relations).toMatchObject({
      names: ['Songbong General Trading Corporation', 'Rung Ra 2'],
      edges: [{ from: 0, to: 1, words: 'owner of', denied: false }],
    });
    expect(text).toContain('Songbong General Trading Corporation: owner of Rung Ra 2');
    expect(html).toContain('data-mark="1"');
  });

  it('says that a ship is listed, and under what, only where a person decided so of her and not of the name alone', async () => {
    await decideHit({
      workspace,
      by,
      reason: 'The same name.',
      decision: 'true',
      question: { name: 'Rung Ra 2', schema: 'Vessel' },
      entity: 'imo-9020534',
      lists: [],
      progress: silentProgress,
    });
    const named = textOf((await report()).html);
    expect(named).toMatch(
      /Decided for the name alone by A\. Reader on \d+ \w+ \d{4} to be RUNG RA 2 \(imo-9020534\)\./,
    );
    expect(named).not.toContain('That entry is listed');
    const bench = await openWorkbench({
      workspace,
      progress: silentProgress,
      command: 'test',
      onError: rethrow,
    });
    try {
      const snapshot = await bench.current();
      const subjects = await heldSubjects(bench, snapshot);
      const ship = subjects.partition.subjects.find(({ names }) => names.includes('Rung Ra 2'))!;
      await decideOnSubject(bench, snapshot, subjects, ship.id, {
        by,
        reason: 'The number agrees.',
        decision: 'true',
        entityId: 'imo-9020534',
        question: { imoNumber: '9020534', schema: 'Vessel' },
      });
    } finally {
      await bench.close();
    }
    const text = textOf((await report()).html);
    expect(text).toMatch(
      /Decided by A\. Reader on \d+ \w+ \d{4} to be RUNG RA 2 \(imo-9020534\)\. That entry is listed from/,
    );
    expect(text).toMatch(/listed from 28 December 2017, under S\/RES\/2371\(2017\) OP6 , S\/RES\/2375\(2017\) OP6 \./);
  });

  it('is drafted a letter of what a finding rests on, and of nothing that a protected source says', async () => {
    const bench = await openWorkbench({ workspace, progress: silentProgress, command: 'test', onError: rethrow });
    try {
      const subjects = await heldSubjects(bench, await bench.current());
      const ship = subjects.partition.subjects.find(({ names }) => names.includes('Rung Ra 2'))!;
      const now = new Date('2024-12-01');
      const all = subjectLetter(subjects, ship.id, {}, now);
      expect(all.findings.map(({ title }) => title)).toContain('Delivery of diesel by the Rung Ra 2');
      expect(all.statements).toHaveLength(2);
      const { id } = all.findings.find(({ title }) => title.startsWith('Delivery'))!;
      const letter = subjectLetter(subjects, ship.id, { finding: id, deadline: '2025-01-15' }, now);
      expect(letter.statements).toHaveLength(1);
      expect(letter.statements[0]).toMatch(
        /^United States, in “en\.txt” \(The desk, 1 June 2024\): “The tanker Rung Ra 2/,
      );
      expect(letter.opening.join(' ')).toContain('Delivery of diesel by the Rung Ra 2. It was tested against S/RES/');
      expect(letter.closing.join(' ')).toContain('received by 15 January 2025');
      const bytes = await subjectLetterFile(subjects, ship.id, { finding: id }, now);
      expect(await subjectLetterFile(subjects, ship.id, { finding: id }, now)).toEqual(bytes);
    } finally {
      await bench.close();
    }
    await describeSource({ workspace, by, source: 'desk', protection: 'restricted' });
    const held = await openWorkbench({ workspace, progress: silentProgress, command: 'test', onError: rethrow });
    try {
      const subjects = await heldSubjects(held, await held.current());
      const ship = subjects.partition.subjects.find(({ names }) => names.includes('Rung Ra 2'))!;
      expect(() => subjectLetter(subjects, ship.id, {}, new Date('2024-12-01'))).toThrow('held back');
    } finally {
      await held.close();
    }
    await describeSource({ workspace, by, source: 'desk', protection: 'open' });
  });

  it('gives one ship all names that she was judged to bear, and leaves out what a protected source says', async () => {
    const ships = await listSubjects({ workspace, kind: 'vessel' });
    const id = (name: string): string => ships.find(({ names }) => names.includes(name))!.id;
    await judgeSubjects({ workspace, by, a: id('Rung Ra 2'), others: [id('릉라 2')], judgement: 'same' });
    const joined = await report();
    expect(joined.model.named?.[0]?.names).toEqual(['Rung Ra 2', '릉라 2']);
    expect(textOf(joined.html)).toMatch(/Rung Ra 2 ; 릉라 2 \(judged to be one by A\. Reader on \d+ \w+ \d{4}\)/);
    await describeSource({ workspace, by, source: 'wire', protection: 'restricted' });
    const { html, model } = await report();
    expect(model.named?.[0]?.names).toEqual(['Rung Ra 2']);
    expect(html).not.toContain('릉라');
  });
});
