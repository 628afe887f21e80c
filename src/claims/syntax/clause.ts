import { cueTables, PLAIN_SAYING } from '../lexicon/cue.ts';
import { nounList } from '../lexicon/vocabulary.ts';
import type { Claimant } from '../model/claim.ts';
import { inTime, nounPhraseAt, type Run } from '../names/phrase.ts';
import type { Word } from '../tokens/word.ts';
import type { ReadSentence } from './parsed-sentence.ts';
import { hasAt } from './saying-verb.ts';
import { subjectBefore } from './subject.ts';
import { isPastForm, type VerbGroup } from './verb-group.ts';

/** The noun phrase of a speaker that begins at a word, with "of …", "for …", "in …" phrases behind its head. */
export function speakerRunAfter(sentence: ReadSentence, at: number): Run | undefined {
  const { words } = sentence;
  const first = nounPhraseAt(words, at);
  if (first === undefined) return undefined;
  const whole = sentence.mentions.find(
    (mention) => mention.from >= at && mention.from < first.to && mention.to > first.to,
  );
  let to = Math.max(trimTimes(sentence, first).to, whole?.to ?? 0);
  while (/^(of|for|at|in|from|to|and|with|on)$/.test(words[to]?.lower ?? '') && !inTime(sentence.times, to)) {
    if (words[to]!.lower === 'in' && /^(a|an)$/.test(words[to + 1]?.lower ?? '')) break;
    if (words[to]!.lower === 'and' && !/^[A-Z]/.test(words[to + 1]?.text ?? '') && words[to + 1]?.lower !== 'the')
      break;
    const next = nounPhraseAt(words, to + 1);
    if (next === undefined || sentence.groups.some((group) => group.from === next.to && words[to]!.lower === 'and'))
      break;
    const end = trimTimes(sentence, next).to;
    if (end <= to + 1) break;
    to = end;
  }
  return to > at ? { from: at, to: listedOfOrgan(words, at, to) } : undefined;
}

/** "the Committee for Maritime Transport, Goods and Ports": the list of what an organ is for goes on behind the comma. */
function listedOfOrgan(words: readonly Word[], from: number, to: number): number {
  const organ = words
    .slice(from, to)
    .some(
      (word, i) =>
        /^\p{Lu}/u.test(word.text) &&
        nounList('name-organ').has(word.lower) &&
        /^(of|for|on)$/.test(words[from + i + 1]?.lower ?? ''),
    );
  if (!organ) return to;
  let end = to;
  let closed = false;
  for (let i = to; i < words.length && !closed; i++) {
    const { text, lower } = words[i]!;
    if (text !== ',' && lower !== 'and' && !/^\p{Lu}/u.test(text)) return to;
    closed = lower === 'and';
    end = i + 1;
  }
  if (!closed || !/^\p{Lu}/u.test(words[end]?.text ?? '')) return to;
  while (/^\p{Lu}/u.test(words[end]?.text ?? '')) end++;
  return end;
}

function trimTimes(sentence: ReadSentence, run: Run): Run {
  for (let i = run.from; i < run.to; i++) if (inTime(sentence.times, i)) return { from: run.from, to: i };
  return run;
}

export function newsroomOf(mention: { readonly text: string; readonly country: string }): Claimant {
  return mention.country === ''
    ? { name: mention.text.replace(/^The /, ''), kind: 'newsroom' }
    : { name: mention.text, kind: 'newsroom', country: mention.country };
}

/** Where to stop looking left for the subject of a verb: behind the latest break between independent clauses. */
export function floorOf(sentence: ReadSentence, group: VerbGroup): number {
  const { words } = sentence;
  for (let i = relativeStart(sentence, group.from); i > 0; i--) {
    const text = words[i]!.text;
    if (text === ';' || text === ':' || text === '"' || text === '\u201d') return i + 1;
    if (
      /^(but|while|although|though|whereas|because|that|after|before|if|when|as)$/.test(words[i]!.lower) &&
      words[i]!.pos !== 'DET' &&
      !inTime(sentence.times, i)
    )
      return i + 1;
    if (/^(and|or)$/.test(words[i]!.lower) && words[i - 1]?.text === ',' && hasFiniteBefore(sentence, i)) return i + 1;
  }
  return 0;
}

