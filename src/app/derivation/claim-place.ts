/** More claims than that no document gives. */
const MOST_IN_A_DOCUMENT = 2 ** 20;

/** Where a claim stands among all: its document's place first, then its own in the document. */
export function placeIn(document: number, at: number): number {
  return document * MOST_IN_A_DOCUMENT + Math.max(0, at);
}
