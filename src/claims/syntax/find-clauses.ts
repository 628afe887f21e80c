import { isPhrasal } from '../lexicon/cue.ts';
import { lexicalVerbs } from '../lexicon/verb-class.ts';
import {
  type Clause,
  type ClauseForm,
  clauseAbove,
  headsClause,
  isSubject,
  type Oblique,
  type Party,
} from './clause.ts';
import { followingVerb } from './coordination.ts';
import { type ClauseDraft, mendClauses } from './mend-clauses.ts';
import { childBy, childrenBy, nounRun, type Phrases } from './phrase-span.ts';

export type Clauses = { readonly clauses: readonly Clause[]; readonly clauseOf: readonly number[] };

/** The clauses of a sentence in the order of their verbs, each found once with its parties. */
export function findClauses(phrases: Phrases): Clauses {
  const { words, arcs } = phrases;
  const heads = words.map((_, i) => i).filter((i) => headsClause(phrases, i));
  const places = new Map(heads.map((head, place) => [head, place]));
  const above = (at: number) => clauseAbove(places, arcs.heads, at);
  const clauses = heads.map((head): ClauseDraft => {
    const first = firstClause(phrases, head, places);
    const up = arcs.heads[first]!;
    return {
      head,
      lemma: lemmaOf(phrases, head),
      form: formOf(phrases, head),
      relation: arcs.labels[first]!,
      parent: up < 0 ? -1 : above(up),
      joinedTo: places.get(first)!,
      passive: isPassive(phrases, head),
      negated: isNegated(phrases, head),
      modifiers: modifiersOf(phrases, head),
      subject: undefined,
      object: undefined,
      dative: undefined,
      complement: childBy(phrases, head, 'attr', 'acomp', 'oprd'),
      obliques: obliquesOf(phrases, head),
      opener: openerOf(phrases, first, head),
    };
  });
  for (const clause of clauses) takeOwn(phrases, clause);
  mendClauses(phrases, clauses);
  // From the top down, so that who is shared is known before it is taken over.
  const order = clauses
    .map((_, i) => i)
    .sort((a, b) => depth(arcs.heads, clauses[a]!.head) - depth(arcs.heads, clauses[b]!.head));
  for (const place of order) takeOver(phrases, clauses, place);
  for (const [place, clause] of clauses.entries()) shareObject(phrases, clauses, clause, place);
  return { clauses, clauseOf: words.map((_, i) => above(i)) };
}

/** The relative clause between a verb and what is joined to it behind a bare comma. */
function serialRelative(
  phrases: Phrases,
  clauses: readonly ClauseDraft[],
  clause: ClauseDraft,
  joined: ClauseDraft,
): ClauseDraft | undefined {
  const { words, arcs } = phrases;
  let first = clause.head;
  while (arcs.labels[first] === 'conj' && arcs.heads[first] !== joined.head && arcs.heads[first]! >= 0)
    first = arcs.heads[first]!;
  if (words[first - 1]?.text !== ',') return undefined;
  return clauses.find(
    (one) => one.relation === 'relcl' && one.head > joined.head && one.head < first && one.form === 'finite',
  );
}

function depth(heads: readonly number[], at: number): number {
  let steps = 0;
  for (let i = heads[at]!; i >= 0; i = heads[i]!) steps++;
  return steps;
}

function firstClause(phrases: Phrases, head: number, places: ReadonlyMap<number, number>): number {
  let first = head;
  while (phrases.arcs.labels[first] === 'conj' && places.has(phrases.arcs.heads[first]!))
    first = phrases.arcs.heads[first]!;
  return first;
}

function lemmaOf(phrases: Phrases, head: number): string {
  const { lemma } = phrases.words[head]!;
  const particle = childBy(phrases, head, 'prt');
  if (particle !== undefined) return `${lemma}-${phrases.words[particle]!.lower}`;
  // "laid bare", "brushed that aside", "made clear": an adverb or adjective that makes one verb with it.
  const joined = childrenBy(phrases, head, 'advmod', 'acomp', 'oprd', 'dative').find(
    (at) => at > head && isPhrasal(`${lemma}-${phrases.words[at]!.lower}`),
  );
  return joined === undefined ? lemma : `${lemma}-${phrases.words[joined]!.lower}`;
}

