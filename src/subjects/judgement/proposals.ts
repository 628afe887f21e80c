import { memoized } from '../../core/memoized.ts';
import { atOnce, type Steps } from '../../core/steps.ts';
import type { DocumentLeaves, SubjectLeaf } from '../model/leaf.ts';
import { SCHEME_WORDS } from '../model/mention.ts';
import type { Proposal } from '../model/proposal.ts';
import { type AreDistinguished, findingDistinguished } from './distinguished-names.ts';
import { leafId, nameKey } from './document-leaves.ts';
import { hasInitials, isInflectedForm, isPartOf } from './name-part.ts';
import { pairKey } from './partition.ts';
import { proposingBySpelling } from './similar-spelling.ts';

/** The entry of a list that a name is, for names that agree with it well enough to stand for it, and how well; null for all others. */
export type ListEntryOf = (leaf: SubjectLeaf) => { readonly id: string; readonly score: number } | null;

/**
 * What may be one: leaves with one identifier, with names that are one in another script or spelling, a short form with its long form,
 * a former name with the present one, and names of one entry of a list. Nothing follows from a proposal before somebody decides on it.
 */
export function proposeSame(documents: readonly DocumentLeaves[], entryOf: ListEntryOf): readonly Proposal[] {
  return atOnce(proposingSame(documents, entryOf));
}

/** The same piece by piece: in a large matter some hundred thousand pairs of names are compared. */
export function* proposingSame(documents: readonly DocumentLeaves[], entryOf: ListEntryOf): Steps<readonly Proposal[]> {
  const leaves: SubjectLeaf[] = [];
  const within: Proposal[] = [];
  for (const document of documents) {
    for (const leaf of document.leaves) leaves.push(leaf);
    for (const proposal of proposedWithin(document)) within.push(proposal);
    yield;
  }
  const hulls = yield* hullNumbers(leaves, within);
  const areDistinguished = yield* findingDistinguished(documents);
  const found = new Map<string, Proposal>();
  for (const some of [
    yield* byIdentifier(leaves),
    within,
    yield* proposingBySpelling(documents, areDistinguished),
    yield* proposingByListEntry(leaves, entryOf, areDistinguished),
  ])
    for (const proposal of some) {
      yield;
      const key = pairKey(proposal.a, proposal.b);
      if (proposal.a === proposal.b || areApart(hulls.get(proposal.a), hulls.get(proposal.b))) continue;
      if ((found.get(key)?.score ?? -1) < proposal.score) found.set(key, Object.freeze(proposal));
    }
  return yield* surestFirst(found.values());
}

/** Proposals by their score, else as they were found. There are few scores and many proposals: sorted at once they would hold others up. */
function* surestFirst(proposals: Iterable<Proposal>): Steps<readonly Proposal[]> {
  const byScore = new Map<number, Proposal[]>();
  for (const proposal of proposals) {
    const known = byScore.get(proposal.score);
    if (known === undefined) byScore.set(proposal.score, [proposal]);
    else known.push(proposal);
    yield;
  }
  const sorted: Proposal[] = [];
  for (const [, some] of [...byScore].sort(([a], [b]) => b - a))
    for (const proposal of some) {
      sorted.push(proposal);
      yield;
    }
  return sorted;
}

/** The valid IMO number of each ship, also under the name that it had before: a hull has one, and keeps it. */
function* hullNumbers(
  leaves: readonly SubjectLeaf[],
  within: readonly Proposal[],
): Steps<ReadonlyMap<string, ReadonlySet<string>>> {
  const numbers = new Map<string, Set<string>>();
  for (const { id, kind, identifiers } of leaves) {
    yield;
    const own = identifiers.filter(({ scheme, valid }) => scheme === 'imo' && valid).map(({ value }) => value);
    if (own.length > 0 || kind === 'vessel') numbers.set(id, new Set(own));
  }
  for (const { a, b, reason } of within) {
    const [present, former] = [numbers.get(a), numbers.get(b)];
    if (reason === 'former-name' && former?.size === 0) for (const value of present ?? []) former.add(value);
  }
  return numbers;
}

/** Ships with different hull numbers are two, whatever they are called. */
function areApart(a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined): boolean {
  return a !== undefined && b !== undefined && a.size > 0 && b.size > 0 && ![...a].some((value) => b.has(value));
}

