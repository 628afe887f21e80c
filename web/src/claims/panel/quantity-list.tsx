import type { Claim, Quantity } from '../../../../src/app/workbench/contract/claim.ts';
import { quantityWords } from '../claim-words.ts';

/** The source's own phrases, which are authoritative, each beside the bounds that were read from it. */
export function QuantityList({ claim }: { readonly claim: Claim }) {
  return (
    <ul className="plain quantities">
      {claim.quantities.map((quantity, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two figures of one passage may be equal in every field
        <li key={at}>
          <q>{quantity.raw}</q>
          <span>: {quantityWords(quantity, claim)}</span>
          <QuantityNotes quantity={quantity} />
        </li>
      ))}
    </ul>
  );
}

function QuantityNotes({ quantity }: { readonly quantity: Quantity }) {
  const { window, of, convention, nature, alternative } = quantity;
  const notes = [
    window === undefined ? null : `${window.from ?? '…'} to ${window.to ?? '…'}`,
    of ?? null,
    nature === undefined || nature === 'count' ? null : nature.replaceAll('-', ' '),
    alternative === undefined ? null : 'one of several alternatives',
    convention === undefined ? null : `bounds by convention ${convention}`,
  ].filter((note) => note !== null);
  return notes.length === 0 ? null : <span className="muted"> {notes.join(' · ')}</span>;
}
