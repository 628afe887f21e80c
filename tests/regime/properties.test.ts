import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dateOfDayNumber, dayNumberOf } from '../../src/core/time/calendar.ts';
import { assess } from '../../src/regime/evaluation/assess.ts';
import { loadRegime } from '../../src/regime/loading/load.ts';
import type { Activity, Designation } from '../../src/regime/model/activity.ts';
import { BALLOTS, type Ballot, tallyBallots } from '../../src/regime/model/ballots.ts';
import { isInForce, type Provision } from '../../src/regime/model/regime.ts';
import { isFullCount } from '../full-count.ts';

const regime = loadRegime('un-1718');
const { target } = regime;
const runs = isFullCount ? 20_000 : 400;

/** Every day on which an answer may change: the first day of something, or the day after its last. */
const boundaryDays = boundaries();

function boundaries(): readonly string[] {
  const days = new Set<string>();
  const term = (from: string | null | undefined, to: string | null | undefined) => {
    if (from) days.add(from);
    if (to) days.add(addDays(to, 1));
  };
  for (const provision of regime.provisions) {
    term(provision.from, provision.to);
    term(null, provision.windDown?.until);
    for (const exemption of provision.exemptions) term(exemption.from, exemption.until);
    for (const period of provision.cap?.periods ?? []) {
      term(period.from, period.until);
      // A recurring period starts over each year; the total that is due changes with it.
      for (let year = Number(period.from.slice(0, 4)); period.everyMonths === 12 && year < 2032; year++)
        days.add(`${year}${period.from.slice(4)}`);
    }
  }
  for (const designation of regime.designations) term(designation.listedFrom, designation.listedTo);
  return [...days].sort();
}

const anyDay = fc.integer({ min: dayNumberOf('2005-01-01'), max: dayNumberOf('2030-12-31') }).map(dateOfDayNumber);
const state = fc.constantFrom(target, 'CN', 'RU', null);
const anyActivity: fc.Arbitrary<Omit<Activity, 'date'>> = fc.record({
  act: fc.constantFrom(...regime.acts.map((act) => act.id)),
  goods: fc.oneof(
    fc.constant(null),
    fc.constantFrom(...regime.goods.map((entry) => ({ name: entry.name }))),
    fc
      .constantFrom('2701', '2710', '2709', '0306', '6203', '8704', '84', '72', '93', '1006', '7108', '8901')
      .map((hs) => ({ hs })),
  ),
  from: state,
  to: state,
  origin: fc.constantFrom(null, target, 'RU'),
  parties: fc.oneof(fc.constant([]), fc.constantFrom(...regime.designations.slice(0, 40).map((row) => [row.id]))),
  contractDate: fc.constantFrom(null, '2010-01-01', '2017-09-01', '2018-02-01'),
  circumstances: fc.subarray(
    regime.circumstances.map((entry) => (entry.withCountry ? `${entry.id}:${target}` : entry.id)),
    { maxLength: 3 },
  ),
});

function outline(activity: Activity): unknown {
  const { verdict, grounds, exemptions } = assess(regime, activity);
  return {
    verdict,
    grounds: grounds.map((row) => [row.provision, row.effect]),
    exemptions: exemptions.map((row) => [row.provision, row.met]),
  };
}

