import { describe, expect, test } from 'vitest';
import { answerBatchLine, changesSince, regimeAsOf, tallyLine, votesOf } from '../answer.ts';
import { explainAssessment } from '../explain.ts';
import { loadRegime } from '../loading/load.ts';
import type { Activity } from '../model/activity.ts';
import { assess } from './assess.ts';

const regime = loadRegime('un-1718');
const example: Activity = {
  date: '2018-06-01',
  act: 'supply',
  goods: { hs: '2710', name: 'gasoil' },
  from: 'CN',
  to: 'KP',
  origin: null,
  via: [],
  quantity: { value: '600000', unit: 'barrel' },
  periodTotal: { value: '600000', unit: 'barrel', period: '2018' },
  contractDate: null,
  parties: ['un-KPe.020'],
  circumstances: [],
};

describe('an assessment', () => {
  test('names each ground with its day, its evidence and its source', () => {
    const answer = assess(regime, example);
    expect(answer.verdict).toBe('prohibited');
    expect(answer.grounds).toContainEqual(
      expect.objectContaining({
        provision: 'S/RES/2397(2017) OP5',
        effect: 'cap-exceeded',
        since: '2018-01-01',
        evidence: expect.stringMatching(/seen|recalled/),
      }),
    );
    expect(answer.grounds).toContainEqual(
      expect.objectContaining({ provision: 'S/RES/1718(2006) OP8(d)', effect: 'prohibited', since: '2014-07-28' }),
    );
    expect(answer.exemptions).toContainEqual(
      expect.objectContaining({ provision: 'S/RES/2397(2017) OP25', met: false }),
    );
    expect(answer.monitor).toEqual({
      committee: '1718 Committee',
      panel: 'Panel of Experts (S/RES/2407(2018))',
      outsideUn: [],
    });
  });

  test('null and missing fields mean the same', () => {
    const { origin: _, via: __, contractDate: ___, circumstances: ____, ...short } = example;
    expect(assess(regime, short)).toEqual(assess(regime, example));
  });

  test('says in its text by which factor units were converted', () => {
    const answer = assess(regime, {
      ...example,
      parties: [],
      periodTotal: { value: '70000', unit: 't', period: '2018' },
    });
    expect(answer.verdict).toBe('cap-exceeded');
    expect(answer.grounds[0]?.text).toMatch(/8\.33 barrels a tonne.*7\.50 barrels a tonne/s);
  });

  test('tries no factor of one product on a total, which is of all products', () => {
    const answer = assess(regime, {
      ...example,
      parties: [],
      periodTotal: { value: '60000', unit: 't', period: '2018' },
    });
    expect(answer.verdict).toBe('undetermined');
    expect(answer.grounds[0]?.text).toMatch(/a convention of the press/);
    expect(answer.grounds[0]?.text).not.toMatch(/gas oil|residual/);
  });

  test('tells with an open question how such goods were counted', () => {
    const asked = { date: '2018-06-01', act: 'supply', goods: { hs: '7304' }, from: 'KP', to: 'CN' };
    const answer = assess(regime, asked);
    expect(answer.verdict).toBe('undetermined');
    expect(answer.missing?.join()).toMatch(/HS 73\) count as iron\b(?!.*Panel of Experts)/s);
    expect(answer.practice?.join()).toMatch(/Panel of Experts.*March 2018/s);
  });

  test('tells of no practice with other goods of the same paragraph', () => {
    const counted = (hs: string) =>
      assess(regime, { date: '2023-06-01', act: 'supply', goods: { hs }, from: 'CN', to: 'KP' });
    expect(counted('2713').practice?.join()).toMatch(/bitumen/);
    const other = counted('2712');
    expect(other.missing?.join()).toMatch(/counts as a refined petroleum product/);
    expect(other.practice?.join()).toMatch(/^(?!.*bitumen).*2712/s);
  });

  test('names with an exemption the grounds that it would lift, and no others', () => {
    const asked = { date: '2016-06-01', act: 'supply', goods: { name: 'coal' }, from: 'KP', to: 'CN' };
    const { grounds, exemptions } = assess(regime, asked);
    const ids = new Set(grounds.map(({ provision }) => provision));
    expect(exemptions.length).toBeGreaterThan(0);
    for (const { of } of exemptions) {
      expect(of.length).toBeGreaterThan(0);
      expect(of.filter((one) => !ids.has(one))).toEqual([]);
    }
  });

  test('lays no list of items of double use beside the ban on finished missiles', () => {
    const grounds = (name: string) =>
      assess(regime, { date: '2024-01-02', act: 'supply', goods: { name }, from: 'KP', to: 'RU' }).grounds.map(
        ({ provision }) => provision,
      );
    const double = ['S/RES/2321(2016) OP4', 'S/RES/2371(2017) OP4', 'S/RES/2375(2017) OP4'];
    expect(grounds('medium-range ballistic missile').filter((id) => double.includes(id))).toEqual([]);
    expect(grounds('ring magnet')).toEqual(expect.arrayContaining(double));
  });

  test('takes parties that a caller brings, from their first day to their last', () => {
    const designations = [
      { id: 'x-1', listedFrom: '2018-06-01', listedTo: '2018-06-30', basis: ['S/RES/1718(2006) OP8(d)'] },
    ];
    const on = (date: string) => assess(regime, { date, act: 'asset-dealing', parties: ['x-1'] }, { designations });
    expect(['2018-05-31', '2018-06-01', '2018-06-30', '2018-07-01'].map((date) => on(date).verdict)).toEqual([
      'not-covered',
      'prohibited',
      'prohibited',
      'not-covered',
    ]);
    expect(on('2018-05-31').considered).toContainEqual(
      expect.objectContaining({ reason: expect.stringContaining('listed from 2018-06-01') }),
    );
  });

  test('lists the missing facts and guesses none', () => {
    const answer = assess(regime, {
      date: '2018-06-01',
      act: 'supply',
      goods: { name: 'unobtainium' },
      from: 'CN',
      to: 'KP',
    });
    expect(answer.verdict).toBe('undetermined');
    expect(answer.missing?.join()).toContain('does not hold "unobtainium"');
  });

  test('says when a paragraph would have applied on another day', () => {
    const answer = assess(regime, { date: '2017-12-01', act: 'supply', goods: { hs: '8704' }, from: 'CN', to: 'KP' });
    expect(answer.considered).toContainEqual({
      provision: 'S/RES/2397(2017) OP7',
      reason: 'Not yet: it applies from 2017-12-22 on.',
    });
  });

  test('says when a paragraph is about the other direction', () => {
    const answer = assess(regime, { date: '2018-06-01', act: 'supply', goods: { hs: '2701' }, from: 'CN', to: 'KP' });
    expect(answer.verdict).toBe('not-covered');
    expect(answer.considered).toContainEqual({
      provision: 'S/RES/2371(2017) OP8',
      reason: expect.stringContaining('the other direction (from the target State)'),
    });
  });

  test('reads as sentences, with what was rejected', () => {
    const lines = explainAssessment(assess(regime, example));
    expect(lines[0]).toBe('Prohibited.');
    expect(lines.join('\n')).toMatch(/Considered and not applied[\s\S]*S\/RES\/2375\(2017\) OP14: No longer/);
    expect(lines.join('\n')).toContain('Expert body of the Council: Panel of Experts (S/RES/2407(2018))');
  });
});

