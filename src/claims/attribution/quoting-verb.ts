import type { CueBasis } from '../lexicon/cue.ts';
import type { Speaker } from '../names/speaker-phrase.ts';
import { contentAfter, floorOf } from '../syntax/clause.ts';
import type { ReadSentence } from '../syntax/parsed-sentence.ts';
import { quoteSoon } from '../syntax/saying-verb.ts';
import { subjectBefore } from '../syntax/subject.ts';
import type { VerbGroup } from '../syntax/verb-group.ts';
import { made, type VerbFrame } from './attribution-parts.ts';
import { readSpeaker } from './speaker.ts';
import type { SpeakerContext } from './speaker-context.ts';

/** "The report cited research to highlight that", "took the floor to say that": who did the one says the other. */
export function infinitiveFrame(
  sentence: ReadSentence,
  index: number,
  basis: CueBasis,
  previous: Speaker | undefined,
  context: SpeakerContext,
): VerbFrame | undefined {
  const { words, groups } = sentence;
  const group = groups[index]!;
  const main = groups[index - 1];
  // "did not give details, except to say no one was hurt": the one who gave none.
  if (previous !== undefined && /^(except|than|other)$/.test(words[group.from - 1]?.lower ?? ''))
    return made(sentence, group, basis, previous, [contentAfter(sentence, index)], 'infinitive', context);
  if (words[group.to]?.lower !== 'that' && !quoteSoon(sentence, group)) return undefined;
  if (main === undefined || main.form !== 'finite' || main.passive || main.negated || sentence.quoted[main.head])
    return undefined;
  if (
    !/^(cite|use|take|issue|release|publish|hold|go-on|go|speak|meet|write|post|quote|continue|appear)$/.test(
      main.lemma,
    )
  )
    return undefined;
  const subject = subjectBefore(words, main.from, sentence.times, floorOf(sentence, main));
  if (subject === undefined) return undefined;
  const speaker = readSpeaker(sentence, subject, subject.apposition, context);
  if (speaker.rule === 'unresolved') return undefined;
  return made(sentence, group, basis, speaker, [contentAfter(sentence, index)], 'infinitive', context);
}

/** "KCNA quoted the marshal as saying that": the marshal speaks, the agency passes it on. */
export function quotingFrame(sentence: ReadSentence, group: VerbGroup, context: SpeakerContext): VerbFrame | undefined {
  const { words } = sentence;
  const saying = words.findIndex(
    (word, i) =>
      i > group.to &&
      i < group.to + 16 &&
      /^(saying|stating|telling)$/.test(word.lower) &&
      words[i - 1]?.lower === 'as',
  );
  if (saying < 0) return citesFact(sentence, group, context);
  const subject = subjectBefore(words, group.from, sentence.times, floorOf(sentence, group));
  const time = sentence.times.find((other) => other.firstWord > group.to && other.lastWord === saying - 2);
  const speaker = readSpeaker(sentence, { from: group.to, to: time?.firstWord ?? saying - 1 }, undefined, context);
  const outlet =
    subject === undefined ? undefined : readSpeaker(sentence, subject, subject.apposition, context).claimant;
  const found = made(
    sentence,
    group,
    'states',
    speaker,
    subject !== undefined && (words[saying + 2] === undefined || sentence.quoted.slice(0, subject.from).some(Boolean))
      ? [{ from: 0, to: subject.from }]
      : [{ from: saying + 1, to: words.length }],
    'quoted-by',
    context,
  );
  return outlet === undefined || outlet.kind === 'unnamed'
    ? found
    : { ...found, frame: { ...found.frame, relay: [outlet] } };
}

/** "He cited an attack that killed 30": what somebody points to is told by them. */
function citesFact(sentence: ReadSentence, group: VerbGroup, context: SpeakerContext): VerbFrame | undefined {
  if (group.lemma !== 'cite' || group.form !== 'finite' || group.passive || group.negated) return undefined;
  const subject = subjectBefore(sentence.words, group.from, sentence.times, floorOf(sentence, group));
  if (subject === undefined) return undefined;
  const speaker = readSpeaker(sentence, subject, subject.apposition, context);
  if (/^(unresolved|document|pronoun-unresolved)$/.test(speaker.rule)) return undefined;
  return made(
    sentence,
    group,
    'states',
    speaker,
    [contentAfter(sentence, sentence.groups.indexOf(group))],
    'preposed',
    context,
  );
}
