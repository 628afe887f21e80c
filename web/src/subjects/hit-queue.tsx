import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import type { HitPage, QueuedHit } from '../../../src/app/workbench/contract/subject.ts';
import { printableText } from '../../../src/figures/drawing/markup.ts';
import { useApiPages } from '../api/queries.ts';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { SelectField } from '../parts/form/field.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Toolbar } from '../parts/toolbar.tsx';
import { useSearchState } from '../session/search-state.ts';
import { useShortcuts } from '../session/shortcuts.ts';
import { ListedHit } from './listed-hit.tsx';
import { NoLists } from './no-lists.tsx';
import { PassageList } from './passage-line.tsx';
import { counted, KIND_WORDS, nameOf } from './subject-words.ts';

const HITS = 20;

/** Entries of the lists that subjects may be, one after the other, each with where the subject is named. */
export function HitQueue() {
  const [search, change] = useSearchState();
  const state = search.state === 'decided' ? 'decided' : 'open';
  const queue = useApiPages<QueuedHit, HitPage>('/subjects/hits', { state, kind: search.kind }, HITS);
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
  const { first, problem, loading, retry, items } = queue;
  return (
    <>
      <Toolbar label="Which hits">
        <SelectField
          label="State"
          value={state}
          options={[
            { value: 'open', words: `To decide (${first?.counts.open ?? 0})` },
            { value: 'decided', words: `Decided (${first?.counts.decided ?? 0})` },
          ]}
          onChange={(value) => change({ state: value === 'open' ? undefined : value })}
        />
        <SelectField
          label="Kind"
          none="Any kind"
          value={search.kind ?? ''}
          options={(['person', 'organisation', 'vessel', 'aircraft'] as const).map((value) => ({
            value,
            words: KIND_WORDS[value],
          }))}
          onChange={(kind) => change({ kind: kind || undefined })}
        />
      </Toolbar>
      {problem === null ? null : <ErrorNote problem={problem} onRetry={retry} />}
      {loading || first === undefined ? (
        problem === null ? (
          <Skeleton lines={10} label="Screening everybody who is named" />
        ) : null
      ) : !first.lists ? (
        <NoLists />
      ) : items.length === 0 ? (
        <EmptyState title={state === 'open' ? 'No hit waits' : 'Nothing is decided yet'}>
          That no list has a name does not clear anybody: look at the dates of the lists, at other spellings, and at the
          owners.
        </EmptyState>
      ) : (
        <ol className="plain subject-queue" ref={list}>
          {items.map((item) => (
            <li key={item.id}>
              <header>
                <h2>
                  <Link to="/subjects/$id" params={{ id: item.subject.id }} search={{}}>
                    <bdi>{printableText(nameOf(item.subject))}</bdi>
                  </Link>{' '}
                  <span className="asked-of">
                    {KIND_WORDS[item.subject.kind]}, named in {counted(item.subject.documents, 'document')}
                  </span>
                </h2>
                <PassageList passages={item.passages} />
              </header>
              <ol className="plain">
                <ListedHit subject={item.subject.id} listed={item} />
              </ol>
            </li>
          ))}
        </ol>
      )}
      {queue.complete || loading ? null : (
        <Button onClick={queue.more}>Show more of {queue.total.toLocaleString('en')}</Button>
      )}
    </>
  );
}
