import { made, type VerbFrame } from './attribution-frame.ts';
import {
  contentAfter,
  floorOf,
  lacksSubject,
  participleSubjectRun,
  relativeSubject,
  speakerRunAfter,
} from './clause.ts';
import { type CueBasis, cueTables, PLAIN_SAYING } from './cue.ts';
import { adverbFrame, colonFrame, passiveFrame, prepositionFrames } from './indirect-attribution.ts';
import { inTime, nounPhraseAt, type Run, subjectBefore, type VerbGroup } from './phrase.ts';
import type { Frame, ReadSentence } from './read-sentence.ts';
import { readSpeaker, type Speaker } from './speaker.ts';
import type { SpeakerContext } from './speaker-context.ts';
import type { Word } from './token.ts';

/** Verbs that attribute only beside a quotation: "North Korea continues the use of" says nothing. */
const QUOTES_ONLY = new Set(['continue', 'point', 'read', 'reason', 'recount', 'maintain', 'observe', 'learn']);

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
  for (const frame of [colonFrame(sentence, context), ...prepositionFrames(sentence, context)])
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
  const joined = withoutTold(withCited(clippedAtSpeaker(frames)));
  joined.sort((a, b) => a.content[0]!.from - b.content[0]!.from || b.content[0]!.to - a.content[0]!.to);
  return joined;
}

/** "X told Y that …, a spokeswoman confirmed": what X said ends where the one who passes it on is named. */
function clippedAtSpeaker(frames: readonly Frame[]): Frame[] {
  const ends = frames
    .filter((frame) => frame.rules[0]!.startsWith('attribution:postposed') && frame.speaker !== undefined)
    .map((frame) => frame.speaker!.from);
  return frames.map((frame) => {
    const run = frame.content[0]!;
    const end = ends.find((at) => run.from < at && run.to > at && frame.cue < at && frame.cue >= 0);
    return end === undefined ? frame : { ...frame, content: [{ from: run.from, to: Math.max(run.from, end - 1) }] };
  });
}

/** "Odom said that Washington had asked": the request is told by Odom; a newsroom that reports one only passes it on. */
function withoutTold(frames: readonly Frame[]): Frame[] {
  return frames.filter((frame) => {
    if (frame.basis !== 'calls-for' && frame.basis !== 'intends') return true;
    const run = frame.content[0]!;
    return !frames.some(
      (outer) =>
        outer !== frame &&
        outer.claimant.name !== frame.claimant.name &&
        outer.claimant.kind !== 'newsroom' &&
        outer.claimant.name !== 'unnamed' &&
        outer.content.some((other) => other.from <= frame.cue && frame.cue < other.to && other.to >= run.to),
    );
  });
}

