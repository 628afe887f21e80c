import type { Predicate, Roles } from './claim.ts';
import { mentionOf } from './mention.ts';
import { inTime, nounPhraseAt, type Run } from './phrase.ts';
import type { ReadSentence } from './read-sentence.ts';
import { subjectBefore } from './subject.ts';
import type { VerbGroup } from './verb-group.ts';

type Mutable = { agent: string[]; recipient: string[]; object: string[]; instrument: string[]; vessel: string[] };

/** Who did what to whom with what, for one verb: mentions exactly as the text has them, without articles and figures. */
export function readRoles(sentence: ReadSentence, group: VerbGroup, predicate: Predicate): Roles {
  const roles: Mutable = { agent: [], recipient: [], object: [], instrument: [], vessel: [] };
  const subject = subjectOf(sentence, group);
  if (subject !== undefined) {
    const names = listOf(sentence, subject);
    if (group.passive || group.form === 'past-participle') roles.object.push(...names);
    else roles.agent.push(...names);
  }
  readBehind(sentence, group, predicate, roles);
  for (const key of ['agent', 'object'] as const)
    for (const name of roles[key]) if (/^(MV|M\/V|MT|M\/T|tanker|vessel|ship)\b/i.test(name)) roles.vessel.push(name);
  return compact(roles);
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
    if (group.form === 'participle' && /^(accuse|suspect|convict|charge|blame)$/.test(other.lemma)) {
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

function readBehind(sentence: ReadSentence, group: VerbGroup, predicate: Predicate, roles: Mutable): void {
  const { words, groups } = sentence;
  const next = groups.find(
    (other) => other.from >= group.to && other.form !== 'past-participle' && other.form !== 'infinitive',
  );
  const limit = next?.from ?? words.length;
  let slot: keyof Mutable | undefined = group.passive ? undefined : 'object';
  let last: keyof Mutable | undefined = slot;
  for (let i = group.to; i < limit; ) {
    const time = inTime(sentence.times, i);
    if (time !== undefined) {
      i = time.lastWord + 1;
      continue;
    }
    const word = words[i]!;
    if (/^[.;:]$/.test(word.text)) break;
    const phrase = nounPhraseAt(words, i);
    if (phrase === undefined || phrase.to > limit) {
      if (word.pos === 'ADP' || word.lower === 'to' || word.lower === 'using')
        slot = slotOf(word.lower, predicate, last);
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
        (words[phrase.to]?.lower === 'with' || nounPhraseAt(words, phrase.to) !== undefined)
      ) {
        roles.recipient.push(name);
        slot = 'object';
        i = words[phrase.to]?.lower === 'with' ? phrase.to + 1 : phrase.to;
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
      return 'agent';
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

/** The parts of "Britain, France and the United States" or the base of "the head of the agency". */
function listOf(sentence: ReadSentence, run: Run): string[] {
  const names: string[] = [];
  for (let i = run.from; i < run.to; ) {
    const phrase = nounPhraseAt(sentence.words, i);
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
      /^(at|least|over|more|than|about|around|some|nearly|up|to|as|many|under|between|million|billion|thousand|hundred|dozen|several|such|its|their|his|her)$/.test(
        words[from]!.lower,
      ))
  )
    from++;
  if (from >= run.to || words[from]!.pos === 'PRON' || words[from]!.pos === 'PART') return '';
  return sentence.text.slice(words[from]!.start, words[run.to - 1]!.end);
}

function compact(roles: Mutable): Roles {
  const out: { -readonly [K in keyof Roles]: Roles[K] } = {};
  for (const key of ['agent', 'recipient', 'object', 'instrument', 'vessel'] as const) {
    const unique = [...new Set(roles[key])].slice(0, 8);
    if (unique.length > 0) out[key] = unique;
  }
  return out;
}
