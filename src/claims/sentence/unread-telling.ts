import { isSomebody } from '../attribution/constructions/somebody.ts';
import { PLAIN_SAYING } from '../lexicon/cue.ts';
import { lexicalVerbs } from '../lexicon/verb-class.ts';
import { nounList } from '../lexicon/vocabulary.ts';
import type { Claimant } from '../model/claim.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import type { Clause } from '../syntax/clause.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { nounRun } from '../syntax/phrase-span.ts';

/**
 * Who may tell what a newspaper seems to tell itself: "The coast guard identified the ship as the Sunlit Grace", "Roos attributed the
 * rise to gangs". The main clause says something of somebody by a verb of saying, of naming or of accusing that no construction read, so
 * that the words may be theirs or the paper's.
 */
export function tellerUnread(sentence: ParsedSentence, word: number, source: Claimant): string | undefined {
  const { clauses, clauseOf, words, text, quoted } = sentence;
  const seen = new Set<number>();
  for (let place = clauseOf[word] ?? -1; place >= 0 && !seen.has(place); place = clauses[place]!.parent) {
    seen.add(place);
    const clause = clauses[place]!;
    // What is told of somebody in passing is the paper's own.
    if (/^(relcl|acl)$/.test(clause.relation)) return undefined;
    const party = clause.subject;
    if (party?.link !== 'own' || clause.passive || clause.form !== 'finite' || quoted[clause.head]) continue;
    if (!tells(clause) || !mayTell(sentence, party.head)) continue;
    const { from, to } = nounRun(sentence, party.head);
    const name = text.slice(words[from]!.start, words[to - 1]!.end);
    // In a paper of its own a body tells what it has done.
    return source.kind === 'newsroom' || !source.name.includes(words[party.head]!.text) ? name : undefined;
  }
  return undefined;
}

function tells({ lemma, negated, obliques, modifiers, object }: Clause): boolean {
  // "Readers may call the hotline".
  if (negated || modifiers.some((word) => /^(may|can|might|could|should)$/.test(word))) return false;
  if (lemma === 'identify') return obliques.some(({ preposition }) => preposition === 'as');
  // "The tanker called at the port" names nothing.
  const names = lexicalVerbs('names').has(lemma) && object?.link === 'own';
  return names || PLAIN_SAYING.has(lemma) || /^(admit|attribute|ascribe)$/.test(lemma);
}

/** A person, a body or a paper, and no pronoun or thing. */
function mayTell({ words }: ParsedSentence, head: number): boolean {
  const { pos, lower } = words[head]!;
  const noun = singularOf(lower);
  return (
    pos === 'PROPN' ||
    (pos === 'NOUN' &&
      (isSomebody(noun) || ['official', 'organ', 'titles', 'document'].some((list) => nounList(list).has(noun))))
  );
}
