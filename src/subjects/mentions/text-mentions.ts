import { paragraphsOf } from '../../claims/tokens/paragraph.ts';
import type { Span, TextLayer } from '../../documents/text/text-layer.ts';
import type { ScreeningIndex } from '../../screening/index/screening-index.ts';
import { type FoundIdentifier, findIdentifiers } from '../identifiers/find-identifiers.ts';
import { standsWith, withHolders } from '../identifiers/identifier-holder.ts';
import type { FormerName, NameMention, ShortForm, SubjectKind, TextMentions } from '../model/mention.ts';
import { bodiesInOtherScripts } from './bodies-in-other-scripts.ts';
import { type NameCandidate, WEIGHT, withoutOverlaps } from './candidate.ts';
import { descriptionsIn } from './descriptions.ts';
import { alsoCalledAmong, formerNamesAmong } from './former-names.ts';
import { namesAsListed, namesReadAsListed } from './listed-names.ts';
import { nameWords } from './name-words.ts';
import { recognisedNames } from './recognised-names.ts';
import { shipsInOtherScripts } from './ships-in-other-scripts.ts';
import { initialsOf, introducedForms, spells } from './short-forms.ts';
import { isForm, withNumeral } from './trim-name.ts';
import { textWords, WrittenNames } from './written-name.ts';

/**
 * Who and what a text names. English prose is read by the recogniser of names, words beside names and the lists; other languages by
 * the lists, the words that tell ships, and identifiers, which are found everywhere. A pure function of text and lists.
 */
export function textMentions(layer: TextLayer, lists: ScreeningIndex | null): TextMentions {
  const { text } = layer;
  const identifiers = findIdentifiers(text);
  const isFree = (span: Span): boolean =>
    !identifiers.some((other) => (other.start < span.end && span.start < other.end) || isLabel(text, span, other));
  const candidates = [
    ...recognisedNames(text, proseOf(layer)),
    ...shipsInOtherScripts(text),
    ...bodiesInOtherScripts(text),
    ...(lists === null ? [] : [...namesAsListed(text, lists), ...namesReadAsListed(text, lists)]),
  ].filter(isFree);
  const first = settle(text, candidates);
  const introduced = introducedForms(text, first);
  const all = settle(text, [...candidates, ...repeats(text, first, introduced).filter(isFree)]);
  const named = withKinds(text, all, identifiers, introduced);
  const formerNames = formerNamesAmong(text, named);
  const names = withKindsOfPresent(named, formerNames);
  return Object.freeze({
    names: Object.freeze(names),
    identifiers: Object.freeze(withHolders(text, identifiers, names, isBank)),
    shortForms: Object.freeze(shortFormsAmong(names, introduced)),
    formerNames: Object.freeze(formerNames),
    alsoCalled: Object.freeze(alsoCalledAmong(text, names)),
    described: Object.freeze(descriptionsIn(text, names)),
  });
}

/** "IMO" before a number is what the number is called, and no body. */
function isLabel(text: string, { start, end }: Span, identifier: Span): boolean {
  const gap = identifier.start - end;
  return gap >= 0 && gap <= 20 && /^(?:IMO|MMSI|IBAN)$/.test(text.slice(start, end));
}

/** Paragraphs in a language that the recogniser reads. It makes names of the capitals of headlines. */
function proseOf(layer: TextLayer): readonly Span[] {
  const unread = layer.unread?.filter(({ what }) => what === 'language') ?? [];
  if (unread.some(({ whole }) => whole)) return [];
  const foreign = unread.flatMap(({ spans }) => spans ?? []);
  return paragraphsOf(layer).filter(
    ({ headline, start, end }) =>
      !headline &&
      isMostlyLatin(layer.text.slice(start, end)) &&
      !foreign.some((span) => span.start < end && start < span.end),
  );
}

function isMostlyLatin(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return (text.match(/\p{Script=Latin}/gu)?.length ?? 0) > letters / 2;
}

/** The names among candidates: the firm ones, and what is a form of one of them. */
function settle(text: string, candidates: readonly NameCandidate[]): readonly NameCandidate[] {
  const apart = withoutOverlaps(candidates);
  const firm = apart.filter((one) => one.firm);
  const forms = new Set(firm.flatMap(({ start, end }) => partsOf(text.slice(start, end))));
  return apart.filter((one) => one.firm || forms.has(text.slice(one.start, one.end)));
}

/** What a long name is called for short: its beginnings and its last word. */
function partsOf(name: string): readonly string[] {
  const words = textWords(name);
  if (words.length < 2) return [name];
  const ends = words.slice(0, -1).map(({ end }) => name.slice(0, end));
  return [name, ...ends, name.slice(words.at(-1)!.start)].filter((part) => part.length > 2);
}

/** Where the text gives a known name again: whole, in its short form, or a person by one word of the name. */
function repeats(
  text: string,
  names: readonly NameCandidate[],
  introduced: ReturnType<typeof introducedForms>,
): readonly NameCandidate[] {
  const wanted = new WrittenNames<SubjectKind | null>();
  const add = (name: string, kind: SubjectKind | null): void => wanted.add(name, kind);
  for (const { start, end, kind } of names) {
    const name = text.slice(start, end);
    add(name, kind);
    if (kind === 'person') for (const word of shortPersonNames(name)) add(word, kind);
  }
  for (const { short } of introduced) add(short, 'organisation');
  const bodies = names.filter(({ kind }) => kind === 'organisation').map(({ start, end }) => text.slice(start, end));
  for (const [word] of text.matchAll(/(?<![\p{L}\p{N}])\p{Lu}{3,6}(?![\p{L}\p{N}])/gu))
    if (
      new Set(
        bodies.filter((name) => textWords(name).length >= 3 && spells(word, name) && initialsOf(name).startsWith(word)),
      ).size === 1
    )
      add(word, 'organisation');
  return [...wanted.find(text)]
    .filter((span) => !isAnothersSurname(text, span))
    .map(({ start, end, value }) => ({
      ...withNumeral(text, { start, end }),
      sign: 'repeat',
      kind: value,
      weight: WEIGHT.label / 2,
      firm: true,
    }));
}

