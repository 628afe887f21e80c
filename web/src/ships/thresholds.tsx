import { useState } from 'react';
import type { ShipThreshold } from '../../../src/app/workbench/contract/ship.ts';
import { Button } from '../parts/button.tsx';
import { SelectField, TextField } from '../parts/form/field.tsx';

/**
 * The thresholds that events are found by, and one's own in their place. They stand in the address, so that whoever is sent it sees the same events;
 * each event says which it was found by.
 */
export function Thresholds({
  thresholds,
  set,
  onChange,
}: {
  readonly thresholds: readonly ShipThreshold[];
  readonly set: string | undefined;
  readonly onChange: (set: string | undefined) => void;
}) {
  const [name, setName] = useState('');
  const [value, setValue] = useState('');
  const settings = (set ?? '').split(/\s+/).filter((one) => one !== '');
  const chosen = thresholds.find((one) => one.name === name);
  const put = (next: readonly string[]) => onChange(next.length === 0 ? undefined : next.join(' '));
  const without = (one: string) => settings.filter((setting) => !setting.startsWith(`${one}=`));
  const own = thresholds.filter((one) => settings.some((setting) => setting.startsWith(`${one.name}=`)));
  return (
    <details className="ships-thresholds" open={own.length > 0}>
      <summary>Thresholds{own.length > 0 ? `: ${own.length} of your own` : ''}</summary>
      <p className="hint">
        Events are found anew by thresholds of your own, and each says which it was found by. What people said of an
        event is not carried over to one that other thresholds find.
      </p>
      {own.length === 0 ? null : (
        <ul className="plain lines" aria-label="Thresholds of your own">
          {own.map((one) => (
            <li key={one.name}>
              {one.name} {one.value} {one.unit} (the program: {one.standard}){' '}
              <Button onClick={() => put(without(one.name))} aria-label={`Take back ${one.name}`}>
                Take back
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form
        className="ships-threshold"
        onSubmit={(submit) => {
          submit.preventDefault();
          if (chosen === undefined || value.trim() === '') return;
          put([...without(chosen.name), `${chosen.name}=${value.trim()}`]);
          setValue('');
        }}
      >
        <SelectField
          label="Threshold"
          none="Choose one"
          value={name}
          options={thresholds.map((one) => ({ value: one.name, words: `${one.name} (${one.value} ${one.unit})` }))}
          onChange={setName}
        />
        <TextField label="Value" inputMode="decimal" value={value} onChange={setValue} />
        <Button type="submit" disabled={chosen === undefined || value.trim() === ''}>
          Find anew
        </Button>
      </form>
      {chosen === undefined ? null : (
        <p className="hint">
          {chosen.meaning} ({chosen.source})
        </p>
      )}
    </details>
  );
}
