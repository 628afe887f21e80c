import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ProposalPage, SubjectDetail } from '../../../src/app/workbench/contract/subject.ts';
import { printableText } from '../../../src/figures/drawing/markup.ts';
import { useApi } from '../api/queries.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextAreaField } from '../parts/form/field.tsx';
import { ProposalPanel } from './proposal-panel.tsx';
import { nameOf } from './subject-words.ts';
import { useJudgement } from './use-judgement.ts';

type Naming = SubjectDetail['parts'][number];

/** The namings that were judged to be one, each of which can be split off again, and those that may be it too. */
export function SubjectParts({ detail: { row, parts } }: { readonly detail: SubjectDetail }) {
  const { data } = useApi<ProposalPage>(`/subjects/proposals?subject=${encodeURIComponent(row.id)}`);
  const proposals = data?.items ?? [];
  const [splitting, setSplitting] = useState<Naming | null>(null);
  const { judge, pending } = useJudgement();
  return (
    <>
      {parts.length < 2 ? null : (
        <section className="section">
          <h2>Namings judged to be one</h2>
          <ul className="plain subject-naming-list">
            {parts.map((part) => (
              <li key={part.leaf}>
                <span>
                  <bdi>{printableText(part.name ?? 'a number without a name')}</bdi>{' '}
                  <Link className="muted" to="/documents/$id" params={{ id: part.document }} search={{}}>
                    {printableText(part.title) || 'Without a title'}
                  </Link>
                </span>
                <Button
                  look="quiet"
                  onClick={() => setSplitting(part)}
                  aria-label={`Split off ${part.name ?? 'a number'} of ${part.title}`}
                >
                  Split off
                </Button>
              </li>
            ))}
          </ul>
          <SplitDialog
            part={splitting}
            pending={pending}
            onClose={() => setSplitting(null)}
            onSplit={async (part, reason) => {
              const others = parts.filter(({ leaf }) => leaf !== part.leaf);
              const pairs = others.map(({ leaf }) => ({ a: leaf, b: part.leaf }));
              if (await judge(pairs, 'different', reason)) setSplitting(null);
            }}
          />
        </section>
      )}
      {proposals.length === 0 ? null : (
        <section className="section">
          <h2>May be the same</h2>
          {proposals.map((proposal) => {
            const [one, other] = proposal.sides;
            const pairs = [{ a: one.leaf, b: other.leaf }];
            return (
              <details key={proposal.id} className="subject-proposal">
                <summary>
                  <bdi>{printableText(nameOf(one))}</bdi> and <bdi>{printableText(nameOf(other))}</bdi>:{' '}
                  {printableText(proposal.words)}
                </summary>
                <ProposalPanel
                  proposal={proposal}
                  actions={(
                    [
                      ['One subject', 'same'],
                      ['Different', 'different'],
                      ['Leave open', 'unsure'],
                    ] as const
                  ).map(([label, judgement]) => ({
                    label,
                    when: !pending,
                    run: () => void judge(pairs, judgement),
                  }))}
                />
              </details>
            );
          })}
        </section>
      )}
    </>
  );
}

function SplitDialog({
  part,
  pending,
  onClose,
  onSplit,
}: {
  readonly part: Naming | null;
  readonly pending: boolean;
  readonly onClose: () => void;
  readonly onSplit: (part: Naming, reason: string) => void;
}) {
  const [reason, setReason] = useState('');
  return (
    <Dialog open={part !== null} title={`Split off ${part?.name ?? 'this naming'}?`} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (part !== null) onSplit(part, reason.trim());
        }}
      >
        <p>
          It is judged to be different from each of the others, whatever was judged before; each of these judgements can
          be taken back. Others that hung together through it alone come apart too.
        </p>
        <TextAreaField label="Reason" hint="May be empty" value={reason} onChange={setReason} rows={2} />
        <div className="actions">
          <Button type="submit" look="danger" disabled={pending}>
            Split off
          </Button>
          <Button onClick={onClose}>Keep it</Button>
        </div>
      </form>
    </Dialog>
  );
}
