import type { TextPart } from './hidden-characters.ts';

/** From where to where in the text of a document, in UTF-16 code units. */
export type SoughtSpan = { readonly start: number; readonly end: number };

/** What an address asks to be shown: `120-131`; null for anything else. */
export function spanOf(at: string | undefined): SoughtSpan | null {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(at ?? '') ?? [];
  if (start === undefined || end === undefined || Number(end) <= Number(start)) return null;
  return { start: Number(start), end: Number(end) };
}

/** A part of a run that begins at `start`, cut where the passage sought begins and ends; the parts put together are the part. */
export function cutAt(
  part: TextPart,
  start: number,
  sought: SoughtSpan | null,
): readonly (TextPart & { readonly isSought: boolean })[] {
  const from = start + part.at;
  const to = from + part.text.length;
  if (sought === null || sought.start >= to || sought.end <= from) return [{ ...part, isSought: false }];
  const cuts = [from, Math.max(from, sought.start), Math.min(to, sought.end), to];
  return cuts.slice(0, -1).flatMap((begin, at) => {
    const end = cuts[at + 1] ?? begin;
    if (end <= begin) return [];
    return [{ ...part, at: begin - start, text: part.text.slice(begin - from, end - from), isSought: at === 1 }];
  });
}
