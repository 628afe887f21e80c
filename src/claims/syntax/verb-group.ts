import type { Run } from '../names/phrase.ts';
import { lemmaOf } from '../tokens/verb-lemma.ts';
import type { Word } from '../tokens/word.ts';

/** A verb with its auxiliaries and adverbs: "has been shaping up", "did not receive". `head` is the main verb. */
export type VerbGroup = Run & {
  readonly head: number;
  readonly lemma: string;
  readonly negated: boolean;
  readonly passive: boolean;
  /** A finite clause of its own, or only a participle or infinitive hanging on another verb. */
  readonly form: 'finite' | 'participle' | 'past-participle' | 'infinitive';
  /** Adverbs and modals inside the group. */
  readonly modifiers: readonly string[];
};

const BE = new Set(['be', 'is', 'are', 'was', 'were', 'been', 'being', 'am', "'s", "'re", 'get', 'got']);
const HAVE = new Set(['has', 'have', 'had', 'having', "'ve", "'d", "'s"]);
const MODALS = new Set([
  'will',
  'would',
  'can',
  'could',
  'may',
  'might',
  'shall',
  'should',
  'must',
  "'ll",
  "'d",
  'ca',
  'wo',
]);
const NEGATIONS = new Set(['not', "n't", 'never', 'neither', 'nor', 'hardly', 'no']);

/** Verb groups of a sentence, left to right. */
export function findVerbGroups(words: readonly Word[]): VerbGroup[] {
  const groups: VerbGroup[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word.pos !== 'VERB' && word.pos !== 'AUX') continue;
    const group = groupAt(words, i);
    if (group === undefined) continue;
    const previous = groups[groups.length - 1];
    groups.push(
      previous !== undefined && hangsOnNoun(words, previous, group) ? { ...group, form: 'past-participle' } : group,
    );
    i = group.to - 1;
  }
  const [first, second] = groups;
  return first !== undefined && second !== undefined && isInApposition(words, first, second)
    ? [{ ...first, form: 'past-participle' }, ...groups.slice(1)]
    : groups;
}

/** "X, Chair of the body established in May, said": the first past form stands in what is put between name and verb. */
function isInApposition(words: readonly Word[], first: VerbGroup, second: VerbGroup): boolean {
  if (first.form !== 'finite' || first.from !== first.head || second.form !== 'finite') return false;
  if (!isPastForm(words[first.head]!) || !/^(NOUN|PROPN)$/.test(words[first.from - 1]?.pos ?? '')) return false;
  if (words[first.to]?.pos !== 'ADP' || words[second.from - 1]?.text !== ',') return false;
  const comma = words.findIndex((word) => word.text === ',');
  return (
    comma > 0 &&
    comma < first.from - 1 &&
    /^(PROPN|DET|NOUN|ADJ)$/.test(words[0]!.pos) &&
    /^(PROPN|DET|NOUN|ADJ)$/.test(words[comma + 1]!.pos) &&
    !words.slice(0, first.from).some((word) => /^(who|which|that|where|when|and|but)$/.test(word.lower)) &&
    !words.slice(first.to, second.from - 1).some((word) => word.text === ',')
  );
}