function formOf(phrases: Phrases, head: number): ClauseForm {
  const tag = phrases.arcs.tags[head]!;
  const auxiliaries = childrenBy(phrases, head, 'aux', 'auxpass');
  if (auxiliaries.some((at) => phrases.words[at]!.lower === 'to')) return 'infinitive';
  if (auxiliaries.length > 0 && !auxiliaries.every((at) => /^(having|being)$/.test(phrases.words[at]!.lower)))
    return 'finite';
  if (tag === 'VBG') return 'participle';
  if (tag === 'VBN' && !phrases.arcs.children[head]!.some((child) => isSubject(phrases.arcs.labels[child]!)))
    return phrases.arcs.labels[head] === 'ROOT' ? 'finite' : 'past-participle';
  return 'finite';
}

function isPassive(phrases: Phrases, head: number): boolean {
  const { arcs } = phrases;
  if (arcs.children[head]!.some((child) => /^(auxpass|nsubjpass|csubjpass)$/.test(arcs.labels[child]!))) return true;
  if (
    arcs.labels[head] === 'conj' &&
    arcs.tags[head] === 'VBN' &&
    childBy(phrases, head, 'aux', 'auxpass') === undefined
  )
    return arcs.heads[head]! >= 0 && isPassive(phrases, arcs.heads[head]!);
  // "arms sold to Chad": a bare participle behind a noun tells what befell it.
  return (
    arcs.tags[head] === 'VBN' && /^(acl|advcl)$/.test(arcs.labels[head]!) && childBy(phrases, head, 'aux') === undefined
  );
}

const NONE = /^(no|none|nobody|nothing|neither|nowhere)$/;

/** "did not", "never", "no arms were sold", "sold no arms", "none of them"; the negation of a verb reaches what is joined to it by "or". */
function isNegated(phrases: Phrases, head: number): boolean {
  const { arcs, words } = phrases;
  for (const child of arcs.children[head]!) {
    const label = arcs.labels[child]!;
    if (label === 'neg') return true;
    if (label === 'advmod' && words[child]!.lower === 'never') return true;
    if (label === 'preconj' && words[child]!.lower === 'neither') return true;
    if (!/^(nsubj|nsubjpass|dobj|attr|pobj)$/.test(label)) continue;
    if (NONE.test(words[child]!.lower)) return true;
    // "not one howitzer".
    if (words.slice(nounRun(phrases, child).from, child).some(({ lower }) => lower === 'not')) return true;
    const determiner = childrenBy(phrases, child, 'det', 'neg', 'preconj');
    if (
      determiner.some((at) => NONE.test(words[at]!.lower)) &&
      !/^(longer|more|fewer|less|doubt)$/.test(words[determiner[0]! + 1]?.lower ?? '')
    )
      return true;
  }
  if (arcs.labels[head] === 'conj' && arcs.heads[head]! >= 0) {
    const joined = childrenBy(phrases, arcs.heads[head]!, 'cc').some(
      (at) => /^(or|nor)$/.test(words[at]!.lower) && at < head,
    );
    return joined && isNegated(phrases, arcs.heads[head]!);
  }
  return false;
}

function modifiersOf(phrases: Phrases, head: number): readonly string[] {
  const own = childrenBy(phrases, head, 'aux', 'auxpass', 'advmod', 'neg').map((at) => phrases.words[at]!.lower);
  const { arcs } = phrases;
  // "will seize and sell": the auxiliary stands at the first alone.
  if (
    arcs.labels[head] === 'conj' &&
    arcs.heads[head]! >= 0 &&
    childBy(phrases, head, 'aux', 'nsubj', 'nsubjpass') === undefined
  )
    return [...modalsOf(phrases, arcs.heads[head]!), ...own];
  return own;
}

