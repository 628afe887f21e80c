import { isCalendarDate } from '../../core/calendar.ts';
import { ClaimsError } from '../model/claims-error.ts';
import type { OriginCluster } from './independence.ts';

export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export const CREDIBILITIES = ['1', '2', '3', '4', '5', '6'] as const;
export type Reliability = (typeof RELIABILITIES)[number];
export type Credibility = (typeof CREDIBILITIES)[number];

/**
 * A grade on the Admiralty scale: reliability of the source A to E, credibility of the information 1 to 5; F and 6 say
 * that there is no basis to judge, which is not the worst grade. The two are judged apart and never combined. A grade
 * is an act of a named person on a day; a newer one supersedes it.
 */
export type AdmiraltyGrade = {
  readonly reliability: Reliability;
  readonly credibility: Credibility;
  readonly by: string;
  readonly at: string;
  readonly reason: string;
};

const RELIABILITY_TEXT: Readonly<Record<Reliability, string>> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'reliability cannot be judged',
};
const CREDIBILITY_TEXT: Readonly<Record<Credibility, string>> = {
  '1': 'confirmed by other sources',
  '2': 'probably true',
  '3': 'possibly true',
  '4': 'doubtful',
  '5': 'improbable',
  '6': 'truth cannot be judged',
};

/** "B2: usually reliable, probably true". */
export function describeGrade(grade: Pick<AdmiraltyGrade, 'reliability' | 'credibility'>): string {
  return `${grade.reliability}${grade.credibility}: ${RELIABILITY_TEXT[grade.reliability]}, ${CREDIBILITY_TEXT[grade.credibility]}`;
}

/**
 * Checks a grade before it is logged. `clusters` are the origins that assert what is graded.
 *
 * @throws ClaimsError `invalid-grade` for a letter or digit outside the scale, a grade without a person, day or reason,
 * and for credibility 1 ("confirmed by other sources") without a second independent origin
 */
export function checkGrade(grade: AdmiraltyGrade, clusters: readonly OriginCluster[]): void {
  const refuse = (message: string): never => {
    throw new ClaimsError('invalid-grade', message);
  };
  if (!RELIABILITIES.includes(grade.reliability)) refuse(`Reliability is A to F, not "${grade.reliability}".`);
  if (!CREDIBILITIES.includes(grade.credibility)) refuse(`Credibility is 1 to 6, not "${grade.credibility}".`);
  if (grade.by.trim() === '') refuse('A grade is given by a named person; say who.');
  if (!isCalendarDate(grade.at.slice(0, 10)))
    refuse(`"${grade.at.slice(0, 40)}" is not a day; say when the grade was given.`);
  if (grade.reason.trim() === '') refuse('A grade needs its reason.');
  if (grade.credibility === '1' && clusters.length < 2)
    refuse(
      'Credibility 1 means confirmed by other, independent sources, and only one origin is known; link an independent source first or grade 2.',
    );
}
