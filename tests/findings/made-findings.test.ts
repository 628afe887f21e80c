import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/claims/model/claim.ts';
import { asNamed } from '../../src/claims/model/party.ts';
import { deriveMadeFinding, madeFindingId, saysTheSame } from '../../src/findings/allegations/made-finding.ts';
import { testAllegations } from '../../src/findings/allegations/test-allegations.ts';
import { type FindingReply, type Hearing, replyState, UNHEARD } from '../../src/findings/model/hearing.ts';
import { stanceOf } from '../../src/findings/model/reply-stance.ts';
import { loadRegime } from '../../src/regime/loading/load.ts';
import type { Activity } from '../../src/regime/model/activity.ts';
import { claimOf } from './sample-claim.ts';

const regime = loadRegime('un-1718');
const activity: Activity = {
  date: '2024-05-01',
  act: 'supply',
  goods: { name: 'artillery shells' },
  from: 'KP',
  to: 'RU',
};
const shells = {
  predicate: 'transferred',
  roles: { agent: ['Pyongyang'], recipient: ['Moscow'], object: ['artillery shells'] },
} as const;

const context = (options: { origins?: number; hearing?: Hearing } = {}) => ({
  regime,
  publishedOf: () => '2024-06-10',
  statedBy: () => '2024-06-10',
  originsOf: () => options.origins ?? 1,
  partyOf: asNamed,
  contradictions: [],
  hearingOf: () => options.hearing ?? UNHEARD,
  reviewOf: () => undefined,
});
const make = (claims: readonly Claim[], options: Parameters<typeof context>[0] & { activity?: Activity } = {}) =>
  deriveMadeFinding(
    {
      id: 'f-made',
      title: 'Shells for Russia',
      regime: 'un-1718',
      activity: options.activity ?? activity,
      claims: claims.map(({ id }) => id),
      maker: { act: 'a-1', by: 'Ada Analyst', at: '2024-06-11T00:00:00.000Z', reason: null, adopts: null },
    },
    claims,
    context(options),
  );

const made = { act: 'a-2', by: 'Ada Analyst', at: '2024-07-01T00:00:00.000Z' };
const reply = (fields: Partial<FindingReply>): FindingReply => ({
  ...made,
  party: 'The Ministry',
  sent: '2024-06-12',
  deadline: '2024-06-26',
  received: '2024-06-20',
  text: null,
  stance: null,
  ...fields,
});
const heard = (fields: Partial<Hearing>): Hearing => ({ ...UNHEARD, ...fields });

describe('a finding that a person made', () => {
  it('has its verdict from the regime and its status from its claims', () => {
    const finding = make([claimOf(shells)]);
    expect(finding.assessment.verdict).toBe('prohibited');
    expect(finding.status).toBe('single-source');
    expect(make([claimOf(shells), claimOf(shells)], { origins: 2 }).status).toBe('corroborated');
    expect(make([claimOf({ ...shells, claimant: { name: 'a source', kind: 'unnamed' } })]).status).toBe('alleged');
  });

  it('calls asserted only what the program reads in a claim', () => {
    const told = claimOf({ predicate: 'said', quote: 'Shells were seen.', roles: { agent: ['Seoul'] } });
    const [what, from] = make([told]).elements;
    expect(what).toMatchObject({ state: 'stated', claims: [] });
    expect(from).toMatchObject({ state: 'stated', claims: [] });
    const [read] = make([told, claimOf(shells)]).elements;
    expect(read).toMatchObject({ state: 'asserted', claims: [expect.any(String)] });
  });

  it('takes nobody who tells of another matter for a witness of this one', () => {
    const witness = claimOf({ ...shells, when: { from: '2024-05-01', to: '2024-05-31', raw: 'in May 2024' } });
    const elsewhere = claimOf({
      ...shells,
      roles: { ...shells.roles, recipient: ['Vietnam'] },
      when: { from: '2023-01-01', to: '2023-12-31', raw: 'in 2023' },
    });
    const timber = claimOf({ ...shells, roles: { ...shells.roles, object: ['timber'] } });
    const planned = claimOf({ ...shells, factuality: 'plan' });
    const birth = claimOf({
      predicate: 'said',
      quote: 'The court acquitted Pak, born on 12 May 1988.',
      roles: { object: ['Pak'] },
      when: { from: '1988-05-12', to: '1988-05-12', raw: 'on 12 May 1988' },
    });
    const finding = make([witness, elsewhere, timber, planned, birth]);
    expect(finding.elements.map(({ claims }) => claims)).toEqual(finding.elements.map(() => [witness.id]));
    expect(finding.allegation.period).toEqual({ from: '2024-05-01', to: '2024-05-31' });
    expect(finding.claims).toHaveLength(5);
    const alone = make([birth]);
    expect(alone.elements.at(-1)).toMatchObject({ text: 'It took place', state: 'stated', claims: [] });
    expect(alone.allegation.period).toEqual({ from: null, to: '2024-05-01' });
  });

  it('keeps wider and narrower words for the thing, and what was handed over at sea', () => {
    const wider = claimOf({ ...shells, roles: { ...shells.roles, object: ['ammunition'] } });
    const bare = claimOf({ ...shells, roles: { agent: ['Pyongyang'], recipient: ['Moscow'] } });
    const atSea = claimOf({ ...shells, predicate: 'ship-to-ship-transferred' });
    expect(make([wider, bare, atSea]).elements.at(-1)?.claims).toEqual([wider.id, bare.id, atSea.id]);
  });

  it('holds no denial of another thing, or of another side, against it', () => {
    const seoul = { name: 'Seoul', kind: 'state', country: 'KR' } as const;
    const told = claimOf({ ...shells, claimant: seoul });
    const missiles = claimOf({
      ...shells,
      claimant: seoul,
      polarity: 'denies',
      roles: { ...shells.roles, object: ['ballistic missiles'] },
    });
    const elsewhere = claimOf({ ...shells, polarity: 'denies', roles: { ...shells.roles, recipient: ['Syria'] } });
    expect(make([told, missiles, elsewhere])).toMatchObject({ status: 'single-source', dissents: [] });
    const moscow = { name: 'Moscow', kind: 'state', country: 'RU' } as const;
    const denied = claimOf({ ...shells, claimant: moscow, polarity: 'denies' });
    expect(make([told, denied]).status).toBe('contested');
    const back = claimOf({ ...shells, claimant: seoul, polarity: 'denies' });
    expect(make([told, back]).status).toBe('contested');
  });

  it('says that what claims only infer is inferred', () => {
    const use = claimOf({
      predicate: 'fired',
      roles: { agent: ['Russia'], instrument: ['North Korean artillery shells'] },
    });
    expect(make([use]).allegation.inference).toMatch(/were transferred/);
    expect(make([use, claimOf(shells)]).allegation.inference).toBeNull();
  });

  it('is contested by a denial among its claims, and withdrawn when its claims were rejected', () => {
    const denial = claimOf({
      ...shells,
      polarity: 'denies',
      claimant: { name: 'Russia', kind: 'state', country: 'RU' },
    });
    const contested = make([claimOf(shells), denial]);
    expect(contested).toMatchObject({ status: 'contested', statusReason: 'Denied by Russia.' });
    expect(contested.dissents.map(({ by }) => by)).toEqual(['Russia']);
    expect(make([claimOf({ ...shells, status: 'rejected' })])).toMatchObject({ status: 'withdrawn' });
    expect(make([claimOf(shells), { ...denial, status: 'rejected' }]).status).toBe('single-source');
  });

  it('is one finding when it is made twice, and stands in for the proposal that says the same', () => {
    const claims = [claimOf(shells)];
    const [proposal] = testAllegations(claims, context()).findings;
    const ids = claims.map(({ id }) => id);
    expect(
      saysTheSame(
        { regime: 'un-1718', activity: { ...proposal?.activity, via: [] } as Activity, claims: ids },
        proposal!,
      ),
    ).toBe(true);
    expect(saysTheSame({ regime: 'un-1718', activity, claims: ids }, proposal!)).toBe(false);
    expect(madeFindingId('un-1718', activity, ['c-2', 'c-1'])).toBe(
      madeFindingId('un-1718', { ...activity, origin: null }, ['c-1', 'c-2']),
    );
    expect(madeFindingId('un-1718', { ...activity, to: 'CN' }, ['c-1'])).not.toBe(
      madeFindingId('un-1718', activity, ['c-1']),
    );
  });
});

