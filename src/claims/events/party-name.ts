import { attributionList } from '../lexicon/attribution-list.ts';
import { nounList } from '../lexicon/vocabulary.ts';
import type { Claimant } from '../model/claim.ts';
import { findPersonNames } from '../names/person-name.ts';
import type { Run } from '../names/phrase.ts';
import { nominative } from '../names/pronoun.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { childBy, childrenBy, nounRun, wholeNounRun } from '../syntax/phrase-span.ts';
import { namesClass } from './event-words.ts';

/** Names longer than this are half a sentence. */
const LONGEST_MENTION = 9;

/** Whether a word belongs to an expression of time. */
export function isTime({ times }: ParsedSentence, at: number): boolean {
  return times.some(({ firstWord, lastWord }) => at >= firstWord && at <= lastWord);
}

const PARTS =
  /^(most|some|many|part|parts|number|volume|amount|quantity|majority|rest|half|share|all|bulk|dozens|hundreds|thousands|scores|millions|total|remainder|handful|couple|series|kind|type|sort|worth|none|neither|any|each)$/;

const PRONOUNS =
  /^(it|they|he|she|we|i|them|him|her|us|me|itself|themselves|who|which|that|this|these|those|what|there|one|you|someone|anyone|nobody|everyone|itself|himself|its|their|his|her|our|my|your|whose)$/;

/** "US", "WHO" and "IT" in capitals are names, unless all of the text around them is in capitals. */
function isPronoun({ words }: ParsedSentence, at: number): boolean {
  const { text, lower } = words[at]!;
  if (!PRONOUNS.test(lower)) return false;
  return !/^\p{Lu}{2,}$/u.test(text) || !words.some((word) => /\p{Ll}/u.test(word.text));
}

/** The words that name a party, without articles, figures and hedges; a pronoun by whom it means. */
export function mentionOf(
  sentence: ParsedSentence,
  head: number,
  speaker: Claimant | undefined,
): { text: string; carried: boolean } | undefined {
  const { words } = sentence;
  if (isPronoun(sentence, head)) {
    const meant = antecedentOf(sentence, head, speaker);
    return meant === undefined ? undefined : { text: meant, carried: true };
  }
  // "cared more for": how much, and nobody.
  if (/^(more|less|much|little|enough|so)$/.test(words[head]!.lower) && nounRun(sentence, head).from === head)
    return undefined;
  // "2m litres": the scale of a figure.
  if (/^(m|bn|mn|mln|k|tn)$/.test(words[head]!.lower) && words[head - 1]?.pos === 'NUM') return undefined;
  // "most of these cargoes", "the number of wagons", "a volume of": what it is a part or number of.
  const of = childrenBy(sentence, head, 'prep').find((at) => /^(of|in|worth)$/.test(words[at]!.lower));
  if (
    words[head]!.pos === 'NUM' ||
    words[head]!.pos === 'SYM' ||
    (PARTS.test(words[head]!.lower) && (of !== undefined || nounRun(sentence, head).from === head))
  ) {
    // "sent 36 of them", "$640 million in tokens": what the figure is of.
    const object = of === undefined ? undefined : childBy(sentence, of, 'pobj');
    return object === undefined || isPronoun(sentence, object) ? undefined : mentionOf(sentence, object, speaker);
  }
  const name = calledBy(sentence, head) ?? head;
  const run = trimmed(sentence, wholeNounRun(sentence, name, goesOnBy(sentence, name)), name);
  const text = textOf(sentence, run);
  return /[\p{L}\p{N}]/u.test(text) ? { text, carried: false } : undefined;
}

/** "a company called Sonor", "a ship named the Ela", "a band known as the Reds": the name that a noun is said to have. */
function calledBy(sentence: ParsedSentence, head: number): number | undefined {
  const { arcs, words } = sentence;
  if (words[head]!.pos !== 'NOUN') return undefined;
  const naming = arcs.children[head]!.find(
    (at) => arcs.labels[at] === 'acl' && at > head && /^(call|name|dub|know)$/.test(words[at]!.lemma),
  );
  if (naming === undefined) return undefined;
  const as = childrenBy(sentence, naming, 'prep').find((at) => words[at]!.lower === 'as');
  const name =
    (as === undefined ? undefined : childBy(sentence, as, 'pobj')) ?? childBy(sentence, naming, 'oprd', 'attr', 'dobj');
  return name !== undefined && words[name]!.pos === 'PROPN' && name > naming ? name : undefined;
}

