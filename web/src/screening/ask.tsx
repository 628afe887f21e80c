import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import type { HeldListsView, ListSummary } from '../../../src/app/workbench/contract/screening.ts';
import { useApi } from '../api/queries.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { useShortcuts } from '../session/shortcuts.ts';
import { HitView } from './hit-view.tsx';
import { factsOf, isAskable, MOST_HITS } from './question.ts';
import { QuestionForm } from './question-form.tsx';
import { type Screened, useQuestionDraft, useScreening } from './use-screening.ts';

/** A question and its hits as one writes. */
export function Ask() {
  const [draft, asked, write] = useQuestionDraft();
  const screened = useScreening(asked);
  return (
    <>
      <QuestionForm question={draft} onChange={write} />
      {isAskable(asked) ? <Hits screened={screened} /> : <NothingAsked />}
    </>
  );
}

function NothingAsked() {
  const held = useApi<HeldListsView>('/lists').data?.lists;
  if (held?.length === 0) return <NoLists />;
  return (
    <EmptyState title="Nothing is asked yet">
      Write at least two letters of a name, or a passport, identity or IMO number. A screening here is only looked at;
      it is logged once you decide on a hit.
    </EmptyState>
  );
}

function Hits({ screened }: { readonly screened: Screened }) {
  const { answered, stale, loading, problem, retry } = screened;
  const list = useRef<HTMLOListElement>(null);
  const go = (step: number) => {
    const hits = [...(list.current?.querySelectorAll<HTMLElement>('.hit') ?? [])];
    const at = hits.findIndex((hit) => hit.contains(document.activeElement));
    hits[Math.max(0, Math.min(hits.length - 1, at + step))]?.focus();
  };
  useShortcuts([
    { key: 'j', label: 'Next hit', when: true, run: () => go(1) },
    { key: 'k', label: 'Previous hit', when: true, run: () => go(-1) },
  ]);
  if (problem !== null) return <ErrorNote problem={problem} onRetry={retry} />;
  if (loading || answered === undefined) return <Skeleton lines={8} label="Screening" />;
  const { question, answer } = answered;
  if (answer.lists.length === 0) return <NoLists />;
  const { hits } = answer;
  return (
    <section className={stale ? 'hits stale' : 'hits'} aria-busy={stale}>
      <p role="status" className="unseen">
        {stale ? '' : `${hitsInWords(hits.length)} for ${question.name}`}
      </p>
      <h2>
        {hitsInWords(hits.length)}
        <span className="asked-of">
          {' '}
          at {Number(question.threshold).toFixed(2)} or above in {listsInWords(answer.lists)},{' '}
          {Math.round(answer.milliseconds)} ms
        </span>
      </h2>
      {hits.length === 0 ? (
        <p className="prose">
          That no list has the name does not clear anybody: look at the dates of the lists, at other spellings, and at
          the owners. A lower least score shows names further off.
        </p>
      ) : (
        <ol className="plain" ref={list}>
          {hits.map((hit) => (
            <HitView
              key={`${hit.entityId} ${JSON.stringify(factsOf(question))}`}
              hit={hit}
              question={question}
              disabled={stale}
            />
          ))}
        </ol>
      )}
    </section>
  );
}

function hitsInWords(count: number): string {
  if (count === 0) return 'No listed subject';
  if (count === 1) return 'One hit';
  return count === MOST_HITS ? `The best ${count} hits` : `${count} hits`;
}

function listsInWords(lists: readonly ListSummary[]): string {
  return lists
    .map(({ list, versionDate }) => (versionDate === null ? list : `${list} of ${versionDate}`))
    .join(' and ');
}

function NoLists() {
  return (
    <EmptyState
      title="The workspace holds no list"
      action={
        <Link className="button primary" to="/screening" search={{ view: 'lists' }}>
          Add a list
        </Link>
      }
    >
      Names are screened against official lists: the U.N. consolidated list, OFAC, the E.U., Britain and others.
    </EmptyState>
  );
}
