import { cueTables } from '../lexicon/cue.ts';
import { nounList } from '../lexicon/vocabulary.ts';
import type { Claimant } from '../model/claim.ts';
import type { Mention } from '../names/mention.ts';
import type { Run } from '../names/phrase.ts';
import { headOf } from '../names/speaker-phrase.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import { newsroomOf, speakerRunAfter } from '../syntax/clause.ts';
import type { Frame, ReadSentence } from '../syntax/parsed-sentence.ts';
import { subjectBefore } from '../syntax/subject.ts';
import type { Word } from '../tokens/word.ts';
import { readSpeaker } from './speaker.ts';
import type { SpeakerContext } from './speaker-context.ts';

/** "According to X, …", "…, according to X", "citing X", "in X's view". */
export function prepositionFrames(sentence: ReadSentence, context: SpeakerContext): Frame[] {
  const { words } = sentence;
  const frames: Frame[] = [];
  for (let i = 0; i < words.length; i++) {
    if (sentence.quoted[i]) continue;
    const lower = words[i]!.lower;
    // "Per the institute, …", "…, per the ministry".
    const per =
      lower === 'per' &&
      (i === 0 || words[i - 1]!.text === ',' || words[i - 1]!.lower === 'as') &&
      /^(the$|\p{Lu})/u.test(words[i + 1]?.text ?? '');
    const according = per || (lower === 'according' && words[i + 1]?.lower === 'to');
    const citing =
      (lower === 'citing' || (lower === 'quoting' && !sentence.quoted[i + 1])) &&
      (words[i - 1]?.text === ',' || i === 0 || words[i - 1]!.pos === 'VERB');
    const view =
      /^(in|by)$/.test(lower) &&
      /^(view|estimate|assessment|words|account|opinion|estimation|reckoning)$/.test(words[i + 2]?.lower ?? '') &&
      /^(his|her|its|their)$/.test(words[i + 1]?.lower ?? '');
    const owned = view ? undefined : ownedEstimate(sentence, i);
    if (owned !== undefined) {
      const frame = estimateFrame(sentence, i, owned, context);
      if (frame !== undefined) frames.push(frame);
      continue;
    }
    if (!according && !citing && !view) continue;
    const at = view || per ? i + 1 : according ? i + 2 : i + 1;
    // "according to her,": the pronoun alone.
    const pronoun =
      view ||
      (/^(him|her|them|it)$/.test(words[at]?.lower ?? '') && !/^(NOUN|PROPN|ADJ)$/.test(words[at + 1]?.pos ?? ''));
    const phrase = pronoun ? { from: at, to: at + 1 } : speakerRunAfter(sentence, at);
    // "according to its mandate": nobody says it.
    if (phrase === undefined || cueTables().notSources.has(words[headOf(words, phrase)]!.lower)) continue;
    const run = withoutReader(sentence, phrase);
    const reader = readerBehind(sentence, run.to);
    const speaker = view
      ? pronounSpeaker(words[at]!.lower, context)
      : readSpeaker(sentence, estimateOf(sentence, run), appositionBehind(sentence, run.to), context);
    // "citing the safety of its soldiers": a reason, and nobody.
    if (speaker === undefined || (citing && speaker.rule === 'unresolved' && !canBeCited(words, run))) continue;
    const content = contentAround(sentence, per && words[i - 1]?.lower === 'as' ? i - 1 : i, view ? i + 3 : phrase.to);
    if (content === undefined) continue;
    context.spoke(speaker.claimant, speaker.plural);
    const assesses =
      view || /^(estimates?|calculations?|assessments?|projections?|analysis)$/.test(words[run.from]!.lower);
    frames.push({
      claimant: speaker.claimant,
      plural: speaker.plural,
      basis: assesses ? 'assesses' : 'states',
      lemma: according ? 'according to' : citing ? 'citing' : lower,
      content: [content, ...goingOn(sentence, content, view ? i + 3 : phrase.to)],
      cue: i,
      relay: reader === undefined ? [] : [newsroomOf(reader)],
      speaker: run,
      rules: [
        `attribution:${according ? 'according-to' : citing ? 'citing' : 'in-the-view-of'}`,
        `speaker:${speaker.rule}`,
      ],
    });
  }
  return frames;
}

function canBeCited(words: readonly Word[], run: Run): boolean {
  const { lower } = words[headOf(words, run)]!;
  return (
    /^(sources?|people|residents?|witness(es)?|media|data|figures|records?|officials?|experts?|analysts?|group|team|estimates?)$/.test(
      lower,
    ) || words[headOf(words, run)]!.pos === 'PROPN'
  );
}

const READING = /^(seen|obtained|reviewed|viewed|examined|read|published|posted|carried|released|shared|quoted)$/;

