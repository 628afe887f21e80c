import type { ReactNode } from 'react';

/** In the place of what is not there: says so, and what to do next. */
export function EmptyState({
  title,
  children,
  action,
}: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className="empty-state">
      <p className="empty-title">{title}</p>
      {children === undefined ? null : <div>{children}</div>}
      {action === undefined ? null : <div className="actions">{action}</div>}
    </div>
  );
}
