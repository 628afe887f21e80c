import { attributionList } from '../lexicon/attribution-list.ts';
import { cueTables, PLAIN_SAYING, type ReportingClass, reportingForm } from '../lexicon/cue.ts';
import { isSomebody } from '../lexicon/somebody.ts';
import { lexicalVerbs } from '../lexicon/verb-class.ts';
import { nounList } from '../lexicon/vocabulary.ts';
import type { Claimant } from '../model/claim.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import type { Clause } from '../syntax/clause.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { childBy, isUnder, nounRun } from '../syntax/phrase-span.ts';

/** Who may tell it, and how firmly. */
export type UnreadTeller = { readonly name: string; readonly reporting: ReportingClass };

/**
 * Who may tell what a paper seems to tell itself: "The coast guard identified the ship as the Sunlit Grace", "The prosecution had
 * assumed that all went to Russia". The main clause says something of somebody by a verb of saying, naming, accusing or thinking that no
 * construction read, so that the words may be theirs or the paper's.
 */
export function tellerUnread(sentence: ParsedSentence, word: number, source: Claimant): UnreadTeller | undefined {
  const { clauses, clauseOf, words, text, quoted } = sentence;
  const seen = new Set<number>();
  for (let place = clauseOf[word] ?? -1; place >= 0 && !seen.has(place); place = clauses[place]!.parent) {
    seen.add(place);
    const clause = clauses[place]!;
    // What is told of somebody in passing is the paper's own, but for the figure they put: "according to the agency, which put it at 60".
    const inPassing = /^(relcl|acl)$/.test(clause.relation);
    const party = clause.subject;
    const isTelling =
      party !== undefined &&
      clause.form === 'finite' &&
      !clause.passive &&
      !quoted[clause.head] &&
      (inPassing ? putsAt(sentence, clause) : party.link === 'own' && tells(sentence, clause));
    // Only people think, whatever noun they go by.
    const thinks = isTelling && cueTables().verbs.get(clause.lemma) === 'assesses' && isThought(sentence, clause.head);
    if (isTelling && (thinks || mayTell(sentence, party.head))) {
      const { from, to } = nounRun(sentence, party.head);
      // In a paper of its own a body tells what it has done.
      return source.name.split(' ').includes(words[party.head]!.text)
        ? undefined
        : {
            name: text.slice(words[from]!.start, words[to - 1]!.end),
            reporting: cueTables().verbs.get(clause.lemma) ?? 'states',
          };
    }
    if (inPassing) return undefined;
  }
  return tellerAtNoun(sentence) ?? tellerUnheaded(sentence) ?? tellerLost(sentence, word);
}

/**
 * "Three residents contacted by us speak of 22 dead", read without any main verb: a verb of saying that heads no clause, behind somebody
 * who may speak.
 */
function tellerUnheaded(sentence: ParsedSentence): UnreadTeller | undefined {
  const { words, clauses, text, headline } = sentence;
  if (headline || clauses.some(({ relation, form }) => relation === 'ROOT' && form === 'finite')) return undefined;
  const lemmaOf = (at: number) => reportingForm(words[at]!.text)?.lemma ?? words[at]!.lemma;
  const at = words.findIndex(
    ({ pos }, i) =>
      i > 0 && /^(VERB|NOUN)$/.test(pos) && isTellingVerb(lemmaOf(i)) && !clauses.some(({ head }) => head === i),
  );
  const teller = words.findIndex(({ pos }, i) => i < at && /^(NOUN|PROPN|PRON|NUM)$/.test(pos));
  if (at < 0 || teller < 0) return undefined;
  let last = teller;
  while (/^(NOUN|PROPN)$/.test(words[last + 1]?.pos ?? '') && last + 1 < at) last++;
  if (words[last]!.pos === 'NOUN' && !mayTell(sentence, last)) return undefined;
  const { from } = nounRun(sentence, last);
  return {
    name: text.slice(words[from]!.start, words[last]!.end),
    reporting: cueTables().verbs.get(lemmaOf(at)) ?? 'states',
  };
}

