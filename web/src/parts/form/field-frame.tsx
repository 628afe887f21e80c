import { type ReactNode, useId } from 'react';

/** What every field has. `hint` says what to write; `error` what is wrong with what was written. */
export type Common = {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | null;
  readonly required?: boolean;
  readonly disabled?: boolean;
  /** The label is read out but not shown, where the place says what the field is. */
  readonly labelHidden?: boolean;
};

type Aria = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
};

/** Label, hint and error around a control of one's own. */
export function Field({
  label,
  hint,
  error,
  required,
  labelHidden,
  children,
}: Common & { readonly children: (aria: Aria) => ReactNode }) {
  const id = useId();
  const described = [hint === undefined ? null : `${id}-hint`, error ? `${id}-error` : null].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id} className={labelHidden ? 'unseen' : undefined}>
        {label}
        {required ? <span className="required"> (required)</span> : null}
      </label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {hint === undefined ? null : (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error ? (
        <p className="error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </div>
  );
}
