import { useState } from 'react';

export type Theme = 'system' | 'light' | 'dark';

const KEPT = 'standing-panel.theme';

function kept(): Theme {
  const value = localStorage.getItem(KEPT);
  return value === 'light' || value === 'dark' ? value : 'system';
}

/** Puts the chosen theme on the page; without a choice the browser's own preference holds. */
export function applyTheme(theme: Theme = kept()): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(kept);
  const choose = (next: Theme) => {
    if (next === 'system') localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, next);
    applyTheme(next);
    setTheme(next);
  };
  return [theme, choose];
}
