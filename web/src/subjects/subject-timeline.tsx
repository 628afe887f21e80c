import { Link } from '@tanstack/react-router';
import type { DatedFact } from '../../../src/app/workbench/contract/subject.ts';
import { printableText } from '../../../src/figures/drawing/markup.ts';
import { Day } from '../parts/time.tsx';

const WHAT: Readonly<Record<DatedFact['what'], string>> = {
  claim: 'Said to have happened',
  document: 'Document of this day',
  listing: 'List',
};

/** What is dated, the earliest first: what claims tell, documents, listings. */
export function SubjectTimeline({ timeline }: { readonly timeline: readonly DatedFact[] }) {
  if (timeline.length === 0) return <p className="muted">Nothing that is told of it has a day.</p>;
  const [first, rest] = [timeline.slice(0, MOST_AT_ONCE), timeline.slice(MOST_AT_ONCE)];
  return (
    <>
      <Facts facts={first} />
      {rest.length === 0 ? null : (
        <details data-prints>
          <summary>{`${rest.length.toLocaleString('en')} later`}</summary>
          <Facts facts={rest} />
        </details>
      )}
    </>
  );
}

/** What stands beside the names and identifiers; a subject of many documents has hundreds of days. */
const MOST_AT_ONCE = 12;

function Facts({ facts }: { readonly facts: readonly DatedFact[] }) {
  return (
    <ol className="plain subject-timeline">
      {facts.map((fact) => (
        <li key={`${fact.what} ${fact.id} ${fact.from}`}>
          <span className="subject-when">
            <Day date={fact.from} />
            {fact.to === null || fact.to === fact.from ? null : (
              <>
                {' '}
                to <Day date={fact.to} />
              </>
            )}
          </span>
          <span dir="auto">
            <span className="muted">{WHAT[fact.what]}: </span>
            <FactLink fact={fact} />
          </span>
        </li>
      ))}
    </ol>
  );
}

function FactLink({ fact: { what, id, words } }: { readonly fact: DatedFact }) {
  if (what === 'claim')
    return (
      <Link to="/claims" search={{ claim: id }}>
        {printableText(words)}
      </Link>
    );
  if (what === 'document')
    return (
      <Link to="/documents/$id" params={{ id }} search={{}}>
        {printableText(words) || 'Without a title'}
      </Link>
    );
  return printableText(words);
}
