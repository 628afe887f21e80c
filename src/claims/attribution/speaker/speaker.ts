import { attributionList } from '../../lexicon/attribution-list.ts';
import { nounList } from '../../lexicon/vocabulary.ts';
import type { Claimant } from '../../model/claim.ts';
import { officeAtHome } from '../../names/home-country.ts';
import { findPersonNames, type PersonName, titleWordsOf } from '../../names/person-name.ts';
import type { Run } from '../../names/phrase.ts';
import { nominative } from '../../names/pronoun.ts';
import {
  countryOf,
  type FoundSpeaker,
  headOf,
  makeClaimant,
  type Resolution,
  type Sentence,
  type Speaker,
  stripDeterminer,
} from '../../names/speaker-phrase.ts';
import type { Word } from '../../tokens/word.ts';
import { isBodyByApposition, isBodyNoun } from './body-noun.ts';
import { describedIn } from './described-speaker.ts';
import { isOrganisationName, namedInApposition, organisationIn } from './organisation.ts';
import type { SpeakerContext } from './speaker-context.ts';

/**
 * Reads a noun phrase as a claimant. What it cannot tell stays `unnamed` with the phrase as its name: an unresolved
 * claimant can be put right by a reader, a wrong one misleads.
 */
export function readSpeaker(
  sentence: Sentence,
  run: Run,
  apposition: Run | undefined,
  context: SpeakerContext,
): Speaker {
  const { words } = sentence;
  const whole: Run =
    apposition === undefined ? run : { from: Math.min(run.from, apposition.from), to: Math.max(run.to, apposition.to) };
  const of = (claimant: Claimant, resolution: Resolution, rule: string): Speaker => ({
    claimant,
    plural: false,
    resolution,
    rule,
    run,
  });
  if (run.to - run.from === 1 && words[run.from]!.pos === 'PRON') {
    const antecedent = antecedentAt(sentence, run, context);
    const plural = words[run.from]!.lower === 'they';
    return antecedent === undefined ||
      (plural && namesOthersBefore(sentence, run.from, antecedent)) ||
      isOfPaper(sentence, run, context)
      ? of({ name: 'unnamed', kind: 'unnamed' }, 'open-pronoun', 'pronoun-unresolved')
      : { ...of(antecedent, 'described', 'pronoun'), plural, carried: true };
  }
  // "Times said" after "Anna Times, the envoy": a known person goes before a newsroom of that name.
  const sole =
    run.to - run.from === 1 && /^\p{Lu}/u.test(words[run.from]!.text)
      ? context.people.find(words[run.from]!.text)
      : undefined;
  if (sole !== undefined && sentence.mentions.some(({ from, kind }) => from === run.from && kind === 'newsroom'))
    return of(makeClaimant(sole.name, 'person', sole.country), 'person', 'person-known');
  const short = shortIn(sentence, run, context);
  if (short !== undefined) return of(short, 'described', 'abbreviation');
  const person = isBodyByApposition(words, run, apposition) ? undefined : personIn(sentence, run, apposition, context);
  if (person !== undefined) return { ...person, run };
  const organisation =
    organisationIn(sentence, run, apposition, whole, context) ??
    namedInApposition(sentence, run, nameBehind(sentence, run) ?? apposition, context);
  if (organisation !== undefined) return { ...organisation, run };
  const read = (inner: Run) => readSpeaker(sentence, inner, undefined, context);
  return { ...describedIn(sentence, run, apposition, context, read), run };
}

/**
 * Whom a pronoun means. "President Ruiz could visit Lomé this year, he said": who is told of by name in what is said would not be named there
 * by themself, so that whoever the text told of before is meant, or nobody known.
 */
function antecedentAt(sentence: Sentence, { from }: Run, context: SpeakerContext): Claimant | undefined {
  const { words, mentions } = sentence;
  const { lower } = words[from]!;
  const meant = context.pronoun(nominative(lower));
  if (meant === undefined || !/^(he|she)$/.test(lower) || words[from - 1]?.text !== ',') return meant;
  const named = findPersonNames(words, mentions, { from: 0, to: from - 1 });
  const isNamed = ({ name }: Claimant) => named.some((one) => one.name === name);
  return isNamed(meant) ? context.personBefore(lower, isNamed) : meant;
}

