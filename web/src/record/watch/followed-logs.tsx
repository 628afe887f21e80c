import type { WatchView } from '../../../../src/app/workbench/contract/record/watching.ts';
import { Button } from '../../parts/button.tsx';
import { Tag } from '../../parts/tag.tsx';
import { Instant } from '../../parts/time.tsx';
import { useSearchState } from '../../session/search-state.ts';
import { countWords } from '../count-words.ts';
import { KeyWords } from './key-words.tsx';

/** Logs of other organisations, each by its last look, in the words in which the command line told of it. */
export function FollowedLogs({ logs }: { readonly logs: WatchView['logs'] }) {
  const [, change] = useSearchState();
  if (logs.length === 0) return <p className="hint">No log of another is followed yet.</p>;
  const open = (act: string) => (
    <Button look="quiet" onClick={() => change({ view: undefined, act })} aria-label={`Open act ${act}`}>
      {act}
    </Button>
  );
  return (
    <>
      <div className="table-scroll">
        <table className="plain stack">
          <thead>
            <tr>
              <th scope="col">Log</th>
              <th scope="col">Last looked at</th>
              <th scope="col">What was found</th>
              <th scope="col">Last seen well</th>
            </tr>
          </thead>
          <tbody>
            {logs.map((log) => (
              <tr key={log.act}>
                <th scope="row">
                  {log.name} <KeyWords vkey={log.key} />
                </th>
                <td>
                  <Instant at={log.at} /> {open(log.act)}
                </td>
                <td>
                  <Tag tone={log.state === 'good' ? 'strong' : 'alert'}>
                    {log.state === 'good' ? 'holds' : log.state.replaceAll('-', ' ')}
                  </Tag>
                  {log.words.map((line) => (
                    <div key={line} className="watch-words">
                      {line}
                    </div>
                  ))}
                </td>
                <td>
                  {log.lastGood === null ? (
                    <span className="muted">never</span>
                  ) : (
                    <>
                      good at {countWords(log.lastGood.size, 'act')}, <Instant at={log.lastGood.at} />{' '}
                      {open(log.lastGood.act)}
                    </>
                  )}
                  {log.warning === null ? null : <div className="alert-text">{log.warning}</div>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="hint">What was found is told as of the look. Each look is an act: this record pins theirs.</p>
    </>
  );
}
