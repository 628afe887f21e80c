import { nounList } from '../lexicon/vocabulary.ts';
import { mentionOf } from '../names/mention.ts';
import { inTime, nounPhraseAt, type Run } from '../names/phrase.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import type { ReadSentence } from '../syntax/parsed-sentence.ts';
import type { Word } from '../tokens/word.ts';
import { isThing } from './role-noun.ts';

const MEASURE =
  /^(barrels?|tons?|tonnes?|kilos?|kilograms?|grams?|litres?|liters?|gallons?|pounds?|tens|dozens|hundreds|thousands|millions|billions|number|amount|quantity|quantities|worth|types?|kinds?|half|ounces?|pieces?|sets?|batch|batches)$/;

/** Nouns and quantifiers that say how many or what part of what stands behind their "of". */
const PART =
  /^(sums?|amounts?|quantity|quantities|group|groups|number|majority|part|range|variety|series|pair|couple|handful|rest|total|third|quarter|volumes?|loads?|stocks?|bulk|most|some|any|all|many|much|none|several|each|one|two|three|%|percent)$/;

/** A phrase that tells a place, a time or a manner and is nobody and nothing that takes part. */
const NO_PART =
  /\b(?:a\.m\.|p\.m\.|time|frequency|rate|times|value|pace|scale|basis|behalf|order|addition|(?:nautical )?miles?|kilomet(?:er|re)s?|km|met(?:er|re)s|dwt|hours?|days?|weeks?|months?|years?|per ?cent|%)$|^(?:a\.m\.|p\.m\.|alias )/i;

/** A noun phrase, "barrels of oil" being oil, and a name of our lists whole: "the Democratic People's Republic of Korea". */
export function thingAt(sentence: ReadSentence, at: number): Run | undefined {
  const { words, mentions } = sentence;
  const part = partBehindOf(words, at);
  if (part !== undefined) return thingAt(sentence, part);
  let phrase = nounPhraseAt(words, at);
  for (let i = 0; i < 4 && phrase !== undefined; i++) {
    const { to } = phrase;
    const mark = /^'s?$/.test(words[to]?.text ?? '') && words[to + 1]?.lower === 'worth' ? to + 1 : to;
    const of: number = words[mark]?.lower === 'worth' ? mark + 1 : to;
    const last = words[to - 1]!.lower;
    if (words[of]?.lower !== 'of' || (of === to && !MEASURE.test(last) && !PART.test(last))) break;
    // "barrels of refined petroleum", "tons of banned coal": a participle may open the name of the goods.
    const made = /ed$/.test(words[of + 1]?.lower ?? '') ? nounPhraseAt(words, of + 2) : undefined;
    phrase = nounPhraseAt(words, of + 1) ?? (made === undefined ? phrase : { from: of + 1, to: made.to });
  }
  if (phrase === undefined) return undefined;
  const { from } = phrase;
  const to = beforeTime(sentence, phrase);
  phrase = { from, to: pastPossessor(sentence, to) };
  const other = namedBehind(sentence, phrase) ?? paidIn(sentence, phrase);
  if (other !== undefined) return other;
  // "half a million rockets": the article does not open another phrase.
  const counted =
    words[to - 1]!.lower === 'half' && /^an?$/.test(words[to]?.lower ?? '') ? thingAt(sentence, to) : undefined;
  if (counted !== undefined) return counted;
  const name = mentions.find((mention) => mention.from >= from && mention.from < to && mention.to > phrase!.to);
  return name === undefined ? phrase : { from, to: name.to };
}