function modalsOf(phrases: Phrases, head: number): readonly string[] {
  return childrenBy(phrases, head, 'aux')
    .map((at) => phrases.words[at]!.lower)
    .filter((lower) => /^(will|would|may|might|could|can|should|must|shall|'ll|wo|ca)$/.test(lower));
}

function obliquesOf(phrases: Phrases, head: number): readonly Oblique[] {
  const { words } = phrases;
  const found: Oblique[] = [];
  const take = (preposition: number) => {
    const object = childBy(phrases, preposition, 'pobj');
    const inner = childBy(phrases, preposition, 'prep');
    const outOf = inner !== undefined && words[preposition]!.lower === 'out' && words[inner]!.lower === 'of';
    const from = outOf ? childBy(phrases, inner, 'pobj') : undefined;
    if (object !== undefined) found.push({ preposition: words[preposition]!.lower, at: preposition, head: object });
    // "carried ore out of North Korea": from there.
    else if (from !== undefined) found.push({ preposition: 'from', at: preposition, head: from });
    // "from behind the lines", "up to the border", "according to".
    else if (inner !== undefined && !/^(according|citing|per|owing|thanks|contrary)$/.test(words[preposition]!.lower))
      take(inner);
    for (const joined of childrenBy(phrases, preposition, 'conj')) take(joined);
  };
  for (const preposition of childrenBy(phrases, head, 'prep', 'dative'))
    if (words[preposition]!.pos !== 'NOUN') take(preposition);
  return found;
}

function openerOf(phrases: Phrases, first: number, head: number): string {
  const mark = childBy(phrases, head, 'mark') ?? childBy(phrases, first, 'mark');
  if (mark !== undefined) return phrases.words[mark]!.lower;
  const adverb = childrenBy(phrases, first, 'advmod').find(
    (at) => /^(when|where|why|how|while)$/.test(phrases.words[at]!.lower) && at < first,
  );
  if (adverb !== undefined) return phrases.words[adverb]!.lower;
  const above = phrases.arcs.heads[first]!;
  // "after selling", "by selling", "without selling": the preposition above a gerund.
  return phrases.arcs.labels[first] === 'pcomp' && above >= 0 ? phrases.words[above]!.lower : '';
}

/** The parties that stand in the clause itself. */
function takeOwn(phrases: Phrases, clause: ClauseDraft): void {
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
  const objects = childrenBy(phrases, head, 'dobj').filter((at) => words[at]!.pos !== 'PART');
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
    clause.object = own(double ? objects[1] : object);
  }
}

const MEANS =
  /^(road|rail|sea|air|land|water|ship|boat|barge|train|truck|lorry|plane|post|mail|hand|courier|night|day|mistake|force|law|accident|chance|fire|phone|email|e-mail)$/;

/** "delivered by road", "sent by ship": a bare noun that says how, and not by whom. */
function isMeans(phrases: Phrases, at: number): boolean {
  return MEANS.test(phrases.words[at]!.lower) && nounRun(phrases, at).from === at;
}

/** "bought and shipped 200 trucks": the object behind the second verb is also that of the bare first. */
function shareObject(phrases: Phrases, clauses: readonly ClauseDraft[], clause: ClauseDraft, place: number): void {
  if (clause.passive || clause.object !== undefined || clause.obliques.length > 0) return;
  const next = followingVerb({ ...phrases, clauses }, place);
  const shared = next === undefined ? undefined : clauses[next];
  if (shared?.object?.link === 'own' && !shared.passive) clause.object = { head: shared.object.head, link: 'conjunct' };
}

const RELATIVE = /^(who|which|that|whom)$/;

/** The parties that the clause shares with another or has through a pronoun. */
function takeOver(phrases: Phrases, clauses: readonly ClauseDraft[], place: number): void {
  const { arcs, words } = phrases;
  const clause = clauses[place]!;
  const through = relativePronoun(phrases, clause);
  if (arcs.labels[clause.head] === 'conj' && clause.joinedTo !== place && clauses[clause.joinedTo] !== undefined) {
    const up = clauses.findIndex(({ head }) => head === arcs.heads[clause.head]);
    let joined = clauses[up] ?? clauses[clause.joinedTo]!;
    // "denounced a raid, which killed six, hurt others and burned trucks": a list without "and" goes on with the relative clause.
    const listed = serialRelative(phrases, clauses, clause, joined);
    if (listed !== undefined) joined = listed;
    // "has picked out addresses held by it and is pressing firms": a verb with an auxiliary of its own goes on with the finite verb.
    while (
      clause.form === 'finite' &&
      joined.form !== 'finite' &&
      clauses[joined.parent] !== undefined &&
      childBy(phrases, clause.head, 'aux', 'auxpass') !== undefined
    )
      joined = clauses[joined.parent]!;
    // What a passive shares with a passive is whom it befalls, an active with an active who does it.
    const shared = joined.passive ? joined.object : joined.subject;
    const party: Party | undefined =
      shared === undefined ? undefined : { head: shared.head, link: shared.link === 'own' ? 'conjunct' : shared.link };
    const without = !arcs.children[clause.head]!.some((child) => isSubject(arcs.labels[child]!));
    if (without && party !== undefined) {
      if (clause.passive) clause.object ??= party;
      else clause.subject ??= party;
    }
    return;
  }
  if (clause.relation === 'relcl' && arcs.heads[clause.head]! >= 0) {
    const antecedent: Party = {
      head: arcs.heads[clause.head]!,
      link: 'antecedent',
      ...(hangsOnAnother(phrases, arcs.heads[clause.head]!, through) ? { unsure: true } : {}),
    };
    if (through !== undefined) {
      if (clause.subject?.head === through) clause.subject = antecedent;
      else if (clause.object?.head === through) clause.object = antecedent;
      // "the story that Norway gave guns to Chad": who received them is told, and "that" is nobody.
      else if (clause.dative?.head === through)
        clause.dative =
          clause.object !== undefined && clause.obliques.some(({ preposition }) => preposition === 'to')
            ? undefined
            : antecedent;
    } else if (
      !clause.passive &&
      clause.object === undefined &&
      clause.subject !== undefined &&
      clause.complement === undefined
    )
      clause.object = antecedent;
    return;
  }
  if (clause.relation === 'acl' && arcs.heads[clause.head]! >= 0) {
    const noun: Party = { head: arcs.heads[clause.head]!, link: 'antecedent' };
    if (clause.form === 'past-participle') clause.object ??= noun;
    else if (clause.form === 'participle') clause.subject ??= noun;
    else if (clause.form === 'infinitive') {
      const owner = childBy(phrases, noun.head, 'poss');
      clause.subject ??=
        owner === undefined ? controller(clauses, clause, phrases) : { head: owner, link: 'controlled' };
    }
    return;
  }
  const lacksSubject = clause.passive ? clause.object === undefined : clause.subject === undefined;
  if (!lacksSubject || clause.form === 'finite') return;
  const party = controller(clauses, clause, phrases);
  if (party === undefined || RELATIVE.test(words[party.head]!.lower)) return;
  if (clause.passive) clause.object = party;
  else clause.subject = party;
}

/** Who does what an infinitive or gerund tells of: the object of a verb that moves somebody to it, else the subject above. */
function controller(clauses: readonly ClauseDraft[], clause: ClauseDraft, phrases: Phrases): Party | undefined {
  const above = clauses[clause.parent];
  if (above === undefined) return undefined;
  const { arcs, words } = phrases;
  const moved = above.passive ? above.object : (above.object ?? above.dative);
  const controlled = (party: Party | undefined): Party | undefined =>
    party === undefined ? undefined : { head: party.head, link: 'controlled' };
  // "accused Iran of shipping": the gerund behind "of" is the doing of whoever is accused.
  if (clause.relation === 'pcomp') {
    const preposition = arcs.heads[clause.head]!;
    const holder = preposition < 0 ? -1 : arcs.heads[preposition]!;
    // "the decision of selling", "the company for shipping": behind a noun it is the noun's.
    if (holder >= 0 && holder !== above.head) {
      if (holder === above.object?.head && lexicalVerbs('accuses').has(above.lemma)) return controlled(above.object);
      const owner = childBy(phrases, holder, 'poss');
      return owner === undefined
        ? /^(NOUN|PROPN)$/.test(words[holder]!.pos) && words[preposition]!.lower === 'for'
          ? { head: holder, link: 'controlled' }
          : undefined
        : { head: owner, link: 'controlled' };
    }
    if (lexicalVerbs('accuses').has(above.lemma)) return controlled(moved);
    return controlled(above.passive ? above.object : above.subject);
  }
  if (lexicalVerbs('moves').has(above.lemma) && moved !== undefined) return controlled(moved);
  if (clause.relation === 'xcomp' || clause.relation === 'ccomp')
    return controlled(above.passive ? above.object : above.subject);
  if (clause.relation === 'advcl' || clause.relation === 'dep' || clause.relation === 'acl') {
    const main = above.passive ? above.object : above.subject;
    return controlled(main);
  }
  return undefined;
}

/** "a raid on a convoy of the Red Crescent, which killed six": behind a comma "which" may go back to any of the nouns. */
function hangsOnAnother({ arcs, words }: Phrases, noun: number, pronoun: number | undefined): boolean {
  if (pronoun === undefined || words[pronoun]!.lower === 'who' || words[pronoun - 1]?.text !== ',') return false;
  const preposition = arcs.heads[noun]!;
  if (arcs.labels[noun] !== 'pobj' || preposition < 0) return false;
  const above = arcs.heads[preposition]!;
  return above >= 0 && /^(NOUN|PROPN)$/.test(words[above]!.pos);
}

function relativePronoun({ arcs, words }: Phrases, clause: ClauseDraft): number | undefined {
  return arcs.children[clause.head]!.find(
    (child) =>
      /^(nsubj|nsubjpass|dobj|dative)$/.test(arcs.labels[child]!) &&
      RELATIVE.test(words[child]!.lower) &&
      child < clause.head,
  );
}
