import type { Claim, Claimant } from '../../claims/model/claim.ts';
import { findMentions } from '../../claims/names/mention.ts';
import { tokenize } from '../../claims/tokens/token.ts';
import { findImoNumbers } from '../../entities/imo.ts';

/** Somebody or something that claims name, as a question to the lists; with the claims that name it. */
export type NamedSubject = {
  readonly name: string;
  /** A FollowTheMoney schema; `LegalEntity` where a person and an organisation are both possible. */
  readonly schema: 'Person' | 'Organization' | 'LegalEntity' | 'Vessel';
  readonly imoNumber: string | null;
  readonly claims: readonly string[];
};

/** Claimants that are looked up. A State is on no list, a newsroom or a sensor only passes on, and who is not named has no name. */
const CLAIMANTS: Readonly<Partial<Record<Claimant['kind'], NamedSubject['schema']>>> = {
  person: 'Person',
  company: 'Organization',
  ngo: 'Organization',
  intergovernmental: 'Organization',
  'state-organ': 'Organization',
};

const ROLES = ['agent', 'recipient', 'object', 'instrument'] as const;
/** Words that stand small inside a name: "Bank of Dandong", "Abd al-Rahman". */
const SMALL = /^(of|for|and|the|de|da|del|di|du|la|le|van|von|der|bin|ibn|bint|al|el|ul|&)$/;

/**
 * Whom claims name: persons and organisations among those who acted, received or were acted on, vessels, IMO numbers in the
 * passage, and claimants that could be on a list. Each name once, in the order of the claims.
 */
export function namedSubjects(claims: readonly Claim[]): readonly NamedSubject[] {
  const found = new Map<string, NamedSubject>();
  const add = (claim: Claim, subject: Omit<NamedSubject, 'claims'>): void => {
    const key = `${subject.schema} ${subject.imoNumber ?? ''} ${subject.name.toLowerCase()}`;
    const known = found.get(key) ?? { ...subject, claims: [] };
    found.set(key, { ...known, claims: [...new Set([...known.claims, claim.id])] });
  };
  for (const claim of claims) {
    for (const claimant of [claim.claimant, ...claim.relay]) {
      const schema = CLAIMANTS[claimant.kind];
      if (schema !== undefined) add(claim, { name: claimant.name, schema, imoNumber: null });
    }
    for (const phrase of ROLES.flatMap((role) => claim.roles[role] ?? []))
      if (isName(phrase)) add(claim, { name: withoutArticle(phrase), schema: 'LegalEntity', imoNumber: null });
    for (const vessel of vesselsOf(claim)) add(claim, vessel);
  }
  return withoutTwins([...found.values()]);
}

/** Whoever speaks and acts under one name is one question: what is known of the speaker's kind holds for who acted. */
function withoutTwins(subjects: readonly NamedSubject[]): readonly NamedSubject[] {
  const sameName = (one: NamedSubject, other: NamedSubject) => one.name.toLowerCase() === other.name.toLowerCase();
  const kinds = (one: NamedSubject) =>
    subjects.filter((other) => /^(Person|Organization)$/.test(other.schema) && sameName(one, other));
  const isTwin = (one: NamedSubject) => one.schema === 'LegalEntity' && kinds(one).length === 1;
  return subjects
    .filter((one) => !isTwin(one))
    .map((one) => {
      const twin =
        one.schema === 'Vessel' ? undefined : subjects.find((other) => isTwin(other) && sameName(one, other));
      return twin === undefined ? one : { ...one, claims: [...new Set([...one.claims, ...twin.claims])] };
    });
}

/** A vessel and a number in one passage belong together when there is one of each; else each is a question of its own. */
function vesselsOf(claim: Claim): readonly Omit<NamedSubject, 'claims'>[] {
  const names = (claim.roles.vessel ?? []).filter((phrase) => /\p{Lu}/u.test(phrase)).map(withoutArticle);
  const numbers = findImoNumbers(claim.quote);
  const [name, number] = [names[0], numbers[0]];
  if (names.length === 1 && numbers.length === 1 && name !== undefined && number !== undefined)
    return [{ name, schema: 'Vessel', imoNumber: number }];
  return [
    ...names.map((one) => ({ name: one, schema: 'Vessel' as const, imoNumber: null })),
    ...numbers.map((one) => ({ name: '', schema: 'Vessel' as const, imoNumber: one })),
  ];
}

/**
 * Whether a phrase is the name of a person or an organisation and no more: at least two words, all written as in a name, and
 * not the name of a State, its people or a U.N. body alone.
 */
function isName(phrase: string): boolean {
  const words = tokenize(withoutArticle(phrase), 0, withoutArticle(phrase).length).filter(({ pos }) => pos !== 'PUNCT');
  if (
    words.length < 2 ||
    !words.every(({ text }) => /^(?:(?:al|el|ul|ad|an|ar|as|at|az)-)?\p{Lu}/u.test(text) || SMALL.test(text))
  )
    return false;
  const mentions = findMentions(withoutArticle(phrase), words);
  const free = words.filter(
    ({ text }, at) => /^\p{Lu}\p{L}/u.test(text) && !mentions.some(({ from, to }) => at >= from && at < to),
  );
  return free.length >= 1 && (free.length >= 2 || mentions.length > 0);
}

function withoutArticle(phrase: string): string {
  return phrase.trim().replace(/^(?:the|The|a|an)\s+/, '');
}
