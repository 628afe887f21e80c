import type { Claim } from '../../claims/model/claim.ts';
import { memoized } from '../../core/memoized.ts';
import { counts } from '../../findings/model/counting.ts';
import type { DocumentLeaves, SubjectLeaf } from '../../subjects/model/leaf.ts';
import type { IdentifierScheme, PersonDescription, SubjectKind } from '../../subjects/model/mention.ts';
import type { Subject } from '../../subjects/model/subject.ts';
import { type HeldDecision, type HitDecision, heldDecisions } from '../screening/screening-decisions.ts';
import { type SubjectHit, screenSubject } from './subject-screening.ts';
import type { WorkspaceSubjects } from './workspace-subjects.ts';

/** A subject as `panel subjects --json` prints it, one a line. */
export type SubjectLine = {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly names: readonly string[];
  readonly identifiers: readonly {
    readonly scheme: IdentifierScheme;
    readonly value: string;
    readonly valid: boolean | null;
  }[];
  /** Places in the documents, by a name or a number. */
  readonly mentions: number;
  readonly listed: readonly {
    readonly list: string;
    readonly entityId: string;
    readonly decision: HitDecision | null;
  }[];
};

/** A place where a document names a subject. */
export type SubjectPassage = {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly leaf: string;
};

/** The decisions of a workspace on hits, oldest first. */
export const decisionsOf = memoized(({ snapshot }: WorkspaceSubjects): readonly HeldDecision[] =>
  heldDecisions(snapshot.acts),
);

export function subjectLine(
  subjects: WorkspaceSubjects,
  subject: Subject,
  decisions: readonly HeldDecision[],
): SubjectLine {
  const hits = hitsOn(subjects, subject, decisions);
  const { id, kind, names } = subject;
  return {
    id,
    kind,
    names,
    identifiers: identifiersOf(subject),
    mentions: passagesOf(subject).length,
    listed: hits.map(({ list, entityId, decision }) => ({ list, entityId, decision })),
  };
}

/** The entries of lists that a subject may be, with what was decided on each. */
export function hitsOn(
  { lists, documents }: WorkspaceSubjects,
  subject: Subject,
  decisions: readonly HeldDecision[],
): readonly SubjectHit[] {
  return lists === null ? [] : screenSubject(lists.index, subject, yearsOfBirth(documents, subject), decisions);
}

/** The years of birth that documents tell beside the names of a subject. */
export function yearsOfBirth(documents: readonly DocumentLeaves[], { leaves }: Subject): readonly string[] {
  const described = describedIn(documents);
  const told = leaves.flatMap(({ id }) => described.get(id) ?? []).filter(({ what }) => what === 'birth');
  return [...new Set(told.map(({ words }) => words))];
}

const describedIn = memoized(
  (documents: readonly DocumentLeaves[]): ReadonlyMap<string, readonly PersonDescription[]> =>
    new Map(documents.flatMap(({ described }) => [...described])),
);

/** Ids of the claims that a subject makes or passes on. */
export function claimsBy({ leaves }: Subject): readonly string[] {
  return [...new Set(leaves.flatMap(({ claims }) => claims))];
}

/** Each number once, as it is first checked. */
export function identifiersOf({ leaves }: Subject): SubjectLine['identifiers'] {
  const found = new Map<string, SubjectLine['identifiers'][number]>();
  for (const { scheme, value, valid } of leaves.flatMap((leaf) => leaf.identifiers))
    found.set(`${scheme} ${value}`, { scheme, value, valid });
  return [...found.values()];
}

/** Every place once: by its names, and by numbers where they stand without one. */
export function passagesOf({ leaves }: Subject): readonly SubjectPassage[] {
  return leaves.flatMap(({ id, document, mentions, identifiers }) =>
    [
      ...mentions.map(({ start, end, text }) => ({ document, start, end, text, leaf: id })),
      ...identifiers.flatMap(({ value, places }) =>
        places.map(({ start, end }) => ({ document, start, end, text: value, leaf: id })),
      ),
    ].sort((a, b) => a.start - b.start),
  );
}

/** Claims that say of a subject that something happened: it stands in one of their parts. Who makes the claim is another matter. */
export function claimsAbout(told: readonly Claim[], { leaves }: Subject): readonly Claim[] {
  const claims = claimsByDocument(told);
  return leaves
    .flatMap((leaf) => (claims.get(leaf.document) ?? []).filter((claim) => isAbout(claim, leaf)))
    .filter((claim, at, all) => all.indexOf(claim) === at);
}

/** Whether a naming stands in one of the parts of a claim of its document. */
export function isAbout({ roles, start: from, end: to }: Claim, { mentions }: SubjectLeaf): boolean {
  const parts = Object.values(roles).flat();
  return mentions.some(
    ({ start, end, text }) => from <= start && end <= to && parts.some((part) => tellsOf(part, text)),
  );
}

/** Scripts that write words apart, with what follows a name in them behind a blank. */
const WRITTEN_APART = /\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Arabic}/u;

/** Whether a part of a claim holds a name as a whole: "Kim Chol Su" is not Kim Chol, and the Un Ha 15 not the Un Ha 1. */
function tellsOf(part: string, name: string): boolean {
  for (let at = part.indexOf(name); at >= 0; at = part.indexOf(name, at + 1)) {
    const [before, after] = [part.slice(0, at), part.slice(at + name.length)];
    if (/\p{N}$/u.test(name) && /^\p{N}/u.test(after)) continue;
    if (!WRITTEN_APART.test(name)) return true;
    if (/[\p{L}\p{N}]$/u.test(before) || /^[\p{L}\p{N}]|^[ -][\p{Lu}\p{N}]/u.test(after)) continue;
    return true;
  }
  return false;
}

/** The claims that count, by their documents. */
export const claimsByDocument = memoized((claims: readonly Claim[]): ReadonlyMap<string, readonly Claim[]> => {
  const found = new Map<string, Claim[]>();
  for (const claim of claims) {
    if (!counts(claim)) continue;
    const known = found.get(claim.document);
    if (known === undefined) found.set(claim.document, [claim]);
    else known.push(claim);
  }
  return found;
});
