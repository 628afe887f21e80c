import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDecimals, compareDecimals, multiplyDecimals, toDecimal } from '../../src/core/decimal.ts';
import { isFullCount } from '../full-count.ts';
import { COMTRADE, comtradeRow, DELIVERIES, ledgerOf, lines, PETROLEUM, readMade } from './made-files.ts';

const runs = isFullCount ? 2000 : 60;

/** Figures in thousandths, so that sums would show what binary fractions lose. */
const thousandths = fc.integer({ min: 0, max: 90_000_000 });
const asText = (figure: number): string => `${Math.floor(figure / 1000)}.${String(figure % 1000).padStart(3, '0')}0`;
const month = fc.integer({ min: 1, max: 12 }).map((number) => `2019-${String(number).padStart(2, '0')}`);
const supplier = fc.constantFrom('CN', 'RU');

type Report = { month: string; supplier: string; figure: number };
/** At most one report for a supplier and month, as an honest page has. */
const reports = fc.uniqueArray(fc.record({ month, supplier, figure: thousandths }), {
  selector: (report) => `${report.month} ${report.supplier}`,
  minLength: 1,
  maxLength: 20,
});
const rowOf = (report: Report): string => `${report.month},${report.supplier},${asText(report.figure)},,,2020-01-01,,`;
const shuffled = <T>(items: readonly T[]) =>
  fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });

const answersOf = (ledger: ReturnType<typeof ledgerOf>) => ({
  totals: ledger.totals,
  thresholds: ledger.thresholds,
  gaps: ledger.gaps,
  steps: ledger.steps.map(({ rows: _, ...step }) => step),
});

