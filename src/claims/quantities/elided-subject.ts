import type { Mention } from '../names/mention.ts';
import type { NumberPhrase } from '../tokens/number.ts';
import type { Arcs } from '../tokens/token.ts';
import type { Word } from '../tokens/word.ts';
import { casualtiesBefore, tollBefore } from './casualty.ts';
import type { Counted, QuantityContext } from './counted.ts';
import { readCountedNoun, singularOf } from './counted-noun.ts';
import {
  isElliptical,
  isPeople,
  nounAfterGuess,
  nounAfterSecond,
  nounAfterSeries,
  nounBeforeWhich,
  nounNumbered,
} from './elided-noun.ts';

/** What a figure without a noun of its own counts. */
export function elidedSubject(
  words: readonly Word[],
  number: NumberPhrase,
  start: number,
  at: number,
  { mentions, arcs }: QuantityContext,
  antecedent: Counted | undefined,
): Counted | undefined {
  const predicated = nounPredicated(words, number.to - 1, mentions, arcs);
  if (predicated !== undefined) return predicated;
  // "bringing to 17 the number of known victims".
  if (
    /^(the|a)$/.test(words[at]?.lower ?? '') &&
    /^(number|total)$/.test(words[at + 1]?.lower ?? '') &&
    words[number.from - 1]?.lower !== 'with'
  ) {
    const told = words[at + 2]?.lower === 'of' ? readCountedNoun(words, at + 3, mentions) : undefined;
    if (told !== undefined && told !== 'excluded')
      return told.unit === undefined ? { counts: told.counts } : { counts: told.counts, unit: told.unit };
  }
  const whose = nounWhoseNumber(words, number.from, mentions, arcs);
  if (whose !== undefined) return whose;
  const toll = tollBefore(words, number.from);
  if (toll !== undefined) return { counts: toll };
  const reached = casualtiesBefore(words, number.from);
  if (reached !== undefined) return { counts: reached };
  const numbered = nounNumbered(words, start, mentions) ?? nounNumbered(words, number.from, mentions);
  if (numbered !== undefined)
    return numbered.unit === undefined ? { counts: numbered.counts } : { counts: numbered.counts, unit: numbered.unit };
  const which = nounBeforeWhich(words, number.from);
  if (which !== undefined) return antecedent?.counts.endsWith(which) === true ? antecedent : { counts: which };
  const second =
    words[number.from - 1]?.lower === 'from'
      ? nounAfterSecond(words, at, mentions)
      : nounAfterGuess(words, at, mentions);
  if (second !== undefined)
    return second.unit === undefined ? { counts: second.counts } : { counts: second.counts, unit: second.unit };
  const series = nounAfterSeries(words, at, mentions);
  if (series !== undefined) return series;
  const pointedAt = nounPointedAt(words, number.from, at, mentions, arcs);
  if (pointedAt !== undefined) return pointedAt;
  if (antecedent === undefined && arcs.labels[number.to - 1] === 'dobj' && isOfPeople(words, arcs, number.to - 1))
    return { counts: 'person' };
  // "$40 million … “We lost forty”": forty of what is left unsaid, and dollars it is not.
  if (antecedent !== undefined && isMoney(antecedent) && (isSmall(number) || isOfThings(words, number, at)))
    return undefined;
  if (antecedent !== undefined && !suits(words, arcs, number.to - 1, antecedent))
    return isOfPeople(words, arcs, number.to - 1) ? { counts: 'person' } : undefined;
  return antecedent !== undefined && isElliptical(words, number, at, mentions)
    ? /^(VERB|AUX)$/.test(words[at]?.pos ?? '')
      ? withoutFate(antecedent)
      : { ...antecedent }
    : undefined;
}

/** "arrested 40 more": of those counted before, but for what their verb cannot be told of. */
export function moreOf(
  words: readonly Word[],
  { to }: NumberPhrase,
  { arcs }: QuantityContext,
  antecedent: Counted | undefined,
): Counted | undefined {
  if (antecedent === undefined) return undefined;
  if (suits(words, arcs, to - 1, antecedent)) return withoutFate(antecedent);
  return isOfPeople(words, arcs, to - 1) ? { counts: 'person' } : undefined;
}

/** "prisoners, whose number the League puts at 13,000": of whom the number is. */
function nounWhoseNumber(
  words: readonly Word[],
  at: number,
  mentions: readonly Mention[],
  arcs: Arcs,
): Counted | undefined {
  const number = words.findLastIndex(({ lower }, i) => i < at && lower === 'number' && words[i - 1]?.lower === 'whose');
  if (number < 0 || words.slice(number, at).some(({ text }) => /^[,;.]$/.test(text))) return undefined;
  const noun = words[number - 2]?.text === ',' ? number - 3 : number - 2;
  const left =
    arcs.children[noun]?.filter((child) => child < noun && /^(compound|amod)$/.test(arcs.labels[child]!)) ?? [];
  const read = words[noun]?.pos === 'NOUN' ? readCountedNoun(words, Math.min(noun, ...left), mentions) : undefined;
  return read === undefined || read === 'excluded' ? undefined : { counts: read.counts };
}

/** Whether a number is the subject of what it is said to be. */
export function isSaidToBe(words: readonly Word[], number: number, arcs: Arcs): boolean {
  const verb = arcs.labels[number] === 'nsubj' ? arcs.heads[number]! : -1;
  return verb > number && words[verb]!.lemma === 'be' && arcs.children[verb]!.some((at) => arcs.labels[at] === 'attr');
}

