import { useState } from 'react';
import type { ActDetail } from '../../../src/app/workbench/contract/record/act.ts';
import { apiAddress } from '../api/client.ts';
import { useApi } from '../api/queries.ts';
import { sinceWords } from '../parts/act-since.ts';
import { Button } from '../parts/button.tsx';
import { DefinitionList } from '../parts/definition-list.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Tag } from '../parts/tag.tsx';
import { TakeBack } from '../parts/take-back.tsx';
import { Instant } from '../parts/time.tsx';
import { useSearchState } from '../session/search-state.ts';
import { kindWords } from './act-kinds.ts';

/** One act whole: its sentence, its data as they are logged, the leaf that stands for it, and its proof. */
export function ActPanel({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const detail = useApi<ActDetail>(`/record/acts/${encodeURIComponent(id)}`);
  return (
    <aside className="act-panel" aria-label={`Act ${id}`}>
      <div className="section-head">
        <h3>
          Act <span className="mono">{id}</span>
        </h3>
        <Button look="quiet" onClick={onClose}>
          Close
        </Button>
      </div>
      {detail.problem ? <ErrorNote problem={detail.problem} onRetry={detail.retry} /> : null}
      {detail.data?.id === id ? <Act act={detail.data} /> : detail.problem ? null : <Skeleton lines={6} />}
    </aside>
  );
}

function Act({ act }: { readonly act: ActDetail }) {
  const [, change] = useSearchState();
  const [taking, setTaking] = useState(false);
  return (
    <>
      <p>{act.summary}</p>
      <DefinitionList
        rows={[
          ['Kind', kindWords(act.kind)],
          ['By', act.by],
          ['When', <Instant key="at" at={act.at} />],
          ['Leaf', `number ${act.index} of the log`],
          [
            'Supersedes',
            act.supersedes === null ? null : (
              <Button key="supersedes" look="quiet" onClick={() => change({ act: act.supersedes ?? undefined })}>
                {act.supersedes}
              </Button>
            ),
          ],
          [
            'State',
            act.superseded ? (
              <Tag key="state" tone="muted">
                {sinceWords(act)}
              </Tag>
            ) : null,
          ],
          [
            'Withheld',
            act.withheld ? 'Its text was taken out under the rules of redaction; its hash stands in the log.' : null,
          ],
        ]}
      />
      <div className="actions">
        <a className="button" href={apiAddress(`/record/proofs/${encodeURIComponent(act.id)}`)} download>
          Download its proof
        </a>
        {act.canBeUndone ? (
          <Button look="danger" onClick={() => setTaking(true)}>
            Take this act back
          </Button>
        ) : null}
      </div>
      {act.withheld ? null : <Json title="As it is logged" value={act.body} />}
      <Json title="Its leaf" value={act.leaf} />
      <TakeBack act={taking ? act.id : null} what={`act ${act.id}`} onClose={() => setTaking(false)} />
    </>
  );
}

function Json({ title, value }: { readonly title: string; readonly value: unknown }) {
  return (
    <details open={title === 'As it is logged'}>
      <summary>{title}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>{JSON.stringify(value, null, 2)}</pre>
    </details>
  );
}
