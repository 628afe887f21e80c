import { memoized } from '../../core/memoized.ts';
import { inTurns } from '../../core/steps.ts';
import { counts } from '../../findings/model/counting.ts';
import { documentLeaves } from '../../subjects/judgement/document-leaves.ts';
import { partitioning } from '../../subjects/judgement/partition.ts';
import type { DocumentLeaves, Speakers, SubjectLeaf } from '../../subjects/model/leaf.ts';
import type { TextMentions } from '../../subjects/model/mention.ts';
import type { JudgedPair, Subject, SubjectPartition } from '../../subjects/model/subject.ts';
import type { Evidence } from '../acts/evidence.ts';
import { newestLists } from '../acts/held-list.ts';
import type { Snapshot } from '../derivation/derivation.ts';
import type { MentionCache } from '../derivation/reading/mention-cache.ts';
import { AppError } from '../errors.ts';
import { heldLists, openHeldLists } from '../lists/lists-in-workspace.ts';
import { indexLists } from '../lists/screening-index.ts';
import type { Progress } from '../progress.ts';
import type { WorkspaceReading } from '../workspace/read-only.ts';
import { type AskedLists, type FindMentions, mentionsIn, mentionsOf } from './document-mentions.ts';

/** Who and what the documents of a workspace name, as people judged it so far. */
export type WorkspaceSubjects = {
  readonly snapshot: Snapshot;
  readonly partition: SubjectPartition;
  readonly documents: readonly DocumentLeaves[];
  /** The lists that names were sought in and are screened against; null where the workspace has none. */
  readonly lists: AskedLists | null;
  /** Documents in which nobody was sought: finding names in them passed a limit. */
  readonly unread: readonly string[];
  /** What a workspace that is held keeps from one act to the next. */
  readonly memory: object;
};

type Held = Parameters<WorkspaceReading<unknown>>[0];

/** The subjects of a workspace as its record and its lists stand. */
export async function subjectsIn(held: Held, progress: Progress): Promise<WorkspaceSubjects> {
  const snapshot = await held.snapshot(progress);
  const newest = newestLists(heldLists(snapshot.acts));
  const lists = newest.length === 0 ? null : await indexLists(await openHeldLists(held.record.read, newest), progress);
  return await subjectsOf(snapshot, lists, held.mentions, progress);
}

/** The subjects of a record as it stands, by lists that are at hand. */
export async function subjectsOf(
  snapshot: Snapshot,
  lists: AskedLists | null,
  cache: MentionCache,
  progress: Progress,
): Promise<WorkspaceSubjects> {
  progress.step('Finding who and what is named');
  const { derived } = snapshot;
  const speakers = speakersOf(derived.claims);
  const documents: DocumentLeaves[] = [];
  const unread: string[] = [];
  for await (const { document, mentions } of mentionsOf(derived.documents, lists, cache)) {
    progress.advance(documents.length, derived.documents.length);
    if (mentions === null) {
      unread.push(document.document);
      progress.note(`who is named in ${document.custody.origin.fileName} was not read: it takes too long`);
    }
    documents.push(leavesOf(document.document, mentions ?? NO_MENTIONS, speakers.get(document.document) ?? NOBODY));
  }
  progress.done();
  const partition = await inTurns(
    partitioning(
      documents.flatMap(({ leaves }) => leaves),
      judgedPairs(derived.evidence),
    ),
  );
  return Object.freeze({ snapshot, partition, documents, lists, unread, memory: cache });
}

/** Who and what some documents name, without anybody's judgement and without lists. */
export function leavesIn(
  documents: Snapshot['derived']['documents'],
  claims: Snapshot['derived']['claims'],
  find: FindMentions = mentionsIn,
): readonly DocumentLeaves[] {
  const speakers = speakersOf(claims);
  return documents.map(({ document, layer }) =>
    leavesOf(document, find(layer) ?? NO_MENTIONS, speakers.get(document) ?? NOBODY),
  );
}

const NOBODY: Speakers = [];
const NO_MENTIONS: TextMentions = {
  names: [],
  identifiers: [],
  shortForms: [],
  formerNames: [],
  alsoCalled: [],
  described: [],
};

const speakersOf = memoized((claims: Snapshot['derived']['claims']): ReadonlyMap<string, Speakers> => {
  const found = new Map<string, Speakers[number][]>();
  for (const claim of claims) {
    if (!counts(claim)) continue;
    const known = found.get(claim.document);
    if (known === undefined) found.set(claim.document, [claim]);
    else known.push(claim);
  }
  return found;
});

const leavesRead = new WeakMap<TextMentions, { readonly speakers: Speakers; readonly leaves: DocumentLeaves }>();

function leavesOf(document: string, mentions: TextMentions, speakers: Speakers): DocumentLeaves {
  const known = leavesRead.get(mentions);
  if (known !== undefined && known.leaves.document === document && areSame(known.speakers, speakers))
    return known.leaves;
  const leaves = documentLeaves(document, mentions, speakers);
  leavesRead.set(mentions, { speakers, leaves });
  return leaves;
}

/** Claims stay the same objects while nothing in them changes. */
function areSame(some: Speakers, others: Speakers): boolean {
  return some.length === others.length && some.every((one, at) => one === others[at]);
}

/** What people judged of namings, in their order. */
export function judgedPairs({ subjectJudgements }: Evidence): readonly JudgedPair[] {
  return subjectJudgements.map(({ a, b, judgement, act, by, at, why }) => ({ a, b, judgement, act, by, at, why }));
}

/** A subject by its id or that of any of its parts. @throws AppError `no-such-subject` */
export function subjectById({ partition }: WorkspaceSubjects, id: string): Subject {
  const found = partition.ofLeaf.get(id);
  if (found === undefined)
    throw new AppError('no-such-subject', 'there is no such subject in this workspace; "panel subjects" lists them', {
      place: id.slice(0, 80),
    });
  return found;
}

/** The very part of a subject that an id names. @throws AppError `no-such-subject` */
export function leafById(subjects: WorkspaceSubjects, id: string): SubjectLeaf {
  return subjectById(subjects, id).leaves.find((leaf) => leaf.id === id)!;
}
