import { cueTables } from '../lexicon/cue.ts';
import type { Run } from '../names/phrase.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import type { Frame, ReadSentence } from '../syntax/parsed-sentence.ts';
import { subjectBefore } from '../syntax/subject.ts';
import { readSpeaker } from './speaker.ts';
import type { SpeakerContext } from './speaker-context.ts';

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
