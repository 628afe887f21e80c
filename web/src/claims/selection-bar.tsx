import { Button } from '../parts/button.tsx';

/** What the keys bear on while several claims are selected, and what can be done with all of them. */
export function SelectionBar({
  count,
  pending,
  onAccept,
  onReject,
  onCompare,
  onIncident,
  onClear,
}: {
  readonly count: number;
  readonly pending: boolean;
  readonly onAccept: () => void;
  readonly onReject: () => void;
  readonly onCompare: () => void;
  readonly onIncident: () => void;
  readonly onClear: () => void;
}) {
  return (
    <section className="selection-bar" aria-label="Selected claims">
      <strong>{count === 1 ? '1 claim selected' : `${count.toLocaleString('en')} claims selected`}</strong>
      <div className="actions">
        <Button shortcut="a" disabled={pending} onClick={onAccept}>
          {count === 1 ? 'Accept' : 'Accept all'}
        </Button>
        <Button look="danger" shortcut="r" disabled={pending} onClick={onReject}>
          {count === 1 ? 'Reject' : 'Reject all'}
        </Button>
        <Button shortcut="c" disabled={count !== 2} onClick={onCompare} title={count === 2 ? undefined : 'Select two'}>
          Compare
        </Button>
        <Button
          disabled={count < 2 || pending}
          onClick={onIncident}
          title={count < 2 ? 'Select two or more' : 'They speak of one happening'}
        >
          Make an incident
        </Button>
        <Button look="quiet" onClick={onClear}>
          Clear the selection
        </Button>
      </div>
    </section>
  );
}
