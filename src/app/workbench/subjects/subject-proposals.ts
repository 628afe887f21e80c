import type { SubjectJudgement } from '../../../subjects/model/subject.ts';
import { buildSubjectJudgements } from '../../act-builders/subject-acts.ts';
import { type OpenProposal, openProposals } from '../../subjects/open-proposals.ts';
import { passagesOf, subjectLine } from '../../subjects/subject-line.ts';
import { leafById, type WorkspaceSubjects } from '../../subjects/workspace-subjects.ts';
import type { ActsDone } from '../contract/record/act.ts';
import type { ProposalPage, ProposalSide, SubjectJudgementRequest, SubjectProposal } from '../contract/subject.ts';
import { type PageQuery, pageOf } from '../held/page.ts';
import type { Workbench } from '../held/workbench.ts';
import { apart, passageView } from './passage-view.ts';
import { documentsOf } from './subject-list.ts';

export type ProposalQuery = PageQuery & {
  readonly reason?: string | undefined;
  readonly kind?: string | undefined;
  /** Those that one subject may be another by, by its id or that of any of its parts. */
  readonly subject?: string | undefined;
};

/** What may be one and is not decided, the surest first. */
export async function proposalList(
  subjects: WorkspaceSubjects,
  { reason, kind, subject: asked, ...page }: ProposalQuery,
): Promise<ProposalPage> {
  const own = asked === undefined ? undefined : subjects.partition.ofLeaf.get(asked);
  const ofKind = (await openProposals(subjects)).filter(
    (one) =>
      (kind === undefined || one.subjects.some((subject) => subject.kind === kind)) &&
      (asked === undefined || (own !== undefined && one.subjects.includes(own))),
  );
  const counts = new Map<string, number>();
  for (const one of ofKind) counts.set(one.reason, (counts.get(one.reason) ?? 0) + 1);
  const found = pageOf(
    reason === undefined ? ofKind : ofKind.filter((one) => one.reason === reason),
    proposalId,
    page,
    { reason, kind, subject: asked },
  );
  return {
    ...found,
    items: found.items.map((one) => proposalView(subjects, one)),
    facets: { reason: [...counts].map(([value, count]) => ({ value, count })) },
  };
}

function proposalId({ a, b }: OpenProposal): string {
  return `${a} ${b}`;
}

/** A proposal with both subjects and where they are named. */
function proposalView(subjects: WorkspaceSubjects, proposal: OpenProposal): SubjectProposal {
  const { a, b, reason, score, words } = proposal;
  const [one, other] = proposal.subjects;
  return {
    id: proposalId(proposal),
    reason,
    score,
    words,
    sides: [sideOf(subjects, a, one), sideOf(subjects, b, other)],
  };
}

/** Passages of each side that are shown at once. */
const MOST_PASSAGES = 3;

function sideOf(subjects: WorkspaceSubjects, leaf: string, subject: OpenProposal['subjects'][0]): ProposalSide {
  const { id, kind, names } = subject;
  const passages = passagesOf(subject);
  // The naming itself first: it is what is compared.
  const shown = apart([...passages.filter((one) => one.leaf === leaf), ...passages.filter((one) => one.leaf !== leaf)]);
  return {
    leaf,
    subject: id,
    kind,
    names,
    identifiers: subjectLine({ ...subjects, lists: null }, subject, []).identifiers,
    documents: documentsOf(subject),
    mentions: passages.length,
    passages: shown.slice(0, MOST_PASSAGES).map((passage) => passageView(subjects.snapshot, passage)),
  };
}

/** Judges pairs of namings. @throws AppError `no-such-subject`, `bad-option` */
export async function judgeSubjectPairs(
  workbench: Workbench,
  subjects: WorkspaceSubjects,
  { pairs, judgement, ...signature }: SubjectJudgementRequest & { readonly judgement: SubjectJudgement },
): Promise<ActsDone> {
  const leaves = pairs.map(({ a, b }) => [leafById(subjects, a), leafById(subjects, b)] as const);
  return await workbench.act(buildSubjectJudgements(signature, leaves, judgement));
}