/** A relative clause between commas before the verb is skipped: "China, which chairs nothing but sits on it, rejected". */
function relativeStart(sentence: ReadSentence, at: number): number {
  const { words } = sentence;
  if (words[at - 1]?.text !== ',') return at - 1;
  for (let i = at - 2; i >= Math.max(0, at - 34); i--) {
    if (words[i]!.text === ',' && /^(who|which|whose|whom|where)$/.test(words[i + 1]?.lower ?? '')) return i;
    // "X, the leader of a group that includes Y, asserted".
    if (words[i]!.text === ',' && words[i + 1]?.pos === 'DET' && words[i - 1]?.pos === 'PROPN') return i;
    if (/^[;":]$/.test(words[i]!.text)) break;
  }
  return at - 1;
}

function hasFiniteBefore(sentence: ReadSentence, at: number): boolean {
  return sentence.groups.some((group) => group.to <= at && group.form === 'finite');
}

/** True when no noun phrase stands between the conjunction and the verb: "… and called for". */
export function lacksSubject(sentence: ReadSentence, index: number): boolean {
  const group = sentence.groups[index]!;
  const before = sentence.words[group.from - 1]?.lower ?? '';
  if (before === ',') return !closesInsertion(sentence, group.from - 1);
  return /^(and|but|or)$/.test(before);
}

/** "that Moscow, having agreed to the measures, is asking": the comma closes what was put between subject and verb. */
function closesInsertion(sentence: ReadSentence, comma: number): boolean {
  const { words } = sentence;
  for (let i = comma - 1; i > Math.max(0, comma - 34); i--) {
    if (/^[;:"]$/.test(words[i]!.text)) return false;
    if (words[i]!.text !== ',') continue;
    const noun = words[i - 1]!;
    return (
      /^(having|being|who|which|whose)$/.test(words[i + 1]!.lower) &&
      /^(NOUN|PROPN|PRON)$/.test(noun.pos) &&
      !inTime(sentence.times, i - 1)
    );
  }
  return false;
}

/** "members, who accused": the noun phrase before a relative pronoun that is the verb's subject. */
export function relativeSubject(sentence: ReadSentence, group: VerbGroup): Run | undefined {
  const { words } = sentence;
  const pronoun = group.from - 1;
  if (!/^(who|which|that)$/.test(words[pronoun]?.lower ?? '')) return undefined;
  const end = words[pronoun - 1]?.text === ',' ? pronoun - 1 : pronoun;
  const run = subjectBefore(words, end, sentence.times, 0);
  if (run === undefined) return undefined;
  // The antecedent is the last noun phrase before the pronoun: "condemnations from several U.N. members, who".
  let from = run.from;
  for (let i = run.from; i < run.to; i++)
    if (
      /^(from|by|with|against|among|of)$/.test(words[i]!.lower) &&
      words[pronoun]!.lower === 'who' &&
      nounPhraseAt(words, i + 1)?.to === run.to
    )
      from = i + 1;
  return { from, to: run.to };
}

/** The subject of the main verb before a participle: "The agency rejected it, saying". */
export function participleSubjectRun(sentence: ReadSentence, index: number): Run | undefined {
  for (let i = index - 1; i >= 0; i--) {
    const group = sentence.groups[i]!;
    if (group.form !== 'finite' || sentence.quoted[group.head]) continue;
    // "sided with A and read a text, calling it": the subject stands at the first of the joined verbs.
    if (i > 0 && /^(and|or)$/.test(sentence.words[group.from - 1]?.lower ?? '')) continue;
    if (tellsOfNoun(sentence, i)) continue;
    return subjectBefore(sentence.words, group.from, sentence.times, floorOf(sentence, group));
  }
  return undefined;
}

/** "captured containers stacked high": a past form behind the object of another verb, without a joint, tells of that object. */
function tellsOfNoun({ words, groups }: ReadSentence, index: number): boolean {
  const [group, before] = [groups[index]!, groups[index - 1]];
  return (
    before?.form === 'finite' &&
    group.head === group.from &&
    isPastForm(words[group.head]!) &&
    /^(NOUN|PROPN)$/.test(words[group.from - 1]?.pos ?? '') &&
    !PLAIN_SAYING.has(before.lemma) &&
    words.slice(before.to, group.from).every(({ pos }) => /^(NOUN|PROPN|DET|ADJ|NUM)$/.test(pos))
  );
}

/** What a verb of saying hands over: from behind it to where another attribution of the same rank begins. */
export function contentAfter(sentence: ReadSentence, index: number): Run {
  const { words, groups } = sentence;
  const group = groups[index]!;
  let to = words.length;
  for (const next of groups.slice(index + 1)) {
    if (sentence.quoted[next.head]) continue;
    const start = newAttributionStart(sentence, next, group.to);
    if (start !== undefined) {
      to = start;
      break;
    }
  }
  for (let i = group.to; i < to; i++)
    if (words[i]!.text === ';' && !sentence.quoted[i] && startsSaying(sentence, i + 1)) to = i;
  return { from: group.to, to };
}

/** The word where an attribution begins that does not belong to what is being said, or undefined. */
function newAttributionStart(sentence: ReadSentence, next: VerbGroup, floor: number): number | undefined {
  const { words } = sentence;
  const cues = cueTables();
  if (!cues.verbs.has(next.lemma) || next.form === 'infinitive' || next.form === 'past-participle') return undefined;
  const before = words[next.from - 1]?.lower ?? '';
  if (next.form === 'participle' && /^(cite|quote)$/.test(next.lemma)) return undefined;
  if (next.form === 'participle')
    return before === ',' && !/^(having|being)$/.test(words[next.from]!.lower) ? next.from - 1 : undefined;
  // "said … and called for": the same speaker goes on. "and said" only: other verbs may belong to the clause that is said.
  if (/^(and|but)$/.test(before)) return next.from - 1;
  const subject = subjectBefore(words, next.from, sentence.times, floor);
  if (subject === undefined) return undefined;
  const lead = words[subject.from - 1]?.lower ?? '';
  const comma = words[subject.from - 2]?.text;
  if (/^(but|while|though|although|whereas)$/.test(lead)) return subject.from - 1;
  if (lead === 'and' && (comma === ',' || comma === '"')) return subject.from - 1;
  // "While A reported B, C said that": the main clause begins behind the comma.
  if (
    lead === ',' &&
    /^(while|although|though|as|after|when|since|whereas)$/.test(words[0]!.lower) &&
    words[next.to]?.lower === 'that'
  )
    return subject.from - 1;
  // "estimated there were N and experts say": another speaker, although no comma parts them.
  if (lead === 'and' && PLAIN_SAYING.has(next.lemma) && /^(NOUN|PROPN)$/.test(words[subject.to - 1]!.pos))
    return subject.from - 1;
  return lead === ';' ? subject.from - 1 : undefined;
}

function startsSaying(sentence: ReadSentence, at: number): boolean {
  const group = sentence.groups.find((other) => other.from >= at);
  return (
    group !== undefined &&
    (cueTables().verbs.has(group.lemma) || (group.lemma === 'put' && hasAt(sentence.words, group)))
  );
}
