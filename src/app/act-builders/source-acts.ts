import { RELIABILITIES } from '../../core/admiralty.ts';
import { findCountry } from '../../core/countries/countries.ts';
import { plainName } from '../../core/plain-name.ts';
import { isProtection, PROTECTIONS } from '../../documents/custody/protection.ts';
import { SOURCE_KINDS } from '../../documents/custody/source-kind.ts';
import type { SourceFacts } from '../acts/act-body.ts';
import { AppError } from '../errors.ts';
import { type ActBuilder, actBy, type Signature } from './act-builder.ts';

/** What a person says of a source; what is left out stays as it was, and an empty text takes it away. */
export type SourceWords = {
  readonly name?: string | undefined;
  readonly kind?: string | undefined;
  readonly country?: string | undefined;
  readonly grade?: string | undefined;
  /** Why it is graded so. */
  readonly gradeReason?: string | undefined;
  readonly controls?: readonly string[] | undefined;
  readonly parent?: string | undefined;
  readonly protection?: string | undefined;
};

/**
 * Describes a source that the record knows, by its id or name. It counts from then on, also when a dossier that says otherwise is
 * run again, until that dossier is changed.
 * @throws AppError `bad-option`, `bad-input` where there is no such source or nothing would change
 */
export function buildSource(signature: Signature, id: string, words: SourceWords): ActBuilder {
  return ({ evidence: { sources } }) => {
    const known = sources.get(id) ?? [...sources.values()].find(({ name }) => name === id);
    if (known === undefined)
      throw new AppError('bad-input', 'the record has no such source', { place: id.slice(0, 80) });
    const source = describedSource(known, words, sources);
    if (JSON.stringify(source) === JSON.stringify(known))
      throw new AppError('bad-option', 'this is what the record says of the source already');
    return [actBy(signature, 'described', { source, reason: signature.reason ?? null })];
  };
}

/** A source as somebody describes it. @throws AppError `bad-option` */
export function describedSource(
  known: SourceFacts,
  { name, kind, country, grade, gradeReason, controls, parent, protection }: SourceWords,
  sources: ReadonlyMap<string, SourceFacts>,
): SourceFacts {
  const { protection: before, ...rest } = known;
  const after = protection === undefined ? before : oneOf(protection, PROTECTIONS, 'protection');
  return {
    ...rest,
    ...(name !== undefined && { name: nameIn(name) }),
    ...(kind !== undefined && { kind: oneOf(kind, SOURCE_KINDS, 'kind') }),
    ...(country !== undefined && { country: countryIn(country) }),
    ...((grade !== undefined || gradeReason !== undefined) && {
      reliability: reliabilityIn(known, grade, gradeReason),
    }),
    ...(controls !== undefined && { controls: controls.map((one) => one.trim()).filter((one) => one !== '') }),
    ...(parent !== undefined && { parent: parentIn(parent, known.id, sources) }),
    ...(after !== undefined && isProtection(after) && after !== 'open' && { protection: after }),
  };
}

function oneOf(word: string, words: readonly string[], place: string): string {
  if (words.includes(word)) return word;
  throw new AppError('bad-option', `"${word.slice(0, 40)}" is none of ${words.join(', ')}`, { place });
}

function nameIn(given: string): string {
  const name = plainName(given);
  if (name === undefined) throw new AppError('bad-option', 'this is no name of a source', { place: 'name' });
  return name;
}

function countryIn(code: string): string | null {
  if (code.trim() === '') return null;
  const country = findCountry(code)?.alpha2;
  if (country === undefined)
    throw new AppError('bad-option', `"${code.slice(0, 20)}" is no country code (ISO 3166-1)`, { place: 'country' });
  return country;
}

/** A grade needs a reason: it decides what may rest on whatever this source says. */
function reliabilityIn(
  known: SourceFacts,
  grade: string | undefined,
  reason: string | undefined,
): SourceFacts['reliability'] {
  const letter = grade ?? known.reliability?.grade ?? '';
  if (letter.trim() === '') return null;
  const why = (reason ?? known.reliability?.reason ?? '').trim();
  if (grade !== undefined && grade !== known.reliability?.grade && (reason ?? '').trim() === '')
    throw new AppError('bad-option', 'a grade needs its reason', { place: 'gradeReason' });
  return { grade: oneOf(letter, RELIABILITIES, 'grade'), reason: why === '' ? null : why };
}

function parentIn(parent: string, own: string, sources: ReadonlyMap<string, SourceFacts>): string | null {
  if (parent.trim() === '') return null;
  const found = sources.get(parent) ?? [...sources.values()].find(({ name }) => name === parent);
  if (found === undefined || found.id === own)
    throw new AppError('bad-option', `"${parent.slice(0, 80)}" is no other source of the record`, { place: 'parent' });
  return found.id;
}
