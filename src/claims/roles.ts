import type { Predicate, Roles } from './claim.ts';
import { mentionOf } from './mention.ts';
import { inTime, nounPhraseAt, type Run } from './phrase.ts';
import type { ReadSentence } from './read-sentence.ts';
import { subjectBefore } from './subject.ts';
import type { Word } from './token.ts';
import type { VerbGroup } from './verb-group.ts';

type Mutable = { agent: string[]; recipient: string[]; object: string[]; instrument: string[]; vessel: string[] };

/** Who did what to whom with what, for one verb: mentions exactly as the text has them, without articles and figures. */
export function readRoles(sentence: ReadSentence, group: VerbGroup, predicate: Predicate, end: number): Roles {
  const roles: Mutable = { agent: [], recipient: [], object: [], instrument: [], vessel: [] };
  const subject = subjectOf(sentence, group);
  if (subject !== undefined) {
    const names = listOf(sentence, subject);
    if (group.passive || group.form === 'past-participle') roles.object.push(...names);
    else roles.agent.push(...names);
  }
  readBehind(sentence, group, predicate, roles, end);
  for (const key of ['agent', 'object', 'recipient'] as const)
    for (const name of roles[key]) {
      const vessel = vesselIn(name);
      if (vessel !== undefined) roles.vessel.push(vessel);
    }
  return compact(roles);
}

/** "M/T Wind", "the Panama-flagged MASAL", "tanker Ostrava Star", "vessels": the ship that a phrase names. */
function vesselIn(name: string): string | undefined {
  if (/^(MV|M\/V|MT|M\/T)\b|^(tanker|vessel|ship)s?$/i.test(name)) return name;
  const called =
    /-flagged (\p{Lu}[\p{Lu} \d-]{2,})$/u.exec(name) ??
    /(?:^|\s)(?:tanker|vessel|ship|freighter|carrier|trawler|bulker) (\p{Lu}\S*(?: (?:\p{Lu}\S*|\d+))*)$/u.exec(name);
  return called?.[1];
}

/** Who is to do what is demanded: "urges X to stop", "calls on X and Y to pay". */
export function addresseesOf(sentence: ReadSentence, cue: number): Roles {
  const group = sentence.groups.find((other) => other.head === cue);
  if (group === undefined || group.passive) return {};
  const { words } = sentence;
  const from = /^(on|upon)$/.test(words[group.to]?.lower ?? '') ? group.to + 1 : group.to;
  let to = from;
  for (let phrase = nounPhraseAt(words, from); phrase !== undefined; phrase = nounPhraseAt(words, to + 1)) {
    const { from: start } = phrase;
    const mention = sentence.mentions.find((other) => start >= other.from && start < other.to);
    to = Math.max(phrase.to, mention?.to ?? 0);
    if (!/^(,|and)$/.test(words[to]?.lower ?? '')) break;
  }
  if (to === from || words[to]?.lower !== 'to') return {};
  return compact({ agent: listOf(sentence, { from, to }), recipient: [], object: [], instrument: [], vessel: [] });
}

/** The subject of a verb, through coordination and participles, as a run without pronouns. */
export function subjectOf(sentence: ReadSentence, group: VerbGroup): Run | undefined {
  const { words, groups } = sentence;
  const index = groups.findIndex((other) => other.head === group.head);
  const before = words[group.from - 1]?.lower ?? '';
  const leans = group.form === 'participle' || group.form === 'infinitive' || /^(and|but|or)$/.test(before);
  if (!leans) {
    const relative = /^(who|which|that)$/.test(before);
    const end = relative ? (words[group.from - 2]?.text === ',' ? group.from - 2 : group.from - 1) : group.from;
    const run = subjectBefore(words, end, sentence.times, clauseStart(sentence, end));
    if (run !== undefined) return run.to - run.from === 1 && words[run.from]!.pos === 'PRON' ? undefined : run;
    return undefined;
  }
  for (let i = index - 1; i >= 0; i--) {
    const other = groups[i]!;
    if (/^(accuse|suspect|convict|charge|blame)$/.test(other.lemma)) {
      const object = nounPhraseAt(words, other.to);
      if (object !== undefined && !other.passive) return object;
    }
    if (other.form === 'finite') return subjectOf(sentence, other);
  }
  return undefined;
}

