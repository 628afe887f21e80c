import { cueTables } from '../lexicon/cue.ts';
import { predicateWords } from '../lexicon/vocabulary.ts';
import type { Claimant, Modality } from '../model/claim.ts';
import type { Frame, ReadSentence } from '../syntax/parsed-sentence.ts';
import type { VerbGroup } from '../syntax/verb-group.ts';
import { subjectOf } from './event-subject.ts';
import type { PredicateHit } from './predicate.ts';

/** Acts that, said of another State, are accusations under the sanctions regimes. */
const ACCUSING = new Set([
  'transferred',
  'procured',
  'attacked',
  'stole',
  'financed',
  'ship-to-ship-transferred',
  'employed',
]);
/** Who has a side: what these say of others is an allegation, what an observer reports is its finding. */
const PARTIES = new Set(['state', 'state-organ', 'person', 'unnamed']);
const HEDGES = /^(likely|unlikely|probably|possibly|perhaps|apparently|presumably|seemingly|estimated)$/;
const HEDGE_VERBS = /^(believe|think|assess|estimate|suspect|expect|anticipate|project)$/;

/** How firmly the claimant holds it. `rule` names what decided. */
export function modalityOf(
  sentence: ReadSentence,
  frame: Frame | undefined,
  hit: PredicateHit | undefined,
  span: { from: number; to: number },
): { modality: Modality; rule: string } {
  if (frame === undefined) return ownModality(sentence, hit, span);
  if (frame.basis === 'calls-for') return { modality: 'calls-for', rule: 'verb' };
  if (frame.basis === 'intends') return { modality: 'intends', rule: 'verb' };
  if (frame.basis === 'alleges') return { modality: 'alleges', rule: 'verb' };
  if (frame.basis === 'assesses') return { modality: 'assesses', rule: 'verb' };
  if (frame.basis === 'denies') return { modality: 'states', rule: 'denial' };
  const future = futureOf(sentence, frame, span) ?? conditionOf(sentence, hit, span);
  if (future !== undefined) return future;
  if (isHedged(sentence, span)) return { modality: 'assesses', rule: 'hedged' };
  if (hasEvidence(sentence, span)) return { modality: 'states', rule: 'evidence' };
  // Who explains or recalls what others did tells no more than is known.
  if (!/^(explain|recall|clarify)$/.test(frame.lemma) && isAccusation(sentence, frame.claimant, hit, span))
    return { modality: 'alleges', rule: 'accusation' };
  return { modality: 'states', rule: 'plain' };
}

