import type { ReactNode } from 'react';

/**
 * A short word on the state of something. `alert` is for contradiction, damage and a veto alone; `strong` for what holds or was
 * accepted; `open` for what waits; `muted` for what is over.
 */
export function Tag({
  tone = 'plain',
  title,
  children,
}: {
  readonly tone?: 'plain' | 'strong' | 'open' | 'muted' | 'alert';
  readonly title?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <span className={`tag ${tone}`} title={title}>
      {children}
    </span>
  );
}