/** "the organisation Free the Wild Routes": the words of a name behind what its bearer is, which the parser need not take for one. */
function nameBehind({ words, mentions }: Sentence, run: Run): Run | undefined {
  const noun = words[run.to - 1];
  if (noun === undefined || /^\p{Lu}/u.test(noun.text) || !isBodyNoun(noun.lower)) return undefined;
  let to = run.to;
  while (/^(\p{Lu}|&$|(?:of|the|for|and)$)/u.test(words[to]?.text ?? '')) to++;
  while (to > run.to && !/^\p{Lu}/u.test(words[to - 1]!.text)) to--;
  if (to - run.to < 2 || !/^\p{Lu}/u.test(words[run.to]!.text)) return undefined;
  // "the group President Obama led": who led it.
  const led = findPersonNames(words, mentions, { from: run.to, to }).some(({ title }) => title.length > 0);
  return led ? undefined : { from: run.to, to };
}

/** "the PoE", "the JCS": a short form that the text introduced, and no name that our lists hold. */
function shortIn(sentence: Sentence, run: Run, context: SpeakerContext): Claimant | undefined {
  const bare = stripDeterminer(sentence.words, run);
  if (bare.to - bare.from !== 1) return undefined;
  if (sentence.mentions.some((mention) => mention.from === bare.from && mention.to === bare.to)) return undefined;
  return context.findShort(sentence.words[bare.from]!.text);
}

/** "the vessel that the Houthis sank, which they claimed": who is named in the sentence itself may be meant as well as who spoke before. */
function namesOthersBefore({ mentions, quoted }: Sentence, pronoun: number, { name, country }: Claimant): boolean {
  // Of whom somebody speaks within marks does not speak these words.
  const before = mentions.filter(
    ({ from, to, kind }) => to <= pronoun && kind !== 'place' && kind !== 'demonym' && quoted?.[from] !== true,
  );
  const isMeant = (mention: (typeof before)[number]) =>
    name.includes(mention.text) || (mention.country !== '' && mention.country === country);
  return before.length > 0 && !before.some(isMeant);
}

/**
 * "It says", "they show", "according to it" after a study or figures: these may be meant as well as a body that spoke. Whoever
 * speaks said it; a paper says and shows it still.
 */
function isOfPaper({ words }: Sentence, run: Run, context: SpeakerContext): boolean {
  const pronoun = words[run.from]!.lower;
  if (!/^(it|they|them)$/.test(pronoun) || !context.mayBePaper(pronoun !== 'it')) return false;
  const verb = words.slice(run.to, run.to + 4).find(({ pos }) => pos === 'VERB' || pos === 'AUX');
  return (
    verb === undefined ||
    verb.lower === verb.lemma ||
    verb.lower.endsWith('s') ||
    attributionList('shows').has(verb.lemma)
  );
}

