import type { ScreeningDecision } from '../../../src/app/workbench/contract/screening.ts';
import { Tag } from '../parts/tag.tsx';

type Decision = ScreeningDecision['decision'];

export const DECISION_WORDS: Readonly<Record<Decision, string>> = {
  true: 'True match',
  false: 'Not the one asked for',
  unsure: 'Unsure',
};

const TONES: Readonly<Record<Decision, 'strong' | 'muted' | 'open'>> = {
  true: 'strong',
  false: 'muted',
  unsure: 'open',
};

export function DecisionTag({ decision }: { readonly decision: Decision }) {
  return <Tag tone={TONES[decision]}>{DECISION_WORDS[decision]}</Tag>;
}