const NAMED_BY = /^(of|for)$/;

const SUBJECT_OF_TEXT = /^(of|for|on|about|concerning|regarding|against)$/;

/** Prepositions that go on with what a party is called; a text or decision is named by what it is about: "a resolution on Mali". */
function goesOnBy({ words }: ParsedSentence, head: number): RegExp {
  const noun = singularOf(words[head]!.lower);
  return nounList('dated').has(noun) ? SUBJECT_OF_TEXT : NAMED_BY;
}

function textOf({ text, words }: ParsedSentence, { from, to }: Run): string {
  return text.slice(words[from]!.start, words[to - 1]!.end).replace(/\s+/g, ' ');
}

const LEADS =
  /^(dwt|the|an?|or|such|some|about|around|nearly|almost|over|more|than|at|least|up|to|as|many|much|roughly|approximately|an|estimated|another|further|its|their|his|her|our|my|these|those|this|that|all|both|any|no|only|just|several|most|each|every|additional|other|few|dozens|hundreds|thousands|scores|of|two-thirds|half|altogether|together|almost|exactly|further|extra|combined)$/;

/** A run without what only counts or points, and no longer than a name. */
function trimmed(sentence: ParsedSentence, run: Run, head: number): Run {
  const { words } = sentence;
  let { from, to } = run;
  while (
    from < head &&
    (LEADS.test(words[from]!.lower) ||
      // "2m litres": the scale of a figure.
      (/^(m|bn|mn|mln|k|tn)$/.test(words[from]!.lower) && words[from - 1]?.pos === 'NUM') ||
      // "1,500 and not 12,000 soldiers": between two figures.
      (/^(and|but|not)$/.test(words[from]!.lower) && /^(not|[\d.,]+)$/.test(words[from + 1]!.lower)) ||
      words[from]!.pos === 'NUM' ||
      words[from]!.pos === 'SYM' ||
      words[from]!.pos === 'DET' ||
      words[from]!.pos === 'PUNCT')
  )
    from++;
  // "Sunday four more bodies", "On 28 October pirates", hung together by the parser.
  const told = sentence.times.find(
    ({ firstWord, lastWord }) => lastWord >= from && firstWord <= from && lastWord < head,
  );
  if (told !== undefined) {
    const owned = words[told.lastWord + 1]!.pos === 'PART' ? 2 : 1;
    return trimmed(sentence, { from: Math.min(head, told.lastWord + owned), to }, head);
  }
  if (to - from > LONGEST_MENTION) to = Math.max(head + 1, nounRun(sentence, head).to);
  const time = sentence.times.find(({ firstWord }) => firstWord > head && firstWord < to);
  if (time !== undefined) to = Math.max(head + 1, time.firstWord);
  while (to > head + 1 && /^(of|for|to|in|on|the|a|an|,)$/.test(words[to - 1]!.lower)) to--;
  return { from, to };
}

/**
 * Whom a pronoun means: "we" the speaker; else who is the subject of the verb of saying above, or the one noun phrase before it
 * that fits, subjects before objects. Where several fit it stays open.
 */