describe('a question that cannot be put', () => {
  test.each([
    [{ ...example, act: 'suply' }, 'act-unknown', /nearest is "supply"/],
    [{ ...example, circumstances: ['livelyhood'] }, 'circumstance-unknown', /nearest is "livelihood"/],
    [{ ...example, circumstances: ['partner-vessel-flag'] }, 'circumstance-unknown', /partner-vessel-flag:CN/],
    [{ ...example, circumstances: ['livelihood:KP'] }, 'circumstance-unknown', /takes nothing after a colon/],
    [{ ...example, date: '2018-02-30' }, 'activity-invalid', /YYYY-MM-DD/],
    [
      { ...example, from: 'Noth Korea' },
      'activity-invalid',
      /nearest is "North Korea"; write two letters of ISO 3166-1/,
    ],
    [{ ...example, from: 'Korea' }, 'activity-invalid', /North Korea \(KP\) or South Korea \(KR\)/],
    [{ ...example, date: '01/06/2018' }, 'activity-invalid', /write 2018-06-01 or 2018-01-06/],
    [{ ...example, date: '2018-06' }, 'activity-invalid', /names no day/],
    [{ ...example, goods: { code: '2710' } }, 'activity-invalid', /goods has no field "code"/],
    [{ ...example, goods: ['gasoil', 'coal'] }, 'activity-invalid', /an activity for each/],
    [{ ...example, periodTotal: { value: '600.000', unit: 'barrel' } }, 'activity-invalid', /600000 or 600/],
    [{ ...example, periodTotal: { value: '6,00', unit: 'barrel' } }, 'activity-invalid', /"6,00" must be a number/],
    [{ ...example, periodTotal: { value: '-1', unit: 'barrel', period: '2018' } }, 'activity-invalid', /not negative/],
    [
      { ...example, periodTotal: { value: '1', unit: 'bushel', period: '2018' } },
      'activity-invalid',
      /write one of barrel/,
    ],
    [
      { ...example, periodTotal: { value: '1', unit: 'barrel', period: 'soon' } },
      'activity-invalid',
      /a year \(2018\)/,
    ],
    [{ ...example, contract_date: '2017-01-01' }, 'activity-invalid', /nearest is "contractDate"/],
    [{ ...example, parties: { id: 'un-KPe.020' } }, 'activity-invalid', /parties must be a list/],
    [[], 'activity-invalid', /an activity is an object/],
  ])('%#', (activity, code, message) => {
    const line = answerBatchLine(regime, JSON.stringify({ id: 7, activity }));
    expect(line).toMatchObject({ id: 7, error: { code, message: expect.stringMatching(message) } });
  });

  test.each(['', '{', '[]', 'null', '{"id":"a"}', '"x"'])('the line %j is answered in its place', (line) => {
    expect(answerBatchLine(regime, line)).toMatchObject({ error: { code: 'line-invalid' } });
  });
});