/** "the Times reported, citing officials": the officials say it, the newspaper passes it on. */
function withCited(frames: readonly Frame[]): Frame[] {
  const cited = frames.find((frame) => frame.lemma === 'citing');
  const reporting = frames.find(
    (frame) =>
      frame !== cited &&
      frame.cue >= 0 &&
      frame.basis !== 'calls-for' &&
      frame.basis !== 'intends' &&
      cited !== undefined &&
      frame.cue < cited.cue,
  );
  if (cited === undefined || reporting === undefined) return [...frames];
  return frames
    .filter((frame) => frame !== cited)
    .map((frame) =>
      frame === reporting
        ? {
            ...frame,
            claimant: cited.claimant,
            plural: cited.plural,
            relay: [...frame.relay, frame.claimant],
            rules: [...frame.rules, ...cited.rules],
          }
        : frame,
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
  const puts = /^(put|place|set)$/.test(group.lemma) && hasAt(words, group);
  const proves =
    /^(provide|present|offer|produce|publish|release|issue|give|submit)$/.test(group.lemma) && provesThat(words, group);
  const naming =
    /^(call|brand|dub|label|describe|dismiss)$/.test(group.lemma) &&
    group.form !== 'infinitive' &&
    isNaming(sentence, group);
  const basis: CueBasis | undefined =
    wants || group.lemma === 'call-for'
      ? 'calls-for'
      : intends
        ? 'intends'
        : view || puts
          ? 'assesses'
          : naming && isDismissive(words, group)
            ? 'denies'
            : proves || (asks && quoteSoon(sentence, group))
              ? 'states'
              : (cues.verbs.get(group.lemma) ??
                (previous === undefined && isEvidential(sentence, group) ? 'states' : undefined));
  if (basis === undefined || (asks && basis === 'calls-for') || (group.lemma === 'want' && !wants)) return undefined;
  // "it would have requested": nobody did.
  if (group.modifiers.includes('would') && words.slice(group.from, group.head).some((word) => word.lower === 'have'))
    return undefined;
  // "has not claimed responsibility", "did not elaborate": nothing is said.
  if (group.lemma === 'claim' && /^(responsibility|credit)$/.test(words[group.to]?.lower ?? '')) return undefined;
  if (
    group.negated &&
    /^(states|alleges|assesses)$/.test(basis) &&
    !/^(confirm|verify|corroborate|substantiate)$/.test(group.lemma) &&
    !words.slice(group.to, group.to + 6).some((word) => word.lower === 'that')
  )
    return undefined;
  if (group.lemma === 'agree' && words[group.to]?.lower === 'to') return undefined;
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
  if (group.form === 'infinitive' || group.form === 'past-participle') return undefined;
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
    if (words[group.from - 1]?.text !== ',' || (previous === undefined && !PLAIN_SAYING.has(group.lemma)))
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
  const subject: (Run & { apposition?: Run }) | undefined = coordinated
    ? undefined
    : (shared ?? subjectBefore(words, group.from, sentence.times, floorOf(sentence, group)));
  const relative = coordinated ? undefined : relativeSubject(sentence, group);
  const speaker = coordinated
    ? previous
    : relative !== undefined
      ? readSpeaker(sentence, relative, undefined, context)
      : subject === undefined
        ? undefined
        : readSpeaker(sentence, subject, subject.apposition, context);
  if (speaker === undefined) return undefined;
  if (
    !cues.verbs.has(group.lemma) &&
    !naming &&
    !view &&
    !puts &&
    !proves &&
    !wants &&
    basis === 'states' &&
    !OBSERVERS.has(speaker.claimant.kind)
  )
    return undefined;
  if (speaker.rule === 'unresolved' && !PLAIN_SAYING.has(group.lemma) && !naming && !view) return undefined;
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
      [{ from: 0, to: speaker.run.from }, ...continuation(sentence, group.to)],
      'postposed',
      context,
    );
  if (
    cues.needsClause.has(group.lemma) &&
    basis !== 'intends' &&
    basis !== 'calls-for' &&
    !naming &&
    !isClauseAhead(sentence, index) &&
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

/** The speaker behind the verb: `"…," said Robert Wood, the U.S. representative`. */
function invertedSpeaker(sentence: ReadSentence, group: VerbGroup, context: SpeakerContext): Speaker | undefined {
  const { words } = sentence;
  const before = words[group.from - 1];
  if (before === undefined || group.form !== 'finite' || group.passive) return undefined;
  const closesQuote =
    before.text === '"' || before.text === "'" || before.text === '\u201d' || before.text === '\u2019';
  const bareComma = before.text === ',' && /^(say|report|write|add|explain|warn|state)$/.test(group.lemma);
  if (!closesQuote && !bareComma) return undefined;
  const run = speakerRunAfter(sentence, group.to);
  if (run === undefined) return undefined;
  // `"…," it said`: the next words are no subject but the object ("told Reuters").
  if (group.lemma === 'tell' || (group.lemma === 'add' && words[group.to]?.lower === 'that')) return undefined;
  if (bareComma && !closesQuote && sentence.groups.some((other) => other.from >= run.to && other.from < run.to + 2))
    return undefined;
  const speaker = readSpeaker(sentence, run, appositionAfter(sentence, run.to), context);
  return closesQuote || (speaker.rule !== 'unresolved' && speaker.claimant.kind !== 'unnamed') ? speaker : undefined;
}

function appositionAfter(sentence: ReadSentence, at: number): Run | undefined {
  const { words } = sentence;
  if (words[at]?.text !== ',') return undefined;
  if (
    words[at + 1] === undefined ||
    /^(who|which|adding|according|citing|and|but|in|on|at|speaking|"|whose)$/.test(words[at + 1]!.lower) ||
    words[at + 1]!.pos === 'VERB'
  )
    return undefined;
  let to = at + 1;
  while (to < words.length && !/^[,.;"]$/.test(words[to]!.text) && to < at + 24) to++;
  return to > at + 1 ? { from: at + 1, to } : undefined;
}

/** `"A," he said, "B."`: the words behind the speaker that go on with the quotation or the clause. */
function continuation(sentence: ReadSentence, at: number): Run[] {
  const { words } = sentence;
  for (let i = at; i < words.length; i++) {
    if (sentence.quoted[i]) return [{ from: i, to: words.length }];
    if (/^(but|while|and)$/.test(words[i]!.lower) && words[i - 1]?.text === ',') return [];
  }
  return [];
}

/** True when the words before "NP said" are what is said: "…, Shin said." */
function isPostposed(sentence: ReadSentence, group: VerbGroup, run: Run): boolean {
  const { words } = sentence;
  const before = words[run.from - 1]?.text;
  if (
    run.from < 2 ||
    (before !== ',' && before !== '"' && before !== '\u201d' && before !== '—' && before !== '–' && before !== '\u2019')
  )
    return false;
  if (run.to > group.from && run.from > group.from) return false;
  const said = { from: 0, to: run.from };
  const hasClause =
    sentence.quoted.slice(said.from, said.to).some(Boolean) ||
    sentence.groups.some((other) => other.to <= run.from && other.form === 'finite') ||
    (sentence.headline && run.from > 3);
  if (
    !hasClause ||
    (/^(after|before|when|while|if|as|although|though|since|because|in|on|at|asked|speaking|following|during|despite)$/.test(
      words[0]!.lower,
    ) &&
      before === ',' &&
      commas(words, run.from) === 1)
  )
    return false;
  // Behind the verb nothing but time, place, manner, hearers or a comma.
  let at = group.to;
  while (at < words.length) {
    const time = inTime(sentence.times, at);
    if (time !== undefined) {
      at = time.lastWord + 1;
      continue;
    }
    const word = words[at]!;
    if (/^[.,;!?)"\u201d—]$/.test(word.text)) return true;
    if (/^(as|while|when|after|before|during)$/.test(word.lower)) return true;
    if (
      /^(interview|statement|report|briefing|article|letter|post|speech|broadcast|conference|email|e-mail|tweet|blog|release|telegram)$/.test(
        word.lower,
      )
    )
      return true;
    if (
      sentence.quoted[at] ||
      word.pos === 'SCONJ' ||
      sentence.groups.some((other) => other.from === at && other.form === 'finite')
    )
      return false;
    at++;
  }
  return true;
}

function commas(words: readonly Word[], to: number): number {
  let count = 0;
  for (let i = 0; i < to; i++) if (words[i]!.text === ',') count++;
  return count;
}

/** True when a clause, "that" or a quotation follows the verb. */
function isClauseAhead(sentence: ReadSentence, index: number): boolean {
  const { words, groups } = sentence;
  const group = groups[index]!;
  for (let i = group.to; i < Math.min(words.length, group.to + 16); i++) {
    if (sentence.quoted[i] || words[i]!.text === ':') return true;
    if (/^(that|how|whether|why|what)$/.test(words[i]!.lower) && words[i]!.pos !== 'DET') return true;
    if (/^[;]$/.test(words[i]!.text)) return false;
  }
  const next = groups.slice(index + 1).find((other) => other.form === 'finite' || other.form === 'infinitive');
  if (next === undefined) return false;
  const assesses = cueTables().verbs.get(group.lemma) === 'assesses';
  if (next.form === 'infinitive') return assesses;
  if (
    PLAIN_SAYING.has(group.lemma) &&
    next.from - group.to <= 12 &&
    !/^(who|which|whom|whose)$/.test(words[next.from - 1]?.lower ?? '')
  )
    return true;
  const subject = subjectBefore(words, next.from, sentence.times, group.to);
  return (
    subject !== undefined && subject.from - group.to <= 14 && !/^(who|which|that)$/.test(words[subject.to - 1]!.lower)
  );
}

/** "The Panel identified 13 cases": what a body saw itself is its own statement of fact. */
function evidentialObject(sentence: ReadSentence, group: VerbGroup, speaker: Speaker): boolean {
  return (
    cueTables().evidential.has(group.lemma) &&
    speaker.rule !== 'unresolved' &&
    nounPhraseAt(sentence.words, group.to) !== undefined
  );
}

/** "plans to transfer", "vowed to": what the subject means to do. */
function intendsBasis(words: readonly Word[], group: VerbGroup): boolean {
  return cueTables().intends.has(group.lemma) && words[group.to]?.lower === 'to';
}

/** "wants the Council to send", "asked the Council on Wednesday to": a request, when an infinitive follows the object. */
function isRequest(words: readonly Word[], group: VerbGroup): boolean {
  const limit = Math.min(words.length - 1, group.to + 12);
  for (let i = group.to; i < limit; i++) {
    const word = words[i]!;
    if (word.lower === 'to' && /^(VERB|AUX|ADV)$/.test(words[i + 1]!.pos)) return i > group.to;
    if (word.pos === 'VERB' || /^(whether|if|that|what|why|how|about|[.;])$/.test(word.lower))
      return group.lemma === 'ask' && word.lower === 'that';
    if (word.lower === 'for' && group.lemma === 'ask' && i === group.to) return true;
  }
  return false;
}

/** `called Russia's veto "a guilty plea"`, `called the story a fabrication`: a judgement on something. */
function isNaming(sentence: ReadSentence, group: VerbGroup): boolean {
  const object = nounPhraseAt(sentence.words, group.to);
  if (object === undefined) return false;
  const rest = sentence.words[object.to];
  if (sentence.quoted[group.to] || rest === undefined) return false;
  if (/^["\u201c\u2018']$/.test(rest.text) || sentence.quoted[object.to]) return true;
  if (isDismissive(sentence.words, group)) return true;
  // "calls it illegal", "called the missile hypersonic".
  if (rest.pos === 'ADJ' || (sentence.words[object.from]!.pos === 'PRON' && rest.pos === 'NOUN')) return true;
  for (let i = object.from + 1; i < object.to; i++) if (/^(a|an)$/.test(sentence.words[i]!.lower)) return true;
  return /^(a|an)$/.test(rest.lower);
}

/** "The Panel traced 412 weapons": a verb of finding whose object is a figure or thing, without a verb of saying. */
function isEvidential(sentence: ReadSentence, group: VerbGroup): boolean {
  if (group.modifiers.some((word) => /^(must|should|will|would|may|can|could)$/.test(word))) return false;
  return (
    cueTables().evidential.has(group.lemma) && !group.negated && nounPhraseAt(sentence.words, group.to) !== undefined
  );
}

/** "…, he said, …": the speaker stands between the parts of what is said. */
function isParenthetical(sentence: ReadSentence, group: VerbGroup, run: Run): boolean {
  const { words } = sentence;
  const before = words[run.from - 1]?.text;
  const after = words[group.to];
  if (before !== ',' || after?.text !== ',' || sentence.quoted[run.from] || sentence.quoted[group.to + 1]) return false;
  return (
    PLAIN_SAYING.has(group.lemma) &&
    run.from >= 2 &&
    sentence.groups.some((other) => other.from > group.to && other.form === 'finite')
  );
}

/** "he said … that it had found": a second verb of finding with a pronoun adds no other speaker. */
function isEcho(sentence: ReadSentence, group: VerbGroup, previous: Speaker | undefined): boolean {
  if (previous === undefined || !(cueTables().evidential.has(group.lemma) || cueTables().needsClause.has(group.lemma)))
    return false;
  return (
    /^(it|they|he|she|we|i)$/.test(sentence.words[group.from - 1]?.lower ?? '') &&
    !/^(say|add|tell|announce)$/.test(group.lemma)
  );
}

function isOfTheView(words: readonly Word[], group: VerbGroup): boolean {
  return (
    group.lemma === 'be' && words[group.to]?.lower === 'of' && /^(view|opinion)$/.test(words[group.to + 2]?.lower ?? '')
  );
}

/** "provided evidence that Russia attacked": what the evidence shows is the provider's statement. */
function provesThat(words: readonly Word[], group: VerbGroup): boolean {
  for (let i = group.to; i < Math.min(words.length - 1, group.to + 9); i++)
    if (
      words[i]!.lower === 'that' &&
      words
        .slice(group.to, i)
        .some((word) => /^(evidence|proof|information|details|data|indications|signs)$/.test(word.lower))
    )
      return true;
  return false;
}

/** "puts the figure at 1.5 trillion won". */
function hasAt(words: readonly Word[], group: VerbGroup): boolean {
  for (let i = group.to; i < Math.min(words.length - 1, group.to + 12); i++)
    if (words[i]!.lower === 'at' && /^(NUM|SYM|ADV|ADP|DET|PUNCT|ADJ)$/.test(words[i + 1]!.pos)) return true;
  return false;
}

function quoteSoon(sentence: ReadSentence, group: VerbGroup): boolean {
  return sentence.quoted.slice(group.to, group.to + 4).some(Boolean);
}

function isDismissive(words: readonly Word[], group: VerbGroup): boolean {
  return words.slice(group.to, group.to + 14).some((word) => cueTables().dismissive.has(word.lower));
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
  if (saying < 0) return undefined;
  const subject = subjectBefore(words, group.from, sentence.times, floorOf(sentence, group));
  const speaker = readSpeaker(sentence, { from: group.to, to: saying - 1 }, undefined, context);
  const outlet =
    subject === undefined ? undefined : readSpeaker(sentence, subject, subject.apposition, context).claimant;
  const found = made(
    sentence,
    group,
    'states',
    speaker,
    words[saying + 2] === undefined && subject !== undefined
      ? [{ from: 0, to: subject.from }]
      : [{ from: saying + 1, to: words.length }],
    'quoted-by',
    context,
  );
  return outlet === undefined || outlet.kind === 'unnamed'
    ? found
    : { ...found, frame: { ...found.frame, relay: [outlet] } };
}
