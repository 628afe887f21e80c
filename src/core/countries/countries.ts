import table from './countries.json' with { type: 'json' };

/** A State or territory by ISO 3166-1 (and XK, the user-assigned code in common use for Kosovo). */
export type Country = {
  readonly alpha2: string;
  readonly alpha3: string;
  /** Three digits; empty for XK, which has none. */
  readonly numeric: string;
  readonly name: string;
};

const byAlpha2: ReadonlyMap<string, Country> = new Map(table.map((row) => [row.alpha2, Object.freeze(row)]));
const byAlpha3: ReadonlyMap<string, Country> = new Map(table.map((row) => [row.alpha3, Object.freeze(row)]));

export const countries: readonly Country[] = Object.freeze([...byAlpha2.values()]);

/** Looks a country up by its two- or three-letter code in any case; undefined when ISO 3166-1 has no such code. */
export function findCountry(code: string): Country | undefined {
  const upper = code.trim().toUpperCase();
  return byAlpha2.get(upper) ?? byAlpha3.get(upper);
}

/** The country's short English name, or the code itself when it is unknown. */
export function countryName(code: string): string {
  return findCountry(code)?.name ?? code;
}
