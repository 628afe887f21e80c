import type { ReactNode } from 'react';
import type { ScreeningHit } from '../../../src/app/workbench/contract/screening.ts';
import { DefinitionList } from '../parts/definition-list.tsx';
import { Tag } from '../parts/tag.tsx';
import { Day } from '../parts/time.tsx';
import { AlignedNames } from './aligned-names.tsx';
import { HitDecision } from './hit-decision.tsx';
import { type AskedQuestion, schemaWords } from './question.ts';
import './screening.css';

/** One listed subject that may be the one asked for, with everything that a person needs in order to decide. */
export function HitView({
  hit,
  question,
  disabled,
  decideAt,
  children,
}: {
  readonly hit: ScreeningHit;
  readonly question: AskedQuestion;
  readonly disabled: boolean;
  /** Where a decision goes: `/screening/decisions` when left out. */
  readonly decideAt?: string;
  /** What more there is to say of the entry. */
  readonly children?: ReactNode;
}) {
  const others = hit.names.filter((name) => name !== hit.caption);
  return (
    <li className="hit" tabIndex={-1}>
      <header>
        <span className="hit-rank">
          <span className="unseen">Rank </span>
          {hit.rank}
        </span>
        <div>
          <h3>
            <bdi>{hit.caption}</bdi>
          </h3>
          <p className="hit-of">
            {schemaWords(hit.schema)} · {hit.dataset} · <span className="mono">{hit.entityId}</span>
          </p>
        </div>
        <HitScore hit={hit} />
      </header>
      <div className="hit-body">
        <div>
          <AlignedNames aligned={hit.aligned} />
          <h4>Why</h4>
          <ul className="reasons">
            {hit.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
            {hit.listAge === null ? null : (
              <li>
                <Tag tone="open">old list</Tag> {hit.listAge}
              </li>
            )}
          </ul>
        </div>
        <div>
          <DefinitionList
            rows={[
              ['Listed on', <Day key="listed" date={hit.listedOn} none="the list gives no day" />],
              ['Programme', hit.program],
              ['Born', hit.birthDates.map(spanInWords).join(', ')],
              ['Countries', hit.countries.map(countryInWords).join(', ')],
              ['Numbers', hit.numbers.length === 0 ? null : <Many key="numbers" values={hit.numbers} />],
              ['Other names', others.length === 0 ? null : <Many key="names" values={others} />],
            ]}
          />
          {children}
          <HitDecision
            hit={hit}
            question={question}
            disabled={disabled}
            {...(decideAt === undefined ? {} : { decideAt })}
          />
        </div>
      </div>
    </li>
  );
}

/** The score says how alike the names are; this adds up what the facts say beside them. */
const SUPPORT =
  'Points for what speaks for this subject, less what speaks against it: the similarity of the name, and numbers, dates of birth, countries and the like that agree or differ. It has no upper end; hits are ranked by it.';

function HitScore({ hit }: { readonly hit: ScreeningHit }) {
  return (
    <p className="hit-score">
      <span className="score-bar" aria-hidden="true">
        <span style={{ inlineSize: `${Math.round(hit.score * 100)}%` }} />
      </span>
      <span className="nowrap">
        score <strong>{hit.score.toFixed(2)}</strong>
      </span>
      <span className="nowrap" title={SUPPORT}>
        evidence for it {hit.support.toFixed(1)} <span className="muted">(ranks the hits)</span>
      </span>
      {hit.match ? <Tag tone="strong">match</Tag> : <Tag tone="muted">below the match line</Tag>}
    </p>
  );
}

/** Lists give spans of days as `1967/1969`. */
function spanInWords(date: string): string {
  return date.replace('/', ' to ');
}

const COUNTRY_NAMES = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** "North Korea (KP)"; codes that are no country of today, such as the Soviet Union's, stay codes. */
function countryInWords(code: string): string {
  const upper = code.toUpperCase();
  const name = /^[A-Z]{2}$/.test(upper) ? COUNTRY_NAMES.of(upper) : undefined;
  return name === undefined ? upper : `${name} (${upper})`;
}

/** How many values are shown before the rest is folded away. */
const SHOWN = 4;

/** Values of one property, each kept apart from the writing direction of the others. */
function Many({ values }: { readonly values: readonly string[] }) {
  const line = (value: string) => (
    <li key={value}>
      <bdi>{value}</bdi>
    </li>
  );
  return (
    <>
      <ul className="plain">{values.slice(0, SHOWN).map(line)}</ul>
      {values.length > SHOWN ? (
        <details data-prints>
          <summary>{values.length - SHOWN} more</summary>
          <ul className="plain">{values.slice(SHOWN).map(line)}</ul>
        </details>
      ) : null}
    </>
  );
}
