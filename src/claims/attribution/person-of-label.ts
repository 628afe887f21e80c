import { nounList } from '../lexicon/vocabulary.ts';
import { isRank } from './assembly-words.ts';

export function isCapitals(label: string): boolean {
  return label === label.toUpperCase();
}

export const HONORIFIC = /^(?:MR|MRS|MS|DR|MISS|SIR|LORD|LADY)\.? /i;

/** A name in capitals as it is otherwise written: "MR. O'NEILL-DAHL" gives "O'Neill-Dahl". */
export function nameOfLabel(label: string): string {
  const bare = label.replace(HONORIFIC, '').trim();
  if (!isCapitals(bare)) return bare;
  return bare
    .toLowerCase()
    .replace(/(^|[\s'’-])(\p{L})/gu, (_, lead: string, letter: string) => lead + letter.toUpperCase())
    .replace(/ (?:Of|And|For|The|To)(?= )/g, (word) => word.toLowerCase());
}

/** The words of a label that name a person, without the office: "Foreign Minister Dahl" gives "Dahl"; empty for an office alone. */
export function personOfLabel(label: string): string {
  // "the Earl of Skerry": what a title is held of is part of the name.
  const held = /^(?:the )?(?:lord )?(\p{L}+ of .+)$/iu.exec(label)?.[1];
  if (held !== undefined && isRank(held.split(' ')[0]!)) return held;
  // "MINISTER OF TRADE AND INDUSTRY": what an office is for is no name.
  const words = label.replace(/^the /i, '').split(' ');
  const portfolio = words.findIndex((word) => /^(of|for)$/i.test(word));
  if (isCapitals(label) && portfolio > 0 && words.slice(0, portfolio).every(isOffice)) return '';
  const parts = nameOfLabel(label).split(' ');
  while (parts.length > 0 && isOffice(parts[0]!)) parts.shift();
  return parts.join(' ');
}

/** A word of an office or title, or one that stands between such words. */
export function isOffice(part: string): boolean {
  const lower = part.toLowerCase();
  return (
    /^(the|senior|acting|under|of|for|and|two|one|three)$/.test(lower) ||
    nounList('titles').has(lower) ||
    nounList('official').has(lower)
  );
}
