import { useId } from 'react';

/** How far some work is; a total of 0 means that it cannot be told. */
export function Progress({
  label,
  step,
  done,
  total,
}: {
  readonly label: string;
  readonly step?: string;
  readonly done: number;
  readonly total: number;
}) {
  const id = useId();
  return (
    <div className="progress">
      <span id={id}>{label}</span>
      <progress aria-labelledby={id} {...(total > 0 ? { value: Math.min(done, total), max: total } : {})} />
      <span className="progress-step">
        {total > 0 ? `${done.toLocaleString('en')} of ${total.toLocaleString('en')}` : ''}
        {step ? ` ${step}` : ''}
      </span>
    </div>
  );
}
