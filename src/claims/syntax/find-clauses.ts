import { type Clause, clauseAbove, headsClause, type Oblique } from './clause.ts';
import { type ClauseDraft, mendClauses } from './mend-clauses.ts';
import { takeOwn } from './own-parties.ts';
import { childBy, childrenBy, type Phrases } from './phrase-span.ts';
import { isSetApart } from './set-apart.ts';
import { shareAgent, takeOver } from './shared-parties.ts';
import { formOf, isNegated, isPassive, lemmaOf, modifiersOf } from './verb-group.ts';

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
  for (const place of order) shareAgent(phrases, clauses, place);
  return { clauses, clauseOf: words.map((_, i) => above(i)) };
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

function obliquesOf(phrases: Phrases, head: number): readonly Oblique[] {
  const { words } = phrases;
  const found: Oblique[] = [];
  const take = (preposition: number) => {
    if (isSetApart(phrases, preposition)) return;
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
