import { quantityWords } from '../lexicon/vocabulary.ts';
import { type Mention, mentionOf } from '../names/mention.ts';
import type { Word } from '../tokens/word.ts';

/** What a figure counts: the noun phrase after it, cleaned of what only describes; `to` is exclusive. */
export type CountedNoun = {
  readonly counts: string;
  readonly unit?: string;
  readonly to: number;
  /** A calibre that stands in the phrase ("152 mm"). */
  readonly calibre?: string;
};

type Lists = {
  readonly units: ReadonlyMap<string, string>;
  readonly excluded: ReadonlySet<string>;
  readonly classifying: ReadonlySet<string>;
  readonly describing: ReadonlySet<string>;
  readonly partitives: ReadonlySet<string>;
  readonly shells: ReadonlySet<string>;
};
let lists: Lists | undefined;

function loadLists(): Lists {
  const data = quantityWords();
  const describing = new Set([...data.describing, ...data['describing-nouns']]);
  return {
    units: new Map(Object.entries(data.units).flatMap(([unit, names]) => names.map((name) => [name, unit] as const))),
    excluded: new Set(data['excluded-units']),
    classifying: new Set(data.classifying.filter((word) => !describing.has(word))),
    describing,
    partitives: new Set(data.partitives),
    shells: new Set(data['shell-partitives']),
  };
}

const IRREGULAR: Readonly<Record<string, string>> = {
  people: 'person',
  persons: 'person',
  men: 'man',
  women: 'woman',
  children: 'child',
  aircraft: 'aircraft',
  troops: 'troop',
  personnel: 'personnel',
  feet: 'foot',
  crises: 'crisis',
  analyses: 'analysis',
  vessels: 'vessel',
  series: 'series',
  species: 'species',
  lives: 'life',
  knives: 'knife',
  militia: 'militia',
  dead: 'dead',
  wounded: 'wounded',
  goods: 'goods',
  munitions: 'munition',
  gas: 'gas',
  lorries: 'lorry',
  buses: 'bus',
  gases: 'gas',
  axes: 'axis',
  wives: 'wife',
  shelves: 'shelf',
  headquarters: 'headquarters',
  servicemen: 'serviceman',
  firemen: 'fireman',
  policemen: 'policeman',
  crewmen: 'crewman',
  tonnes: 'tonne',
  missiles: 'missile',
  vehicles: 'vehicle',
  rifles: 'rifle',
  abstentions: 'abstention',
};

