import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/core/time/calendar.ts';
import { ballotsFigure } from '../../src/figures/ballots.ts';
import { PRINT_PALETTE } from '../../src/figures/drawing/palette.ts';
import { intervalsFigure } from '../../src/figures/intervals/intervals.ts';
import type { IntervalRow } from '../../src/figures/intervals/intervals-input.ts';
import { mapFigure } from '../../src/figures/maps/map.ts';
import { originsFigure } from '../../src/figures/maps/origins.ts';
import { type NetworkInput, networkFigure } from '../../src/figures/network.ts';
import { regimeTimeline } from '../../src/figures/timeline/timeline.ts';
import { mergeTerms } from '../../src/figures/timeline/timeline-mandates.ts';
import { timelineOf } from '../../src/report/composition/compose-regime.ts';
import { isFullCount } from '../full-count.ts';
import { drawnTexts, faultsOf, viewBoxOf } from './drawn-text.ts';
import { sampleModel } from './sample-model.ts';
import { SAMPLE_REGIME } from './sample-regime.ts';
import { SAMPLE_COMPARISONS } from './sample-sources.ts';

const WIDTHS = [280, 340, 479, 480, 680, 900];
const runs = isFullCount ? 2000 : 120;

const decimal = fc.oneof(
  fc.integer({ min: 0, max: 200 }).map(String),
  fc.integer({ min: 0, max: 2_000_000_000 }).map(String),
  fc.constantFrom('0.5', '-3', '99999999999999999999', `1${'0'.repeat(150)}`, '0.000001'),
);
const bound = fc.option(decimal, { nil: null });
const words = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 0, maxLength: 60 }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    'Прокуратура Харківської області',
    '조선민주주의인민공화국 국방성',
    'a'.repeat(300),
    '"&\'<>',
  ),
);
const row: fc.Arbitrary<Omit<IntervalRow, 'id'>> = fc.record({
  claimant: words,
  counts: fc.constantFrom('attack', 'missile', 'artillery shell', 'USD'),
  qualifier: fc.constantFrom('exactly', 'about', 'at-least', 'more-than', 'some', 'between'),
  low: bound,
  high: bound,
  lowOpen: fc.boolean(),
  highOpen: fc.boolean(),
  raw: words,
  date: fc.constantFrom('2024-03-29', null),
  via: fc.array(words, { maxLength: 2 }),
  polarity: fc.constantFrom('asserts' as const, 'denies' as const),
});
const rows = fc
  .array(row, { minLength: 0, maxLength: 9 })
  .map((all) => all.map((one, i): IntervalRow => ({ ...one, id: `r${i}` })));
const relations = fc.array(
  fc.record({
    a: fc.integer({ min: 0, max: 9 }).map((i) => `r${i}`),
    b: fc.integer({ min: 0, max: 9 }).map((i) => `r${i}`),
    relation: fc.constantFrom(
      'incomparable' as const,
      'same' as const,
      'narrower' as const,
      'compatible' as const,
      'contradicts' as const,
    ),
    narrower: fc.constantFrom('a' as const, 'b' as const, null),
    reason: words,
    drift: fc.boolean(),
  }),
  { maxLength: 12 },
);

