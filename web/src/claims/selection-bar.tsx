import { ActionButton } from '../parts/action-button.tsx';
import { Button } from '../parts/button.tsx';
import type { Action } from '../session/action.ts';

/** What the keys bear on while several claims are selected, and what can be done with all of them. */
export function SelectionBar({
  count,
  accept,
  reject,
  compare,
  makeIncident,
  onClear,
}: {
  readonly count: number;
  readonly accept: Action;
  readonly reject: Action;
  readonly compare: Action;
  readonly makeIncident: Action;
  readonly onClear: () => void;
}) {
  return (
    <section className="selection-bar" aria-label="Selected claims">
      <strong>{count === 1 ? '1 claim selected' : `${count.toLocaleString('en')} claims selected`}</strong>
      <div className="actions">
        <ActionButton action={accept} />
        <ActionButton action={reject} look="danger" />
        <ActionButton action={compare} {...(compare.when ? {} : { title: 'Select two' })} />
        <ActionButton action={makeIncident} title={count < 2 ? 'Select two or more' : 'They speak of one event'} />
        <Button look="quiet" onClick={onClear}>
          Clear the selection
        </Button>
      </div>
    </section>
  );
}
