import type { Claimant } from '../model/claim.ts';
import type { Clause } from '../syntax/clause.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { type Attribution, holds } from './attribution.ts';

/** Subjects that mean something told right before. */
const PRONOUN =
  /^(it|they|he|she|both|others?|another|some|most|many|several|all|none|scores|dozens|hundreds|thousands)$/;

/**
 * "The air force said that Russia fired four missiles. It also used 13 drones": a sentence that names nobody who says it and whose
 * subject is reported by the sentence before. It may go on with the words of whoever spoke there, or be the newspaper's: whose words
 * the sentence before were, where that is so.
 */
export function continuedTelling(
  sentence: ParsedSentence,
  before: ParsedSentence | undefined,
  stated: readonly Attribution[],
): Claimant | undefined {
  if (before === undefined || sentence.headline || before.headline || !isAboutTheSame(sentence)) return undefined;
  const cues = new Set(stated.map(({ cue }) => cue));
  const end = before.clauses.findLast(
    ({ head, relation, form }) => relation !== 'relcl' && form === 'finite' && !cues.has(head),
  )?.head;
  const said = stated.filter(
    ({ content, tops, claimant, dissenter }) =>
      dissenter === undefined &&
      claimant.name !== 'unnamed' &&
      claimant.kind !== 'sensor' &&
      ((end !== undefined && content[end] === true) || tops.some((top) => before.arcs.heads[top] === -1)),
  );
  return said.find((one) => !said.some((other) => holds(one, other)))?.claimant;
}

/** The main clause of a sentence goes on about what was reported: by a pronoun, by "another 20", by "some of the money". */
function isAboutTheSame(sentence: ParsedSentence): boolean {
  const main = sentence.clauses.find(({ relation, form }) => relation === 'ROOT' && form === 'finite');
  const head = main === undefined ? undefined : partyOf(main);
  if (head === undefined || head > 8) return false;
  const { words, arcs } = sentence;
  if (PRONOUN.test(words[head]!.lower) && !(words[head]!.lower === 'it' && isEmpty(sentence, main!))) return true;
  return words[head]!.pos === 'NUM' || arcs.children[head]!.some((child) => words[child]!.lower === 'another');
}

function partyOf({ passive, subject, object }: Clause): number | undefined {
  const party = passive ? object : subject;
  return party?.link === 'own' ? party.head : undefined;
}

/** "It is clear that", "It was then that": the pronoun means nothing. */
function isEmpty({ clauses }: ParsedSentence, main: Clause): boolean {
  return (
    main.lemma === 'be' &&
    clauses.some(({ parent, relation }) => clauses[parent] === main && /^(ccomp|csubj|advcl)$/.test(relation))
  );
}
