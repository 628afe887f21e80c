import { bodyNames, countryWords, nounList, officeNames, placeNames } from '../lexicon/vocabulary.ts';
import type { ClaimantKind } from '../model/claim.ts';
import type { Word } from '../tokens/word.ts';

/** What a name of our lists stands for. `seat` is a seat of government used for its State, `office` one that a single State has under that name; `armed-group` speaks for no State. */
export type NameKind =
  | 'country'
  | 'demonym'
  | 'seat'
  | 'place'
  | 'office'
  | 'armed-group'
  | Exclude<ClaimantKind, 'state' | 'person' | 'sensor' | 'unnamed'>;

export type NameEntry = { readonly kind: NameKind; readonly country: string };

/** A name of our lists found in a sentence; `from` and `to` are word numbers, `to` exclusive. */
export type Mention = NameEntry & { readonly from: number; readonly to: number; readonly text: string };

type Gazetteer = { readonly entries: ReadonlyMap<string, NameEntry>; readonly longest: ReadonlyMap<string, number> };

let gazetteer: Gazetteer | undefined;
/** Names that begin with "The", as they stand within a sentence. */
const lowered = new Set<string>();

function loadGazetteer(): Gazetteer {
  const entries = new Map<string, NameEntry>();
  const add = (name: string, kind: NameKind, country: string) => {
    if (!entries.has(name)) entries.set(name, { kind, country });
  };
  for (const [kind, byCountry] of Object.entries(bodyNames()))
    for (const [country, names] of Object.entries(byCountry))
      for (const name of names) {
        const of = kind === 'unnamed-group' ? 'armed-group' : (kind as NameKind);
        add(name, of, country);
        // A newspaper that calls itself "The Guardian" is "the Guardian" to others.
        if (!name.startsWith('The ')) continue;
        const within = `the ${name.slice(4)}`;
        add(within, of, country);
        lowered.add(within);
      }
  for (const { code, names, demonyms, seats } of countryWords()) {
    for (const name of names) {
      add(name, 'country', code);
      // "The North" where a sentence opens with it.
      if (name.startsWith('the ')) add(`The ${name.slice(4)}`, 'country', code);
    }
    for (const name of demonyms) {
      add(name, 'demonym', code);
      if (!/(ese|ish|ch|sh|[A-Z.]|s)$/.test(name)) add(`${name}s`, 'demonym', code);
    }
    for (const name of seats) add(name, 'seat', code);
  }
  for (const [country, names] of Object.entries(officeNames())) for (const name of names) add(name, 'office', country);
  for (const [country, names] of Object.entries(placeNames())) for (const name of names) add(name, 'place', country);
  for (const name of [...entries.keys()])
    if (/^[A-Z]/.test(name) && /[a-z]/.test(name)) {
      const upper = name.toUpperCase();
      if (!entries.has(upper)) entries.set(upper, entries.get(name)!);
    }
  const longest = new Map<string, number>();
  for (const name of entries.keys()) {
    const first = firstWord(name);
    longest.set(first, Math.max(longest.get(first) ?? 0, name.length));
  }
  return { entries, longest };
}

