import { useEffect, useRef, useState } from 'react';
import { useSearchState } from '../session/search-state.ts';

/** How long the writer must pause before the title goes into the address. */
const PAUSE = 300;

/** The title as it is written; the address follows when the writer pauses, and Back in the browser changes the field. */
export function useTitleDraft(): readonly [string, (title: string) => void] {
  const [search, change] = useSearchState();
  const [title, setTitle] = useState(search.title ?? '');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (timer.current === undefined) setTitle(search.title ?? '');
  }, [search.title]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const write = (next: string) => {
    setTitle(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      timer.current = undefined;
      change({ title: next || undefined }, { replace: true });
    }, PAUSE);
  };
  return [title, write];
}
