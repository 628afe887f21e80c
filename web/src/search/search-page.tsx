import { useRef } from 'react';
import type { SearchPage as Answer, SearchHit } from '../../../src/app/workbench/contract/search.ts';
import { withQuery } from '../api/client.ts';
import { useApi, useApiPages } from '../api/queries.ts';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { NamedSubjects } from '../parts/named-subjects.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { useSearchState } from '../session/search-state.ts';
import { useShortcuts } from '../session/shortcuts.ts';
import { FilterBar, SEARCH_FILTERS } from './search-filters.tsx';
import { SearchHitView } from './search-hit.tsx';
import { HIT_KINDS, TEXT_PLACES } from './search-words.ts';
import './search.css';

/** What the field at the head of every page finds. */
export function SearchPage() {
  const [{ q = '' }] = useSearchState();
  return (
    <>
      <PageHeader
        title="Search"
        lede="All that the workspace holds: texts by passages, claims, incidents, findings, the law and the lists."
      />
      {q.trim() === '' ? (
        <EmptyState title="Nothing is sought yet">
          Write in the field at the head of the page; / goes there from anywhere. All words must occur, a word may be
          the beginning of one, and “a phrase” stands in quotation marks. Case and accents do not count; Korean, Chinese
          and Japanese are found within their clauses, and names in other scripts and spellings.
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
  const { in: place, ...others } = Object.fromEntries(SEARCH_FILTERS.map((filter) => [filter, search[filter]]));
  const inListsAlone = place === HIT_KINDS.list.place;
  const isNarrowed = Object.values(others).some((filter) => filter !== undefined);
  const texts = useApiPages<SearchHit, Answer>(
    '/search',
    { q: question, in: place === undefined || inListsAlone ? TEXT_PLACES.join(',') : place, ...others },
    HITS,
  );
  const asksLists = !isNarrowed && (place === undefined || inListsAlone);
  const lists = useApi<Answer>(
    asksLists ? withQuery('/search', { q: question, in: HIT_KINDS.list.place, limit: HITS }) : null,
  );
  const found = useRef<HTMLDivElement>(null);
  const go = (step: number) => {
    const links = [...(found.current?.querySelectorAll<HTMLElement>('h3 a') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLElement);
    links[Math.max(0, Math.min(links.length - 1, at + step))]?.focus();
  };
  useShortcuts([
    { key: 'j', label: 'Next hit', when: true, run: () => go(1) },
    { key: 'k', label: 'Hit before', when: true, run: () => go(-1) },
  ]);
  const { first, problem, loading, refreshing, retry } = texts;
  if (problem !== null) return <ErrorNote problem={problem} onRetry={retry} />;
  if (loading || first === undefined) return <Skeleton lines={10} label="Searching" />;
  const entries = asksLists ? lists.data : undefined;
  const total = (inListsAlone ? 0 : texts.total) + (entries?.total ?? 0);
  const isBusy = refreshing || lists.refreshing || lists.loading;
  return (
    <>
      <FilterBar
        filters={search}
        facets={{ ...first.facets, kind: [...first.facets.kind, ...(entries?.facets.kind ?? [])] }}
        onChange={change}
      />
      {place === undefined && !isNarrowed ? (
        <NamedSubjects asked={{ q: question }} title="Subjects of this name or number" />
      ) : null}
      <div aria-busy={isBusy} className={refreshing ? 'search-hits stale' : 'search-hits'} ref={found}>
        <p role="status" className="unseen">
          {isBusy ? '' : hitsInWords(total, question)}
        </p>
        <h2>{hitsInWords(total, question)}</h2>
        {first.spellings.length === 0 ? null : (
          <p className="hint">Sought too, as other spellings of a name: {first.spellings.join(', ')}.</p>
        )}
        {total === 0 && !isBusy ? (
          <NothingFound
            narrowed={isNarrowed || place !== undefined}
            onClear={() => change(Object.fromEntries(SEARCH_FILTERS.map((filter) => [filter, undefined])))}
          />
        ) : null}
        {lists.problem === null ? null : <ErrorNote problem={lists.problem} onRetry={lists.retry} />}
        <ol className="plain">
          {[...(entries?.items ?? []), ...(inListsAlone ? [] : texts.items)].map((hit) => (
            <SearchHitView key={`${hit.kind} ${hit.id} ${hit.start}`} hit={hit} />
          ))}
        </ol>
        {texts.complete || inListsAlone ? null : (
          <Button onClick={texts.more}>Show more of {texts.total.toLocaleString('en')}</Button>
        )}
      </div>
    </>
  );
}

function NothingFound({ narrowed, onClear }: { readonly narrowed: boolean; readonly onClear: () => void }) {
  return (
    <EmptyState
      title="Nothing holds all of these words"
      action={narrowed ? <Button onClick={onClear}>Search without filters</Button> : undefined}
    >
      Leave out a word, or write only how it begins. What is not found here may still stand in pictures whose text was
      not read.
    </EmptyState>
  );
}

function hitsInWords(total: number, question: string): string {
  return `${total === 1 ? 'One hit' : `${total.toLocaleString('en')} hits`} for ${question.trim()}`;
}
