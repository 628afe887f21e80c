import { cueTables } from '../lexicon/cue.ts';
import type { Run } from '../names/phrase.ts';
import { headOf } from '../names/speaker-phrase.ts';
import { floorOf } from '../syntax/clause.ts';
import type { ReadSentence } from '../syntax/parsed-sentence.ts';
import { subjectBeforeParticiple, subjectOutsideRelative } from '../syntax/relative-clause.ts';
import { subjectBefore } from '../syntax/subject.ts';
import type { VerbGroup } from '../syntax/verb-group.ts';
import type { Word } from '../tokens/word.ts';
import { estimateOf } from './indirect-attribution.ts';

/** "The experts counted 89": they have no name, but the count is theirs and not the paper's. */
export function isWatcher(sentence: ReadSentence, run: Run): boolean {
  return isWatcherWord(sentence.words[run.to - 1]?.lower ?? '');
}

function isWatcherWord(lower: string): boolean {
  return /^(experts?|analysts?|researchers?|monitors?|inspectors?|investigators?|observers?|witnesses|reporters|journalists|auditors?|surveyors?|officials?|another|others?|both|some|many|several|neither|one|two|three|four)$/.test(
    lower,
  );
}

/** "Arguing that A, the representative of X said that B": the subject of the verb of saying behind the comma argues too. */
export function openingParticiple(sentence: ReadSentence, index: number): (Run & { apposition?: Run }) | undefined {
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

/** "The findings by the institute show": the institute speaks; "the report of the Panel" stays the report. */
export function authorOf(sentence: ReadSentence, run: Run): Run {
  const by = sentence.words.findIndex((word, i) => i > run.from && i < run.to && /^(by|from)$/.test(word.lower));
  return by < 0 || by > run.from + 4 ? run : estimateOf(sentence, run);
}

/** The subject of a verb, looked for before participles and relative clauses that hang on it. */
export function subjectOf(
  sentence: ReadSentence,
  group: VerbGroup,
  nearest: (Run & { apposition?: Run }) | undefined,
): (Run & { apposition?: Run }) | undefined {
  const subject = subjectBeforeParticiple(sentence, group) ?? nearest;
  return subject === undefined ? undefined : (subjectOutsideRelative(sentence, group, subject) ?? subject);
}

/** The subject is a law and nobody: "the sanctions", "Resolution 2292 (2016)"; "the Multilateral Sanctions Monitoring Team" is not. */
export function isLaw(words: readonly Word[], run: Run): boolean {
  let head = headOf(words, run);
  while (head > run.from && words[head]!.pos === 'NUM') head--;
  return /^(resolutions?|sanctions|embargo|treaty|regulation|convention|charter|provisions?)$/.test(words[head]!.lower);
}

/** The phrase holds a name, whether or not we know whose. */
export function isNamed(words: readonly Word[], run: Run): boolean {
  return words.slice(run.from, run.to).some((word) => word.pos === 'PROPN' && /^\p{Lu}/u.test(word.text));
}

/** "We, the Foreign Ministers of A, B and C, condemn": whoever else is named between the commas, "we" speak. */
export function opensWithWe(sentence: ReadSentence, index: number): boolean {
  const { words, groups } = sentence;
  return (
    /^(we|i)$/.test(words[0]!.lower) &&
    words[1]?.text === ',' &&
    groups.findIndex((group) => group.form === 'finite') === index
  );
}

/** "Kpler's estimate is 1.7 million", "our count stands at 40", "the Bank's own figure was lower": whose figure it is. */
export function ownerOfEstimate(sentence: ReadSentence, group: VerbGroup): Run | undefined {
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

/** "Neither Russia nor North Korea": the phrase names who did not do it. */
export function isNeither(words: readonly Word[], run: Run): boolean {
  return words.slice(Math.max(0, run.from - 1), run.to).some((word) => /^(neither|nor)$/.test(word.lower));
}

/** Whose findings are statements of fact of their own. */
export const OBSERVERS = new Set([
  'un-body',
  'intergovernmental',
  'ngo',
  'state-organ',
  'state',
  'company',
  'newsroom',
  'person',
]);
