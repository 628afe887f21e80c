import { Link } from '@tanstack/react-router';
import type { ContestedPoint } from '../../../src/app/workbench/contract/overview.ts';
import { Tag } from '../parts/tag.tsx';

const KINDS: Readonly<Record<ContestedPoint['kind'], string>> = {
  figures: 'figures',
  finding: 'finding',
  incident: 'incident',
};

/** Where sources stand against each other. Nothing is merged away: each leads to what they say side by side. */
export function Contested({ points }: { readonly points: readonly ContestedPoint[] }) {
  return (
    <section className="section">
      <h2>
        Contested <span className="muted">{points.length === 0 ? '' : points.length}</span>
      </h2>
      {points.length === 0 ? (
        <p className="muted">Nothing that a person has made or accepted is contested so far.</p>
      ) : null}
      <ul className="plain lines">
        {points.map((point) => (
          <li key={`${point.kind} ${point.id}`}>
            <PointLink point={point} /> <Tag>{KINDS[point.kind]}</Tag>
            <div className="muted">{point.reason}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function PointLink({ point: { kind, id, title } }: { readonly point: ContestedPoint }) {
  const to = { figures: '/comparisons/$id', finding: '/findings/$id', incident: '/incidents/$id' } as const;
  return (
    <Link to={to[kind]} params={{ id }}>
      {title}
    </Link>
  );
}
