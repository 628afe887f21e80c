import type { IncidentSummary } from '../../../src/app/workbench/contract/incident.ts';
import { Tag } from '../parts/tag.tsx';

export const INCIDENT_STATUS_WORDS: Readonly<Record<IncidentSummary['status'], string>> = {
  alleged: 'alleged',
  'single-source': 'single source',
  corroborated: 'corroborated',
  contested: 'contested',
  withdrawn: 'withdrawn',
};

const TONES = {
  alleged: 'plain',
  'single-source': 'open',
  corroborated: 'strong',
  contested: 'alert',
  withdrawn: 'muted',
} as const;

/** How far the incident carries, as it follows by rule from its claims and their origins. */
export function IncidentStatusTag({ status }: Pick<IncidentSummary, 'status'>) {
  return <Tag tone={TONES[status]}>{INCIDENT_STATUS_WORDS[status]}</Tag>;
}
