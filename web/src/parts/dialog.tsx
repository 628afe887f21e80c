import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './button.tsx';

/** A question before the page: the browser's own dialog, which keeps the focus, closes by Escape and gives the focus back. */
export function Dialog({
  open,
  title,
  onClose,
  wide = false,
  children,
}: {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = element.current;
    if (!dialog) return;
    if (open && !dialog.open) {
      dialog.showModal();
      // What is to be filled in comes first, not the button that closes.
      const first = dialog.querySelector<HTMLElement>('input:not([type="checkbox"]), select, textarea');
      (first ?? dialog.querySelector<HTMLElement>('input'))?.focus({ preventScroll: true });
      dialog.scrollTop = 0;
    }
    if (!open && dialog.open) dialog.close();
  }, [open]);
  return (
    <dialog
      ref={element}
      aria-labelledby={heading}
      className={wide ? 'wide' : undefined}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {open ? (
        <>
          <header>
            <h2 id={heading}>{title}</h2>
            <Button look="quiet" onClick={onClose} aria-label={`Close: ${title}`}>
              Close
            </Button>
          </header>
          {children}
        </>
      ) : null}
    </dialog>
  );
}
