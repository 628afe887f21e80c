import { keepPreviousData, QueryClient, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Page, Problem } from '../../../src/app/workbench/contract/page.ts';
import { asProblem, getJson, noteChange, postJson, whenOvertaken, withQuery } from './client.ts';

/** Answers hold until the server says that the record changed (`events.ts`), so nothing is asked again by time. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});

export type Answered<Answer> = {
  readonly data: Answer | undefined;
  readonly problem: Problem | null;
  /** True while nothing is there to be shown yet. */
  readonly loading: boolean;
  /** True while an older answer is shown and a newer one is on its way. */
  readonly refreshing: boolean;
  readonly retry: () => void;
};

/**
 * What a path under `/api/v1` answers; null asks nothing. Keeps the last answer on the screen while another is fetched. What may
 * change without an act is asked again when a page opens.
 */
export function useApi<Answer>(
  path: string | null,
  { again = false }: { readonly again?: boolean } = {},
): Answered<Answer> {
  const query = useQuery({
    queryKey: [path],
    queryFn: ({ signal }) => getJson<Answer>(path ?? '', signal),
    enabled: path !== null,
    refetchOnMount: again ? 'always' : true,
    placeholderData: keepPreviousData,
  });
  return {
    data: query.data,
    problem: query.error ? asProblem(query.error) : null,
    loading: query.isPending && path !== null,
    refreshing: query.isFetching && query.data !== undefined,
    retry: () => void query.refetch(),
  };
}

export type Paged<Item, Whole extends Page<Item> = Page<Item>> = Omit<Answered<Whole>, 'data'> & {
  /** Everything loaded so far, in order. */
  readonly items: readonly Item[];
  readonly total: number;
  /** The first page, with what it carries besides its items. */
  readonly first: Whole | undefined;
  /** Loads the next page; does nothing while one is on its way or none is left. */
  readonly more: () => void;
  readonly complete: boolean;
};

/** A list by pages; `filters` are appended to the path. */
export function useApiPages<Item, Whole extends Page<Item> = Page<Item>>(
  path: string,
  filters: Readonly<Record<string, string | number | null | undefined>> = {},
  limit = 200,
): Paged<Item, Whole> {
  const address = withQuery(path, { ...filters, limit });
  const query = useInfiniteQuery({
    queryKey: ['pages', address],
    queryFn: ({ pageParam, signal }) =>
      getJson<Whole>(pageParam ? withQuery(path, { ...filters, limit, cursor: pageParam }) : address, signal),
    initialPageParam: '',
    getNextPageParam: (page: Whole) => page.next,
    placeholderData: keepPreviousData,
  });
  const pages = query.data?.pages;
  const items = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  return {
    items,
    total: pages?.at(-1)?.total ?? 0,
    first: pages?.[0],
    problem: query.error ? asProblem(query.error) : null,
    loading: query.isPending,
    refreshing: query.isFetching && pages !== undefined,
    retry: () => void query.refetch(),
    more: () => {
      if (query.hasNextPage && !query.isFetching) void query.fetchNextPage();
    },
    complete: !query.hasNextPage,
  };
}

/** Everything on the screen is asked for again: what changed is not known. */
export function refreshAll(): Promise<void> {
  noteChange();
  return queryClient.invalidateQueries();
}

whenOvertaken(refreshAll);

let newest: { readonly version: string; readonly done: Promise<void> } | null = null;

/**
 * Everything on the screen is asked for again at a version of the record. Once only: an act is told of twice, by the answer to
 * whoever made it and by the event to everybody, in either order.
 */
export function refreshTo(version: string): Promise<void> {
  if (newest?.version !== version) newest = { version, done: refreshAll() };
  return newest.done;
}

/** What a question answers that is too long for an address; it makes no act. Null asks nothing. */
export function useQuestion<Answer>(path: string, body: unknown): Answered<Answer> {
  const query = useQuery({
    queryKey: ['question', path, body],
    queryFn: () => postJson<Answer>(path, body),
    enabled: body !== null,
  });
  return {
    data: query.data,
    problem: query.error ? asProblem(query.error) : null,
    loading: query.isPending && body !== null,
    refreshing: query.isFetching && query.data !== undefined,
    retry: () => void query.refetch(),
  };
}
