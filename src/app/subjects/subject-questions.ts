import type { Question } from '../../screening/question.ts';
import type { IdentifierScheme, SubjectKind } from '../../subjects/model/mention.ts';
import type { Subject } from '../../subjects/model/subject.ts';

const SCHEMAS: Readonly<Partial<Record<SubjectKind, string>>> = {
  person: 'Person',
  organisation: 'Organization',
  vessel: 'Vessel',
  aircraft: 'Airplane',
};

/** The schema as which a kind of subject is asked of the lists; undefined for kinds that lists do not name. */
export function schemaOf(kind: SubjectKind): string | undefined {
  return SCHEMAS[kind];
}

const NUMBERS: ReadonlySet<IdentifierScheme> = new Set([
  'mmsi',
  'call-sign',
  'passport',
  'registration',
  'imo-company',
  'aircraft-registration',
]);

/**
 * What a subject is asked of the lists: each of its names by itself and its numbers by themselves, so that a decision on a name
 * holds whatever other spellings are found later. A single word is asked only where the subject has no fuller name.
 */
export function questionsOf({ kind, names, leaves }: Subject): readonly Question[] {
  const schema = schemaOf(kind);
  const questions: Question[] = [];
  if (schema !== undefined) {
    const full = names.filter((name) => /\s|[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]/u.test(name));
    for (const name of full.length > 0 ? full : kind === 'person' ? [] : names)
      questions.push({ names: [name], schema });
  }
  const identifiers = leaves.flatMap((leaf) => leaf.identifiers);
  const hulls = [...new Set(identifiers.filter(({ scheme }) => scheme === 'imo').map(({ value }) => value))];
  const numbers = [...new Set(identifiers.filter(({ scheme }) => NUMBERS.has(scheme)).map(({ value }) => value))];
  for (const hull of hulls) questions.push({ names: [], schema: 'Vessel', imoNumbers: [hull] });
  for (const number of numbers)
    questions.push({ names: [], ...(schema === undefined ? {} : { schema }), numbers: [number] });
  return questions;
}
