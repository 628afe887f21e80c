import type { SourceList } from '../../../src/app/workbench/contract/record/document.ts';
import { gradeWords, RELIABILITY_WORDS } from '../../../src/figures/drawing/grade-words.ts';
import type { Option } from '../parts/form/field.tsx';

/** Grades of reliability on the Admiralty scale. */
export const GRADE_OPTIONS: readonly Option[] = Object.keys(RELIABILITY_WORDS).map((value) => ({
  value,
  words: gradeWords(value),
}));

const PROTECTION_WORDS: Readonly<Record<SourceList['sources'][number]['protection'], string>> = {
  open: 'Open',
  restricted: 'Restricted: what it gave stays here',
  protected: 'Protected: its name stays here too',
};

export const PROTECTION_OPTIONS: readonly Option[] = Object.entries(PROTECTION_WORDS).map(([value, words]) => ({
  value,
  words,
}));
