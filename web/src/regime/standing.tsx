import type { RegimeView } from '../../../src/app/workbench/contract/regime/regime.ts';
import { dateOfDay, dayNumber } from './days.ts';

/** The state of the regime on the day in two sentences: what is in force, and who has the mandate to watch. */
export function Standing({
  view: { status, answer },
  settled,
}: {
  readonly view: RegimeView;
  readonly settled: boolean;
}) {
  const inForce = status.provisions.filter((provision) => provision.inForce).length;
  const experts = status.mandates.filter(({ outsideUn, body }) => !outsideUn && body !== status.committee);
  const holding = experts.find((mandate) => mandate.inForce);
  const outside = status.mandates.filter((mandate) => mandate.outsideUn && mandate.inForce);
  const ended = experts
    .filter(({ to }) => to !== null && to < answer.asOf)
    .sort((a, b) => ((a.to ?? '') < (b.to ?? '') ? 1 : -1))[0];
  const committee = answer.mandates.find(({ body, inForce: holds }) => holds && body === status.committee);
  return (
    <p className={settled ? 'standing' : 'standing unsettled'} aria-live="polite">
      <strong>
        {answer.asOf}: {inForce} {inForce === 1 ? 'paragraph' : 'paragraphs'} in force.
      </strong>{' '}
      {committee ? `The ${status.committee} oversees them. ` : ''}
      {holding ? (
        <>
          The {holding.body} has a mandate under {holding.instrument}
          {holding.to === null ? '' : `, until ${holding.to}`}.{' '}
        </>
      ) : inForce > 0 ? (
        <span className="alert-text">
          No expert body of the United Nations has a mandate to watch
          {ended?.to ? ` since ${dateOfDay(dayNumber(ended.to) + 1)}` : ''}
          {status.endedBy === null ? '' : `; ${status.endedBy} was not adopted`}.{' '}
        </span>
      ) : null}
      {outside.map(({ body, from }) => `Outside the United Nations: ${body}, since ${from}. `)}
    </p>
  );
}