function clauseStart(sentence: ReadSentence, at: number): number {
  for (let i = at - 1; i > 0; i--) {
    const word = sentence.words[i]!;
    if (
      /^(that|because|while|although|after|before|if|when|whether|as)$/.test(word.lower) &&
      word.pos !== 'DET' &&
      !inTime(sentence.times, i)
    )
      return i + 1;
    if (/^[;:"]$/.test(word.text)) return i + 1;
    if (word.text === ',' && /^(and|but|while)$/.test(sentence.words[i + 1]?.lower ?? '')) return i + 2;
  }
  return 0;
}

function readBehind(sentence: ReadSentence, group: VerbGroup, predicate: Predicate, roles: Mutable, end: number): void {
  const { words, groups } = sentence;
  const next = groups.find(
    (other) => other.from >= group.to && other.form !== 'past-participle' && other.form !== 'infinitive',
  );
  const limit = Math.min(next?.from ?? words.length, end > group.to ? end : words.length);
  let slot: keyof Mutable | undefined = group.passive ? undefined : 'object';
  let last: keyof Mutable | undefined = slot;
  for (let i = group.to; i < limit; ) {
    const time = inTime(sentence.times, i);
    if (time !== undefined) {
      i = time.lastWord + 1;
      continue;
    }
    const word = words[i]!;
    if (/^[.;:]$/.test(word.text) || word.lower === 'according') break;
    // "an offensive to seize Tripoli": what follows is done with another verb.
    if (groups.some((other) => other.form === 'infinitive' && other.from === i)) break;
    const phrase = thingAt(sentence, i);
    // ", the military said": the subject of the next verb, not one more thing.
    if (
      phrase !== undefined &&
      phrase.to === next?.from &&
      next.form === 'finite' &&
      i > group.to &&
      /^(,|and|but)$/.test(words[i - 1]!.lower)
    )
      break;
    if (phrase !== undefined && slot !== undefined && isApposition(words, phrase, roles[slot].length)) slot = undefined;
    if (phrase === undefined || phrase.to > limit) {
      if (word.pos === 'ADP' || word.lower === 'to' || word.lower === 'using')
        slot = slotOf(word.lower, predicate, last, group);
      else if (joined(word.lower)) slot = last;
      else if (word.pos === 'SCONJ' || word.lower === 'who' || word.lower === 'which') break;
      i++;
      continue;
    }
    if (slot !== undefined) {
      const name = cleaned(sentence, phrase);
      // "send Russia 10 containers": a State right before the thing given is who gets it.
      const mention = mentionOf(sentence.mentions, phrase.from);
      const receives =
        slot === 'object' &&
        /^(transferred|fired|launched)$/.test(predicate) &&
        mention !== undefined &&
        /^(country|seat)$/.test(mention.kind) &&
        roles.object.length === 0;
      if (
        receives &&
        mention.to === phrase.to &&
        (/^(with|either|both)$/.test(words[phrase.to]?.lower ?? '') || nounPhraseAt(words, phrase.to) !== undefined)
      ) {
        roles.recipient.push(name);
        slot = 'object';
        i = /^(with|either|both)$/.test(words[phrase.to]?.lower ?? '') ? phrase.to + 1 : phrase.to;
        continue;
      } else if (receives && mention.to < phrase.to) {
        roles.recipient.push(mention.text);
        const rest = cleaned(sentence, { from: mention.to, to: phrase.to });
        if (rest !== '') roles.object.push(rest);
      } else if (name !== '') roles[slot].push(name);
    }
    if (slot !== undefined) last = slot;
    // What follows without a preposition or conjunction is another phrase ("missiles around 50 times").
    slot = undefined;
    i = phrase.to;
  }
}

function joined(lower: string): boolean {
  return /^(,|and|or|as well as)$/.test(lower);
}

function slotOf(
  preposition: string,
  predicate: Predicate,
  current: keyof Mutable | undefined,
  group: VerbGroup,
): keyof Mutable | undefined {
  switch (preposition) {
    case 'to':
      return predicate === 'transferred' || predicate === 'financed' ? 'recipient' : undefined;
    case 'with':
    case 'using':
      return predicate === 'attacked' || predicate === 'fired'
        ? 'instrument'
        : predicate === 'transferred'
          ? 'object'
          : undefined;
    case 'by':
      // "vetoed a draft led by the United States": the doer of another deed.
      return group.passive || group.form === 'past-participle' ? 'agent' : undefined;
    case 'including':
      return current ?? 'object';
    case 'at':
    case 'against':
    case 'on':
      return predicate === 'fired' || predicate === 'attacked' || predicate === 'launched'
        ? 'recipient'
        : predicate === 'adopted' || predicate === 'designated'
          ? 'recipient'
          : undefined;
    case 'from':
      return undefined;
    default:
      return undefined;
  }
}

const MEASURE =
  /^(barrels?|tons?|tonnes?|kilos?|kilograms?|grams?|litres?|liters?|gallons?|pounds?|tens|dozens|hundreds|thousands|millions|billions|number|amount|quantity|quantities|worth|types?|kinds?|half|ounces?|pieces?|sets?|batch|batches)$/;

/** A noun phrase, "barrels of oil" being oil, and a name of our lists whole: "the Democratic People's Republic of Korea". */
function thingAt(sentence: ReadSentence, at: number): Run | undefined {
  const { words, mentions } = sentence;
  let phrase = nounPhraseAt(words, at);
  for (let i = 0; i < 2 && phrase !== undefined; i++) {
    const of: number = words[phrase.to]?.lower === 'worth' ? phrase.to + 1 : phrase.to;
    if (words[of]?.lower !== 'of' || (of === phrase.to && !MEASURE.test(words[of - 1]!.lower))) break;
    // "barrels of refined petroleum", "tons of banned coal": a participle may open the name of the goods.
    const made = /ed$/.test(words[of + 1]?.lower ?? '') ? nounPhraseAt(words, of + 2) : undefined;
    phrase = nounPhraseAt(words, of + 1) ?? (made === undefined ? phrase : { from: of + 1, to: made.to });
  }
  if (phrase === undefined) return undefined;
  const { from, to } = phrase;
  const name = mentions.find((mention) => mention.from >= from && mention.from < to && mention.to > to);
  return name === undefined ? phrase : { from, to: name.to };
}

/** "the M/T Wind, a Panamanian tanker,": an article behind the comma says again what was named. */
function isApposition(words: readonly Word[], phrase: Run, named: number): boolean {
  if (named !== 1 || words[phrase.from - 1]?.text !== ',' || words[phrase.from]!.pos !== 'DET') return false;
  return !/^(and|or)$/.test(words[phrase.to]?.lower ?? '') && !/^(and|or)$/.test(words[phrase.to + 1]?.lower ?? '');
}

/** The parts of "Britain, France and the United States" or the base of "the head of the agency". */
function listOf(sentence: ReadSentence, run: Run): string[] {
  const names: string[] = [];
  for (let i = run.from; i < run.to; ) {
    const phrase = thingAt(sentence, i);
    if (phrase === undefined) {
      if (sentence.words[i]!.pos === 'ADP') break;
      i++;
      continue;
    }
    const name = cleaned(sentence, { from: phrase.from, to: Math.min(phrase.to, run.to) });
    if (name !== '') names.push(name);
    i = phrase.to;
  }
  return names;
}

/** A phrase without its article, figure and hedge: "over 3 million artillery shells" gives "artillery shells". */
function cleaned(sentence: ReadSentence, run: Run): string {
  const { words } = sentence;
  let from = run.from;
  while (
    from < run.to &&
    (words[from]!.pos === 'DET' ||
      words[from]!.pos === 'NUM' ||
      /^(at|least|over|more|than|about|around|some|nearly|up|to|as|many|under|between|million|billion|thousand|hundred|dozen|several|such|its|their|his|her|only|not|just|even|also)$/.test(
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
  const name = sentence.text.slice(words[from]!.start, words[to - 1]!.end);
  return /\b(?:a\.m\.|p\.m\.|time|frequency|rate|times|value|pace|scale|basis|behalf|order|addition)$|^(?:a\.m\.|p\.m\.)/i.test(
    name,
  )
    ? ''
    : name;
}

function compact(roles: Mutable): Roles {
  const out: { -readonly [K in keyof Roles]: Roles[K] } = {};
  for (const key of ['agent', 'recipient', 'object', 'instrument', 'vessel'] as const) {
    const unique = [...new Set(roles[key])].slice(0, 8);
    if (unique.length > 0) out[key] = unique;
  }
  return out;
}
