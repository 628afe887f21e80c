import { memoizedByText } from '../../core/memoized.ts';
import { cutIntoWords, tokenize } from '../tokens/token.ts';
import { findMentions, type Mention, needsPartsOfSpeech } from './mention.ts';

/** How a text names a country: itself or its seat of government, or as an adjective ("North Korean missiles"). */
export type MentionedCountry = { readonly country: string; readonly adjective: boolean };

/** The countries that a phrase names, in its order. */
export const countriesIn = memoizedByText(readCountries);

function readCountries(text: string): readonly MentionedCountry[] {
  return mentionsIn(text)
    .filter((mention) => mention.country !== '' && COUNTRY_KINDS.has(mention.kind))
    .map((mention) => ({ country: mention.country, adjective: mention.kind === 'demonym' }));
}

/** Names in a text; the parser is asked only where it decides what a word is. */
function mentionsIn(text: string): readonly Mention[] {
  return findMentions(
    text,
    needsPartsOfSpeech(text) ? tokenize(text, 0, text.length) : cutIntoWords(text, 0, text.length),
  );
}

/** Whether a name is that of a place smaller than a State: one of our lists, or one that names nothing of them. */
export const namesPlace = memoizedByText((name) => {
  const mentions = mentionsIn(name);
  return mentions.length === 0 || mentions.some(({ kind }) => kind === 'place');
});

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

/** What may stand between a thing and the State that made it. */
const MADE_IN =
  /^(?:\s+(?:that|which)\s+(?:was|were|is|are|had\s+been))?\s+(?:made|produced|manufactured|built|assembled)\s+(?:in|by)\s+/;
const OF_ORIGIN = /^\s+of\s+(?=[^,.;]{2,40}?\s(?:origin|make|manufacture|production|design)\b)/;
/** How much of the text after those words is looked at for the name. */
const NAME_REACH = 40;

/** The one country in which a sentence says that the things were made: "24 missiles made in North Korea", "of Iranian origin". */
export function makerOf(quote: string, things: readonly string[]): string | null {
  const makers = new Set<string>();
  for (const thing of things) {
    const at = quote.indexOf(thing);
    const behind = at < 0 ? '' : quote.slice(at + thing.length);
    const words = MADE_IN.exec(behind) ?? OF_ORIGIN.exec(behind);
    if (words === null) continue;
    const [first] = countriesIn(behind.slice(words[0].length, words[0].length + NAME_REACH));
    if (first !== undefined) makers.add(first.country);
  }
  return makers.size === 1 ? ([...makers][0] ?? null) : null;
}

const COUNTRY_KINDS: ReadonlySet<Mention['kind']> = new Set(['country', 'demonym', 'seat', 'place', 'state-organ']);