function firstWord(name: string): string {
  return name.split(/[\s'’]/, 1)[0]!;
}

/** Names of our lists in a sentence, the longest at each place. Case counts: "us" is not the United States. */
export function findMentions(text: string, words: readonly Word[]): Mention[] {
  gazetteer ??= loadGazetteer();
  const found: Mention[] = [];
  for (let i = 0; i < words.length; i++) {
    const mention = mentionAt(gazetteer, text, words, i);
    if (mention === undefined) continue;
    found.push(mention);
    i = mention.to - 1;
  }
  return found;
}

function mentionAt(lists: Gazetteer, text: string, words: readonly Word[], at: number): Mention | undefined {
  const word = words[at]!;
  const limit = lists.longest.get(firstWord(word.text));
  let best: Mention | undefined;
  if (limit !== undefined) {
    for (let j = at; j < words.length && words[j]!.end - word.start <= limit + 2; j++) {
      const name = text.slice(word.start, words[j]!.end).replace(/\s+/g, ' ').replace(/’/g, "'");
      const entry = lists.entries.get(name);
      if (entry && !isFalseName(lists, name, words, at, j + 1)) best = { ...entry, from: at, to: j + 1, text: name };
    }
  }
  if (best !== undefined) return best;
  // "U.S.-led", "Iran-backed": the name before the hyphen qualifies; "Ukraine-Russia" is left alone.
  const hyphen = /^([\p{L}.]+)-\p{Ll}/u.exec(word.text);
  const part = hyphen === null ? undefined : lists.entries.get(hyphen[1]!);
  if (part && (part.kind === 'country' || part.kind === 'demonym'))
    return { kind: 'demonym', country: part.country, from: at, to: at + 1, text: hyphen![1]! };
  return undefined;
}

/** Names of States that are also given or family names. */
const ALSO_PEOPLE = new Set(['Jordan', 'Chad', 'Georgia', 'Finn', 'Dane', 'Pole', 'Santiago', 'Male', 'Israel']);

/**
 * Whether a text has a name of which the parts of speech decide whether it is one of our lists: all others are reported by what is
 * written.
 */
export function needsPartsOfSpeech(text: string): boolean {
  return DECIDED_BY_TAGS.test(text);
}

const DECIDED_BY_TAGS = new RegExp(`\\b(?:the\\s+(?:North|South)|${[...ALSO_PEOPLE].join('|')})\\b`);

/** Words that are names of our lists only in the right company. */
function isFalseName(lists: Gazetteer, name: string, words: readonly Word[], from: number, to: number): boolean {
  const [before, after] = [words[from - 1], words[to]];
  if (/^[Tt]he (North|South)$/.test(name))
    return (
      after !== undefined &&
      ((after.pos === 'PROPN' && /^[A-Z]/.test(after.text)) ||
        // "the South Korean port": the adjective of the State begins with the same word.
        lists.entries.has(`${name.slice(4)} ${after.text}`))
    );
  // "the National" of a newspaper's name begins "the National Bank" as well.
  if (lowered.has(name)) return after !== undefined && /^[A-Z]/.test(after.text);
  if (name === 'Time') return !isSaying(after);
  // "spokesman Gao Weimin": after an office a place of one word that another name follows is the name of its holder.
  if (
    lists.entries.get(name)?.kind === 'place' &&
    before !== undefined &&
    /^\p{Ll}/u.test(before.text) &&
    (nounList('official').has(before.lower) || nounList('titles').has(before.lower)) &&
    after?.pos === 'PROPN' &&
    /^\p{Lu}\p{Ll}/u.test(after.text)
  )
    return true;
  if (isPartOfBody(name, words, from, to)) return true;
  if (!ALSO_PEOPLE.has(name)) return false;
  const named = (word: Word | undefined) =>
    word !== undefined && word.pos === 'PROPN' && /^[A-Z][a-z]+$/.test(word.text);
  return (named(before) && from > 1) || (named(after) && !/^(Department|Republic|Group)$/.test(after!.text));
}

/** Bodies of the United Nations of whose names those of others are made: "the State Secretariat for Trade", "the National Security Council". */
const SHARED_BODIES = new Set(['Secretariat', 'Security Council', 'General Assembly']);

function isPartOfBody(name: string, words: readonly Word[], from: number, to: number): boolean {
  if (!SHARED_BODIES.has(name)) return false;
  const isCapital = (at: number) => /^\p{Lu}/u.test(words[at]?.text ?? '');
  const before = words[from - 1]?.text ?? '';
  // The first word of a sentence is written so whatever it is.
  const isOther = isCapital(from - 1) && from > 1 && !/^(U\.N\.|UN|Nations|The)$/.test(before);
  return isOther || (name === 'Secretariat' && words[to]?.lower === 'for' && isCapital(to + 1));
}

function isSaying(word: Word | undefined): boolean {
  return word !== undefined && /^(says?|said|reports?|reported|writes?|wrote|magazine)$/.test(word.lower);
}

/** The mention that covers a word, if any. */
export function mentionOf(mentions: readonly Mention[], at: number): Mention | undefined {
  return mentions.find((mention) => at >= mention.from && at < mention.to);
}

/** The State that a name, adjective or seat of government stands for, by ISO code; undefined for other names. */
export function countryOfName(name: string): string | undefined {
  gazetteer ??= loadGazetteer();
  const entry = gazetteer.entries.get(name.replace(/^the /i, ''));
  return entry !== undefined &&
    entry.country !== '' &&
    (entry.kind === 'country' || entry.kind === 'seat' || entry.kind === 'demonym')
    ? entry.country
    : undefined;
}
