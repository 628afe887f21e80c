import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Overview } from '../../../src/app/workbench/contract/overview.ts';
import { listen, useConnected } from '../api/events.ts';
import { useApi } from '../api/queries.ts';
import { askActor, useActor } from '../session/actor.ts';
import { clearAlerts } from '../session/notices.ts';
import { useShortcutKeys, useShortcuts } from '../session/shortcuts.ts';
import { ActorDialog } from './actor-dialog.tsx';
import { EverywhereSearch } from './everywhere-search.tsx';
import { Jobs } from './jobs.tsx';
import { Notices } from './notices.tsx';
import { unfoldForPrint } from './print.ts';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import './shell.css';
import { type Theme, useTheme } from './theme.ts';

const PAGES = [
  ['/', 'Overview'],
  ['/regime', 'Regime'],
  ['/documents', 'Documents'],
  ['/claims', 'Claims'],
  ['/incidents', 'Incidents'],
  ['/subjects', 'Subjects'],
  ['/screening', 'Screening'],
  ['/trade', 'Trade'],
  ['/ships', 'Ships'],
  ['/findings', 'Findings'],
  ['/report', 'Report'],
  ['/record', 'Record'],
] as const;

const NEXT_THEME: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' };
const THEME_WORDS: Readonly<Record<Theme, string>> = {
  system: 'Theme: system',
  light: 'Theme: light',
  dark: 'Theme: dark',
};

/** The frame of every page: masthead, navigation, what runs, and the page itself. */
export function Shell() {
  const [keysShown, setKeysShown] = useState(false);
  useEffect(listen, []);
  useEffect(unfoldForPrint, []);
  useShortcutKeys();
  useShortcuts([{ key: '?', label: 'Show these keys', when: true, run: () => setKeysShown(true) }]);
  return (
    <>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <Masthead onKeys={() => setKeysShown(true)} />
      <Connection />
      <Jobs />
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <Notices />
      <ActorDialog />
      <ShortcutsDialog open={keysShown} onClose={() => setKeysShown(false)} />
    </>
  );
}

function Masthead({ onKeys }: { readonly onKeys: () => void }) {
  const overview = useApi<Overview>('/overview').data;
  const actor = useActor();
  const [theme, setTheme] = useTheme();
  const [open, setOpen] = useState(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: menu and alerts belong to the page that was left
  useEffect(() => {
    setOpen(false);
    clearAlerts();
  }, [path]);
  const here =
    PAGES.find(([to]) => (to === '/' ? path === '/' : path.startsWith(to)))?.[1] ??
    (path === '/find' ? 'Search' : 'Menu');
  return (
    <header className="masthead">
      <div className="masthead-line">
        <span className="wordmark">Standing Panel</span>
        <span className="workspace">{overview ? (overview.workspace.title ?? overview.workspace.name) : ''}</span>
        <EverywhereSearch />
        <span className="masthead-tools">
          <button type="button" className="quiet" onClick={() => void askActor()}>
            {actor.name === null ? 'Nobody named yet' : `Acting: ${actor.name}`}
          </button>
          <button type="button" className="quiet" onClick={() => setTheme(NEXT_THEME[theme])}>
            {THEME_WORDS[theme]}
          </button>
          <button type="button" className="quiet keys" onClick={onKeys} aria-keyshortcuts="?">
            Keys <kbd>?</kbd>
          </button>
        </span>
      </div>
      <nav aria-label="Pages">
        <button type="button" className="menu" aria-expanded={open} onClick={() => setOpen(!open)}>
          {here}
        </button>
        <ul className={open ? 'open' : undefined}>
          {PAGES.map(([to, words]) => (
            <li key={to}>
              <Link to={to} activeOptions={{ exact: to === '/', includeSearch: false }}>
                {words}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

/** Told only after a moment: a stream that is opened again at once is nothing to speak of. */
function Connection() {
  const connected = useConnected();
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (connected) return setLate(false);
    const timer = setTimeout(() => setLate(true), 3000);
    return () => clearTimeout(timer);
  }, [connected]);
  return (
    <div role="status" className="connection">
      {late
        ? 'The program behind this page does not answer; what is shown may be old. It is tried again every few seconds.'
        : ''}
    </div>
  );
}
