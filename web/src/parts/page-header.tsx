import { type ReactNode, useEffect } from 'react';

/** The head of a page: its only `h1`, one sentence on what it is for, and what can be done. Sets the window's title too. */
export function PageHeader({
  title,
  lede,
  actions,
}: {
  readonly title: string;
  readonly lede?: ReactNode;
  readonly actions?: ReactNode;
}) {
  useEffect(() => {
    document.title = title === 'Overview' ? 'Standing Panel' : `${title} · Standing Panel`;
  }, [title]);
  return (
    <header className="page-header">
      <div>
        <h1>{title}</h1>
        {lede === undefined ? null : <p className="lede">{lede}</p>}
      </div>
      {actions === undefined ? null : <div className="actions">{actions}</div>}
    </header>
  );
}
