import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { SubjectDetail } from '../../../src/app/workbench/contract/subject.ts';
import { printableText } from '../../../src/figures/drawing/markup.ts';
import { useApi } from '../api/queries.ts';
import { ActHistory } from '../claims/panel/claim-history.tsx';
import { useReview } from '../claims/use-review.ts';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { useShortcuts } from '../session/shortcuts.ts';
import { IdentifierTable } from './identifier-table.tsx';
import { ListedHit } from './listed-hit.tsx';
import { Flags, Network } from './network.tsx';
import { NoLists } from './no-lists.tsx';
import { PassageList } from './passage-line.tsx';
import { SubjectClaims } from './subject-claims.tsx';
import { ListedTag } from './subject-columns.tsx';
import { LetterDraft } from './subject-letter.tsx';
import { SubjectParts } from './subject-parts.tsx';
import { SubjectTimeline } from './subject-timeline.tsx';
import { counted, KIND_WORDS, nameOf } from './subject-words.ts';
import './subjects.css';

/** Everything that the workspace says of one subject, each with its passage. */
export function SubjectPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const { data, problem, retry } = useApi<SubjectDetail>(`/subjects/${encodeURIComponent(id)}`);
  if (data !== undefined) return <SubjectView detail={data} />;
  return (
    <>
      <PageHeader title="Subject" />
      {problem === null ? (
        <Skeleton lines={16} label="Loading the subject" />
      ) : (
        <ErrorNote problem={problem} onRetry={retry} />
      )}
    </>
  );
}

function SubjectView({ detail }: { readonly detail: SubjectDetail }) {
  const { row, names, identifiers, passages, passagesInAll, hits, claimsBy, claimsAbout } = detail;
  const review = useReview();
  const [isWriting, setIsWriting] = useState(false);
  useShortcuts([review.undo]);
  return (
    <>
      <PageHeader
        title={printableText(nameOf(row))}
        lede={
          <>
            {KIND_WORDS[row.kind]}, named in {counted(row.mentions, 'place')} of {counted(row.documents, 'document')}.{' '}
            <ListedTag row={row} />
          </>
        }
      />
      <div className="subject-halves">
        <div>
          <Part title="Names">
            <ul className="plain subject-names">
              {names.map(({ name, mentions, documents }) => (
                <li key={name}>
                  <bdi>{printableText(name)}</bdi>{' '}
                  <span className="muted">
                    {mentions === 0
                      ? 'as the speaker of claims'
                      : `${counted(mentions, 'place')}, ${counted(documents, 'document')}`}
                  </span>
                </li>
              ))}
            </ul>
          </Part>
          <Part title="Identifiers">
            <IdentifierTable identifiers={identifiers} />
          </Part>
          <Accounts detail={detail} />
          <SubjectParts detail={detail} />
        </div>
        <div>
          <Part title="When">
            <SubjectTimeline timeline={detail.timeline} />
          </Part>
          <Happened detail={detail} />
        </div>
      </div>
      {detail.flags.length === 0 ? null : (
        <Part title="Flag">
          <Flags flags={detail.flags} />
        </Part>
      )}
      <Part title="Relations">
        <Network network={detail.network} title={`Relations of ${printableText(nameOf(row))}`} />
      </Part>
      <Part title="On lists">
        {detail.screened === 'no-lists' ? (
          <NoLists />
        ) : detail.screened === 'not-asked' ? (
          <EmptyState title="Not asked of the lists">
            Lists are asked by full names of persons, bodies, ships and aircraft, and by numbers: none of these is known
            of it.
          </EmptyState>
        ) : hits.length === 0 ? (
          <EmptyState title="No entry of the lists held is alike">
            That no list has the name does not clear anybody: look at the dates of the lists, and at the owners.
          </EmptyState>
        ) : (
          <ol className="plain">
            {hits.map((listed) => (
              <ListedHit key={listed.hit.entityId} subject={row.id} listed={listed} />
            ))}
          </ol>
        )}
      </Part>
      <SubjectClaims title="Claims by it" claims={claimsBy} none="It makes no claim in these documents." />
      <SubjectClaims
        title="Claims about it"
        claims={claimsAbout}
        none="No claim says that anything happened with it."
      />
      {claimsAbout.length === 0 ? null : (
        <section className="section">
          <div className="section-head">
            <h2>Letter</h2>
            <Button aria-expanded={isWriting} onClick={() => setIsWriting(!isWriting)}>
              {isWriting ? 'Put the letter away' : 'Draft a letter'}
            </Button>
          </div>
          {isWriting ? (
            <LetterDraft subject={row.id} />
          ) : (
            <p className="muted">Who is named should be heard before anything is published.</p>
          )}
        </section>
      )}
      <Part title="Passages">
        {passages.length < passagesInAll ? (
          <p className="hint">
            The first {passages.length.toLocaleString('en')} of {passagesInAll.toLocaleString('en')}.
          </p>
        ) : null}
        <PassageList passages={passages} />
      </Part>
      <Part title="Judgements">
        <ActHistory acts={detail.history} pending={review.pending} onUndo={(act) => void review.undoAct(act)} />
      </Part>
    </>
  );
}

export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="section">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Accounts({ detail: { accounts, accountOf } }: { readonly detail: SubjectDetail }) {
  if (accounts.length + accountOf.length === 0) return null;
  return (
    <Part title={accounts.length > 0 ? 'Accounts that documents say are its own' : 'Documents say that it is of'}>
      <ul className="plain">
        {[...accounts, ...accountOf].map(({ id, name }) => (
          <li key={id}>
            <Link to="/subjects/$id" params={{ id }} search={{}}>
              <bdi>{printableText(name)}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Happened({ detail: { incidents, findings } }: { readonly detail: SubjectDetail }) {
  return (
    <>
      {incidents.length === 0 ? null : (
        <Part title="Incidents">
          <ul className="plain">
            {incidents.map(({ id, title, from }) => (
              <li key={id}>
                <Link to="/incidents/$id" params={{ id }} search={{}}>
                  {printableText(title)}
                </Link>{' '}
                <span className="muted">{from}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {findings.length === 0 ? null : (
        <Part title="Findings that rest on these claims">
          <ul className="plain">
            {findings.map(({ id, title, status }) => (
              <li key={id}>
                <Link to="/findings/$id" params={{ id }} search={{}}>
                  {printableText(title)}
                </Link>{' '}
                <span className="muted">{status}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}
