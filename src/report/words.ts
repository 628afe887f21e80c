/** The words that the report uses for the codes of the model. A code without words of its own is printed with blanks for hyphens. */

const CLAIMANT_KINDS: Readonly<Record<string, string>> = {
  'state-organ': 'State organ',
  'un-body': 'U.N. body',
  state: 'State',
  ngo: 'non-governmental organisation',
  unnamed: 'not named',
};

const VERDICTS: Readonly<Record<string, string>> = {
  prohibited: 'Prohibited',
  'cap-exceeded': 'Cap exceeded',
  'approval-required': 'Approval required',
  undetermined: 'Undetermined',
  'notice-required': 'Notice required',
  exempt: 'Exempt',
  'within-cap': 'Within the cap',
  'not-covered': 'Not covered',
};

const FINDING_STATUSES: Readonly<Record<string, string>> = {
  alleged: 'Alleged',
  'single-source': 'Single source',
  corroborated: 'Corroborated',
  contested: 'Contested',
  withdrawn: 'Withdrawn',
};

const MODALITIES: Readonly<Record<string, string>> = {
  states: 'states',
  assesses: 'assesses',
  alleges: 'alleges',
  intends: 'intends',
  'calls-for': 'calls',
};

const CLAIM_STATUSES: Readonly<Record<string, string>> = {
  proposed: 'proposed by the extractor, not yet reviewed',
  accepted: 'reviewed and accepted',
  rejected: 'reviewed and rejected',
  withdrawn: 'withdrawn',
};

const RELIABILITIES: Readonly<Record<string, string>> = {
  A: 'A, completely reliable',
  B: 'B, usually reliable',
  C: 'C, fairly reliable',
  D: 'D, not usually reliable',
  E: 'E, unreliable',
  F: 'F, cannot be judged',
};

function lookUp(words: Readonly<Record<string, string>>, code: string): string {
  return (Object.hasOwn(words, code) ? words[code] : undefined) ?? code.replaceAll('-', ' ');
}

export const claimantKindWords = (kind: string): string => lookUp(CLAIMANT_KINDS, kind);
export const verdictWords = (verdict: string): string => lookUp(VERDICTS, verdict);
export const findingStatusWords = (status: string): string => lookUp(FINDING_STATUSES, status);
export const modalityWords = (modality: string): string => lookUp(MODALITIES, modality);
export const statusWords = (status: string): string => lookUp(CLAIM_STATUSES, status);
export const reliabilityWords = (letter: string | null): string =>
  letter === null ? 'not graded' : lookUp(RELIABILITIES, letter);

/** "A", "A and B", "A, B and C". */
export function writeList(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** 1 to 89 as a Roman numeral, as sections of official reports are numbered. */
export function romanNumeral(value: number): string {
  let rest = value;
  let out = '';
  for (const [size, letters] of ROMAN) {
    while (rest >= size) {
      out += letters;
      rest -= size;
    }
  }
  return out;
}
