import type { WatchView } from '../../../../src/app/workbench/contract/record/watching.ts';
import { Tag } from '../../parts/tag.tsx';
import { Instant } from '../../parts/time.tsx';
import { countWords } from '../count-words.ts';
import { KeyWords } from './key-words.tsx';

/** Each kept checkpoint with everybody whose cosignature under it verifies. */
export function CosignedNotes({ watch: { notes, noteCount } }: { readonly watch: WatchView }) {
  if (notes.length === 0) return <p className="hint">No checkpoint is kept with what others have signed.</p>;
  return (
    <>
      <div className="table-scroll">
        <table className="plain stack">
          <thead>
            <tr>
              <th scope="col">Checkpoint over</th>
              <th scope="col">Cosigned by</th>
              <th scope="col">Remarks</th>
            </tr>
          </thead>
          <tbody>
            {notes.map((note) => (
              <tr key={note.size}>
                <th scope="row">{countWords(note.size, 'act')}</th>
                <td>
                  {note.by.length === 0 ? <span className="muted">nobody whom the policy knows</span> : null}
                  <ul className="plain">
                    {note.by.map(({ name, key, at }) => (
                      <li key={key}>
                        {name}, <Instant at={at} /> <KeyWords vkey={key} />
                      </li>
                    ))}
                  </ul>
                </td>
                <td>
                  {note.fault === null ? null : (
                    <>
                      <Tag tone="alert">does not hold</Tag> {note.fault}
                    </>
                  )}
                  {note.strangers.map((name) => (
                    <div key={name} className="muted">
                      UNKNOWN WITNESS: {name} is not in the policy (ignored)
                    </div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {noteCount > notes.length ? (
        <p className="hint">
          The newest {notes.length} of {noteCount.toLocaleString('en')} are shown.
        </p>
      ) : null}
    </>
  );
}
