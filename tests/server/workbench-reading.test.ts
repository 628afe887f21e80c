import { expect, it } from 'vitest';
import type { ClaimPage, ClaimRow } from '../../src/app/workbench/contract/claim.ts';
import type { Problem } from '../../src/app/workbench/contract/page.ts';
import { serveWorkspace } from './served-workspace.ts';

const served = serveWorkspace();

const page = async (query: string): Promise<ClaimPage> =>
  (await (await served.ask(`/claims${query}`)).json()) as ClaimPage;

it('answers what is held already with 304, and again after an act', async () => {
  const first = await served.ask('/claims?limit=1');
  const tag = first.headers.get('etag') ?? '';
  expect(tag).toMatch(/^W\/".+"$/);
  const held = { headers: { 'if-none-match': `"other", ${tag}` } };
  const again = await served.ask('/claims?limit=1', held);
  expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
  const [claim] = ((await first.json()) as ClaimPage).items as [ClaimRow];
  await served.send(`/claims/${claim.id}/grades`, { by: 'Ada', credibility: '3', reason: 'One source.' });
  const changed = await served.ask('/claims?limit=1', held);
  expect(changed.status).toBe(200);
  expect(((await changed.json()) as ClaimPage).items[0]?.grade).toBe('3');
});

it('says of an answer that an act has overtaken how old it is, and gives it only to whoever bears with it', async () => {
  const first = await served.ask('/claims?limit=2');
  const [claim] = ((await first.json()) as ClaimPage).items as [ClaimRow];
  await served.send(`/claims/${claim.id}/grades`, { by: 'Ada', credibility: '4', reason: 'Another look.' });
  const bearing = await served.ask('/claims?limit=2', { headers: { 'cache-control': 'max-stale=30' } });
  expect([bearing.headers.get('etag'), bearing.headers.get('age')]).toEqual([first.headers.get('etag'), '1']);
  const strict = await served.ask('/claims?limit=2', { headers: { 'cache-control': 'max-stale=0' } });
  expect(strict.headers.get('age')).toBeNull();
  expect(((await strict.json()) as ClaimPage).items[0]?.grade).toBe('4');
});

it('gives each item of a list once, page by page, and goes on where an act moved it', async () => {
  const { items, total } = await page('');
  expect(total).toBeGreaterThan(1);
  const [one] = items as readonly ClaimRow[];
  const found: string[] = [];
  for (let next: string | null = ''; next !== null; ) {
    const { items: some, next: after } = await page(`?limit=1${next === '' ? '' : `&cursor=${next}`}`);
    found.push(...some.map(({ id }) => id));
    next = after;
    if (found.length === 1) await served.send('/claims/reviews', { by: 'Ada', ids: [one?.id], status: 'accepted' });
  }
  expect(found).toEqual(items.map(({ id }) => id));
});

it('refuses the cursor of another list', async () => {
  const { next } = await page('?limit=1');
  const answer = await served.ask(`/claims?limit=1&status=proposed&cursor=${next}`);
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({ code: 'bad-option', place: 'cursor' } satisfies Partial<Problem>);
});
