import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atOnce } from '../../core/steps.ts';
import { readTextLayer } from '../../documents/read.ts';
import { extractClaims } from '../extraction.ts';
import type { Claim } from '../model/claim.ts';
import { compareQuantities } from './comparison.ts';
import { type IncidentMemory, incidentStatus, proposeIncidents } from './incident.ts';
import { clusterOrigins, type OriginJudgement } from './independence.ts';
import { shareEnough } from './same-event.ts';

async function claimsOf(text: string): Promise<Claim[]> {
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'a.txt' });
  return extractClaims(layer, { source: { name: 'The Paper', kind: 'newsroom' }, published: '2024-03-29' });
}

const proposed = (...asked: Parameters<typeof proposeIncidents>) => atOnce(proposeIncidents(...asked));

const PIRATES =
  'Kenyan officials said that Eritrea attacked Yemen with rockets around 50 times. Oman said that Eritrea attacked Yemen at least 10 times.';
const independent: OriginJudgement = {
  kind: 'independent',
  a: 'Kenyan officials',
  b: 'Oman',
  by: 'A. Analyst',
  at: '2024-04-02',
  reason: 'Own radar on both sides.',
};
describe('incidents', () => {
  test('claims of one event are proposed with their reason', async () => {
    const claims = await claimsOf(`${PIRATES} Chad said that Peru attacked Cuba 3 times.`);
    const [proposal, ...others] = proposed(claims);
    expect(others).toEqual([]);
    expect(proposal?.claims).toEqual(claims.slice(0, 2).map((claim) => claim.id));
    expect(proposal?.reason).toContain('Eritrea');
  });

  test('a memory of other claims changes no proposal', async () => {
    const reported = await claimsOf(`${PIRATES} Chad said that Eritrea attacked Yemen 3 times.`);
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.constantFrom('proposed', 'accepted', 'rejected', null), { minLength: 3, maxLength: 3 })),
        (rounds) => {
          const memory: IncidentMemory = new Map();
          for (const statuses of rounds) {
            const claims = reported.flatMap((claim, at) => {
              const status = statuses[at] ?? null;
              return status === null ? [] : [{ ...claim, status: status as Claim['status'] }];
            });
            expect(proposed(claims, memory)).toEqual(proposed(claims));
          }
        },
      ),
    );
  });

  test('an act that only writes a claim in another order of fields sends nothing back to be gathered', async () => {
    const reported = await claimsOf(PIRATES);
    const memory: IncidentMemory = new Map();
    const [before] = proposed(reported, memory);
    const turned = reported.map((claim) => Object.fromEntries(Object.entries(claim).reverse()) as Claim);
    expect(proposed(turned, memory)[0]).toBe(before);
    const parted = turned.map((claim, at) =>
      at === 0 ? claim : { ...claim, basis: { ...claim.basis, agent: 'open' as const, object: 'open' as const } },
    );
    expect(proposed(parted, memory)).toEqual([]);
  });

  test('two claimants count as one origin until somebody judges them independent', async () => {
    const claims = await claimsOf(PIRATES);
    expect(clusterOrigins(claims)).toHaveLength(1);
    expect(clusterOrigins(claims, [independent])).toHaveLength(2);
    expect(clusterOrigins(claims, [independent, { ...independent, kind: 'derives' }])).toHaveLength(1);
  });

  test('status follows from the claims and their origins', async () => {
    const claims = (await claimsOf(PIRATES)).map((claim) => ({ ...claim, modality: 'alleges' as const }));
    expect(incidentStatus(claims, clusterOrigins(claims))).toBe('alleged');
    expect(incidentStatus(claims, clusterOrigins(claims, [independent]))).toBe('corroborated');
    expect(
      incidentStatus(
        claims.map((claim) => ({ ...claim, status: 'withdrawn' as const })),
        [],
      ),
    ).toBe('withdrawn');
    const denied = claims.map((claim, i) => (i === 0 ? { ...claim, polarity: 'denies' as const } : claim));
    expect(incidentStatus(denied, clusterOrigins(denied))).toBe('contested');
    // "No weapons came" says nothing of workers who came.
    const apart = denied.map((claim, i) => ({
      ...claim,
      roles: { ...claim.roles, object: [i === 0 ? 'weapons' : 'workers'] },
    }));
    expect(incidentStatus(apart, clusterOrigins(apart))).not.toBe('contested');
    const stated = claims.map((claim) => ({ ...claim, modality: 'states' as const }));
    expect(incidentStatus(stated, clusterOrigins(stated))).toBe('single-source');
  });
});

test('one number of two things may have drifted on its way', async () => {
  const [attacks, rockets] = await claimsOf(
    'Kenya said that Eritrea attacked Yemen around 50 times. Oman said that Eritrea attacked Yemen with around 50 rockets.',
  );
  expect(compareQuantities(attacks!.quantities[0]!, rockets!.quantities[0]!).drift).toBe(true);
  const [guns, boats] = await claimsOf(
    'Kenya said that Eritrea shipped Yemen 900 rockets. Oman said that Eritrea shipped Yemen 400 boats.',
  );
  expect(compareQuantities(guns!.quantities[0]!, boats!.quantities[0]!).drift).toBe(false);
});