describe('the regime on a day', () => {
  const find = (date: string, id: string) => regimeAsOf(regime, date).provisions.find((row) => row.id === id);

  test('shows what is in force, what ended, and nothing that was not decided yet', () => {
    expect(find('2017-08-04', 'S/RES/2321(2016) OP26')).toMatchObject({ inForce: true, to: null });
    expect(find('2017-08-05', 'S/RES/2321(2016) OP26')).toMatchObject({
      inForce: false,
      to: '2017-08-04',
      replacedBy: 'S/RES/2371(2017) OP8',
    });
    expect(find('2017-08-04', 'S/RES/2371(2017) OP8')).toBeUndefined();
    expect(find('2024-06-01', 'S/RES/1718(2006) OP8(a)(iii)')).toMatchObject({ inForce: true });
    expect(find('2017-12-25', 'S/RES/2397(2017) OP5')).toMatchObject({ inForce: false, from: '2018-01-01' });
  });

  test('shows sub-items that carve something out as entries of their own', () => {
    expect(find('2016-06-01', 'S/RES/2270(2016) OP29(b)')).toMatchObject({ effect: 'exempts', inForce: true });
    expect(find('2016-11-30', 'S/RES/2270(2016) OP29(b)')).toMatchObject({ inForce: false, to: '2016-11-29' });
    const ids = regimeAsOf(regime, '2024-01-01').provisions.map((row) => row.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('shows two mandates between a renewal and the end of the one before', () => {
    const panels = (date: string) =>
      regimeAsOf(regime, date)
        .mandates.filter((row) => row.inForce && row.body.includes('Panel of Experts'))
        .map((row) => row.instrument);
    expect(panels('2018-03-20')).toEqual(['S/RES/2345(2017)']);
    expect(panels('2018-03-21')).toEqual(['S/RES/2345(2017)', 'S/RES/2407(2018)']);
    expect(panels('2018-04-25')).toEqual(['S/RES/2407(2018)']);
    expect(panels('2024-04-30')).toEqual(['S/RES/2680(2023)']);
    expect(panels('2024-05-01')).toEqual([]);
    expect(panels('2009-06-11')).toEqual([]);
  });

  test('never lacks a Panel from June 2009 to April 2024', () => {
    const ended = regime.mandates.filter(
      (mandate) => mandate.kind === 'panel' && mandate.to !== null && mandate.to < '2024-01-01',
    );
    expect(ended).toHaveLength(14);
    for (const row of ended)
      expect(
        regimeAsOf(regime, row.to as string).mandates.filter(
          (other) => other.inForce && other.body === 'Panel of Experts',
        ).length,
      ).toBeGreaterThan(1);
  });

  test('computes the votes from the ballots', () => {
    expect(votesOf(regime, 'S/2024/255')[0]).toMatchObject({
      adopted: false,
      inFavour: 13,
      against: 1,
      abstained: 1,
      veto: ['Russia'],
    });
    expect(votesOf(regime, 'S/2022/431')[0]).toMatchObject({ adopted: false, inFavour: 13, veto: ['China', 'Russia'] });
    expect(votesOf(regime, '2397')[0]).toMatchObject({ id: 'S/RES/2397(2017)', adopted: true, inFavour: 15 });
    expect(votesOf(regime, 's/res/2664 (2022)')[0]).toMatchObject({ adopted: true, inFavour: 14, abstained: 1 });
    expect(() => votesOf(regime, '9999')).toThrow(/No decision "9999"/);
    for (const row of votesOf(regime)) expect(row.ballots?.length).toBe(15);
  });

  test('lists what changed since a day', () => {
    const changes = changesSince(regime, '2024-04-30', '2024-12-31');
    expect(changes.map((row) => `${row.date} ${row.kind} ${row.what}`)).toEqual([
      '2024-05-01 ended Panel of Experts (S/RES/2680(2023))',
      '2024-10-16 began MSMT',
    ]);
    expect(changesSince(regime, '2017-08-04', '2017-08-05')).toContainEqual(
      expect.objectContaining({ kind: 'ended', what: 'S/RES/2321(2016) OP26' }),
    );
  });
});

test('ballot lines are answered one by one', () => {
  expect(tallyLine('{"id":"a","members":[],"procedural":false}')).toEqual({
    id: 'a',
    adopted: false,
    inFavour: 0,
    veto: [],
    reason: 'Not adopted: 0 in favour, 9 needed (Article 27(3)).',
  });
  expect(tallyLine('x')).toMatchObject({ id: null, error: { code: 'line-invalid' } });
  expect(tallyLine('{"id":"b"}')).toMatchObject({ id: 'b', error: { code: 'ballots-invalid' } });
});

describe('the same activity in other words', () => {
  const plain = {
    date: '2018-06-01',
    act: 'supply',
    goods: { hs: '2710' },
    from: 'CN',
    to: 'KP',
    periodTotal: { value: '600000', unit: 'barrel', period: '2018' },
  };
  test.each([
    { from: 'cn', to: 'prk' },
    { from: 'China', to: "Democratic People's Republic of Korea" },
    { to: 'D.P.R.K.' },
    { date: '1 June 2018' },
    { date: 'June 1, 2018' },
    { date: '2018-06-01T23:30:00-08:00' },
    { date: '2018/6/1' },
    { date: 20180601 },
    { goods: { hs: '27.10' } },
    { goods: { hs: '27 10' } },
    { goods: { hs: 'HS code 2710' } },
    { goods: { hs: 2710 } },
    { goods: '2710' },
    { act: 'sell' },
    { via: 'Russia' },
    { periodTotal: { value: '600,000', unit: 'bbls', period: 2018 } },
    { periodTotal: { value: '600 000', unit: 'Barrels', period: 'calendar year 2018' } },
    { periodTotal: { value: '25,200,000', unit: 'US gallons', period: '2018-01/2018-12' } },
    { periodTotal: { value: '95392376.9568', unit: 'litres', period: '2018-01-01 to 2018-12-31' } },
    { periodTotal: { value: '95392.3769568', unit: 'm³', period: '2018-01-01/2018-12-31' } },
  ])('%j', (words) => {
    const activity = { ...plain, ...words } as Parameters<typeof assess>[1];
    const { verdict, grounds } = assess(regime, activity);
    expect({ verdict, grounds: grounds.map((row) => row.provision) }).toEqual({
      verdict: 'cap-exceeded',
      grounds: ['S/RES/2397(2017) OP5'],
    });
  });

  test.each([
    ['52500', 'tons', 'within-cap'],
    ['525000001', 'kg', 'cap-exceeded'],
    ['525000000', 'kg', 'within-cap'],
    ['0.6', 'Mt', 'cap-exceeded'],
    ['0.6', 'mt', 'within-cap'],
    ['526', 'kt', 'cap-exceeded'],
    ['520000', 'long tons', 'cap-exceeded'],
    ['570000', 'short tons', 'within-cap'],
  ])('%s %s of crude oil', (value, unit, verdict) => {
    const periodTotal = { value, unit, period: '2017-12-22/2018-12-21' };
    expect(assess(regime, { ...plain, goods: { name: 'crude oil' }, periodTotal }).verdict).toBe(verdict);
  });

  test.each(['un-KPe.020', 'KPe.020', 'kpe020', 'un-kpe.020'])('the party %s', (party) => {
    const answer = assess(regime, { ...plain, periodTotal: null, parties: [party] });
    expect(answer.grounds[0]).toMatchObject({ provision: 'S/RES/1718(2006) OP8(d)', since: '2014-07-28' });
  });

  test.each(['imo-8628597', 'IMO 8628597', 'IMO8628597', '8628597'])('the vessel %s', (party) => {
    expect(assess(regime, { date: '2017-12-01', act: 'port-entry', to: 'KR', parties: [party] }).verdict).toBe(
      'prohibited',
    );
  });

  test('a name lists nobody, and the answer says whose it is', () => {
    const answer = assess(regime, { ...plain, goods: { name: 'rice' }, parties: ['Ocean Maritime Management'] });
    expect(answer.verdict).toBe('not-covered');
    expect(answer.considered.map((row) => row.reason).join()).toContain('un-KPe.020 is listed under it');
  });
});

describe('several goods in one name', () => {
  const out = { date: '2018-06-01', act: 'supply', from: 'KP', to: 'CN' };
  test.each([
    ['copper and zinc', 'prohibited', ['2321 OP28']],
    ['rice, coal', 'prohibited', ['2371 OP8']],
    ['wigs and rice', 'not-covered', []],
    ['wigs and false eyelashes', 'not-covered', []],
    ['coal and unobtainium', 'prohibited', ['2371 OP8']],
    ['rice and unobtainium', 'undetermined', []],
    ['Scud missile spare parts', 'prohibited', ['1718 OP8(b)']],
    ['truck parts', 'not-covered', []],
  ])('%s', (name, verdict, due) => {
    const answer = assess(regime, { ...out, goods: { name } });
    expect(answer.verdict).toBe(verdict);
    const named = answer.grounds.map((row) => row.provision.replace(/^S\/RES\/(\d+)\(\d+\)/, '$1'));
    for (const id of due) expect(named).toContain(id);
  });

  test('an exception for one of them does not help the other', () => {
    const into = { date: '2010-06-01', act: 'supply', from: 'CN', to: 'KP', circumstances: ['committee-notified'] };
    expect(assess(regime, { ...into, goods: { name: 'rifles and pistols' } }).verdict).toBe('exempt');
    expect(assess(regime, { ...into, goods: { name: 'rifles and tanks' } }).verdict).toBe('prohibited');
    const used = { ...into, date: '2017-01-01', circumstances: ['military-end-use'] };
    expect(assess(regime, { ...used, goods: { name: 'rice and medicine' } }).verdict).toBe('not-covered');
    expect(assess(regime, { ...used, goods: { name: 'rice and tents' } }).verdict).toBe('prohibited');
  });
});
