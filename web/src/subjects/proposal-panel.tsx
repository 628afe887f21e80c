import { Link } from '@tanstack/react-router';
import type { ProposalSide, SubjectProposal } from '../../../src/app/workbench/contract/subject.ts';
import { printableText } from '../../../src/figures/drawing/markup.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { Button } from '../parts/button.tsx';
import type { Action } from '../session/action.ts';
import { PassageList } from './passage-line.tsx';
import { counted, identifierWords, KIND_WORDS, nameOf, REASON_WORDS } from './subject-words.ts';

/** Two subjects with where each is named, for whoever decides whether they are one. */
export function ProposalPanel({
  proposal: { reason, words, score, sides },
  actions,
  onClose,
}: {
  readonly proposal: SubjectProposal;
  readonly actions: readonly Action[];
  /** Left out where the panel is part of a page. */
  readonly onClose?: () => void;
}) {
  return (
    <>
      <div className="section-head">
        <h2>{REASON_WORDS[reason]}</h2>
        {onClose === undefined ? null : (
          <Button look="quiet" onClick={onClose}>
            Close
          </Button>
        )}
      </div>
      <p>
        {printableText(words)}
        {score === 1 ? '' : ` (alike ${score.toFixed(2)})`}
      </p>
      {actions.length === 0 ? null : (
        <div className="actions">
          {actions.map((action) => (
            <ActionButton key={action.label} action={action} />
          ))}
        </div>
      )}
      {sides.map((side) => (
        <Side key={side.leaf} side={side} />
      ))}
    </>
  );
}

function Side({ side }: { readonly side: ProposalSide }) {
  const others = side.names.slice(1);
  return (
    <section className="subject-pair-side">
      <h3>
        <Link to="/subjects/$id" params={{ id: side.subject }} search={{}}>
          <bdi>{printableText(nameOf(side))}</bdi>
        </Link>
      </h3>
      <p className="muted">
        {KIND_WORDS[side.kind]}, {counted(side.mentions, 'place')} in {counted(side.documents, 'document')}
      </p>
      {others.length === 0 ? null : (
        <p>
          Also{' '}
          {others.map((name, at) => (
            <span key={name}>
              {at === 0 ? '' : '; '}
              <bdi>{printableText(name)}</bdi>
            </span>
          ))}
        </p>
      )}
      {side.identifiers.length === 0 ? null : <p>{side.identifiers.map(identifierWords).join(', ')}</p>}
      <PassageList passages={side.passages} />
    </section>
  );
}