/** "At the hearing counsel submitted that": the main verb hands over a clause, and the tree gives it no subject. */
function tellerLost(sentence: ParsedSentence, word: number): UnreadTeller | undefined {
  const { clauses, words, text, quoted, arcs } = sentence;
  const main = clauses.find(({ relation, form }) => relation === 'ROOT' && form === 'finite');
  if (main === undefined || main.subject !== undefined || main.object !== undefined || main.passive) return undefined;
  if (quoted[main.head] || arcs.tags[main.head] === 'VB' || attributionList('hands-over-nothing').has(main.lemma))
    return undefined;
  const said = childBy(sentence, main.head, 'ccomp');
  const last = words.findLastIndex(({ pos }, at) => at < main.head && /^(NOUN|PROPN)$/.test(pos));
  if (said === undefined || last < 0 || !isUnder(sentence, word, said) || !isThought(sentence, main.head))
    return undefined;
  const { from } = nounRun(sentence, last);
  return {
    name: text.slice(words[from]!.start, words[last]!.end),
    reporting: cueTables().verbs.get(main.lemma) ?? 'states',
  };
}

function isTellingVerb(lemma: string): boolean {
  return PLAIN_SAYING.has(lemma) || cueTables().verbs.get(lemma) === 'assesses' || cueTables().verbs.has(`${lemma}-of`);
}

/** "Harbour master Roos reckons that": a verb of saying before "that" which was read as a noun, behind a name. */
function tellerAtNoun({ words, arcs, clauses, text }: ParsedSentence): UnreadTeller | undefined {
  const at = words.findIndex(
    ({ text, pos }, i) =>
      reportingForm(text)?.third === true &&
      words[i + 1]?.lower === 'that' &&
      words[i - 1]?.pos === 'PROPN' &&
      (pos === 'NOUN' || /^(dobj|compound)$/.test(arcs.labels[i]!)) &&
      !clauses.some(({ head }) => head === i),
  );
  const from = words.findLastIndex(({ pos }, i) => i < at && pos !== 'PROPN') + 1;
  if (at < 0) return undefined;
  const { lemma } = reportingForm(words[at]!.text)!;
  return {
    name: text.slice(words[from]!.start, words[at - 1]!.end),
    reporting: cueTables().verbs.get(lemma) ?? 'states',
  };
}

function tells(sentence: ParsedSentence, clause: Clause): boolean {
  const { lemma, negated, obliques, modifiers, object, head } = clause;
  // "Readers may call the hotline".
  if (negated || modifiers.some((word) => /^(may|can|might|could|should)$/.test(word))) return false;
  if (lemma === 'identify') return obliques.some(({ preposition }) => preposition === 'as');
  // "The tanker called at the port" names nothing.
  if (lexicalVerbs('names').has(lemma) && object?.link === 'own') return true;
  if (PLAIN_SAYING.has(lemma) || putsAt(sentence, clause)) return true;
  // "has lowered her forecast to 172 million".
  if (object?.link === 'own' && attributionList('estimates-had').has(sentence.words[object.head]!.lower))
    return childBy(sentence, object.head, 'poss') !== undefined;
  const thought = isThought(sentence, head);
  return thought && (cueTables().verbs.get(lemma) === 'assesses' || !attributionList('vouches').has(lemma));
}

/** "puts the number at 60", "places the ship at the terminal", "put the number of injured at 26", where "at" is read under the noun. */
function putsAt({ words, arcs }: ParsedSentence, { lemma, object, obliques, head }: Clause): boolean {
  if (!/^(put|place|peg)$/.test(lemma) || object === undefined) return false;
  if (obliques.some(({ preposition }) => preposition === 'at')) return true;
  return words.some(
    ({ lower }, at) => at > head && lower === 'at' && words[at + 1]?.pos === 'NUM' && arcs.labels[at] === 'prep',
  );
}

/** "assumed that", "considered it likely that": a clause of its own that a verb hands over. */
function isThought(sentence: ParsedSentence, verb: number): boolean {
  const clause = childBy(sentence, verb, 'ccomp');
  const that = sentence.words.findIndex(({ lower }, at) => at > verb && lower === 'that');
  return clause !== undefined && that > verb && that <= verb + 3 && isUnder(sentence, that, clause);
}

/** A person, a body or a paper, and no thing. */
function mayTell({ words }: ParsedSentence, head: number): boolean {
  const { pos, lower } = words[head]!;
  const noun = singularOf(lower);
  if (pos === 'PROPN' || /^(he|she|they)$/.test(lower)) return true;
  const lists = ['official', 'organ', 'titles', 'document', 'unnamed'] as const;
  return (
    pos === 'NOUN' &&
    (isSomebody(noun) || attributionList('owned').has(noun) || lists.some((list) => nounList(list).has(noun)))
  );
}
