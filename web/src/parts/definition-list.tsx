import type { ReactNode } from 'react';

/** Names and what they stand for, in two columns where there is room. Rows without a value are left out. */
export function DefinitionList({ rows }: { readonly rows: readonly (readonly [string, ReactNode])[] }) {
  const shown = rows.filter(([, value]) => value !== null && value !== undefined && value !== '');
  return (
    <dl className="definitions">
      {shown.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
