import type { AnnotatedText, GoldClaim, GoldQuantity } from './corpus.ts';

/** A replacement in the text, in code units; edits of one text do not overlap. */
export type Edit = { readonly start: number; readonly end: number; readonly replacement: string };

/**
 * The annotated text with its edits made, passages and raw phrases moved along. `rename` gives the names of claimants,
 * roles and places as the new text has them, `figure` the bounds of a figure whose raw phrase has changed.
 */
export function editText(
  text: AnnotatedText,
  edits: readonly Edit[],
  {
    rename = (name: string) => name,
    figure = (quantity: GoldQuantity) => quantity,
  }: { rename?: (name: string) => string; figure?: (quantity: GoldQuantity, changedRaw: string) => GoldQuantity } = {},
): AnnotatedText {
  const ordered = edits.toSorted((a, b) => a.start - b.start);
  let edited = '';
  let done = 0;
  for (const { start, end, replacement } of ordered) {
    edited += text.text.slice(done, start) + replacement;
    done = end;
  }
  edited += text.text.slice(done);
  const moved = (offset: number, side: 'start' | 'end') => {
    let shift = 0;
    for (const edit of ordered) {
      if (side === 'start' ? edit.start >= offset : edit.end > offset) break;
      shift += edit.replacement.length - (edit.end - edit.start);
    }
    return offset + shift;
  };
  const claims = text.claims.map((claim): GoldClaim => {
    const [start, end] = [moved(claim.start, 'start'), moved(claim.end, 'end')];
    const party = <T extends { name: string; aka?: string[] }>(one: T): T => ({
      ...one,
      name: rename(one.name),
      ...(one.aka === undefined ? {} : { aka: one.aka.map(rename) }),
    });
    return {
      ...claim,
      start,
      end,
      quote: edited.slice(start, end),
      claimant: party(claim.claimant),
      relay: claim.relay.map(party),
      quantities: claim.quantities.map((quantity) => {
        const place = claim.start + claim.quote.indexOf(quantity.raw);
        const raw = edited.slice(moved(place, 'start'), moved(place + quantity.raw.length, 'end'));
        return raw === quantity.raw ? quantity : { ...figure(quantity, raw), raw };
      }),
    };
  });
  return { ...text, text: edited, claims };
}

/** Places of every raw phrase in the text, each once. */
export function rawPlaces(text: AnnotatedText): { readonly start: number; readonly quantity: GoldQuantity }[] {
  const places = new Map<string, { start: number; quantity: GoldQuantity }>();
  for (const claim of text.claims) {
    for (const quantity of claim.quantities) {
      const start = claim.start + claim.quote.indexOf(quantity.raw);
      places.set(`${start}:${quantity.raw}`, { start, quantity });
    }
  }
  return withoutOverlap([...places.values()]);
}

function withoutOverlap<T extends { start: number; quantity: GoldQuantity }>(places: T[]): T[] {
  const ordered = places.toSorted((a, b) => a.start - b.start || b.quantity.raw.length - a.quantity.raw.length);
  const kept: T[] = [];
  for (const place of ordered) {
    const last = kept.at(-1);
    if (last === undefined || last.start + last.quantity.raw.length <= place.start) kept.push(place);
  }
  return kept;
}
