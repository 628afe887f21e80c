import { setImmediate as nextTurn } from 'node:timers/promises';
import { memoized } from '../../core/memoized.ts';
import type { TextLayer } from '../../documents/text/text-layer.ts';
import type { ScreeningIndex } from '../../screening/index/screening-index.ts';
import { screen } from '../../screening/screen.ts';
import { documentLeaves } from '../../subjects/judgement/document-leaves.ts';
import { pairKey, partitionLeaves } from '../../subjects/judgement/partition.ts';
import { proposeSame } from '../../subjects/judgement/proposals.ts';
import { textMentions } from '../../subjects/mentions/text-mentions.ts';
import type { DocumentLeaves, Speakers, SubjectLeaf } from '../../subjects/model/leaf.ts';
import type { TextMentions } from '../../subjects/model/mention.ts';
import type { Proposal } from '../../subjects/model/proposal.ts';
import type { JudgedPair, Subject, SubjectPartition } from '../../subjects/model/subject.ts';
import type { Evidence } from '../acts/evidence.ts';
import type { Snapshot } from '../derivation/derivation.ts';
import { AppError } from '../errors.ts';
import { heldLists, newestLists, openHeldLists } from '../lists/lists-in-workspace.ts';
import { indexLists, type LoadedLists } from '../lists/screening-index.ts';
import type { Progress } from '../progress.ts';
import type { WorkspaceReading } from '../workspace/read-only.ts';
import { schemaOf } from './subject-questions.ts';

/** Who and what the documents of a workspace name, as people judged it so far. */
export type WorkspaceSubjects = {
  readonly snapshot: Snapshot;
  readonly partition: SubjectPartition;
  readonly documents: readonly DocumentLeaves[];
  /** The lists that names were sought in and are screened against; null where the workspace has none. */
  readonly lists: AskedLists | null;
};

/** Lists in an index, with their versions. */
export type AskedLists = Pick<LoadedLists, 'index' | 'versions'>;

/** A proposal that nobody has decided on, with the two subjects as they are now. */
export type OpenProposal = Proposal & { readonly subjects: readonly [Subject, Subject] };

type Held = Parameters<WorkspaceReading<unknown>>[0];

/** The subjects of a workspace as its record and its lists stand. */
export async function subjectsIn(held: Held, progress: Progress): Promise<WorkspaceSubjects> {
  const snapshot = await held.snapshot(progress);
  const newest = newestLists(heldLists(snapshot.acts));
  const lists = newest.length === 0 ? null : await indexLists(await openHeldLists(held.record.read, newest), progress);
  return await subjectsOf(snapshot, lists, progress);
}

/** How long the program may be busy with texts before it looks up: a server answers others meanwhile. */
const MOST_AT_ONCE_MS = 20;

/** The subjects of a record as it stands, by lists that are at hand. */
export async function subjectsOf(
  snapshot: Snapshot,
  lists: AskedLists | null,
  progress: Progress,
): Promise<WorkspaceSubjects> {
  progress.step('Finding who and what is named');
  const { derived } = snapshot;
  const documents: DocumentLeaves[] = [];
  let paused = performance.now();
  for (const document of derived.documents) {
    progress.advance(documents.length, derived.documents.length);
    documents.push(...leavesIn([document], derived.claims, lists?.index ?? null));
    if (performance.now() - paused < MOST_AT_ONCE_MS) continue;
    await nextTurn();
    paused = performance.now();
  }
  progress.done();
  const partition = partitionLeaves(
    documents.flatMap(({ leaves }) => leaves),
    judgedPairs(derived.evidence),
  );
  return Object.freeze({ snapshot, partition, documents, lists });
}

/** Who and what some documents name, without anybody's judgement; `lists` are those whose names are sought in them. */
export function leavesIn(
  documents: Snapshot['derived']['documents'],
  claims: Snapshot['derived']['claims'],
  lists: ScreeningIndex | null,
): readonly DocumentLeaves[] {
  const speakers = speakersOf(claims);
  return documents.map(({ document, layer }) =>
    leavesOf(document, mentionsIn(layer, lists), speakers.get(document) ?? NOBODY),
  );
}

const NOBODY: Speakers = [];

const speakersOf = memoized((claims: Snapshot['derived']['claims']): ReadonlyMap<string, Speakers> => {
  const found = new Map<string, Speakers[number][]>();
  for (const claim of claims) {
    if (claim.status === 'rejected' || claim.status === 'withdrawn') continue;
    const known = found.get(claim.document);
    if (known === undefined) found.set(claim.document, [claim]);
    else known.push(claim);
  }
  return found;
});

/** What a text names follows from it and the lists, which seldom change while a workspace is held. */
const readTexts = new WeakMap<object, WeakMap<TextLayer, TextMentions>>();
const NO_LISTS = {};

function mentionsIn(layer: TextLayer, lists: ScreeningIndex | null): TextMentions {
  const read = readTexts.get(lists ?? NO_LISTS) ?? new WeakMap<TextLayer, TextMentions>();
  readTexts.set(lists ?? NO_LISTS, read);
  const known = read.get(layer);
  if (known !== undefined) return known;
  const mentions = textMentions(layer, lists);
  read.set(layer, mentions);
  return mentions;
}

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

/** Least score at which a name stands for an entry of a list, for what two names of one entry say of each other. */
const STANDS_FOR = 0.97;

/**
 * What is proposed and not yet decided, between two subjects once: a pair that was judged, also as unsure, is proposed no more, and
 * neither are two subjects of which some parts were judged to be different.
 */
export const openProposals = memoized((subjects: WorkspaceSubjects): readonly OpenProposal[] => {
  const { documents, partition, lists, snapshot } = subjects;
  const judged = new Set(judgedPairs(snapshot.derived.evidence).map(({ a, b }) => subjectPair(partition, a, b)));
  const found = new Map<string, OpenProposal>();
  for (const proposal of proposeSame(documents, entryIn(lists?.index ?? null))) {
    const [one, other] = [partition.ofLeaf.get(proposal.a)!, partition.ofLeaf.get(proposal.b)!];
    const key = pairKey(one.id, other.id);
    if (one === other || judged.has(key) || found.has(key)) continue;
    found.set(key, { ...proposal, subjects: [one, other] });
  }
  return [...found.values()];
});

function subjectPair({ ofLeaf }: SubjectPartition, a: string, b: string): string {
  return pairKey(ofLeaf.get(a)?.id ?? a, ofLeaf.get(b)?.id ?? b);
}

function entryIn(index: ScreeningIndex | null): (leaf: SubjectLeaf) => string | null {
  if (index === null) return () => null;
  const known = new Map<string, string | null>();
  return ({ name, kind }) => {
    const schema = schemaOf(kind);
    if (name === null || schema === undefined) return null;
    const key = `${schema} ${name}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const [hit, next] = screen(index, { names: [name], schema }, { limit: 2, threshold: STANDS_FOR });
    // A name that is that of several entries stands for none of them.
    const entry = hit === undefined || next?.score === hit.score ? null : hit.entityId;
    known.set(key, entry);
    return entry;
  };
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