/** "analysed debris from a missile recovered from the city": a second past form without conjunction says what the noun is. */
function hangsOnNoun(words: readonly Word[], previous: VerbGroup, group: VerbGroup): boolean {
  const first = words[group.from]!;
  if (group.form !== 'finite' || group.from !== group.head || !/(ed|n|t)$/.test(first.lower) || !isPastForm(first))
    return false;
  if (!/^(NOUN|PROPN)$/.test(words[group.from - 1]?.pos ?? '')) return false;
  if (
    !/^(from|in|into|by|on|at|to|toward|towards|for|with|under|near|against|during|since|between|off|over|across|aboard|pursuant|alongside|beside|inside|outside)$/.test(
      words[group.to]?.lower ?? '',
    )
  )
    return false;
  if (previous.form === 'past-participle' || SAYS.test(previous.lemma) || SAYS.test(group.lemma)) return false;
  for (let i = previous.to; i < group.from; i++)
    if (
      /^[,;:."()—–]$/.test(words[i]!.text) ||
      /^(and|but|or|that|who|which|when|while|after|before|as|because|if|where|than)$/.test(words[i]!.lower)
    )
      return false;
  return true;
}

/** Behind these a clause may follow without "that", and its verb is no participle. */
const SAYS =
  /^(say|tell|report|claim|believe|think|add|state|announce|confirm|deny|warn|know|note|show|find|estimate|allege|argue|explain|suggest|write|hear|see|let|make|help|watch|admit|acknowledge|insist|indicate|reveal|assess)$/;

const TELLS =
  /^(say|said|tell|told|report|claim|believe|think|add|state|announce|confirm|warn|note|estimate|allege|argue|explain|write|insist|declare|stress|emphasise|emphasize|maintain|reiterate|testify)$/;

function groupAt(words: readonly Word[], at: number): VerbGroup | undefined {
  // "an estimated 600", "the stolen funds": a participle between article and noun is an adjective.
  if (
    /(ed|en|ing)$/.test(words[at]!.lower) &&
    (/^(DET|ADJ|NUM)$/.test(words[at - 1]?.pos ?? '-') ||
      words[at - 1]?.lower === 'such' ||
      (words[at - 1]?.lower === 'for' && words[at]!.lower.endsWith('ed')) ||
      (words[at - 1]?.pos === 'VERB' &&
        !/^(say|says|said)$/.test(words[at - 1]!.lower) &&
        words[at]!.lower.endsWith('ed') &&
        words[at + 1]?.pos !== 'PROPN') ||
      (words[at - 1]?.pos === 'ADP' && !words[at]!.lower.endsWith('ing'))) &&
    words[at - 1]?.lower !== 'that' &&
    !isNumberOfName(words, at - 1) &&
    /^(NOUN|PROPN|NUM|SYM|ADJ)$/.test(words[at + 1]?.pos ?? '')
  )
    return undefined;
  let head = at;
  let to = at + 1;
  for (let i = at + 1; i < words.length; i++) {
    const word = words[i]!;
    if (word.pos === 'VERB' || word.pos === 'AUX') {
      // "said launched" never forms one group: a full verb is followed by another only after an auxiliary.
      if (words[head]!.pos === 'VERB' && !isAuxiliary(words[head]!)) break;
      head = i;
      to = i + 1;
      continue;
    }
    const past = HAVE.has(words[head]!.lower) ? verbBehindTime(words, i) : undefined;
    if (past !== undefined) {
      head = past;
      to = past + 1;
      i = past;
      continue;
    }
    const bridging = word.pos === 'ADV' || word.pos === 'PART' || NEGATIONS.has(word.lower);
    if (!bridging || !(words[head]!.pos === 'AUX' || isAuxiliary(words[head]!))) break;
    if (word.lower === 'to' && !/^(has|have|had|having)$/.test(words[head]!.lower)) break;
    const ahead = words[i + 1];
    if (ahead === undefined || !/^(VERB|AUX|ADV|PART)$/.test(ahead.pos)) break;
  }
  const main = words[head]!;
  const inside = words.slice(at, to);
  let from = at;
  const modifiers = inside.filter((word) => word.pos === 'ADV' || MODALS.has(word.lower)).map((word) => word.lower);
  while (
    from > 0 &&
    (words[from - 1]!.pos === 'ADV' || NEGATIONS.has(words[from - 1]!.lower) || words[from - 1]!.lower === 'to')
  ) {
    const word = words[from - 1]!;
    if (word.pos === 'ADV' && from >= 2 && words[from - 2]!.lower === 'at') {
      modifiers.push(word.lower);
      break;
    }
    if (word.pos === 'ADV') modifiers.push(word.lower);
    from--;
  }
  const lead = words[from]!.lower;
  // "imported no coal", "received neither", "sold none of it": the negation stands at the object; "said no one was hurt" says something.
  const negated =
    words.slice(from, to).some((word) => NEGATIONS.has(word.lower)) ||
    (!TELLS.test(words[head]!.lemma) &&
      /^(no|neither|nothing|none)$/.test(words[to]?.lower ?? '') &&
      words[to + 1]?.lower !== 'longer' &&
      !/^(fewer|less|more|later|earlier|but|except|other)$/.test(words[to + 1]?.lower ?? ''));
  const auxiliary = head > at || words[at]!.pos === 'AUX';
  const passive = head > at && inside.slice(0, -1).some((word) => BE.has(word.lower)) && isPastForm(main);
  return {
    from,
    to,
    head,
    lemma: lemmaOf(words, head),
    negated,
    passive,
    form: formOf(words, lead, at, head, auxiliary),
    modifiers,
  };
}

/** "the Chon Ma 2 transferred oil", "in 2022 warned firms": the end of a name or a time, and no count of transferred oil. */
function isNumberOfName(words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  if (words[at]?.pos !== 'NUM' || before === undefined) return false;
  const year = /^(19|20)\d\d$/.test(words[at]!.text) && /^(in|since|by|of|until)$/.test(before.lower);
  return year || before.pos === 'PROPN' || before.text === 'No.';
}

/** "has in the past called", "had on several occasions said": the verb behind a phrase of time in a perfect tense. */
function verbBehindTime(words: readonly Word[], at: number): number | undefined {
  if (!/^(in|on|at|for|over|during|since|many)$/.test(words[at]!.lower)) return undefined;
  for (let i = at + 1; i < Math.min(words.length - 1, at + 5); i++)
    if (/^(past|years?|months?|weeks?|days?|times?|occasions?|then|decades?)$/.test(words[i]!.lower))
      return words[i + 1]!.pos === 'VERB' && isPastForm(words[i + 1]!) ? i + 1 : undefined;
  return undefined;
}

function isAuxiliary(word: Word): boolean {
  return BE.has(word.lower) || HAVE.has(word.lower) || MODALS.has(word.lower) || /^(do|does|did)$/.test(word.lower);
}

export function isPastForm(word: Word): boolean {
  return (
    /(ed|en|wn|nt|ght|ne|ld|id|ung|uck|oken|ound|lt|ot|ut|de|et|it|urt)$/.test(word.lower) &&
    !word.lower.endsWith('ing')
  );
}

function formOf(words: readonly Word[], lead: string, at: number, head: number, auxiliary: boolean): VerbGroup['form'] {
  if (lead === 'to' || words[at - 1]?.lower === 'to') return 'infinitive';
  const first = words[at]!;
  if (
    /ing$/.test(first.lower) &&
    first.pos === 'VERB' &&
    !/^(b|s|sp|st|sw|f|fl|cl|k|r|w|wr|sl|str)r?ing$/.test(first.lower)
  )
    return 'participle';
  if (first.lower === 'having' || first.lower === 'being') return 'participle';
  if (auxiliary || head !== at) return 'finite';
  // "a group accused of": to accuse takes an object, so without one this is a participle.
  if (/^(accused|suspected|convicted|charged)$/.test(first.lower) && /^(of|with)$/.test(words[at + 1]?.lower ?? ''))
    return 'past-participle';
  // "with China expected to block it": nobody expects, the participle tells of China.
  if (
    /^(expected|believed|thought|suspected|alleged|known|understood|presumed)$/.test(first.lower) &&
    words[at + 1]?.lower === 'to' &&
    /^(VERB|AUX)$/.test(words[at + 2]?.pos ?? '') &&
    /^(NOUN|PROPN)$/.test(words[at - 1]?.pos ?? '')
  )
    return 'past-participle';
  if (opensInsertion(words, at - 1) && isPastForm(first)) return 'past-participle';
  // "the sighting of the tanker, the Sun 6, moored alongside": told of the tanker.
  if (
    /^(moored|anchored|docked|berthed)$/.test(first.lower) &&
    /^(alongside|beside|next)$/.test(words[at + 1]?.lower ?? '')
  )
    if (words.slice(0, at).some((word) => /^(VERB|AUX)$/.test(word.pos))) return 'past-participle';
  if (first.lower === 'known' && words[at + 1]?.lower === 'as') return 'past-participle';
  // "In a letter dated 5 March": no letter dates anything.
  if (first.lower === 'dated' && /^(NOUN|PROPN|,|\))$/.test(words[at - 1]?.pos ?? '')) return 'past-participle';
  if (isInsertedBetweenCommas(words, at)) return 'past-participle';
  if (givesName(words, at)) return 'past-participle';
  // "similar to those reported in 2023": told of what stands before it, when the sentence has had its verb.
  if (
    /^(reported|recorded|registered|documented)$/.test(first.lower) &&
    /^(in|during|since|from|across|last|between)$/.test(words[at + 1]?.lower ?? '') &&
    /^(NOUN|PRON|DET)$/.test(words[at - 1]?.pos ?? '') &&
    words.slice(0, at).some((word) => word.pos === 'VERB' || word.pos === 'AUX')
  )
    return 'past-participle';
  // "sailors already reported as lost": told of the sailors, not by them.
  if (first.lower === 'reported' && /^(as|missing|killed|lost|stolen)$/.test(words[at + 1]?.lower ?? ''))
    if (!/^(many|much|few)$/.test(words[at + 2]?.lower ?? '')) return 'past-participle';
  // "missiles fired by Russia": a past form behind its noun with "by", or a participle-only form ("given", "shown").
  if (
    isPastForm(first) &&
    (/^(by|pursuant)$/.test(words[at + 1]?.lower ?? '') ||
      (words[at + 1]?.lower === 'under' &&
        /^(NOUN|PROPN)$/.test(words[at - 1]?.pos ?? '') &&
        /^(imposed|established|created|adopted|mandated)$/.test(first.lower)) ||
      (/^(given|taken|seen|shown|known|stolen|driven|written|drawn|gone|done|made|sent|sold|built|held|used|seized|imposed|based|owned)$/.test(
        first.lower,
      ) &&
        /^(NOUN|PROPN)$/.test(words[at - 1]?.pos ?? '') &&
        /^(ADP|PUNCT|PART)$/.test(words[at + 1]?.pos ?? 'PUNCT') &&
        hasOtherFinite(words, at)) ||
      // "soldiers deployed to the region have been killed".
      (/(ed)$/.test(first.lower) &&
        words[at - 1]?.pos === 'NOUN' &&
        /s$|^(people|troops|cargo|oil|coal|fuel|petroleum)$/.test(words[at - 1]!.lower) &&
        /^(ADP|PART)$/.test(words[at + 1]?.pos ?? '') &&
        auxiliaryAhead(words, at)))
  )
    return 'past-participle';
  return 'finite';
}

