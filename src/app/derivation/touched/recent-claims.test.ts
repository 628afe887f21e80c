import { expect, it } from 'vitest';
import type { Claim } from '../../../claims/model/claim.ts';
import type { HeldClaim } from '../../../store/blocks.ts';
import { heldClaims, openRecentClaims } from './recent-claims.ts';

const tables = new Map(
  Array.from({ length: 12 }, (_, at): [string, HeldClaim] => {
    const [id, document] = [`c-${at}`, `d-${at % 4}`];
    return [id, { claim: { id, document } as unknown as Claim, at, sight: null }];
  }),
);
const asked = new Map([...tables].map(([id, { claim }]) => [id, claim.document as string]));
const read: string[] = [];
const blocks = {
  claims: async (ids: readonly string[]) => {
    read.push(...ids);
    return ids.flatMap((id) => tables.get(id) ?? []);
  },
};

it('gives all claims that are asked for, though there is room for fewer', async () => {
  const found = await heldClaims(asked, openRecentClaims(5), blocks);
  expect([...found].sort()).toEqual([...tables].sort());
});

it('reads those alone that were forgotten, and gives the others as they were', async () => {
  const recent = openRecentClaims();
  const before = await heldClaims(asked, recent, blocks);
  recent.forget(['d-1']);
  read.length = 0;
  const after = await heldClaims(asked, recent, blocks);
  expect(read.sort()).toEqual(['c-1', 'c-5', 'c-9']);
  expect(after.get('c-2')).toBe(before.get('c-2'));
});
