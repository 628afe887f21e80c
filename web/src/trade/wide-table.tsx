import type { ReactNode } from 'react';

/** A table wider than a narrow window: it scrolls in itself, by keyboard too. */
export function WideTable({
  label,
  high = false,
  children,
}: {
  readonly label: string;
  /** Longer tables scroll within a bounded height. */
  readonly high?: boolean;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fieldset, there is nothing to fill in
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div role="group" className={high ? 'table-scroll trade-steps' : 'table-scroll'} aria-label={label} tabIndex={0}>
      <table className="plain trade-table">{children}</table>
    </div>
  );
}
