import { isDismissive } from '../events/dismissal.ts';
import { cueTables } from '../lexicon/cue.ts';
import type { Claimant } from '../model/claim.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import type { Clause } from '../syntax/clause.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { childrenBy } from '../syntax/phrase-span.ts';

/**
 * "That was wrong", "We now think that this was too high": whoever writes a text says of what the sentence before told that it was not
 * so. Where it was their own statement it is none any more; of what somebody else has said it is the writer's denial.
 */
export function callsOwnWrong(sentence: ParsedSentence, own: Claimant): boolean {
  return (
    misspeaks(sentence) ||
    sentence.clauses.some((clause) => isWrong(sentence, clause) && isOwnTelling(sentence, clause, own))
  );
}

/** "Sorry, South Korea I mean", "I misspoke", "Correction: 30 of them": who speaks puts right what they have just said. */
function misspeaks({ words }: ParsedSentence): boolean {
  const said = words.map(({ lower }) => lower).join(' ');
  return (
    /^(?:(?:sorry|pardon|excuse me|no|apologies|correction|rather)\b.*)?\b(?:i|we) (?:mean|meant|misspoke|should have said|should say)\b/.test(
      said,
    ) || /^(?:sorry|pardon|correction|apologies) [,:–-]/.test(said)
  );
}

/** "The Courier regrets the error", "we apologise for the mistake". */
export function regretsError({ clauses, words }: ParsedSentence): boolean {
  return clauses.some(({ lemma, object, obliques, negated }) => {
    if (negated || !/^(regret|apologi[sz]e|correct)$/.test(lemma)) return false;
    const named = [
      object?.head,
      ...obliques.filter(({ preposition }) => preposition === 'for').map(({ head }) => head),
    ];
    return named.some((at) => at !== undefined && ERRORS.test(singularOf(words[at]!.lower)));
  });
}

const ERRORS = /^(error|mistake|inaccuracy|misstatement|oversight)$/;

function isWrong(sentence: ParsedSentence, { lemma, negated, subject, complement }: Clause): boolean {
  const { words } = sentence;
  if (!/^(be|prove|turn-out)$/.test(lemma) || negated || subject === undefined || complement === undefined)
    return false;
  if (!/^(this|that|it|these|both)$/.test(words[subject.head]!.lower)) return false;
  const { lower } = words[complement]!;
  const tooMuch =
    /^(high|low|large|small|many|few|early|late)$/.test(lower) &&
    childrenBy(sentence, complement, 'advmod').some((at) => words[at]!.lower === 'too');
  return tooMuch || ERRORS.test(lower) || lower === 'mistaken' || isDismissive(sentence, complement);
}

/** No other than whoever writes says it. */
function isOwnTelling({ clauses, words }: ParsedSentence, { parent }: Clause, own: Claimant): boolean {
  for (let at = parent, steps = 0; at >= 0 && steps < clauses.length; at = clauses[at]!.parent, steps++) {
    const { lemma, subject } = clauses[at]!;
    if (!cueTables().verbs.has(lemma)) continue;
    const teller = subject === undefined ? undefined : words[subject.head]!;
    if (teller === undefined || !(/^(we|i)$/.test(teller.lower) || own.name.split(' ').includes(teller.text)))
      return false;
  }
  return true;
}
