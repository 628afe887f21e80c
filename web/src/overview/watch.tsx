import { Link } from '@tanstack/react-router';
import type { Overview } from '../../../src/app/workbench/contract/overview.ts';
import { DefinitionList } from '../parts/definition-list.tsx';
import { Day } from '../parts/time.tsx';

type Regime = Overview['regimes'][number];

/** Every regime today: how much law is in force, and whether anybody has a mandate to watch that it is kept. */
export function Watch({ overview: { regimes, asOf } }: { readonly overview: Overview }) {
  return (
    <section aria-label="What is watched, and by whom">
      {regimes.map((regime) => (
        <RegimeToday key={regime.id} regime={regime} asOf={asOf} />
      ))}
    </section>
  );
}

function RegimeToday({ regime, asOf }: { readonly regime: Regime; readonly asOf: string }) {
  const { lapsed } = regime;
  const search = { regime: regime.id };
  const inside = regime.watchedBy.filter(({ outsideUn }) => !outsideUn);
  const outside = regime.watchedBy.filter(({ outsideUn }) => outsideUn);
  return (
    <div className="watch">
      <div className="watch-state">
        <h2>
          <Link to="/regime" search={search}>
            {regime.name}
          </Link>
        </h2>
        {lapsed === null ? (
          <p className="watch-line">
            {inside.length === 0
              ? 'No expert body of the United Nations has had a mandate to watch.'
              : `Watched by ${inside.map(({ body, to }) => (to === null ? body : `${body}, until ${to}`)).join('; ')}.`}
          </p>
        ) : (
          <p className="watch-line alert-text">
            Without an expert body of the United Nations for {lapsed.days.toLocaleString('en')} days.
          </p>
        )}
      </div>
      <DefinitionList
        rows={[
          [
            'In force',
            <Link key="in-force" to="/regime" search={search}>
              {regime.inForce} paragraphs on {asOf}
            </Link>,
          ],
          ['Overseen by', regime.committee],
          [
            'Last mandate',
            lapsed === null ? null : (
              <span key="mandate">
                {lapsed.body} under {lapsed.instrument}, ended on <Day date={lapsed.ended} />
              </span>
            ),
          ],
          [
            'Renewal not adopted',
            lapsed?.endedBy ? (
              <Link key="vote" to="/regime" search={{ ...search, view: 'decisions', decision: lapsed.endedBy }}>
                {lapsed.endedBy}
              </Link>
            ) : null,
          ],
          [
            'Outside the U.N.',
            outside.length === 0
              ? null
              : outside.map(({ body, since }) => (
                  <div key={body}>
                    {body}, since <Day date={since} />
                  </div>
                )),
          ],
        ]}
      />
    </div>
  );
}
