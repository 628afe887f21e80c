import { made, type VerbFrame } from './attribution-frame.ts';
import { contentAfter, floorOf, lacksSubject, participleSubjectRun, relativeSubject } from './clause.ts';
import { type CueBasis, cueTables, PLAIN_SAYING, QUOTES_ONLY } from './cue.ts';
import { clippedAtSpeaker, withBelief, withCited, withoutDateline, withoutTold } from './frame-order.ts';
import {
  adverbFrame,
  colonFrame,
  estimateOf,
  nominalFrames,
  passiveFrame,
  prepositionFrames,
} from './indirect-attribution.ts';
import type { Run } from './phrase.ts';
import type { Frame, ReadSentence } from './read-sentence.ts';
import { subjectBeforeParticiple, subjectOutsideRelative } from './relative-clause.ts';
import {
  evidentialObject,
  givesFigure,
  hasAt,
  intendsBasis,
  isCall,
  isDeniable,
  isDismissive,
  isEcho,
  isEvidential,
  isNaming,
  isOfTheView,
  isRequest,
  links,
  provesThat,
  quoteSoon,
} from './saying-verb.ts';
import { readSpeaker } from './speaker.ts';
import type { SpeakerContext } from './speaker-context.ts';
import { headOf, type Speaker } from './speaker-phrase.ts';
import {
  continuation,
  goesOnInParticiple,
  invertedSpeaker,
  isClauseAhead,
  isParenthetical,
  isPostposed,
} from './speaker-place.ts';
import { subjectBefore } from './subject.ts';
import type { Word } from './token.ts';
import type { VerbGroup } from './verb-group.ts';

/** Whose findings are statements of fact of their own. */
const OBSERVERS = new Set([
  'un-body',
  'intergovernmental',
  'ngo',
  'state-organ',
  'state',
  'company',
  'newsroom',
  'person',
]);

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
  for (let i = 0; i < sentence.groups.length; i++) {
    const group = sentence.groups[i]!;
    if (sentence.quoted[group.head]) continue;
    const found = verbFrame(sentence, i, context, previous?.speaker);
    if (found === undefined) continue;
    if (found.speaker !== undefined) previous = { speaker: found.speaker, frame: found.frame };
    frames.push(found.frame);
  }
  const joined = withoutTold(withCited(withBelief(clippedAtSpeaker(withoutDateline(frames)))));
  joined.sort((a, b) => a.content[0]!.from - b.content[0]!.from || b.content[0]!.to - a.content[0]!.to);
  const kept = joined.filter((frame) => !isOnlySeen(sentence, frame, joined));
  const outermost = kept.findLast((frame) => frame.speaker !== undefined && !isTold(frame, kept));
  if (outermost !== undefined && kept.length > 1) context.spoke(outermost.claimant, outermost.plural);
  return kept;
}

/** An attribution that stands inside what another one hands over. */
function isTold(frame: Frame, frames: readonly Frame[]): boolean {
  return frames.some(
    (outer) =>
      outer !== frame &&
      outer.dissenter === undefined &&
      outer.content.some((run) => frame.cue >= run.from && frame.cue < run.to),
  );
}

/**
 * "Agencies tracked the shipment, officials said", "the staff said the military detected ten": who saw it is part of what
 * is told; a newsroom that passes it on tells nothing of its own.
 */
function isOnlySeen(sentence: ReadSentence, frame: Frame, frames: readonly Frame[]): boolean {
  if (!cueTables().evidential.has(frame.lemma)) return false;
  const group = sentence.groups.find((other) => other.head === frame.cue);
  if (group !== undefined && sentence.words[group.to]?.lower === 'that') return false;
  return isTold(
    frame,
    frames.filter(
      (outer) =>
        outer.claimant.kind !== 'newsroom' && !(outer.lemma === 'according to' && outer.claimant.kind === 'unnamed'),
    ),
  );
}

/** "The experts counted 89": they have no name, but the count is theirs and not the paper's. */
function isWatcher(sentence: ReadSentence, run: Run): boolean {
  return isWatcherWord(sentence.words[run.to - 1]?.lower ?? '');
}

