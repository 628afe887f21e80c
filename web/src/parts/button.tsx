import type { ButtonHTMLAttributes, ReactNode } from 'react';

export type ButtonLook = 'plain' | 'primary' | 'danger' | 'quiet';

type Given = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> & {
  /** `primary`: the one thing that a page or form is for. `danger`: takes something back. `quiet`: within text. */
  readonly look?: ButtonLook;
  /** A key that does the same, shown after the words. */
  readonly shortcut?: string;
  readonly children: ReactNode;
};

export function Button({ look = 'plain', type = 'button', shortcut, children, ...rest }: Given) {
  return (
    <button {...rest} type={type} className={look} aria-keyshortcuts={shortcut}>
      {children}
      {shortcut === undefined ? null : <kbd>{shortcut}</kbd>}
    </button>
  );
}
