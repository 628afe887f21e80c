import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isFullCount } from '../../tests/full-count.ts';
import type { Claim } from '../claims/model/claim.ts';
import { searchTerms } from '../core/search-query.ts';
import { type Database, openEmbeddedDatabase } from './database.ts';
import { dumpProjections } from './dump.ts';
import { preparedCluster } from './empty-cluster.ts';
import { migrate, readMigrations } from './migrate.ts';
import type { Chunk, ClaimRecord, DocumentRow, Projection } from './projection.ts';
import { openStore } from './store.ts';
import { openProjectionWriter, readProjectionState } from './write-projection.ts';

/** More than go to the database together, many times over. */
const MANY = isFullCount ? 2_500 : 800;

const claimRow = (at: number, status?: Claim['status']): ClaimRecord => ({
  claim: {
    id: `c-${String(at).padStart(5, '0')}`,
    document: 'sha256:1',
    start: at,
    end: at + 3,
    quote: 'abc',
    claimant: { name: at % 3 === 0 ? 'Ünïted' : 'Zed', kind: 'state' },
    relay: [],
    polarity: 'asserts',
    modality: 'states',
    speech: 'reported',
    predicate: 'said',
    roles: {},
    quantities: [
      { counts: at % 2 === 0 ? 'missile' : 'ship', qualifier: 'about', low: '0.1', high: null, raw: 'about' },
    ],
    when: { from: null, to: null, raw: null },
    where: [],
    status: status ?? (at % 2 === 0 ? 'proposed' : 'accepted'),
    rules: ['r'],
  },
  nth: at,
  answers: false,
  place: 0,
  published: '2024-03-29',
  party: at % 3 === 0 ? 'Ünïted' : 'Zed',
  claimantFolded: at % 3 === 0 ? 'united' : 'zed',
  sought: `abc 100% number ${at}`,
  beside: { title: 'a.txt' },
});

/** Rows that come and go one by one. */
function each<Row>(rows: readonly Row[]): readonly Chunk<Row>[] {
  return rows.map((row, at) => ({ key: String(at), of: [row], rows: () => [row] }));
}

/** Three rows a chunk: some change in one that another keeps. */
function grouped(rows: readonly ClaimRecord[]): readonly Chunk<ClaimRecord>[] {
  return [0, 3, 6, 9, 12].map((from) => {
    const own = rows.filter(({ claim }) => claim.start >= from && claim.start < from + 3);
    return { key: `from ${from}`, of: own, rows: () => own };
  });
}

