import type { Action } from '../session/action.ts';
import { Button, type ButtonLook } from './button.tsx';

/** An action as a button, with its key. */
export function ActionButton({
  action: { label, key, when, run },
  look,
  title,
}: {
  readonly action: Action;
  readonly look?: ButtonLook;
  readonly title?: string;
}) {
  return (
    <Button
      disabled={!when}
      onClick={run}
      {...(key === undefined ? {} : { shortcut: key })}
      {...(look === undefined ? {} : { look })}
      {...(title === undefined ? {} : { title })}
    >
      {label}
    </Button>
  );
}
