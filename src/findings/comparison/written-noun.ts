import type { Quantity } from '../../claims/model/quantity.ts';

/** The noun of a figure, which claims keep in small letters, with the capitals of its own words: "Korean", "shell". */
export function writtenNoun({ counts, raw }: Pick<Quantity, 'counts' | 'raw'>): string {
  return counts
    .split(' ')
    .map((word) => {
      const capitalised = word.charAt(0).toUpperCase() + word.slice(1);
      return new RegExp(`(?<![\\p{L}])${escaped(capitalised)}`, 'u').test(raw) ? capitalised : word;
    })
    .join(' ');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
