import { useRef, useState } from 'react';
import type { ProposalPage, SubjectProposal } from '../../../src/app/workbench/contract/subject.ts';
import { usePageWalk } from '../api/page-walk.ts';
import { useReview } from '../claims/use-review.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { SelectField } from '../parts/form/field.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { DataTable } from '../parts/table/data-table.tsx';
import { Toolbar } from '../parts/toolbar.tsx';
import type { Action } from '../session/action.ts';
import { useSearchState } from '../session/search-state.ts';
import { useShortcuts } from '../session/shortcuts.ts';
import { PROPOSAL_COLUMNS } from './proposal-columns.tsx';
import { ProposalPanel } from './proposal-panel.tsx';
import { counted, nameOf, REASON_WORDS } from './subject-words.ts';
import { type Judgement, useJudgement } from './use-judgement.ts';

const idOf = ({ id }: SubjectProposal): string => id;

/** What may be one subject, decided one by one or all that are selected; nothing is joined before. */
export function Proposals() {
  const [search, change] = useSearchState();
  const list = usePageWalk<SubjectProposal, ProposalPage>('/subjects/proposals', { reason: search.reason });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const panel = useRef<HTMLElement>(null);
  const { judge, pending } = useJudgement();
  const review = useReview();
  const at = list.rows.findIndex(({ id }) => id === search.pair);
  const current = list.rows[at] ?? null;
  const chosen = selected.size > 0 ? list.rows.filter(({ id }) => selected.has(id)) : current === null ? [] : [current];
  const decide = (judgement: Judgement) => async () => {
    const ids = new Set(chosen.map(idOf));
    // The next one that is not decided with it: what is decided leaves the list.
    const next = list.rows.slice(at + 1).find(({ id }) => !ids.has(id));
    const before = list.rows.slice(0, Math.max(0, at)).findLast(({ id }) => !ids.has(id));
    const pairs = chosen.map(({ sides: [one, other] }) => ({ a: one.leaf, b: other.leaf }));
    // At once: a choice that moved on only when the list is new would take the place of one that was made meanwhile.
    await judge(pairs, judgement, undefined, () => {
      setSelected(new Set());
      change({ pair: (next ?? before)?.id }, { replace: true });
    });
  };
  const action = (key: string, label: string, judgement: Judgement): Action => ({
    key,
    label,
    words: `${label}, of the pair or of all that are selected`,
    when: chosen.length > 0 && !pending,
    run: () => void decide(judgement)(),
  });
  const actions = [
    action('s', 'One subject', 'same'),
    action('d', 'Different', 'different'),
    action('n', 'Leave open', 'unsure'),
  ];
  useShortcuts([...actions, review.undo]);
  const reasons = list.head?.facets.reason ?? [];
  return (
    <>
      <Toolbar label="Filters of proposals">
        <SelectField
          label="Why"
          none="Any reason"
          value={search.reason ?? ''}
          options={Object.entries(REASON_WORDS).map(([value, words]) => ({
            value,
            words: `${words} (${(reasons.find((one) => one.value === value)?.count ?? 0).toLocaleString('en')})`,
          }))}
          onChange={(reason) => {
            setSelected(new Set());
            change({ reason: reason || undefined, pair: undefined });
          }}
        />
        <ActionButton action={review.undo} />
      </Toolbar>
      {list.problem === null ? null : <ErrorNote problem={list.problem} onRetry={list.retry} />}
      <div className={`subject-desk${current === null ? '' : ' open'}`}>
        <div className="subject-list">
          {list.loading ? (
            <Skeleton lines={12} label="Comparing names" />
          ) : (
            <DataTable
              label="Pairs that may be one"
              columns={PROPOSAL_COLUMNS}
              rows={list.rows}
              total={list.total}
              rowId={idOf}
              rowLabel={({ sides: [one, other] }) => `${nameOf(one)} and ${nameOf(other)}`}
              more={list.more}
              complete={list.complete}
              onSight={list.inSight}
              current={search.pair ?? null}
              onCurrent={(pair) => change({ pair }, { replace: true })}
              onOpen={() => panel.current?.focus()}
              selected={selected}
              onSelected={setSelected}
              rowHeight={54}
              narrowRowHeight={104}
              height="calc(100vh - 360px)"
              empty={
                <EmptyState title="Nothing is left to decide">
                  Pairs that were judged, also as open, are proposed no more. What was judged stands in the record, and
                  on the page of each subject.
                </EmptyState>
              }
            />
          )}
          {selected.size === 0 ? null : (
            <section className="selection-bar" aria-label="Selected pairs">
              <strong>{counted(selected.size, 'pair')} selected</strong>
              <div className="actions">
                {actions.map((one) => (
                  <ActionButton key={one.label} action={one} />
                ))}
                <Button look="quiet" onClick={() => setSelected(new Set())}>
                  Clear the selection
                </Button>
              </div>
            </section>
          )}
        </div>
        <aside className="subject-side" aria-label="The pair chosen" ref={panel} tabIndex={-1}>
          {current === null ? (
            <EmptyState title="No pair is chosen">
              Choose one in the table, or press j. Keys: s says that they are one, d that they are not, n leaves it
              open, u takes back; x selects several.
            </EmptyState>
          ) : (
            <ProposalPanel
              proposal={current}
              actions={selected.size > 0 ? [] : actions}
              onClose={() => change({ pair: undefined }, { replace: true })}
            />
          )}
        </aside>
      </div>
    </>
  );
}
