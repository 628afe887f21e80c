/** Lines in the place of what is being fetched, of the height that it will take. */
export function Skeleton({ lines = 4, label = 'Loading' }: { readonly lines?: number; readonly label?: string }) {
  return (
    <div className="skeleton" role="status">
      <span className="unseen">{label}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines without content or order
        <span key={line} aria-hidden="true" />
      ))}
    </div>
  );
}
