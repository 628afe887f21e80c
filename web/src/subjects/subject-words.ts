import type { SubjectDetail, SubjectKind, SubjectProposal } from '../../../src/app/workbench/contract/subject.ts';

export const KIND_WORDS: Readonly<Record<SubjectKind, string>> = {
  person: 'Person',
  organisation: 'Organisation',
  vessel: 'Vessel',
  aircraft: 'Aircraft',
  account: 'Account',
  place: 'Place of trade',
};

type Scheme = SubjectDetail['identifiers'][number]['scheme'];

const SCHEME_WORDS: Readonly<Record<Scheme, string>> = {
  imo: 'IMO',
  'imo-company': 'IMO company',
  mmsi: 'MMSI',
  'call-sign': 'Call sign',
  'aircraft-registration': 'Aircraft registration',
  registration: 'Registration',
  passport: 'Passport',
  iban: 'IBAN',
  bitcoin: 'Bitcoin',
  ethereum: 'Ethereum',
  tron: 'TRON',
};

/** What was checked of a number, and how that came out. An MMSI has no check digit: its first digit tells ships. */
export function checkWords({ scheme, valid }: { readonly scheme: Scheme; readonly valid: boolean | null }): string {
  if (valid === null) return 'not checked';
  if (scheme === 'mmsi') return valid ? 'of the form of a ship’s number' : 'not the form of a ship’s number';
  return valid ? 'check digit right' : 'check digit wrong';
}

/** "IMO 8606173": a number with what it is of. */
export function identifierWords({ scheme, value }: { readonly scheme: Scheme; readonly value: string }): string {
  return `${SCHEME_WORDS[scheme]} ${value}`;
}

export const REASON_WORDS: Readonly<Record<SubjectProposal['reason'], string>> = {
  identifier: 'One number',
  spelling: 'Another spelling or script',
  'short-form': 'Short form',
  'part-of-name': 'Part of a name',
  'former-name': 'Former name',
  'list-entry': 'One entry of a list',
};

/** What a subject is called on a line: its first name, else its first number. */
export function nameOf(subject: {
  readonly names: readonly string[];
  readonly identifiers?: readonly { readonly scheme: Scheme; readonly value: string }[];
}): string {
  const [number] = subject.identifiers ?? [];
  return subject.names[0] ?? (number === undefined ? 'Without a name' : identifierWords(number));
}

/** "3 documents" */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
