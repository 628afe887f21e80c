import type { ButtonHTMLAttributes, ReactNode } from 'react';

type Given = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> & {
  /** `primary`: the one thing that a page or form is for. `danger`: takes something back. `quiet`: beside text. */
  readonly look?: 'plain' | 'primary' | 'danger' | 'quiet';
  /** A key that does the same, shown behind the words. */
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
