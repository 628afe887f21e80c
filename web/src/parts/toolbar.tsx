import type { ReactNode } from 'react';

/** Filters or doings above what they bear on. */
export function Toolbar({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <search className="toolbar" aria-label={label}>
      {children}
    </search>
  );
}
