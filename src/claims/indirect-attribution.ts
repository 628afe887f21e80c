import type { Claimant } from './claim.ts';
import { newsroomOf, speakerRunAfter } from './clause.ts';
import { singularOf } from './counted-noun.ts';
import { type CueBasis, cueTables } from './cue.ts';
import type { Mention } from './mention.ts';
import type { Run } from './phrase.ts';
import type { Frame, ReadSentence } from './read-sentence.ts';
import { readSpeaker } from './speaker.ts';
import type { SpeakerContext } from './speaker-context.ts';
import { headOf } from './speaker-phrase.ts';
import { continuation } from './speaker-place.ts';
import { subjectBefore } from './subject.ts';
import type { VerbGroup } from './verb-group.ts';

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
  const told = sentence.times.find((time) => time.firstWord === group.to);
  // "was reported on 4 January by the newspaper that".
  const behind = told === undefined ? group.to : told.lastWord + 1;
  const infinitive = words[group.to]?.lower === 'to' && sentence.groups[index + 1]?.form === 'infinitive';
  const impersonal = subject !== undefined && subject.to - subject.from === 1 && words[subject.from]!.lower === 'it';
  const accused = /^(accuse|charge)$/.test(group.lemma) && /^(of|by|with)$/.test(words[group.to]?.lower ?? '');
  const by = words[behind]?.lower === 'by' ? speakerRunAfter(sentence, behind + 1) : undefined;
  const that = words[behind]?.lower === 'that' || (by !== undefined && words[by.to]?.lower === 'that');
  if (!accused && !((infinitive || (impersonal && that)) && cues.passives.has(group.lemma))) return undefined;
  const named = by === undefined ? undefined : readSpeaker(sentence, by, undefined, context);
  if (named !== undefined) context.spoke(named.claimant, named.plural);
  const basis: CueBasis = /^(believe|think|estimate|suspect|understand|fear|presume)$/.test(group.lemma)
    ? 'assesses'
    : /^(know)$/.test(group.lemma) || (named !== undefined && /^(report|say|state|announce)$/.test(group.lemma))
      ? 'states'
      : 'alleges';
  const from = impersonal ? (by?.to ?? behind) : (subject?.from ?? 0);
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
    const phrase = view ? { from: at, to: at + 1 } : speakerRunAfter(sentence, at);
    // "according to its mandate": nobody says it.
    if (phrase === undefined || cueTables().notSources.has(words[headOf(words, phrase)]!.lower)) continue;
    const run = withoutReader(sentence, phrase);
    const reader = readerBehind(sentence, run.to);
    const speaker = view
      ? pronounSpeaker(words[at]!.lower, context)
      : readSpeaker(sentence, estimateOf(sentence, run), appositionBehind(sentence, run.to), context);
    if (speaker === undefined) continue;
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