describe('the intervals figure', () => {
  it('draws every row, without a hole, inside its frame and with no text on another, whatever the figures are', () => {
    fc.assert(
      fc.property(rows, relations, fc.constantFrom(...WIDTHS), fc.boolean(), (all, between, width, told) => {
        const notes = told ? {} : ({ notes: false } as const);
        const svg = intervalsFigure({ title: 'Figures', rows: all, relations: between, ...notes }, { width });
        expect(faultsOf(svg)).toEqual([]);
        const letters = drawnTexts(svg).filter(({ text, left }) => /^[A-Z]$/.test(text) && left < 20);
        expect(letters.length).toBeGreaterThanOrEqual(all.length);
      }),
      { numRuns: runs },
    );
  });

  it('keeps figures of different things on different axes', () => {
    const comparison = SAMPLE_COMPARISONS[0];
    const svg = intervalsFigure({
      title: 'Figures',
      rows: comparison?.rows ?? [],
      relations: comparison?.relations ?? [],
    });
    const texts = drawnTexts(svg).map(({ text }) => text);
    expect(texts.filter((text) => text === 'Attacks' || text === 'Missiles')).toEqual(['Attacks', 'Missiles']);
    expect(texts).toContain('A–C: not comparable; possible drift');
    expect(texts).toContain('A–B: A is narrower, no conflict');
  });

  it('says what its signs mean where no notes do', () => {
    const { rows: all = [], relations: between = [] } = SAMPLE_COMPARISONS[0] ?? {};
    const texts = drawnTexts(intervalsFigure({ title: 'Figures', rows: all, relations: between, notes: false }));
    const meant = texts.map(({ text }) => text);
    expect(meant).toContain('one lies within the other');
    expect(meant.includes('contradict each other')).toBe(between.some(({ relation }) => relation === 'contradicts'));
  });

  it('marks the values that fit every figure, and none where a pair was found incomparable or one denies', () => {
    const base = { claimant: 'X', counts: 'attack', raw: 'x' };
    const two: IntervalRow[] = [
      { ...base, id: 'a', qualifier: 'about', low: '40', high: '60' },
      { ...base, id: 'b', qualifier: 'at-least', low: '50', high: null },
    ];
    const fits = (all: IntervalRow[]) =>
      /fits every figure/.test(intervalsFigure({ title: '', rows: all, relations: [] }));
    expect(fits(two)).toBe(true);
    expect(fits([...two, { ...base, id: 'c', qualifier: 'some', low: null, high: null, polarity: 'denies' }])).toBe(
      false,
    );
    expect(fits([...two, { ...base, id: 'c', qualifier: 'exactly', low: '12', high: '12' }])).toBe(false);
    expect(fits([...two, { ...base, id: 'c', qualifier: 'about', low: '40', high: '70', window: 'January' }])).toBe(
      false,
    );
  });

  it('takes a logarithmic axis where figures lie far apart, and says so', () => {
    const at = (id: string, value: string): IntervalRow => ({
      id,
      claimant: 'X',
      counts: 'barrel',
      qualifier: 'exactly',
      low: value,
      high: value,
      raw: value,
    });
    const svg = (...values: string[]) =>
      intervalsFigure({ title: '', rows: values.map((value, i) => at(`r${i}`, value)), relations: [] });
    expect(svg('10', '4000000')).toContain('logarithmic');
    expect(svg('10', '50')).not.toContain('logarithmic');
  });
});

