import { memoized } from '../../../core/memoized.ts';
import type { SubjectKind } from '../../../subjects/model/mention.ts';
import type { Subject } from '../../../subjects/model/subject.ts';
import { foldText } from '../../projection/fold-text.ts';
import { claimsBy, decisionsOf, hitsOn, isAbout, passagesOf, subjectLine } from '../../subjects/subject-line.ts';
import { questionsOf } from '../../subjects/subject-questions.ts';
import { isOpen, type SubjectHit } from '../../subjects/subject-screening.ts';
import type { WorkspaceSubjects } from '../../subjects/workspace-subjects.ts';
import type { NamedSubjectRow, SubjectPage } from '../contract/subject.ts';
import { type PageQuery, pageOf, searchIn } from '../held/page.ts';
import { screenedSubjects } from './held-subjects.ts';

export type SubjectQuery = PageQuery & {
  readonly kind?: string | undefined;
  readonly q?: string | undefined;
  readonly document?: string | undefined;
  readonly claim?: string | undefined;
  readonly finding?: string | undefined;
  readonly incident?: string | undefined;
  readonly listed?: 'open' | 'listed' | 'none' | undefined;
  /** One of SUBJECT_SORTS; a minus before it turns it round. The most named first when left out. */
  readonly sort?: string | undefined;
};

/** Subjects that fit, as one page. Only those that are shown are screened, unless the filter asks for hits. */
export async function subjectList(subjects: WorkspaceSubjects, query: SubjectQuery): Promise<SubjectPage> {
  const { cursor, limit, ...asked } = query;
  const { kind, q, document, listed, sort = '-mentions' } = asked;
  const holds = searchIn(q);
  const named = subjectsOfClaims(subjects, asked);
  const hits = listed === undefined ? null : await screenedSubjects(subjects);
  const fitting = subjects.partition.subjects.filter(
    (subject) =>
      (named === null || named.has(subject)) &&
      (document === undefined || subject.leaves.some((leaf) => leaf.document === document)) &&
      (listed === undefined || hitStateOf(subjects, subject, hits?.get(subject) ?? []) === listed) &&
      holds(soughtText(subject)),
  );
  const counts = new Map<SubjectKind, number>();
  for (const subject of fitting) counts.set(subject.kind, (counts.get(subject.kind) ?? 0) + 1);
  const page = pageOf(
    sorted(kind === undefined ? fitting : fitting.filter((subject) => subject.kind === kind), sort),
    ({ id }) => id,
    { cursor, limit },
    asked,
  );
  return {
    ...page,
    items: page.items.map((subject) => subjectRow(subjects, subject)),
    facets: {
      kind: [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count),
    },
    unread: subjects.unread.length,
  };
}

/** A subject as a table shows it. */
export function subjectRow(subjects: WorkspaceSubjects, subject: Subject): NamedSubjectRow {
  const decisions = decisionsOf(subjects);
  return {
    ...subjectLine(subjects, subject, decisions),
    documents: documentsOf(subject),
    claims: claimsBy(subject).length,
    toDecide: hitsOn(subjects, subject, decisions).filter(isOpen).length,
  };
}

export function documentsOf({ leaves }: Subject): number {
  return new Set(leaves.map(({ document }) => document)).size;
}

function hitStateOf(
  { lists }: WorkspaceSubjects,
  subject: Subject,
  hits: readonly SubjectHit[],
): 'open' | 'listed' | 'none' | null {
  if (hits.some(isOpen)) return 'open';
  if (hits.some(({ decision }) => decision === 'true')) return 'listed';
  // Of whom nothing could be asked, no list says anything.
  return hits.length === 0 && lists !== null && questionsOf(subject).length > 0 ? 'none' : null;
}

/** The subjects that make a claim, pass it on, or stand in one of its parts, of the claims that are asked for; null where none are. */
function subjectsOfClaims(
  { snapshot: { derived }, documents, partition }: WorkspaceSubjects,
  { claim, finding, incident }: SubjectQuery,
): ReadonlySet<Subject> | null {
  if (claim === undefined && finding === undefined && incident === undefined) return null;
  const asked = new Set([
    ...(claim === undefined ? [] : [claim]),
    ...(derived.findings.find(({ id }) => id === finding)?.claims ?? []),
    ...(derived.incidents.find(({ id }) => id === incident)?.claims ?? []),
  ]);
  const claims = derived.claims.filter(({ id }) => asked.has(id));
  const leaves = new Map(documents.map((one) => [one.document, one.leaves]));
  return new Set(
    claims.flatMap((one) =>
      (leaves.get(one.document) ?? [])
        .filter((leaf) => leaf.claims.includes(one.id) || isAbout(one, leaf))
        .flatMap(({ id }) => partition.ofLeaf.get(id) ?? []),
    ),
  );
}

const soughtText = memoized(({ names, leaves }: Subject): string =>
  foldText(
    [
      ...names,
      ...leaves.flatMap(({ identifiers }) => identifiers.map(({ scheme, value }) => `${scheme} ${value}`)),
    ].join('\n'),
  ),
);

const mentionsOf = memoized((subject: Subject): number => passagesOf(subject).length);

function sorted(subjects: readonly Subject[], sort: string): readonly Subject[] {
  const by = sort.replace(/^-/, '');
  const turn = sort.startsWith('-') ? -1 : 1;
  const collator = new Intl.Collator('en', { numeric: true });
  const compare = (a: Subject, b: Subject): number => {
    if (by === 'name') return collator.compare(a.names[0] ?? '', b.names[0] ?? '');
    return by === 'documents' ? documentsOf(a) - documentsOf(b) : mentionsOf(a) - mentionsOf(b);
  };
  // Sorting is stable: subjects that are alike in this stay in the order of the documents.
  return [...subjects].sort((a, b) => turn * compare(a, b));
}
