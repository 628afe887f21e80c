import { memoized } from '../../core/memoized.ts';
import { inTurns, type Steps } from '../../core/steps.ts';
import type { ScreeningIndex } from '../../screening/index/screening-index.ts';
import { screen } from '../../screening/screen.ts';
import { pairKey } from '../../subjects/judgement/partition.ts';
import { type ListEntryOf, proposingSame } from '../../subjects/judgement/proposals.ts';
import type { DocumentLeaves } from '../../subjects/model/leaf.ts';
import type { Proposal } from '../../subjects/model/proposal.ts';
import type { Subject, SubjectPartition } from '../../subjects/model/subject.ts';
import { schemaOf } from './subject-questions.ts';
import { judgedPairs, type WorkspaceSubjects } from './workspace-subjects.ts';

/** A proposal that nobody has decided on, with the two subjects as they are now. */
export type OpenProposal = Proposal & { readonly subjects: readonly [Subject, Subject] };

/**
 * What is proposed and not yet decided, between two subjects once: a pair that was judged, also as unsure, is proposed no more, and
 * neither are two subjects of which some parts were judged to be different. Others are answered meanwhile.
 */
export const openProposals = memoized(
  async (subjects: WorkspaceSubjects): Promise<readonly OpenProposal[]> =>
    await inTurns(undecided(subjects, await proposalsOf(subjects))),
);

function* undecided(
  { partition, snapshot }: WorkspaceSubjects,
  proposals: readonly Proposal[],
): Steps<readonly OpenProposal[]> {
  const judged = new Set(judgedPairs(snapshot.derived.evidence).map(({ a, b }) => subjectPair(partition, a, b)));
  const found = new Map<string, OpenProposal>();
  for (const proposal of proposals) {
    yield;
    const [one, other] = [partition.ofLeaf.get(proposal.a)!, partition.ofLeaf.get(proposal.b)!];
    const key = pairKey(one.id, other.id);
    if (one === other || judged.has(key) || found.has(key)) continue;
    found.set(key, { ...proposal, subjects: [one, other] });
  }
  return [...found.values()];
}

function subjectPair({ ofLeaf }: SubjectPartition, a: string, b: string): string {
  return pairKey(ofLeaf.get(a)?.id ?? a, ofLeaf.get(b)?.id ?? b);
}

type Proposed = {
  readonly documents: readonly DocumentLeaves[];
  readonly index: ScreeningIndex | null;
  readonly proposals: Promise<readonly Proposal[]>;
};
const proposed = new WeakMap<object, Proposed>();

/** Judgements decide on proposals and change none: while documents name the same, those of before hold. */
async function proposalsOf({ documents, lists, memory }: WorkspaceSubjects): Promise<readonly Proposal[]> {
  const index = lists?.index ?? null;
  const before = proposed.get(memory);
  if (before !== undefined && before.index === index && nameTheSame(before.documents, documents))
    return await before.proposals;
  const proposals = inTurns(proposingSame(documents, entryIn(index)));
  proposed.set(memory, { documents, index, proposals });
  proposals.catch(() => proposed.delete(memory));
  return await proposals;
}

/** Reviews of claims change who speaks, and seldom who is named. */
function nameTheSame(some: readonly DocumentLeaves[], others: readonly DocumentLeaves[]): boolean {
  return (
    some.length === others.length &&
    some.every((one, at) => {
      const other = others[at]!;
      return (
        one === other ||
        // The short forms are those of one reading of one text: what else it names is the same then but for who speaks.
        (one.shortForms === other.shortForms &&
          one.leaves.length === other.leaves.length &&
          one.leaves.every(({ id }, place) => id === other.leaves[place]!.id))
      );
    })
  );
}

/** Least score at which a name stands for an entry of a list, for what two names of one entry say of each other. */
const STANDS_FOR = 0.97;

function entryIn(index: ScreeningIndex | null): ListEntryOf {
  if (index === null) return () => null;
  const known = new Map<string, ReturnType<ListEntryOf>>();
  return ({ name, kind }) => {
    const schema = schemaOf(kind);
    if (name === null || schema === undefined) return null;
    const key = `${schema} ${name}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const [hit, next] = screen(index, { names: [name], schema }, { limit: 2, threshold: STANDS_FOR });
    // A name that is that of several entries stands for none of them.
    const entry = hit === undefined || next?.score === hit.score ? null : { id: hit.entityId, score: hit.score };
    known.set(key, entry);
    return entry;
  };
}
