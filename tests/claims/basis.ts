import type { Basis } from '../../src/claims/model/basis.ts';
import { ROLES, type Role } from '../../src/claims/model/claim.ts';
import { judgeClaimant } from './claimant-name.ts';
import type { Pair } from './match.ts';
import { overlaps, sameThing } from './scorer.ts';

/** A part of a claim that the annotation names, what the extractor says of how it knows it, and whether it is right. */
export type JudgedPart = { readonly part: string; readonly basis: Basis; readonly right: boolean };

/**
 * The parts that the annotation of a claim names and the extractor filled or left open. Roles that nobody annotated are not
 * judged: the annotation does not name all.
 */
export function judgedParts({ gold, extracted }: Pair): JudgedPart[] {
  const basisOf = (part: keyof NonNullable<typeof extracted.basis>): Basis => extracted.basis?.[part] ?? 'open';
  const parts: JudgedPart[] = [
    {
      part: 'claimant',
      basis: basisOf('claimant'),
      right: judgeClaimant(gold.claimant, extracted.claimant) === 'right',
    },
  ];
  const annotated: { readonly [role in Role]?: readonly string[] | undefined } = gold.roles;
  for (const role of ROLES) {
    const wanted = annotated[role] ?? [];
    const found = extracted.roles[role] ?? [];
    if (wanted.length === 0) continue;
    parts.push({
      part: 'roles',
      basis: found.length === 0 ? 'open' : basisOf(role),
      right: wanted.some((one) => found.some((other) => overlaps(one, other))),
    });
  }
  if (gold.when !== undefined && (gold.when.from !== null || gold.when.to !== null))
    parts.push({
      part: 'when',
      basis: extracted.when.from === null && extracted.when.to === null ? 'open' : basisOf('when'),
      right: gold.when.from === extracted.when.from && gold.when.to === extracted.when.to,
    });
  for (const wanted of gold.quantities) {
    const found = extracted.quantities.find(({ raw }) => overlaps(raw, wanted.raw));
    if (found === undefined || wanted.optional) continue;
    parts.push({ part: 'counts', basis: found.basis?.counts ?? 'open', right: sameThing(wanted, found) });
  }
  return parts;
}

/** What is right of the parts of one basis, and what share of all those parts it is: a point of the curve of precision against coverage. */
export type BasisPoint = { readonly right: number; readonly judged: number; readonly all: number };

/** Precision and coverage where only parts of some bases are believed. */
export function pointOf(parts: readonly JudgedPart[], part: string, believed: readonly Basis[]): BasisPoint {
  const all = parts.filter((one) => one.part === part);
  const some = all.filter(({ basis }) => believed.includes(basis));
  return { right: some.filter(({ right }) => right).length, judged: some.length, all: all.length };
}
