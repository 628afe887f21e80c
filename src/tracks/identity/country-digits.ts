import { readFileSync } from 'node:fs';
import { resourcePath } from '../../core/resource.ts';

let table: ReadonlyMap<number, string> | undefined;

/**
 * The flag that an MMSI claims by its country digits (ITU table of maritime identification digits): ISO 3166-1 code, null where
 * the digits are nobody's. Group calls (0), craft of a mother ship (98) have theirs further on.
 */
export function flagOf(mmsi: number): string | null {
  table ??= loadTable();
  const digits = String(mmsi).padStart(9, '0');
  const at = digits.startsWith('98') ? 2 : digits.startsWith('0') ? 1 : 0;
  return table.get(Number(digits.slice(at, at + 3))) ?? null;
}

function loadTable(): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const line of readFileSync(resourcePath('tracks/identity/country-digits.tsv'), 'utf8').split('\n').slice(1)) {
    if (line === '' || line.startsWith('#')) continue;
    const [digits = '', country = ''] = line.split('\t');
    for (const one of digits.split(' ')) {
      const [from = '', to = from] = one.split('-');
      for (let value = Number(from); value <= Number(to); value++) found.set(value, country);
    }
  }
  return found;
}
