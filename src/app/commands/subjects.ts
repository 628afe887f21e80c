import type { Act } from '../../record/log/act.ts';
import { SUBJECT_KINDS } from '../../subjects/model/mention.ts';
import type { SubjectJudgement } from '../../subjects/model/subject.ts';
import { buildSubjectJudgements } from '../act-builders/subject-acts.ts';
import { AppError } from '../errors.ts';
import { silentProgress } from '../progress.ts';
import { openProposals } from '../subjects/open-proposals.ts';
import { type SubjectFacts, subjectFacts } from '../subjects/subject-facts.ts';
import { decisionsOf, type SubjectLine, subjectLine } from '../subjects/subject-line.ts';
import { leafById, subjectById, subjectsIn } from '../subjects/workspace-subjects.ts';
import { withWorkspace } from '../workspace/workspace.ts';
import { type ActorRequest, type ListRequest, readWorkspace } from './review.ts';

/** Who and what the documents name, in their order. @throws AppError `bad-option` for a kind that does not exist */
export async function listSubjects(
  request: ListRequest & { kind?: string | undefined },
): Promise<readonly SubjectLine[]> {
  const { kind } = request;
  if (kind !== undefined && !(SUBJECT_KINDS as readonly string[]).includes(kind))
    throw new AppError(
      'bad-option',
      `"${kind.slice(0, 40)}" is no kind of subject; there is ${SUBJECT_KINDS.join(', ')}`,
      {
        place: '--kind',
      },
    );
  return await readWorkspace(request, 'panel subjects', async (held, progress) => {
    const subjects = await subjectsIn(held, progress);
    const decisions = decisionsOf(subjects);
    return subjects.partition.subjects
      .filter((subject) => kind === undefined || subject.kind === kind)
      .map((subject) => subjectLine(subjects, subject, decisions));
  });
}

/** One subject with its passages, hits, claims and relations. @throws AppError `no-such-subject` */
export async function showSubject(request: ListRequest & { id: string }): Promise<SubjectFacts> {
  return await readWorkspace(request, 'panel subjects', async (held, progress) => {
    const subjects = await subjectsIn(held, progress);
    return subjectFacts(subjects, subjectById(subjects, request.id), decisionsOf(subjects));
  });
}

/** What may be one, between two subjects. */
export type ProposalLine = {
  readonly a: string;
  readonly b: string;
  readonly names: readonly [string, string];
  readonly reason: string;
  readonly score: number;
  readonly words: string;
};

/** What is proposed to be one and not yet decided, the surest first. */
export async function listProposedSubjects(request: ListRequest): Promise<readonly ProposalLine[]> {
  return await readWorkspace(request, 'panel subjects proposals', async (held, progress) =>
    (await openProposals(await subjectsIn(held, progress))).map(
      ({ a, b, reason, score, words, subjects: [one, other] }) => ({
        a,
        b,
        names: [one.names[0] ?? '', other.names[0] ?? ''],
        reason,
        score,
        words,
      }),
    ),
  );
}

export type JudgeSubjectsRequest = ActorRequest & {
  readonly a: string;
  readonly others: readonly string[];
  readonly judgement: SubjectJudgement;
};

/** Judges whether subjects are one: an act for each pair. @throws AppError `no-such-subject`, `bad-option` */
export async function judgeSubjects(request: JudgeSubjectsRequest): Promise<readonly Act[]> {
  const { workspace, clock, progress = silentProgress, a, others, judgement } = request;
  return await withWorkspace(
    { workspace, clock, progress, command: 'panel subjects judge', create: false },
    async (held) => {
      const subjects = await subjectsIn(held, progress);
      const one = leafById(subjects, a);
      const pairs = others.map((id) => [one, leafById(subjects, id)] as const);
      return await held.act(buildSubjectJudgements(request, pairs, judgement), progress);
    },
  );
}
