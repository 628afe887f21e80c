import type { ProposalSide, SubjectProposal } from '../../../src/app/workbench/contract/subject.ts';
import { printableText } from '../../../src/figures/drawing/markup.ts';
import type { DataColumn } from '../parts/table/data-table.tsx';
import { KIND_WORDS, nameOf, REASON_WORDS } from './subject-words.ts';

/** The two names, and why they may be one. */
export const PROPOSAL_COLUMNS: readonly DataColumn<SubjectProposal>[] = [
  {
    id: 'names',
    head: 'May be one',
    width: 'minmax(220px, 2fr)',
    narrow: 'title',
    cell: ({ sides: [one, other] }) => (
      <span className="subject-pair">
        <SideName side={one} />
        <SideName side={other} />
      </span>
    ),
  },
  {
    id: 'why',
    head: 'Why',
    width: 'minmax(180px, 2fr)',
    cell: ({ reason, words }) => (
      <span className="subject-named">
        <span>{REASON_WORDS[reason]}</span>
        <span className="muted">{printableText(words)}</span>
      </span>
    ),
  },
  {
    id: 'score',
    head: 'Alike',
    width: '64px',
    align: 'end',
    narrow: 'hide',
    cell: ({ score }) => score.toFixed(2),
  },
];

function SideName({ side }: { readonly side: ProposalSide }) {
  return (
    <span>
      <bdi>{printableText(nameOf(side))}</bdi> <span className="muted">{KIND_WORDS[side.kind].toLowerCase()}</span>
    </span>
  );
}
