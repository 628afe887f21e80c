import { cueTables, PLAIN_SAYING } from '../../lexicon/cue.ts';
import { isSomebody } from '../../lexicon/somebody.ts';
import type { Run } from '../../names/phrase.ts';
import { singularOf } from '../../quantities/counted-noun.ts';
import type { Clause } from '../../syntax/clause.ts';
import type { ParsedSentence } from '../../syntax/parsed-sentence.ts';
import type { Attribution } from '../attribution.ts';
import { makeAttribution } from '../make-attribution.ts';
import { readSpeaker } from '../speaker/speaker.ts';
import type { SpeakerContext } from '../speaker/speaker-context.ts';

/** Longer phrases before the verb are more than the name of a source. */
const LONGEST_SOURCE = 14;

/**
 * "…, the spokeswoman, Harriet Holm, told reporters.", "…, its registry has told us.": a tag at the end of the sentence, by its
 * form, where the tree gives its verb another subject or nothing that is said.
 */
export function trailingTag(sentence: ParsedSentence, place: number, context: SpeakerContext): Attribution | undefined {
  const clause = sentence.clauses[place]!;
  const reporting = cueTables().verbs.get(clause.lemma);
  if (reporting === undefined || !PLAIN_SAYING.has(clause.lemma) || clause.passive || clause.form !== 'finite')
    return undefined;
  if (sentence.quoted[clause.head] || !closes(sentence, clause)) return undefined;
  const source = sourceBefore(sentence, clause);
  if (source === undefined) return undefined;
  const speaker = readSpeaker(sentence, source.run, source.apposition, context);
  const head = singularOf(sentence.words[source.run.to - 1]!.lower);
  const { pos } = sentence.words[source.run.to - 1]!;
  if (speaker.resolution === 'unresolved' && pos !== 'PROPN' && !isSomebody(head)) return undefined;
  const stated = sentence.clauses.some(({ head, form }) => head < source.run.from && form === 'finite');
  return stated
    ? makeAttribution(sentence, {
        construction: 'trailing-tag',
        reporting,
        lemma: clause.lemma,
        cue: clause.head,
        speaker: { ...speaker, run: { from: source.run.from, to: clause.head } },
        content: sentence.words.map((_, at) => at < source.run.from - 1),
      })
    : undefined;
}

/**
 * Nothing but hearers, places, times and papers stands after the verb, or up to a comma behind which the sentence tells what went on
 * meanwhile: "…, the envoy told the Council today, as members traded accusations".
 */
function closes({ clauses, words }: ParsedSentence, { head }: Clause): boolean {
  const mark = words.findIndex(({ text }, at) => at > head && /^[,;:]$/.test(text));
  const end = mark < 0 ? words.length : mark;
  const goesOn =
    mark >= 0 && !/^(as|while|after|before|when|amid|hours|days|a|two)$/.test(words[mark + 1]?.lower ?? '');
  return !goesOn && !clauses.some((one) => one.head > head && one.head < end && !/^(acl|relcl)$/.test(one.relation));
}

/** The phrase before the verb, back to a comma; between two commas a name in apposition to the phrase before. */
function sourceBefore(
  { words }: ParsedSentence,
  { head }: Clause,
): { readonly run: Run; readonly apposition: Run | undefined } | undefined {
  let to = head;
  while (/^(AUX|ADV)$/.test(words[to - 1]?.pos ?? '')) to--;
  const commaBefore = (at: number) => words.findLastIndex(({ text }, i) => i < at && text === ',');
  const isPhrase = ({ from, to: end }: Run) =>
    end > from &&
    end - from <= LONGEST_SOURCE &&
    /^(DET|PRON|PROPN|NOUN|ADJ|NUM)$/.test(words[from]!.pos) &&
    words
      .slice(from, end)
      // "contrary to what some media have reported": a clause within another.
      .every(({ pos, lower }) => !/^(VERB|AUX|PUNCT|SCONJ)$/.test(pos) && !/^(what|which|whom?|how)$/.test(lower));
  if (words[to - 1]?.text !== ',') {
    const run = { from: commaBefore(to) + 1, to };
    return run.from > 1 && isPhrase(run) ? { run, apposition: undefined } : undefined;
  }
  const apposition = { from: commaBefore(to - 1) + 1, to: to - 1 };
  const run = { from: commaBefore(apposition.from - 1) + 1, to: apposition.from - 1 };
  return run.from > 1 && isPhrase(run) && isPhrase(apposition) ? { run, apposition } : undefined;
}