describe('assessments as the days go by', () => {
  test('between two boundaries the answer does not change', () => {
    fc.assert(
      fc.property(anyActivity, anyDay, fc.nat(), (activity, day, step) => {
        const next = boundaryDays.find((boundary) => boundary > day) ?? '2031-01-01';
        const last = dayNumberOf(next) - 1;
        const later = dateOfDayNumber(dayNumberOf(day) + (step % (last - dayNumberOf(day) + 1)));
        expect(outline({ ...activity, date: later })).toEqual(outline({ ...activity, date: day }));
      }),
      { numRuns: runs },
    );
  });

  test('only provisions in force answer, so that a replaced one never does', () => {
    const byId = new Map(regime.provisions.map((provision) => [provision.id, provision]));
    let answered = 0;
    fc.assert(
      fc.property(anyActivity, anyDay, (activity, date) => {
        for (const ground of assess(regime, { ...activity, date }).grounds) {
          answered++;
          const provision = byId.get(ground.provision) as Provision;
          expect(isInForce(provision, date)).toBe(true);
          if (provision.replacedBy !== null) expect(date < (byId.get(provision.replacedBy)?.from ?? '')).toBe(true);
        }
      }),
      { numRuns: runs },
    );
    expect(answered).toBeGreaterThan(0);
  });

  test('the answer does not depend on the other assessments made before it', () => {
    fc.assert(
      fc.property(anyActivity, anyDay, anyActivity, (activity, date, other) => {
        const first = outline({ ...activity, date });
        assess(regime, { ...other, date });
        expect(outline({ ...activity, date })).toEqual(first);
      }),
      { numRuns: Math.min(runs, 500) },
    );
  });

  test('stating that the Committee approved never makes an answer graver', () => {
    fc.assert(
      fc.property(anyActivity, anyDay, (activity, date) => {
        const plain = assess(regime, { ...activity, date });
        const approved = assess(regime, {
          ...activity,
          date,
          circumstances: [...(activity.circumstances ?? []), 'committee-approved'],
        });
        if (plain.verdict === 'exempt' || plain.verdict === 'not-covered') expect(approved.verdict).toBe(plain.verdict);
        if (date >= '2016-11-30') expect(['exempt', 'within-cap', 'not-covered']).toContain(approved.verdict);
      }),
      { numRuns: runs },
    );
  });
});

/** An activity made to meet one provision, out of nothing but what the provision itself says. */
function activityFor(provision: Provision): { activity: Activity; designations: Designation[] } {
  const scope = provision.goods;
  const excepted = scope?.except?.classes ?? [];
  const entryOf = (classes: readonly string[]) =>
    regime.goods.find(
      (entry) =>
        entry.classes.some((name) => classes.includes(name)) && !entry.classes.some((name) => excepted.includes(name)),
    );
  const named = scope ? entryOf(scope.classes) : undefined;
  const code = scope?.hs[0]?.split('-')[0];
  const goods = scope?.all ? { hs: '9405' } : named ? { name: named.name } : code ? { hs: code } : null;
  const ends = provision.direction === 'into-target' ? { from: 'CN', to: target } : { from: target, to: 'CN' };
  const chosen = [...provision.when, ...provision.whenAny.slice(0, 1)].map((word) =>
    word.replace(/:target$/, `:${target}`),
  );
  const listed = provision.parties?.listedUnder[0];
  return {
    activity: {
      date: provision.from,
      act: provision.acts[0] ?? '',
      goods,
      ...ends,
      contractDate: provision.contractMissing === undefined ? null : provision.from,
      parties: listed ? ['test-party'] : [],
      circumstances: chosen,
    },
    designations: listed ? [{ id: 'test-party', listedFrom: provision.from, listedTo: null, basis: [listed] }] : [],
  };
}

const inLaw = regime.provisions.filter((provision) => provision.to === null || provision.to >= provision.from);
const acting = inLaw.filter((provision) => provision.acts.length > 0);