function isWatcherWord(lower: string): boolean {
  return /^(experts?|analysts?|researchers?|monitors?|inspectors?|investigators?|observers?|witnesses|reporters|journalists|auditors?|surveyors?|officials?|another|others?|both|some|many|several|neither|one|two|three|four)$/.test(
    lower,
  );
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
  const wants = /^(want|ask|call-for|tell)$/.test(group.lemma) && isRequest(words, group);
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
  if (subject !== undefined && !coordinated && words[subject.from - 1]?.lower === 'which') {
    if (isLastOfClause(words, group))
      return made(sentence, group, basis, speaker, [{ from: 0, to: subject.from - 1 }], 'relative', context);
    // "which officials said caused damage": the pronoun is the subject of what is said.
    return sentence.groups[index + 1]?.from === group.to && sentence.groups[index + 1]!.form === 'finite'
      ? made(sentence, group, basis, speaker, [contentAfter(sentence, index)], 'relative', context)
      : undefined;
  }
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
  if (isParenthetical(sentence, group, speaker.run) && !coordinated)
    return made(
      sentence,
      group,
      basis,
      speaker,
      [
        { from: 0, to: speaker.run.from },
        { from: group.to + 1, to: words.length },
      ],
      'parenthetical',
      context,
    );
  const postposed = isPostposed(sentence, group, speaker.run);
  if (postposed && !coordinated)
    return made(
      sentence,
      group,
      basis,
      speaker,
      [
        { from: 0, to: speaker.run.from },
        ...continuation(sentence, group.to),
        ...goesOnInParticiple(sentence, group.to),
      ],
      'postposed',
      context,
    );
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

/** "Arguing that A, the representative of X said that B": the subject of the verb of saying behind the comma argues too. */
function openingParticiple(sentence: ReadSentence, index: number): (Run & { apposition?: Run }) | undefined {
  const { words, groups } = sentence;
  for (const next of groups.slice(index + 1)) {
    if (next.form !== 'finite' || sentence.quoted[next.head] || !cueTables().verbs.has(next.lemma)) continue;
    const subject = subjectBefore(words, next.from, sentence.times, floorOf(sentence, next));
    if (subject !== undefined && words[subject.from - 1]?.text === ',' && words[subject.from]!.pos !== 'PRON')
      return subject;
    if (
      subject !== undefined &&
      words[subject.from - 1]?.text === ',' &&
      /^(he|she|it|they)$/.test(words[subject.from]!.lower)
    )
      return subject;
  }
  return undefined;
}

function isLastOfClause(words: readonly Word[], group: VerbGroup): boolean {
  return /^[,.;]$/.test(words[group.to]?.text ?? '.');
}

/** "The report cited research to highlight that", "took the floor to say that": who did the one says the other. */
function infinitiveFrame(
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

/** "The findings by the institute show": the institute speaks; "the report of the Panel" stays the report. */
function authorOf(sentence: ReadSentence, run: Run): Run {
  const by = sentence.words.findIndex((word, i) => i > run.from && i < run.to && /^(by|from)$/.test(word.lower));
  return by < 0 || by > run.from + 4 ? run : estimateOf(sentence, run);
}

/** The subject of a verb, looked for before participles and relative clauses that hang on it. */
function subjectOf(
  sentence: ReadSentence,
  group: VerbGroup,
  nearest: (Run & { apposition?: Run }) | undefined,
): (Run & { apposition?: Run }) | undefined {
  const subject = subjectBeforeParticiple(sentence, group) ?? nearest;
  return subject === undefined ? undefined : (subjectOutsideRelative(sentence, group, subject) ?? subject);
}

/** The subject is a law and nobody: "the sanctions", "Resolution 2292 (2016)"; "the Multilateral Sanctions Monitoring Team" is not. */
function isLaw(words: readonly Word[], run: Run): boolean {
  let head = headOf(words, run);
  while (head > run.from && words[head]!.pos === 'NUM') head--;
  return /^(resolutions?|sanctions|embargo|treaty|regulation|convention|charter|provisions?)$/.test(words[head]!.lower);
}

function isNamed(words: readonly Word[], run: Run): boolean {
  return words.slice(run.from, run.to).some((word) => word.pos === 'PROPN' && /^\p{Lu}/u.test(word.text));
}

/** "We, the Foreign Ministers of A, B and C, condemn": whoever else is named between the commas, "we" speak. */
function opensWithWe(sentence: ReadSentence, index: number): boolean {
  const { words, groups } = sentence;
  return (
    /^(we|i)$/.test(words[0]!.lower) &&
    words[1]?.text === ',' &&
    groups.findIndex((group) => group.form === 'finite') === index
  );
}

/** "Kpler's estimate is 1.7 million", "our count stands at 40", "the Bank's own figure was lower": whose figure it is. */
function ownerOfEstimate(sentence: ReadSentence, group: VerbGroup): Run | undefined {
  const { words } = sentence;
  if (!/^(be|stand|run|come|range|put|reach|exceed)$/.test(group.lemma) || group.form !== 'finite' || group.negated)
    return undefined;
  if (
    !/^(estimates?|count|tally|figure|assessment|calculation|reckoning|projection)$/.test(
      words[group.from - 1]?.lower ?? '',
    )
  )
    return undefined;
  for (let i = group.from - 2; i >= Math.max(0, group.from - 4); i--) {
    if (/^(our|my|its|their|his|her)$/.test(words[i]!.lower)) return { from: i, to: i + 1 };
    if (!/^'s?$/.test(words[i]!.text)) continue;
    const owner = subjectBefore(words, i, sentence.times, floorOf(sentence, group));
    return owner === undefined ? undefined : { from: owner.from, to: owner.to };
  }
  return undefined;
}

/** "KCNA quoted the marshal as saying that": the marshal speaks, the agency passes it on. */
function quotingFrame(sentence: ReadSentence, group: VerbGroup, context: SpeakerContext): VerbFrame | undefined {
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
