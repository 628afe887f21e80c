import { Link } from '@tanstack/react-router';
import type { SubjectPage } from '../../../src/app/workbench/contract/subject.ts';
import { printableText } from '../../../src/figures/drawing/markup.ts';
import { withQuery } from '../api/client.ts';
import { useApi } from '../api/queries.ts';

type Asked = Readonly<Partial<Record<'q' | 'claim' | 'finding' | 'incident', string>>>;

/** So many are named at once; the page of subjects has the rest. */
const MOST = 12;

/**
 * Whom and what the documents name in something, each with its page. Nothing is shown where nobody is named; what a name is near to says
 * nothing of what anybody did.
 */
export function NamedSubjects({
  asked,
  title,
  level = 'h2',
}: {
  readonly asked: Asked;
  readonly title: string;
  readonly level?: 'h2' | 'h3';
}) {
  const { data } = useApi<SubjectPage>(withQuery('/subjects', { ...asked, limit: MOST }));
  const Heading = level;
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section className="section">
      <Heading>{title}</Heading>
      <ul className="plain named-subjects">
        {data.items.map(({ id, kind, names, identifiers, mentions, documents, toDecide, listed }) => (
          <li key={id}>
            <Link to="/subjects/$id" params={{ id }} search={{}}>
              <bdi>{printableText(names[0] ?? identifiers[0]?.value ?? 'Without a name')}</bdi>
            </Link>{' '}
            <span className="muted">
              {kind === 'place' ? 'place of trade' : kind}, named{' '}
              {mentions === 1 ? 'once' : `${mentions.toLocaleString('en')} times`} in{' '}
              {documents === 1 ? 'one document' : `${documents.toLocaleString('en')} documents`}
              {toDecide > 0 ? ', a hit on a list to decide' : ''}
              {listed.some(({ decision }) => decision === 'true') ? ', decided to be on a list' : ''}
            </span>
          </li>
        ))}
      </ul>
      {data.total <= data.items.length ? null : (
        <p>
          <Link to="/subjects" search={asked}>
            All {data.total.toLocaleString('en')}
          </Link>
        </p>
      )}
    </section>
  );
}
