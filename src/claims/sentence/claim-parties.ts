import type { Antecedent } from '../events/antecedent.ts';
import { handingNoun } from '../events/event.ts';
import { agentAlone, type ReadRoles, rolesOfClause, rolesOfNoun } from '../events/roles.ts';
import { attributionList } from '../lexicon/attribution-list.ts';
import { lexicalVerbs } from '../lexicon/verb-class.ts';
import type { Basis } from '../model/basis.ts';
import type { Claim, Claimant, Predicate } from '../model/claim.ts';
import type { Clause } from '../syntax/clause.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import type { Assertion } from './assertion.ts';

/** The parties of what is reported; whoever is accused of it is said to have done it. */
export function rolesIn(
  sentence: ParsedSentence,
  assertion: Assertion,
  clause: Clause | undefined,
  predicate: Predicate,
  such: Antecedent | undefined,
  speaker: Claimant | undefined,
): ReadRoles {
  const read = partiesOf(sentence, assertion, clause, predicate, such, speaker);
  const accused = read.roles.agent === undefined ? accusedIn(sentence, assertion) : undefined;
  if (accused === undefined) return read;
  const { roles, basis, candidates } = accused;
  const { object, ...others } = read.roles;
  // Of the accused alone nothing was done to anybody.
  const isSame = assertion.noun !== undefined && assertion.event === undefined;
  return {
    roles: { ...others, ...(isSame || object === undefined ? {} : { object }), ...roles },
    basis: { ...read.basis, ...basis },
    candidates: { ...read.candidates, ...candidates },
  };
}

/** "blamed the rebels", "accuses officers of executions", "was charged with exporting": the accused as who did it. */
function accusedIn(sentence: ParsedSentence, { chain, noun, event }: Assertion): ReadRoles | undefined {
  const inner = chain.at(-1);
  const cue = sentence.clauses.find(({ head }) => head === inner?.cue);
  const party = cue?.dative ?? cue?.object;
  if (cue === undefined || party === undefined || !lexicalVerbs('accuses').has(cue.lemma)) return undefined;
  // "pinned the theft on Pyongyang": what is blamed on somebody.
  if (noun === party.head && event !== undefined) return undefined;
  return /^(accusation|reporting-object)$/.test(inner!.construction) ? agentAlone(sentence, party) : undefined;
}

/** The parties of what is reported: those of the event before, of the noun, or of the clause. */
function partiesOf(
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
  if (clause === undefined) return { roles: {}, basis: {}, candidates: {} };
  const amount = amountOf(sentence, clause);
  if (amount !== undefined) return rolesOfNoun(sentence, amount, speaker);
  return rolesOfClause(sentence, actBelow(sentence, clause), predicate, speaker);
}

/** "Exports to China fell to 371,000 barrels": the noun of handing over that rose or fell, which has the parties and does nothing. */
function amountOf(sentence: ParsedSentence, { lemma, subject }: Clause): number | undefined {
  const changes = lexicalVerbs('changes').has(lemma) || (lemma !== 'be' && lexicalVerbs('amounts').has(lemma));
  return changes && subject?.link === 'own' && handingNoun(sentence, subject.head) ? subject.head : undefined;
}

/** "appear to be controlled by X", "was to be moved on", "we believe that they were collected": the clause that tells what was done. */
function actBelow(sentence: ParsedSentence, clause: Clause): Clause {
  const { words, clauses } = sentence;
  const place = clauses.indexOf(clause);
  const below = (relation: string) => clauses.find((one) => one.parent === place && one.relation === relation);
  const seems = clause.lemma === 'be' ? clause.complement === undefined : lexicalVerbs('seems').has(clause.lemma);
  if (seems) {
    const deed = below('xcomp');
    return deed?.form === 'infinitive' ? deed : clause;
  }
  const ours = clause.subject?.link === 'own' && /^(we|i)$/.test(words[clause.subject.head]!.lower);
  return ours && attributionList('thinks').has(clause.lemma) ? (below('ccomp') ?? clause) : clause;
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
