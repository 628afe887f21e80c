import { lexicalVerbs } from '../../lexicon/verb-class.ts';
import type { Clause } from '../../syntax/clause.ts';
import type { ParsedSentence } from '../../syntax/parsed-sentence.ts';
import { childBy, childrenBy } from '../../syntax/phrase-span.ts';

const UNSAID = /^(which|who|whom|how|what|where|why|when|whether|if)$/;

/** "did not say which countries sent them", "declined to name who had": what is kept back is no claim. */
export function isWithheld(sentence: ParsedSentence, clause: Clause): boolean {
  if (isMisled(sentence, clause)) return true;
  const refused =
    clause.negated ||
    (clause.form === 'infinitive' && lexicalVerbs('refuses').has(sentence.clauses[clause.parent]?.lemma ?? '')) ||
    sentence.words[clause.head - 2]?.lower === 'unclear';
  if (!refused || !lexicalVerbs('withholds').has(clause.lemma)) return false;
  const top = childBy(sentence, clause.head, 'ccomp', 'advcl');
  return (
    top === undefined ||
    childrenBy(sentence, top, 'advmod', 'mark', 'nsubj', 'dobj', 'det', 'attr').some((at) =>
      UNSAID.test(sentence.words[at]!.lower),
    ) ||
    UNSAID.test(sentence.words[Math.min(top, clause.head + 1)]?.lower ?? '')
  );
}

/** "were duped into believing that": what somebody was made to believe is not so, and nobody says it. */
function isMisled({ clauses }: ParsedSentence, { relation, opener, parent }: Clause): boolean {
  return (
    relation === 'pcomp' &&
    opener === 'into' &&
    /^(dupe|trick|mislead|fool|deceive|lull|con|delude)$/.test(clauses[parent]?.lemma ?? '')
  );
}

/** "could not confirm", "was unable to verify": what follows is another's claim, which the speaker does not share. */
export function isUnconfirmed(sentence: ParsedSentence, clause: Clause): boolean {
  if (!/^(confirm|verify|corroborate|substantiate)$/.test(clause.lemma)) {
    // "would neither confirm nor deny": what holds for the first verb holds for the second.
    const first = sentence.clauses[clause.joinedTo]!;
    return clause.lemma === 'deny' && first !== clause && isUnconfirmed(sentence, first);
  }
  const above = sentence.clauses[clause.parent];
  return (
    clause.negated ||
    (above !== undefined && lexicalVerbs('refuses').has(above.lemma) && clause.form === 'infinitive') ||
    sentence.words
      .slice(Math.max(0, clause.head - 3), clause.head)
      .some(({ lower }) => /^(unable|declined?|refused?)$/.test(lower))
  );
}