function ownModality(
  sentence: ReadSentence,
  hit: PredicateHit | undefined,
  span: { from: number; to: number },
): { modality: Modality; rule: string } {
  if (hit?.group.modifiers.some((word) => HEDGES.test(word) && word !== 'apparently') || estimated(sentence, span))
    return { modality: 'assesses', rule: 'hedged' };
  // "may have sold".
  if (hit !== undefined && /^(may|might|could) have\b/.test(wordsOf(sentence, hit.group)))
    return { modality: 'assesses', rule: 'hedged' };
  if (
    sentence.groups.some(
      (group) => seemsTo(sentence, group) && Math.abs(group.head - (hit?.group.head ?? group.head)) < 6,
    )
  )
    return { modality: 'assesses', rule: 'hedged' };
  const main = sentence.groups.find((group) => group.form === 'finite');
  if (
    main !== undefined &&
    /^(we|i)$/.test(sentence.words[main.from - 1]?.lower ?? '') &&
    (main.modifiers.some((word) => /^(will|'ll|wo|shall)$/.test(word)) ||
      (/^(plan|intend|aim|mean|pledge)$/.test(main.lemma) && sentence.words[main.to]?.lower === 'to'))
  )
    return { modality: 'intends', rule: 'own-future' };
  return conditionOf(sentence, hit, span) ?? { modality: 'states', rule: 'plain' };
}

function wordsOf({ words }: ReadSentence, { from, to }: VerbGroup): string {
  return words
    .slice(from, to)
    .map(({ lower }) => lower)
    .join(' ');
}

/** "If Chad buys rifles, Malta will send radars": nobody says that it was done. */
function conditionOf(
  { words }: ReadSentence,
  hit: PredicateHit | undefined,
  span: { from: number; to: number },
): { modality: Modality; rule: string } | undefined {
  if (
    hit === undefined ||
    !hit.group.modifiers.some((word) => /^(will|would|'ll|wo|shall|could|may|might)$/.test(word))
  )
    return undefined;
  return words.slice(span.from, span.to).some(({ lower }) => /^(if|unless)$/.test(lower))
    ? { modality: 'assesses', rule: 'condition' }
    : undefined;
}

/** "We will", "his country would": an intention of the speaker; "the vote will embolden": a forecast of something else. */
function futureOf(
  sentence: ReadSentence,
  frame: Frame,
  span: { from: number; to: number },
): { modality: Modality; rule: string } | undefined {
  const group = sentence.groups.find(
    (other) => other.from >= span.from && other.to <= span.to && other.form === 'finite',
  );
  if (group === undefined || !group.modifiers.some((word) => /^(will|would|'ll|wo|shall)$/.test(word)))
    return undefined;
  const before = sentence.words.slice(Math.max(span.from, group.from - 4), group.from).map((word) => word.lower);
  const subject = subjectOf(sentence, group);
  const own =
    before.some((lower) => /^(we|i|he|she|they|his|her|their|our)$/.test(lower)) ||
    (before[before.length - 1] === 'it' && group.from - 1 <= span.from + 3 && frame.claimant.kind !== 'person') ||
    (subject !== undefined &&
      sentence.mentions.some(
        (mention) =>
          mention.from >= subject.from &&
          mention.to <= subject.to &&
          mention.country !== '' &&
          mention.country === frame.claimant.country,
      ));
  return own ? { modality: 'intends', rule: 'own-future' } : { modality: 'assesses', rule: 'forecast' };
}

function isHedged(sentence: ReadSentence, span: { from: number; to: number }): boolean {
  for (let i = span.from; i < span.to; i++) {
    const word = sentence.words[i]!;
    if (HEDGES.test(word.lower)) return true;
    if (/^(may|might|could)$/.test(word.lower) && sentence.words[i + 1]?.lower === 'have') return true;
  }
  return sentence.groups.some(
    (group) =>
      group.from >= span.from && group.to <= span.to && (HEDGE_VERBS.test(group.lemma) || seemsTo(sentence, group)),
  );
}

/** "seems to be", "appears set to", "looks likely": what is said is how it looks to the speaker. */
function seemsTo(sentence: ReadSentence, group: VerbGroup): boolean {
  const next = sentence.words[group.to]?.lower ?? '';
  if (/^(seem|appear)$/.test(group.lemma))
    return (
      /^(to|that|as|more|less|likely|unlikely|intent|set|ready|determined|keen|willing|very|increasingly)$/.test(
        next,
      ) || sentence.words[group.to]?.pos === 'ADJ'
    );
  return (
    group.lemma === 'look' &&
    (/^(like|as|set|to|likely|unlikely|increasingly)$/.test(next) || sentence.words[group.to]?.pos === 'ADJ')
  );
}

function estimated(sentence: ReadSentence, span: { from: number; to: number }): boolean {
  for (let i = span.from; i < span.to; i++)
    if (/^(estimated|estimates)$/.test(sentence.words[i]!.lower) && sentence.words[i]!.pos !== 'NOUN') return true;
  return false;
}

/** "they identified at least 10": what the speaker itself saw or counted. */
function hasEvidence(sentence: ReadSentence, span: { from: number; to: number }): boolean {
  const group = sentence.groups.find(
    (other) => other.from >= span.from && other.to <= span.to && other.form === 'finite',
  );
  if (group === undefined || !cueTables().evidential.has(group.lemma)) return false;
  return (
    /^(we|they|it|he|she|i)$/.test(sentence.words[group.from - 1]?.lower ?? '') ||
    sentence.mentions.some((mention) => mention.to === group.from)
  );
}

/** "the report", "first report": a document of nobody who has a side. */
function isReport(name: string): boolean {
  return /(?:^| )reports?$/i.test(name);
}

let accusing: ReadonlySet<string> | undefined;

/** A party's statement that another State did what the measures forbid, or that condemns its conduct. */
function isAccusation(
  sentence: ReadSentence,
  claimant: Claimant,
  hit: PredicateHit | undefined,
  span: { from: number; to: number },
): boolean {
  if (!PARTIES.has(claimant.kind) || (claimant.kind === 'unnamed' && isReport(claimant.name))) return false;
  const others = sentence.mentions.filter(
    (mention) =>
      mention.from >= span.from &&
      mention.to <= span.to &&
      mention.country !== '' &&
      mention.country !== claimant.country &&
      mention.kind !== 'place',
  );
  if (others.length === 0) return false;
  if (hit !== undefined && ACCUSING.has(hit.predicate)) {
    const subject = subjectOf(sentence, hit.group);
    const agents =
      subject === undefined
        ? others
        : others.filter((mention) => mention.from >= subject.from && mention.to <= subject.to);
    return hit.group.passive ? true : agents.length > 0;
  }
  accusing ??= new Set(predicateWords().accusation);
  for (let i = span.from; i < span.to; i++)
    if (accusing.has(sentence.words[i]!.lower) || accusing.has(sentence.words[i]!.lemma)) return true;
  return false;
}
