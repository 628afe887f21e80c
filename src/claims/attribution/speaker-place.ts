import { cueTables, PLAIN_SAYING } from '../lexicon/cue.ts';
import { inTime, nounPhraseAt, type Run } from '../names/phrase.ts';
import type { Speaker } from '../names/speaker-phrase.ts';
import { speakerRunAfter } from '../syntax/clause.ts';
import type { ReadSentence } from '../syntax/parsed-sentence.ts';
import { subjectBefore } from '../syntax/subject.ts';
import type { VerbGroup } from '../syntax/verb-group.ts';
import type { Word } from '../tokens/word.ts';
import { readSpeaker } from './speaker.ts';
import type { SpeakerContext } from './speaker-context.ts';

/** The speaker behind the verb: `"…," said Robert Wood, the U.S. representative`. */
export function invertedSpeaker(
  sentence: ReadSentence,
  group: VerbGroup,
  context: SpeakerContext,
): Speaker | undefined {
  const { words } = sentence;
  const before = words[group.from - 1];
  if (before === undefined || group.form !== 'finite' || group.passive) return undefined;
  const closesQuote =
    before.text === '"' || before.text === "'" || before.text === '\u201d' || before.text === '\u2019';
  const bareComma =
    before.text === ',' &&
    /^(say|report|write|add|explain|warn|state|respond|reply|insist|argue|claim|announce|note|remark|stress|declare)$/.test(
      group.lemma,
    );
  if (!closesQuote && !bareComma) return undefined;
  const run = speakerRunAfter(sentence, group.to);
  if (run === undefined) return undefined;
  // `"…," it said`: the next words are no subject but the object ("told Reuters").
  if (group.lemma === 'tell' || (group.lemma === 'add' && words[group.to]?.lower === 'that')) return undefined;
  const goesOn = sentence.groups.some(
    (other) => other.from >= run.to && other.from < run.to + 2 && /^(finite|infinitive)$/.test(other.form),
  );
  if (bareComma && !closesQuote && goesOn) return undefined;
  const speaker = readSpeaker(sentence, run, appositionAfter(sentence, run.to), context);
  const named = speaker.rule !== 'unresolved' && speaker.claimant.kind !== 'unnamed';
  return closesQuote || named || speaker.rule === 'document' ? speaker : undefined;
}

