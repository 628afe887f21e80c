import { useState } from 'react';
import type { Job } from '../../../src/app/workbench/contract/job.ts';
import type { Problem } from '../../../src/app/workbench/contract/page.ts';
import type { HeldListsView, ListSummary } from '../../../src/app/workbench/contract/screening.ts';
import { asProblem, postForm, postJson } from '../api/client.ts';
import { noteJob, useJob } from '../api/events.ts';
import { jobResult } from '../api/job-result.ts';
import { useApi } from '../api/queries.ts';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { FileDrop } from '../parts/file-drop.tsx';
import { Progress } from '../parts/progress.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Tag } from '../parts/tag.tsx';
import { Day, Instant } from '../parts/time.tsx';
import { useSearchState } from '../session/search-state.ts';
import { DifferenceOfLists } from './list-difference.tsx';

/** The lists that the workspace holds, in all their versions; how to get others, and what changed between two. */
export function HeldLists() {
  const { data, problem, loading, retry } = useApi<HeldListsView>('/lists');
  return (
    <>
      <AddLists />
      {problem !== null ? (
        <ErrorNote problem={problem} onRetry={retry} />
      ) : loading || data === undefined ? (
        <Skeleton lines={6} />
      ) : data.lists.length === 0 ? (
        <EmptyState title="No list is held yet">
          Add list files above, or fetch them. With two versions of a list, what changed between them is shown here.
        </EmptyState>
      ) : (
        <>
          <ListTable lists={data.lists} />
          <DifferenceOfLists lists={data.lists} />
        </>
      )}
    </>
  );
}

function AddLists() {
  const [job, setJob] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const known = useJob(job);
  const start = async (request: () => Promise<Job>) => {
    setSending(true);
    setProblem(null);
    try {
      const begun = await request();
      noteJob(begun);
      setJob(begun.id);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setSending(false);
    }
  };
  const busy = sending || known?.state === 'running';
  const add = (files: readonly File[]) => {
    const form = new FormData();
    for (const file of files) form.append('file', file);
    void start(() => postForm<Job>('/lists', form));
  };
  const failure = problem ?? (known?.state === 'failed' ? known.problem : null);
  return (
    <section className="add-lists" aria-label="Get lists">
      <FileDrop
        label="Add list files"
        multiple
        disabled={busy}
        hint="U.N., E.U., OFAC, British and FollowTheMoney files as their makers publish them; recognised by their content. OFAC’s parts are added together."
        onFiles={add}
      />
      <div className="fetch-lists">
        <Button disabled={busy} onClick={() => void start(() => postJson<Job>('/lists/sync', {}))}>
          Fetch the newest lists
        </Button>
        <p className="hint">From the addresses of those who keep them; needs the internet.</p>
      </div>
      {known?.state === 'running' ? (
        <Progress label="Lists" step={known.step} done={known.done} total={known.total} />
      ) : null}
      {failure === null ? null : <ErrorNote problem={failure} />}
      {known?.state === 'done' ? <ListsTaken job={known} /> : null}
    </section>
  );
}

/** What became of the files: one that was refused is said to be so, and is not done. */
function ListsTaken({ job }: { readonly job: Job }) {
  const { added, unchanged, refused } = takenOf(job);
  return (
    <div role="status">
      <p>
        {added} {added === 1 ? 'list file' : 'list files'} added
        {unchanged === 0 ? '' : `, ${unchanged} known before`}
        {refused.length === 0 ? '.' : `, ${refused.length} not taken in:`}
      </p>
      {refused.length === 0 ? null : (
        <ul className="plain">
          {refused.map(({ name, message }) => (
            <li key={name}>
              <Tag tone="open">refused</Tag> <span className="mono">{name}</span>: {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

type Taken = {
  readonly added: number;
  readonly unchanged: number;
  readonly refused: readonly { readonly name: string; readonly message: string }[];
};

/** Files that were sent, and lists that were fetched, answer in two forms. */
function takenOf(job: Job): Taken {
  const { added = [], unchanged = [], refused = [] } = jobResult(job, 'add-lists') ?? {};
  const { outcomes = [] } = jobResult(job, 'sync-lists') ?? {};
  const of = (outcome: string) => outcomes.filter((one) => one.outcome === outcome);
  return {
    added: added.length + of('added').length,
    unchanged: unchanged.length + of('unchanged').length,
    refused: [
      ...refused,
      ...of('failed').map(({ list, file, message }) => ({
        name: `${list}, ${file}`,
        message: message ?? 'not fetched',
      })),
    ],
  };
}

function ListTable({ lists }: { readonly lists: readonly ListSummary[] }) {
  const [search, change] = useSearchState();
  const previousOf = (list: ListSummary) => lists[lists.indexOf(list) + 1];
  return (
    <section className="section">
      <h2>Versions held</h2>
      <div className="table-scroll">
        <table className="plain list-versions">
          <thead>
            <tr>
              <th scope="col">List</th>
              <th scope="col">Version of</th>
              <th scope="col">File</th>
              <th scope="col" className="number">
                Entries
              </th>
              <th scope="col">Taken in</th>
              <th scope="col">Changes</th>
            </tr>
          </thead>
          <tbody>
            {lists.map((list) => {
              const previous = previousOf(list);
              const comparable = previous?.list === list.list;
              const shown = search.before === previous?.document && search.after === list.document;
              return (
                <tr key={list.document}>
                  <th scope="row">
                    {list.list} {list.newest ? <Tag tone="strong">newest</Tag> : null}
                  </th>
                  <td>
                    <Day date={list.versionDate} />
                  </td>
                  <td>
                    {list.file} <span className="muted">{list.format}</span>
                  </td>
                  <td className="number">{list.entities?.toLocaleString('en') ?? 'not counted'}</td>
                  <td>
                    <Instant at={list.acquired} />
                  </td>
                  <td>
                    {comparable && previous !== undefined ? (
                      <Button
                        look="quiet"
                        aria-pressed={shown}
                        onClick={() => change({ before: previous.document, after: list.document, change: undefined })}
                      >
                        since {previous.versionDate ?? previous.file}
                      </Button>
                    ) : (
                      <span className="muted">no earlier version</span>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
