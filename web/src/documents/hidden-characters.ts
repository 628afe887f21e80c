/** A part of a text; `code` is set for one character that is not seen where it stands. */
export type TextPart = { readonly at: number; readonly text: string; readonly code: string | null };

/** Unicode bidirectional controls, invisible operators, tags, and the zero-width space, which tell a reader another text than a program. */
const HIDDEN = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]|[\u{e0000}-\u{e007f}]/gu;

/** Cuts a text at characters that hide themselves or others; the parts put together are the text. */
export function hiddenParts(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const match of text.matchAll(HIDDEN)) {
    if (match.index > at) parts.push({ at, text: text.slice(at, match.index), code: null });
    const code = (match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    parts.push({ at: match.index, text: match[0], code: `U+${code}` });
    at = match.index + match[0].length;
  }
  if (at < text.length || parts.length === 0) parts.push({ at, text: text.slice(at), code: null });
  return parts;
}
