import { addMonths } from '../../core/calendar.ts';
import { hsRangeOf, hsWithin } from '../../regime/goods/hs.ts';
import { counterpartOf, type TradeRow, touches } from '../model/row.ts';
import type { TradeTerms } from '../terms/terms.ts';
import type { Mark } from './mark.ts';

/**
 * Marks rows of the target State that may be of the one it is confused with. Likely: the row contradicts itself, names a port or an
 * address of the other State, or stands in a month that is missing in the other State's series. Suspect: the goods are of the other's
 * profile, from the target State, reported by a State that is no neighbour.
 */
export function confusionMarks(rows: readonly TradeRow[], terms: TradeTerms): ReadonlyMap<TradeRow, Mark> {
  const series = new Series(rows, terms);
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
  private readonly months = { target: new Map<string, Set<string>>(), south: new Map<string, Set<string>>() };
  private readonly southFigures = new Map<string, TradeRow>();

  constructor(rows: readonly TradeRow[], terms: TradeTerms) {
    this.terms = terms;
    for (const row of rows) {
      const side = touches(row, terms.south) ? 'south' : touches(row, terms.target) ? 'target' : null;
      if (side === null) continue;
      if (side === 'south') this.southFigures.set(figureKey(row), row);
      const month = monthOf(row);
      if (month === null) continue;
      const known = this.months[side].get(seriesKey(row));
      if (known) known.add(month);
      else this.months[side].set(seriesKey(row), new Set([month]));
    }
  }

  /** The other State has rows in the months before and after this one and none in it, while the target State has one in it alone. */
  holeAt(row: TradeRow): string | null {
    const month = monthOf(row);
    if (month === null) return null;
    const south = this.months.south.get(seriesKey(row));
    const target = this.months.target.get(seriesKey(row));
    const [before, after] = [shift(month, -1), shift(month, 1)];
    if (!south?.has(before) || !south.has(after) || south.has(month)) return null;
    if (target?.has(before) || target?.has(after)) return null;
    return `The reporter's series of this code with ${this.terms.south} has ${before} and ${after} and no ${month}.`;
  }

  /** Another file of the same reporter has the very figure with the other State. */
  movedTo(row: TradeRow): string | null {
    if (row.value === null || row.value.high === '0') return null;
    const other = this.southFigures.get(figureKey(row));
    if (other === undefined || other.file === row.file) return null;
    return `${other.file} has the same figure for the same period and code with ${this.terms.south} (row ${other.row}).`;
  }
}

function seriesKey(row: TradeRow): string {
  return [row.reporter, row.flow, row.hs?.slice(0, 6)].join('\t');
}

function figureKey(row: TradeRow): string {
  const weight = row.measures.find(({ unit }) => unit === 'tonne')?.high;
  return [seriesKey(row), row.period.label, row.value?.high, row.value?.currency, weight].join('\t');
}

function monthOf(row: TradeRow): string | null {
  return row.period.from.slice(0, 7) === row.period.to.slice(0, 7) ? row.period.from.slice(0, 7) : null;
}

function shift(month: string, by: number): string {
  return addMonths(`${month}-01`, by).slice(0, 7);
}