describe('the network', () => {
  const network = fc.integer({ min: 1, max: 60 }).chain((size) =>
    fc.record({
      nodes: fc.array(fc.record({ name: words }), { minLength: size, maxLength: size }),
      edges: fc.array(
        fc.record({
          from: fc.integer({ min: 0, max: size - 1 }),
          to: fc.integer({ min: 0, max: size - 1 }),
          words: fc.constantFrom('owner of', 'crew of'),
          denied: fc.boolean(),
        }),
        { maxLength: 120 },
      ),
    }),
  );
  const drawn = ({ nodes, edges }: Omit<NetworkInput, 'title'>, width: number): string =>
    networkFigure({ title: 'Network', nodes, edges: edges.filter(({ from, to }) => from !== to) }, { width });

  it('numbers every relation and names everybody, with no text on another, at up to 60 names and 120 relations', () => {
    fc.assert(
      fc.property(network, fc.constantFrom(...WIDTHS), (input, width) => {
        const svg = drawn(input, width);
        expect(faultsOf(svg)).toEqual([]);
        const real = input.edges.filter(({ from, to }) => from !== to);
        for (const [at] of real.entries()) expect(svg).toContain(`data-mark="${at + 1}"`);
        const numbers = drawnTexts(svg).filter(({ text }) => /^\d+$/.test(text));
        expect(numbers.length).toBeGreaterThanOrEqual(real.length);
        expect(drawn(input, width)).toBe(svg);
      }),
      { numRuns: Math.min(runs, 60) },
    );
  });

  it('leads each relation from a ring to a dot in the rows of its two names', () => {
    const svg = drawn(
      {
        nodes: [{ name: 'Sea Otter 9' }, { name: 'Larkspur Shipping' }, { name: 'Jang' }],
        edges: [
          { from: 1, to: 0, words: 'owner of', denied: false },
          { from: 2, to: 0, words: 'captain of', denied: true },
        ],
      },
      680,
    );
    const rows = new Map(drawnTexts(svg).map(({ text, top, bottom }) => [text, (top + bottom) / 2]));
    const [owner = '', captain = ''] = [...svg.matchAll(/<g data-mark="\d">.*?<\/g>/gs)].map(([group]) => group);
    const ends = (group: string): readonly number[] => [...group.matchAll(/ cy="([\d.]+)"/g)].map(([, y]) => Number(y));
    for (const [group, from] of [
      [owner, 'Larkspur Shipping'],
      [captain, 'Jang'],
    ] as const) {
      expect(Math.abs(ends(group)[0]! - rows.get(from)!)).toBeLessThan(3);
      expect(Math.abs(ends(group)[1]! - rows.get('Sea Otter 9')!)).toBeLessThan(3);
    }
    expect(captain).toContain('stroke-dasharray');
    expect(owner).not.toContain('stroke-dasharray');
    expect(svg).toContain(
      '1: Larkspur Shipping: owner of Sea Otter 9. 2: Jang: captain of Sea Otter 9 (denied by somebody).',
    );
  });
});

describe('the other figures', () => {
  const timeline = timelineOf(SAMPLE_REGIME, '2024-12-01');
  const vote = SAMPLE_REGIME.decisions.find(({ ballots }) => ballots !== null);
  const ballots = vote?.ballots
    ? { title: 'Vote', symbol: vote.symbol, date: vote.date, adopted: vote.adopted, ...vote.ballots }
    : null;
  const origins = { title: 'Origins', origins: [], paths: [], ...SAMPLE_COMPARISONS[0]?.origins };
  const map = sampleModel().map;

  it.each(WIDTHS)('stay inside their frame and keep text off text at %i', (width) => {
    if (timeline === null || ballots === null || map === null) throw new Error('the sample lacks a part');
    expect(faultsOf(regimeTimeline(timeline, { width }))).toEqual([]);
    expect(faultsOf(ballotsFigure(ballots, { width }))).toEqual([]);
    expect(faultsOf(originsFigure(origins, { width }))).toEqual([]);
    expect(faultsOf(mapFigure(map, { width }))).toEqual([]);
  });

  it('draw one seat a member, and the veto of a permanent member as such', () => {
    if (ballots === null) throw new Error('the sample lacks a vote');
    const svg = ballotsFigure(ballots);
    for (const { member } of ballots.members) expect(svg).toContain(`${member}`);
    expect(svg).toContain('Russian Federation: against (veto)');
    expect(drawnTexts(svg).map(({ text }) => text)).toContain('13 – 1 – 1');
    expect(drawnTexts(svg).map(({ text }) => text)).toContain('Not adopted: veto');
  });

  it('show the gap without a mandate from the day after the last term', () => {
    if (timeline === null) throw new Error('the sample lacks a regime');
    expect(regimeTimeline(timeline)).toContain('none since 1 May 2024');
  });

  it('join terms that overlap or adjoin, and only those', () => {
    const term = (from: string, to: string | null) => ({ label: 'x', from, to });
    expect(mergeTerms([term('2020-01-01', '2020-06-30'), term('2020-07-01', '2020-12-31')])).toEqual([
      term('2020-01-01', '2020-12-31'),
    ]);
    expect(mergeTerms([term('2020-07-02', null), term('2020-01-01', '2020-06-30')])).toHaveLength(2);
    expect(mergeTerms([term('2020-01-01', null), term('2021-01-01', '2021-02-01')])).toEqual([
      term('2020-01-01', null),
    ]);
  });

  it('place any set of points on the map, across the date line and at the poles', () => {
    const place = fc.record({
      name: words,
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
      latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(place, { maxLength: 8 }), fc.constantFrom(340, 680), (places, width) => {
        expect(faultsOf(mapFigure({ title: 'Places', places }, { width }))).toEqual([]);
      }),
      { numRuns: Math.min(runs, 40) },
    );
  });

  it('are images with a name and a description, and equal input gives equal bytes', () => {
    if (map === null) throw new Error('the sample lacks a map');
    const svg = mapFigure(map, { id: 'places' });
    expect(svg).toContain('role="img"');
    expect(svg).toContain('aria-labelledby="places-title places-description"');
    expect(svg).toContain('<desc id="places-description">Rajin: port of loading. Dunay');
    expect(mapFigure(map, { id: 'places' })).toBe(svg);
    expect(viewBoxOf(svg).width).toBe(680);
  });

  it('carry no custom property when drawn for a reader that knows none', () => {
    if (timeline === null || map === null) throw new Error('the sample lacks a part');
    expect(
      regimeTimeline(timeline, { palette: PRINT_PALETTE }) + mapFigure(map, { palette: PRINT_PALETTE }),
    ).not.toContain('var(');
  });
});

