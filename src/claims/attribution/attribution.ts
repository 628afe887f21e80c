import { type CueBasis, cueTables, PLAIN_SAYING, QUOTES_ONLY } from '../lexicon/cue.ts';
import type { Run } from '../names/phrase.ts';
import type { Speaker } from '../names/speaker-phrase.ts';
import { contentAfter, floorOf, lacksSubject, participleSubjectRun, relativeSubject } from '../syntax/clause.ts';
import type { Frame, ReadSentence } from '../syntax/parsed-sentence.ts';
import {
  evidentialObject,
  givesFigure,
  hasAt,
  intendsBasis,
  isCall,
  isDeniable,
  isDismissive,
  isDissuading,
  isEcho,
  isEvidential,
  isNaming,
  isOfTheView,
  isRequest,
  links,
  provesThat,
  quoteSoon,
} from '../syntax/saying-verb.ts';
import { subjectBefore } from '../syntax/subject.ts';
import type { VerbGroup } from '../syntax/verb-group.ts';
import type { Word } from '../tokens/word.ts';
import {
  authorOf,
  isLaw,
  isNamed,
  isNeither,
  isWatcher,
  OBSERVERS,
  openingParticiple,
  opensWithWe,
  ownerOfEstimate,
  subjectOf,
} from './attributed-subject.ts';
import { made, type VerbFrame } from './attribution-parts.ts';
import { clippedAtSpeaker, withBelief, withCited, withoutDateline, withoutTold } from './frame-order.ts';
import { prepositionFrames } from './indirect-attribution.ts';
import { colonFrame, nominalFrames } from './nominal-attribution.ts';
import { adverbFrame, passiveFrame } from './passive-attribution.ts';
import { placedBehind } from './placed-frame.ts';
import { infinitiveFrame, quotingFrame } from './quoting-verb.ts';
import { isOnlySeen, isTold } from './reported.ts';
import { readSpeaker } from './speaker.ts';
import type { SpeakerContext } from './speaker-context.ts';
import { continuation, invertedSpeaker, isClauseAhead } from './speaker-place.ts';

/** Attributions of a sentence from left to right, nested ones after those that hold them. */
export function findFrames(sentence: ReadSentence, context: SpeakerContext): Frame[] {
  const frames: Frame[] = [];
  for (const frame of [
    colonFrame(sentence, context),
    ...prepositionFrames(sentence, context),
    ...nominalFrames(sentence, context),
  ])
    if (frame !== undefined) frames.push(frame);
  let previous: { speaker: Speaker; frame: Frame } | undefined;
  let told: Speaker | undefined;
  for (let i = 0; i < sentence.groups.length; i++) {
    const group = sentence.groups[i]!;
    if (sentence.quoted[group.head]) continue;
    // "X denied it, the agency reported, saying that": X says it, and not the agency that passes it on.
    const teller = group.form === 'participle' && previous?.speaker.claimant.kind === 'newsroom' ? told : undefined;
    const found = verbFrame(sentence, i, context, teller ?? previous?.speaker);
    if (found === undefined) continue;
    if (found.speaker !== undefined) {
      previous = { speaker: found.speaker, frame: found.frame };
      if (found.speaker.claimant.kind !== 'newsroom') told = found.speaker;
    }
    frames.push(found.frame);
  }
  const joined = withoutTold(withCited(withBelief(clippedAtSpeaker(withoutDateline(frames)))));
  joined.sort((a, b) => a.content[0]!.from - b.content[0]!.from || b.content[0]!.to - a.content[0]!.to);
  const kept = joined.filter((frame) => !isOnlySeen(sentence, frame, joined));
  const outermost = kept.findLast((frame) => frame.speaker !== undefined && !isTold(frame, kept));
  if (outermost !== undefined && kept.length > 1) context.spoke(outermost.claimant, outermost.plural);
  return kept;
}

