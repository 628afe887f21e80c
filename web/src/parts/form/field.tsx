import { type ReactNode, useId } from 'react';
import { type Common, Field } from './field-frame.tsx';

export { DateField } from './date-field.tsx';
export { Field } from './field-frame.tsx';

type TextGiven = Common & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'search' | 'number' | 'url';
  readonly placeholder?: string;
  readonly autoComplete?: string;
  /** Values offered while one writes; others may be written too. */
  readonly suggestions?: readonly string[];
  readonly inputMode?: 'text' | 'numeric' | 'decimal';
};

/** A line of text. The first `search` field of a page gets the focus by `f`. */
export function TextField({
  value,
  onChange,
  type = 'text',
  placeholder,
  autoComplete = 'off',
  suggestions,
  inputMode,
  ...common
}: TextGiven) {
  const list = useId();
  return (
    <Field {...common}>
      {(aria) => (
        <>
          <input
            {...aria}
            type={type}
            value={value}
            placeholder={placeholder}
            autoComplete={autoComplete}
            inputMode={inputMode}
            list={suggestions === undefined ? undefined : list}
            required={common.required}
            disabled={common.disabled}
            onChange={(event) => onChange(event.target.value)}
          />
          {suggestions === undefined ? null : (
            <datalist id={list}>
              {suggestions.map((suggestion) => (
                <option key={suggestion} value={suggestion} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  );
}

export type Option = { readonly value: string; readonly words: string };

/** One of several; `none` is the words for an empty value. */
export function SelectField({
  value,
  onChange,
  options,
  none,
  ...common
}: Common & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly Option[];
  readonly none?: string;
}) {
  return (
    <Field {...common}>
      {(aria) => (
        <select
          {...aria}
          value={value}
          required={common.required}
          disabled={common.disabled}
          onChange={(event) => onChange(event.target.value)}
        >
          {none === undefined ? null : <option value="">{none}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function TextAreaField({
  value,
  onChange,
  rows = 4,
  ...common
}: Common & { readonly value: string; readonly onChange: (value: string) => void; readonly rows?: number }) {
  return (
    <Field {...common}>
      {(aria) => (
        <textarea
          {...aria}
          rows={rows}
          value={value}
          required={common.required}
          disabled={common.disabled}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** A box to tick, its words after it. */
export function CheckField({
  label,
  checked,
  onChange,
  disabled,
}: {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
}) {
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
