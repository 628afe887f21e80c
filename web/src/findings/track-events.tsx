import { Link } from '@tanstack/react-router';
import type { FindingSummary } from '../../../src/app/workbench/contract/finding.ts';
import { verdictWords } from './finding-words.ts';
import { FindingSection } from './section.tsx';

/** The events in ships' tracks that stand beside the claims: what positions show. Shown where one was taken. */
export function TrackEventsSection({ finding: { events } }: { readonly finding: FindingSummary }) {
  if (events === undefined) return null;
  return (
    <FindingSection
      id="tracks"
      lede="What positions show, as they were received. It changes nothing of the status, which follows from the claims."
    >
      {events.map(({ event, words, law, isGone }) => (
        <article key={event.id} className="track-event">
          <h3>{kindWords(event.kind)}</h3>
          <p>{words.join(' ')}</p>
          {isGone ? (
            <p>
              <strong>A file that it rests on was withheld since:</strong> the event stands as it was taken.
            </p>
          ) : null}
          {law.length === 0 ? null : (
            <details data-prints>
              <summary>What the measures of that day would say if more held than the positions show</summary>
              {law.map(({ supposing, paragraphs }) => (
                <div key={supposing}>
                  <p className="muted">On that day, {supposing}. The positions do not show whether that is so.</p>
                  <ul className="plain lines">
                    {paragraphs.map(({ provision, effect, text }) => (
                      <li key={provision}>
                        <strong>{provision}</strong> (
                        {effect === 'duty' ? 'a duty of States' : verdictWords(effect).toLowerCase()}
                        ): {text}
                      </li>
                    ))}
                  </ul>
                </div>
              ))}
            </details>
          )}
          <p className="muted">
            {event.rows
              .map(
                ({ file, first, last }) => `${file}, ${first === last ? `row ${first}` : `rows ${first} to ${last}`}`,
              )
              .join('; ')}
            .{' '}
            <Link to="/ships" search={{ event: event.id }}>
              See it on the chart
            </Link>
          </p>
        </article>
      ))}
    </FindingSection>
  );
}

function kindWords(kind: string): string {
  const words = kind.replaceAll('-', ' ').replace('mmsi', 'MMSI');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