/** Singular of an English noun, lower case. */
export function singularOf(noun: string): string {
  const word = noun.toLowerCase();
  const hyphen = word.lastIndexOf('-');
  if (hyphen > 0) return `${word.slice(0, hyphen + 1)}${singularOf(word.slice(hyphen + 1))}`;
  const known = IRREGULAR[word];
  if (known !== undefined) return known;
  if (word.endsWith('men') && word.length > 5) return `${word.slice(0, -2)}an`;
  if (/(ss|us|is)$/.test(word) || !word.endsWith('s') || word.length < 4) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(ches|shes|sses|xes|zzes)$/.test(word)) return word.slice(0, -2);
  if (/(oes)$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

const NOUNISH = new Set(['NOUN', 'PROPN']);

/** Undefined when no noun follows, `excluded` when what follows is a duration, distance, age or other figure we do not keep. */
export function readCountedNoun(
  words: readonly Word[],
  at: number,
  mentions: readonly Mention[],
): CountedNoun | 'excluded' | undefined {
  lists ??= loadLists();
  let i = at;
  let calibre: string | undefined;
  const modifiers: string[] = [];
  const first = words[i];
  if (first === undefined) return undefined;
  if (isExcludedUnit(first, words[i + 1], lists)) return 'excluded';
  for (; i < words.length; i++) {
    const word = words[i]!;
    if (
      /^(more|other|such|additional|further|separate|different|new|different|said|so-called|alleged|suspected)$/.test(
        word.lower,
      ) &&
      word.lower !== 'said'
    ) {
      // "arrested 23,300 more, committed thefts": of those told of before.
      if (word.lower === 'more' && words[i + 1]?.text === ',') return { counts: 'more', to: i + 1 };
      continue;
    }
    const size = calibreAt(words, i);
    if (size) {
      calibre = size.text;
      i = size.to - 1;
      continue;
    }
    const mention = mentionOf(mentions, i);
    if (
      mention !== undefined &&
      (mention.kind === 'demonym' || mention.kind === 'country') &&
      headFollows(words, mention.to)
    ) {
      i = mention.to - 1;
      continue;
    }
    if (isModifier(words, i, modifiers.length > 0)) {
      if (
        NOUNISH.has(word.pos)
          ? (word.pos === 'NOUN' && !lists.describing.has(word.lower)) || isAbbreviation(word, mention)
          : lists.classifying.has(word.lower)
      )
        modifiers.push(isAbbreviation(word, mention) ? word.text : word.lower);
      continue;
    }
    break;
  }
  const head = words[i];
  // "22 of the wounded": people by their fate, which the tagger takes for a verb.
  const ofFate = /^(dead|wounded|injured)$/.test(head?.lower ?? '') && words[i - 1]?.lower === 'the';
  if (head === undefined || !(isHead(head) || ofFate)) return undefined;
  // "six of the air force's planes": what is theirs is counted.
  if (words[i + 1]?.lower === "'s" && /^(NOUN|PROPN|ADJ)$/.test(words[i + 2]?.pos ?? ''))
    return readCountedNoun(words, i + 2, mentions);
  if (mentionOf(mentions, i) !== undefined && head.pos === 'PROPN' && !/s$/.test(head.text)) return undefined;
  if (unitBefore(words, i, lists) === undefined && isExcludedUnit(head, words[i + 1], lists)) return 'excluded';
  return finishNoun(words, i, modifiers, calibre, mentions, lists);
}

/** "ICBM launches", "IT workers": capitals that name a kind and no body of our lists. */
function isAbbreviation(word: Word, mention: Mention | undefined): boolean {
  return mention === undefined && /^\p{Lu}{2,5}$/u.test(word.text);
}

function finishNoun(
  words: readonly Word[],
  headAt: number,
  modifiers: readonly string[],
  calibre: string | undefined,
  mentions: readonly Mention[],
  known: Lists,
): CountedNoun {
  const head = words[headAt]!;
  const two = `${head.lower} ${words[headAt + 1]?.lower ?? ''}`;
  const unit = unitBefore(words, headAt, known) ?? known.units.get(two) ?? known.units.get(head.lower);
  const end = known.units.has(two) ? headAt + 2 : headAt + 1;
  // "2 million litres (528,000 gallons) of fuel": the same in another unit stands between.
  const past = unit === undefined ? end : afterBrackets(words, end);
  const of =
    words[past]?.lower === 'of' ? readCountedNoun(words, skipDeterminer(words, past + 1), mentions) : undefined;
  if (unit !== undefined) {
    if (of !== undefined && of !== 'excluded') return { counts: of.counts, unit, to: of.to };
    // "500,000-tonne coal"; "tonnes coal" is not English, so the unit itself is counted.
    return { counts: unit, to: end };
  }
  const singular = singularOf(head.text);
  const inner = of !== undefined && of !== 'excluded' ? of : undefined;
  const size = inner?.calibre ?? calibre;
  const keep = size === undefined ? {} : { calibre: size };
  if (
    inner !== undefined &&
    (known.partitives.has(singular) || (known.shells.has(singular) && /shell|rocket|mortar/.test(inner.counts)))
  )
    // "27 cases of smuggling": cases are counted where what they are of cannot be.
    return {
      counts: isMass(words[inner.to - 1]!, singular) ? `${singular} of ${inner.counts}` : inner.counts,
      to: inner.to,
      ...keep,
    };
  const counts = [...modifiers, singular].join(' ');
  return { counts, to: inner === undefined ? end : inner.to, ...keep };
}

/** "cubic metres": a measure whose name ends in a word that by itself tells how far it is. */
function unitBefore(words: readonly Word[], headAt: number, known: Lists): string | undefined {
  return known.units.get(`${words[headAt - 1]?.lower} ${words[headAt]!.lower}`);
}

function isMass({ text, lower }: Word, partitive: string): boolean {
  return /^(case|instance|occurrence)$/.test(partitive) && singularOf(text) === lower && /(ing|cy|sy|ism)$/.test(lower);
}

/** The place after brackets of a few words that open here, else the place itself. */
function afterBrackets(words: readonly Word[], at: number): number {
  if (words[at]?.text !== '(') return at;
  const close = words.findIndex(({ text }, i) => i > at && i < at + 6 && text === ')');
  return close < 0 ? at : close + 1;
}

function skipDeterminer(words: readonly Word[], at: number): number {
  return /^(the|a|an|its|their|his|her|such|these|those)$/.test(words[at]?.lower ?? '') ? at + 1 : at;
}

function isHead(word: Word): boolean {
  if (/^(which|that|them|whom|it|times?)$/.test(word.lower)) return /^times?$/.test(word.lower);
  return (
    word.pos === 'NOUN' ||
    (word.pos === 'PROPN' && /s$/.test(word.text)) ||
    (/^(people|dead|wounded|injured|killed)$/.test(word.lower) && word.pos !== 'VERB')
  );
}

function isModifier(words: readonly Word[], at: number, any: boolean): boolean {
  const word = words[at]!;
  const next = words[at + 1];
  if (next === undefined) return false;
  if (word.pos === 'ADJ') return headFollows(words, at + 1);
  if (word.pos === 'NOUN' || word.pos === 'PROPN')
    return (
      !isPluralHead(word, next) &&
      (NOUNISH.has(next.pos) ||
        (word.pos === 'PROPN' &&
          /^(ADJ|VERB)$/.test(next.pos) &&
          /[^s]$/.test(word.text) &&
          headFollows(words, at + 2))) &&
      !/^(times?)$/.test(word.lower) &&
      !isTimeWord(next) &&
      next.text !== "'s" &&
      nextIsJoined(word, next)
    );
  if (word.pos === 'VERB' && /(ed|ing|en|own)$/.test(word.lower))
    return !any && (NOUNISH.has(next.pos) || next.pos === 'ADJ') && headFollows(words, at + 1);
  if (word.text === ',' && any === false)
    return words[at - 1]?.pos === 'ADJ' && next.pos === 'ADJ' && headFollows(words, at + 2);
  if (word.lower === 'and') return words[at - 1]?.pos === 'ADJ' && next.pos === 'ADJ' && headFollows(words, at + 2);
  return false;
}

/** "290 components bear the brands": a plural before a singular is what is counted, but for the few that qualify. */
function isPluralHead(word: Word, next: Word): boolean {
  return (
    word.pos === 'NOUN' &&
    next.pos === 'NOUN' &&
    /[^s]s$/.test(word.lower) &&
    !/^(arms|weapons|sanctions|systems|goods|munitions|sales|news|customs|forces|operations|communications|electronics|sports|savings|human rights|rights|textiles|logistics|missiles)$/.test(
      word.lower,
    ) &&
    singularOf(next.text) === next.lower &&
    !/^(people|personnel|aircraft|crew|staff|troops)$/.test(next.lower)
  );
}

function nextIsJoined(word: Word, next: Word): boolean {
  return next.start - word.end <= 1 && !(word.pos === 'NOUN' && next.pos === 'PROPN');
}

function isTimeWord(word: Word): boolean {
  return /^(monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|january|february|march|april|june|july|august|september|october|november|december)$/.test(
    word.lower,
  );
}

function headFollows(words: readonly Word[], at: number): boolean {
  for (let i = at; i < Math.min(at + 5, words.length); i++) {
    const pos = words[i]!.pos;
    if (pos === 'NOUN' || pos === 'PROPN') return true;
    if (pos !== 'ADJ' && pos !== 'VERB' && pos !== 'NUM' && words[i]!.text !== ',' && words[i]!.lower !== 'and')
      return false;
  }
  return false;
}

/** "152 mm", "122mm", "152-millimetre". */
export function calibreAt(words: readonly Word[], at: number): { text: string; to: number } | undefined {
  const word = words[at]!;
  const glued = /^(\d{1,3}(?:\.\d+)?)-?(mm|millimetre|millimeter|cm)$/.exec(word.lower);
  if (glued) return { text: `${glued[1]} mm`, to: at + 1 };
  if (
    /^\d{1,3}(\.\d+)?$/.test(word.text) &&
    /^(mm|millimetre|millimeter|millimetres|millimeters)$/.test(words[at + 1]?.lower ?? '')
  )
    return { text: `${word.text} mm`, to: at + 2 };
  return undefined;
}

function isExcludedUnit(word: Word, next: Word | undefined, known: Lists): boolean {
  const singular = singularOf(word.text);
  if (known.excluded.has(word.lower) || known.excluded.has(singular)) return true;
  if (next !== undefined && known.excluded.has(`${singular} ${singularOf(next.text)}`)) return true;
  return /^(year|month|day|hour|week|mile|km|metre|meter|inch|foot|minute)s?-/.test(word.lower);
}
