import { utcDateOf } from '../../../core/time/calendar.ts';
import { composeLetter } from '../../../report/composition/compose-letter.ts';
import type { Letter } from '../../../report/model/letter.ts';
import { letterTo } from '../../report/subject-letter.ts';
import { claimsAbout } from '../../subjects/subject-line.ts';
import { subjectById, type WorkspaceSubjects } from '../../subjects/workspace-subjects.ts';
import { findingNameOf } from '../claims/finding-name.ts';
import type { SubjectLetter } from '../contract/subject.ts';

export type LetterQuery = {
  readonly finding?: string | undefined;
  readonly from?: string | undefined;
  readonly deadline?: string | undefined;
};

function draftOf(subjects: WorkspaceSubjects, id: string, query: LetterQuery, now: Date): Letter {
  return letterTo(subjects.snapshot.derived, subjectById(subjects, id), { ...query, date: utcDateOf(now) });
}

/** A letter to a subject, worded, with the findings that it may be about. @throws AppError as `letterTo` */
export function subjectLetter(subjects: WorkspaceSubjects, id: string, query: LetterQuery, now: Date): SubjectLetter {
  const about = new Set(
    claimsAbout(subjects.snapshot.derived.claims, subjectById(subjects, id)).map((claim) => claim.id),
  );
  return {
    ...composeLetter(draftOf(subjects, id, query, now)),
    findings: subjects.snapshot.derived.findings
      .filter(({ claims, review }) => review !== 'left-out' && claims.some((claim) => about.has(claim)))
      .map(findingNameOf),
  };
}

/** The same as a Word document. */
export async function subjectLetterFile(
  subjects: WorkspaceSubjects,
  id: string,
  query: LetterQuery,
  now: Date,
): Promise<Uint8Array> {
  // The writer of Word documents is heavy, and loaded only when it is asked for.
  const { renderLetterDocx } = await import('../../../report/docx/letter-docx.ts');
  return await renderLetterDocx(draftOf(subjects, id, query, now));
}
