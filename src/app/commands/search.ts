import { isCalendarDate } from '../../core/calendar.ts';
import { findTerms, type SearchTerm, searchTerms } from '../../core/search-query.ts';
import type { SearchedKind } from '../../store/projection.ts';
import type { FoundPassage, SearchFacets } from '../../store/search.ts';
import type { Store } from '../../store/store.ts';
import { AppError } from '../errors.ts';
import { ask, type ListRequest } from './review.ts';

/** Where a search looks, by the names that a user writes. */
const PLACES = {
  documents: 'document',
  claims: 'claim',
  incidents: 'incident',
  findings: 'finding',
  law: 'provision',
} as const satisfies Record<string, SearchedKind>;

export type SearchQuery = {
  readonly question: string;
  /** Names of places, with commas between them; everywhere when left out. */
  readonly in?: string | undefined;
  readonly source?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly language?: string | undefined;
};

/** Something that holds all that was sought. */
export type SearchHit = {
  readonly kind: SearchedKind;
  readonly id: string;
  readonly title: string;
  readonly document: string | null;
  /** In the document's text, where the first of what was sought stands, or the claim. */
  readonly start: number | null;
  readonly end: number | null;
  readonly snippet: string;
  readonly score: number;
};

/** A hit with who says it and of which day it is, and what of its snippet was sought, from where to where. */
export type MarkedHit = SearchHit &
  Pick<FoundPassage, 'source' | 'day' | 'language'> & { readonly marks: readonly (readonly [number, number])[] };

export type SearchResult = {
  readonly items: readonly MarkedHit[];
  readonly more: boolean;
  readonly total: number;
  readonly facets: SearchFacets;
};

/** What a workspace holds that has all words of a question. @throws AppError `bad-option` */
export async function searchWorkspace(
  request: ListRequest & SearchQuery & { readonly limit?: number | undefined },
): Promise<readonly SearchHit[]> {
  const limit = request.limit ?? 20;
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > 1000)
    throw new AppError('bad-option', 'expected a number from 1 to 1000', { place: '--limit' });
  kindsOf(request);
  const { items } = await ask(request, 'panel search', (store) => search(store, request, { skip: 0, limit }));
  return items.map(({ marks: _, source: __, day: ___, language: ____, ...hit }) => hit);
}

/** The same on projections that are open. @throws AppError `bad-option` */
export async function search(
  store: Pick<Store, 'search'>,
  query: SearchQuery,
  page: { readonly skip: number; readonly limit: number },
): Promise<SearchResult> {
  const kinds = kindsOf(query);
  const { question, source, from, to, language } = query;
  for (const [place, day] of Object.entries({ from, to }))
    if (day !== undefined && !isCalendarDate(day))
      throw new AppError('bad-option', 'expected a day as YYYY-MM-DD, such as 2024-03-28', { place });
  const terms = searchTerms(question);
  const { items, ...counted } = await store.search({ terms, kinds, source, from, to, language }, page);
  return {
    items: items.map((found) => hitOf(found, terms)),
    more: page.skip + items.length < counted.total,
    ...counted,
  };
}

function kindsOf({ in: names }: SearchQuery): readonly SearchedKind[] {
  return (names ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => {
      if (!Object.hasOwn(PLACES, name))
        throw new AppError(
          'bad-option',
          `"${name}" is nothing to look in; there is ${Object.keys(PLACES).join(', ')}`,
          {
            place: 'in',
          },
        );
      return PLACES[name as keyof typeof PLACES];
    });
}

/** How much is shown before and after what was sought. */
const AROUND = 120;

function hitOf(
  { kind, item, title, document, start, end, source, day, language, body, score }: FoundPassage,
  terms: readonly SearchTerm[],
): MarkedHit {
  const marks = findTerms(body, terms);
  const [first] = marks;
  const from = first === undefined ? 0 : boundary(body, Math.max(0, first[0] - AROUND));
  const to = boundary(body, Math.min(body.length, (first?.[1] ?? 0) + AROUND));
  const isWithin = kind === 'document' && first !== undefined && start !== null;
  return {
    kind,
    id: item,
    title,
    document,
    start: isWithin ? start + first[0] : start,
    end: isWithin ? start + first[1] : end,
    snippet: body.slice(from, to),
    score,
    source,
    day,
    language,
    marks: marks
      .filter(([begin, close]) => begin >= from && close <= to)
      .map(([begin, close]) => [begin - from, close - from]),
  };
}

/** No half of a sign. */
function boundary(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at;
}