describe('a ledger', () => {
  test('is the same whatever the order of the rows', async () => {
    await fc.assert(
      fc.asyncProperty(
        reports.chain((list) => fc.tuple(fc.constant(list), shuffled(list))),
        async ([list, other]) => {
          const [a, b] = [
            await readMade('p.csv', lines(PETROLEUM, ...list.map(rowOf))),
            await readMade('p.csv', lines(PETROLEUM, ...other.map(rowOf))),
          ];
          expect(answersOf(ledgerOf([b]))).toEqual(answersOf(ledgerOf([a])));
        },
      ),
      { numRuns: runs },
    );
  });

  test('has exact sums: thousandths of tonnes times the factor, to the last figure', async () => {
    await fc.assert(
      fc.asyncProperty(reports, fc.constantFrom('7.5', '8.33', '7.46'), async (list, factor) => {
        const ledger = ledgerOf([await readMade('p.csv', lines(PETROLEUM, ...list.map(rowOf)))], { factors: [factor] });
        const tonnes = list.reduce((sum, { figure }) => addDecimals(sum, toDecimal(asText(figure))), '0');
        expect(ledger.totals.map(({ low, high }) => [low, high])).toEqual([
          [multiplyDecimals(tonnes, factor), multiplyDecimals(tonnes, factor)],
        ]);
      }),
      { numRuns: runs },
    );
  });

  test('does not change by a row that stands twice, nor by one that a newer day takes the place of', async () => {
    await fc.assert(
      fc.asyncProperty(reports, fc.nat(), thousandths, async (list, pick, old) => {
        const rows = list.map(rowOf);
        const again = list[pick % list.length]!;
        const plain = answersOf(ledgerOf([await readMade('p.csv', lines(PETROLEUM, ...rows))]));
        const twice = ledgerOf([await readMade('p.csv', lines(PETROLEUM, ...rows, rowOf(again)))]);
        const earlier = `${again.month},${again.supplier},${asText(old)},,,2019-12-31,,`;
        const revised = ledgerOf([await readMade('p.csv', lines(PETROLEUM, ...rows, earlier))]);
        expect(answersOf(twice)).toEqual(plain);
        expect(twice.excluded).toMatchObject([{ row: rows.length + 1, reason: 'duplicate' }]);
        expect(answersOf(revised)).toEqual(plain);
        expect(revised.excluded).toMatchObject([{ row: rows.length + 1, reason: 'superseded' }]);
      }),
      { numRuns: runs },
    );
  });

  test('of a split file has sums that add up to those of the whole, each part by itself', async () => {
    await fc.assert(
      fc.asyncProperty(reports, fc.nat(), async (list, cut) => {
        const at = cut % (list.length + 1);
        const read = async (name: string, part: readonly Report[]) =>
          await readMade(name, lines(PETROLEUM, ...part.map(rowOf)));
        const whole = ledgerOf([await read('p.csv', list)], { factors: ['8.33'] });
        const parts = ledgerOf([await read('a.csv', list.slice(0, at)), await read('b.csv', list.slice(at))], {
          factors: ['8.33'],
        });
        expect(parts.totals.map(({ source }) => source)).toEqual(['a.csv', 'b.csv']);
        expect(parts.totals.reduce((sum, { low }) => addDecimals(sum, low), '0')).toBe(whole.totals[0]?.low);
      }),
      { numRuns: runs },
    );
  });

  test('never has a low figure above the high one, an early day after the late one, or a share passed before a smaller one', async () => {
    const call = fc.record({
      month,
      day: fc.integer({ min: 1, max: 28 }),
      dwt: fc.integer({ min: 500, max: 60_000 }),
      low: fc.integer({ min: 0, max: 100 }),
      more: fc.integer({ min: 0, max: 100 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(call, { minLength: 1, maxLength: 25 }), async (calls) => {
        const rows = calls.map(
          ({ month, day, dwt, low, more }, at) =>
            `${month}-${String(day).padStart(2, '0')},V${at},,${dwt},${low}%,${Math.min(100, low + more)}%,,,,`,
        );
        const ledger = ledgerOf([await readMade('d.csv', lines(DELIVERIES, ...rows))]);
        for (const { low, high } of [...ledger.totals, ...ledger.steps.map(({ sum }) => sum)])
          expect(compareDecimals(low, high)).toBeLessThanOrEqual(0);
        for (const { earliest, latest } of ledger.thresholds)
          expect(latest === null || (earliest !== null && earliest <= latest)).toBe(true);
        for (const factor of ['7.5', '8.33']) {
          const days = ledger.thresholds
            .filter((one) => one.factor === factor)
            .map(({ earliest }) => earliest ?? '9999');
          expect(days).toEqual(days.toSorted());
        }
      }),
      { numRuns: runs },
    );
  });

  test('of customs is the same when the parts of a total are told beside it, in any order', async () => {
    const part = fc.record({
      month,
      kilograms: fc.integer({ min: 1, max: 5_000_000 }),
      shares: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 4 }),
    });
    const list = fc.uniqueArray(part, { selector: (one) => one.month, minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        list.chain((parts) => {
          const totals = parts.map(({ month, kilograms }) =>
            comtradeRow({ period: month.replace('-', ''), netWgt: String(kilograms) }),
          );
          const pieces = parts.flatMap(({ month, kilograms, shares }) => {
            const all = shares.reduce((sum, share) => sum + share, 0);
            return shares.map((share, at) =>
              comtradeRow({
                period: month.replace('-', ''),
                motCode: `${at + 1}000`,
                netWgt: String((kilograms * share) / all),
              }),
            );
          });
          return fc.tuple(fc.constant(totals), shuffled([...totals, ...pieces]));
        }),
        async ([totals, all]) => {
          const plain = ledgerOf([await readMade('x.csv', lines(COMTRADE, ...totals))]);
          const told = ledgerOf([await readMade('x.csv', lines(COMTRADE, ...all))]);
          expect(answersOf(told)).toEqual(answersOf(plain));
          expect(new Set(told.excluded.map(({ reason }) => reason))).toEqual(new Set(['breakdown']));
        },
      ),
      { numRuns: runs },
    );
  });
});