function antecedentOf(sentence: ParsedSentence, head: number, speaker: Claimant | undefined): string | undefined {
  const { words } = sentence;
  const lower = nominative(words[head]!.lower);
  if (/^(we|i|us|me|our|my)$/.test(lower)) return speaker?.name;
  if (!/^(it|they|he|she|itself|themselves|them|him|her)$/.test(lower)) return undefined;
  // "Vostra Jet, a company in Oslo, which said that it": by its name.
  const byName = (at: number) => {
    const holder = sentence.arcs.labels[at] === 'appos' ? sentence.arcs.heads[at]! : at;
    return /^\p{Lu}\p{L}/u.test(words[holder]!.text) && words[at]!.pos !== 'PROPN' ? holder : at;
  };
  const named = (at: number) => {
    const head = byName(at);
    return textOf(sentence, trimmed(sentence, wholeNounRun(sentence, head, NAMED_BY), head));
  };
  const isObject = (at: number) =>
    /^(dobj|dative|pobj)$/.test(sentence.arcs.labels[at]!) &&
    !isTime(sentence, at) &&
    // "named it as a concern because it": what it is named is not it.
    words[sentence.arcs.heads[at]!]?.lower !== 'as' &&
    agrees(sentence, at, lower);
  const sources = sourcesAbove(sentence, head);
  // "One of them, a man from Bergen, admits that he sold it": whoever that is, and nobody named between.
  const [some] = sources.filter((at) => /^(one|another|each|someone)$/.test(words[at]!.lower));
  if (some !== undefined) {
    // "One of them, Kapitali, said that it had": whom the name beside it tells.
    const name = childrenBy(sentence, some, 'appos').find((at) => words[at]!.pos === 'PROPN');
    return name !== undefined && /^(it|he|she)$/.test(lower) ? named(name) : undefined;
  }
  const above = sources.find((at) => agrees(sentence, at, lower));
  if (above !== undefined) {
    if (/^(he|she|him|her)$/.test(lower) && mayMeanAnother(sentence, above, head, speaker)) return undefined;
    // "said that Riga freed 40 sailors it had held": who is told of between may be meant as well as who speaks.
    const { relation } = sentence.clauses[sentence.clauseOf[head]!] ?? {};
    const between = words.some(
      (_, at) =>
        at > above &&
        at < head &&
        /^nsubj(pass)?$/.test(sentence.arcs.labels[at]!) &&
        agrees(sentence, at, lower) &&
        !relatedTo(sentence, head).includes(at),
    );
    if (/^(relcl|advcl)$/.test(relation ?? '') && between) return undefined;
    // "said that Russia sent guns to North Korea and supplied it with oil": an object between may be meant as well as the speaker.
    const isRival = (at: number) => at > above && at < head && isObject(at);
    return /^(dobj|dative|pobj)$/.test(sentence.arcs.labels[head]!) && words.some((_, at) => isRival(at))
      ? undefined
      : named(above);
  }
  // "Agro Ltd told the agency that it had exported nothing": a body that speaks means itself.
  const isBody = speaker !== undefined && !/^(person|unnamed)$/.test(speaker.kind);
  const told = sentence.clauses[sentence.clauseOf[head]!]?.relation === 'ccomp';
  if (told && isBody && lower === 'it' && sentence.arcs.labels[head] === 'nsubj') return speaker.name;
  const excluded = relatedTo(sentence, head);
  const acts = sentence.clauses.some(
    ({ subject, object, passive }) => subject?.head === head && object !== undefined && !passive,
  );
  const before = words
    .map((_, at) => at)
    .filter(
      (at) =>
        at < head &&
        !excluded.includes(at) &&
        agrees(sentence, at, lower) &&
        !(acts && (namesClass(sentence, at, 'rocket') || isArms(sentence, at))),
    );
  const subjects = before.filter((at) => /^(nsubj|nsubjpass)$/.test(sentence.arcs.labels[at]!));
  // "South Korea was put on alert by North Korea after it fired a missile": of two States either may be meant.
  const isState = (at: number) =>
    sentence.mentions.some(({ from, to, country }) => country !== '' && at >= from && at < to);
  const [only] = subjects;
  if (subjects.length === 1 && isState(only!) && before.some((at) => at > only! && isObject(at) && isState(at)))
    return undefined;
  if (subjects.length === 1) return named(only!);
  if (subjects.length > 1) return undefined;
  const objects = before.filter(isObject);
  if (objects.length === 1) return named(objects[0]!);
  // "It shelled the port, the ministry said": a body or State speaks of itself; "they", told by one person, are others.
  if (sentence.arcs.labels[head] !== 'nsubj') return undefined;
  return objects.length === 0 && isBody && /^(it|itself)$/.test(lower) ? speaker.name : undefined;
}

