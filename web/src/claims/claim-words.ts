import type { Claim, ClaimRow, ClaimStatus, Credibility, Quantity } from '../../../src/app/workbench/contract/claim.ts';
import { estimateOf, writeFigure, writePlural } from '../../../src/figures/drawing/words.ts';

export type Predicate = Claim['predicate'];
export type Modality = Claim['modality'];
export type Polarity = Claim['polarity'];
export type Speech = Claim['speech'];
export type ClaimantKind = Claim['claimant']['kind'];
export type Qualifier = Quantity['qualifier'];
export type { Credibility };

/** Complete by type: a predicate that the extractor learns is missed by the compiler here, not by a reader. */
export const PREDICATE_WORDS: Readonly<Record<Predicate, string>> = {
  transferred: 'transferred',
  procured: 'procured',
  fired: 'fired',
  attacked: 'attacked',
  vetoed: 'vetoed',
  voted: 'voted',
  adopted: 'adopted',
  renewed: 'renewed',
  created: 'created',
  halted: 'halted',
  designated: 'designated',
  'called-at': 'called at',
  'ship-to-ship-transferred': 'transferred ship to ship',
  launched: 'launched',
  employed: 'employed',
  stole: 'stole',
  financed: 'financed',
  said: 'said',
  'called-for': 'called for',
  denied: 'denied',
};

export const MODALITY_WORDS: Readonly<Record<Modality, string>> = {
  states: 'states',
  assesses: 'assesses',
  alleges: 'alleges',
  intends: 'intends',
  'calls-for': 'calls for',
};

/** Where it is not told as done. */
export const FACTUALITY_WORDS: Readonly<Record<NonNullable<Claim['factuality']>, string>> = {
  plan: 'as planned or to come',
  capacity: 'as what can be done',
  condition: 'under a condition',
  possible: 'as possible',
  demand: 'as what should be done',
};

export const POLARITY_WORDS: Readonly<Record<Polarity, string>> = { asserts: 'asserts', denies: 'denies' };

export const SPEECH_WORDS: Readonly<Record<Speech, string>> = {
  quoted: 'quoted directly',
  reported: 'reported speech',
  'own-voice': 'the document’s own voice',
};

export const KIND_WORDS: Readonly<Record<ClaimantKind, string>> = {
  state: 'State',
  'state-organ': 'State organ',
  'un-body': 'U.N. body',
  intergovernmental: 'intergovernmental body',
  ngo: 'NGO',
  company: 'company',
  newsroom: 'newsroom',
  person: 'person',
  sensor: 'sensor',
  unnamed: 'unnamed',
};

export const QUALIFIER_WORDS: Readonly<Record<Qualifier, string>> = {
  exactly: 'exactly',
  about: 'about',
  'at-least': 'at least',
  'more-than': 'more than',
  'at-most': 'at most',
  'fewer-than': 'fewer than',
  between: 'between',
  'up-to': 'up to',
  some: 'some (no bounds)',
};

export const STATUS_WORDS: Readonly<Record<ClaimStatus, string>> = {
  proposed: 'proposed',
  accepted: 'accepted',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
};

/** The values of a word list in its order, for the options of a field. */
export function valuesOf<Value extends string>(words: Readonly<Record<Value, string>>): readonly Value[] {
  return Object.keys(words) as Value[];
}

/** "about 40 to 60 attacks": what the bounds leave open, beside the source's own phrase. */
export function quantityWords(quantity: Quantity, claim: Pick<Claim, 'modality' | 'quote'>): string {
  const noun = writePlural(quantity.unit ?? quantity.counts);
  const of = quantity.unit === undefined ? '' : ` of ${quantity.counts}`;
  const denied = quantity.low === null && quantity.high === null;
  return denied
    ? `${writePlural(quantity.counts)}, no bound stated`
    : `${writeFigure(quantity, estimateOf(quantity, claim))} ${noun}${of}`;
}

/** "Robert Wood, relayed by Voice of America", the nearest relay first. */
export function attributionWords({ claimant, relay }: Pick<Claim, 'claimant' | 'relay'>): string {
  return relay.length === 0
    ? claimant.name
    : `${claimant.name}, relayed by ${relay.map(({ name }) => name).join(', ')}`;
}

/** "2024-03-01 to 2024-03-28", or the text's own phrase where no day follows from it. */
export function timeWords({ from, to, raw }: Claim['when']): string | null {
  if (from === null && to === null) return raw;
  if (from === to) return from;
  if (from === null) return `until ${to}`;
  return to === null ? `from ${from}` : `${from} to ${to}`;
}

/** Where a passage stands in its document as printed: "p. 4, para. 45", "Calls!B3". */
export function locatorWords({ locator, place }: Pick<ClaimRow, 'locator' | 'place'>): string | null {
  const parts = [
    place,
    locator?.page === undefined ? null : `p. ${locator.page}`,
    locator?.paragraph === undefined ? null : `para. ${locator.paragraph}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}
