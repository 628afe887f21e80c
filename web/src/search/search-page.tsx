import { useRef } from 'react';
import type { SearchPage as Answer, SearchHit } from '../../../src/app/workbench/contract/search.ts';
import { useApiPages } from '../api/queries.ts';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { useSearchState } from '../session/search-state.ts';
import { useShortcuts } from '../session/shortcuts.ts';
import { SEARCH_FILTERS, SearchFilters } from './search-filters.tsx';
import { SearchHitView } from './search-hit.tsx';
import './search.css';

/** What the field at the head of every page finds. */
export function SearchPage() {
  const [{ q = '' }] = useSearchState();
  return (
    <>
      <PageHeader
        title="Search"
        lede="All that the workspace holds: texts by passages, claims, incidents, findings and the law."
      />
      {q.trim() === '' ? (
        <EmptyState title="Nothing is sought yet">
          Write in the field at the head of the page; / goes there from anywhere. All words must occur, a word may be
          the beginning of one, and “a phrase” stands in quotation marks. Case and accents do not count; Korean, Chinese
          and Japanese are found within their clauses.
        </EmptyState>
      ) : (
        <Hits question={q} />
      )}
    </>
  );
}

/** How many hits are asked for at once. */
const HITS = 50;

function Hits({ question }: { readonly question: string }) {
  const [search, change] = useSearchState();
  const filters = Object.fromEntries(SEARCH_FILTERS.map((filter) => [filter, search[filter]]));
  const { items, total, first, problem, loading, refreshing, more, complete, retry } = useApiPages<SearchHit, Answer>(
    '/search',
    { q: question, ...filters },
    HITS,
  );
  const list = useRef<HTMLOListElement>(null);
  const go = (step: number) => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>('h3 a') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLElement);
    links[Math.max(0, Math.min(links.length - 1, at + step))]?.focus();
  };
  useShortcuts([
    { key: 'j', label: 'Next hit', when: true, run: () => go(1) },
    { key: 'k', label: 'Hit before', when: true, run: () => go(-1) },
  ]);
  if (problem !== null) return <ErrorNote problem={problem} onRetry={retry} />;
  if (loading || first === undefined) return <Skeleton lines={10} label="Searching" />;
  const narrowed = SEARCH_FILTERS.some((filter) => search[filter]);
  return (
    <>
      <SearchFilters filters={search} facets={first.facets} onChange={change} />
      <section aria-busy={refreshing} className={refreshing ? 'search-hits stale' : 'search-hits'}>
        <p role="status" className="unseen">
          {refreshing ? '' : hitsInWords(total, question)}
        </p>
        <h2>{hitsInWords(total, question)}</h2>
        {total === 0 ? (
          <EmptyState
            title="Nothing holds all of these words"
            action={
              narrowed ? (
                <Button onClick={() => change(Object.fromEntries(SEARCH_FILTERS.map((filter) => [filter, undefined])))}>
                  Search without filters
                </Button>
              ) : undefined
            }
          >
            Leave out a word, or write only how it begins. What is not found here may still stand in pictures whose text
            was not read.
          </EmptyState>
        ) : (
          <ol className="plain" ref={list}>
            {items.map((hit) => (
              <SearchHitView key={`${hit.kind} ${hit.id} ${hit.start}`} hit={hit} />
            ))}
          </ol>
        )}
        {complete || total === 0 ? null : <Button onClick={more}>Show more of {total.toLocaleString('en')}</Button>}
      </section>
    </>
  );
}

function hitsInWords(total: number, question: string): string {
  return `${total === 1 ? 'One hit' : `${total.toLocaleString('en')} hits`} for ${question.trim()}`;
}
