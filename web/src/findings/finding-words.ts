import type { ClaimRow } from '../../../src/app/workbench/contract/claim.ts';
import type { Finding, FindingSummary } from '../../../src/app/workbench/contract/finding.ts';

type Status = Finding['status'];
type Verdict = Finding['assessment']['verdict'];
type ElementState = Finding['elements'][number]['state'];
type Tone = 'plain' | 'strong' | 'open' | 'muted' | 'alert';

export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  contested: 'Contested',
  corroborated: 'Corroborated',
  'single-source': 'Single source',
  alleged: 'Alleged',
  withdrawn: 'Withdrawn',
};

export const STATUS_TONES: Readonly<Record<Status, Tone>> = {
  contested: 'alert',
  corroborated: 'strong',
  'single-source': 'plain',
  alleged: 'open',
  withdrawn: 'muted',
};

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  prohibited: 'Prohibited',
  'cap-exceeded': 'Cap exceeded',
  'approval-required': 'Approval required',
  undetermined: 'Undetermined',
  'notice-required': 'Notice required',
  exempt: 'Exempt',
  'within-cap': 'Within the cap',
  'not-covered': 'Not covered',
};

/** Verdicts of other days are kept as plain text. */
export function verdictWords(verdict: string): string {
  return VERDICT_WORDS[verdict as Verdict] ?? verdict;
}

/** The answer of the law; where it changed within the alleged period, that of each of its days. */
export function answerInWords({ changes, activity, assessment }: FindingAnswer): string {
  const held = changes.filter(({ date }) => date <= activity.date);
  const turns = held.filter(({ verdict }, at) => verdict !== held[at - 1]?.verdict);
  return turns.length < 2
    ? VERDICT_WORDS[assessment.verdict]
    : `Depends on the day: ${turns.map(({ date, verdict }) => `${verdictWords(verdict).toLowerCase()} from ${date}`).join(', ')}`;
}

type FindingAnswer = Pick<Finding, 'changes' | 'activity' | 'assessment'>;

export const ELEMENT_WORDS: Readonly<Record<ElementState, string>> = {
  asserted: 'asserted',
  disputed: 'disputed',
  stated: 'stated by the maker, read in no claim',
  open: 'open: no claim speaks to it',
};

export const ELEMENT_TONES: Readonly<Record<ElementState, Tone>> = {
  asserted: 'strong',
  disputed: 'alert',
  stated: 'open',
  open: 'open',
};

export const EXEMPTION_WORDS: Readonly<Record<Finding['assessment']['exemptions'][number]['how'], string>> = {
  automatic: 'holds by itself',
  'by-notice': 'needs notice',
  'by-approval': 'needs the Committee’s approval',
};

/** "3 asserted, 1 open" */
export function elementsInWords(elements: Finding['elements']): string {
  const count = (state: ElementState) => elements.filter((element) => element.state === state).length;
  return (['asserted', 'disputed', 'stated', 'open'] as const)
    .filter((state) => count(state) > 0)
    .map((state) => `${count(state)} ${state}`)
    .join(', ');
}

/** "2024-01-01 to 2024-03-28", "by 2024-12-31", or null where the claims say nothing of a day. */
export function periodInWords({ from, to }: Finding['allegation']['period']): string | null {
  if (from === null) return to === null ? null : `by ${to}`;
  if (to === null) return `from ${from}`;
  return from === to ? `on ${from}` : `between ${from} and ${to}`;
}

/** "2 letters, 1 awaited", or null where nobody was written to. */
export function repliesInWords({ replies, awaited }: Pick<FindingSummary, 'replies' | 'awaited'>): string | null {
  if (replies === 0) return null;
  const letters = replies === 1 ? '1 letter' : `${replies} letters`;
  return awaited === 0 ? `${letters}, all answered` : `${letters}, ${awaited} awaited`;
}

/** In the past tense, which asks for no number: claimants are one person or several. */
const SAID: Readonly<Record<ClaimRow['modality'], string>> = {
  states: 'stated',
  assesses: 'assessed',
  alleges: 'alleged',
  intends: 'announced an intention',
  'calls-for': 'called for',
};

export function saidInWords({ polarity, modality }: Pick<ClaimRow, 'polarity' | 'modality'>): string {
  return polarity === 'denies' ? 'denied' : SAID[modality];
}
