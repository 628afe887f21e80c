import { multiplyDecimals } from '../../../core/decimal.ts';
import { countryByName } from '../../codes/country.ts';
import { readReportedPeriod } from '../../model/reported-period.ts';
import { NO_PARTS } from '../../model/row.ts';
import type { DraftMeasure, RowDraft, RowReading } from '../draft.ts';
import { measureOf, moneyOf, partnerRefusal, periodRefusal, refusal } from '../draft-builder.ts';
import type { Form } from '../form.ts';
import { type NamedColumn, type NamedColumns, type NamedRole, placesOf } from '../named-columns.ts';

/** What must be named before a row says who supplied whom with how much, and when. */
const NEEDED: readonly NamedRole[] = ['date', 'agent', 'recipient', 'quantity'];

/** A table whose columns a person named. It stands for nobody but whoever made it, and its units are those that were said. */
export function namedForm(named: NamedColumns): Form {
  return {
    id: 'named-columns',
    words: 'columns named by hand',
    authority: 'compiler',
    kind: 'commercial',
    codePage: null,
    separators: null,
    blanks: [],
    matches: (header) => placesOf(header, named) !== undefined,
    missing: () => NEEDED.filter((role) => !named.roles.includes(role)).map((role) => `named as ${role}`),
    reader: (header) => {
      const places = placesOf(header, named) ?? [];
      return (cells) => readRow(places, cells);
    },
  };
}

function readRow(places: readonly NamedColumn[], cells: readonly string[]): RowReading {
  const textAt = (at: number | undefined): string => (at === undefined ? '' : (cells[at]?.trim() ?? ''));
  const cell = (role: NamedRole): string => textAt(places.find((place) => place.role === role)?.at);
  const period = readReportedPeriod(cell('date'));
  if (period === undefined) return periodRefusal(cell('date'));
  const [from, to] = [countryByName(cell('agent')), countryByName(cell('recipient'))];
  if (from === undefined) return partnerRefusal('supplier', cell('agent'));
  if (to === undefined) return partnerRefusal('recipient', cell('recipient'));
  const measures: DraftMeasure[] = [];
  let value: RowDraft['value'] = null;
  const told = new Set<string>();
  for (const place of places) {
    if (place.role !== 'quantity') continue;
    const text = textAt(place.at);
    const unit = place.unit || cell('measure');
    const currency = currencyIn(unit);
    const own = currency === undefined ? scaledMeasure(text, unit) : [];
    const counted = currency === undefined ? (own[0]?.unit.unit ?? '') : text === '' ? '' : currency;
    if (counted === '') continue;
    // "Reported" beside "observed" tonnes: which of the two is meant stays open, and nothing is chosen.
    if (told.has(counted))
      return refusal(
        'number-ambiguous',
        `two columns give a figure in ${counted}; name the one that is meant, and the other as nothing`,
      );
    told.add(counted);
    measures.push(...own);
    if (currency !== undefined) value = moneyOf(text, currency);
  }
  const goods = cell('goods');
  return {
    drafts: [
      {
        reporter: from,
        partner: to,
        flow: 'export',
        from,
        to,
        period,
        code: /^\d{4,10}$/.test(goods) ? goods : null,
        edition: null,
        product: goods || null,
        productNamed: goods !== '',
        measures,
        value,
        estimated: false,
        asOf: null,
        cargo: null,
        parts: NO_PARTS,
        sayings: null,
        identity: cells,
        noughtIsUnknown: false,
        joins: null,
      },
    ],
  };
}

function currencyIn(unit: string): string | undefined {
  if (/^US dollars?$/i.test(unit)) return 'USD';
  return /^[A-Z]{3}$/.test(unit) ? unit : undefined;
}

const SCALES: Readonly<Record<string, string>> = { thousand: '1000', million: '1000000' };

/** "thousand tonnes" counts in tonnes; a unit that is not known gives no measure, and the row counts nowhere. */
function scaledMeasure(text: string, unit: string): readonly DraftMeasure[] {
  const scaled = /^(thousand|million) (.+)$/i.exec(unit);
  const plain = measureOf(text, 'word', scaled?.[2] ?? unit);
  const scale = SCALES[scaled?.[1]?.toLowerCase() ?? ''];
  if (scale === undefined) return plain;
  return plain.map((one) => ({ ...one, unit: { ...one.unit, times: multiplyDecimals(one.unit.times ?? '1', scale) } }));
}
