import { findMentions, type Mention } from '../claims/mention.ts';
import { tokenize } from '../claims/token.ts';

/** How a text names a country: itself or its seat of government, or as an adjective ("North Korean missiles"). */
export type MentionedCountry = { readonly country: string; readonly adjective: boolean };

/** The countries that a phrase names, in its order. */
export function countriesIn(text: string): readonly MentionedCountry[] {
  return findMentions(text, tokenize(text, 0, text.length))
    .filter((mention) => mention.country !== '' && COUNTRY_KINDS.has(mention.kind))
    .map((mention) => ({ country: mention.country, adjective: mention.kind === 'demonym' }));
}

/** The one country that the phrases name as a party; null when they name none or several. */
export function partyOf(phrases: readonly string[]): string | null {
  const named = new Set(phrases.flatMap((phrase) => countriesIn(phrase).map((one) => one.country)));
  return named.size === 1 ? ([...named][0] ?? null) : null;
}

/** The one country after which the things are called; null when none or several. */
export function originOf(phrases: readonly string[]): string | null {
  const named = new Set(
    phrases.flatMap((phrase) =>
      countriesIn(phrase)
        .filter((one) => one.adjective)
        .map((one) => one.country),
    ),
  );
  return named.size === 1 ? ([...named][0] ?? null) : null;
}

const COUNTRY_KINDS: ReadonlySet<Mention['kind']> = new Set(['country', 'demonym', 'seat', 'place', 'state-organ']);
