import { readFileSync } from 'node:fs';
import { resourcePath } from '../../core/resource.ts';

let words: ReadonlyMap<string, number> | undefined;

function typeWords(): ReadonlyMap<string, number> {
  words ??= new Map(
    readFileSync(resourcePath('tracks/identity/ship-types.tsv'), 'utf8')
      .split('\n')
      .slice(1)
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => {
        const [word = '', type = ''] = line.split('\t');
        return [word, Number(type)];
      }),
  );
  return words;
}

/** The AIS ship type of a cell, by number or by word; null for 0, what is outside 1 to 99 and words that name none. */
export function shipTypeOf(text: string): number | null {
  if (text === '') return null;
  const number = /^\d+(?:\.0+)?$/.test(text) ? Number(text) : typeWords().get(text.toLowerCase());
  return number === undefined || number < 1 || number > 99 ? null : number;
}

/**
 * What a type says of the ship as built. The second digit of 2x, 4x and 6x to 9x is the cargo's hazard, which changes from
 * voyage to voyage (ITU-R M.1371, table 53); that of 3x and 5x is what the ship is.
 */
export function shipClass(type: number): number {
  const tens = Math.floor(type / 10);
  return tens === 3 || tens === 5 || type < 20 ? type : tens * 10;
}
