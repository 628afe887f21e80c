import type { Antecedent } from '../events/antecedent.ts';
import { type ReadRoles, rolesOfClause, rolesOfNoun } from '../events/roles.ts';
import type { Basis } from '../model/basis.ts';
import type { Claim, Claimant, Predicate } from '../model/claim.ts';
import type { Clause } from '../syntax/clause.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import type { Assertion } from './assertion.ts';

/** The parties of what is reported: those of the event before, of the noun, or of the clause. */
export function rolesIn(
  sentence: ParsedSentence,
  { noun, event }: Assertion,
  clause: Clause | undefined,
  predicate: Predicate,
  such: Antecedent | undefined,
  speaker: Claimant | undefined,
): ReadRoles {
  if (such !== undefined)
    return {
      roles: such.roles,
      basis: Object.fromEntries(Object.keys(such.roles).map((role) => [role, 'carried' as Basis])),
      candidates: {},
    };
  const stated =
    noun ?? (event !== undefined && clause !== undefined && event.trigger !== clause.head ? event.trigger : undefined);
  if (stated !== undefined) {
    const inner = sentence.clauses.find(({ head }) => head === stated);
    return inner === undefined
      ? rolesOfNoun(sentence, stated, speaker)
      : rolesOfClause(sentence, inner, predicate, speaker);
  }
  return clause === undefined
    ? { roles: {}, basis: {}, candidates: {} }
    : rolesOfClause(sentence, clause, predicate, speaker);
}

/** Names of ships go to `vessel` as well, those of its own clause whatever part they play in it. */
export function withVessels(sentence: ParsedSentence, roles: Claim['roles'], place: number): Claim['roles'] {
  const mentions = Object.values(roles).flat();
  const found = sentence.vessels
    .filter(
      ({ text, from }) =>
        mentions.some((mention) => mention?.includes(text)) || (place >= 0 && sentence.clauseOf[from] === place),
    )
    .map(({ text }) => text);
  return found.length === 0 ? roles : { ...roles, vessel: [...new Set([...(roles.vessel ?? []), ...found])] };
}
