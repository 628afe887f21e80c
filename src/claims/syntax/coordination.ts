import type { Clause } from './clause.ts';
import type { Phrases } from './phrase-span.ts';

/**
 * "were killed or wounded near the front on 3 May", "bought and shipped 200 trucks": the place of the verb that follows a bare verb
 * after "and" or "or". What stands after the second is told of both.
 */
export function followingVerb(
  { words, arcs, clauses }: Phrases & { readonly clauses: readonly Pick<Clause, 'head' | 'joinedTo'>[] },
  place: number,
): number | undefined {
  const { head } = clauses[place]!;
  if (!/^(and|or)$/.test(words[head + 1]?.lower ?? '')) return undefined;
  const next = words[head + 2]?.pos === 'ADV' ? head + 3 : head + 2;
  const found = clauses.findIndex((clause) => clause.head === next);
  return found >= 0 && arcs.labels[next] === 'conj' && arcs.heads[next] === head ? found : undefined;
}

/** "320 had been killed and 765 injured last week": the place of a joined participle that has no auxiliary of its own, where nothing else stands behind the first. */
export function gappedVerb(
  { words, arcs, clauses }: Phrases & { readonly clauses: readonly Clause[] },
  place: number,
): number | undefined {
  const { head, passive, obliques } = clauses[place]!;
  if (!passive || obliques.length > 0 || !/^(and|or)$/.test(words[head + 1]?.lower ?? '')) return undefined;
  const found = clauses.findIndex(
    (clause) =>
      arcs.labels[clause.head] === 'conj' &&
      arcs.heads[clause.head] === head &&
      clause.passive &&
      arcs.children[clause.head]!.every((child) => !/^aux(pass)?$/.test(arcs.labels[child]!)),
  );
  return found < 0 ? undefined : found;
}