/** "Адвокат Ирина Толмачёва": one word of a known name after somebody else's given name. What begins a sentence may be a title. */
function isAnothersSurname(text: string, { start, end }: Span): boolean {
  if (!/^\p{Script=Cyrillic}+$/u.test(text.slice(start, end))) return false;
  return /\p{L}[,]? \p{Lu}\p{Ll}+ $/u.test(text.slice(Math.max(0, start - 30), start));
}

const FEWEST_LETTERS = 3;

/** Words by which a text may call a person whom it has named in full. */
function shortPersonNames(name: string): readonly string[] {
  const words = textWords(name).map(({ text }) => text);
  if (words.length < 2) return [];
  return [words[0]!, words.at(-1)!].filter(
    (word) =>
      word.length >= FEWEST_LETTERS &&
      !nameWords().nouns.has(word.toLowerCase()) &&
      !/^\p{Script=Hangul}|^\p{Script=Han}/u.test(word),
  );
}

/** One name is of one kind in one text: the votes of all its places, and of the identifiers beside it, are counted together. */
function withKinds(
  text: string,
  names: readonly NameCandidate[],
  identifiers: readonly FoundIdentifier[],
  introduced: ReturnType<typeof introducedForms>,
): NameMention[] {
  const votes = new Map<string, Map<SubjectKind, number>>();
  const vote = (name: string, kind: SubjectKind, weight: number): void => {
    const known = votes.get(name) ?? new Map<SubjectKind, number>();
    votes.set(name, known.set(kind, (known.get(kind) ?? 0) + weight));
  };
  for (const one of names) if (one.kind !== null) vote(keyOf(text, one), one.kind, one.weight);
  for (const identifier of identifiers) {
    const beside = names.filter(({ end }) => end <= identifier.start).at(-1);
    if (beside === undefined || !standsWith(text, beside, identifier)) continue;
    const kind = KIND_OF_SCHEME[identifier.scheme];
    if (kind !== undefined) vote(keyOf(text, beside), kind, WEIGHT.number);
  }
  const kinds = new Map([...votes].map(([name, counted]) => [name, [...counted].sort((a, b) => b[1] - a[1])[0]![0]]));
  // A short form is of the kind of what it is short for.
  for (const { short, long } of introduced) kinds.set(short, kinds.get(long) ?? 'organisation');
  const longer = (name: string): SubjectKind | undefined => {
    const whole = [...kinds.keys()].filter((other) => other !== name && partsOf(other).includes(name));
    const found = new Set(whole.map((other) => kinds.get(other)));
    return found.size === 1 ? [...found][0] : undefined;
  };
  return names.map((one) => {
    const name = keyOf(text, one);
    const weight = Math.max(0, ...(votes.get(name)?.values() ?? []));
    const kind = (weight < WEIGHT.form ? longer(name) : undefined) ?? kinds.get(name) ?? 'organisation';
    return Object.freeze({
      start: one.start,
      end: one.end,
      text: text.slice(one.start, one.end),
      kind,
      sign: one.sign,
    });
  });
}

/** A name that something bore before is of its kind. */
function withKindsOfPresent(names: readonly NameMention[], formerNames: readonly FormerName[]): readonly NameMention[] {
  if (formerNames.length === 0) return names;
  const kinds = new Map(names.map(({ text, kind }) => [text, kind]));
  const former = new Map(
    formerNames.flatMap(({ former: name, present }) => (kinds.has(present) ? [[name, kinds.get(present)!]] : [])),
  );
  return names.map((one) => {
    const kind = former.get(one.text);
    return kind === undefined || kind === one.kind ? one : Object.freeze({ ...one, kind });
  });
}

function keyOf(text: string, { start, end }: Span): string {
  return text.slice(start, end).replace(/\s+/g, ' ');
}

const KIND_OF_SCHEME: Readonly<Record<string, SubjectKind>> = {
  imo: 'vessel',
  mmsi: 'vessel',
  'call-sign': 'vessel',
  passport: 'person',
  'imo-company': 'organisation',
};

function isBank(name: string): boolean {
  return textWords(name).some(({ text }) => nameWords().banks.has(text.toLowerCase()) && !isForm(text));
}

/** Short forms with the name that they are for, where exactly one name of the text has those initials. */
function shortFormsAmong(names: readonly NameMention[], introduced: readonly ShortForm[]): readonly ShortForm[] {
  const found = new Map(introduced.map(({ short, long }) => [short, long]));
  const bodies = [...new Set(names.filter(({ kind }) => kind === 'organisation').map(({ text }) => text))];
  for (const short of bodies.filter((name) => /^\p{Lu}{2,6}$/u.test(name) && !found.has(name))) {
    const longs = bodies.filter((name) => textWords(name).length >= 3 && spells(short, name));
    if (longs.length === 1) found.set(short, longs[0]!);
  }
  return [...found].map(([short, long]) => Object.freeze({ short, long }));
}
