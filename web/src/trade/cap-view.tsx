import type { TradeDesk, TradeLedgerView } from '../../../src/app/workbench/contract/trade.ts';
import { capBandsFigure } from '../../../src/figures/cap-bands.ts';
import { writeAmount } from '../../../src/figures/drawing/amount-words.ts';
import { withQuery } from '../api/client.ts';
import { useApi } from '../api/queries.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { Figure } from '../parts/figure.tsx';
import { SelectField } from '../parts/form/field.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { useSearchState } from '../session/search-state.ts';
import { chosenCap, factorsOf } from './cap-choice.ts';
import { CapToolbar } from './cap-toolbar.tsx';
import { LedgerNotes } from './ledger-notes.tsx';
import { PairsView } from './pairs-view.tsx';
import type { SoughtRows } from './rows-dialog.tsx';
import { StatedFigures } from './stated-figures.tsx';
import { StepsTable } from './steps-table.tsx';
import { ThresholdsTable } from './thresholds-table.tsx';
import { periodText, unitWords } from './trade-words.ts';

type Given = {
  readonly desk: TradeDesk;
  readonly flow: string | undefined;
  readonly onRows: (sought: SoughtRows) => void;
};

/** The ledger of every source beside one cap, drawn and as tables. */
export function CapView({ desk, flow, onRows }: Given) {
  const [search, change] = useSearchState();
  const chosen = chosenCap(desk, search);
  const reporting = chosen?.period.sources ?? [];
  const left = (search.without ?? '').split(',');
  const sources = desk.sources.filter(({ id, name }) => reporting.includes(name) && !left.includes(id));
  const path =
    chosen === null || sources.length === 0
      ? null
      : withQuery('/trade/ledger', {
          flow,
          provision: chosen.cap.provision,
          period: periodText(chosen.period.period),
          sources: sources.map(({ id }) => id).join(','),
          factors: factorsOf(search.factors ?? '')?.join(','),
          asOf: search.asOf,
        });
  const view = useApi<TradeLedgerView>(path);
  if (chosen === null) return <EmptyState title="No paragraph of this regime sets a cap in amounts" />;
  const pictures = path === null ? [] : (view.data?.pictures ?? []);
  const picture = pictures.find(({ unit }) => unit === search.unit) ?? pictures[0];
  const ledger = view.data?.ledger;
  const stated = view.data?.stated.filter(({ unit }) => unit === picture?.unit) ?? [];
  const pairs = view.data?.pairs.find(({ unit }) => unit === picture?.unit);
  return (
    <>
      <CapToolbar desk={desk} chosen={chosen} reporting={reporting} left={left} />
      {view.problem ? <ErrorNote problem={view.problem} onRetry={view.retry} /> : null}
      {reporting.length === 0 ? (
        <EmptyState title="No source at hand tells of this period">
          Choose another period, or add a file of trade figures under Documents.
        </EmptyState>
      ) : sources.length === 0 ? (
        <EmptyState title="No source is chosen">Choose at least one of the sources above.</EmptyState>
      ) : null}
      {view.loading ? <Skeleton lines={12} label="Keeping the ledgers" /> : null}
      {ledger && picture && path !== null ? (
        <div className={view.refreshing ? 'trade-ledger refreshing' : 'trade-ledger'} aria-busy={view.refreshing}>
          <div className="section-head">
            <h2>
              {ledger.provision}, {ledger.period.from} to {ledger.period.to}:{' '}
              {ledger.limits.map(({ value, unit }) => `${writeAmount(value)} ${unitWords(unit)}`).join(' or ')}
            </h2>
            {pictures.length > 1 ? (
              <SelectField
                label="Limit"
                value={picture.unit}
                options={pictures.map(({ unit, limit }) => ({
                  value: unit,
                  words: `${writeAmount(limit)} ${unitWords(unit)}`,
                }))}
                onChange={(unit) => change({ unit })}
              />
            ) : null}
          </div>
          <Figure
            draw={(width) => capBandsFigure(picture, { width, id: 'cap-bands' })}
            caption="A line is a running total; where a source leaves room, a band lies between its low and high figures. Hollow marks are months without a report. The tables below say the same, and lead to the rows."
          />
          <ThresholdsTable ledger={ledger} unit={picture.unit} desk={desk} flow={flow} />
          <StepsTable key={`${path} ${picture.unit}`} ledger={ledger} unit={picture.unit} desk={desk} onRows={onRows} />
          {pairs === undefined ? null : <PairsView pairs={pairs} desk={desk} onRows={onRows} />}
          {stated.length === 0 ? null : (
            <section className="section" aria-labelledby="trade-stated">
              <h3 id="trade-stated">What claimants state of these days</h3>
              <StatedFigures stated={stated} sources={desk.sources} onRows={onRows} />
            </section>
          )}
          <LedgerNotes ledger={ledger} unit={picture.unit} desk={desk} onRows={onRows} />
        </div>
      ) : null}
    </>
  );
}
