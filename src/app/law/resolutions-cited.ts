import type { Regime } from '../../regime/model/regime.ts';

/** As U.N. papers and those who quote them cite: by symbol, or with the year in brackets. A number alone may be any body's resolution. */
const CITED = /\bS\/RES\/(\d{1,4})\b|\b[Rr]esolutions?\s+(\d{1,4})\s+\((?:19[4-9]|20\d)\d\)/gu;

/**
 * The Council's resolutions that texts cite and that none of these regimes holds, by number: the program knows none of their measures, and
 * whoever reads a report must be told so.
 */
export function resolutionsNotHeld(texts: Iterable<string>, regimes: readonly Regime[]): readonly string[] {
  const held = new Set(regimes.flatMap(({ decisions }) => decisions.map(({ id }) => /^S\/RES\/(\d+)/.exec(id)?.[1])));
  const cited = new Set<string>();
  for (const text of texts)
    for (const [, bySymbol, byYear] of text.matchAll(CITED)) {
      const number = bySymbol ?? byYear;
      if (number !== undefined && !held.has(number)) cited.add(number);
    }
  return [...cited].sort((a, b) => Number(a) - Number(b)).map((number) => `S/RES/${number}`);
}
