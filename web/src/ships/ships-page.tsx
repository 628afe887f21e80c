import { useMemo, useRef, useState } from 'react';
import type {
  ShipClaims,
  ShipDesk,
  ShipEvent,
  ShipMap,
  ShipPositions,
} from '../../../src/app/workbench/contract/ship.ts';
import { withQuery } from '../api/client.ts';
import { useApi, useApiPages } from '../api/queries.ts';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { SelectField } from '../parts/form/field.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { DataTable } from '../parts/table/data-table.tsx';
import { Tabs } from '../parts/tabs.tsx';
import { Toolbar } from '../parts/toolbar.tsx';
import { useSearchState } from '../session/search-state.ts';
import { Chart } from './chart.tsx';
import { chartTracks, type Times } from './chart-tracks.ts';
import { ClaimsBeside } from './claims-beside.tsx';
import { EVENT_COLUMNS } from './event-columns.tsx';
import { EventPanel } from './event-panel.tsx';
import { ShipTable } from './ship-table.tsx';
import './ships.css';
import { Thresholds } from './thresholds.tsx';
import { TimeBar } from './time-bar.tsx';
import { JUDGEMENT_WORDS, useEventJudgement } from './use-event-judgement.ts';

const NONE: readonly ShipEvent[] = [];

/** What ships did by the files of positions that the workspace holds: events to be judged, beside a chart of the tracks. */
export function ShipsPage() {
  const [{ set }, change] = useSearchState();
  const desk = useApi<ShipDesk>(withQuery('/ships', { set }));
  return (
    <>
      <PageHeader
        title="Ships"
        lede="What positions show, as they were received. An event accuses nobody: a silence is no position received, a meeting is nearness, and what ships send of themselves may be false."
      />
      {desk.problem ? <ErrorNote problem={desk.problem} onRetry={desk.retry} /> : null}
      {desk.problem && set !== undefined ? (
        <Button onClick={() => change({ set: undefined })}>Use the program’s thresholds</Button>
      ) : null}
      {desk.loading ? <Skeleton lines={12} label="Reading the positions" /> : null}
      {desk.data === undefined ? null : desk.data.files.length === 0 ? (
        <EmptyState title="This workspace holds no file of positions">
          Add tables of positions or AIVDM logs under <strong>Documents</strong>, or any track file with{' '}
          <code>panel tracks add FILE --source NAME</code>. They are recognised by their content.
        </EmptyState>
      ) : (
        <ShipsDesk desk={desk.data} />
      )}
    </>
  );
}

