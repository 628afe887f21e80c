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
