import { attributionList } from '../lexicon/attribution-list.ts';
import { nounList } from '../lexicon/vocabulary.ts';
import type { Claimant } from '../model/claim.ts';
import { findPersonNames } from '../names/person-name.ts';
import { nounPhraseAt } from '../names/phrase.ts';
import { countryOf } from '../names/speaker-phrase.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { childBy, childrenBy } from '../syntax/phrase-span.ts';
import { sourceAt } from './speaker/source-phrase.ts';
import { readSpeaker } from './speaker/speaker.ts';
import type { SpeakerContext } from './speaker/speaker-context.ts';

/** "Explanation of vote by Ambassador X", "Remarks by Minister Y", "Press Statement of X": how a speech printed in full is headed. */
const HEADED =
  /^(?:(?:joint|opening|closing|press|full|written|introductory|prepared|national) )?(?:statement|remarks|speech|address|explanation of (?:vote|position)|testimony|message|keynote|intervention|press conference|press statement|interview|briefing)(?: \([^)]*\))?(?: delivered| made| given)? (?:by|of|from|with) /i;
/** "Identical letters dated 30 May 2022 from the Permanent Representative of Yemen": whose letter is printed in full. */
const LETTER =
  /^(?:identical |joint )?(?:letters?|notes? verbales?|communications?|memorand(?:um|a))(?: dated [^,]{3,40}?)? from (?=the )/i;
/** "The following is a near-verbatim transcript of today's briefing by X": who speaks where no label says so. */
const TRANSCRIPT =
  /^the following is (?:an? |the )?[^.]{0,40}?\btranscript of [^.]{0,80}? (?:by|of|with) (?=\p{Lu}|the )/iu;

/** "Final report of the Panel of Experts on Yemen submitted pursuant to": whose report is printed in full, whoever issued it. */
const REPORT =
  /^(?:(?:final|midterm|interim|first|second|third|annual|updated?) )*report of (?=the (?:Panel|Group|Monitoring|Commission|Mission|Independent|Analytical|Team))/i;

/** A document of an assembly names session, agenda item and subject before the letter that it prints. */
const LAST_OF_HEAD = 10;

/** Who is named at a place of the line that heads a text: of an office at a mission or embassy the State for which it writes. */
function writerAt(sentence: ParsedSentence, start: number, context: SpeakerContext): Claimant | undefined {
  const from = sentence.words.findIndex((word) => word.start >= start);
  const addressed = sentence.words.findIndex(({ lower }, at) => at > from && /^(addressed|to)$/.test(lower));
  const state = sentence.mentions.find((one) => one.kind === 'country' && one.from > from && one.to <= addressed);
  if (state !== undefined)
    return isMatterOf(sentence, state.from)
      ? bodyAt(sentence, start, context)
      : { name: state.text, kind: 'state', country: state.country };
  const run = from < 0 ? undefined : nounPhraseAt(sentence.words, from);
  if (run === undefined) return undefined;
  const { claimant } = readSpeaker(sentence, run, undefined, context);
  return claimant.kind === 'unnamed' ? undefined : claimant;
}

/** "the Panel of Experts on South Sudan", "the Committee concerning Libya": the State that a body is concerned with has written nothing. */
function isMatterOf({ words }: ParsedSentence, state: number): boolean {
  const before = words[state - 1]?.lower === 'the' ? state - 2 : state - 1;
  return /^(on|concerning|regarding|about|for|in)$/.test(words[before]?.lower ?? '');
}

/** The body that is named at a place of the line, with what it is concerned with. */
function bodyAt(sentence: ParsedSentence, start: number, context: SpeakerContext): Claimant | undefined {
  const from = sentence.words.findIndex((word) => word.start >= start);
  const run = from < 0 ? undefined : nounPhraseAt(sentence.words, from);
  if (run === undefined) return undefined;
  const { claimant } = readSpeaker(sentence, run, undefined, context);
  return claimant.kind === 'un-body' ? claimant : undefined;
}

