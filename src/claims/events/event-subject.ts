import { cueTables } from '../lexicon/cue.ts';
import { mentionOf } from '../names/mention.ts';
import { inTime, nounPhraseAt, type Run } from '../names/phrase.ts';
import type { ReadSentence } from '../syntax/parsed-sentence.ts';
import { subjectBeforeCarried, subjectBeforeParticiple, subjectOutsideRelative } from '../syntax/relative-clause.ts';
import { subjectBefore } from '../syntax/subject.ts';
import type { VerbGroup } from '../syntax/verb-group.ts';
import { isActor } from './role-actor.ts';

const ACCUSES =
  /^(accuse|suspect|convict|charge|blame|condemn|criticise|criticize|denounce|sanction|punish|fine|arrest|designate)$/;
/** Verbs by which one has or lets another do what follows. */
const CAUSES =
  /^(allow|permit|enable|help|force|order|ask|urge|tell|instruct|persuade|authorise|authorize|direct|encourage|require|invite|press|convince|commission|lead|cause)$/;
const SEES = /^(see|spot|detect|observe|photograph|film|catch|show|witness|record)$/;

/** The subject of a verb, through coordination and participles, as a run without pronouns. */
export function subjectOf(sentence: ReadSentence, group: VerbGroup): Run | undefined {
  const { words, groups } = sentence;
  const index = groups.findIndex((other) => other.head === group.head);
  const before = words[group.from - 1]?.lower ?? '';
  const leans =
    group.form === 'participle' ||
    group.form === 'infinitive' ||
    /^(and|but|or|nor)$/.test(before) ||
    (before === ',' && words[group.from]!.lower === 'then') ||
    words[group.from]!.lower === 'nor' ||
    isListed(sentence, index);
  if (!leans) {
    const relative = /^(who|which|that)$/.test(before);
    const outer = relative ? (words[group.from - 2]?.text === ',' ? group.from - 2 : group.from - 1) : group.from;
    // "[Latvia] was responsible": a name that an editor put in.
    if (words[outer - 1]?.text === ']') {
      const open = words.findLastIndex((word, i) => i < outer && word.text === '[');
      return open < 0 ? undefined : { from: open + 1, to: outer - 1 };
    }
    // 'the country "is not supplying"': marks that open at the verb do not part it from its subject.
    const end =
      /^["'\u201c\u2018]$/.test(words[outer - 1]?.text ?? '') && sentence.quoted[outer] && !sentence.quoted[outer - 2]
        ? outer - 1
        : outer;
    const near = subjectBefore(words, end, sentence.times, clauseStart(sentence, end));
    if (near === undefined) return undefined;
    if (near.to - near.from === 1 && words[near.from]!.pos === 'PRON')
      return ofPronoun(sentence, index, words[near.from]!.lower);
    if (relative) return before === 'who' || isOfParty(sentence, group, near) ? lastWho(sentence, near) : near;
    // "let the army send": who is let does it.
    const previous = groups[index - 1];
    if (previous !== undefined && /^(let|make|help)$/.test(previous.lemma) && previous.to === near.from) return near;
    // "a dhow that Latvia had sent": whoever stands behind the pronoun does it, whatever stands before the noun.
    if (/^(that|which|whom)$/.test(words[near.from - 1]?.lower ?? '')) return wholeSubject(sentence, near);
    return wholeSubject(
      sentence,
      subjectOutsideRelative(sentence, group, near) ??
        subjectBeforeCarried(sentence, near) ??
        subjectBeforeParticiple(sentence, group) ??
        near,
    );
  }
  // "the party's decision to send": whose decision it is.
  if (
    group.form === 'infinitive' &&
    /^(decision|plan|move|attempt|effort|pledge|promise|bid|offer|agreement)$/.test(before)
  ) {
    const mark = words.findLastIndex((word, i) => i < group.from - 1 && i >= group.from - 4 && /^'s?$/.test(word.text));
    if (mark > 0) return subjectBefore(words, mark, sentence.times, groups[index - 1]?.to ?? 0);
  }
  for (let i = index - 1; i >= 0; i--) {
    const other = groups[i]!;
    // "spotted a tanker transferring fuel": the tanker does it; "is used to fund": whoever does it is not told.
    if (
      i === index - 1 &&
      group.form === 'participle' &&
      SEES.test(other.lemma) &&
      /^(NOUN|PROPN)$/.test(words[group.from - 1]!.pos)
    ) {
      const seen = subjectBefore(words, group.from, sentence.times, other.to);
      if (seen !== undefined) return seen;
    }
    if (i === index - 1 && group.form === 'infinitive' && other.passive && other.lemma === 'use') return undefined;
    // "accused the militia of bombing a market, killing 40": one doer of both.
    if (i === index - 1 && group.form === 'participle' && other.form === 'participle')
      return subjectOf(sentence, other);
    // "allowed the army to send", "helped it to buy": whom the verb before it names does it.
    if (i === index - 1 && group.form === 'infinitive' && CAUSES.test(other.lemma) && !other.passive) {
      const object = nounPhraseAt(words, other.to);
      if (object?.to === group.from) return words[object.from]!.pos === 'PRON' ? undefined : object;
    }
    if (ACCUSES.test(other.lemma)) {
      // "firms accused of buying": the accused stand before the participle.
      if (other.form === 'past-participle' && /^(of|with|for)$/.test(words[other.to]?.lower ?? ''))
        return accusedBefore(sentence, other.from, groups[i - 1]?.to ?? 0);
      const object =
        /^(of|with|for)$/.test(before) || /^(accuse|suspect|charge|convict)$/.test(other.lemma)
          ? nounPhraseAt(words, other.to)
          : undefined;
      if (object !== undefined && !other.passive) return object;
    }
    if (other.form === 'finite' && !(i === index - 1 && isInserted(sentence, other))) return subjectOf(sentence, other);
  }
  return undefined;
}

/** ", Malta reported,": who says so between commas does not do what follows. */
function isInserted({ words, times }: ReadSentence, group: VerbGroup): boolean {
  if (words[group.to]?.text !== ',' || !cueTables().verbs.has(group.lemma)) return false;
  const speaker = subjectBefore(words, group.from, times, 0);
  if (speaker === undefined || speaker.to !== group.from) return false;
  const before = words[speaker.from - 1]?.pos === 'DET' ? speaker.from - 2 : speaker.from - 1;
  return words[before]?.text === ',';
}

/** "sold A, sent B and shipped C": a verb in a list of verbs of one subject, which a comma parts from the one before. */
function isListed({ words, groups }: ReadSentence, index: number): boolean {
  const [previous, group, next] = [groups[index - 1], groups[index]!, groups[index + 1]];
  return (
    previous?.form === 'finite' &&
    group.form === 'finite' &&
    next?.form === 'finite' &&
    words[group.from - 1]?.text === ',' &&
    /^(and|or)$/.test(words[next.from - 1]?.lower ?? '') &&
    !words.slice(previous.to, group.from - 1).some(({ text }) => /^[,;:"]$/.test(text))
  );
}

/** "rifles to Chad, which paid", "shares in a firm that sold": a thing pays and sells nothing, so the pronoun means the party named behind it. */
function isOfParty(sentence: ReadSentence, group: VerbGroup, run: Run): boolean {
  const { words } = sentence;
  const thing = nounPhraseAt(words, run.from);
  return (
    !group.passive &&
    /^(pay|buy|purchase|sell|resell|send|ship|export|supply|give|deny|use|order|import|obtain|acquire|provide|fire|launch)$/.test(
      group.lemma,
    ) &&
    thing !== undefined &&
    !isActor(sentence, thing)
  );
}

/** "oil to a trader, who sold": the person named last, and not what was sold. */
function lastWho(sentence: ReadSentence, run: Run): Run {
  for (let i = run.to - 2; i > run.from; i--) {
    if (!/^(to|from|by|with|through|for|in|of)$/.test(sentence.words[i]!.lower)) continue;
    const inner = { from: i + 1, to: run.to };
    return nounPhraseAt(sentence.words, i + 1)?.to === run.to && isActor(sentence, inner) ? inner : run;
  }
  return run;
}

/** "Latvia said it had sold", "the arms it received": the one who acts in the clause before, when it could be meant. */
function ofPronoun(sentence: ReadSentence, index: number, pronoun: string): Run | undefined {
  if (!/^(it|they)$/.test(pronoun)) return undefined;
  const before = sentence.groups.slice(0, index).findLast((other) => other.form === 'finite');
  if (
    before === undefined ||
    before.passive ||
    sentence.quoted[before.head] !== sentence.quoted[sentence.groups[index]!.head]
  )
    return undefined;
  const run = subjectOf(sentence, before);
  if (run === undefined || !isActor(sentence, run)) return undefined;
  const joined = sentence.words.slice(run.from, run.to).some((word) => word.lower === 'and');
  const head = sentence.words[run.to - 1]!;
  const plural = joined || (head.pos === 'NOUN' && /[^s]s$|people|police|troops/.test(head.lower));
  return plural === (pronoun === 'they') ? run : undefined;
}

/**
 * "said Latvia and the army had", "Latvian forces and fighters apparently from a militia have": what a search from the verb to
 * the left takes for the whole subject may be the last name of a list or what says where the subject is from.
 */
function wholeSubject(sentence: ReadSentence, run: Run): Run {
  const { words, mentions } = sentence;
  let { from } = run;
  const origin = words[from - 1]?.lower === 'from' ? from - 1 : -1;
  const before = words[origin - 1]?.pos === 'ADV' ? origin - 1 : origin;
  if (before > 0 && /^(NOUN|PROPN)$/.test(words[before - 1]!.pos)) {
    const outer = subjectBefore(words, before, sentence.times, 0);
    if (outer !== undefined && outer.to === before) return outer;
  }
  // "men working under Berg": whom the participle tells of, and not with whom.
  const [noun, verb] = [words[from - 3], words[from - 2]];
  if (
    words[from - 1]?.pos === 'ADP' &&
    verb?.pos === 'VERB' &&
    /ing$/.test(verb.lower) &&
    /^(NOUN|PROPN)$/.test(noun?.pos ?? '')
  ) {
    const outer = subjectBefore(words, from - 2, sentence.times, 0);
    if (outer !== undefined && outer.to === from - 2) return outer;
  }
  // Only names of one sort are drawn in, and none behind a verb of a deed or a preposition.
  for (;;) {
    const joint = words[from - 1]?.lower === 'and' && words[from - 2]?.text === ',' ? from - 2 : from - 1;
    if (!/^(and|nor|,)$/.test(words[joint]?.lower ?? '')) break;
    const both = words.findIndex((word, i) => /^(both|neither)$/.test(word.lower) && i < joint && i >= joint - 4);
    const name = mentions.find((mention) => mention.to === joint && mention.kind !== 'place');
    const start = both >= 0 ? both + 1 : name?.from;
    if (start === undefined || (both < 0 && mentionOf(mentions, run.to - 1) === undefined)) break;
    const lead = words[words[start - 1]?.lower === 'the' ? start - 2 : start - 1];
    if (lead !== undefined && both < 0 && lead.pos === 'ADP') {
      // "to Chad, Togo and Libya, and Malta sold": a list that a preposition opened ends before the comma.
      return endsList(words, run.from) ? run : { from, to: run.to };
    }
    if (
      lead !== undefined &&
      both < 0 &&
      lead.pos === 'VERB' &&
      !cueTables().verbs.has(lead.lemma) &&
      lead.lower !== 'said'
    )
      break;
    from = words[start - 1]?.lower === 'the' ? start - 1 : start;
  }
  return { from, to: run.to };
}

/** ", and" stands before a subject, or before its article. */
function endsList(words: ReadSentence['words'], at: number): boolean {
  const and = words[at - 1]?.lower === 'the' ? at - 2 : at - 1;
  return words[and]?.lower === 'and' && words[and - 1]?.text === ',';
}

/** "sanctions on firms and people accused of": those behind the last preposition, when they can be accused of anything. */
function accusedBefore(sentence: ReadSentence, at: number, floor: number): Run | undefined {
  const run = subjectBefore(sentence.words, at, sentence.times, floor);
  if (run === undefined) return undefined;
  let { from } = run;
  for (let i = from; i < run.to; i++) if (/^(on|against|from|with|by)$/.test(sentence.words[i]!.lower)) from = i + 1;
  return isActor(sentence, { from, to: run.to }) ? { from, to: run.to } : undefined;
}

function clauseStart(sentence: ReadSentence, at: number): number {
  for (let i = at - 1; i > 0; i--) {
    const word = sentence.words[i]!;
    if (
      /^(that|because|while|although|after|before|if|when|whether|as)$/.test(word.lower) &&
      word.pos !== 'DET' &&
      !(word.lower === 'as' && /^(known|such|well)$/.test(sentence.words[i - 1]!.lower)) &&
      !inTime(sentence.times, i)
    )
      return i + 1;
    if (/^[;:"]$/.test(word.text)) return i + 1;
    if (word.text === ',' && /^(and|but|while)$/.test(sentence.words[i + 1]?.lower ?? '')) return i + 2;
  }
  return 0;
}