function verbFrame(
  sentence: ReadSentence,
  index: number,
  context: SpeakerContext,
  previous: Speaker | undefined,
): VerbFrame | undefined {
  const { words } = sentence;
  const group = sentence.groups[index]!;
  const cues = cueTables();
  const unnamed = adverbFrame(sentence, group);
  if (unnamed !== undefined) return { frame: unnamed };
  if (group.passive) return passiveFrame(sentence, index, context);
  const intends = intendsBasis(words, group);
  const wants =
    (/^(want|ask|call-for|tell|challenge)$/.test(group.lemma) && isRequest(words, group)) ||
    (/^(warn|caution|advise)$/.test(group.lemma) && isDissuading(words, group));
  const asks = group.lemma === 'ask' && !wants;
  const view = isOfTheView(words, group);
  const puts =
    (/^(put|place|set)$/.test(group.lemma) && hasAt(words, group)) ||
    (/^(have|provide|give|offer|produce|use)$/.test(group.lemma) && givesFigure(words, group));
  const proves =
    /^(provide|present|offer|produce|publish|release|issue|give|submit)$/.test(group.lemma) && provesThat(words, group);
  const call = isCall(words, group);
  const naming =
    /^(call|brand|dub|label|describe|characterise|characterize|portray|depict|dismiss|deem|denounce|decry|consider|slam|blast)$/.test(
      group.lemma,
    ) &&
    group.form !== 'infinitive' &&
    isNaming(sentence, group);
  const owner = ownerOfEstimate(sentence, group);
  const basis: CueBasis | undefined =
    owner !== undefined
      ? 'assesses'
      : wants || call || group.lemma === 'call-for'
        ? 'calls-for'
        : intends
          ? 'intends'
          : view || puts
            ? 'assesses'
            : (naming && isDismissive(words, group)) ||
                (/^(deem|denounce|decry|slam|blast)$/.test(group.lemma) && isDismissive(words, group))
              ? 'denies'
              : proves || links(words, group) || (asks && quoteSoon(sentence, group))
                ? 'states'
                : (cues.verbs.get(group.lemma) ??
                  (previous === undefined && isEvidential(sentence, group) ? 'states' : undefined));
  if (basis === undefined || (asks && basis === 'calls-for') || (group.lemma === 'want' && !wants)) return undefined;
  // "the committee will consider the request": nothing is held yet.
  if (
    basis === 'assesses' &&
    !view &&
    !puts &&
    group.modifiers.some((word) => /^(will|would|may|might|should|must|can|could)$/.test(word))
  )
    return undefined;
  // "it would have requested": nobody did.
  if (group.modifiers.includes('would') && words.slice(group.from, group.head).some((word) => word.lower === 'have'))
    return undefined;
  // "has not claimed responsibility", "did not elaborate": nothing is said.
  if (/^(anonymity|confidentiality)$/.test(words[group.to]?.lower ?? '')) return undefined;
  if (group.lemma === 'claim' && /^(responsibility|credit)$/.test(words[group.to]?.lower ?? '')) return undefined;
  if (
    group.negated &&
    /^(states|alleges|assesses)$/.test(basis) &&
    !/^(confirm|verify|corroborate|substantiate)$/.test(group.lemma) &&
    !(/^(find|see|detect|record|identify|discover)$/.test(group.lemma) && words[group.to]?.lower === 'no') &&
    !words.slice(group.to, group.to + 6).some((word) => word.lower === 'that')
  )
    return undefined;
  if (group.lemma === 'agree' && words[group.to]?.lower === 'to') return undefined;
  if (basis === 'denies' && /^(deny|dismiss|reject|dispute)$/.test(group.lemma) && !isDeniable(words, group))
    return undefined;
  if (isEcho(sentence, group, previous)) return undefined;
  if (group.lemma === 'quote' || (group.lemma === 'cite' && !provesThat(words, group)))
    return quotingFrame(sentence, group, context);
  if (
    QUOTES_ONLY.has(group.lemma) &&
    !quoteSoon(sentence, group) &&
    !sentence.quoted.slice(0, group.from).some(Boolean) &&
    words[group.to]?.lower !== 'that'
  )
    return undefined;
  if (group.form === 'infinitive') return infinitiveFrame(sentence, index, basis, previous, context);
  if (group.form === 'past-participle') return undefined;
  if (owner !== undefined) {
    const theirs = previous !== undefined && /^(its|his|her|their)$/.test(words[owner.from]!.lower);
    const speaker = theirs ? previous : readSpeaker(sentence, owner, undefined, context);
    return speaker.claimant.name === 'unnamed'
      ? undefined
      : made(sentence, group, basis, speaker, [contentAfter(sentence, index)], 'estimate', context);
  }
  if (/^(call|brand|dub|label)$/.test(group.lemma) && basis !== 'calls-for' && !naming) return undefined;

  const after = invertedSpeaker(sentence, group, context);
  if (after !== undefined)
    return made(
      sentence,
      group,
      basis,
      after,
      [{ from: 0, to: group.from }, ...continuation(sentence, after.run.to)],
      'inverted',
      context,
    );

  if (group.form === 'participle') {
    const opening = group.from === 0 ? openingParticiple(sentence, index) : undefined;
    if (opening !== undefined) {
      const speaker = readSpeaker(sentence, opening, opening.apposition, context);
      if (speaker.rule === 'unresolved' || speaker.claimant.kind === 'unnamed') return undefined;
      return made(sentence, group, basis, speaker, [{ from: group.to, to: opening.from - 1 }], 'opening', context);
    }
    const told = words[group.to]?.lower === 'that' && /^(NOUN|PROPN)$/.test(words[group.from - 1]?.pos ?? '');
    if (told) {
      const owner = subjectBefore(words, group.from, sentence.times, floorOf(sentence, group));
      const speaker = owner === undefined ? undefined : readSpeaker(sentence, owner, undefined, context);
      return speaker === undefined || speaker.rule === 'unresolved'
        ? undefined
        : made(sentence, group, basis, speaker, [contentAfter(sentence, index)], 'participle', context);
    }
    if (
      words[group.from - 1]?.text !== ',' ||
      (previous === undefined && !PLAIN_SAYING.has(group.lemma) && words[group.to]?.lower !== 'that' && !naming)
    )
      return undefined;
    const run = previous === undefined ? participleSubjectRun(sentence, index) : undefined;
    const speaker = previous ?? (run === undefined ? undefined : readSpeaker(sentence, run, undefined, context));
    if (speaker === undefined || speaker.rule === 'unresolved') return undefined;
    return made(sentence, group, basis, speaker, [contentAfter(sentence, index)], 'participle', context);
  }
  const leans = lacksSubject(sentence, index);
  const coordinated = leans && previous !== undefined;
  const shared =
    leans && !coordinated && words[group.from - 1]!.text !== ',' ? participleSubjectRun(sentence, index) : undefined;
  const nearest: (Run & { apposition?: Run }) | undefined = coordinated
    ? undefined
    : (shared ?? subjectBefore(words, group.from, sentence.times, floorOf(sentence, group)));
  const subject: (Run & { apposition?: Run }) | undefined =
    coordinated || shared !== undefined ? nearest : subjectOf(sentence, group, nearest);
  const relative = coordinated ? undefined : relativeSubject(sentence, group);
  const speaker = opensWithWe(sentence, index)
    ? readSpeaker(sentence, { from: 0, to: 1 }, undefined, context)
    : coordinated
      ? previous
      : relative !== undefined
        ? readSpeaker(sentence, relative, undefined, context)
        : subject === undefined
          ? undefined
          : readSpeaker(sentence, authorOf(sentence, subject), subject.apposition, context);
  if (speaker === undefined) return undefined;
  // "…, which her counterpart denied": what is denied stands before the pronoun; "— which it listed —" tells nothing more.
  const clause = sentence.groups[index + 1];
  // "individuals that the agency said provided support": the pronoun is the subject of what is said.
  if (
    subject !== undefined &&
    !coordinated &&
    words[subject.from - 1]?.lower === 'that' &&
    clause?.from === group.to &&
    clause.form === 'finite' &&
    PLAIN_SAYING.has(group.lemma)
  )
    return made(sentence, group, basis, speaker, [contentAfter(sentence, index)], 'relative', context);
  if (subject !== undefined && !coordinated && words[subject.from - 1]?.lower === 'which') {
    if (isLastOfClause(words, group))
      return made(sentence, group, basis, speaker, [{ from: 0, to: subject.from - 1 }], 'relative', context);
    // "which officials said caused damage": the pronoun is the subject of what is said.
    return sentence.groups[index + 1]?.from === group.to && sentence.groups[index + 1]!.form === 'finite'
      ? made(sentence, group, basis, speaker, [contentAfter(sentence, index)], 'relative', context)
      : undefined;
  }
  // "remains similar", "relatively lower": no phrase that can speak.
  if (speaker.rule === 'unresolved' && /^(VERB|ADV|ADP|AUX)$/.test(words[speaker.run.from]!.pos)) return undefined;
  // "Neither A nor B has confirmed it": nobody has said anything.
  if (basis !== 'denies' && isNeither(words, speaker.run)) return undefined;
  // "Resolution 2292 calls upon all States": what the law says is told by whoever writes of it.
  if (isLaw(words, speaker.run)) return undefined;
  if (
    !cues.verbs.has(group.lemma) &&
    !naming &&
    !view &&
    !puts &&
    !proves &&
    !links(words, group) &&
    !wants &&
    basis === 'states' &&
    !OBSERVERS.has(speaker.claimant.kind) &&
    !isWatcher(sentence, speaker.run)
  )
    return undefined;
  if (
    speaker.rule === 'unresolved' &&
    !PLAIN_SAYING.has(group.lemma) &&
    !(basis === 'denies' && isNamed(words, speaker.run)) &&
    !naming &&
    !view &&
    !puts &&
    !quoteSoon(sentence, group) &&
    !isWatcher(sentence, speaker.run)
  )
    return undefined;
  const place = subject !== undefined && relative === undefined ? { from: subject.from, to: subject.to } : speaker.run;
  const placed = coordinated ? undefined : placedBehind(sentence, group, basis, speaker, place, context);
  if (placed !== undefined) return placed;
  if (
    cues.needsClause.has(group.lemma) &&
    basis !== 'intends' &&
    basis !== 'calls-for' &&
    !naming &&
    !isClauseAhead(sentence, index) &&
    !(cues.emphatic.has(group.lemma) && speaker.rule !== 'unresolved') &&
    !/^(think|believe|doubt|suspect|reckon)$/.test(group.lemma) &&
    // "reported no damage".
    !(group.lemma === 'report' && words[group.to]?.lower === 'no') &&
    !(speaker.claimant.kind === 'sensor' && /^(show|reveal|indicate|capture|suggest)$/.test(group.lemma)) &&
    !evidentialObject(sentence, group, speaker)
  )
    return undefined;
  return made(
    sentence,
    group,
    basis,
    speaker,
    [contentAfter(sentence, index)],
    coordinated ? 'coordinated' : 'preposed',
    context,
  );
}

function isLastOfClause(words: readonly Word[], group: VerbGroup): boolean {
  return /^[,.;]$/.test(words[group.to]?.text ?? '.');
}
