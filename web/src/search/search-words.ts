import type { SearchHit } from '../../../src/app/workbench/contract/search.ts';

export type HitKind = SearchHit['kind'];

/** What a hit is, and what its kind is called in `in=` of the address. */
export const HIT_KINDS: Readonly<
  Record<HitKind, { readonly one: string; readonly many: string; readonly place: string }>
> = {
  document: { one: 'Document', many: 'Documents', place: 'documents' },
  claim: { one: 'Claim', many: 'Claims', place: 'claims' },
  incident: { one: 'Incident', many: 'Incidents', place: 'incidents' },
  finding: { one: 'Finding', many: 'Findings', place: 'findings' },
  provision: { one: 'Provision', many: 'Law', place: 'law' },
  list: { one: 'Entry of a list', many: 'Lists', place: 'lists' },
};

/** All but the lists, which are asked apart: they may have to be read first. */
export const TEXT_PLACES = Object.values(HIT_KINDS)
  .map(({ place }) => place)
  .filter((place) => place !== HIT_KINDS.list.place);

const LANGUAGES = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

/** A language by its name; what is no tag stays as it is written. */
export function languageWords(tag: string): string {
  try {
    return LANGUAGES.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
