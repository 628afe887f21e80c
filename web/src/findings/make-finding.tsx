import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { FindingSummary, MakeFindingRequest } from '../../../src/app/workbench/contract/finding.ts';
import type { Page } from '../../../src/app/workbench/contract/page.ts';
import type { RegimeList } from '../../../src/app/workbench/contract/regime/regime.ts';
import { useAct } from '../api/act.ts';
import { getJson } from '../api/client.ts';
import { useApi } from '../api/queries.ts';
import { Button } from '../parts/button.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { SelectField, TextAreaField, TextField } from '../parts/form/field.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { readActivity } from '../regime/activity-form.ts';
import { Check } from '../regime/check.tsx';
import { useSearchState } from '../session/search-state.ts';
import { ClaimChooser } from './claim-chooser.tsx';

/**
 * A finding made by a person: claims, the activity that they allege, and a title. What is chosen stands in the address
 * (`claims`, `regime`, `activity`), so that other pages can begin one. The verdict and the status follow by rule.
 */
export function MakeFinding() {
  const [search, change] = useSearchState();
  const regimes = useApi<RegimeList>('/regimes');
  const chosen = (search.claims ?? '').split(',').filter((id) => id !== '');
  const regime = search.regime ?? regimes.data?.regimes[0]?.id;
  const several = (regimes.data?.regimes.length ?? 0) > 1;
  return (
    <>
      <PageHeader
        title="Make a finding"
        lede="Choose the claims that it rests on and say which activity they allege. The verdict follows from the law of the day, the status from the claims: neither can be typed."
        actions={
          <Link className="button" to="/findings">
            All findings
          </Link>
        }
      />
      <section className="section" aria-labelledby="make-claims">
        <h2 id="make-claims">1. Claims</h2>
        <ClaimChooser chosen={chosen} onChosen={(next) => change({ claims: next.join(',') || undefined })} />
      </section>
      <section className="section" aria-labelledby="make-activity">
        <h2 id="make-activity">2. The activity that they allege</h2>
        {several ? (
          <SelectField
            label="Regime"
            value={regime ?? ''}
            onChange={(id) => change({ regime: id, activity: undefined })}
            options={regimes.data?.regimes.map(({ id, name }) => ({ value: id, words: name })) ?? []}
          />
        ) : null}
        {regimes.problem !== null ? (
          <ErrorNote problem={regimes.problem} onRetry={regimes.retry} />
        ) : regime === undefined ? (
          <Skeleton lines={8} />
        ) : (
          <Check key={regime} path={`/regimes/${encodeURIComponent(regime)}`} asOf="" />
        )}
      </section>
      <ChosenTotal />
      <ChosenEvents />
      <Naming chosen={chosen} regime={regime} />
    </>
  );
}

/** The ledger that the page Trade was asked to take the total from; the program reads the total when the finding is made. */
function ChosenTotal() {
  const [search, change] = useSearchState();
  const total = readTotal(search.total);
  if (total === undefined) return null;
  return (
    <section className="section" aria-labelledby="make-total">
      <h2 id="make-total">The total of the cap</h2>
      <p>
        It is taken from the ledger of {search.totalName ?? total.source}
        {total.factor === undefined ? '' : `, by ${total.factor} barrels a tonne`}
        {total.asOf === undefined ? '' : `, as it stood on ${total.asOf}`}
        {total.provision === undefined ? '' : `, beside the cap of ${total.provision}`}. The day of the activity must
        lie in {total.period?.replace('/', ' to ')}; leave its own total of the period empty.
      </p>
      <Button onClick={() => change({ total: undefined, totalName: undefined })}>Take no total from a ledger</Button>
    </section>
  );
}

/** The events in ships' tracks that the page Ships was asked to put beside the claims. */
function ChosenEvents() {
  const [search, change] = useSearchState();
  if (search.events === undefined) return null;
  const events = search.events.split(',');
  return (
    <section className="section" aria-labelledby="make-events">
      <h2 id="make-events">Events in ships’ tracks</h2>
      <p>
        {events.length === 1 ? 'Event' : 'Events'} <span className="mono">{events.join(', ')}</span>{' '}
        {events.length === 1 ? 'stands' : 'stand'} beside the claims, as {events.length === 1 ? 'it is' : 'they are'}{' '}
        found now. The verdict and the status follow from the claims alone.
      </p>
      <Button onClick={() => change({ events: undefined })}>Put no event beside them</Button>
    </section>
  );
}

/** The choice in an address, or undefined when there is none or it is none. */
function readTotal(text: string | undefined): MakeFindingRequest['total'] {
  const value = readActivity(text);
  return typeof value?.source === 'string' ? (value as MakeFindingRequest['total']) : undefined;
}

function Naming({ chosen, regime }: { readonly chosen: readonly string[]; readonly regime: string | undefined }) {
  const [search] = useSearchState();
  const navigate = useNavigate();
  const { act, pending, problem } = useAct();
  const [title, setTitle] = useState(search.title ?? '');
  const [reason, setReason] = useState('');
  const activity = readActivity(search.activity);
  const total = readTotal(search.total);
  const lacking = [
    chosen.length === 0 ? 'choose at least one claim' : null,
    activity === null ? 'check the activity' : null,
    title.trim() === '' ? 'write a title' : null,
  ].filter((what) => what !== null);
  const make = async () => {
    if (activity === null || regime === undefined) return;
    const request: Omit<MakeFindingRequest, 'by'> = {
      title: title.trim(),
      claims: chosen,
      regime,
      activity,
      ...(total === undefined ? {} : { total }),
      ...(search.events === undefined ? {} : { events: search.events.split(',') }),
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    };
    const done = await act('/findings', request, `Made: ${title.trim()}.`);
    if (done === null) return;
    const id = await findingOf(done.acts.map((line) => line.id));
    if (id === null) void navigate({ to: '/findings', search: {} });
    else void navigate({ to: '/findings/$id', params: { id }, search: {} });
  };
  return (
    <section className="section" aria-labelledby="make-title">
      <h2 id="make-title">3. Title</h2>
      <form
        className="make-title"
        onSubmit={(event) => {
          event.preventDefault();
          if (lacking.length === 0 && !pending) void make();
        }}
      >
        <TextField
          label="Title"
          hint="What is alleged, of whom, in a line: “Transfer of artillery shells from A to B”"
          value={title}
          onChange={setTitle}
          required
        />
        <TextAreaField
          label="Why it is made"
          hint="May be empty; kept in the record"
          value={reason}
          onChange={setReason}
          rows={2}
        />
        {problem === null ? null : <ErrorNote problem={problem} />}
        <div className="actions">
          <Button type="submit" look="primary" disabled={lacking.length > 0 || pending || regime === undefined}>
            Make the finding
          </Button>
          {lacking.length === 0 ? null : <span className="hint">First {lacking.join(', ')}.</span>}
        </div>
      </form>
    </section>
  );
}

/** The finding that an act made; its id follows from what it says, so it is looked up. Null when it cannot be found. */
async function findingOf(acts: readonly string[]): Promise<string | null> {
  try {
    const { items } = await getJson<Page<FindingSummary>>('/findings?limit=500');
    return items.find(({ made }) => made !== null && acts.includes(made.act))?.id ?? null;
  } catch {
    return null;
  }
}
