import type { Claim } from '../../claims/model/claim.ts';
import type { NamedSubject } from '../../findings/naming/named-subject.ts';
import type { TellingFacts } from '../../screening/identity.ts';
import { nameKey } from '../../subjects/judgement/document-leaves.ts';
import { partitionLeaves } from '../../subjects/judgement/partition.ts';
import type { DocumentLeaves, SubjectLeaf } from '../../subjects/model/leaf.ts';
import type { Derived } from '../derivation/derive.ts';
import { yearsOfBirth } from './subject-line.ts';
import { tellingFacts } from './subject-screening.ts';
import { leavesIn } from './workspace-subjects.ts';

/** What documents tell of one of those who bear a name, with the claims that name it. */
export type NamedBearer = TellingFacts & { readonly claims: readonly string[] };

/** Those who bear a name that claims give, by the numbers and years of birth that the documents tell beside it, in the order of the claims. */
export function namedBearers(
  { name, claims, imoNumber }: NamedSubject,
  told: Pick<Derived, 'claims' | 'documents'>,
): readonly NamedBearer[] {
  const ids = new Set(claims);
  const naming = told.claims.filter(({ id }) => ids.has(id));
  const concerned = new Set(naming.map(({ document }) => document as string));
  const documents = leavesIn(
    told.documents.filter(({ document }) => concerned.has(document)),
    [],
  );
  const byDocument = new Map(documents.map((one) => [one.document, one]));
  const bearers = new Map<string, NamedBearer>();
  for (const claim of naming) {
    const leaf = leafIn(claim, nameKey(name), byDocument.get(claim.document));
    const facts = factsOf(leaf, documents);
    const imoNumbers = [...new Set([...(imoNumber === null ? [] : [imoNumber]), ...facts.imoNumbers])];
    const key = JSON.stringify([imoNumbers, facts.numbers, facts.birthDates]);
    const known = bearers.get(key) ?? { ...facts, imoNumbers, claims: [] };
    bearers.set(key, { ...known, claims: [...known.claims, claim.id] });
  }
  return [...bearers.values()];
}

/** Whom of a document a claim names: the bearer in its passage, else the only one that the document has. Null where it may be several. */
function leafIn(
  { start, end }: Claim,
  key: string,
  { leaves }: Pick<DocumentLeaves, 'leaves'> = { leaves: [] },
): SubjectLeaf | null {
  const named = leaves.filter(({ name }) => name !== null && nameKey(name) === key);
  const here = named.filter(({ mentions }) => mentions.some((one) => start <= one.start && one.end <= end));
  const meant = here.length === 0 ? named : here;
  return meant.length === 1 ? meant[0]! : null;
}

function factsOf(leaf: SubjectLeaf | null, documents: readonly DocumentLeaves[]): TellingFacts {
  const [subject] = leaf === null ? [] : partitionLeaves([leaf], []).subjects;
  if (subject === undefined) return { imoNumbers: [], numbers: [], birthDates: [] };
  return tellingFacts(subject, yearsOfBirth(documents, subject));
}