function personIn(
  sentence: Sentence,
  run: Run,
  apposition: Run | undefined,
  context: SpeakerContext,
): FoundSpeaker | undefined {
  const inRun = findPersonNames(sentence.words, sentence.mentions, run);
  const named = apposition === undefined ? [] : findPersonNames(sentence.words, sentence.mentions, apposition);
  // "Members of the committee, A of one party and B of another, said": the members speak, not the first of them.
  const several =
    apposition !== undefined &&
    sentence.words.slice(apposition.from, apposition.to).some((word) => word.lower === 'and') &&
    /[^s]s$/.test(sentence.words[headOf(sentence.words, run)]?.lower ?? '');
  const inApposition = several ? [] : named;
  // The name closes its phrase ("Foreign Minister Dmytro Kuleba") or opens it ("Robert Wood of the U.S. mission").
  const name =
    inRun.find((candidate) => candidate.to === run.to || isFollowedByPlace(sentence.words, candidate, run)) ??
    (isOffice(sentence.words, run) || isWholeName(inApposition, apposition)
      ? (inApposition.find((candidate) => candidate.from <= apposition!.from + 5 && candidate.name.includes(' ')) ??
        inApposition.find((candidate) => candidate.from <= apposition!.from + 4))
      : undefined);
  if (name === undefined) return undefined;
  // "the Committee for the Monitoring of Transport, Goods and Ports": capitalised words of an organ's name are no people.
  const bare = stripDeterminer(sentence.words, run);
  const organ = sentence.words.findIndex(
    ({ text, lower }, i) =>
      i >= bare.from &&
      i < name.from &&
      /^\p{Lu}/u.test(text) &&
      nounList('name-organ').has(lower) &&
      /^(of|for|on)$/.test(sentence.words[i + 1]?.lower ?? ''),
  );
  const list = sentence.words.slice(Math.max(organ, 0), name.from).some(({ text }) => text === ',');
  if (
    organ >= 0 &&
    name.to <= run.to &&
    (organ === bare.from || list) &&
    sentence.words.slice(organ, name.from).every(({ text }) => /^(\p{Lu}.*|of|for|on|the|and|,)$/u.test(text))
  )
    return undefined;
  const before = sentence.words[name.from - 1]?.lower;
  // "a senior adviser to President X said": the adviser speaks.
  const lead = sentence.words[name.first - 1]?.lower ?? '';
  if (
    name.title.length > 0 &&
    name.first > run.from &&
    name.to <= run.to &&
    /^(of|for|to|from|with|by|against|on)$/.test(lead)
  )
    return undefined;
  const asBody = isOrganisationName(name.name);
  if (asBody !== undefined && (name.title.length === 0 || asBody === 'company')) return undefined;
  // "the Digital Commons", "Caribbean Arms Watch": an article before or a body's word after makes no person.
  if (name.title.length === 0 && /^the$/i.test(before ?? '')) return undefined;
  if (
    isOrganisationName(`${name.name} ${sentence.words[name.to]?.text ?? ''}`) !== undefined &&
    /^[A-Z]/.test(sentence.words[name.to]?.text ?? '')
  )
    return undefined;
  // "the daily Helsingin Uutiset", "environmental group Baltic Lookout": the noun says that a body is named.
  if (name.title.length === 0 && name.from > run.from && isBodyNoun(before ?? '')) return undefined;
  // "Dubai-based Delphin Marine": where somebody sits stands before a calling and its name, or before a body.
  if (name.title.length === 0 && /-(?:based|owned|registered|run)$/.test(before ?? '')) return undefined;
  const single = !name.name.includes(' ');
  // "the National Resistance": what a body is called, and no office.
  if (single && name.title.every((word) => /^(national|international)$/.test(word)) && name.title.length > 0)
    return undefined;
  const known = context.people.find(name.name);
  if (single && known === undefined && name.title.length === 0) return undefined;
  // "spokesperson of company X": the name must not stand after "of" in the run.
  if (
    name.from > run.from &&
    name.to <= run.to &&
    /^(of|for|to|from|with|by|against|on)$/.test(before ?? '') &&
    name.title.length === 0
  )
    return undefined;
  const country =
    parenthesisCountry(sentence, name.to) ??
    parenthesisCountry(sentence, run.to) ??
    countryOf(sentence, run, apposition, name) ??
    known?.country ??
    officeAtHome(sentence, apposition === undefined ? [run] : [run, apposition], name, context.home);
  const title = [
    ...titleWordsOf(sentence.words, run, name),
    ...(apposition === undefined ? [] : titleWordsOf(sentence.words, apposition, name)),
  ];
  const person = context.people.add(known?.name ?? name.name, country, title);
  const claimant: Claimant =
    person.country === undefined
      ? { name: person.name, kind: 'person' }
      : { name: person.name, kind: 'person', country: person.country };
  return { claimant, plural: false, resolution: 'person', rule: known === undefined ? 'person-named' : 'person-known' };
}

/** The apposition is a name and nothing else: "One of its developers, Piotr Zielinski, wrote". */
function isWholeName(names: readonly PersonName[], apposition: Run | undefined): boolean {
  return (
    apposition !== undefined &&
    names.some((name) => name.to === apposition.to && name.first - 2 <= apposition.from && name.name.includes(' '))
  );
}

function isFollowedByPlace(words: readonly Word[], name: PersonName, run: Run): boolean {
  return (
    name.to < run.to && /^(of|from|at|in|,|with|for|and)$/.test(words[name.to]!.lower) && name.from <= run.from + 6
  );
}

/** A phrase that names an office, so that a name in the apposition is its holder: "Russia's envoy, Vasily Nebenzya,". */
function isOffice(words: readonly Word[], run: Run): boolean {
  for (let i = run.from; i < run.to; i++) {
    const lower = words[i]!.lower;
    if (
      nounList('official').has(lower) ||
      nounList('titles').has(lower) ||
      nounList('withheld').has(lower) ||
      attributionList('callings').has(lower)
    )
      return true;
  }
  return false;
}

/** "Robert A. Wood (United States) said": the style of meeting records. */
function parenthesisCountry(sentence: Sentence, at: number): string | undefined {
  if (sentence.words[at]?.text !== '(') return undefined;
  return sentence.mentions.find((mention) => mention.from === at + 1 && mention.country !== '')?.country;
}
