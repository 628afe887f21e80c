import { once, quantityWords } from './vocabulary.ts';

/** The ISO 4217 code that a sign, a word or a code itself stands for, lower case. */
export const currencyNames = once(
  (): ReadonlyMap<string, string> =>
    new Map(
      Object.entries(quantityWords().currencies).flatMap(([code, names]) =>
        [...names, code.toLowerCase()].map((name) => [name, code] as const),
      ),
    ),
);

/** "EUR", "NOK": a code of three capitals, as it is written beside an amount; "try" and "all" are words. */
export function isCurrencyCode(text: string): boolean {
  return /^[A-Z]{3}$/.test(text) && Object.hasOwn(quantityWords().currencies, text);
}

/** What stands before an amount for its currency: a sign ("US$", "€") or a code. */
export function isCurrencySign(text: string): boolean {
  return isCurrencyCode(text) || (!/^[a-z]+$/i.test(text) && currencyNames().has(text.toLowerCase()));
}
