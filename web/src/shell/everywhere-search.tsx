import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useRef } from 'react';
import { SearchField } from '../parts/form/search-field.tsx';
import type { Search } from '../session/address.ts';
import { useShortcuts } from '../session/shortcuts.ts';

const PAGE = '/find';

/**
 * The search over everything, at the head of every page. Enter goes to its page; there it follows what is written, and the arrow
 * down goes on to the hits. Escape leaves the field.
 */
export function EverywhereSearch() {
  const form = useRef<HTMLFormElement>(null);
  const navigate = useNavigate();
  const [isThere, asked] = useAsked();
  const field = () => form.current?.querySelector('input') ?? null;
  const search = (q: string, replace: boolean) =>
    void navigate({
      to: PAGE,
      search: (before: Search) => ({ ...(isThere ? before : {}), q: q || undefined }),
      replace,
    });
  useShortcuts([
    {
      key: '/',
      label: 'Search everything',
      when: true,
      run: () => {
        field()?.focus();
        field()?.select();
      },
    },
    { key: 'f', label: 'Filter this page', when: true, run: focusFilter },
  ]);
  return (
    <search className="masthead-search" aria-label="Search everything">
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          const written = field()?.value ?? '';
          if (isThere && written === asked) focusFirstHit();
          else search(written, isThere);
        }}
        onKeyDown={(event) => {
          // Browsers would clear the field, and with it the hits.
          const leave = event.key === 'Escape' ? () => field()?.blur() : null;
          const goOn = event.key === 'ArrowDown' && isThere ? focusFirstHit : null;
          const run = leave ?? goOn;
          if (run === null) return;
          event.preventDefault();
          run();
        }}
      >
        <SearchField
          label="Search everything"
          labelHidden
          placeholder="Search everything ( / )"
          value={asked}
          onChange={(q) => {
            if (isThere && q !== asked) search(q, true);
          }}
        />
      </form>
    </search>
  );
}

/** Whether the page of hits is shown, and what it was asked. */
function useAsked(): readonly [boolean, string] {
  const isThere = useRouterState({ select: ({ location }) => location.pathname === PAGE });
  const asked = useRouterState({ select: ({ location }) => (location.search as Search).q ?? '' });
  return [isThere, isThere ? asked : ''];
}

function focusFirstHit(): void {
  document.querySelector<HTMLElement>('main .search-hit a')?.focus();
}

/** The field of the page itself, where it has one. */
function focusFilter(): void {
  const field = document.querySelector<HTMLInputElement>('main input[type="search"]');
  field?.focus();
  field?.select();
}