/** "a report seen by AFP": who has read it is not who wrote it. */
function withoutReader(sentence: ReadSentence, run: Run): Run {
  for (let i = run.from + 1; i < run.to - 1; i++)
    if (READING.test(sentence.words[i]!.lower) && /^(by|on|in|to|with)$/.test(sentence.words[i + 1]!.lower))
      return { from: run.from, to: i };
  return run;
}

/** The newsroom that has seen the document named before: it passes it on. */
function readerBehind(sentence: ReadSentence, at: number): Mention | undefined {
  if (!READING.test(sentence.words[at]?.lower ?? '')) return undefined;
  return sentence.mentions.find(
    (mention) => mention.kind === 'newsroom' && mention.from > at && mention.from <= at + 5,
  );
}

const ESTIMATES =
  /^(estimates?|count|tally|reckoning|calculations?|assessment|view|opinion|judgement|judgment|estimation|account|telling)$/;

/** "by the U.S. estimate", "in the Panel's view", "on Seoul's count": whose estimate it is, and where the phrase ends. */
function ownedEstimate(sentence: ReadSentence, at: number): { run: Run; to: number } | undefined {
  const { words } = sentence;
  if (!/^(by|in|on)$/.test(words[at]!.lower)) return undefined;
  for (let i = at + 2; i < Math.min(words.length, at + 9); i++) {
    const word = words[i]!;
    if (word.pos === 'VERB' || word.pos === 'AUX' || /^[.;:,"]$/.test(word.text)) return undefined;
    if (!ESTIMATES.test(word.lower)) continue;
    const next = words[i + 1];
    if (next !== undefined && next.lower === 'of' && /^the$/i.test(words[at + 1]!.text)) {
      const run = speakerRunAfter(sentence, i + 2);
      return run === undefined || !/^(the|\p{Lu})/u.test(words[run.from]!.text) ? undefined : { run, to: run.to };
    }
    const end =
      words[at]!.lower === 'in' || at === 0 || words[at - 1]!.text === ',' || next?.text === ',' || next?.text === '.';
    if (!end) return undefined;
    const possessive = words.slice(at + 1, i).findLastIndex((other) => /^'s?$/.test(other.text));
    if (possessive >= 0) return { run: { from: at + 1, to: at + 1 + possessive }, to: i + 1 };
    const named = sentence.mentions.some((mention) => mention.from > at && mention.to <= i);
    return named ? { run: { from: at + 1, to: i }, to: i + 1 } : undefined;
  }
  return undefined;
}

function estimateFrame(
  sentence: ReadSentence,
  at: number,
  owned: { run: Run; to: number },
  context: SpeakerContext,
): Frame | undefined {
  const speaker = readSpeaker(sentence, owned.run, undefined, context);
  const content = contentAround(sentence, at, owned.to);
  if (content === undefined || speaker.claimant.name === 'unnamed') return undefined;
  context.spoke(speaker.claimant, speaker.plural);
  return {
    claimant: speaker.claimant,
    plural: speaker.plural,
    basis: 'assesses',
    lemma: 'according to',
    content: [content],
    cue: at,
    relay: [],
    speaker: owned.run,
    rules: ['attribution:by-estimate-of', `speaker:${speaker.rule}`],
  };
}

const ISSUED =
  /^(provided|supplied|given|compiled|collected|issued|published|released|produced|written|drafted|prepared|circulated|presented|shared)$/;

/** "according to estimates by analyst X", "photos provided by X": X speaks, not the estimates. */
export function estimateOf(sentence: ReadSentence, run: Run): Run {
  const { words } = sentence;
  if (
    /^(his|her|its|their|our|my)$/.test(words[run.from]!.lower) &&
    run.to - run.from <= 4 &&
    ESTIMATES.test(words[run.to - 1]!.lower)
  )
    return { from: run.from, to: run.from + 1 };
  for (let i = run.from; i < Math.min(run.to, run.from + 4); i++) {
    if (!nounList('issued').has(singularOf(words[i]!.lower))) continue;
    // "an analysis of satellite imagery by the institute": what it is of stands between.
    let at = i + 1;
    if (words[at]?.lower === 'of' && !/^\p{Lu}/u.test(words[at + 1]?.text ?? '')) {
      let end = at + 1;
      while (end < at + 7 && /^(NOUN|ADJ|VERB|DET|NUM|CCONJ)$/.test(words[end]?.pos ?? '')) end++;
      if (words[end]?.lower === 'by') at = end;
    }
    if (ISSUED.test(words[at]?.lower ?? '')) at++;
    const by = words[at]?.lower ?? '';
    if (!/^(by|from|of)$/.test(by) || at + 1 >= words.length) continue;
    const inner = at + 1 < run.to ? { from: at + 1, to: run.to } : speakerRunAfter(sentence, at + 1);
    if (inner !== undefined && (by !== 'of' || /^[A-Z]/.test(words[inner.from]!.text))) return inner;
  }
  return run;
}

function pronounSpeaker(
  lower: string,
  context: SpeakerContext,
): { claimant: Claimant; plural: boolean; rule: string } | undefined {
  const claimant = context.pronoun(lower === 'his' ? 'he' : lower === 'her' ? 'she' : lower === 'its' ? 'it' : 'they');
  return claimant === undefined ? undefined : { claimant, plural: lower === 'their', rule: 'pronoun' };
}

function appositionBehind(sentence: ReadSentence, at: number): Run | undefined {
  const { words } = sentence;
  // "citing a group based in the capital: the National Network for Rights".
  for (let i = at; i < Math.min(words.length - 2, at + 6); i++)
    if (words[i]!.text === ':' && !sentence.quoted[i + 1]) {
      const named = speakerRunAfter(sentence, i + 1);
      return named !== undefined && named.to >= words.length - 1 ? named : undefined;
    } else if (/^[,;."]$/.test(words[i]!.text)) break;
  if (
    words[at]?.text !== ',' ||
    words[at + 1] === undefined ||
    words[at + 1]!.pos === 'VERB' ||
    sentence.quoted[at + 1]
  )
    return undefined;
  if (!/^(a|an|the)$/.test(words[at + 1]!.lower) && !/^[A-Z]/.test(words[at + 1]!.text)) return undefined;
  let to = at + 1;
  while (to < words.length && !/^[,.;"]$/.test(words[to]!.text) && to < at + 16) to++;
  if (sentence.groups.some((group) => group.from > at && group.from < to && group.form === 'finite')) return undefined;
  return to < words.length &&
    words[to]!.text === ',' &&
    sentence.groups.some((group) => group.from > at && group.to <= to && group.form === 'finite')
    ? undefined
    : { from: at + 1, to };
}

/** "According to reports submitted by 47 members as of December, N …": what is said begins behind the comma. */
function behindSpeaker(sentence: ReadSentence, end: number): number {
  const { words } = sentence;
  const next = sentence.groups.find((group) => group.from >= end);
  if (next === undefined || next.from !== end || next.form === 'infinitive') return end;
  for (let i = end; i < Math.min(words.length, end + 20); i++) if (words[i]!.text === ',') return i + 1;
  return end;
}

/** What "according to X" covers: the clause behind it when it opens the sentence, else the clause before it. */
function contentAround(sentence: ReadSentence, at: number, end: number): Run | undefined {
  const { words } = sentence;
  const opens =
    at === 0 ||
    words[at - 1]!.lower === 'that' ||
    (words[at - 1]!.text === ',' && words[at - 2]?.lower === 'that') ||
    (/^(and|but|,|;|"|—)$/.test(words[at - 1]!.lower) &&
      !sentence.groups.some((group) => group.to <= at && group.form !== 'infinitive'));
  if (opens || opensClause(sentence, at, end)) return { from: behindSpeaker(sentence, end), to: words.length };
  let from = 0;
  for (let i = at - 1; i > 0; i--)
    if (words[i]!.text === ';') {
      from = i + 1;
      break;
    }
  return from < at ? { from, to: at } : undefined;
}

/** "A and, according to X, B did": between a conjunction and a clause with its own subject X speaks of that clause. */
function opensClause(sentence: ReadSentence, at: number, end: number): boolean {
  const { words, groups } = sentence;
  const joint = words[at - 1]?.text === ',' ? at - 2 : at - 1;
  if (!/^(and|but|while|whereas|;)$/.test(words[joint]?.lower ?? '') || words[end]?.text !== ',') return false;
  const next = groups.find(({ from, form }) => from > end && form === 'finite');
  return (
    next !== undefined && next.from > end + 1 && subjectBefore(words, next.from, sentence.times, end + 1) !== undefined
  );
}

/** "A, according to X, while B": figures that go on behind the speaker are of the same source, when nobody else is named. */
function goingOn(sentence: ReadSentence, content: Run, at: number): Run[] {
  const { words } = sentence;
  if (content.from >= at || words[at]?.text !== ',' || !/^(while|and|with|including)$/.test(words[at + 1]?.lower ?? ''))
    return [];
  const others = sentence.groups.some(
    (group) => group.from > at && group.form !== 'infinitive' && cueTables().verbs.has(group.lemma),
  );
  const named = words.slice(at).some((word) => /^(according|citing|reportedly)$/.test(word.lower));
  return others || named || !words.slice(at).some((word) => word.pos === 'NUM')
    ? []
    : [{ from: at + 2, to: words.length }];
}
