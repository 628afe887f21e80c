import { countriesIn } from '../../claims/names/mentioned-country.ts';

/** The noun of a figure, which claims keep in small letters, as it is written: "Korean", "Korean worker", "shell". */
export function writtenNoun(counts: string): string {
  return counts
    .split(' ')
    .map((word) => (/^\p{Ll}/u.test(word) && countriesIn(capitalised(word)).length > 0 ? capitalised(word) : word))
    .join(' ');
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
