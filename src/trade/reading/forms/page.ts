import { isCalendarDate } from '../../../core/time/calendar.ts';
import { countryByName } from '../../codes/country.ts';
import { readReportedPeriod } from '../../model/reported-period.ts';
import { NO_PARTS } from '../../model/row.ts';
import type { TradeTerms } from '../../terms/terms.ts';
import type { TradePage } from '../../terms/trade-file.ts';
import { quantityUnitOf } from '../../units/quantity-unit.ts';
import type { DraftMeasure, RowReading, RowSetAside } from '../draft.ts';
import { measureOf, moneyOf, partnerRefusal, periodRefusal, refusal, WEIGHTS } from '../draft-builder.ts';
import type { Form, FormSetting } from '../form.ts';
import { foldColumn, type Header } from '../header.ts';
import { isPage } from '../page-columns.ts';
import { remarkOf } from '../remark.ts';

/** The form of a page that people type figures from, as the regime's terms lay it out. */
export function pageForm(page: TradePage, terms: TradeTerms): Form {
  return {
    id: page.id,
    words: page.words,
    authority: page.kind === 'notified' ? 'reporter' : 'compiler',
    kind: page.kind,
    codePage: null,
    separators: null,
    blanks: [],
    // A title that is not understood may say that the figures are of something else.
    matches: (header) =>
      isPage(page, header) && header.title.every((line) => remarkOf(line, terms.neighbours, terms) === 'plain'),
    missing: (header) =>
      page.deadweight && header.has(page.deadweight.column) && !header.has(page.deadweight.low, page.deadweight.high)
        ? [page.deadweight.low, page.deadweight.high]
        : [],
    reader: (header, setting) => readerOf(page, header, setting),
  };
}

function readerOf(page: TradePage, header: Header, { terms }: FormSetting): (cells: readonly string[]) => RowReading {
  const cell = {
    period: header.column(...page.columns.period),
    state: header.column(...page.columns.state),
    product: header.column(...page.columns.product),
    asOf: header.column(...page.columns.asOf),
  };
  const quantities = page.quantities.map(({ column, unit }) => ({ read: header.column(column), unit }));
  const value = page.value ? header.column(page.value.column) : () => '';
  const sources = new Set(page.columns.source.map(foldColumn));
  const remarks = new Set(page.columns.remark.map(foldColumn));
  const facts = header.names.flatMap((name, at) => (sources.has(name) || remarks.has(name) ? [] : [at]));
  const remarksAt = header.names.flatMap((name, at) => (remarks.has(name) ? [at] : []));
  return (cells) => {
    const period = readReportedPeriod(cell.period(cells));
    if (period === undefined) return periodRefusal(cell.period(cells));
    const state = statesOf(cell.state(cells));
    if (state === undefined || (state === null && page.columns.identity.length === 0))
      return partnerRefusal(page.columns.state[0] ?? 'State', cell.state(cells));
    const asOf = cell.asOf(cells);
    if (asOf !== '' && !isCalendarDate(asOf))
      return refusal(
        'period-unreadable',
        `"${asOf.slice(0, 20)}" is no day; write the day on which the source said so as YYYY-MM-DD`,
      );
    const weighed = deadweightOf(page, header, cells);
    if ('code' in weighed) return weighed;
    const into = page.direction === 'into-target';
    const named = cell.product(cells);
    const setAside = setAsideBy(remarksAt.map((at) => cells[at] ?? '').join(' '), state, terms);
    return {
      drafts: [
        {
          reporter: state,
          partner: terms.target,
          flow: into ? 'export' : 'import',
          from: into ? state : terms.target,
          to: into ? terms.target : state,
          period,
          code: /^\d{4,10}$/.test(named) ? named : null,
          edition: null,
          product: named || page.product || null,
          productNamed: named !== '',
          measures: [
            ...quantities.flatMap(({ read, unit }) => measureOf(read(cells), 'word', unit)),
            ...weighed.measures,
          ],
          value: moneyOf(value(cells), page.value?.currency ?? ''),
          estimated: false,
          asOf: asOf || null,
          cargo: null,
          parts: NO_PARTS,
          sayings: null,
          identity: facts.map((at) => cells[at] ?? ''),
          noughtIsUnknown: false,
          joins: null,
          ...(setAside === undefined ? {} : { setAside }),
        },
      ],
    };
  };
}

const SET_ASIDE = {
  withdrawn: { code: 'row-withdrawn', says: 'takes the figure back' },
  'not-supplied': { code: 'row-not-supplied', says: 'says that it is not, or not known to be, what was supplied' },
  unclear: { code: 'remark-unclear', says: 'may say that the row is of another recipient, other goods or in doubt' },
} as const;

/** A row counts only where its remark is understood and leaves it what its columns say. */
function setAsideBy(remark: string, state: string | null, terms: TradeTerms): RowSetAside | undefined {
  const read = remarkOf(remark, state?.split('+') ?? [], terms);
  if (read === 'plain') return undefined;
  const { code, says } = SET_ASIDE[read];
  return {
    code,
    message: `its remark "${remark.trim().replace(/\s+/g, ' ').slice(0, 60)}" ${says}; a row without a remark is taken as its columns say`,
  };
}

/** `CN`, `China`, or several joined: `CN+RU`. Null for an empty cell, undefined for a name that is not known. */
function statesOf(text: string): string | null | undefined {
  if (text === '') return null;
  const states = text.split('+').map((part) => countryByName(part.trim()));
  return states.some((state) => state === undefined) ? undefined : [...new Set(states)].sort().join('+');
}

type Weighed = { readonly measures: readonly DraftMeasure[] } | Extract<RowReading, { code: unknown }>;

/** What a list of calls says of the cargo: a quantity with its unit, or deadweight with the shares that were cargo. */
function deadweightOf(page: TradePage, header: Header, cells: readonly string[]): Weighed {
  const { freeQuantity, deadweight } = page;
  const quantity = freeQuantity ? header.column(freeQuantity.column)(cells) : '';
  if (freeQuantity && quantity !== '') {
    const unit = header.column(freeQuantity.unit)(cells);
    const known = quantityUnitOf('word', unit);
    if (known === undefined)
      return refusal(
        'number-unreadable',
        `the unit "${unit.slice(0, 20)}" is not known; write tonne, barrel, kg, litre or m3`,
      );
    return { measures: [{ text: quantity, unit: known }] };
  }
  if (!deadweight) return { measures: [] };
  const text = header.column(deadweight.column)(cells);
  const [low, high] = [header.column(deadweight.low)(cells), header.column(deadweight.high)(cells)];
  // Deadweight alone says nothing of the cargo: the figure is missing, and no share is guessed.
  if (text === '' || low === '' || high === '') return { measures: [] };
  return { measures: [{ text, unit: WEIGHTS.tonne, shares: { low, high } }] };
}
