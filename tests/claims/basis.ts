import type { Basis } from '../../src/claims/model/basis.ts';
import { type ClaimPart, ROLES, type Role } from '../../src/claims/model/claim.ts';
import { type MeasuredPart, readingOf, readingOfFigure } from '../../src/claims/precision/reading.ts';
import { judgeClaimant } from './claimant-name.ts';
import type { Pair } from './match.ts';
import { overlaps, sameThing } from './scorer.ts';

/**
 * A part of a claim that the annotation names, by what construction it was read, what the extractor says of how it knows it, and
 * whether it is right.
 */
export type JudgedPart = {
  readonly part: MeasuredPart;
  readonly reading: string;
  readonly basis: Basis;
  readonly right: boolean;
};

/**
 * The parts that the annotation of a claim names and the extractor filled or left open. Roles that nobody annotated are not
 * judged: the annotation does not name all. Whoever passes something on is judged also where the annotation knows nobody.
 */
export function judgedParts({ gold, extracted }: Pair): JudgedPart[] {
  const judged = (part: MeasuredPart, of: ClaimPart, filled: boolean, right: boolean): JudgedPart => ({
    part,
    reading: readingOf(extracted, of),
    basis: filled ? (extracted.basis?.[of] ?? 'open') : 'open',
    right,
  });
  const parts = [judged('claimant', 'claimant', true, judgeClaimant(gold.claimant, extracted.claimant) === 'right')];
  if (gold.relay.length + extracted.relay.length > 0)
    parts.push(
      judged(
        'relay',
        'relay',
        extracted.relay.length > 0,
        gold.relay.some((one) => extracted.relay.some((found) => judgeClaimant(one, found) === 'right')),
      ),
    );
  const annotated: { readonly [role in Role]?: readonly string[] | undefined } = gold.roles;
  for (const role of ROLES) {
    const wanted = annotated[role] ?? [];
    const found = extracted.roles[role] ?? [];
    if (wanted.length === 0) continue;
    const right = wanted.some((one) => found.some((other) => overlaps(one, other)));
    parts.push(judged('roles', role, found.length > 0, right));
  }
  if (gold.when !== undefined && (gold.when.from !== null || gold.when.to !== null))
    parts.push(
      judged(
        'when',
        'when',
        extracted.when.from !== null || extracted.when.to !== null,
        gold.when.from === extracted.when.from && gold.when.to === extracted.when.to,
      ),
    );
  for (const wanted of gold.quantities) {
    const found = extracted.quantities.find(({ raw }) => overlaps(raw, wanted.raw));
    if (found === undefined || wanted.optional) continue;
    parts.push({
      part: 'counts',
      reading: readingOfFigure(extracted, found),
      basis: found.basis?.counts ?? 'open',
      right: sameThing(wanted, found),
    });
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