describe('the other figures with any names and dates', () => {
  const day = fc.integer({ min: 0, max: 9000 }).map((offset) => addDays('2003-01-01', offset));
  const term = fc.record({ label: words, from: day, to: fc.option(day, { nil: null }) });
  const limited = { numRuns: Math.min(runs, 150) };

  it('keep a time line inside its frame', () => {
    const input = fc.record({
      title: words,
      from: day,
      to: day,
      asOf: day,
      votes: fc.array(
        fc.record({ symbol: fc.constantFrom('S/RES/2397(2017)', 'S/2024/255'), date: day, adopted: fc.boolean() }),
        { maxLength: 25 },
      ),
      subjects: fc.array(fc.record({ subject: words, measures: fc.array(term, { maxLength: 14 }) }), { maxLength: 6 }),
      mandates: fc.array(fc.record({ body: words, outsideUn: fc.boolean(), terms: fc.array(term, { maxLength: 4 }) }), {
        maxLength: 3,
      }),
    });
    fc.assert(
      fc.property(input, fc.constantFrom(...WIDTHS), (timeline, width) => {
        expect(faultsOf(regimeTimeline(timeline, { width }))).toEqual([]);
      }),
      limited,
    );
  });

  it('keep the ballots of any council inside their frame', () => {
    const member = fc.record({
      member: fc.oneof(words, fc.constantFrom('Saint Vincent and the Grenadines', 'Bosnia and Herzegovina', 'Mali')),
      permanent: fc.boolean(),
      ballot: fc.constantFrom('yes' as const, 'no' as const, 'abstain' as const, 'absent' as const),
    });
    const vote = fc.record({
      title: words,
      symbol: words,
      date: day,
      members: fc.array(member, { maxLength: 15 }),
      adopted: fc.boolean(),
      inFavour: fc.nat(15),
      veto: fc.constant([]),
      reason: words,
    });
    fc.assert(
      fc.property(vote, fc.constantFrom(...WIDTHS), (ballots, width) => {
        expect(faultsOf(ballotsFigure(ballots, { width }))).toEqual([]);
      }),
      limited,
    );
  });

  it('keep origins inside their frame', () => {
    const name = fc.oneof(words, fc.constantFrom('A', 'B', 'C'));
    const input = fc.record({
      title: words,
      origins: fc.array(fc.record({ label: name, claimants: fc.array(name, { maxLength: 4 }), pooled: fc.boolean() }), {
        maxLength: 4,
      }),
      paths: fc.array(fc.record({ claimant: name, relays: fc.array(name, { maxLength: 3 }), document: name }), {
        maxLength: 6,
      }),
    });
    fc.assert(
      fc.property(input, fc.constantFrom(...WIDTHS), (origins, width) => {
        expect(faultsOf(originsFigure(origins, { width }))).toEqual([]);
      }),
      limited,
    );
  });
});