test('things that are only called alike are not one thing', () => {
  const reported = (object: string, at: number): Claim => ({
    ...({} as Claim),
    id: `c-${at}`,
    document: `sha256:${String(at).repeat(64)}`,
    predicate: 'transferred',
    polarity: 'asserts',
    status: 'proposed',
    roles: { agent: ['the vessels'], object: [object] },
    basis: { agent: 'explicit', object: 'explicit' },
    when: { from: null, to: null, raw: null },
    where: ['Nampo'],
    quantities: [],
  });
  expect(proposed([reported('the cargo', 1), reported('the cargo', 2)])).toEqual([]);
});

describe('proposals', () => {
  const name = fc.constantFrom('Russia', 'Moscow', 'Iran', 'the Sea Lily', 'Acme');
  const some = fc.uniqueArray(name, { maxLength: 2 });
  const drawn = fc.record({
    predicate: fc.constantFrom('transferred' as const, 'attacked' as const),
    roles: fc.record({ agent: some, object: some, recipient: some }),
    where: fc.uniqueArray(fc.constantFrom('Nampo', 'Odesa'), { maxLength: 2 }),
    when: fc.constantFrom(
      { from: null, to: null },
      { from: '2023-01-01', to: '2023-01-31' },
      { from: '2024-01-01', to: null },
    ),
  });

  test('are those that a comparison of every claim with every group would make', async () => {
    const [first] = await claimsOf(PIRATES);
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 12 }), (drafts) => {
        const claims = drafts.map(
          (draft, at): Claim => ({
            ...first!,
            id: `c-${at}`,
            ...draft,
            when: { ...draft.when, raw: null },
            // Parts that were read with certainty: others are had in common with nobody.
            basis: { agent: 'explicit', object: 'explicit', recipient: 'explicit' },
          }),
        );
        const groups: Claim[][] = [];
        for (const claim of claims) {
          const home = groups.find((members) => members.every((member) => sharesEnough(member, claim)));
          if (home === undefined) groups.push([claim]);
          else home.push(claim);
        }
        const expected = groups.filter(({ length }) => length > 1).map((members) => members.map(({ id }) => id));
        expect(proposed(claims).map((proposal) => proposal.claims)).toEqual(expected);
      }),
    );
  });

  test('of a matter that is told in hundreds of ways are those of comparing each two claims', async () => {
    const [first] = await claimsOf(PIRATES);
    const places = fc.uniqueArray(
      fc.integer({ min: 1, max: 40 }).map((at) => `Port ${at}`),
      { maxLength: 3 },
    );
    const day = fc.integer({ min: 1, max: 28 }).map((one) => `2023-0${1 + (one % 9)}-${String(one).padStart(2, '0')}`);
    const when = fc.oneof(
      fc.constant({ from: null, to: null }),
      fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
      day.map((from) => ({ from, to: null })),
    );
    const party = fc.constantFrom('Russia', 'Moscow', 'Iran', 'China', 'Acme', 'Sea Lily');
    const some = fc.uniqueArray(party, { maxLength: 3 });
    const draft = fc.record({
      roles: fc.record({ agent: some, object: some, destination: some }),
      where: places,
      when,
    });
    fc.assert(
      fc.property(fc.array(draft, { minLength: 60, maxLength: 120 }), (drafts) => {
        const claims = drafts.map(
          ({ when: time, ...rest }, at): Claim => ({
            ...(first as Claim),
            id: `c-${at}`,
            ...rest,
            when: { ...time, raw: null },
            basis: { agent: 'explicit', object: 'explicit', destination: 'explicit' },
          }),
        );
        const groups: Claim[][] = [];
        for (const claim of claims) {
          const home = groups.find((members) => members.every((member) => shareEnough(member, claim)));
          if (home === undefined) groups.push([claim]);
          else home.push(claim);
        }
        const expected = groups.filter(({ length }) => length > 1).map((members) => members.map(({ id }) => id));
        expect(proposed(claims).map((proposal) => proposal.claims)).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });
});

/** The rule of a proposal in its plainest form: one predicate, a name and one name or place more in common, nothing against it. */
function sharesEnough(a: Claim, b: Claim): boolean {
  const stands = (one: string): string => (one === 'Moscow' ? 'Russia' : one);
  const common = (some: readonly string[], others: readonly string[]): number =>
    some.filter((one) => others.some((other) => stands(one) === stands(other))).length;
  const states = (names: readonly string[] = []): string[] =>
    names.map(stands).filter((one) => /^(Russia|Iran)$/.test(one));
  const against = (role: 'agent' | 'recipient'): boolean => {
    const [left, right] = [states(a.roles[role]), states(b.roles[role])];
    return left.length > 0 && right.length > 0 && common(left, right) === 0;
  };
  const objects = ({ roles }: Claim): string[] => [...new Set([...(roles.object ?? []), ...(roles.recipient ?? [])])];
  const names = common(a.roles.agent ?? [], b.roles.agent ?? []) + common(objects(a), objects(b));
  const [x, y] = [a.when, b.when];
  const apart = x.from !== null && y.from !== null && x.from.slice(0, 4) !== y.from.slice(0, 4);
  return (
    a.predicate === b.predicate &&
    !apart &&
    !against('agent') &&
    !against('recipient') &&
    names > 0 &&
    names + common(a.where, b.where) > 1
  );
}
