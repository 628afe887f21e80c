import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Problem } from '../../../src/app/workbench/contract/page.ts';
import type { ScreeningAnswer } from '../../../src/app/workbench/contract/screening.ts';
import { asProblem, getJson, withQuery } from '../api/client.ts';
import { useSearchState } from '../session/search-state.ts';
import { type AskedQuestion, factsOf, isAskable, MOST_HITS, questionOf, searchOf } from './question.ts';

/** How long the writer must pause before the question is put. */
const PAUSE = 180;

/** The question in the form, and in the address once the writer pauses. Back and forward in the browser change the form. */
export function useQuestionDraft(): readonly [AskedQuestion, AskedQuestion, (next: AskedQuestion) => void] {
  const [search, change] = useSearchState();
  const asked = questionOf(search);
  const key = JSON.stringify(asked);
  const [draft, setDraft] = useState(asked);
  const written = useRef(key);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (key === written.current) return;
    written.current = key;
    clearTimeout(timer.current);
    setDraft(JSON.parse(key) as AskedQuestion);
  }, [key]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const write = (next: AskedQuestion) => {
    setDraft(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      written.current = JSON.stringify(next);
      change(searchOf(next), { replace: true });
    }, PAUSE);
  };
  return [draft, asked, write];
}

export type Screened = {
  /** The last answer with the question that it answers: a decision must never be taken on another one. */
  readonly answered: { readonly question: AskedQuestion; readonly answer: ScreeningAnswer } | undefined;
  /** True while the answer shown is that of an earlier question. */
  readonly stale: boolean;
  readonly loading: boolean;
  readonly problem: Problem | null;
  readonly retry: () => void;
};

/** Asks the lists; an answer that comes after a newer question is dropped. */
export function useScreening(question: AskedQuestion): Screened {
  const path = withQuery('/screening', {
    ...factsOf(question),
    asOf: question.asOf,
    threshold: question.threshold,
    limit: MOST_HITS,
  });
  const enabled = isAskable(question);
  const query = useQuery({
    queryKey: ['screening', path],
    queryFn: async ({ signal }) => ({ question, answer: await getJson<ScreeningAnswer>(path, signal) }),
    enabled,
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
  return {
    answered: enabled ? query.data : undefined,
    stale: query.isPlaceholderData,
    loading: enabled && query.isPending,
    problem: query.error ? asProblem(query.error) : null,
    retry: () => void query.refetch(),
  };
}