const projection = (claims: number): Projection => ({
  program: 'test 1',
  actsHash: 'of two',
  actCount: 2,
  acts: each([
    { id: 'a-0', place: 0, kind: 'acquired', at: '2024-03-29T00:00:00.000Z', actor: 'Ada', body: { note: 'é' } },
    { id: 'a-1', place: 1, kind: 'reviewed', at: '2024-03-29T00:00:01.000Z', actor: 'Ada', body: null },
  ]),
  sources: each([{ id: 'daily', name: 'The Daily', kind: 'newsroom', country: null, reliability: 'B' }]),
  documents: each([
    {
      id: 'sha256:1',
      place: 0,
      name: 'a.txt',
      kind: 'text',
      title: null,
      source: 'daily',
      published: '2024-03-29',
      url: null,
      size: 9,
      reader: 'text/1',
      acquiredByAct: 'a-0',
      sought: 'a.txt',
      summary: { id: 'sha256:1', title: 'a.txt' },
    },
  ]),
  refusals: each([{ place: 0, name: 'b.docx', code: 'corrupt', message: 'it is damaged' }]),
  claims: each(Array.from({ length: claims }, (_, at) => claimRow(at))),
  incidents: [],
  passages: [],
  comparisons: each([
    {
      id: 'm-1',
      place: 0,
      review: 'accepted',
      contradiction: 'They exclude each other.',
      body: { id: 'm-1', title: 'Ships', origins: { origins: [] } },
      brief: { figures: 3, pairs: 2, relations: ['c-00001 and c-00003'] },
      relations: ['c-00001 and c-00002', 'c-00001 and c-00003'],
    },
  ]),
  index: [],
  figures: each(
    [3, 1, 2].map((at) => ({
      id: `c-0000${at}-0`,
      comparison: 'm-1',
      claim: `c-0000${at}`,
      place: at,
      nth: 0,
      shown: at !== 2,
      listed: at === 3,
      body: { claim: `c-0000${at}` },
      path: { document: `sha256:${at}` },
    })),
  ),
  checks: each([
    { id: 'c 0', place: 0, claim: 'c-00001', summary: { claim: 'c-00001' } },
    { id: 'c 1', place: 1, claim: 'c-00001', summary: { claim: 'c-00001' } },
  ]),
  leads: [],
  names: each([{ name: 'Kim Jong Un', keys: [1, 4_294_967_295] }]),
  findings: [],
  blocks: [],
  origins: [],
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
    const { write } = openProjectionWriter(database);
    const rows = projection(MANY);
    await write(rows);
    const before = await linesOf(database);
    expect(before.filter((line) => line.startsWith('claim '))).toHaveLength(MANY);
    await write(projection(3));
    expect((await linesOf(database)).filter((line) => line.startsWith('quantity '))).toHaveLength(3);
    expect(await readProjectionState(database)).toEqual({ actsHash: 'of two', actCount: 2, program: 'test 1' });
    await write(rows);
    expect(await linesOf(database)).toEqual(before);
  });

  it('holds after any changes, row by row and by one writer or another, what a store that was made anew holds', async () => {
    const fresh = await openEmbeddedDatabase(null, preparedCluster());
    await migrate(fresh);
    const round = fc.uniqueArray(fc.tuple(fc.nat(12), fc.constantFrom('accepted' as const, 'rejected' as const)), {
      selector: ([at]) => at,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(round, { minLength: 1, maxLength: 4 }), fc.boolean(), async (rounds, isReopened) => {
        let writer = openProjectionWriter(database);
        let last = projection(0);
        for (const claims of rounds) {
          if (isReopened) writer = openProjectionWriter(database);
          last = { ...projection(0), claims: grouped(claims.map(([at, status]) => claimRow(at, status))) };
          await writer.write(last);
        }
        await fresh.execute(
          'truncate act, source, document, refusal, claim, quantity, claim_text, claim_count, incident, finding, passage, name, comparison, comparison_relations, comparison_figure, figure_index, statement_check, lead, projected_chunk, projection_state',
        );
        await openProjectionWriter(fresh).write(last);
        expect(await linesOf(database)).toEqual(await linesOf(fresh));
      }),
      { numRuns: isFullCount ? 30 : 3 },
    );
    await fresh.close();
  });

  it('keeps the old state whole when a write fails, and goes on from it', async () => {
    const { write } = openProjectionWriter(database);
    await write(projection(4));
    const twice = projection(2);
    const [one] = twice.documents.flatMap(({ rows }) => rows());
    const same = { ...(one as DocumentRow), id: 'sha256:2' };
    await expect(write({ ...twice, documents: each([same, { ...same, title: 'b' }]) })).rejects.toMatchObject({
      code: 'query-failed',
    });
    expect((await database.query({ sql: 'select count(*) as n from claim' }))[0]).toEqual({ n: 4 });
    await write(twice);
    expect((await database.query({ sql: 'select count(*) as n from claim' }))[0]).toEqual({ n: 2 });
  });

  it('pages through claims in every order, and finds its way when the item is gone', async () => {
    const store = await openStore(join(folder, 'lists'), Buffer.alloc(32, 1));
    await store.write(projection(25));
    for (const by of ['document', 'claimant', 'status', 'predicate', 'published'] as const)
      for (const backwards of [false, true]) {
        const whole = await store.lists.claims({}, { by, backwards }, { place: null, limit: 100 });
        expect(whole).toMatchObject({ total: 25, more: false });
        const key = ({ claim: { status, claimant, start } }: (typeof whole.items)[number]): string | number =>
          by === 'document'
            ? start
            : by === 'status'
              ? status
              : by === 'claimant'
                ? claimant.name === 'Zed'
                  ? 1
                  : 0
                : 0;
        const keys = whole.items.map(key);
        const sorted = [...keys].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0) * (backwards ? -1 : 1));
        expect(keys).toEqual(sorted);
        if (by !== 'document')
          for (const [at, item] of whole.items.slice(1).entries())
            if (key(item) === keys[at]) expect(item.claim.start).toBeGreaterThan(whole.items[at]?.claim.start ?? -1);
        const paged: string[] = [];
        for (let more = true; more; ) {
          const after = paged.at(-1);
          const place = after === undefined ? null : { at: paged.length, after };
          const page = await store.lists.claims({}, { by, backwards }, { place, limit: 7 });
          paged.push(...page.items.map(({ claim }) => claim.id));
          more = page.more;
        }
        expect(paged).toEqual(whole.items.map(({ claim }) => claim.id));
      }
    const gone = await store.lists.claims(
      {},
      { by: 'document', backwards: false },
      { place: { at: 7, after: 'c-x' }, limit: 1 },
    );
    expect(gone.items[0]?.claim.id).toBe('c-00007');
    await store.close();
  });

  it('takes words as they stand, and counts what the other filters leave', async () => {
    const store = await openStore(join(folder, 'lists'), Buffer.alloc(32, 1));
    const found = async (question: string) =>
      (
        await store.lists.claims(
          { terms: searchTerms(question) },
          { by: 'document', backwards: false },
          { place: null, limit: 100 },
        )
      ).total;
    // Two is a whole number: only longer words may be beginnings.
    expect(await found('100% number 2')).toBe(1);
    expect(await found('numb "abc 100"')).toBe(25);
    expect(await found('1%0')).toBe(0);
    expect(await found('n_mber')).toBe(0);
    expect(await found("'; drop table claim; --")).toBe(0);
    expect(await store.lists.claimFacets({ status: 'accepted', counts: 'ship' }, 50)).toEqual({
      status: [{ value: 'accepted', count: 12 }],
      claimant: [
        { value: 'Zed', count: 8 },
        { value: 'Ünïted', count: 4 },
      ],
      predicate: [{ value: 'said', count: 12 }],
      counts: [{ value: 'ship', count: 12 }],
    });
    expect((await store.lists.claimFacets({ claimant: 'Ünïted' }, 50)).counts).toEqual([
      { value: 'missile', count: 5 },
      { value: 'ship', count: 4 },
    ]);
    expect((await store.lists.claimFacets({ claimant: 'Ünïted' }, 1)).claimant).toEqual([{ value: 'Zed', count: 16 }]);
    await store.close();
  });

  it('lays side by side as many figures as a page has room for, or all of them, in order', async () => {
    const store = await openStore(join(folder, 'compared'), Buffer.alloc(32, 1));
    await store.write(projection(5));
    const relations = ['c-00001 and c-00002', 'c-00001 and c-00003'];
    const laid = (...places: readonly number[]) => ({
      id: 'm-1',
      title: 'Ships',
      relations,
      rows: places.map((at) => ({ claim: `c-0000${at}` })),
      origins: { origins: [], paths: places.map((at) => ({ document: `sha256:${at}` })) },
    });
    expect(await store.comparisons()).toEqual([laid(1, 2, 3)]);
    const shown = laid(1, 3);
    expect(await store.comparison('m-1')).toEqual(shown);
    expect(await store.details.comparisonsOn(['c-00002'])).toEqual([shown]);
    expect((await store.lists.comparisons({ place: null, limit: 5 })).items).toEqual([
      { ...laid(3), relations: relations.slice(1), figures: 3, pairs: 2 },
    ]);
    expect(await store.blocks.comparisons(['m-1', 'm-2'])).toEqual([
      { id: 'm-1', title: 'Ships', claims: ['c-00001', 'c-00002', 'c-00003'] },
    ]);
    expect(await store.blocks.comparisonsOf(['c-00002-0'])).toEqual(['m-1']);
    expect(await store.comparison('m-2')).toBeUndefined();
    await store.close();
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