describe('what was said of a finding', () => {
  it.each([
    ['We deny these allegations.', 'denies'],
    ['No letter of yours reached us before. Our company did not transfer oil to any vessel.', 'denies'],
    ['We confirm receipt of your letter and have opened an investigation.', 'neither'],
    ['The company does not deny that the transfer took place.', 'neither'],
  ])('reads %j as: %s', (text, stance) => {
    expect(stanceOf(reply({ text }))).toBe(stance);
  });

  it('takes the word of whoever logged the reply before the program’s reading', () => {
    expect(stanceOf(reply({ text: 'We deny these allegations.', stance: 'neither' }))).toBe('neither');
    expect(stanceOf(reply({ text: 'These are lies.', stance: 'denies' }))).toBe('denies');
    expect(stanceOf(reply({ received: null }))).toBeNull();
    const ours = { party: 'Mekong Institute', text: 'We stand by what we wrote. Laos denies it without evidence.' };
    expect(stanceOf(reply(ours))).toBe('neither');
    expect(stanceOf(reply({ ...ours, party: 'Ministry of Trade of Laos', text: 'Laos denies it.' }))).toBe('denies');
  });

  it('makes the finding contested, with the reason', () => {
    const finding = make([claimOf(shells)], {
      hearing: heard({ replies: [reply({ text: 'We deny these allegations.' })] }),
    });
    expect(finding).toMatchObject({
      status: 'contested',
      statusReason: 'Denied by The Ministry in a reply of 2024-06-20.',
    });
    expect(make([claimOf(shells)], { hearing: heard({ replies: [reply({ stance: 'accepts' })] }) }).status).toBe(
      'single-source',
    );
  });

  it('contests the program’s own proposals too', () => {
    const hearing = heard({ replies: [reply({ stance: 'denies' })] });
    expect(testAllegations([claimOf(shells)], context({ hearing })).findings[0]).toMatchObject({
      status: 'contested',
      hearing,
    });
  });

  it.each([
    [null, 'contested'],
    ['3', 'contested'],
    ['6', 'contested'],
    ['4', 'single-source'],
    ['5', 'single-source'],
  ] as const)('weighs a challenge of credibility %s: %s', (credibility, status) => {
    const challenge = { ...made, from: 'A reader', date: '2024-07-01', text: 'No.', assessment: null, credibility };
    expect(make([claimOf(shells)], { hearing: heard({ challenges: [challenge] }) }).status).toBe(status);
  });

  it('is overdue on the day after the deadline, and received on the day it came', () => {
    expect(replyState(reply({ received: null }), '2024-06-26')).toBe('awaited');
    expect(replyState(reply({ received: null }), '2024-06-27')).toBe('overdue');
    expect(replyState(reply({ received: null, deadline: null }), '2030-01-01')).toBe('awaited');
    expect(replyState(reply({}), '2024-06-19')).toBe('awaited');
    expect(replyState(reply({}), '2024-06-20')).toBe('received');
  });
});