/**
 * "The prosecutor said that he had sold arms": of whoever accuses or judges, what "he" did is told of another; of somebody without a name
 * it may be, where another person was named before.
 */
function mayMeanAnother(
  sentence: ParsedSentence,
  above: number,
  pronoun: number,
  speaker: Claimant | undefined,
): boolean {
  const { words, mentions, personBefore } = sentence;
  const run = nounRun(sentence, above);
  if (words.slice(run.from, run.to).some(({ lower }) => attributionList('accusers').has(singularOf(lower))))
    return true;
  if (words[above]!.pos === 'PROPN') return false;
  const named = findPersonNames(words, mentions, { from: 0, to: pronoun }).map(({ name }) => name);
  const isOther = (name: string | undefined) => name?.includes(' ') === true && name !== speaker?.name;
  return isOther(personBefore) || named.some(isOther);
}

/** "the weapons that they seized": what a relative clause is about is none of those whom its pronouns mean. */
function relatedTo(sentence: ParsedSentence, at: number): number[] {
  const found: number[] = [];
  for (let place = sentence.clauseOf[at]!, steps = 0; place >= 0 && steps < 8; steps++) {
    const { relation, head, parent } = sentence.clauses[place]!;
    if (relation === 'relcl') found.push(sentence.arcs.heads[head]!);
    place = parent;
  }
  return found;
}

/** Arms do nothing to anybody of themselves. */
function isArms({ words }: ParsedSentence, at: number): boolean {
  return /^(arm|weapon|weaponry|munition|ammunition|shell|rifle|component|part)s?$/.test(words[at]!.lower);
}

/** Subjects of the clauses above a word whose content it is part of, the nearest first. */
function sourcesAbove(sentence: ParsedSentence, at: number): number[] {
  const found: number[] = [];
  let place = sentence.clauseOf[at]!;
  for (let steps = 0; place >= 0 && steps < 12; steps++) {
    const clause = sentence.clauses[place]!;
    const above = sentence.clauses[clause.parent];
    if (above === undefined) break;
    if (clause.relation === 'ccomp' && above.subject !== undefined && /^(own|antecedent)$/.test(above.subject.link))
      found.push(above.subject.head);
    place = clause.parent;
  }
  return found;
}

/** Many people as one, of which "it" is said. */
const COLLECTIVE =
  /^(group|gang|band|network|outfit|faction|coalition|team|crew|cell|movement|militia|syndicate|ring)$/;

/** Whether a noun can be what a pronoun means: number, and person or thing. */
function agrees(sentence: ParsedSentence, at: number, pronoun: string): boolean {
  const { words, arcs } = sentence;
  const word = words[at]!;
  if (!/^(NOUN|PROPN)$/.test(word.pos) || isPronoun(sentence, at)) return false;
  // "The Houthis said they": a name in the plural, which the tagger takes for one of one.
  const isPlural =
    word.pos === 'PROPN' &&
    /[a-z]s$/.test(word.text) &&
    words[at - 1]?.lower === 'the' &&
    !sentence.mentions.some(({ from, to, kind }) => kind === 'country' && at >= from && at < to);
  const many = /^(NNS|NNPS)$/.test(arcs.tags[at]!) || isPlural || childrenBy(sentence, at, 'conj').length > 0;
  if (many !== /^(they|them|themselves)$/.test(pronoun)) return false;
  const one = singularOf(word.lower);
  // "the seizure of the Niovi as it sailed": what was done to something does nothing itself.
  if (nounList('undergone').has(one)) return false;
  const human =
    !COLLECTIVE.test(one) && ['official', 'titles', 'withheld', 'unnamed'].some((list) => nounList(list).has(one));
  const state = sentence.mentions.some(
    ({ from, to, country, kind }) => at >= from && at < to && (country !== '' || kind !== 'place'),
  );
  const body = nounList('organ').has(one) || !/^\p{Lu}/u.test(word.text);
  const person = human || (word.pos === 'PROPN' && !state && !body);
  return many || person === /^(he|she|him|her)$/.test(pronoun);
}
