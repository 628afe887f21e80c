import type { Claim } from '../../claims/model/claim.ts';
import type { PartyOf } from '../../claims/model/party.ts';
import { memoized } from '../../core/memoized.ts';
import { leafId, nameKey, speakerKey } from '../../subjects/judgement/document-leaves.ts';
import { partitionLeaves } from '../../subjects/judgement/partition.ts';
import type { SubjectLeaf } from '../../subjects/model/leaf.ts';
import type { JudgedPair, Subject } from '../../subjects/model/subject.ts';
import type { Evidence } from '../acts/evidence.ts';

/** Claimants of several names that people judged to be one. */
export type JudgedParty = {
  /** The name under which it counts. */
  readonly name: string;
  /** Every name that the judged namings bear, that one first. */
  readonly names: readonly string[];
  readonly judgedBy: readonly JudgedPair[];
};

/** Whom claimants and those who pass claims on count as, by what people judged of namings. */
export type ClaimantParties = { readonly partyOf: PartyOf; readonly judged: readonly JudgedParty[] };

/**
 * Which claimants count as one: those whose namings in their documents people judged to be one subject, and a name that nobody judged
 * in its own document where all judged namings of that name are one. Nothing else joins two claimants, and taking the judgement
 * back parts them.
 */
export function claimantParties(
  evidence: Evidence,
  documents: readonly { readonly document: string }[],
  claims: readonly Claim[],
): ClaimantParties {
  const groups = judgedGroups(evidence, documents);
  const byLeaf = new Map<string, JudgedParty>();
  const byName = new Map<string, Set<JudgedParty>>();
  const judged: JudgedParty[] = [];
  const spoken = groups.length === 0 ? NOTHING : timesSpoken(claims);
  for (const group of groups) {
    const names = [...new Set(group.leaves.map(({ name }) => name ?? ''))].filter((name) => name !== '');
    const [name, ...others] = names.sort((a, b) => (spoken.get(nameKey(b)) ?? 0) - (spoken.get(nameKey(a)) ?? 0));
    if (name === undefined || others.length === 0) continue;
    const party: JudgedParty = Object.freeze({ name, names, judgedBy: group.joinedBy });
    judged.push(party);
    for (const { id } of group.leaves) byLeaf.set(id, party);
    for (const one of names) byName.set(nameKey(one), (byName.get(nameKey(one)) ?? new Set()).add(party));
  }
  const partyOf: PartyOf = (document, name) => {
    if (judged.length === 0) return name;
    const key = speakerKey(name);
    const own = document === null ? undefined : byLeaf.get(leafId(document, key));
    if (own !== undefined) return own.name;
    const bearing = byName.get(key);
    return bearing?.size === 1 ? [...bearing][0]!.name : name;
  };
  return Object.freeze({ partyOf, judged: Object.freeze(judged) });
}

const NOTHING: ReadonlyMap<string, number> = new Map();

/** The namings of documents that are there, as far as judgements join them. */
function judgedGroups(
  { subjectJudgements }: Evidence,
  documents: readonly { readonly document: string }[],
): readonly Subject[] {
  if (subjectJudgements.length === 0) return [];
  const places = new Map(documents.map(({ document }, at) => [document, at]));
  const leaves = new Map(
    subjectJudgements
      .flatMap(({ named }) => named)
      .filter(({ document }) => places.has(document))
      .map(({ id, kind, name, document }): [string, SubjectLeaf] => [
        id,
        { id, document, kind, name, mentions: [], identifiers: [], claims: [], accountOf: null },
      ]),
  );
  const inOrder = [...leaves.values()].sort((a, b) => places.get(a.document)! - places.get(b.document)!);
  return partitionLeaves(inOrder, subjectJudgements).subjects.filter((subject) => subject.leaves.length > 1);
}

/** How often each name speaks or passes something on. */
const timesSpoken = memoized((claims: readonly Claim[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { claimant, relay } of claims)
    for (const { name } of [claimant, ...relay]) counts.set(speakerKey(name), (counts.get(speakerKey(name)) ?? 0) + 1);
  return counts;
});
