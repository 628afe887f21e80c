import { attributionList } from '../lexicon/attribution-list.ts';
import type { Clause } from '../syntax/clause.ts';

/** "born on 12 May 1988", "founded in 2019", "built in 1996": how old somebody or something is, and no time of what they do. */
export function tellsOrigin(clause: Clause | undefined): boolean {
  return (
    clause !== undefined && /^(acl|relcl|advcl)$/.test(clause.relation) && attributionList('origins').has(clause.lemma)
  );
}
