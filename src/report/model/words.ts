import { formatDecimal } from '../../core/decimal.ts';
import { isCalendarDate } from '../../core/time/calendar.ts';
import { gradeWords } from '../../figures/drawing/grade-words.ts';
import { writeDate } from '../../figures/drawing/words.ts';

/** The words that the report uses for the codes of the model. A code without words of its own is printed with blanks for hyphens. */

const CLAIMANT_KINDS: Readonly<Record<string, string>> = {
  'state-organ': 'State organ',
  'un-body': 'U.N. body',
  state: 'State',
  ngo: 'non-governmental organisation',
  unnamed: 'not identified',
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

/** In the past tense, which asks for no number: claimants are one person or several. */
const MODALITIES: Readonly<Record<string, string>> = {
  states: 'stated',
  assesses: 'assessed',
  alleges: 'alleged',
  intends: 'announced an intention',
  'calls-for': 'called for',
};

const CLAIM_STATUSES: Readonly<Record<string, string>> = {
  proposed: 'proposed by the extractor, not yet reviewed',
  accepted: 'reviewed and accepted',
  rejected: 'reviewed and rejected',
  withdrawn: 'withdrawn',
};

const MEDIA: Readonly<Record<string, string>> = {
  'text/html': 'HTML',
  'text/plain': 'plain text',
  'application/pdf': 'PDF',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word document',
};

function lookUp(words: Readonly<Record<string, string>>, code: string): string {
  return (Object.hasOwn(words, code) ? words[code] : undefined) ?? code.replaceAll('-', ' ');
}

export const claimantKindWords = (kind: string): string => lookUp(CLAIMANT_KINDS, kind);
/** Also for the effects of provisions, whose codes the regime's data choose. */
export const verdictWords = (verdict: string): string => capitalise(lookUp(VERDICTS, verdict));
export const findingStatusWords = (status: string): string => lookUp(FINDING_STATUSES, status);
export const statusWords = (status: string): string => lookUp(CLAIM_STATUSES, status);
/** What a reader calls a media type; one without a name of its own stays as it is. */
export const mediaWords = (type: string): string => (Object.hasOwn(MEDIA, type) ? MEDIA[type] : undefined) ?? type;
export const reliabilityWords = (letter: string | null): string =>
  letter === null ? 'not graded' : gradeWords(letter);

/** What a claimant did: "alleged", "denied", "called for". */
export function assertionWords({
  polarity,
  modality,
}: {
  readonly polarity: string;
  readonly modality: string;
}): string {
  return polarity === 'denies' ? 'denied' : lookUp(MODALITIES, modality);
}

/** Whether words say who it was without a name: "a French military official". */
export function isDescription(name: string): boolean {
  return name === '' || /^(?:An?|The|Some|One|Two|Several|Many)\s|^\p{Ll}/u.test(name);
}

/** "the Panel" for "Panel" and for "the Panel". */
export function withArticle(name: string): string {
  return `the ${name.replace(/^the /i, '')}`;
}

const SMALL_NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
];

/** Numbers up to fifteen as words, as running text has them. */
export const numberWord = (count: number): string => SMALL_NUMBERS[count] ?? String(count);

/** "no ground", "one ground", "three grounds". */
export function writeCount(count: number, noun: string): string {
  return `${numberWord(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** "1,204 claims": as a count that is not spelt out. */
export function countInDigits(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatDecimal(String(count))} ${count === 1 ? noun : plural}`;
}

export function lowerFirst(text: string): string {
  return `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
}

export function capitalise(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

/** Goods within a sentence: "Ballistic missile" is written small; "HS 2710" and "U.N." stay. */
export function lowerInSentence(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? `${text.slice(0, 1).toLowerCase()}${text.slice(1)}` : text;
}

/** ISO days, and two of them as an interval, within a sentence as official documents write them. */
export function writeDates(text: string): string {
  return text
    .replace(/\b(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})\b/g, '$1 to $2')
    .replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => (isCalendarDate(day) ? writeDate(day) : day));
}

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
