/** A claim's passage in the text, in UTF-16 code units of the text layer. */
export type ShownPassage = {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly status: string;
};

/** A run of a block's text that the same claims cover: none, one, or several that overlap. */
export type Segment = { readonly start: number; readonly text: string; readonly claims: readonly string[] };

type BlockText = { readonly start: number; readonly text: string };

/**
 * Cuts a block where passages begin and end, so that overlapping claims can be drawn without nesting one in another. The
 * texts of the segments put together are the block's text, always.
 */
export function segmentBlock({ start, text }: BlockText, passages: readonly ShownPassage[]): readonly Segment[] {
  const end = start + text.length;
  const touching = passages.filter((passage) => passage.start < end && passage.end > start);
  const cuts = new Set([start, end]);
  for (const passage of touching) {
    cuts.add(Math.max(start, passage.start));
    cuts.add(Math.min(end, passage.end));
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).flatMap((from, at) => {
    const to = places[at + 1] ?? end;
    if (to <= from) return [];
    const claims = touching.filter((passage) => passage.start <= from && passage.end >= to).map(({ id }) => id);
    return [{ start: from, text: text.slice(from - start, to - start), claims }];
  });
}

/** The claim to show when a run is chosen: the next of those that cover it, so that choosing again goes through all. */
export function nextClaim(claims: readonly string[], shown: string | null): string | undefined {
  const at = shown === null ? -1 : claims.indexOf(shown);
  return claims[(at + 1) % Math.max(1, claims.length)];
}