/** "seven were relatives", "two of whom were children": what those who are counted are said to be. */
function nounPredicated(
  words: readonly Word[],
  number: number,
  mentions: readonly Mention[],
  arcs: Arcs,
): Counted | undefined {
  if (!isSaidToBe(words, number, arcs)) return undefined;
  const verb = arcs.heads[number]!;
  const noun = arcs.children[verb]!.find((child) => arcs.labels[child] === 'attr' && child > verb);
  if (noun === undefined || arcs.tags[noun] !== 'NNS') return undefined;
  const left = arcs.children[noun]!.filter((child) => child < noun && child > verb);
  if (left.some((child) => !/^(compound|amod)$/.test(arcs.labels[child]!))) return undefined;
  const read = readCountedNoun(words, Math.min(noun, ...left), mentions);
  return read === undefined || read === 'excluded' || read.unit !== undefined ? undefined : { counts: read.counts };
}

/**
 * "opened the boxes and seized 12 of them", "bought that howitzer and took 36 of them": the noun of the sentence itself that "them" can
 * stand for. It is the last plural or pointed-at noun before, and never who does what the verb of "them" tells of.
 */
function nounPointedAt(
  words: readonly Word[],
  number: number,
  behind: number,
  mentions: readonly Mention[],
  arcs: Arcs,
): Counted | undefined {
  if (words[behind]?.lower !== 'of' || !/^(them|these|those)$/.test(words[behind + 1]?.lower ?? '')) return undefined;
  const subjects = new Set<number>();
  for (let above = arcs.heads[number]!; above >= 0; above = arcs.heads[above]!)
    for (const child of arcs.children[above]!) if (/^nsubj/.test(arcs.labels[child]!)) subjects.add(child);
  for (let head = number - 1; head >= 0; head--) {
    if (
      words[head]!.pos !== 'NOUN' ||
      isIn(words, arcs, head, subjects) ||
      /^(compound|npadvmod)$/.test(arcs.labels[head]!)
    )
      continue;
    const left = arcs.children[head]!.filter((child) => child < head);
    const pointed = left.some(
      (child) => /^(that|this|these|those)$/.test(words[child]!.lower) && arcs.labels[child] === 'det',
    );
    if (!pointed && arcs.tags[head] !== 'NNS') continue;
    if (!suits(words, arcs, number, { counts: singularOf(words[head]!.lower) })) continue;
    const noun = readCountedNoun(
      words,
      Math.min(head, ...left.filter((child) => /^(compound|amod)$/.test(arcs.labels[child]!))),
      mentions,
    );
    if (noun === undefined || noun === 'excluded' || noun.to !== head + 1) continue;
    return noun.unit === undefined ? { counts: noun.counts } : { counts: noun.counts, unit: noun.unit };
  }
  return undefined;
}

/** Whether a noun is one of some or stands under it, in no clause of its own. */
function isIn(words: readonly Word[], arcs: Arcs, at: number, nouns: ReadonlySet<number>): boolean {
  for (let above = at; above >= 0 && !/^(VERB|AUX)$/.test(words[above]!.pos); above = arcs.heads[above]!)
    if (nouns.has(above)) return true;
  return false;
}

/** What befalls things alone, and what befalls people alone. */
const OF_THINGS = /^(load|unload|offload|export|import|deliver|sell|buy|fire|launch|smuggle|refuel|build)$/;
const OF_PEOPLE =
  /^(arrest|jail|imprison|murder|massacre|behead|kidnap|abduct|hire|recruit|conscript|employ|flee|die|hang|deport|repatriate|marry)$/;

/** "12 men were held. Another six were sold": whether what was counted last can be what the verb of the figure tells of. */
function suits(words: readonly Word[], arcs: Arcs, number: number, { counts }: Counted): boolean {
  const people = counts.startsWith('person') || isPeople(counts.split(' ').at(-1)!);
  // "murdered 40 and arrested 20": whatever befell those counted before.
  if (arcs.labels[number] === 'dobj') return !isOfPeople(words, arcs, number) || (people && !/^person ./.test(counts));
  if (!/^nsubj/.test(arcs.labels[number] ?? '')) return true;
  const befalls = arcs.labels[number] === 'nsubjpass';
  const { lemma } = words[arcs.heads[number]!]!;
  return !(people && befalls && OF_THINGS.test(lemma)) && (people || !isOfPeople(words, arcs, number));
}

/** "Dozens are missing", "four died", "arrested 20": told of people alone. */
function isOfPeople(words: readonly Word[], arcs: Arcs, number: number): boolean {
  const verb = /^(nsubj|nsubjpass|dobj)$/.test(arcs.labels[number] ?? '') ? arcs.heads[number]! : -1;
  if (verb < 0) return false;
  const said = arcs.children[verb]!.filter((child) => /^(acomp|attr)$/.test(arcs.labels[child]!));
  return (
    OF_PEOPLE.test(words[verb]!.lemma) || said.some((at) => /^(missing|dead|homeless|unharmed)$/.test(words[at]!.lower))
  );
}

function isMoney({ counts }: Counted): boolean {
  return /^[A-Z]{3}$/.test(counts);
}

/** "4,600 of them", "put the number at 4,000": things, and not money. */
function isOfThings(words: readonly Word[], number: NumberPhrase, at: number): boolean {
  return (
    (words[at]?.lower === 'of' && /^(them|these|those|which)$/.test(words[at + 1]?.lower ?? '')) ||
    words
      .slice(Math.max(0, number.from - 6), number.from)
      .some(({ lower }) => /^(number|count|tally|toll)$/.test(lower))
  );
}

function isSmall({ value }: NumberPhrase): boolean {
  return value !== null && Number(value) < 1000;
}

/** "20 were killed and 30 were captured": the fate of the first is not that of the second. */
function withoutFate(antecedent: Counted): Counted {
  return /^person (killed|injured|displaced|killed or injured)$/.test(antecedent.counts)
    ? { counts: 'person' }
    : { ...antecedent };
}
