import type { Claimant } from '../model/claim.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import type { Clause } from '../syntax/clause.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { type Attribution, holds } from './attribution.ts';

/** Subjects that mean something told right before. */
const PRONOUN =
  /^(it|they|he|she|both|others?|another|some|most|many|several|all|none|scores|dozens|hundreds|thousands)$/;

/**
 * Who may speak on in a sentence that names nobody: `counts-on` where it can only be told with what they have told, `about` where it
 * speaks of what they told by a pronoun, `names-again` where it names a thing of it and may as well be the newspaper's.
 */
export type Continued = { readonly claimant: Claimant; readonly by: 'counts-on' | 'about' | 'names-again' };

/**
 * "The air force said that Russia fired four missiles. It also used 13 drones": a sentence that names nobody who says it and whose
 * subject is reported by the sentence before. It may go on with the words of whoever spoke there, or be the newspaper's: whose words
 * the sentence before were, where that is so. "A further 20 were shot down", "of these, nine fell" counts on, and is told by whoever
 * counted before. `running` is who spoke on in the sentence before, where it named nobody itself.
 */
export function continuedTelling(
  sentence: ParsedSentence,
  before: ParsedSentence | undefined,
  stated: readonly Attribution[],
  running?: Claimant,
): Continued | undefined {
  if (before === undefined || sentence.headline || before.headline) return undefined;
  const by = countsOn(sentence)
    ? 'counts-on'
    : isAboutTheSame(sentence)
      ? 'about'
      : namesAgain(sentence, before)
        ? 'names-again'
        : undefined;
  if (by === undefined) return undefined;
  if (stated.length === 0) return running === undefined ? undefined : { claimant: running, by };
  const cues = new Set(stated.map(({ cue }) => cue));
  const end = before.clauses.findLast(
    ({ head, relation, form }) => relation !== 'relcl' && form === 'finite' && !cues.has(head),
  )?.head;
  const said = stated.filter(
    ({ content, tops, claimant, dissenter, reporting }) =>
      dissenter === undefined &&
      claimant.name !== 'unnamed' &&
      claimant.kind !== 'sensor' &&
      !(by === 'counts-on' && /^(denies|calls-for)$/.test(reporting)) &&
      ((end !== undefined && content[end] === true) || tops.some((top) => before.arcs.heads[top] === -1)),
  );
  const teller = said.find((one) => !said.some((other) => holds(one, other)));
  // "Two States hold that …. The remaining nine do not": those who tell are counted, and not what they tell of.
  const { from, to } = teller?.source ?? { from: 0, to: 0 };
  if (by === 'counts-on' && before.words.slice(from, to).some(({ pos }) => pos === 'NUM')) return undefined;
  const claimant = teller?.claimant;
  return claimant === undefined ? undefined : { claimant, by };
}

/** "A further 96 were killed", "the other two", "of these, 164 were held", "the remainder were freed": it counts on from what was counted. */
function countsOn({ words, arcs, clauses, clauseOf }: ParsedSentence): boolean {
  const isNumber = (at: number): boolean => words[at]?.pos === 'NUM';
  return words.some(({ lower }, at) => {
    const { relation, form } = clauses[clauseOf[at]!] ?? {};
    // "plans to hire 12 more": of what is to come nothing was counted.
    if (/^(relcl|acl)$/.test(relation ?? '') || form === 'infinitive') return false;
    const hasArticle = words[at - 1]?.lower === 'the';
    if (/^(further|additional|more)$/.test(lower)) return isNumber(at + 1) || (lower === 'more' && isNumber(at - 1));
    if (/^(other|remaining)$/.test(lower)) return hasArticle && (isNumber(at + 1) || arcs.heads[at]! < 0);
    if (/^(remainder|rest)$/.test(lower)) return hasArticle && at < 3;
    return lower === 'of' && at === 0 && /^(these|those|them|whom)$/.test(words[1]?.lower ?? '');
  });
}

/** "The pirates smashed the radio" behind "was boarded by pirates": the subject is a thing or people of which the sentence before told. */
function namesAgain(sentence: ParsedSentence, before: ParsedSentence): boolean {
  const main = sentence.clauses.find(({ relation, form }) => relation === 'ROOT' && form === 'finite');
  const head = main === undefined ? undefined : partyOf(main);
  if (head === undefined || sentence.words[head]!.pos !== 'NOUN') return false;
  const isDefinite = sentence.arcs.children[head]!.some((child) =>
    /^(the|these|those)$/.test(sentence.words[child]!.lower),
  );
  const noun = singularOf(sentence.words[head]!.lower);
  return isDefinite && before.words.some(({ pos, lower }) => pos === 'NOUN' && singularOf(lower) === noun);
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

/** "It is clear that", "It was then that", "It is possible to assess": the pronoun means nothing. */
function isEmpty({ clauses, words }: ParsedSentence, main: Clause): boolean {
  const isOpen = /^(possible|impossible|difficult|hard|easy|important|necessary|useful|worth)$/.test(
    words[main.complement ?? -1]?.lower ?? '',
  );
  return (
    main.lemma === 'be' &&
    clauses.some(
      ({ parent, relation }) =>
        clauses[parent] === main && (/^(ccomp|csubj|advcl)$/.test(relation) || (isOpen && relation === 'xcomp')),
    )
  );
}