/** "The embargo, imposed in 2015, was violated": between the commas the first past form tells which one, the verb follows. */
function isInsertedBetweenCommas(words: readonly Word[], at: number): boolean {
  if (words[at - 1]?.text !== ',' || words[at + 1]?.pos !== 'ADP' || !isPastForm(words[at]!)) return false;
  if (!/^(NOUN|PROPN)$/.test(words[at - 2]?.pos ?? '')) return false;
  if (words.slice(0, at).some(({ pos }) => /^(VERB|AUX)$/.test(pos))) return false;
  const close = words.findIndex(({ text }, i) => i > at && /^[,;:.]$/.test(text));
  return words[close]?.text === ',' && /^(VERB|AUX)$/.test(words[close + 1]?.pos ?? '');
}

/** "a group called Harbour Nine stole": a name and then the verb; "the ministry called Latvia a partner" tells what it called. */
function givesName(words: readonly Word[], at: number): boolean {
  if (!/^(called|named|dubbed|nicknamed)$/.test(words[at]!.lower) || words[at - 1]?.pos !== 'NOUN') return false;
  let to = at + 1;
  while (/^\p{Lu}/u.test(words[to]?.text ?? '')) to++;
  return to > at + 1 && (/^(VERB|AUX)$/.test(words[to]?.pos ?? '') || words[to]?.text === ',');
}

