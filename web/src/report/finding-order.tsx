import { useState } from 'react';
import type { ReportDesk } from '../../../src/app/workbench/contract/report.ts';
import { STATUS_TONES, STATUS_WORDS } from '../findings/finding-words.ts';
import { Button } from '../parts/button.tsx';
import { Tag } from '../parts/tag.tsx';
import { moved } from './order.ts';

type Listed = ReportDesk['findings'][number];

/** The findings of the report in the order in which they are printed: moved by buttons or by dragging, left out, put back. */
export function FindingOrder({
  findings,
  chosen,
  onChosen,
}: {
  readonly findings: readonly Listed[];
  readonly chosen: readonly string[];
  readonly onChosen: (chosen: readonly string[]) => void;
}) {
  const [said, setSaid] = useState('');
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const named = new Map(findings.map((finding) => [finding.id, finding]));
  const left = findings.filter(({ id }) => !chosen.includes(id));
  const move = (finding: Listed, to: number) => {
    const next = moved(chosen, finding.id, to);
    onChosen(next);
    setSaid(`${finding.title}: now ${next.indexOf(finding.id) + 1} of ${next.length}.`);
  };
  const drop = (target: string) => {
    const finding = dragged === null ? undefined : named.get(dragged);
    if (finding !== undefined && target !== dragged) move(finding, chosen.indexOf(target));
    setDragged(null);
    setOver(null);
  };
  return (
    <>
      <p role="status" className="unseen">
        {said}
      </p>
      {chosen.length === 0 ? <p className="muted">No finding is printed.</p> : null}
      <ol className="plain finding-order" aria-label="Findings in the report, in order">
        {chosen.map((id, at) => {
          const finding = named.get(id);
          return finding === undefined ? null : (
            <li
              key={id}
              draggable
              className={id === dragged ? 'dragged' : id === over ? 'over' : undefined}
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move';
                event.dataTransfer.setData('text/plain', finding.title);
                setDragged(id);
              }}
              onDragEnd={() => drop(id)}
              onDragOver={(event) => {
                if (dragged === null) return;
                event.preventDefault();
                setOver(id);
              }}
              onDrop={(event) => {
                event.preventDefault();
                drop(id);
              }}
            >
              <span className="order-number">{at + 1}</span>
              <FindingName finding={finding} />
              <span className="order-actions">
                <Button look="quiet" disabled={at === 0} onClick={() => move(finding, at - 1)}>
                  Up<span className="unseen">{finding.title}</span>
                </Button>
                <Button look="quiet" disabled={at === chosen.length - 1} onClick={() => move(finding, at + 1)}>
                  Down<span className="unseen">{finding.title}</span>
                </Button>
                <Button look="quiet" onClick={() => onChosen(chosen.filter((other) => other !== id))}>
                  Leave out<span className="unseen">{finding.title}</span>
                </Button>
              </span>
            </li>
          );
        })}
      </ol>
      {left.length === 0 ? null : (
        <>
          <h3>Left out</h3>
          <ul className="plain finding-order" aria-label="Findings left out">
            {left.map((finding) => (
              <li key={finding.id}>
                <span className="order-number" />
                <FindingName finding={finding} />
                <span className="order-actions">
                  <Button look="quiet" onClick={() => onChosen([...chosen, finding.id])}>
                    Put in<span className="unseen">{finding.title}</span>
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function FindingName({ finding }: { readonly finding: Listed }) {
  const status = finding.status as keyof typeof STATUS_WORDS;
  return (
    <span className="order-name">
      {finding.title} <Tag tone={STATUS_TONES[status] ?? 'open'}>{STATUS_WORDS[status] ?? finding.status}</Tag>
    </span>
  );
}
