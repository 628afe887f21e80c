import type { Claim, Predicate, Role } from '../../claims/model/claim.ts';
import { basisOfPart } from '../../claims/model/part-basis.ts';
import { memoized } from '../../core/memoized.ts';
import { isForm } from '../../subjects/mentions/trim-name.ts';
import type { DocumentLeaves, SubjectLeaf } from '../../subjects/model/leaf.ts';
import type { Subject, SubjectPartition } from '../../subjects/model/subject.ts';
import type { StatedRelationKind } from '../../subjects/relations/relation-cues.ts';
import { statedFlags, statedRelations } from '../../subjects/relations/stated-relations.ts';
import { documentsById } from '../projection/claim-rows.ts';
import { claimsByDocument } from './subject-line.ts';
import type { WorkspaceSubjects } from './workspace-subjects.ts';

/** What the first is of the second: by the text's own words, by whose account it is, or by what a claim says that they did. */
export type SubjectRelationKind = StatedRelationKind | 'account' | 'recipient' | 'ship-to-ship' | 'financier';

/** What the first is of the second, before the second's name. */
export const RELATION_WORDS: Readonly<Record<SubjectRelationKind, string>> = {
  owner: 'owner of',
  manager: 'manager or operator of',
  charterer: 'charterer of',
  officer: 'officer or representative of',
  crew: 'of the crew of',
  parent: 'parent of',
  supplier: 'supplier of',
  account: 'account of',
  recipient: 'recipient of something from',
  'ship-to-ship': 'ship to ship with',
  financier: 'financier of',
};

/** One place where a claim states a relation. */
export type RelationPassage = {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly claim: string;
  readonly claimant: string;
  readonly denied: boolean;
};

/** What claims say one subject is of another, with every passage that says so. */
export type SubjectRelation = {
  readonly kind: SubjectRelationKind;
  readonly from: Subject;
  readonly to: Subject;
  readonly passages: readonly RelationPassage[];
};

/** The flag that claims say a ship flies. */
export type SubjectFlag = { readonly country: string; readonly passages: readonly RelationPassage[] };

/** What relations are read from. */
export type RelationGround = {
  readonly partition: Pick<SubjectPartition, 'ofLeaf'>;
  readonly documents: readonly DocumentLeaves[];
  readonly claims: readonly Claim[];
  textOf(document: string): string;
};

const groundOf = memoized(
  ({ snapshot, partition, documents }: WorkspaceSubjects): RelationGround => ({
    partition,
    documents,
    claims: snapshot.derived.claims,
    textOf: (document) => documentsById(snapshot).get(document)?.layer.text ?? '',
  }),
);

/** Relations that follow from two roles of one claim, as its predicate puts them. */
const BY_ROLES: readonly {
  readonly predicate: Predicate;
  readonly roles: readonly [Role, Role];
  readonly kind: SubjectRelationKind;
  readonly turned: boolean;
}[] = [
  // Who is given something has it from the other: of whom it was, the claim does not say.
  { predicate: 'transferred', roles: ['agent', 'recipient'], kind: 'recipient', turned: true },
  { predicate: 'ship-to-ship-transferred', roles: ['agent', 'recipient'], kind: 'ship-to-ship', turned: false },
  { predicate: 'financed', roles: ['agent', 'recipient'], kind: 'financier', turned: false },
];

/** The relations that claims of some documents state, each pair and kind once, in the order of the documents. */
export function relationsIn(ground: RelationGround, documents: Iterable<string>): readonly SubjectRelation[] {
  const { ofLeaf } = ground.partition;
  const found = new Map<
    string,
    { kind: SubjectRelationKind; from: Subject; to: Subject; passages: RelationPassage[] }
  >();
  for (const document of documents)
    for (const { kind, from: one, to: other, passage } of relationsByDocument(ground)(document)) {
      const [from, to] = [ofLeaf.get(one), ofLeaf.get(other)];
      if (from === undefined || to === undefined || from === to) continue;
      const key = `${kind} ${from.id} ${to.id}`;
      const known = found.get(key) ?? { kind, from, to, passages: [] };
      found.set(key, known);
      known.passages.push(passage);
    }
  return [...found.values()];
}

type LeafRelation = {
  readonly kind: SubjectRelationKind;
  readonly from: string;
  readonly to: string;
  readonly passage: RelationPassage;
};

const relationsByDocument = memoized((ground: RelationGround) => {
  const known = new Map<string, readonly LeafRelation[]>();
  const leaves = new Map(ground.documents.map((one) => [one.document, one.leaves]));
  return (document: string): readonly LeafRelation[] => {
    const before = known.get(document);
    if (before !== undefined) return before;
    const claims = claimsByDocument(ground.claims).get(document) ?? [];
    const own = leaves.get(document) ?? [];
    const relations = [
      ...statedRelations(ground.textOf(document), own).flatMap(({ kind, from, to, start, end }) =>
        statedIn(claims, { start, end }).map((passage) => ({ kind, from, to, passage })),
      ),
      ...own.flatMap((leaf) => accountRelations(leaf, claims)),
      ...claims.flatMap((claim) => roleRelations(claim, own)),
    ];
    known.set(document, relations);
    return relations;
  };
});

/** The claims whose passage holds a place: whoever makes them says what stands there. */
function statedIn(
  claims: readonly Claim[],
  { start, end }: { readonly start: number; readonly end: number },
): readonly RelationPassage[] {
  return claims
    .filter((claim) => claim.start <= start && end <= claim.end)
    .map((claim) => passageIn(claim, start, end));
}

