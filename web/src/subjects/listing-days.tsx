import { Link } from '@tanstack/react-router';
import type { SubjectHitView } from '../../../src/app/workbench/contract/subject.ts';
import { Day } from '../parts/time.tsx';

type Listing = NonNullable<SubjectHitView['listing']>;

const STATES: Readonly<Record<Listing['days'][number]['state'], string>> = {
  listed: 'listed',
  'not-yet': 'not yet listed',
  'no-longer': 'no longer listed',
  'no-day': 'listed, but its list gives no day',
};

/** How an entry stood on the days of the matter, and under which paragraphs. */
export function ListingDays({ listing }: { readonly listing: Listing }) {
  const { authority, reference, paragraphs, days } = listing;
  return (
    <div className="listing-days">
      <h4>The entry's listing</h4>
      <p>
        {authority}
        {reference === '' ? null : (
          <>
            , <span className="mono">{reference}</span>
          </>
        )}
        {paragraphs.length === 0 ? null : (
          <>
            , under{' '}
            {paragraphs.map((paragraph, at) => (
              <span key={paragraph}>
                {at === 0 ? '' : ', '}
                <Link to="/regime" search={{ q: paragraph, ended: '1' }}>
                  {paragraph}
                </Link>
              </span>
            ))}
          </>
        )}
      </p>
      <ul className="plain">
        {days.map(({ day, state }) => (
          <li key={day}>
            <Day date={day} />: {STATES[state]}
          </li>
        ))}
      </ul>
    </div>
  );
}
