/**
 * The word for "ship" that stands behind a name or its number and is no part of it: 호, 號, 号, 轮 and, in Latin letters, Ho. A name
 * that would be nothing without it keeps it.
 */
export function withoutShipTitle(name: string): string {
  const bare = name
    .replace(/(?<=[\p{Script=Hangul}\p{N}])\s*호(?=$|[\s()])/u, '')
    .replace(/(?<=[\p{Script=Han}\p{N}])\s*[號号轮輪](?=$|[\s()])/u, '')
    // "Kum Gang 3 Ho", "Kum Gang-ho": alone at the end, "Ho" may be a syllable of the name.
    .replace(/(?<=\p{N})[\s-]*ho(?=$|[\s()])|-ho(?=$|\s)/iu, '')
    .trim();
  return /[\p{L}]/u.test(bare) ? bare : name;
}
