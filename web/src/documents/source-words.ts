import type { SourceList } from '../../../src/app/workbench/contract/document.ts';
import type { Option } from '../parts/form/field.tsx';

/** Grades of reliability on the Admiralty scale. */
export const GRADE_OPTIONS: readonly Option[] = [
  { value: 'A', words: 'A, completely reliable' },
  { value: 'B', words: 'B, usually reliable' },
  { value: 'C', words: 'C, fairly reliable' },
  { value: 'D', words: 'D, not usually reliable' },
  { value: 'E', words: 'E, unreliable' },
  { value: 'F', words: 'F, cannot be judged' },
];

const PROTECTION_WORDS: Readonly<Record<SourceList['sources'][number]['protection'], string>> = {
  open: 'Open',
  restricted: 'Restricted: what it gave stays here',
  protected: 'Protected: its name stays here too',
};

export const PROTECTION_OPTIONS: readonly Option[] = Object.entries(PROTECTION_WORDS).map(([value, words]) => ({
  value,
  words,
}));
