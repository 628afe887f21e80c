import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openEmbeddedDatabase } from './database.ts';
import { dumpProjections } from './dump.ts';
import { migrate, readMigrations } from './migrate.ts';
import { type Projection, readProjectionState, writeProjection } from './projection.ts';
import { openStore } from './store.ts';

const projection = (claims: number): Projection => ({
  program: 'test 1',
  actsHash: 'of two',
  acts: [
    { id: 'a-0', kind: 'acquired', at: '2024-03-29T00:00:00.000Z', actor: 'Ada', body: { note: 'é' } },
    { id: 'a-1', kind: 'reviewed', at: '2024-03-29T00:00:01.000Z', actor: 'Ada', body: null },
  ],
  sources: [{ id: 'daily', name: 'The Daily', kind: 'newsroom', country: null, reliability: 'B' }],
  documents: [
    {
      id: 'sha256:1',
      name: 'a.txt',
      kind: 'text',
      title: null,
      source: 'daily',
      published: '2024-03-29',
      url: null,
      size: 9,
      reader: 'text/1',
      acquiredByAct: 'a-0',
    },
  ],
  refusals: [{ name: 'b.docx', code: 'corrupt', message: 'it is damaged' }],
  claims: Array.from({ length: claims }, (_, at) => ({
    id: `c-${String(at).padStart(5, '0')}`,
    document: 'sha256:1',
    start: at,
    end: at + 3,
    quote: 'abc',
    claimant: { name: 'Ünïted', kind: 'state' as const },
    relay: [],
    polarity: 'asserts' as const,
    modality: 'states' as const,
    speech: 'reported' as const,
    predicate: 'said' as const,
    roles: {},
    quantities: [{ counts: 'missile', qualifier: 'about' as const, low: '0.1', high: null, raw: 'about' }],
    when: { from: null, to: null, raw: null },
    where: [],
    status: at % 2 === 0 ? ('proposed' as const) : ('accepted' as const),
    rules: ['r'],
  })) as Projection['claims'],
  incidents: [],
  findings: [],
});

async function linesOf(database: Database): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of dumpProjections(database)) lines.push(line);
  return lines;
}

describe('the projection store', () => {
  let folder: string;
  let database: Database;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'standing-panel-store-'));
    database = await openEmbeddedDatabase(join(folder, 'one'));
  });
  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('applies each migration once', async () => {
    expect(await migrate(database)).toEqual(readMigrations().map(({ name }) => name));
    expect(await migrate(database)).toEqual([]);
  });

  it('refuses a store that a newer program has been at work on', async () => {
    await expect(migrate(database, [])).rejects.toMatchObject({ code: 'migration-unknown' });
  });

  it('holds what was written, in bulk, and the same again after it is written again', async () => {
    const rows = projection(2_500);
    await writeProjection(database, rows);
    const before = await linesOf(database);
    expect(before.filter((line) => line.startsWith('claim '))).toHaveLength(2_500);
    await writeProjection(database, projection(3));
    expect(await readProjectionState(database)).toEqual({ actsHash: 'of two', program: 'test 1' });
    await writeProjection(database, rows);
    expect(await linesOf(database)).toEqual(before);
  });

  it('keeps the old state whole when a write fails', async () => {
    await writeProjection(database, projection(4));
    const twice = projection(2);
    await expect(
      writeProjection(database, { ...twice, documents: [...twice.documents, ...twice.documents] }),
    ).rejects.toMatchObject({ code: 'query-failed' });
    expect((await database.query({ sql: 'select count(*) as n from claim' }))[0]).toEqual({ n: 4 });
  });

  it('answers typed queries by document and status', async () => {
    const store = await openStore(join(folder, 'two'), Buffer.alloc(32, 1));
    await store.write(projection(5));
    expect((await store.claims({ status: 'accepted' })).map(({ id }) => id)).toEqual(['c-00001', 'c-00003']);
    expect(await store.claims({ document: 'sha256:2' })).toEqual([]);
    expect((await store.claims({}))[0]?.quantities[0]).toEqual({
      counts: 'missile',
      qualifier: 'about',
      low: '0.1',
      high: null,
      raw: 'about',
    });
    await store.close();
  });

  it('says what to do when the folder holds no database', async () => {
    const broken = join(folder, 'broken');
    writeFileSync(broken, 'not a folder');
    await expect(openEmbeddedDatabase(broken)).rejects.toMatchObject({
      code: 'store-unreadable',
      message: expect.stringContaining('panel rebuild'),
    });
  });
});
