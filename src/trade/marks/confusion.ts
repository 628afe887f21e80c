import { addMonths } from '../../core/time/calendar.ts';
import { hsRangeOf, hsWithin } from '../../regime/goods/hs.ts';
import {
  counterpartOf,
  figureOf,
  monthOf,
  monthOfSeries,
  type SouthSeries,
  seriesOf,
  type TradeRow,
  touches,
} from '../model/row.ts';
import type { TradeTerms } from '../terms/terms.ts';
import type { Mark } from './mark.ts';

/**
 * Marks rows of the target State that may be of the one it is confused with. Likely: the row contradicts itself, names a port or an
 * address of the other State, or stands in a month that is missing in the other State's series. Suspect: the goods are of the other's
 * profile, from the target State, reported by a State that is no neighbour.
 */
export function confusionMarks(
  rows: readonly TradeRow[],
  south: readonly SouthSeries[],
  terms: TradeTerms,
): ReadonlyMap<TradeRow, Mark> {
  const series = new Series(rows, south, terms);
  const marks = new Map<TradeRow, Mark>();
  for (const row of rows) {
    if (!touches(row, terms.target)) continue;
    const likely = [contradiction(row, terms), ...placesOf(row, terms), series.holeAt(row), series.movedTo(row)].filter(
      (reason) => reason !== null,
    );
    if (likely.length > 0) marks.set(row, { mark: 'country-confusion', level: 'likely', reasons: likely });
    else {
      const profile = profileOf(row, terms);
      if (profile !== null) marks.set(row, { mark: 'country-confusion', level: 'suspect', reasons: [profile] });
    }
  }
  return marks;
}

function contradiction(row: TradeRow, { target, south }: TradeTerms): string | null {
  const countries = new Set(row.sayings.partners.map(({ country }) => country));
  if (!countries.has(target) || !countries.has(south)) return null;
  const words = row.sayings.partners.map(({ field, text }) => `${field} "${text.slice(0, 40)}"`);
  return `The row names two States as its partner: ${words.join(', ')}.`;
}

function placesOf(row: TradeRow, { southPlaces, targetPlaces }: TradeTerms): readonly string[] {
  const said = (names: readonly string[], text: string): string | undefined =>
    names.find((name) => new RegExp(`(^|[^\\p{L}])${name.replaceAll('-', '[- ]')}($|[^\\p{L}])`, 'iu').test(text));
  if (row.sayings.places.some(({ text }) => said(targetPlaces.names, text) !== undefined)) return [];
  return row.sayings.places.flatMap(({ field, text }) => {
    const place = said(southPlaces.names, text);
    return place === undefined ? [] : [`The ${field} "${text.slice(0, 60)}" names ${place}.`];
  });
}

function profileOf(row: TradeRow, { target, neighbours, southProfile }: TradeTerms): string | null {
  if (row.from !== target || row.hs === null || row.hs.length < 4) return null;
  const buyer = counterpartOf(row, target);
  if (row.reporter === null || neighbours.includes(row.reporter) || (buyer !== null && neighbours.includes(buyer)))
    return null;
  const code = hsRangeOf(row.hs.slice(0, 6));
  const found = southProfile.find(({ hs }) => hs.some((range) => hsWithin(code, hsRangeOf(range))));
  return found === undefined
    ? null
    : `The goods (${found.text}) are what the other State of that name sells, and the reporter is no neighbour.`;
}

/** The months of the other State in the series of each reporter, flow and code. */
class Series {
  private readonly terms: TradeTerms;
  private readonly target = new Set<string>();
  private readonly south: readonly SouthSeries[];

  constructor(rows: readonly TradeRow[], south: readonly SouthSeries[], terms: TradeTerms) {
    this.terms = terms;
    this.south = south;
    for (const row of rows) {
      const month = monthOf(row);
      if (month !== null && touches(row, terms.target)) this.target.add(monthOfSeries(seriesOf(row), month));
    }
  }

  /** The other State has rows in the months before and after this one and none in it, while the target State has one in it alone. */
  holeAt(row: TradeRow): string | null {
    const month = monthOf(row);
    if (month === null) return null;
    const series = seriesOf(row);
    const [before, after] = [shift(month, -1), shift(month, 1)];
    const has = (other: string): boolean => this.south.some(({ months }) => months.has(monthOfSeries(series, other)));
    if (!has(before) || !has(after) || has(month)) return null;
    if ([before, after].some((other) => this.target.has(monthOfSeries(series, other)))) return null;
    return `The reporter's series of this code with ${this.terms.south} has ${before} and ${after} and no ${month}.`;
  }

  /** Another file of the same reporter has the very figure with the other State. */
  movedTo(row: TradeRow): string | null {
    const figure = figureOf(row);
    if (figure === null) return null;
    const other = this.south.find(({ file, figures }) => file !== row.file && figures.has(figure));
    if (other === undefined) return null;
    return `${other.file} has the same figure for the same period and code with ${this.terms.south} (row ${other.figures.get(figure)}).`;
  }
}

function shift(month: string, by: number): string {
  return addMonths(`${month}-01`, by).slice(0, 7);
}
