import type { Predicate, Roles } from '../model/claim.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';

/** What an earlier sentence counted and told of: the meaning of "such cases". */
export type Antecedent = {
  readonly predicate: Predicate;
  readonly roles: Roles;
  readonly counts: string | undefined;
  readonly where: readonly string[];
};

const EVENTS =
  /^(cases?|incidents?|instances?|attacks?|strikes?|launches|transfers?|shipments?|deliver(?:y|ies)|sales?|exports?|occasions?|events?|thefts?|sightings?)$/;

/** "10 such cases", "the same incidents": the words speak of what the sentence before told. */
export function refersBack({ words }: ParsedSentence, content: readonly boolean[] | undefined): boolean {
  return words.some(
    ({ lower }, at) =>
      (content === undefined || content[at] === true) &&
      /^(such|those|these)$/.test(lower) &&
      words.slice(at + 1, at + 4).some((word, far) => EVENTS.test(word.lower) && (lower === 'such' || far === 0)),
  );
}