function ShipsDesk({ desk }: { readonly desk: ShipDesk }) {
  const [search, change] = useSearchState();
  const { kind, judged, ship, event: chosen, set } = search;
  const list = useApiPages<ShipEvent>('/ships/events', { kind, judged, ship, set }, 1000);
  const sought = useApi<{ readonly items: readonly ShipEvent[] }>(
    chosen === undefined ? null : withQuery('/ships/events', { id: chosen, set }),
  );
  const positions = useApi<ShipPositions>(withQuery('/ships/positions', { ship, set }));
  const claims = useApi<ShipClaims>('/ships/claims');
  const map = useApi<ShipMap>('/ships/map');
  const [times, setTimes] = useState<Times | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const field = useRef<HTMLDivElement>(null);
  const event =
    list.items.find(({ id }) => id === chosen) ?? sought.data?.items.find(({ id }) => id === chosen) ?? null;
  const show = (id: string | undefined) => change({ event: id }, { replace: true });
  const judgements = useEventJudgement(event, [...selected], field, set, (ids) => {
    setSelected(new Set());
    if (ids.length === 1 && ids[0] === chosen) show(after(list.items, chosen) ?? chosen);
  });
  const tracks = useMemo(() => (positions.data === undefined ? null : chartTracks(positions.data)), [positions.data]);
  const events = list.items.length === 0 ? NONE : list.items;
  const isOfShips = search.view === 'ships';
  const shownShip = desk.ships.find(({ id }) => id === ship);
  return (
    <>
      <Toolbar label="Which events">
        <SelectField
          label="Kind"
          none={`All kinds (${desk.kinds.reduce((sum, { count }) => sum + count, 0).toLocaleString('en')})`}
          value={kind ?? ''}
          options={desk.kinds.map(({ kind: value, words, count }) => ({
            value,
            words: `${words} (${count.toLocaleString('en')})`,
          }))}
          onChange={(value) => change({ kind: value || undefined, event: undefined })}
        />
        <SelectField
          label="Judged"
          none="Judged or not"
          value={judged ?? ''}
          options={[
            { value: 'none', words: 'By nobody' },
            ...Object.entries(JUDGEMENT_WORDS).map(([value, words]) => ({ value, words })),
          ]}
          onChange={(value) => change({ judged: value || undefined, event: undefined })}
        />
        {ship === undefined ? null : (
          <Button onClick={() => change({ ship: undefined })}>
            All ships, not only {shownShip?.name ?? ship.replace('/1', '')}
          </Button>
        )}
      </Toolbar>
      <Thresholds thresholds={desk.thresholds} set={set} onChange={(next) => change({ set: next, event: undefined })} />
      {desk.unfound > 0 ? (
        <p className="muted">
          {desk.unfound} {desk.unfound === 1 ? 'event was' : 'events were'} judged and{' '}
          {desk.unfound === 1 ? 'is' : 'are'} not found by the thresholds and files of now.
        </p>
      ) : null}
      {list.problem ? <ErrorNote problem={list.problem} onRetry={list.retry} /> : null}
      <div className="ships-desk">
        <div className="ships-list">
          <Tabs
            label="Events and ships"
            tabs={[
              { id: 'events', words: 'Events' },
              { id: 'ships', words: `Ships (${desk.total.toLocaleString('en')})` },
            ]}
            current={isOfShips ? 'ships' : 'events'}
            onChange={(view) => change({ view: view === 'ships' ? view : undefined })}
          >
            {isOfShips ? (
              <ShipTable desk={desk} current={ship} onChoose={(id) => change({ ship: id, event: undefined })} />
            ) : (
              <DataTable
                label="Events"
                columns={EVENT_COLUMNS}
                rows={events}
                total={list.total}
                rowId={({ id }) => id}
                rowLabel={({ title, from }) => `${title}, ${from.slice(0, 10)}`}
                more={list.more}
                complete={list.complete}
                current={chosen ?? null}
                onCurrent={show}
                onOpen={() => field.current?.querySelector('input')?.focus()}
                selected={selected}
                onSelected={setSelected}
                rowHeight={52}
                height="440px"
                empty={
                  list.loading ? (
                    <Skeleton lines={6} label="Finding events" />
                  ) : (
                    <EmptyState title="No event fits">Choose other kinds, or see all ships.</EmptyState>
                  )
                }
              />
            )}
          </Tabs>
          <EventPanel
            event={event}
            judgements={judgements}
            field={field}
            selected={selected.size}
            onShip={(id) => change({ ship: id })}
          />
        </div>
        <div className="ships-chart">
          {positions.problem ? <ErrorNote problem={positions.problem} onRetry={positions.retry} /> : null}
          {tracks === null ? (
            positions.problem ? null : (
              <Skeleton lines={14} label="Loading the positions" />
            )
          ) : (
            <Chart
              content={{ tracks, events, desk, event, ship: ship ?? null, times }}
              map={map.data?.tiles?.name ?? null}
              onPick={(id) => show(id)}
            />
          )}
          {desk.span === null ? null : <TimeBar span={desk.span} times={times} onChange={setTimes} />}
        </div>
      </div>
      <section className="section" aria-labelledby="ships-claims">
        <h2 id="ships-claims">Calls and meetings that are claimed, beside the tracks</h2>
        {claims.data === undefined ? (
          <Skeleton lines={2} label="Laying claims beside" />
        ) : (
          <ClaimsBeside {...claims.data} />
        )}
      </section>
      <section className="section" aria-labelledby="ships-files">
        <h2 id="ships-files">Files of positions</h2>
        <ul className="plain lines">
          {desk.files.map(({ document, name, source, positions: read, skipped }) => (
            <li key={document}>
              {name}: {read.toLocaleString('en')} positions
              {skipped > 0 ? `, ${skipped.toLocaleString('en')} rows not used` : ''}
              {source === null ? '' : `, from ${source}`} <span className="mono muted">{document.slice(7, 19)}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function after(events: readonly ShipEvent[], id: string | undefined): string | undefined {
  const at = events.findIndex((event) => event.id === id);
  return at < 0 ? undefined : events[at + 1]?.id;
}
