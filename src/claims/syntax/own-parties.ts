import { lexicalVerbs } from '../lexicon/verb-class.ts';
import type { Party } from './clause.ts';
import type { ClauseDraft } from './mend-clauses.ts';
import { childBy, childrenBy, nounRun, type Phrases } from './phrase-span.ts';

/** The parties that stand in the clause itself. */
export function takeOwn(phrases: Phrases, clause: ClauseDraft): void {
  const { arcs, words } = phrases;
  const { head } = clause;
  const own = (at: number | undefined): Party | undefined => (at === undefined ? undefined : { head: at, link: 'own' });
  // "Survivors, he went on, said": of two subjects the nearer one is the verb's own; the other is left to the verb above.
  const subject =
    arcs.children[head]!.findLast((child) => arcs.labels[child] === 'nsubj' && child < head) ??
    arcs.children[head]!.find((child) => arcs.labels[child] === 'nsubj');
  const befallen = arcs.children[head]!.find((child) => arcs.labels[child] === 'nsubjpass');
  const object = arcs.children[head]!.find((child) => arcs.labels[child] === 'dobj' && words[child]!.pos !== 'PART');
  const dative = arcs.children[head]!.find(
    (child) => arcs.labels[child] === 'dative' && !/^(ADP|ADJ|ADV)$/.test(words[child]!.pos),
  );
  const objects = childrenBy(phrases, head, 'dobj').filter(
    (at, i) =>
      words[at]!.pos !== 'PART' &&
      // "held 14 meetings at the Tattoo, the largest show of all": what a thing is called once more is no second object.
      (i === 0 || words[nounRun(phrases, at).from - 1]?.text !== ','),
  );
  // "shipping Sudan 200 trucks": of two objects the first gets the second.
  const double = objects.length > 1 && !clause.passive;
  clause.dative = own(dative ?? (double ? objects[0] : undefined));
  if (clause.passive) {
    // "was given arms": who is given them is the subject, and the arms are the object.
    if (object !== undefined && befallen !== undefined && lexicalVerbs('gives').has(clause.lemma)) {
      clause.object = own(object);
      clause.dative = own(befallen);
    } else clause.object = own(befallen ?? (subject !== undefined && arcs.tags[head] === 'VBN' ? subject : undefined));
    const by = childBy(phrases, head, 'agent');
    const agent = by === undefined ? undefined : childBy(phrases, by, 'pobj');
    clause.subject = own(agent !== undefined && isMeans(phrases, agent) ? undefined : agent);
  } else {
    clause.subject = own(subject);
    clause.object = own(double ? objects[1] : (object ?? calledWhat(phrases, head)));
  }
}

const MEANS =
  /^(way|means|virtue|road|rail|sea|air|land|water|ship|boat|barge|train|truck|lorry|plane|post|mail|hand|courier|night|day|mistake|force|law|accident|chance|fire|phone|email|e-mail)$/;

/** "delivered by road", "sent by ship": a bare noun that says how, and not by whom. */
function isMeans(phrases: Phrases, at: number): boolean {
  return MEANS.test(phrases.words[at]!.lower) && nounRun(phrases, at).from === at;
}

/** "fired what appeared to be a rocket", "hit what it described as a camp": what stands for the object is called so. */
function calledWhat(phrases: Phrases, verb: number): number | undefined {
  const { arcs, words } = phrases;
  const what = childrenBy(phrases, verb, 'ccomp').find(
    (at) =>
      at > verb &&
      arcs.children[at]!.some((child) => words[child]!.lower === 'what' && words[child - 1] === words[verb]),
  );
  if (what === undefined) return undefined;
  const said = childBy(phrases, what, 'ccomp', 'xcomp') ?? what;
  const as = childrenBy(phrases, what, 'prep').find((at) => words[at]!.lower === 'as');
  const named = childBy(phrases, said, 'attr', 'oprd') ?? (as === undefined ? undefined : childBy(phrases, as, 'pobj'));
  return named !== undefined && /^(NOUN|PROPN)$/.test(words[named]!.pos) ? named : undefined;
}
