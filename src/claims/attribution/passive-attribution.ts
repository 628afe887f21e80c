import { type CueBasis, cueTables } from '../lexicon/cue.ts';
import type { Claimant } from '../model/claim.ts';
import { inTime, type Run } from '../names/phrase.ts';
import { newsroomOf, speakerRunAfter } from '../syntax/clause.ts';
import type { Frame, ReadSentence } from '../syntax/parsed-sentence.ts';
import { subjectBefore } from '../syntax/subject.ts';
import type { VerbGroup } from '../syntax/verb-group.ts';
import type { Word } from '../tokens/word.ts';
import { readSpeaker } from './speaker.ts';
import type { SpeakerContext } from './speaker-context.ts';
import { continuation } from './speaker-place.ts';

const LETS_KNOW = /^(tell|inform|notify|advise|assure|warn)$/;
const UNNAMED: Claimant = { name: 'unnamed', kind: 'unnamed' };

/** "reportedly providing": someone says so, and the text does not say who. It covers that verb and what hangs on it. */
export function adverbFrame(sentence: ReadSentence, group: VerbGroup): Frame | undefined {
  const adverb = group.modifiers.find((word) => cueTables().adverbs.has(word));
  if (adverb === undefined) return undefined;
  const next = sentence.groups.find((other) => other.from >= group.to && other.form === 'finite');
  const subject = group.form === 'finite' ? subjectBefore(sentence.words, group.from, sentence.times, 0) : undefined;
  const to = next === undefined ? sentence.words.length : boundaryBefore(sentence, next, group.to);
  return {
    claimant: UNNAMED,
    plural: false,
    basis: 'alleges',
    lemma: adverb,
    content: [{ from: subject?.from ?? group.from, to }],
    cue: -1,
    relay: [],
    rules: [`attribution:adverb:${adverb}`],
  };
}

function boundaryBefore(sentence: ReadSentence, next: VerbGroup, floor: number): number {
  for (let i = next.from - 1; i > floor; i--)
    if (/^(and|but|while|which|who|[,;])$/.test(sentence.words[i]!.lower)) return i;
  return next.from;
}

/**
 * "is believed to have", "it was reported that", "was quoted by Y as saying", "was accused of": attribution in the passive.
 * Without "by" nobody is named.
 */
export function passiveFrame(
  sentence: ReadSentence,
  index: number,
  context: SpeakerContext,
): { frame: Frame } | undefined {
  const { words } = sentence;
  const group = sentence.groups[index]!;
  const cues = cueTables();
  const base = { plural: false, cue: group.head, lemma: group.lemma };
  const subject = subjectBefore(words, group.from, sentence.times, 0);
  if (
    group.lemma === 'quote' ||
    (group.lemma === 'cite' && words.slice(group.to, group.to + 12).some((word) => word.lower === 'saying'))
  ) {
    const saying = words.findIndex((word, i) => i > group.to && /^(saying|telling|stating)$/.test(word.lower));
    if (saying < 0 || subject === undefined) return undefined;
    const speaker = readSpeaker(sentence, subject, subject.apposition, context);
    context.spoke(speaker.claimant, speaker.plural);
    const outlet = sentence.mentions.find((mention) => mention.kind === 'newsroom' && mention.from > group.head);
    return {
      frame: {
        ...base,
        claimant: speaker.claimant,
        basis: 'states',
        content:
          words[saying + 2] === undefined || sentence.quoted.slice(0, subject.from).some(Boolean)
            ? [{ from: 0, to: subject.from }, ...continuation(sentence, saying + 1)]
            : [{ from: saying + 1, to: words.length }],
        relay: outlet === undefined ? [] : [newsroomOf(outlet)],
        rules: ['attribution:quoted-by', `speaker:${speaker.rule}`],
      },
    };
  }
  if (/^(deny|reject|dismiss|refute|dispute)$/.test(group.lemma)) {
    const denier = words[group.to]?.lower === 'by' ? speakerRunAfter(sentence, group.to + 1) : undefined;
    if (denier === undefined || subject === undefined) return undefined;
    const speaker = readSpeaker(sentence, denier, undefined, context);
    if (speaker.rule === 'unresolved') return undefined;
    context.spoke(speaker.claimant, speaker.plural);
    return {
      frame: {
        ...base,
        plural: speaker.plural,
        claimant: speaker.claimant,
        basis: 'denies',
        content: [{ from: 0, to: group.from }],
        relay: [],
        speaker: denier,
        rules: [`attribution:denied-by:${group.lemma}`, `speaker:${speaker.rule}`],
      },
    };
  }
  const dated = sentence.times.find((time) => time.firstWord === group.to);
  // "was reported on 4 January by the newspaper that".
  const behind = dated === undefined ? group.to : dated.lastWord + 1;
  const infinitive = words[group.to]?.lower === 'to' && sentence.groups[index + 1]?.form === 'infinitive';
  const impersonal = subject !== undefined && subject.to - subject.from === 1 && words[subject.from]!.lower === 'it';
  const accused = /^(accuse|charge)$/.test(group.lemma) && /^(of|by|with)$/.test(words[group.to]?.lower ?? '');
  const by = words[behind]?.lower === 'by' ? upToDeed(words, speakerRunAfter(sentence, behind + 1)) : undefined;
  const told =
    by === undefined
      ? undefined
      : inTime(sentence.times, /^(in|on)$/.test(words[by.to]?.lower ?? '') ? by.to + 1 : by.to);
  const clause = by === undefined ? behind : told === undefined ? by.to : told.lastWord + 1;
  const that = words[clause]?.lower === 'that';
  // "the Panel was informed by Latvia that": the listener is the subject.
  const informed = that && by !== undefined && LETS_KNOW.test(group.lemma) && !group.negated;
  if (!accused && !informed && !((infinitive || (impersonal && that)) && cues.passives.has(group.lemma)))
    return undefined;
  const named = by === undefined ? undefined : readSpeaker(sentence, by, undefined, context);
  if (named !== undefined) context.spoke(named.claimant, named.plural);
  // "was accused by Latvia of it, which it denies": "it" is the accused.
  const accusedOne =
    accused && subject !== undefined ? readSpeaker(sentence, subject, subject.apposition, context) : undefined;
  if (accusedOne !== undefined && accusedOne.rule !== 'unresolved')
    context.spoke(accusedOne.claimant, accusedOne.plural);
  const basis: CueBasis = /^(believe|think|estimate|suspect|understand|fear|presume)$/.test(group.lemma)
    ? 'assesses'
    : /^(know)$/.test(group.lemma) ||
        informed ||
        (named !== undefined && /^(report|say|state|announce)$/.test(group.lemma))
      ? 'states'
      : 'alleges';
  const from = informed ? clause + 1 : impersonal ? (by?.to ?? behind) : (subject?.from ?? 0);
  return {
    frame: {
      ...base,
      claimant: named?.claimant ?? UNNAMED,
      basis,
      content: [{ from, to: words.length }],
      relay: [],
      rules: [`attribution:passive:${group.lemma}`, ...(named === undefined ? [] : [`speaker:${named.rule}`])],
    },
  };
}

/** "accused by Latvia of arming": the deed is no part of who accuses. */
function upToDeed(words: readonly Word[], run: Run | undefined): Run | undefined {
  if (run === undefined) return undefined;
  const deed = words.findIndex(
    ({ lower }, i) =>
      i > run.from && i < run.to && /^(of|with)$/.test(lower) && /^\p{Ll}+ing$/u.test(words[i + 1]?.text ?? ''),
  );
  return deed < 0 ? run : { from: run.from, to: deed };
}
