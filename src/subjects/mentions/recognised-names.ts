import { nounList } from '../../claims/lexicon/vocabulary.ts';
import { findMentions, type Mention } from '../../claims/names/mention.ts';
import { findVessels } from '../../claims/names/vessel-name.ts';
import { splitSentences } from '../../claims/tokens/sentence.ts';
import { cutIntoWords } from '../../claims/tokens/token.ts';
import type { Word } from '../../claims/tokens/word.ts';
import type { Span } from '../../documents/text/text-layer.ts';
import { foldLatin } from '../../screening/script/fold.ts';
import { worldNames } from '../../screening/words/vocabulary.ts';
import { loadRecognizer } from '../../syntax/recognizer.ts';
import { tokenize } from '../../syntax/tokens/tokenizer.ts';
import type { SubjectKind } from '../model/mention.ts';
import { type NameCandidate, WEIGHT } from './candidate.ts';
import { nameWords } from './name-words.ts';
import { namesByApposition } from './stated-bodies.ts';
import { isForm, trimName, withForms, withNumeral, withoutOthers } from './trim-name.ts';

/** Labels of the recogniser that may be of a name of ours, with what they say of its kind. */
const LABELS: Readonly<Record<string, SubjectKind | null>> = {
  PERSON: 'person',
  ORG: 'organisation',
  FAC: null,
  GPE: null,
  LOC: null,
  PRODUCT: null,
  WORK_OF_ART: null,
};

/** How sure the recogniser must be of a single word that nothing else says is a name. */
const SURE_OF_ONE_WORD = 0.97;

/** Kinds of the vocabulary of bodies that are subjects; States, peoples and cities are none. */
const BODIES = new Set(['un-body', 'intergovernmental', 'state-organ', 'ngo', 'company', 'newsroom', 'armed-group']);

type Sentence = { readonly span: Span; readonly words: readonly Word[]; readonly places: readonly Mention[] };

/** Names in English prose, by the recogniser, the vocabulary of bodies and words that tell ships. */
export function recognisedNames(text: string, paragraphs: readonly Span[]): readonly NameCandidate[] {
  const sentences = paragraphs.flatMap((paragraph) =>
    splitSentences(text, paragraph).map((span): Sentence => {
      const words = cutIntoWords(text, span.start, span.end);
      return { span, words, places: findMentions(text, words) };
    }),
  );
  return [
    ...sentences.flatMap((sentence) => entitiesIn(text, sentence)),
    ...sentences.flatMap((sentence) => bodiesIn(sentence)),
    ...sentences.flatMap(({ span }) => namesByApposition(text, span)),
    ...vesselsIn(text, sentences),
  ];
}

function entitiesIn(text: string, { span, words, places }: Sentence): readonly NameCandidate[] {
  const cut = tokenize(text, span.start, span.end);
  const found: NameCandidate[] = [];
  for (const { start, end, label, share } of loadRecognizer().recognize(cut.words, cut.spaces) ?? []) {
    const kind = LABELS[label];
    if (kind === undefined) continue;
    const raw = { start: cut.starts[start]!, end: cut.starts[end - 1]! + cut.words[end - 1]!.length };
    const trimmed = trimName(text, withoutOthers(text, raw), { titles: label === 'PERSON', ship: true });
    const bare = withForms(text, { ...trimmed, start: afterOwner(text, words, places, trimmed) });
    const own = withNumeral(text, label === 'PERSON' ? withFamilyName(text, bare) : bare);
    const name = text.slice(own.start, own.end);
    const isThe = /(?<!\p{L})the $/iu.test(text.slice(Math.max(span.start, own.start - 5), own.start));
    if (!isNameLike(name) || isPlace(words, places, own) || isDateline(text, span, own)) continue;
    const byWords = (isThe ? kindBehindArticle(name) : undefined) ?? kindByWords(name);
    // Nobody is called "the Silver Petrel".
    const stated =
      byWords === 'person' && isThe
        ? undefined
        : (byWords ?? (kind !== null && followsTitle(text, span, own.start) ? 'person' : undefined));
    const firm = /\s/.test(name)
      ? kind !== null || stated !== undefined
      : stated === 'person' || (kind !== null && share >= SURE_OF_ONE_WORD) || isAbbreviation(name, label, share);
    const weight = stated === undefined ? WEIGHT.label * share : WEIGHT.form;
    found.push({
      ...own,
      sign: 'recogniser',
      kind: stated ?? (isThe && kind === 'person' ? null : kind),
      weight,
      firm,
    });
  }
  return found;
}