function passageIn(claim: Claim, start: number, end: number): RelationPassage {
  const { id, document, claimant, polarity } = claim;
  return { document, start, end, claim: id, claimant: claimant.name, denied: polarity === 'denies' };
}

function accountRelations(
  { id, accountOf, identifiers }: SubjectLeaf,
  claims: readonly Claim[],
): readonly LeafRelation[] {
  if (accountOf === null) return [];
  return identifiers.flatMap(({ places }) =>
    places.flatMap((place) =>
      statedIn(claims, place).map((passage) => ({ kind: 'account' as const, from: id, to: accountOf, passage })),
    ),
  );
}

/** Only parts that were read with certainty, of what is said to have happened: a wrong pair would be a false accusation. */
function roleRelations(claim: Claim, leaves: readonly SubjectLeaf[]): readonly LeafRelation[] {
  if (claim.modality === 'intends' || claim.modality === 'calls-for') return [];
  return BY_ROLES.filter(({ predicate }) => predicate === claim.predicate).flatMap(({ roles, kind, turned }) => {
    const [ones, others] = roles.map((role) =>
      basisOfPart(claim, role) === 'explicit' ? leavesOfRole(claim, role, leaves) : [],
    ) as [readonly SubjectLeaf[], readonly SubjectLeaf[]];
    return ones.flatMap((one) =>
      others.flatMap((other): LeafRelation[] => {
        if (one === other) return [];
        const [from, to] = turned ? [other, one] : [one, other];
        return [{ kind, from: from.id, to: to.id, passage: passageIn(claim, claim.start, claim.end) }];
      }),
    );
  });
}

/** The leaves that a part of a claim consists of: a name inside a longer phrase may be anybody's in it. */
function leavesOfRole(claim: Claim, role: Role, leaves: readonly SubjectLeaf[]): readonly SubjectLeaf[] {
  const parts = (claim.roles[role] ?? []).map(bare);
  const within = (isNamed: (name: string) => boolean): readonly SubjectLeaf[] =>
    leaves.filter(({ mentions }) =>
      mentions.some(({ start, end, text }) => claim.start <= start && end <= claim.end && isNamed(bare(text))),
    );
  const exactly = within((name) => parts.includes(name));
  // A part may end before the legal form that a name ends with: "Basalt Industries Co." and "Basalt Industries Co., Ltd.".
  return exactly.length > 0 ? exactly : within((name) => parts.some((part) => isWithForms(name, part)));
}

/** Whether a name is a part with legal forms behind it and nothing else. */
function isWithForms(name: string, part: string): boolean {
  const rest = name.slice(part.length);
  // "Mar" is no name that "Marco" has with a form behind it.
  if (!/^[\s,.]/.test(rest)) return false;
  const forms = rest.split(/[\s,]+/).filter((word) => word !== '');
  return (
    part !== '' && name.startsWith(part) && forms.length > 0 && forms.every((word) => isForm(word.replace(/\.$/, '')))
  );
}

/** A phrase without article, marks and a noun of what it is before the name. */
function bare(phrase: string): string {
  return phrase
    .replace(/\([^()]*\)/g, ' ')
    .replace(/["“”«»]/g, '')
    .replace(/^(?:the|an?)\s+/i, '')
    .replace(/^(?:(?:oil |cargo |motor )?(?:tanker|vessel|ship|carrier|freighter|trawler)|company|firm|bank)\s+/i, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** The flags that claims say a ship flies. */
export function flagsOf(subjects: WorkspaceSubjects, subject: Subject): readonly SubjectFlag[] {
  const { claims: told, textOf } = groundOf(subjects);
  const claims = claimsByDocument(told);
  const found = new Map<string, RelationPassage[]>();
  for (const leaf of subject.leaves)
    for (const { country, start, end } of statedFlags(textOf(leaf.document), [leaf]))
      for (const passage of statedIn(claims.get(leaf.document) ?? [], { start, end }))
        found.set(country, [...(found.get(country) ?? []), passage]);
  return [...found].map(([country, passages]) => ({ country, passages }));
}

/** A subject with whom it is related to, and what is said among them; its nearest when they are more than `most`. */
export type SubjectNetwork = {
  /** The subject itself first. */
  readonly nodes: readonly Subject[];
  readonly edges: readonly SubjectRelation[];
  /** Subjects that are related to it and not among the nodes. */
  readonly leftOut: number;
};

/** As many names as can be read in one picture. */
const MOST_NODES = 60;

/** Whom claims relate to a subject, in the documents that name it, and how those are related to each other there. */
export function networkOf(subjects: WorkspaceSubjects, subject: Subject, most = MOST_NODES): SubjectNetwork {
  const relations = relationsIn(groundOf(subjects), new Set(subject.leaves.map(({ document }) => document)));
  const told = new Map<Subject, number>();
  for (const { from, to, passages } of relations) {
    const other = from === subject ? to : to === subject ? from : null;
    if (other !== null) told.set(other, (told.get(other) ?? 0) + passages.length);
  }
  const near = [...told].sort((a, b) => b[1] - a[1]).map(([other]) => other);
  const nodes = [subject, ...near.slice(0, most - 1)];
  return {
    nodes,
    edges: relations.filter(({ from, to }) => nodes.includes(from) && nodes.includes(to)),
    leftOut: near.length - (nodes.length - 1),
  };
}