/** "We" is the delegation that the person speaks for, and one "I" a courtesy; who says "I" again speaks for themself. */
const SINGULAR = /(?:^|[\s“(])I(?=[\s'’])/g;

/**
 * The person by whom a text is headed, when it goes on in the first person: its paragraphs are what they say. Looked for in
 * the first paragraphs only; below them such a line is a link or a caption.
 */
export function headedBy(
  sentence: ParsedSentence,
  index: number,
  rest: string,
  context: SpeakerContext,
): Claimant | undefined {
  const { words, mentions, text } = sentence;
  const first = words[0];
  const last = words[words.length - 1];
  if (index > LAST_OF_HEAD || first === undefined || last === undefined) return undefined;
  const line = text.slice(first.start, last.end);
  const written = LETTER.exec(line) ?? TRANSCRIPT.exec(line);
  const reported = REPORT.exec(line);
  if (reported !== null) return bodyAt(sentence, first.start + reported[0].length, context);
  if (written !== null) return writerAt(sentence, first.start + written[0].length, context);
  if (index > 3) return undefined;
  const head = HEADED.exec(line);
  if (head === null || (rest.match(SINGULAR) ?? []).length < 2) return undefined;
  const from = words.findIndex((word) => word.start >= first.start + head[0].length);
  const person = findPersonNames(words, mentions, { from: Math.max(from, 0), to: words.length }).find(
    ({ title, name }) => title.length > 0 && name.includes(' '),
  );
  if (from < 0 || person === undefined || person.from > from + 12) return undefined;
  const state = mentions.find(({ from: at, country }) => country !== '' && at >= from && at <= person.to + 3);
  const { name, country } = context.people.add(person.name, state?.country ?? context.home, person.title);
  return country === undefined ? { name, kind: 'person' } : { name, kind: 'person', country };
}

/**
 * "X issued the following press statement on Friday.", "X put out this statement of the Council today:" as the last sentence of
 * a paragraph: the paragraphs that follow are what X, or the body whose statement it is, says, although no quotation mark shows
 * it. Undefined where no such sentence stands.
 */
export function issuedHere(sentences: readonly ParsedSentence[], context: SpeakerContext): Claimant | undefined {
  const sentence = sentences[sentences.length - 1];
  if (sentence === undefined) return undefined;
  const { words } = sentence;
  const clause = sentence.clauses.find(
    (one) => one.form === 'finite' && attributionList('issues').has(one.lemma) && !one.passive,
  );
  if (clause?.subject === undefined) return undefined;
  const noun = words.findIndex(
    ({ lower }, at) => at > clause.head && at <= clause.head + 7 && attributionList('printed-statements').has(lower),
  );
  if (noun < 0) return undefined;
  const lead = words.slice(clause.head + 1, noun).map(({ lower }) => lower);
  const announced = lead.includes('following') || (lead.includes('this') && words.at(-1)?.text === ':');
  if (!announced) return undefined;
  const of = childrenBy(sentence, noun, 'prep').find((at) => words[at]!.lower === 'of');
  const owner = of === undefined ? undefined : childBy(sentence, of, 'pobj');
  const { claimant } = sourceAt(sentence, owner === undefined ? clause.subject : { head: owner, link: 'own' }, context);
  return claimant.kind === 'unnamed' ? undefined : claimant;
}

/** "I" behind a noun is a number ("Annex I", "phase I"). */
const FIRST_PERSON =
  /(?:^|[^\p{L}])(?:[Ww]e|[Oo]ur|[Mm]y)(?![\p{L}.])|(?:^|[.!?,;:—–]\s+|(?:^|\s)(?:and|but|or|so|that|as|when|if|which|what|where|who|whom|while|because|since|how|before|after|than)\s)I(?=\s\p{Ll}|['’])/iu;
const IN_MARKS = /["“][^"“”]*(?:["”]|$)/gu;
/** Nothing but one quotation. */
const ALL_IN_MARKS = /^["“][^"“”]*["”]?$/u;

/**
 * "Mette Dahl, Minister for Trade": a line of its own below words in the first person or in marks, which says whose they are.
 * Undefined where the line is no such signature, or where nothing in what stands above it is said by anybody.
 */
export function signedBy(line: ParsedSentence, above: string, context: SpeakerContext): Claimant | undefined {
  const { words, mentions } = line;
  if (!line.headline || line.clauses.length > 0) return undefined;
  // What a witness says within marks makes no statement of the rest.
  if (!FIRST_PERSON.test(above.replace(IN_MARKS, '')) && !ALL_IN_MARKS.test(above.trim())) return undefined;
  const from = words.findIndex(({ text }) => /\p{L}/u.test(text));
  const run = { from: Math.max(from, 0), to: words.length };
  const person = findPersonNames(words, mentions, run).find(({ first, name }) => first === from && name.includes(' '));
  if (person === undefined || words[person.to]?.text !== ',') return undefined;
  const office = { from: person.to + 1, to: words.length };
  const title = words
    .slice(office.from)
    .filter(({ lower }) => nounList('official').has(lower) || nounList('titles').has(lower));
  if (title.length === 0) return undefined;
  const known = context.people.add(
    person.name,
    countryOf(line, office, undefined),
    title.map(({ lower }) => lower),
  );
  return known.country === undefined
    ? { name: known.name, kind: 'person' }
    : { name: known.name, kind: 'person', country: known.country };
}
