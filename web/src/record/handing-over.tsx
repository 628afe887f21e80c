import { useState } from 'react';
import type { Statement } from '../../../src/app/workbench/contract/record/exchange.ts';
import { useApiPages } from '../api/queries.ts';
import { Button } from '../parts/button.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Tag } from '../parts/tag.tsx';
import { useSearchState } from '../session/search-state.ts';
import { MakePackage } from './make-package.tsx';
import { OwnRecipient } from './own-recipient.tsx';
import { ReceivePackage } from './receive-package.tsx';

/** Packages for colleagues, and what came from them: their word, beside what is said here. */
export function HandingOver() {
  const [making, setMaking] = useState(false);
  return (
    <>
      <div className="hand-over">
        <section aria-label="Hand over">
          <h2>Hand over</h2>
          <p>
            Chosen acts with their proofs, and documents, encrypted for named recipients. What went to whom becomes an
            act.
          </p>
          <p>
            <Button look="primary" onClick={() => setMaking(true)}>
              Make a package
            </Button>
          </p>
          <MakePackage open={making} onClose={() => setMaking(false)} />
        </section>
        <section aria-label="Receive">
          <h2>Receive</h2>
          <ReceivePackage />
          <OwnRecipient />
        </section>
      </div>
      <section className="watch-part" aria-label="Statements of others">
        <h2>Statements of others</h2>
        <Statements />
      </section>
    </>
  );
}

function Statements() {
  const [, change] = useSearchState();
  const list = useApiPages<Statement>('/record/received');
  if (list.problem !== null) return <ErrorNote problem={list.problem} onRetry={list.retry} />;
  if (list.loading) return <Skeleton lines={4} />;
  if (list.items.length === 0) return <p className="hint">Nothing of others was received yet.</p>;
  return (
    <>
      <div className="table-scroll">
        <table className="plain stack">
          <thead>
            <tr>
              <th scope="col">What they state</th>
              <th scope="col">Recorded by</th>
              <th scope="col">Their act</th>
              <th scope="col">Received in</th>
            </tr>
          </thead>
          <tbody>
            {list.items.map((one) => (
              <tr key={one.act}>
                <td>
                  {one.text} {one.marking === null ? null : <Tag>{one.marking}</Tag>}
                </td>
                <td title={one.origin}>{one.recordedBy}</td>
                <td className="mono">{one.their}</td>
                <td>
                  <Button
                    look="quiet"
                    onClick={() => change({ view: undefined, act: one.act })}
                    aria-label={`Open act ${one.act}`}
                  >
                    {one.act}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {list.complete ? null : <Button onClick={list.more}>Show more of {list.total.toLocaleString('en')}</Button>}
      <p className="hint">
        They stand beside what is said here and replace none of it. Documents that came along are read here, with their
        custody.
      </p>
    </>
  );
}