/** A bracket or dash before the word that opens an insertion; the second dash of a sentence closes it. */
function opensInsertion(words: readonly Word[], mark: number): boolean {
  const text = words[mark]?.text ?? '';
  if (text === '(') return true;
  if (text !== '–' && text !== '—') return false;
  let dashes = 0;
  for (let i = 0; i < mark; i++) if (words[i]!.text === text) dashes++;
  return dashes % 2 === 0;
}

/** The main verb still follows, with no comma or conjunction between: "missiles sold to Iran were seized". */
function hasOtherFinite(words: readonly Word[], at: number): boolean {
  for (let i = at + 1; i < words.length; i++) {
    const word = words[i]!;
    if (/^([,;:."]|and|but|or|that|who|which|when|while|after|before|as|because)$/.test(word.lower)) return false;
    if (words[i - 1]?.lower === 'to') continue;
    if (word.pos === 'AUX' || (word.pos === 'VERB' && /(ed|s|id)$/.test(word.lower))) return true;
  }
  return false;
}

function auxiliaryAhead(words: readonly Word[], at: number): boolean {
  for (let i = at + 1; i < words.length; i++) {
    const word = words[i]!;
    if (/^([,;:."]|and|but|or|that|who|which|when|while|after|before|as|because)$/.test(word.lower)) return false;
    if (word.pos === 'AUX') return !/^(to)$/.test(words[i - 1]!.lower);
    if (word.pos === 'VERB' && words[i - 1]?.lower !== 'to') return false;
  }
  return false;
}
