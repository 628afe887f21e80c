import type { ReactNode } from 'react';

/** The parts of a finding's page in their order; the contents beside the page and the headings have these words. */
export const SECTIONS = {
  elements: 'What must be shown',
  total: 'Total of the period',
  tracks: 'Ships’ tracks',
  provisions: 'Provisions',
  changes: 'Law and monitors over the period',
  evidence: 'Evidence',
  dissent: 'Dissent',
  replies: 'Replies',
  challenges: 'Challenges',
  corrections: 'Corrections',
  recommendations: 'Recommendations',
  history: 'History',
} as const;
export type SectionId = keyof typeof SECTIONS;

/** One part of a finding's page, under its heading; `empty` says in words that there is nothing. */
export function FindingSection({
  id,
  action,
  empty,
  lede,
  children,
}: {
  readonly id: SectionId;
  readonly action?: ReactNode;
  readonly empty?: string | null;
  readonly lede?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className="section finding-section" id={id} aria-labelledby={`${id}-heading`}>
      <div className="section-head">
        <h2 id={`${id}-heading`}>{SECTIONS[id]}</h2>
        {action}
      </div>
      {lede === undefined ? null : <p className="section-lede">{lede}</p>}
      {empty ? <p className="muted section-lede">{empty}</p> : null}
      {children}
    </section>
  );
}
