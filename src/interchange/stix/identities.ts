import type { Claimant } from '../../claims/model/claim.ts';
import type { ExportedClaim, ExportedRecord } from '../model/exported.ts';
import { claimantKey, hasNamedClaimant, namedClaimants } from '../names.ts';
import { type StixObject, stixId, stixObject } from './stix-object.ts';

/** Classes of the open vocabulary `identity-class-ov`. */
const CLASSES: Readonly<Record<string, string>> = { person: 'individual', unnamed: 'unknown', sensor: 'system' };

/** Who is spoken of in a bundle, and by whom it is made. */
export type Identities = {
  readonly objects: readonly StixObject[];
  /** Whoever publishes the bundle; else the program. */
  readonly maker: string;
  /** Who a claim is by, as far as that is settled; else whose document it stands in; else the maker, of whom nothing is said. */
  behind(claim: ExportedClaim): string;
};

export function stixIdentities(record: ExportedRecord): Identities {
  const { origin, publisher, program, claims, sources, at } = record;
  const named = (name: string): string => stixId('identity', origin, name);
  const makerName = `maker ${publisher ?? program}`;
  const used = new Set(record.documents.flatMap(({ source }) => (source === null ? [] : [source.id])));
  const firstOf = (claimant: Claimant): string =>
    claims
      .filter((one) => hasNamedClaimant(one) && claimantKey(one.claim.claimant) === claimantKey(claimant))
      .map(({ document }) => document.retrieved)
      .sort()[0] ?? at;
  const identity = (name: string, since: string, fields: Readonly<Record<string, unknown>>): StixObject =>
    stixObject('identity', { origin, name, at: since }, fields);
  return {
    objects: [
      identity(makerName, at, {
        name: publisher ?? program,
        identity_class: publisher === null ? 'system' : 'organization',
        ...(publisher === null ? {} : { description: `Written by ${program}.` }),
      }),
      ...sources
        .filter(({ id }) => used.has(id))
        .map(({ id, name, kind }) =>
          identity(`source ${id}`, at, { name, identity_class: CLASSES[kind] ?? 'organization' }),
        ),
      ...namedClaimants(claims).map((claimant) =>
        identity(claimantKey(claimant), firstOf(claimant), {
          name: claimant.name,
          identity_class: CLASSES[claimant.kind] ?? 'organization',
        }),
      ),
    ],
    maker: named(makerName),
    behind: (exported) => {
      if (hasNamedClaimant(exported)) return named(claimantKey(exported.claim.claimant));
      const { source } = exported.document;
      return source === null ? named(makerName) : named(`source ${source.id}`);
    },
  };
}