/** "according to estimates by analyst X": X speaks, not the estimates. */
export function estimateOf(sentence: ReadSentence, run: Run): Run {
  const { words } = sentence;
  if (
    /^(his|her|its|their|our|my)$/.test(words[run.from]!.lower) &&
    run.to - run.from <= 4 &&
    ESTIMATES.test(words[run.to - 1]!.lower)
  )
    return { from: run.from, to: run.from + 1 };
  for (let i = run.from; i < Math.min(run.to, run.from + 4); i++)
    if (
      /^(estimates?|figures|data|calculations?|analysis|report|reports|statement|assessments?|study|research|information|documents|findings?|survey|review|investigation|tally|timeline)$/.test(
        words[i]!.lower,
      )
    ) {
      const given =
        /^(provided|supplied|given|compiled|collected|issued|published|released|produced|written|drafted|prepared)$/.test(
          words[i + 1]?.lower ?? '',
        )
          ? 1
          : 0;
      const by = words[i + 1 + given]?.lower;
      if (/^(by|from|of)$/.test(by ?? '') && i + 2 + given < words.length) {
        const from = i + 2 + given;
        const inner = from < run.to ? { from, to: run.to } : speakerRunAfter(sentence, from);
        if (inner !== undefined && (by !== 'of' || /^[A-Z]/.test(words[inner.from]!.text))) return inner;
      }
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
  if (opens) return { from: behindSpeaker(sentence, end), to: words.length };
  let from = 0;
  for (let i = at - 1; i > 0; i--)
    if (words[i]!.text === ';') {
      from = i + 1;
      break;
    }
  return from < at ? { from, to: at } : undefined;
}

/** "Sudan's claim that the bloc sent arms": a statement named by a noun, whose owner stands before it. */
export function nominalFrames(sentence: ReadSentence, context: SpeakerContext): Frame[] {
  const { words } = sentence;
  const frames: Frame[] = [];
  for (let i = 2; i < words.length - 2; i++) {
    if (sentence.quoted[i] || !cueTables().claimNouns.has(singularOf(words[i]!.text))) continue;
    if (words[i + 1]!.lower !== 'that' || !/^'s?$/.test(words[i - 1]!.text)) continue;
    const owner = subjectBefore(words, i - 1, sentence.times, 0);
    if (owner === undefined) continue;
    const speaker = readSpeaker(sentence, owner, undefined, context);
    if (speaker.rule === 'unresolved' || speaker.claimant.kind === 'unnamed') continue;
    const clause = sentence.groups.filter((group) => group.from > i && group.form === 'finite');
    // What is claimed ends where the sentence goes on about the claim: at its main verb.
    const main = clause.slice(1).find((group) => /^(be|have|deny|reject|dismiss)$/.test(group.lemma) || group.passive);
    frames.push({
      claimant: speaker.claimant,
      plural: speaker.plural,
      basis: /^(claim|allegation|accusation|charge)s?$/.test(words[i]!.lower)
        ? 'alleges'
        : /^(assessment|estimate|belief|conclusion)s?$/.test(words[i]!.lower)
          ? 'assesses'
          : 'states',
      lemma: words[i]!.lower,
      content: [{ from: i + 2, to: main?.from ?? words.length }],
      cue: i,
      relay: [],
      speaker: owner,
      rules: [`attribution:noun:${words[i]!.lower}`, `speaker:${speaker.rule}`],
    });
  }
  return frames;
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

/** Headlines: "Seoul: North sent 5,000 containers", "North sent 5,000 containers: minister". */
export function colonFrame(sentence: ReadSentence, context: SpeakerContext): Frame | undefined {
  const { words } = sentence;
  const colon = words.findIndex((word) => word.text === ':');
  if (colon < 1 || sentence.quoted[colon]) return undefined;
  const head: Run = { from: 0, to: colon };
  const tail: Run = { from: colon + 1, to: words.length };
  const verbIn = (run: Run) => sentence.groups.some((group) => group.from >= run.from && group.to <= run.to);
  if (colon <= 7 && !verbIn(head) && (verbIn(tail) || sentence.quoted[colon + 1] === true))
    return madeColon(sentence, head, tail, colon, context);
  if (sentence.headline && tail.to - tail.from <= 5 && !verbIn(tail) && verbIn(head))
    return madeColon(sentence, tail, head, colon, context);
  return undefined;
}

function madeColon(
  sentence: ReadSentence,
  who: Run,
  content: Run,
  colon: number,
  context: SpeakerContext,
): Frame | undefined {
  const speaker = readSpeaker(sentence, who, undefined, context);
  // "Myanmar: shipments go on", above an institute's paper: what it is about.
  if (speaker.rule === 'state-named' && context.source.kind !== 'newsroom') return undefined;
  if (speaker.claimant.kind === 'unnamed' || speaker.claimant.kind === 'sensor') return undefined;
  context.spoke(speaker.claimant, speaker.plural);
  return {
    claimant: speaker.claimant,
    plural: speaker.plural,
    basis: 'states',
    lemma: ':',
    content: [content],
    cue: colon,
    relay: [],
    rules: ['attribution:colon', `speaker:${speaker.rule}`],
  };
}
