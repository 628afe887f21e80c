import { useState } from 'react';
import type { TradeDesk } from '../../../src/app/workbench/contract/trade.ts';
import { CheckField, DateField, SelectField, TextField } from '../parts/form/field.tsx';
import { Toolbar } from '../parts/toolbar.tsx';
import { useSearchState } from '../session/search-state.ts';
import { type chosenCap, factorsOf } from './cap-choice.ts';
import { periodText } from './trade-words.ts';

/** Which cap, which of its periods, as known on which day, by which factors and from which sources. */
export function CapToolbar({
  desk,
  chosen: { cap, period },
  reporting,
  left,
}: {
  readonly desk: TradeDesk;
  readonly chosen: NonNullable<ReturnType<typeof chosenCap>>;
  readonly reporting: readonly string[];
  /** Ids of sources that are left out. */
  readonly left: readonly string[];
}) {
  const [search, change] = useSearchState();
  const [factors, setFactors] = useState(search.factors ?? '');
  const fault = factorsOf(factors) === null;
  const leave = (id: string, out: boolean) => {
    const next = out ? [...left, id] : left.filter((one) => one !== id);
    change({ without: next.filter((one) => one !== '').join(',') || undefined });
  };
  return (
    <>
      <Toolbar label="Which ledger">
        <SelectField
          label="Cap"
          value={cap.provision}
          options={desk.caps.map(({ provision, subject }) => ({ value: provision, words: `${provision}: ${subject}` }))}
          onChange={(provision) => change({ provision, period: undefined, unit: undefined })}
        />
        <SelectField
          label="Period"
          value={periodText(period.period)}
          options={cap.periods.map((one) => ({
            value: periodText(one.period),
            words: `${one.period.from} to ${one.period.to}${one.sources.length === 0 ? ' (nothing reported)' : ''}`,
          }))}
          onChange={(next) => change({ provision: cap.provision, period: next })}
        />
        <DateField
          label="As known on"
          value={search.asOf ?? ''}
          onChange={(asOf) => change({ asOf: asOf || undefined })}
        />
        {period.limits.some(({ unit }) => unit === 'barrel') ? (
          <TextField
            label="Barrels a tonne"
            placeholder="of the paragraph"
            inputMode="decimal"
            value={factors}
            error={fault ? 'Write factors as 7.5, 8.33.' : null}
            onChange={(text) => {
              setFactors(text);
              if (factorsOf(text) !== null) change({ factors: text.trim() || undefined }, { replace: true });
            }}
          />
        ) : null}
      </Toolbar>
      {reporting.length === 0 ? null : (
        <fieldset className="trade-sources">
          <legend>Sources that tell of this period</legend>
          {desk.sources
            .filter(({ name }) => reporting.includes(name))
            .map(({ id, label }) => (
              <CheckField key={id} label={label} checked={!left.includes(id)} onChange={(on) => leave(id, !on)} />
            ))}
        </fieldset>
      )}
    </>
  );
}