/** Leaves that bear one number: each with the first of them. A number with a wrong check digit is nobody's. */
function* byIdentifier(leaves: readonly SubjectLeaf[]): Steps<readonly Proposal[]> {
  const first = new Map<string, SubjectLeaf>();
  const found: Proposal[] = [];
  for (const leaf of leaves) {
    yield;
    for (const { scheme, value, valid } of leaf.identifiers) {
      if (valid === false) continue;
      const key = `${scheme}:${value}`;
      const before = first.get(key);
      if (before === undefined) first.set(key, leaf);
      else
        found.push({
          a: before.id,
          b: leaf.id,
          reason: 'identifier',
          score: 1,
          words: `both bear ${SCHEME_WORDS[scheme]} ${value}`,
        });
    }
  }
  return found;
}

/** Short forms, parts of a longer name and former names, as one document has them. */
const proposedWithin = memoized(
  ({ document, leaves, shortForms, formerNames }: DocumentLeaves): readonly Proposal[] => {
    const named = new Map<string, SubjectLeaf>();
    const several = new Set<string>();
    for (const leaf of leaves) {
      if (leaf.name === null) continue;
      // Of several bearers of one name in a document the one without a number of its own is whom a short or former name may be of.
      const key = nameKey(leaf.name);
      if (named.has(key)) several.add(key);
      if (!named.has(key) || leaf.id === leafId(document, key)) named.set(key, leaf);
    }
    for (const key of several) if (named.get(key)!.id !== leafId(document, key)) named.delete(key);
    const found: Proposal[] = [];
    for (const { short, long } of shortForms) {
      const [a, b] = [named.get(nameKey(long)), named.get(nameKey(short))];
      if (a !== undefined && b !== undefined)
        found.push({
          a: a.id,
          b: b.id,
          reason: 'short-form',
          score: 1,
          words: `"${short}" stands for "${long}" in this document`,
        });
    }
    for (const { former, present } of formerNames) {
      const [a, b] = [named.get(nameKey(present)), named.get(nameKey(former))];
      if (a !== undefined && b !== undefined)
        found.push({
          a: a.id,
          b: b.id,
          reason: 'former-name',
          score: 0.95,
          words: `"${present}" had the name "${former}" before, by this document`,
        });
    }
    for (const leaf of named.values()) {
      for (const base of named.values())
        if (base !== leaf && isInflectedForm(leaf, base) && !(isInflectedForm(base, leaf) && leaf.id < base.id))
          found.push({
            a: base.id,
            b: leaf.id,
            reason: 'spelling',
            score: 0.97,
            words: `"${leaf.name}" is "${base.name}" in another case`,
          });
      const wholes = [...named.values()].filter((other) => other !== leaf && isPartOf(leaf, other));
      // A part of several names may be either's.
      const full = wholes.some((one) => !hasInitials(one)) ? wholes.filter((one) => !hasInitials(one)) : wholes;
      const longest = full.filter((one) => !full.some((other) => other !== one && isPartOf(one, other)));
      const whole = longest[0];
      if (longest.length === 1 && whole !== undefined)
        found.push({
          a: whole.id,
          b: leaf.id,
          reason: 'part-of-name',
          score: 0.95,
          words: `"${leaf.name}" is a part of "${whole.name}", and of no other name in this document`,
        });
    }
    return found;
  },
);

/** Names that a list has as names of one entry, but for those that a document tells apart from one that is more surely the entry's. */
function* proposingByListEntry(
  leaves: readonly SubjectLeaf[],
  entryOf: ListEntryOf,
  areDistinguished: AreDistinguished,
): Steps<readonly Proposal[]> {
  const byEntry = new Map<string, { readonly leaf: SubjectLeaf; readonly score: number }[]>();
  for (const leaf of leaves) {
    const entry = entryOf(leaf);
    yield;
    if (entry === null) continue;
    const known = byEntry.get(entry.id);
    if (known === undefined) byEntry.set(entry.id, [{ leaf, score: entry.score }]);
    else if (!known.some((one) => nameKey(one.leaf.name ?? '') === nameKey(leaf.name ?? '')))
      known.push({ leaf, score: entry.score });
  }
  const found: Proposal[] = [];
  for (const [entry, all] of byEntry) {
    const [first, ...others] = all.filter(
      ({ leaf, score }) => !all.some((one) => one.score > score && areDistinguished(one.leaf, leaf)),
    );
    for (const { leaf } of others)
      found.push({
        a: first!.leaf.id,
        b: leaf.id,
        reason: 'list-entry',
        score: 0.9,
        words: `"${first!.leaf.name}" and "${leaf.name}" are both names of ${entry}`,
      });
  }
  return found;
}