/** "Seoul's Defence Committee": the State or city whose body it is stands before the name. */
function afterOwner(text: string, words: readonly Word[], places: readonly Mention[], { start, end }: Span): number {
  const owner = places.find(({ from, kind }) => words[from]!.start === start && PLACES.has(kind));
  const cut = owner === undefined ? null : /^['’]s?\s+(?=\p{Lu})/u.exec(text.slice(words[owner.to - 1]!.end, end));
  return owner === undefined || cut === null ? start : words[owner.to - 1]!.end + cut[0].length;
}

const PLACES: ReadonlySet<string> = new Set(['country', 'demonym', 'seat', 'place']);

const FORM_OF_ADDRESS = /^(?:mr|mrs|ms|dr|prof|capt|gen|col|lt|maj|adm)$/;

/** Whether an office or a form of address stands right before a name. */
function followsTitle(text: string, sentence: Span, at: number): boolean {
  const before = /([\p{L}.-]+)\s+$/u.exec(text.slice(Math.max(sentence.start, at - 24), at))?.[1]?.toLowerCase() ?? '';
  const word = before.replace(/\.$/, '');
  return FORM_OF_ADDRESS.test(word) || OFFICES.has(word);
}

/** Words of offices that stand before a person's name and no other. */
const OFFICES = new Set(
  'president minister ambassador secretary captain colonel general admiral director chairman chairwoman spokesman spokeswoman spokesperson senator governor mayor professor judge commander premier chancellor envoy sheikh engineer'.split(
    ' ',
  ),
);

/** KOMID, SGTC: capitals that the recogniser takes for a body. */
function isAbbreviation(name: string, label: string, share: number): boolean {
  return label === 'ORG' && share >= 0.6 && /^\p{Lu}{3,6}$/u.test(name);
}

/** "OTTAWA (Agency) –": a place and no body. */
function isDateline(text: string, sentence: Span, { start, end }: Span): boolean {
  return (
    start === sentence.start &&
    /^\p{Lu}+$/u.test(text.slice(start, end)) &&
    /^\s?[,(–—-]/.test(text.slice(end, end + 2))
  );
}

/** A name has a capital or a script without them, more than marks, and is no noun that stands for what was named before. */
function isNameLike(name: string): boolean {
  if (
    !/^[\p{Script=Latin}\p{N}"“‘']/u.test(name) ||
    !/\p{Lu}\p{L}|\p{Lu}\./u.test(name) ||
    name.length > 120 ||
    /[0-9]{5,}|https?:|@|\n\s*\n/.test(name)
  )
    return false;
  return !name
    .toLowerCase()
    .split(/[\s.-]+/)
    .filter((word) => word !== '')
    .every(
      (word) =>
        nameWords().nouns.has(word) || /^[0-9]+$/.test(word) || word === 'of' || word === 'and' || word === 'the',
    );
}

/** Whether all of a span is the name or adjective of a State, its seat, or a city. */
function isPlace(words: readonly Word[], places: readonly Mention[], { start, end }: Span): boolean {
  return places.some(
    ({ from, to, kind }) => words[from]!.start <= start && end <= words[to - 1]!.end && PLACES.has(kind),
  );
}

/** Words and a number behind an article are a ship: "the Pyol Bit 2". */
function kindBehindArticle(name: string): SubjectKind | undefined {
  return /^(?:\p{Lu}[\p{L}'’-]+ ){2,3}[0-9]{1,3}$/u.test(name) && kindByWords(name) === undefined
    ? 'vessel'
    : undefined;
}

/** The recogniser leaves out a Korean family name of one letter: "O Myong Chol". */
function withFamilyName(text: string, { start, end }: Span): Span {
  const isGiven = /^\p{Lu}\p{Ll}{1,5}[ -]\p{L}\p{Ll}{1,5}$/u.test(text.slice(start, end));
  return isGiven && /(?<![\p{L}.])[OU] $/u.test(text.slice(Math.max(0, start - 3), start))
    ? { start: start - 2, end }
    : { start, end };
}

/** What the words of a name say it names. */
export function kindByWords(name: string): SubjectKind | undefined {
  const words = name.toLowerCase().split(/[\s,]+/);
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (words.length < 2) return undefined;
  if (/^(?:\p{Lu}\.[ -]?)+\p{Lu}[\p{L}'’-]+$/u.test(name)) return 'person';
  if (words.some(isForm)) return 'organisation';
  const { places, bodies } = nameWords();
  // "Port of Tarsun", "Wharf 6", "Kholmsky Terminal".
  if (places.has(last) || places.has(first)) return 'place';
  const tells = (word: string): boolean => bodies.has(word) || BODY_LISTS.some((list) => nounList(list).has(word));
  if (tells(last) || (words.length > 2 && tells(first))) return 'organisation';
  return worldNames().has(foldLatin(words[0]!)) ? 'person' : undefined;
}

const BODY_LISTS = ['name-company', 'name-organ', 'name-ngo', 'name-newsroom'];

function bodiesIn({ words, places }: Sentence): readonly NameCandidate[] {
  return places
    .filter(({ kind, text }) => BODIES.has(kind) && /\p{Lu}/u.test(text))
    .map(({ from, to }) => ({
      start: words[from]!.start,
      end: words[to - 1]!.end,
      sign: 'vocabulary',
      kind: 'organisation',
      weight: WEIGHT.form,
      firm: true,
    }));
}

/** A noun of ships after a name: "the Amira Dawn, a small product tanker". */
const SHIP_AFTER =
  /^,? (?:an?|the) (?:[\p{L}-]+ ){0,4}(?:vessel|tanker|ship|freighter|carrier|trawler|bulker|barge|coaster|dhow|yacht)(?![\p{L}])/u;
/** Where only a ship can be named: "aboard the Amira Dawn". */
const ABOARD =
  /(?:aboard|on board|hull of|crew of|master of|captain of|stern of|sailed as|(?:vessel|tanker|ship|freighter|carrier|trawler|barge|boat) (?:called|named)|IMO [0-9]{7}[^.\n]{0,60}, ex) (?:the )?$/;
const SHIP_NAME = /^(?:\p{Lu}[\p{L}'’-]+)(?: \p{Lu}[\p{L}'’-]+){0,3}(?: [0-9]{1,3}(?![0-9.,]))?/u;

/** Ships by the words beside them; a name that the text has given a ship once is one wherever it stands. */
function vesselsIn(text: string, sentences: readonly Sentence[]): readonly NameCandidate[] {
  const known = new Set<string>();
  const find = ({ span, words, places }: Sentence): Span[] => [
    ...findVessels(text, words, places, known).map(({ from, to }) => ({
      start: words[from]!.start,
      end: words[to - 1]!.end,
    })),
    ...words.flatMap(({ start }, at) => {
      const end = start + (SHIP_NAME.exec(text.slice(start, Math.min(span.end, start + 60)))?.[0].length ?? 0);
      const starts =
        end > start &&
        !/^The$/.test(words[at]!.text) &&
        !/^\p{Lu}/u.test(words[at - 1]?.text.replace(/^The$/, '') ?? '');
      const stated =
        starts &&
        (SHIP_AFTER.test(text.slice(end, Math.min(span.end, end + 60))) ||
          ABOARD.test(text.slice(Math.max(span.start, start - 90), start)));
      return stated && !isPlace(words, places, { start, end }) ? [{ start, end }] : [];
    }),
  ];
  const trimmed = (sentence: Sentence): Span[] =>
    find(sentence).map((whole) => withNumeral(text, trimName(text, whole, { titles: false, ship: true })));
  for (const sentence of sentences) for (const { start, end } of trimmed(sentence)) known.add(text.slice(start, end));
  return sentences.flatMap((sentence) =>
    trimmed(sentence)
      .filter(({ start, end }) => isNameLike(text.slice(start, end)))
      .map((span) => ({ ...span, sign: 'cue', kind: 'vessel', weight: WEIGHT.cue, firm: true }) as const),
  );
}
