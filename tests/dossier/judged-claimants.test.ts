import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeOrigins, listIncidents, undoAct } from '../../src/app/commands/review.ts';
import { judgeSubjects, listSubjects } from '../../src/app/commands/subjects.ts';
import { type ClaimantParties, claimantParties } from '../../src/app/derivation/claimant-parties.ts';
import { runDossier } from '../../src/app/intake/run.ts';
import { silentProgress } from '../../src/app/progress.ts';
import { claimPage } from '../../src/app/workbench/claims/claims.ts';
import { openWorkbench } from '../../src/app/workbench/held/workbench.ts';
import type { Claim } from '../../src/claims/model/claim.ts';
import { leafId, nameKey } from '../../src/subjects/judgement/document-leaves.ts';
import { SUBJECT_JUDGEMENTS, type SubjectJudgement } from '../../src/subjects/model/subject.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const [LONG, SHORT] = ['Panel of Experts established pursuant to resolution 1874', 'U.N. Panel of Experts'] as const;
const by = 'A. Reader';
const told = (claimant: string): string =>
  `The tanker Rung Ra 2 delivered 2,000 tons of diesel to North Korea on 14 May 2024, the ${claimant} said.\n`;

describe('one body under two names', () => {
  const workspace = join(temporaryFolder(), 'workspace');
  const folder = join(temporaryFolder(), 'dossier');
  const report = async (): Promise<string> => {
    const out = join(temporaryFolder(), 'out');
    await runDossier({
      dossier: folder,
      workspace,
      formats: ['html'],
      out,
      clock: '2024-12-01',
      progress: silentProgress,
    });
    return readFileSync(join(out, 'report.html'), 'utf8')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ');
  };
  const statuses = async (): Promise<readonly string[]> =>
    (await listIncidents({ workspace })).map(({ status }) => status);
  const claimsBy = async (claimant: string): Promise<readonly string[]> => {
    const bench = await openWorkbench({
      workspace,
      progress: silentProgress,
      command: 'test',
      onError: (error) => {
        throw error;
      },
    });
    try {
      const page = await bench.project((store) => claimPage(store, { claimant, limit: 10 }));
      expect(page.facets.status.reduce((sum, { count }) => sum + count, 0)).toBe(page.total);
      return page.items.map((row) => row.claimant.name).sort();
    } finally {
      await bench.close();
    }
  };

  it('counts as two claimants until a person judges it to be one, and again once that is taken back', async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.txt'), told(SHORT));
    writeFileSync(join(folder, 'b.txt'), told(LONG));
    writeFileSync(
      join(folder, 'dossier.yaml'),
      'title: A ship\nsources:\n  - { id: desk, name: The desk, kind: newsroom }\n  - { id: wire, name: The wire, kind: newsroom }\ndocuments:\n  - { file: a.txt, source: desk, published: "2024-06-01" }\n  - { file: b.txt, source: wire, published: "2024-06-01" }\n',
    );
    await report();
    await judgeOrigins({ workspace, by, a: SHORT, b: LONG, judgement: 'independent', reason: 'Two panels.' });
    expect(await statuses()).toEqual(['corroborated']);
    expect(await claimsBy(SHORT)).toEqual([SHORT]);
    const subjects = await listSubjects({ workspace, kind: 'organisation' });
    const id = (name: string): string => subjects.find(({ names }) => names.includes(name))!.id;
    const [judged] = await judgeSubjects({ workspace, by, a: id(SHORT), others: [id(LONG)], judgement: 'same' });
    expect(await statuses()).toEqual(['single-source']);
    for (const name of [SHORT, LONG]) expect(await claimsBy(name)).toEqual([LONG, SHORT]);
    const act = judged?.id ?? expect.fail('nothing was judged');
    expect(await report()).toContain(
      `count as one: judged to be one by ${by} on ${judged?.at.slice(0, 10)} (act ${act})`,
    );
    await undoAct({ workspace, by, id: act });
    expect(await statuses()).toEqual(['corroborated']);
    expect(await claimsBy(SHORT)).toEqual([SHORT]);
    expect(await report()).not.toContain('count as one');
  });
});

describe('whom claimants count as', () => {
  const DOCUMENTS = ['sha256:a', 'sha256:b', 'sha256:c'];
  const NAMES = ['One Agency', 'Another Agency', 'A Third'];
  const namings = DOCUMENTS.flatMap((document) => NAMES.map((name) => ({ document, name })));
  type Word = readonly [number, number, SubjectJudgement];
  const words = fc
    .array(
      fc.tuple(
        fc.nat({ max: namings.length - 1 }),
        fc.nat({ max: namings.length - 1 }),
        fc.constantFrom(...SUBJECT_JUDGEMENTS),
      ),
      { maxLength: 12 },
    )
    .map((all) => all.filter(([a, b]) => a !== b));
  const named = (at: number) => {
    const { document, name } = namings[at]!;
    const id = leafId(document, nameKey(name));
    return { id, kind: 'organisation' as const, name, document, identifiers: [] };
  };
  const partiesOf = (judged: readonly Word[]): ClaimantParties =>
    claimantParties(
      {
        subjectJudgements: judged.map(([a, b, judgement], at) => ({
          a: named(a).id,
          b: named(b).id,
          judgement,
          why: null,
          named: [named(a), named(b)] as const,
          act: `a-${at}`,
          by,
          at: '2024-01-01T00:00:00.000Z',
        })),
      } as unknown as Parameters<typeof claimantParties>[0],
      DOCUMENTS.map((document) => ({ document })),
      [] as readonly Claim[],
    );

  it('is as they are named where nobody judged two to be one', () => {
    fc.assert(
      fc.property(words, (judged) => {
        const { partyOf } = partiesOf(judged.filter(([, , judgement]) => judgement !== 'same'));
        for (const { document, name } of namings) expect(partyOf(document, name)).toBe(name);
      }),
    );
  });

  it('is one for two names only where judgements of "same" lead from one to the other', () => {
    fc.assert(
      fc.property(words, (judged) => {
        const { partyOf } = partiesOf(judged);
        const latest = new Map(judged.map((word) => [[word[0], word[1]].sort().join(' '), word]));
        const reached = (from: number): ReadonlySet<number> => {
          const found = new Set([from]);
          for (let size = 0; size !== found.size; ) {
            size = found.size;
            for (const at of [...found]) {
              // One name is one claimant wherever it stands, as long as nobody judged it.
              for (const [other, { name }] of namings.entries()) if (name === namings[at]!.name) found.add(other);
              for (const [a, b, judgement] of latest.values())
                if (judgement === 'same' && (a === at || b === at)) for (const one of [a, b]) found.add(one);
            }
          }
          return found;
        };
        for (const [at, one] of namings.entries())
          for (const [other, two] of namings.entries())
            if (partyOf(one.document, one.name) === partyOf(two.document, two.name))
              expect(reached(at)).toContain(other);
      }),
    );
  });

  it('is one for the two namings of every judgement of "same" that is followed', () => {
    fc.assert(
      fc.property(words, (judged) => {
        const { partyOf, judged: parties } = partiesOf(judged);
        const followed = new Set(parties.flatMap(({ judgedBy }) => judgedBy.map(({ act }) => act)));
        for (const [at, [a, b]] of judged.entries())
          if (followed.has(`a-${at}`))
            expect(partyOf(namings[a]!.document, namings[a]!.name)).toBe(
              partyOf(namings[b]!.document, namings[b]!.name),
            );
      }),
    );
  });
});
