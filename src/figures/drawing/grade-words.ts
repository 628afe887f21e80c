import type { Credibility, Reliability } from '../../core/admiralty.ts';

/** What the letters and figures of the Admiralty scale say, the same words in reports and on pages. */
export const RELIABILITY_WORDS: Readonly<Record<Reliability, string>> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'cannot be judged',
};

export const CREDIBILITY_WORDS: Readonly<Record<Credibility, string>> = {
  '1': 'confirmed by other sources',
  '2': 'probably true',
  '3': 'possibly true',
  '4': 'doubtful',
  '5': 'improbable',
  '6': 'cannot be judged',
};

/** "B, usually reliable", "2, probably true"; what is no grade of the scale stays as it is. */
export function gradeWords(grade: string): string {
  const words: Readonly<Record<string, string>> = { ...RELIABILITY_WORDS, ...CREDIBILITY_WORDS };
  return Object.hasOwn(words, grade) ? `${grade}, ${words[grade]}` : grade;
}
