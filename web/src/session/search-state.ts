import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Search } from './address.ts';

/**
 * What the address says after its `?`, and how to change it. Empty values leave the address. A change is a step that Back
 * undoes, unless `replace` says that it is one of many in a row (writing, dragging).
 */
export function useSearchState(): readonly [
  Search,
  (changes: Search, options?: { readonly replace?: boolean }) => void,
] {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const change = (changes: Search, options: { readonly replace?: boolean } = {}) =>
    void navigate({
      to: '.',
      search: (before: Search) => ({ ...before, ...changes }),
      replace: options.replace === true,
      resetScroll: false,
    });
  return [search, change];
}
