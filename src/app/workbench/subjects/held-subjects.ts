import { setImmediate as nextTurn } from 'node:timers/promises';
import { memoized } from '../../../core/memoized.ts';
import type { ScreeningIndex } from '../../../screening/index/screening-index.ts';
import type { Subject } from '../../../subjects/model/subject.ts';
import type { Snapshot } from '../../derivation/derivation.ts';
import { silentProgress } from '../../progress.ts';
import { decisionsOf, hitsOn } from '../../subjects/subject-line.ts';
import type { SubjectHit } from '../../subjects/subject-screening.ts';
import { subjectsOf, type WorkspaceSubjects } from '../../subjects/workspace-subjects.ts';
import type { Workbench } from '../held/workbench.ts';

type Held = { readonly index: ScreeningIndex | null; readonly subjects: Promise<WorkspaceSubjects> };
const held = new WeakMap<Snapshot, Held>();

/** The subjects of a record as it stands, by the lists that the workbench screens against: worked out once for all who ask. */
export async function heldSubjects(workbench: Workbench, snapshot: Snapshot): Promise<WorkspaceSubjects> {
  const service = await workbench.screening.service();
  const lists = service?.lists ?? null;
  const index = lists?.index ?? null;
  const known = held.get(snapshot);
  if (known !== undefined && known.index === index) return await known.subjects;
  const subjects = subjectsOf(snapshot, lists, workbench.held.mentions, silentProgress);
  held.set(snapshot, { index, subjects });
  subjects.catch(() => held.delete(snapshot));
  return await subjects;
}

/** How long the program may be busy with names before it looks up. */
const MOST_AT_ONCE_MS = 20;

/** The hits of every subject; others are answered meanwhile. */
export const screenedSubjects = memoized(
  async (subjects: WorkspaceSubjects): Promise<ReadonlyMap<Subject, readonly SubjectHit[]>> => {
    const found = new Map<Subject, readonly SubjectHit[]>();
    const decisions = decisionsOf(subjects);
    let paused = performance.now();
    for (const subject of subjects.partition.subjects) {
      found.set(subject, hitsOn(subjects, subject, decisions));
      if (performance.now() - paused < MOST_AT_ONCE_MS) continue;
      await nextTurn();
      paused = performance.now();
    }
    return found;
  },
);
