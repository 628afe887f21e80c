/** A key as signature lines name it: its own word for itself, and the id by which it is told from every other. */
export function KeyWords({ vkey }: { readonly vkey: string }) {
  return (
    <span className="mono muted break" title={vkey}>
      {vkey.split('+').slice(0, 2).join('+')}
    </span>
  );
}
