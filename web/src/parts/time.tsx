/** An instant as `2024-03-28 14:02 UTC`; the exact one is in the tooltip. */
export function Instant({ at }: { readonly at: string }) {
  return (
    <time dateTime={at} title={at} className="nowrap">
      {at.slice(0, 10)} {at.slice(11, 16)} UTC
    </time>
  );
}

/** A calendar date, or words for none. */
export function Day({ date, none = 'undated' }: { readonly date: string | null; readonly none?: string }) {
  if (date === null) return <span className="muted">{none}</span>;
  return (
    <time dateTime={date} className="nowrap">
      {date}
    </time>
  );
}

/** Today in UTC, as the server counts days. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
