import { say } from '../session/notices.ts';

/** An identifier of the record: shortened on the page, whole in the tooltip and when copied. */
export function MonoId({ id, length = 12 }: { readonly id: string; readonly length?: number }) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(id);
      say(`Copied ${id}`);
    } catch {
      say('The browser did not allow copying; the whole identifier is in the tooltip.', 'alert');
    }
  };
  return (
    <span className="mono-id">
      <span className="mono" title={id}>
        {shorten(id, length)}
      </span>
      <button type="button" className="quiet" onClick={copy} aria-label={`Copy ${id}`}>
        Copy
      </button>
    </span>
  );
}

/** The beginning of a long identifier, its kind kept: `sha256:1f2e3d4c5b6a…`. */
export function shorten(id: string, length = 12): string {
  const at = id.indexOf(':') + 1;
  return id.length <= at + length + 1 ? id : `${id.slice(0, at + length)}…`;
}
