import { beforeAll, describe, expect, it } from 'vitest';
import { searchWorkspace } from '../../src/app/commands/search.ts';
import { silentProgress } from '../../src/app/progress.ts';
import { redactInRecord } from '../../src/app/workspace/record.ts';
import type { HeldWorkspace } from '../../src/app/workspace/workspace.ts';
import { holdForTests, runInto, writeDossier } from './workspace.ts';

const DOCUMENTS = {
  seoul: {
    text: 'Officials in Seoul said on Monday that North Korea had sent about 5,000 artillery shells to Russia since September. The shells were of artillery calibre.',
    published: '2024-05-01',
  },
  korean: { text: '국방부는 북한이 러시아에 컨테이너 삼천 개를 보냈다고 밝혔다.', published: '2024-05-02' },
  russian: {
    text: 'Министерство обороны сообщило о прибытии контейнеров. Ёлка стояла у причала.',
    published: '2024-06-03',
  },
};

describe('a search', () => {
  let workspace: HeldWorkspace;
  const search = (question: string, narrowed: object = {}) =>
    searchWorkspace({ workspace, question, progress: silentProgress, ...narrowed });
  const textAt = async (question: string, text: string): Promise<readonly string[]> =>
    (await search(question, { in: 'documents' })).map(({ start, end }) => text.slice(start ?? 0, end ?? 0));
  beforeAll(async () => {
    const run = await runInto(writeDossier(DOCUMENTS), undefined, '2024-06-05');
    workspace = await holdForTests(run.workspace);
  });

  it('leads to the passage, in English, Korean and Russian', async () => {
    expect(await textAt('artillery shell', DOCUMENTS.seoul.text)).toEqual(['artillery']);
    expect(await textAt('"artillery shells"', DOCUMENTS.seoul.text)).toEqual(['artillery shells']);
    expect(await textAt('러시아', DOCUMENTS.korean.text)).toEqual(['러시아']);
    expect(await textAt('контейнер', DOCUMENTS.russian.text)).toEqual(['контейнеров']);
    expect(await textAt('елка', DOCUMENTS.russian.text)).toEqual(['Ёлка']);
    expect(await search('"shells artillery"', { in: 'documents' })).toEqual([]);
  });

  it('finds claims, and the law, with all words or not at all', async () => {
    const kinds = new Set((await search('artillery shells Russia')).map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(['claim', 'document', 'finding']);
    expect((await search('luxury goods', { in: 'law' })).map(({ id }) => id)).toContain('S/RES/1718(2006) OP8(a)(iii)');
    expect(await search('artillery unicorns')).toEqual([]);
  });

  it('is narrowed by kind, day and source', async () => {
    expect(await search('shells', { in: 'documents', from: '2024-05-02' })).toEqual([]);
    expect(await search('shells', { in: 'documents', to: '2024-05-01' })).toHaveLength(1);
    expect(await search('shells', { in: 'documents', source: 'nobody' })).toEqual([]);
    await expect(search('shells', { in: 'pages' })).rejects.toMatchObject({ code: 'bad-option' });
    await expect(search('shells', { from: 'May' })).rejects.toMatchObject({ code: 'bad-option' });
  });

  it('takes what is typed as words, whatever it looks like', async () => {
    for (const question of [
      "'; drop table passage; --",
      'shells | !',
      'shells:*',
      '\\',
      "o'brien & x <-> y",
      '%',
      '""',
      '(',
    ])
      expect(Array.isArray(await search(question))).toBe(true);
    expect(await search('shells', { in: 'documents' })).toHaveLength(1);
  });

  it('forgets what was withheld', async () => {
    const [hit] = await search('artillery', { in: 'documents' });
    await redactInRecord({ workspace, ids: [hit?.document ?? ''], by: 'Ada', reason: 'a source' });
    expect(await search('artillery', { in: 'documents,claims,findings' })).toEqual([]);
    expect(await search('러시아')).toHaveLength(1);
  });
});
