import { cueTables } from '../lexicon/cue.ts';
import { nounList } from '../lexicon/vocabulary.ts';
import { inTime, type Run } from '../names/phrase.ts';
import type { Word } from '../tokens/word.ts';
import type { ReadSentence } from './parsed-sentence.ts';
import { subjectBefore } from './subject.ts';
import { isPastForm, type VerbGroup } from './verb-group.ts';

const RELATIVE = /^(who|which|that)$/;

/**
 * "The head of a body that has tracked weapons in Ukraine told": the noun right before the verb belongs to a relative
 * clause, and the subject is the noun before its pronoun. A reader who took "Ukraine" would name the wrong speaker.
 */
export function subjectOutsideRelative(sentence: ReadSentence, group: VerbGroup, run: Run): Run | undefined {
  const { words, groups } = sentence;
  for (let i = groups.indexOf(group) - 1; i >= 0; i--) {
    const inner = groups[i]!;
    if (inner.to > run.from || inner.form === 'infinitive') continue;
    if (breaks(sentence, inner.to, group.from)) return undefined;
    const before = words[inner.from - 1];
    if (before === undefined) return undefined;
    if (RELATIVE.test(before.lower)) {
      const noun = words[inner.from - 2];
      if (noun === undefined || !/^(NOUN|PROPN)$/.test(noun.pos)) return undefined;
      const antecedent = subjectBefore(words, inner.from - 1, sentence.times, 0);
      return antecedent === undefined ? undefined : { from: antecedent.from, to: antecedent.to };
    }
    const taken = inner.to === run.from ? antecedentOfObject(sentence, inner) : undefined;
    if (taken !== undefined) return taken;
    // "used in attacks": a participle behind its noun; the pronoun may stand farther left.
    if (inner.form === 'finite' && (inner.head > inner.from || cueTables().verbs.has(inner.lemma))) return undefined;
  }
  return undefined;
}

/** "missiles that Latvia gave the rebels hit", "rebels to whom Latvia gave rifles hit": what the clause is about. */
function antecedentOfObject({ words, times }: ReadSentence, inner: VerbGroup): Run | undefined {
  const giver = subjectBefore(words, inner.from, times, 0);
  const pronoun = giver === undefined ? -1 : giver.from - 1;
  if (!/^(that|which|whom)$/.test(words[pronoun]?.lower ?? '')) return undefined;
  const end = words[pronoun - 1]?.pos === 'ADP' ? pronoun - 1 : pronoun;
  if (!/^(NOUN|PROPN)$/.test(words[end - 1]?.pos ?? '')) return undefined;
  const antecedent = subjectBefore(words, end, times, 0);
  return antecedent === undefined ? undefined : { from: antecedent.from, to: antecedent.to };
}

/** "a dhow carrying rifles was seized": what carries them and not what it carries. */
export function subjectBeforeCarried({ words, times, groups }: ReadSentence, run: Run): Run | undefined {
  // "tonnage departing from the ports was": a preposition may stand between.
  let at = run.from;
  while (/^(PROPN|ADJ|DET)$/.test(words[at - 1]?.pos ?? '')) at--;
  if (words[at - 1]?.pos === 'ADP') at--;
  const inner = groups.find((group) => group.form === 'participle' && (group.to === run.from || group.to === at));
  if (inner === undefined || !/^(NOUN|PROPN)$/.test(words[inner.from - 1]?.pos ?? '')) return undefined;
  const subject = subjectBefore(words, inner.from, times, 0);
  return subject === undefined ? undefined : { from: subject.from, to: subject.to };
}

/** A mark or conjunction by which the relative clause ends before the verb. */
function breaks(sentence: ReadSentence, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (
      /^[,;:"—–]$/.test(sentence.words[i]!.text) ||
      /^(but|while|because|as|when|after|before|although|though|if)$/.test(sentence.words[i]!.lower)
    )
      return true;
  return false;
}

/**
 * "The report released on Friday said", "A command tasked with the embargo announced": a participle hangs on the subject,
 * and what stands before the verb belongs to it. Undefined when no participle stands between.
 */
export function subjectBeforeParticiple(sentence: ReadSentence, group: VerbGroup): Run | undefined {
  const { words, groups } = sentence;
  for (let i = groups.indexOf(group) - 1; i >= 0; i--) {
    const inner = groups[i]!;
    if (inner.form === 'infinitive' || inner.form === 'participle') {
      if (breaks(sentence, inner.to, group.from)) return undefined;
      if (inner.form === 'participle' && canSpeak(words[inner.from - 1])) {
        const doer = subjectBefore(words, inner.from, sentence.times, 0);
        if (doer !== undefined) return { from: doer.from, to: doer.to };
      }
      const whole = inner.form === 'participle' ? subjectBeforePurpose(sentence, inner) : undefined;
      if (whole !== undefined) return whole;
      continue;
    }
    if (breaks(sentence, inner.to, group.from)) return undefined;
    const before = words[inner.from - 1];
    if (before === undefined || !/^(NOUN|PROPN)$/.test(before.pos)) return undefined;
    const participle =
      inner.form === 'past-participle' ||
      (inner.head === inner.from && isPastForm(words[inner.head]!) && !cueTables().verbs.has(inner.lemma));
    if (!participle || RELATIVE.test(before.lower) || takesObject(sentence, inner)) return undefined;
    const subject = subjectBefore(words, inner.from, sentence.times, 0);
    return subject === undefined ? undefined : { from: subject.from, to: subject.to };
  }
  return undefined;
}

/** "members of a panel responsible for tracking the sanctions told": what somebody is there for belongs to who they are. */
function subjectBeforePurpose({ words, times }: ReadSentence, inner: VerbGroup): Run | undefined {
  let end = inner.from - 1;
  if (!/^(for|of|with)$/.test(words[end]?.lower ?? '') || !/^(NOUN|ADJ|PROPN)$/.test(words[end - 1]?.pos ?? ''))
    return undefined;
  while (words[end - 1]?.pos === 'ADJ') end--;
  const subject = subjectBefore(words, end, times, 0);
  return subject === undefined ? undefined : { from: subject.from, to: subject.to };
}

/** "the experts monitoring the embargo said": those who do it speak, and not what they watch. */
function canSpeak(word: Word | undefined): boolean {
  return (
    word?.pos === 'NOUN' &&
    ['unnamed', 'official', 'organ', 'un', 'ngo', 'company'].some((list) => nounList(list).has(word.lower))
  );
}

/** "the army received 12 guns and the militia received": what has its object right behind it is no participle. */
function takesObject({ words, times }: ReadSentence, inner: VerbGroup): boolean {
  const next = words[inner.to];
  return (
    inner.form === 'finite' &&
    next !== undefined &&
    (/^(NUM|DET|NOUN|PROPN)$/.test(next.pos) ||
      /^(it|them|him|her)$/.test(next.lower) ||
      (next.pos === 'ADJ' && /^(NOUN|PROPN)$/.test(words[inner.to + 1]?.pos ?? ''))) &&
    inTime(times, inner.to) === undefined
  );
}
