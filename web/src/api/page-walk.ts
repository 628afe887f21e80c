import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Page, Problem } from '../../../src/app/workbench/contract/page.ts';
import { asProblem, getJson, withQuery } from './client.ts';

const PAGE = 200;

export type PageWalk<Item, Whole extends Page<Item>> = {
  /** Everything loaded so far, in order. */
  readonly rows: readonly Item[];
  readonly total: number;
  /** The first page, with what it carries besides its items. */
  readonly head: Whole | undefined;
  readonly complete: boolean;
  readonly more: () => void;
  /** Tells which rows are on the screen: their pages are kept fresh. */
  readonly inSight: (first: number, last: number) => void;
  readonly loading: boolean;
  readonly problem: Problem | null;
  readonly retry: () => void;
};

/**
 * The rows of a long table from pages by cursor. Only the pages in sight are observed: after an act two or three are asked for again,
 * not the two hundred and fifty that one may have scrolled through; the others when they come into sight. The cursor of a
 * page is what the page before it says.
 */
export function usePageWalk<Item, Whole extends Page<Item> = Page<Item>>(
  path: string,
  query: Readonly<Record<string, string | undefined>>,
): PageWalk<Item, Whole> {
  const client = useQueryClient();
  const key = withQuery(path, { ...query, limit: PAGE });
  const [walk, setWalk] = useState<Walk>({ key, cursors: [''], first: 0, last: 0 });
  const { cursors, first, last } = walk.key === key ? walk : { cursors: [''], first: 0, last: 0 };
  const address = (cursor: string) => (cursor === '' ? key : `${key}&cursor=${encodeURIComponent(cursor)}`);
  const asked = (cursor: string) => ({
    queryKey: [address(cursor)],
    queryFn: ({ signal }: { readonly signal: AbortSignal }) => getJson<Whole>(address(cursor), signal),
  });
  const head = useQuery({ ...asked(''), placeholderData: keepPreviousData });
  const pages = [...new Set([...range(first, last), cursors.length - 1])].filter((page) => page < cursors.length);
  const answers = useQueries({ queries: pages.map((page) => asked(cursors[page] ?? '')) });

  // A page that was asked for again may name another next one: then what was loaded after it no longer holds.
  const broken = answers.findIndex(({ data }, at) => {
    const behind = cursors[(pages[at] ?? 0) + 1];
    return data !== undefined && behind !== undefined && behind !== data.next;
  });
  const brokenPage = broken < 0 ? null : (pages[broken] ?? 0);
  useEffect(() => {
    if (brokenPage !== null) setWalk({ key, cursors: cursors.slice(0, brokenPage + 1), first, last: brokenPage });
  });

  const end = answers[pages.indexOf(cursors.length - 1)];
  const next = end?.data?.next ?? null;
  const busy = end?.isFetching === true || brokenPage !== null;
  const more = useCallback(() => {
    if (next !== null && !busy) setWalk({ key, cursors: [...cursors, next], first, last });
  }, [next, busy, key, cursors, first, last]);
  const inSight = useCallback(
    (firstRow: number, lastRow: number) => {
      const sight = { first: Math.floor(firstRow / PAGE), last: Math.floor(lastRow / PAGE) };
      if (sight.first !== first || sight.last !== last) setWalk({ key, cursors, ...sight });
    },
    [key, cursors, first, last],
  );

  const stamps = [head, ...answers].map(({ dataUpdatedAt }) => dataUpdatedAt).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `stamps` stands for what the cache holds of these pages
  const rows = useMemo(
    () =>
      cursors.flatMap((cursor, page) =>
        page === 0 ? (head.data?.items ?? []) : (client.getQueryData<Whole>([address(cursor)])?.items ?? []),
      ),
    [key, cursors, stamps],
  );
  const failed = head.error ?? answers.find(({ error }) => error)?.error ?? null;
  return {
    rows,
    total: head.data?.total ?? 0,
    head: head.data,
    complete: next === null && !busy && head.data !== undefined,
    more,
    inSight,
    loading: head.isPending,
    problem: failed === null ? null : asProblem(failed),
    retry: () => void client.refetchQueries({ queryKey: [address('')] }),
  };
}

/** How far one has come: the cursors of the pages loaded, and the first and last page in sight. */
type Walk = {
  readonly key: string;
  readonly cursors: readonly string[];
  readonly first: number;
  readonly last: number;
};

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
}
