import type { Span } from '../../documents/text/text-layer.ts';

export const SUBJECT_KINDS = ['person', 'organisation', 'vessel', 'aircraft', 'account', 'place'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/**
 * What a name was found by: the recogniser of names, words beside it ("the tanker ...", "IMO ..."), the vocabulary of bodies, a list,
 * a short form that the document introduces, or that the document gives the name elsewhere.
 */
export const NAME_SIGNS = ['recogniser', 'cue', 'vocabulary', 'list', 'abbreviation', 'repeat'] as const;
export type NameSign = (typeof NAME_SIGNS)[number];

/** A place where a text gives somebody or something a name; without article, title, prefix of a ship and marks around it. */
export type NameMention = Span & {
  readonly text: string;
  readonly kind: SubjectKind;
  readonly sign: NameSign;
};

export const IDENTIFIER_SCHEMES = [
  'imo',
  'imo-company',
  'mmsi',
  'call-sign',
  'aircraft-registration',
  'registration',
  'passport',
  'iban',
  'bitcoin',
  'ethereum',
  'tron',
] as const;
export type IdentifierScheme = (typeof IDENTIFIER_SCHEMES)[number];

/** What each scheme is called before its number. */
export const SCHEME_WORDS: Readonly<Record<IdentifierScheme, string>> = {
  imo: 'IMO',
  'imo-company': 'IMO company number',
  mmsi: 'MMSI',
  'call-sign': 'call sign',
  'aircraft-registration': 'registration',
  registration: 'registration number',
  passport: 'passport',
  iban: 'IBAN',
  bitcoin: 'Bitcoin address',
  ethereum: 'Ethereum address',
  tron: 'TRON address',
};

/** What is wrong with an identifier that fails what is checked of its scheme: an MMSI has no check digit, but a first digit that tells ships. */
export function faultOf(scheme: IdentifierScheme): string {
  return scheme === 'mmsi' ? 'not the form of a ship’s number' : 'check digit wrong';
}

/** An identifier in a text. */
export type IdentifierMention = Span & {
  readonly text: string;
  readonly scheme: IdentifierScheme;
  /** Without blanks, in the letters of the scheme. */
  readonly value: string;
  /** Whether its check digit or form is right; null where the scheme has none that can be checked. */
  readonly valid: boolean | null;
  /** Start of the name that it stands with; null where the text does not say whose it is. */
  readonly holder: number | null;
};

/** A short form that the text introduces for a name: "Panel on Northern Shipping (PNS)". */
export type ShortForm = { readonly short: string; readonly long: string };

/** A name that the text says somebody or something bore before: "the Pyol Bit 2, formerly the Ocean Larkspur". */
export type FormerName = {
  readonly former: string;
  readonly present: string;
  /** Where the former name stands there. */
  readonly start: number;
};

/** Two names that the text says are of one: "Saleh Dawoud, also known as Salah Dawood". */
export type AlsoCalled = { readonly name: string; readonly other: string };

/** What a text says beside a person's name of who that is: a calling, a body that the person is of or acts for, a year of birth. */
export type PersonDescription = {
  /** Start of the name. */
  readonly name: number;
  readonly what: 'calling' | 'body' | 'birth';
  readonly words: string;
};

/** Who and what one text names, in the order of the text. Names do not overlap each other; neither do identifiers. */
export type TextMentions = {
  readonly names: readonly NameMention[];
  readonly identifiers: readonly IdentifierMention[];
  readonly shortForms: readonly ShortForm[];
  readonly formerNames: readonly FormerName[];
  readonly alsoCalled: readonly AlsoCalled[];
  readonly described: readonly PersonDescription[];
};
