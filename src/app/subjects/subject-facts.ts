import type { Subject } from '../../subjects/model/subject.ts';
import type { HeldDecision } from '../screening/screening-decisions.ts';
import {
  claimsAbout,
  claimsBy,
  hitsOn,
  passagesOf,
  type SubjectLine,
  type SubjectPassage,
  subjectLine,
} from './subject-line.ts';
import {
  flagsOf,
  networkOf,
  RELATION_WORDS,
  type RelationPassage,
  type SubjectRelationKind,
} from './subject-relations.ts';
import type { SubjectHit } from './subject-screening.ts';
import type { WorkspaceSubjects } from './workspace-subjects.ts';

/** All that is known of one subject. */
export type SubjectFacts = SubjectLine & {
  /** The namings that it is made of: what can be judged to be another. */
  readonly parts: readonly {
    readonly id: string;
    readonly document: string;
    readonly name: string | null;
    readonly mentions: number;
  }[];
  readonly passages: readonly SubjectPassage[];
  readonly hits: readonly Omit<SubjectHit, 'remembered'>[];
  readonly claimsBy: readonly string[];
  readonly claimsAbout: readonly string[];
  /** Of an account: the subjects whose account documents say it is. */
  readonly accountOf: readonly string[];
  /** What claims say it is of others, and others of it, with every passage that says so. */
  readonly relations: readonly {
    readonly kind: SubjectRelationKind;
    readonly words: string;
    readonly from: RelatedSubject;
    readonly to: RelatedSubject;
    readonly passages: readonly RelationPassage[];
  }[];
  /** Of a ship: the flags that claims say she flies, as ISO 3166-1 codes. */
  readonly flags: readonly { readonly country: string; readonly passages: readonly RelationPassage[] }[];
  readonly joinedBy: readonly {
    readonly act: string;
    readonly a: string;
    readonly b: string;
    readonly by: string;
    readonly at: string;
    readonly why: string | null;
  }[];
};

type RelatedSubject = { readonly id: string; readonly name: string | null };

export function subjectFacts(
  subjects: WorkspaceSubjects,
  subject: Subject,
  decisions: readonly HeldDecision[],
): SubjectFacts {
  const { leaves, joinedBy } = subject;
  const related = ({ id, names }: Subject): RelatedSubject => ({ id, name: names[0] ?? null });
  return {
    ...subjectLine(subjects, subject, decisions),
    parts: leaves.map(({ id, document, name, mentions }) => ({ id, document, name, mentions: mentions.length })),
    passages: passagesOf(subject),
    hits: hitsOn(subjects, subject, decisions).map(({ remembered: _, ...hit }) => hit),
    claimsBy: claimsBy(subject),
    claimsAbout: claimsAbout(subjects.snapshot.derived.claims, subject).map(({ id }) => id),
    accountOf: [
      ...new Set(leaves.flatMap(({ accountOf }) => subjects.partition.ofLeaf.get(accountOf ?? '')?.id ?? [])),
    ],
    relations: networkOf(subjects, subject, Number.POSITIVE_INFINITY)
      .edges.filter(({ from, to }) => from === subject || to === subject)
      .map(({ kind, from, to, passages }) => ({
        kind,
        words: RELATION_WORDS[kind],
        from: related(from),
        to: related(to),
        passages,
      })),
    flags: flagsOf(subjects, subject),
    joinedBy: joinedBy.map(({ act, a, b, by, at, why }) => ({ act, a, b, by, at, why })),
  };
}
