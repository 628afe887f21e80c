import { findTerms, type SearchTerm, searchTerms } from '../../core/search-query.ts';
import { isCalendarDate } from '../../core/time/calendar.ts';
import type { ScreeningIndex } from '../../screening/index/screening-index.ts';
import type { FacetCounts } from '../../store/lists.ts';
import type { SearchedKind } from '../../store/projection.ts';
import type { FoundPassage, PassageFilters, SearchFacets } from '../../store/search.ts';
import type { Store } from '../../store/store.ts';
import { AppError } from '../errors.ts';
import { heldLists } from '../lists/lists-in-workspace.ts';
import { listedNames, type NamedEntry } from '../screening/listed-names.ts';
import { loadHeldLists } from '../screening/screening-in-workspace.ts';
import { withSpellings } from './other-spellings.ts';
import { type ListRequest, readWorkspace } from './review.ts';

/** What is found: something of the store, or an entry of a list. */
export type HitKind = SearchedKind | 'list';

/** Where a search looks, by the names that a user writes. */
const PLACES = {
  documents: 'document',
  claims: 'claim',
  incidents: 'incident',
  findings: 'finding',
  law: 'provision',
  lists: 'list',
} as const satisfies Record<string, HitKind>;

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
export type SearchMatch = {
  readonly kind: HitKind;
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
export type MarkedHit = SearchMatch &
  Pick<FoundPassage, 'source' | 'day' | 'language'> & { readonly marks: readonly (readonly [number, number])[] };

export type SearchResult = {
  readonly items: readonly MarkedHit[];
  readonly more: boolean;
  readonly total: number;
  readonly facets: SearchFacets;
  /** Names in the texts that were sought too, since they may be those asked in another script or spelling. */
  readonly spellings: readonly string[];
};

/** Where a search looks: the tables, and the lists where there are any. */
export type SearchedPlaces = {
  readonly store: Pick<Store, 'search' | 'names'>;
  lists(): Promise<ScreeningIndex | null>;
};

/** What a workspace holds that has all words of a question. @throws AppError `bad-option` */
export async function searchWorkspace(
  request: ListRequest & SearchQuery & { readonly limit?: number | undefined },
): Promise<readonly SearchMatch[]> {
  const limit = request.limit ?? 20;
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > 1000)
    throw new AppError('bad-option', 'expected a number from 1 to 1000', { place: '--limit' });
  kindsOf(request);
  const { items } = await readWorkspace(request, 'panel search', async (held, progress) => {
    const lists = async () => {
      const acts = await held.acts();
      return heldLists(acts).length === 0 ? null : (await loadHeldLists(held, acts, null, progress)).index;
    };
    return await held.project(progress, (store) => search({ store, lists }, request, { skip: 0, limit }));
  });
  return items.map(({ marks: _, source: __, day: ___, language: ____, ...hit }) => hit);
}

/** The same on places that are open. @throws AppError `bad-option` */
export async function search(
  { store, lists }: SearchedPlaces,
  query: SearchQuery,
  { skip, limit }: { readonly skip: number; readonly limit: number },
): Promise<SearchResult> {
  const kinds = kindsOf(query);
  const { question, source, from, to, language } = query;
  for (const [place, day] of Object.entries({ from, to }))
    if (day !== undefined && !isCalendarDate(day))
      throw new AppError('bad-option', 'expected a day as YYYY-MM-DD, such as 2024-03-28', { place });
  // Entries of lists bear no day, language or source: such a filter leaves none of them.
  const isNarrowed = [source, from, to, language].some((filter) => filter !== undefined);
  const asksLists = !isNarrowed && (kinds.length === 0 || kinds.includes('list'));
  const listed = asksLists ? entryHits(await lists(), question) : [];
  const first = listed.slice(skip, skip + limit);
  const stored = kinds.filter((kind) => kind !== 'list');
  const texts =
    kinds.length > 0 && stored.length === 0
      ? NO_TEXTS
      : await searchTexts(
          store,
          { kinds: stored, question, source, from, to, language },
          { skip: Math.max(0, skip - listed.length), limit: limit - first.length },
        );
  const items = [...first, ...texts.items];
  const total = listed.length + texts.total;
  const kind = [...entryFacet(listed), ...texts.facets.kind];
  return { ...texts, items, total, more: skip + items.length < total, facets: { ...texts.facets, kind } };
}

type FoundTexts = Omit<SearchResult, 'more'>;

const NO_TEXTS: FoundTexts = { items: [], total: 0, facets: { kind: [], source: [], language: [] }, spellings: [] };

async function searchTexts(
  store: SearchedPlaces['store'],
  { question, ...filters }: Omit<PassageFilters, 'parts'> & { readonly question: string },
  page: { readonly skip: number; readonly limit: number },
): Promise<FoundTexts> {
  const parts = await withSpellings(store, searchTerms(question));
  const { items, ...counted } = await store.search({ ...filters, parts }, page);
  const terms = parts.flatMap((part) => [...part.terms, ...part.names]);
  const spellings = parts.flatMap(({ names }) => names.flatMap(({ written }) => written ?? []));
  return { ...counted, items: items.map((found) => hitOf(found, terms)), spellings: [...new Set(spellings)] };
}

/** What lists have under such a name; marks of quotation are no part of one. */
function entryHits(index: ScreeningIndex | null, question: string): readonly MarkedHit[] {
  return index === null ? [] : listedNames(index, question.replace(/["“”„«»]/g, ' ')).map(entryHit);
}

function entryFacet(listed: readonly MarkedHit[]): FacetCounts {
  return listed.length === 0 ? [] : [{ value: 'list', count: listed.length }];
}

function kindsOf({ in: names }: SearchQuery): readonly HitKind[] {
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

/** An entry of a list says why it is found. */
function entryHit({ entityId, caption, score, reasons, dataset }: NamedEntry): MarkedHit {
  return {
    kind: 'list',
    id: entityId,
    title: caption,
    document: null,
    start: null,
    end: null,
    snippet: reasons.join('; '),
    score,
    source: dataset,
    day: null,
    language: null,
    marks: [],
  };
}

/** No half of a sign. */
function boundary(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at;
}
