import { type CalendarDate, utcDateOf } from '../../../core/time/calendar.ts';
import type { Question } from '../../../screening/question.ts';
import { DEFAULT_THRESHOLD, screenAligned } from '../../../screening/screen.ts';
import type { Subject } from '../../../subjects/model/subject.ts';
import type { Snapshot } from '../../derivation/derivation.ts';
import { listAgeNote } from '../../screening/list-age.ts';
import type { DecisionInput } from '../../screening/screening-decisions.ts';
import { entityById } from '../../screening/screening-decisions.ts';
import { decisionsOf, passagesOf } from '../../subjects/subject-line.ts';
import { daysOfMatter, listingAsOf } from '../../subjects/subject-listings.ts';
import { isOpen, type SubjectHit } from '../../subjects/subject-screening.ts';
import { subjectById, type WorkspaceSubjects } from '../../subjects/workspace-subjects.ts';
import type { ActsDone } from '../contract/record/act.ts';
import type { HitPage, QueuedHit, SubjectHitView } from '../contract/subject.ts';
import { type PageQuery, pageOf } from '../held/page.ts';
import type { Workbench } from '../held/workbench.ts';
import { decideOnHit, entryOf, recalledOf } from '../screening/screening.ts';
import { screenedSubjects } from './held-subjects.ts';
import { apart, passageView } from './passage-view.ts';
import { documentsOf } from './subject-list.ts';

export type HitQuery = PageQuery & {
  readonly state?: 'open' | 'decided' | undefined;
  readonly kind?: string | undefined;
};

/** Passages that are shown beside a hit. */
const MOST_PASSAGES = 3;

/** The hits of all subjects, those to look at first unless one state is asked for, the likeliest first. */
export async function hitQueue(
  subjects: WorkspaceSubjects,
  { state, kind, ...page }: HitQuery,
  now: Date,
): Promise<HitPage> {
  const screened = await screenedSubjects(subjects);
  const all = [...screened].flatMap(([subject, hits]) =>
    kind !== undefined && subject.kind !== kind ? [] : hits.map((hit) => ({ subject, hit })),
  );
  const open = all.filter(({ hit }) => isOpen(hit));
  const decided = all.filter(({ hit }) => !isOpen(hit));
  const asked = state === 'open' ? open : state === 'decided' ? decided : [...open, ...decided];
  const found = pageOf(
    state === undefined ? asked : [...asked].sort((a, b) => b.hit.score - a.hit.score),
    ({ subject, hit }) => `${subject.id} ${hit.entityId}`,
    page,
    { state, kind },
  );
  const day = utcDateOf(now);
  return {
    ...found,
    items: found.items.map(
      ({ subject, hit }): QueuedHit => ({
        ...hitView(subjects, hit, day),
        id: `${subject.id} ${hit.entityId}`,
        subject: { id: subject.id, kind: subject.kind, names: subject.names, documents: documentsOf(subject) },
        passages: apart(passagesOf(subject))
          .slice(0, MOST_PASSAGES)
          .map((passage) => passageView(subjects.snapshot, passage)),
      }),
    ),
    lists: subjects.lists !== null,
    counts: { open: open.length, decided: decided.length },
  };
}

/** A hit with what its list says of the entry, and its listing as of the days of the matter. */
export function hitView(subjects: WorkspaceSubjects, hit: SubjectHit, today: CalendarDate): SubjectHitView {
  const { lists, snapshot } = subjects;
  const entity = lists === null ? undefined : entityById(lists.index, hit.entityId);
  const documents = [...new Set((entity?.values ?? []).map(({ source }) => source.document))];
  const { remembered, question } = hit;
  const decision = remembered === null ? null : recalledOf(remembered, decisionsOf(subjects));
  return {
    hit: {
      ...entryOf(alignedHit(subjects, hit), entity),
      decision: decision === null ? null : { ...decision, note: hit.note ?? decision.note },
      listAge: listAgeNote(documents, lists?.versions ?? [], today),
    },
    question: askedOf(question),
    open: isOpen(hit),
    listing: entity === undefined ? null : listingAsOf(entity, daysOfMatter(snapshot.evidence, today)),
  };
}

/** The hit once more with its name laid beside the asked one, part by part. */
function alignedHit({ lists }: WorkspaceSubjects, { entityId, caption, score, reasons, question }: SubjectHit) {
  const found =
    lists === null
      ? undefined
      : screenAligned(lists.index, question, { threshold: DEFAULT_THRESHOLD }).find((one) => one.entityId === entityId);
  // What stands beside the name in the documents is no part of the question, and held against the entry all the same.
  return { support: 0, rank: 1, match: true, aligned: [], ...found, entityId, caption, score, reasons };
}

/** A subject is asked by one name or one number at a time. */
function askedOf({ names, schema, numbers, imoNumbers }: Question): SubjectHitView['question'] {
  return {
    ...(names[0] === undefined ? {} : { name: names[0] }),
    ...(schema === undefined ? {} : { schema }),
    ...(numbers?.[0] === undefined ? {} : { idNumber: numbers[0] }),
    ...(imoNumbers?.[0] === undefined ? {} : { imoNumber: imoNumbers[0] }),
  };
}

/** What somebody decides on a hit of a subject: on the namings that it is made of now. @throws AppError `no-such-subject`, `no-such-entity` */
export async function decideOnSubject(
  workbench: Workbench,
  snapshot: Snapshot,
  subjects: WorkspaceSubjects,
  id: string,
  request: Omit<DecisionInput, 'question'> & {
    readonly question: SubjectHitView['question'];
    readonly entityId: string;
  },
): Promise<ActsDone> {
  const subject: Subject = subjectById(subjects, id);
  return await decideOnHit(
    workbench,
    snapshot,
    request,
    subject.leaves.map((leaf) => leaf.id),
  );
}
