import { z } from 'zod';
import { resourceYaml } from '../../core/prepared-yaml.ts';
import { countryByName } from '../codes/country.ts';
import type { TradeTerms } from '../terms/terms.ts';

/**
 * What a remark beside a figure makes of its row: it leaves it as it is, takes it back, says that nothing was supplied, or says something
 * that is not understood, so that nobody knows whether the row is what its columns say.
 */
export type Remark = 'plain' | 'withdrawn' | 'not-supplied' | 'unclear';

const words = z.array(z.string().min(2)).min(1);
const schema = z.strictObject({
  withdrawn: words,
  notSupplied: words,
  repeated: words,
  plainPhrases: words,
  plain: z.string().min(2),
});

type RemarkWords = {
  readonly withdrawn: RegExp;
  readonly notSupplied: RegExp;
  readonly repeated: RegExp;
  readonly plainPhrases: RegExp;
  readonly plain: ReadonlySet<string>;
};

let known: RemarkWords | undefined;

function remarkWords(): RemarkWords {
  if (known !== undefined) return known;
  const read = schema.parse(resourceYaml('trade/reading/remark-words.yaml'));
  known = Object.freeze({
    withdrawn: anyOf(read.withdrawn),
    notSupplied: anyOf(read.notSupplied),
    repeated: anyOf(read.repeated),
    plainPhrases: anyOf(read.plainPhrases),
    plain: new Set(read.plain.split(/\s+/)),
  });
  return known;
}

/** The longest first, so that a phrase is not left in half. */
function anyOf(phrases: readonly string[]): RegExp {
  const longestFirst = phrases.toSorted((a, b) => b.length - a.length);
  return new RegExp(`(?<!\\p{L})(?:${longestFirst.join('|')})(?!\\p{L})`, 'gu');
}

/** Words of names of States: "the Democratic People's Republic of Korea" has six. */
const MOST_WORDS = 6;
/** What stands behind these is where the goods went. */
const TOWARDS: ReadonlySet<string> = new Set(['to', 'into', 'for', 'at', 'via']);

/** Reads the remark of a row that is a figure of `states`, two letters each. */
export function remarkOf(text: string, states: readonly string[], terms: TradeTerms): Remark {
  const { withdrawn, notSupplied, repeated, plainPhrases, plain } = remarkWords();
  const said = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/https?:\/\/\S+/gu, ' ')
    .replace(/[’‘]/gu, "'")
    .replace(/\s+/gu, ' ')
    .replace(plainPhrases, ' ');
  // Searched, not tested: a pattern that is for all places keeps where it stood.
  if (said.search(withdrawn) >= 0) return 'withdrawn';
  if (said.search(notSupplied) >= 0) return 'not-supplied';
  // Added to the other row, it would count one delivery twice.
  if (said.search(repeated) >= 0) return 'unclear';
  const tokens = said.match(/\p{L}[\p{L}\p{M}.'-]*/gu)?.map((token) => token.replace(/[.'-]+$/u, '')) ?? [];
  const places = new Set(terms.targetPlaces.names.map((name) => name.toLowerCase()));
  let at = 0;
  while (at < tokens.length) {
    const length = lengthOfName(tokens, at, states, places, terms);
    if (length === 0 && !plain.has(tokens[at] ?? '') && !plain.has(`${tokens[at]}.`)) return 'unclear';
    at += Math.max(1, length);
  }
  return 'plain';
}

/** How many words from a place on name the State under measures, a place in it, or a State whose figure this is; nought for none. */
function lengthOfName(
  tokens: readonly string[],
  at: number,
  states: readonly string[],
  places: ReadonlySet<string>,
  terms: TradeTerms,
): number {
  for (let length = Math.min(MOST_WORDS, tokens.length - at); length > 0; length--) {
    const name = tokens.slice(at, at + length).join(' ');
    if (places.has(name)) return length;
    // Two small letters are a word sooner than a code: "in", "is", "it".
    const state = name.length < 4 ? undefined : countryByName(name);
    if (state === undefined) continue;
    if (state === terms.target) return length;
    const before = tokens[at - 1] ?? '';
    const isKnown = states.includes(state)
      ? !TOWARDS.has(before)
      : before === 'with' && terms.neighbours.includes(state);
    return isKnown ? length : 0;
  }
  return 0;
}
