import { type FormEvent, useState } from 'react';
import type { Problem } from '../../../../src/app/workbench/contract/page.ts';
import { Button } from '../../parts/button.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { DateField, SelectField, TextAreaField, TextField } from '../../parts/form/field.tsx';
import { MODALITY_WORDS, POLARITY_WORDS, PREDICATE_WORDS, SPEECH_WORDS, valuesOf } from '../claim-words.ts';
import { claimFaults } from './claim-form-faults.ts';
import { type ClaimValues, FORM_ROLES, NEW_PARTY, NEW_QUANTITY } from './claim-form-model.ts';
import { PartyFields } from './party-fields.tsx';
import { PassageFields, type Surroundings } from './passage-fields.tsx';
import { QuantityFields } from './quantity-fields.tsx';

/** Every field of a claim that a person may set: to correct one, or to add one that the program did not read. */
export function ClaimForm({
  initial,
  around,
  submit,
  pending,
  problem,
  onSubmit,
  onCancel,
}: {
  readonly initial: ClaimValues;
  readonly around: Surroundings;
  readonly submit: string;
  readonly pending: boolean;
  readonly problem: Problem | null;
  readonly onSubmit: (values: ClaimValues, reason: string) => void;
  readonly onCancel: () => void;
}) {
  const [values, setValues] = useState(initial);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const set = (change: Partial<ClaimValues>) => setValues({ ...values, ...change });
  const quote = around.text.slice(Math.max(0, values.start - around.start), Math.max(0, values.end - around.start));
  const faults = claimFaults(values, quote);
  const faultOf = (field: string) => (tried ? (faults.get(field) ?? null) : null);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (!event.currentTarget.reportValidity()) return;
    if (faults.size === 0) onSubmit(values, reason);
  };
  return (
    <form className="claim-form" onSubmit={send} noValidate>
      <PassageFields
        around={around}
        start={values.start}
        end={values.end}
        fault={faultOf('passage')}
        onChange={(start, end) => set({ start, end })}
      />
      <Attribution values={values} set={set} faultOf={faultOf} />
      <fieldset>
        <legend>What is said</legend>
        <div className="field-row four">
          <Choice
            label="Polarity"
            words={POLARITY_WORDS}
            value={values.polarity}
            onChange={(polarity) => set({ polarity })}
          />
          <Choice
            label="Modality"
            words={MODALITY_WORDS}
            value={values.modality}
            onChange={(modality) => set({ modality })}
          />
          <Choice label="Speech" words={SPEECH_WORDS} value={values.speech} onChange={(speech) => set({ speech })} />
          <Choice
            label="Predicate"
            words={PREDICATE_WORDS}
            value={values.predicate}
            onChange={(predicate) => set({ predicate })}
          />
        </div>
        <div className="field-row three">
          {FORM_ROLES.map((role) => (
            <TextAreaField
              key={role}
              label={`${role.slice(0, 1).toUpperCase()}${role.slice(1)}`}
              hint="One name a line"
              rows={2}
              value={values.roles[role]}
              onChange={(names) => set({ roles: { ...values.roles, [role]: names } })}
            />
          ))}
          <TextAreaField
            label="Where"
            hint="One place a line"
            rows={2}
            value={values.where}
            onChange={(where) => set({ where })}
          />
        </div>
        <div className="field-row">
          <DateField label="From" value={values.from} error={faultOf('when')} onChange={(from) => set({ from })} />
          <DateField label="To" value={values.to} onChange={(to) => set({ to })} />
          <TextField label="Words of the text for the time" value={values.time} onChange={(time) => set({ time })} />
        </div>
      </fieldset>
      {values.quantities.map((quantity, at) => (
        <QuantityFields
          // biome-ignore lint/suspicious/noArrayIndexKey: quantities have no name of their own and keep their order
          key={at}
          number={at + 1}
          quantity={quantity}
          faultOf={(field) => faultOf(`quantities.${at}.${field}`)}
          onChange={(changed) => set({ quantities: values.quantities.with(at, changed) })}
          onRemove={() => set({ quantities: values.quantities.toSpliced(at, 1) })}
        />
      ))}
      <Button onClick={() => set({ quantities: [...values.quantities, NEW_QUANTITY] })}>Add a quantity</Button>
      <TextField label="Reason, kept in the record" value={reason} onChange={setReason} />
      {tried && faults.size > 0 ? (
        <p className="form-faults" role="alert">
          {faults.size === 1 ? 'One field needs' : `${faults.size} fields need`} another value:{' '}
          {[...faults.values()][0]}
        </p>
      ) : null}
      {problem === null ? null : <ErrorNote problem={problem} />}
      <div className="actions">
        <Button type="submit" look="primary" disabled={pending}>
          {submit}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}

function Attribution({
  values,
  set,
  faultOf,
}: {
  readonly values: ClaimValues;
  readonly set: (change: Partial<ClaimValues>) => void;
  readonly faultOf: (field: string) => string | null;
}) {
  return (
    <fieldset>
      <legend>Who says it</legend>
      <PartyFields
        name="Claimant"
        party={values.claimant}
        faultOf={(field) => faultOf(`claimant.${field}`)}
        onChange={(claimant) => set({ claimant })}
      />
      {values.relay.map((relay, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: relays keep their order, nearest to the claimant first
        <div className="relay-fields" key={at}>
          <PartyFields
            name={`Relay ${at + 1}`}
            party={relay}
            faultOf={(field) => faultOf(`relay.${at}.${field}`)}
            onChange={(changed) => set({ relay: values.relay.with(at, changed) })}
          />
          <Button
            look="quiet"
            onClick={() => set({ relay: values.relay.toSpliced(at, 1) })}
            aria-label={`Remove relay ${at + 1}`}
          >
            Remove
          </Button>
        </div>
      ))}
      <Button look="quiet" onClick={() => set({ relay: [...values.relay, NEW_PARTY] })}>
        Add who passed it on
      </Button>
    </fieldset>
  );
}

function Choice<Value extends string>({
  label,
  words,
  value,
  onChange,
}: {
  readonly label: string;
  readonly words: Readonly<Record<Value, string>>;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}) {
  return (
    <SelectField
      label={label}
      value={value}
      options={valuesOf(words).map((one) => ({ value: one, words: words[one] }))}
      onChange={(chosen) => onChange(chosen as Value)}
    />
  );
}
