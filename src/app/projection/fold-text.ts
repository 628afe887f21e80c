/** Texts as they are compared in a search: case, width and accents aside. */
export function foldText(text: string): string {
  // Most texts of a large matter: nothing in them decomposes.
  if (/^[\x20-\x7e\n]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
}

/** The words of a question, folded: each must stand in what is found. */
export function foldedWords(query: string | undefined): readonly string[] {
  return foldText(query ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
}