/** "Latvia's nuclear and missile programmes": a list of adjectives does not end the phrase at its owner. */
function pastPossessor({ words }: ReadSentence, to: number): number {
  if (!/^'s?$/.test(words[to]?.text ?? '')) return to;
  let at = to + 1;
  while (words[at]?.pos === 'ADJ') at++;
  const rest = at > to + 1 && /^(and|or|,)$/.test(words[at]?.lower ?? '') ? nounPhraseAt(words, at + 1) : undefined;
  return rest === undefined ? to : rest.to;
}

/** "digital assets last week": the time is no part of what is named. */
function beforeTime({ times }: ReadSentence, { from, to }: Run): number {
  for (let i = from + 1; i < to; i++) if (inTime(times, i) !== undefined && inTime(times, from) === undefined) return i;
  return to;
}

/** "a group called Harbour Nine": the name and not the noun. */
function namedBehind({ words }: ReadSentence, { to }: Run): Run | undefined {
  if (!/^(called|named|dubbed|nicknamed)$/.test(words[to]?.lower ?? '')) return undefined;
  const name = nounPhraseAt(words, to + 1);
  return name !== undefined && /^\p{Lu}/u.test(words[name.from]!.text) ? name : undefined;
}

/** "$40 million in virtual currency": what the money was taken or paid in. */
function paidIn(sentence: ReadSentence, { from, to }: Run): Run | undefined {
  const { words } = sentence;
  const money = words
    .slice(from, to)
    .some((word) => /^[$€£¥]/.test(word.text) || /^(dollars?|euros?|pounds?)$/.test(word.lower));
  if (!money || words[to]?.lower !== 'in' || !/^(NOUN|PROPN|NUM|SYM)$/.test(words[to - 1]!.pos)) return undefined;
  const goods = nounPhraseAt(words, to + 1);
  return goods !== undefined && isThing(words[goods.to - 1]!.lower) ? goods : undefined;
}

/** "most of the gold", "any of the parties": where what is meant begins. */
function partBehindOf(words: readonly Word[], at: number): number | undefined {
  const word = words[at];
  if (word === undefined || words[at + 1]?.lower !== 'of' || !PART.test(word.lower) || word.pos === 'PRON')
    return undefined;
  return /^(NOUN|PROPN|DET|ADJ|NUM|VERB)$/.test(words[at + 2]?.pos ?? '') ? at + 2 : undefined;
}

/** "the M/T Wind, a Panamanian tanker,": an article behind the comma says again what was named. */
export function isApposition(words: readonly Word[], phrase: Run, named: number): boolean {
  if (named !== 1 || words[phrase.from - 1]?.text !== ',' || words[phrase.from]!.pos !== 'DET') return false;
  return !/^(and|or)$/.test(words[phrase.to]?.lower ?? '') && !/^(and|or)$/.test(words[phrase.to + 1]?.lower ?? '');
}

/**
 * The phrases of "Britain, France and the United States", the first of "the head of the agency". Where nothing joins two
 * of them the last counts: "told reporters the North had sent" has the North for its subject.
 */
export function phrasesIn(sentence: ReadSentence, run: Run): Run[] {
  const phrases: Run[] = [];
  let joined = true;
  for (let i = run.from; i < run.to; ) {
    const phrase = thingAt(sentence, i);
    if (phrase === undefined) {
      if (sentence.words[i]!.pos === 'ADP') break;
      joined ||= /^(,|and|or|&|nor)$/.test(sentence.words[i]!.lower);
      i++;
      continue;
    }
    if (!joined) phrases.length = 0;
    phrases.push(phrase.from < run.to ? { from: phrase.from, to: Math.min(phrase.to, run.to) } : phrase);
    joined = false;
    i = phrase.to;
  }
  return phrases;
}

/** The mentions in a run, as roles give them. */
export function listOf(sentence: ReadSentence, run: Run): string[] {
  return phrasesIn(sentence, run)
    .map((phrase) => cleaned(sentence, phrase))
    .filter((name) => name !== '');
}

/** A phrase without its article, figure and hedge: "over 3 million artillery shells" gives "artillery shells". */
export function cleaned(sentence: ReadSentence, run: Run): string {
  const { words } = sentence;
  let from = run.from;
  while (
    from < run.to &&
    (words[from]!.pos === 'DET' ||
      words[from]!.pos === 'NUM' ||
      /^(at|least|over|more|than|about|around|approximately|roughly|some|nearly|up|to|as|many|far|under|between|million|billion|thousand|hundred|dozen|several|numerous|such|single|its|their|his|her|only|not|just|even|also|mm|cm)$/.test(
        words[from]!.lower,
      ))
  )
    from++;
  if (from >= run.to || words[from]!.pos === 'PRON' || words[from]!.pos === 'PART') return '';
  // "a further assault contrary to": an adjective behind the noun belongs to what follows.
  let to = run.to;
  while (
    to - 1 > from &&
    words[to - 1]!.pos === 'ADJ' &&
    /^(NOUN|PROPN)$/.test(words[to - 2]!.pos) &&
    !/^\p{Lu}/u.test(words[to - 1]!.text)
  )
    to--;
  // "radars destined for Yemen": for whom they are is told behind it.
  if (/^(contrary|destined|bound|intended|meant)$/.test(words[to - 1]!.lower) && to - from > 1) to--;
  if (words.slice(from, to).every((word) => /^(NUM|ADJ)$/.test(word.pos)) && words[to - 1]!.pos === 'NUM') return '';
  // "the United States 39": a clause that leaves its verb and its noun out.
  const mention = mentionOf(sentence.mentions, from);
  if (to - from > 1 && words[to - 1]!.pos === 'NUM' && mention?.to === to - 1 && mention.from === from) return '';
  // "gave the army 40 radars and the navy 12 boats": who gets it and what they get are two phrases.
  const number = words.findIndex(({ pos }, i) => i > from && i < to - 1 && pos === 'NUM');
  if (number > 0 && namesParty(sentence, from, number)) return '';
  // "cryptocurrency worth 40 million".
  const worth = words.findIndex((word, i) => i > from && i < to && word.lower === 'worth');
  if (worth > 0) to = worth;
  const { start } = words[from]!;
  const plain = sentence.text.slice(start, words[to - 1]!.end);
  // "“shadow” tankers": the mark that a phrase closes is opened right before it.
  const name =
    /^[^"“]*["”]/.test(plain) && /["“]/.test(sentence.text[start - 1] ?? '')
      ? `${sentence.text[start - 1]}${plain}`
      : plain;
  if (/^(none|nothing|nobody)$/i.test(name)) return '';
  if (
    to - from === 1 &&
    (MEASURE.test(words[from]!.lower) || /^(dollars|euros|yen|won|dwt|m)$/.test(words[from]!.lower))
  )
    return '';
  return NO_PART.test(name) ? '' : name;
}

/** A name of a State or of those who act, or a noun of people, that ends before a word. */
function namesParty({ words, mentions }: ReadSentence, from: number, to: number): boolean {
  const mention = mentions.find((other) => other.from >= from && other.to === to);
  if (mention !== undefined) return mention.kind !== 'place' && mention.kind !== 'demonym';
  const { text, pos } = words[to - 1]!;
  const noun = singularOf(text);
  return pos === 'NOUN' && (nounList('actor').has(noun) || nounList('organ').has(noun));
}