describe('every provision', () => {
  test.each(acting.map((provision) => [provision.id, provision] as const))(
    '%s is reached by an activity made for it',
    (id, provision) => {
      const { activity, designations } = activityFor(provision);
      const answer = assess(regime, activity, { designations });
      const binding = provision.effect === 'prohibits' || provision.effect === 'caps';
      expect((binding ? answer.grounds : answer.considered).map((row) => row.provision)).toContain(id);
    },
  );

  test('that lifts others is listed among the exemptions', () => {
    const exempting = inLaw.filter((row) => row.effect === 'exempts');
    expect(exempting.length).toBeGreaterThanOrEqual(7);
    for (const provision of exempting) {
      const lifted =
        provision.lifts === 'all'
          ? acting.find((row) => row.effect === 'prohibits' && isInForce(row, provision.from))
          : regime.provisions.find((row) => row.id === provision.lifts?.[0]);
      const { activity, designations } = activityFor(lifted as Provision);
      const circumstances = [...(activity.circumstances ?? []), ...provision.when, ...provision.whenAny.slice(0, 1)];
      const own = provision.onlyParties.slice(0, 1);
      const answer = assess(
        regime,
        { ...activity, date: provision.from, circumstances, ...(own.length > 0 ? { parties: own } : {}) },
        { designations },
      );
      expect(answer.exemptions).toContainEqual(expect.objectContaining({ provision: provision.id, met: true }));
    }
  });

  test.each(
    acting
      .filter((row) => (row.direction === 'into-target' || row.direction === 'from-target') && row.whenAny.length === 0)
      .map((row) => [row.id, row] as const),
  )('%s does not answer for the other direction', (id, provision) => {
    const { activity, designations } = activityFor(provision);
    const turned = { ...activity, from: activity.to ?? null, to: activity.from ?? null };
    expect(assess(regime, turned, { designations }).grounds.map((row) => row.provision)).not.toContain(id);
  });

  test('without an activity is one that only establishes or reaffirms', () => {
    const without = regime.provisions.filter(({ acts }) => acts.length === 0);
    expect(without.length).toBeGreaterThan(0);
    for (const { effect } of without) expect(['reaffirms', 'establishes', 'exempts']).toContain(effect);
  });

  test('that is tightened stays in force, and both answer', () => {
    const byId = new Map(regime.provisions.map((provision) => [provision.id, provision]));
    for (const provision of regime.provisions)
      for (const id of provision.tightens) {
        const earlier = byId.get(id) as Provision;
        expect(earlier.to === null || earlier.replacedBy !== null, `${id} tightened by ${provision.id}`).toBe(true);
      }
    const shells = assess(regime, {
      date: '2024-01-02',
      act: 'supply',
      goods: { name: 'artillery shell' },
      from: 'KP',
      to: 'RU',
    });
    expect(shells.grounds.map((row) => row.provision)).toEqual([
      'S/RES/1718(2006) OP8(b)',
      'S/RES/1874(2009) OP9',
      'S/RES/2270(2016) OP6',
    ]);
  });
});

describe('the vote rule', () => {
  const council = fc.tuple(...Array.from({ length: 15 }, () => fc.constantFrom(...BALLOTS)));
  const membersOf = (ballots: readonly Ballot[]) =>
    ballots.map((ballot, index) => ({ member: `M${index}`, permanent: index < 5, ballot }));

  test('nine in favour and no permanent member against, and nothing else', () => {
    fc.assert(
      fc.property(council, fc.boolean(), (ballots, procedural) => {
        const { adopted, inFavour, veto } = tallyBallots({ id: 'x', members: membersOf(ballots), procedural });
        const against = ballots.slice(0, 5).includes('no');
        expect(inFavour).toBe(ballots.filter((ballot) => ballot === 'yes').length);
        expect(adopted).toBe(inFavour >= 9 && (procedural || !against));
        expect(veto.length > 0).toBe(inFavour >= 9 && !procedural && against);
      }),
    );
  });

  test('turning an abstention or absence into a yes never defeats a draft, turning a no into an abstention neither', () => {
    fc.assert(
      fc.property(council, fc.nat(14), (ballots, at) => {
        const before = tallyBallots({ id: 'x', members: membersOf(ballots) });
        const kinder = ballots.map(
          (ballot, index): Ballot => (index !== at ? ballot : ballot === 'no' ? 'abstain' : 'yes'),
        );
        if (before.adopted) expect(tallyBallots({ id: 'x', members: membersOf(kinder) }).adopted).toBe(true);
      }),
    );
  });

  test('the order of the members and an abstention against an absence make no difference', () => {
    fc.assert(
      fc.property(council, (ballots) => {
        const members = membersOf(ballots);
        const plain = tallyBallots({ id: 'x', members });
        const turned = tallyBallots({ id: 'x', members: members.toReversed() });
        expect([turned.adopted, turned.inFavour, turned.veto.toSorted()]).toEqual([
          plain.adopted,
          plain.inFavour,
          plain.veto.toSorted(),
        ]);
        const absent = membersOf(ballots.map((ballot) => (ballot === 'abstain' ? 'absent' : ballot)));
        expect(tallyBallots({ id: 'x', members: absent }).adopted).toBe(plain.adopted);
      }),
    );
  });
});
