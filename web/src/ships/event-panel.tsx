import { Link } from '@tanstack/react-router';
import type { RefObject } from 'react';
import type { ShipEvent } from '../../../src/app/workbench/contract/ship.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { DefinitionList } from '../parts/definition-list.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { TextField } from '../parts/form/field.tsx';
import { MonoId } from '../parts/mono-id.tsx';
import { NamedSubjects } from '../parts/named-subjects.tsx';
import { Day } from '../parts/time.tsx';
import { JUDGEMENT_WORDS, type JudgementActions } from './use-event-judgement.ts';

/** The event that is chosen: what it shows and no more, what it rests on, and what people said of it. */
export function EventPanel({
  event,
  judgements,
  field,
  selected,
  onShip,
}: {
  readonly event: ShipEvent | null;
  readonly judgements: JudgementActions;
  readonly field: RefObject<HTMLDivElement | null>;
  readonly selected: number;
  readonly onShip: (ship: string) => void;
}) {
  if (event === null && selected === 0)
    return (
      <EmptyState title="No event is chosen">
        Choose one in the table or on the chart, or press j. Keys: r relevant, i innocent, s unsure, u takes back.
      </EmptyState>
    );
  return (
    <section className="event-panel" aria-label="The event chosen">
      {event === null ? null : <EventFacts event={event} onShip={onShip} />}
      <form
        onSubmit={(submit) => {
          submit.preventDefault();
          judgements.submit();
        }}
      >
        <div ref={field}>
          <TextField
            label={judgements.wanted === null ? 'Why' : `Why ${judgements.wanted}`}
            hint="Printed with what is relevant"
            value={judgements.reason}
            onChange={judgements.setReason}
          />
        </div>
        <div className="actions">
          {judgements.actions.map((action) => (
            <ActionButton key={action.label} action={action} />
          ))}
          <ActionButton action={judgements.undo} look="quiet" />
        </div>
        {selected > 0 ? <p className="hint">Bears on the {selected} events that are selected.</p> : null}
      </form>
    </section>
  );
}

function EventFacts({ event, onShip }: { readonly event: ShipEvent; readonly onShip: (ship: string) => void }) {
  const { judgement, words, flags, vessels, ships, rows, rule, parameters, id } = event;
  return (
    <>
      <h2>{event.title}</h2>
      {words.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {judgement === null ? null : (
        <p>
          <strong>{JUDGEMENT_WORDS[judgement.judgement]}</strong>, by {judgement.by} on{' '}
          <Day date={judgement.at.slice(0, 10)} />: {judgement.reason}
        </p>
      )}
      <DefinitionList
        rows={[
          [
            'Ships',
            <span key="ships">
              {vessels.map(({ mmsi, name, flag }, at) => (
                <span key={ships[at]}>
                  {at === 0 ? '' : ', '}
                  <button type="button" className="quiet" onClick={() => onShip(ships[at] ?? '')}>
                    {name ?? `MMSI ${mmsi}`}
                  </button>
                  {flag === null ? '' : ` (${flag} by her MMSI)`}
                </span>
              ))}
            </span>,
          ],
          [
            'Reasons to look',
            flags.length === 0 ? null : (
              <ul key="flags" className="plain lines">
                {flags.map(({ says, cites }) => (
                  <li key={says}>
                    {says} <span className="muted">({cites.join('; ')})</span>
                  </li>
                ))}
              </ul>
            ),
          ],
          [
            'Rests on',
            rows
              .map(
                ({ file, first, last }) => `${file}, ${first === last ? `row ${first}` : `rows ${first} to ${last}`}`,
              )
              .join('; '),
          ],
          [
            'Rule',
            `${rule}${Object.entries(parameters)
              .map(([name, value]) => `, ${name.replaceAll('-', ' ')} ${value}`)
              .join('')}`,
          ],
          ['Identifier', <MonoId key="id" id={id} />],
        ]}
      />
      {vessels.map(({ mmsi, imo, name }, at) => (
        <NamedSubjects
          key={ships[at]}
          asked={{ q: imo ?? mmsi }}
          title={`Documents name a ship of ${imo === null ? `MMSI ${mmsi}` : `IMO ${imo}`}${name === null ? '' : ` (${name} in the tracks)`}`}
          level="h3"
        />
      ))}
      <p>
        <Link to="/findings" search={{ make: '1', events: id }}>
          Make a finding with it
        </Link>
      </p>
    </>
  );
}