export function appositionAfter(sentence: ReadSentence, at: number): Run | undefined {
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
export function continuation(sentence: ReadSentence, at: number): Run[] {
  const { words } = sentence;
  for (let i = at; i < words.length; i++) {
    if (sentence.quoted[i]) return [{ from: i, to: words.length }];
    if (/^(but|while|and)$/.test(words[i]!.lower) && words[i - 1]?.text === ',') return [];
  }
  return [];
}

/** "…, the agency said, bringing the toll to 5,000": a participle behind the speaker goes on with what is said. */
export function goesOnInParticiple(sentence: ReadSentence, at: number): Run[] {
  const { words, groups } = sentence;
  const next = groups.find((group) => group.from >= at && group.form !== 'past-participle');
  if (
    next?.form !== 'participle' ||
    words[next.from - 1]?.text !== ',' ||
    cueTables().verbs.has(next.lemma) ||
    /^(speak|cite|quote|refer|give|decline|refuse|use|ask|speak-of)$/.test(next.lemma)
  )
    return [];
  const end = groups.find(
    (group) => group.from > next.to && group.form !== 'infinitive' && cueTables().verbs.has(group.lemma),
  );
  return end === undefined ? [{ from: next.from, to: words.length }] : [];
}

/** True when the words before "NP said" are what is said: "…, Shin said." */
export function isPostposed(sentence: ReadSentence, group: VerbGroup, run: Run): boolean {
  const { words } = sentence;
  const before = words[run.from - 1]?.text;
  if (
    run.from < 2 ||
    (before !== ',' &&
      before !== '"' &&
      before !== '—' &&
      before !== '–' &&
      !(before === "'" && sentence.quoted[run.from - 2]))
  )
    return false;
  if (run.to > group.from && run.from > group.from) return false;
  const said = { from: 0, to: run.from };
  const hasClause =
    sentence.quoted.slice(said.from, said.to).some(Boolean) ||
    sentence.groups.some((other) => other.to <= run.from && other.form === 'finite') ||
    (sentence.headline && run.from > 3);
  if (!hasClause || (before === ',' && opensWithAdjunct(sentence, run.from))) return false;
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
      /^(interview|statement|document|filing|complaint|note|message|memo|paper|summary|reply|email|advisory|report|briefing|article|letter|post|speech|broadcast|conference|email|e-mail|tweet|blog|release|telegram)$/.test(
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

/** "In a statement, X said", "While it could not say when, X said": the words before the comma lead to what X says. */
function opensWithAdjunct(sentence: ReadSentence, to: number): boolean {
  const { words } = sentence;
  const lower = words[0]!.lower;
  if (inTime(sentence.times, 0) !== undefined || commas(words, to) !== 1) return false;
  if (/^(after|before|when|while|if|as|although|though|since|because|asked|speaking|following)$/.test(lower))
    return true;
  if (!/^(in|on|at|during|despite)$/.test(lower) || (lower === 'at' && /^(least|most)$/.test(words[1]!.lower)))
    return false;
  // "In 2018 the ship called at six ports, the Panel said": a clause stands before the comma.
  return !sentence.groups.some(
    (group) =>
      group.to < to && group.form === 'finite' && !/^(who|which|that)$/.test(words[group.from - 1]?.lower ?? ''),
  );
}

export function commas(words: readonly Word[], to: number): number {
  let count = 0;
  for (let i = 0; i < to; i++) if (words[i]!.text === ',') count++;
  return count;
}

/** True when a clause, "that" or a quotation follows the verb. */
export function isClauseAhead(sentence: ReadSentence, index: number): boolean {
  const { words, groups } = sentence;
  const group = groups[index]!;
  for (let i = group.to; i < Math.min(words.length, group.to + 16); i++) {
    if (sentence.quoted[i] || words[i]!.text === ':') return true;
    if (/^(that|how|whether|why|what)$/.test(words[i]!.lower) && words[i]!.pos !== 'DET') return true;
    if (/^[;]$/.test(words[i]!.text)) return false;
  }
  // "informed the committee of its inquiry", "warned of attacks".
  if (
    /^(inform|notify|brief|warn|remind|apprise)$/.test(group.lemma) &&
    words.slice(group.to, group.to + 12).some((word) => /^(of|about|on)$/.test(word.lower))
  )
    return true;
  // "admitted selling": whoever admits a deed says so.
  const deed = groups[index + 1];
  if (/^(admit|acknowledge|confirm)$/.test(group.lemma) && deed?.form === 'participle' && deed.from === group.to)
    return true;
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

/** Where an insertion like ", the envoy told the Council," ends: at the comma behind the verb or behind who is told. */
export function insertionEnd({ words }: ReadSentence, group: VerbGroup): number {
  return group.lemma === 'tell' ? (nounPhraseAt(words, group.to)?.to ?? group.to) : group.to;
}

/** "…, he said, …": the speaker stands between the parts of what is said. */
export function isParenthetical(sentence: ReadSentence, group: VerbGroup, run: Run): boolean {
  const { words } = sentence;
  const before = words[run.from - 1]?.text;
  const close = insertionEnd(sentence, group);
  if (before !== ',' || words[close]?.text !== ',' || sentence.quoted[run.from] || sentence.quoted[close + 1])
    return false;
  // "told the Council, which had met, that": what is said stands behind "that".
  if (
    close > group.to &&
    words.slice(close + 1).some(({ lower }, i) => /^(which|who|that)$/.test(lower) && (i === 0 || lower === 'that'))
  )
    return false;
  // "…, she said, urging all to …": the participle goes on with what she says, it is not part of it.
  const next = sentence.groups.find((other) => other.from >= close);
  if (next?.form === 'participle' && next.from === close + 1 && cueTables().verbs.has(next.lemma)) return false;
  return (
    PLAIN_SAYING.has(group.lemma) &&
    run.from >= 2 &&
    sentence.groups.some((other) => other.from > close && other.form === 'finite')
  );
}
