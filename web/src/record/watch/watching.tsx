import type { WatchView } from '../../../../src/app/workbench/contract/record/watching.ts';
import type { Answered } from '../../api/queries.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { Tag } from '../../parts/tag.tsx';
import { Instant } from '../../parts/time.tsx';
import { countWords } from '../count-words.ts';
import { AskWitnesses } from './ask-witnesses.tsx';
import { ContinueLog } from './continue-log.tsx';
import { CosignedNotes } from './cosigned-notes.tsx';
import { FollowedLogs } from './followed-logs.tsx';
import { KeyWords } from './key-words.tsx';
import { LookAtLog } from './look-at-log.tsx';
import { Mirror } from './mirror.tsx';
import { Publish } from './publish.tsx';
import { StampTime } from './stamp-time.tsx';

/** Who has seen what of this record, and what was seen of the records of others. */
export function Watching({ watch: { data, problem, retry } }: { readonly watch: Answered<WatchView> }) {
  if (problem !== null) return <ErrorNote problem={problem} onRetry={retry} />;
  if (data === undefined) return <Skeleton lines={8} />;
  return (
    <>
      <section className="watch-part" aria-label="Witnesses">
        <h2>Witnesses</h2>
        <Witnesses watch={data} />
        <AskWitnesses named={data.policy !== null} />
      </section>
      <section className="watch-part" aria-label="Cosigned checkpoints">
        <h2>Cosigned checkpoints</h2>
        <CosignedNotes watch={data} />
      </section>
      <section className="watch-part" aria-label="Stamps of time">
        <h2>Stamps of time</h2>
        <Stamps stamps={data.stamps} />
        <StampTime />
      </section>
      <section className="watch-part" aria-label="Logs of others">
        <h2>Logs of others</h2>
        <FollowedLogs logs={data.logs} />
        <LookAtLog names={[...new Set(data.logs.map(({ name }) => name))]} />
      </section>
      <section className="watch-part" aria-label="Publication and copy">
        <h2>Publication and copy</h2>
        <Publish place={data.kept.publication} />
        <Mirror place={data.kept.copy} />
      </section>
      <section className="watch-part" aria-label="Going on in a new log">
        <h2>Going on in a new log</h2>
        <ContinueLog continued={data.continued} />
      </section>
    </>
  );
}

function stateWords(state: WatchView['state']): string {
  if (state === 'holds') return 'enough';
  return state === 'stale' ? 'too long ago' : 'not enough';
}

function Witnesses({ watch: { policy, words, holds, state, witnesses, allowedDays } }: { readonly watch: WatchView }) {
  if (policy === null)
    return (
      <EmptyState title="This record names no policy, so nobody is asked to cosign it.">
        A policy says which witnesses there are and how many are enough: <code>panel record cosign --policy FILE</code>{' '}
        names it and asks them. We propose 3 of 4.
      </EmptyState>
    );
  return (
    <>
      {words.map((line, at) => (
        <p key={line} className="watch-words">
          {at === 0 ? <Tag tone={holds ? 'strong' : 'alert'}>{stateWords(state)}</Tag> : null} {line}
        </p>
      ))}
      <div className="table-scroll">
        <table className="plain stack">
          <thead>
            <tr>
              <th scope="col">Witness</th>
              <th scope="col">Has cosigned</th>
              <th scope="col">When</th>
              <th scope="col">What came since</th>
            </tr>
          </thead>
          <tbody>
            {witnesses.map(({ name, key, size, at, since }) => (
              <tr key={key}>
                <th scope="row">
                  {name} <KeyWords vkey={key} />
                </th>
                <td>
                  {size === null ? (
                    <span className="muted">nothing kept here that counts</span>
                  ) : (
                    countWords(size, 'act')
                  )}
                </td>
                <td>{at === null ? '' : <Instant at={at} />}</td>
                <td>{since === null ? '' : since === 0 ? 'no act since' : `${countWords(since, 'act')} since`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {policy.lines.map((line) => (
        <p key={line} className="hint">
          {line}
        </p>
      ))}
      {policy.warnings.map((line) => (
        <p key={line} className="alert-text">
          {line}
        </p>
      ))}
      <p className="hint">
        The policy is the one that this record names: it says whom its keeper asks, not whom a reader must trust. A
        policy says nothing of age; the page warns after {allowedDays} days.
      </p>
    </>
  );
}

function Stamps({ stamps }: { readonly stamps: WatchView['stamps'] }) {
  if (stamps.length === 0) return <p className="hint">No authority has stamped the time on a checkpoint.</p>;
  return (
    <ul className="plain">
      {stamps.map(({ name, words, holds }) => (
        <li key={name} className={holds ? undefined : 'alert-text'}>
          {words}
        </li>
      ))}
    </ul>
  );
}
