import { useRef, useState } from 'react';
import { type Common, Field } from './field-frame.tsx';

/**
 * A calendar date, written and shown in ISO form: browsers show their own date fields in the order of the reader's country, where
 * the third of April and the fourth of March look the same. Their calendar is behind a button. Tells only whole days, or ''.
 */
export function DateField({
  value,
  onChange,
  min,
  max,
  error,
  ...common
}: Common & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly min?: string;
  readonly max?: string;
}) {
  const [draft, setDraft] = useState(value);
  const [reported, setReported] = useState(value);
  const [left, setLeft] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  // A day that comes from elsewhere takes the place of what was written.
  if (reported !== value) {
    setReported(value);
    setDraft(value);
  }
  const tell = (day: string) => {
    setDraft(day);
    if (day !== '' && faultOf(day, min, max) !== null) return;
    setReported(day);
    if (day !== value) onChange(day);
  };
  const fault = draft === '' ? null : faultOf(draft, min, max);
  return (
    <Field {...common} error={error ?? (left ? fault : null)}>
      {(aria) => (
        <span className="date-field">
          <input
            {...aria}
            // What is written and no day must not be sent: the day reported before would stand for it.
            ref={(input) => input?.setCustomValidity(fault ?? '')}
            type="text"
            inputMode="numeric"
            placeholder="YYYY-MM-DD"
            maxLength={10}
            autoComplete="off"
            value={draft}
            required={common.required}
            disabled={common.disabled}
            onFocus={() => setLeft(false)}
            onBlur={() => setLeft(true)}
            onChange={(event) => tell(event.target.value.trim())}
          />
          <input
            ref={picker}
            type="date"
            tabIndex={-1}
            aria-hidden="true"
            value={value}
            min={min}
            max={max}
            onChange={(event) => tell(event.target.value)}
          />
          <button
            type="button"
            className="quiet"
            disabled={common.disabled}
            aria-label={`${common.label}: choose in a calendar`}
            onClick={() => picker.current?.showPicker()}
          >
            Calendar
          </button>
        </span>
      )}
    </Field>
  );
}

function faultOf(text: string, min: string | undefined, max: string | undefined): string | null {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(text)) return 'Write the day as 2024-04-30.';
  if (min !== undefined && text < min) return `The day must not be before ${min}.`;
  return max !== undefined && text > max ? `The day must not be after ${max}.` : null;
}
