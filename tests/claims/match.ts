import type { Claim } from '../../src/claims/model/claim.ts';
import { sameClaimant } from './claimant-name.ts';
import type { GoldClaim } from './corpus.ts';

/** An extracted claim covers a gold claim when it holds at least this share of the shorter passage. */
const LEAST_OVERLAP = 0.5;

/** What the extractor must deliver for a claim to be scored. */
export type Extracted = Pick<
  Claim,
  | 'start'
  | 'end'
  | 'quote'
  | 'claimant'
  | 'relay'
  | 'polarity'
  | 'modality'
  | 'speech'
  | 'predicate'
  | 'roles'
  | 'quantities'
  | 'when'
  | 'basis'
  | 'rules'
>;
export type Pair = { readonly gold: GoldClaim; readonly extracted: Extracted };
export type Matching = {
  readonly pairs: readonly Pair[];
  readonly missed: readonly GoldClaim[];
  readonly surplus: readonly Extracted[];
};

/**
 * One-to-one matching of greatest total weight. A pair is possible only where the passages overlap; its weight grows with
 * the overlap, the same claimant, an accepted predicate and the same figures, so that of several claims in one sentence
 * each is judged beside the one it most resembles. A wrong claimant still matches: it is counted as wrong, not as missed.
 */
export function matchClaims(gold: readonly GoldClaim[], extracted: readonly Extracted[]): Matching {
  const weights = gold.map((g) => extracted.map((e) => weightOf(g, e)));
  const assigned = assign(weights, gold.length, extracted.length);
  const pairs: Pair[] = [];
  assigned.forEach((column, row) => {
    const [g, e] = [gold[row], extracted[column]];
    if (g && e && (weights[row]?.[column] ?? 0) > 0) pairs.push({ gold: g, extracted: e });
  });
  const takenGold = new Set(pairs.map(({ gold: g }) => g));
  const takenExtracted = new Set(pairs.map(({ extracted: e }) => e));
  return {
    pairs,
    missed: gold.filter((g) => !takenGold.has(g)),
    surplus: extracted.filter((e) => !takenExtracted.has(e)),
  };
}

function weightOf(gold: GoldClaim, extracted: Extracted): number {
  const shared = Math.min(gold.end, extracted.end) - Math.max(gold.start, extracted.start);
  const [longer, shorter] = [gold.end - gold.start, extracted.end - extracted.start].sort((a, b) => b - a);
  if (shared <= 0 || shared < LEAST_OVERLAP * (shorter ?? 1)) return 0;
  const predicates = [gold.predicate, ...(gold.accepts?.predicate ?? [])];
  const raws = new Set(gold.quantities.map(({ raw }) => raw));
  const sharesFigure = extracted.quantities.some(({ raw }) =>
    [...raws].some((other) => other.includes(raw) || raw.includes(other)),
  );
  return (
    0.1 +
    shared / (longer ?? 1) +
    (sameClaimant(gold.claimant, extracted.claimant.name) ? 1 : 0) +
    (predicates.includes(extracted.predicate) ? 0.75 : 0) +
    (gold.polarity === extracted.polarity ? 0.5 : 0) +
    (sharesFigure ? 0.75 : 0) +
    // Of a required and an optional claim in the same words the required one is served first.
    (gold.optional ? 0 : 0.25)
  );
}

/** Hungarian method on a square of costs (negated weights); the column of each row. */
function assign(weights: readonly (readonly number[])[], rows: number, columns: number): readonly number[] {
  const size = Math.max(rows, columns);
  const cost = (row: number, column: number) => -(weights[row - 1]?.[column - 1] ?? 0);
  const rowPotential = new Float64Array(size + 1);
  const columnPotential = new Float64Array(size + 1);
  const rowOf = new Int32Array(size + 1);
  const way = new Int32Array(size + 1);
  for (let row = 1; row <= size; row++) {
    rowOf[0] = row;
    let column = 0;
    const least = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Uint8Array(size + 1);
    do {
      used[column] = 1;
      const current = rowOf[column]!;
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let j = 1; j <= size; j++) {
        if (used[j]) continue;
        const reduced = cost(current, j) - rowPotential[current]! - columnPotential[j]!;
        if (reduced < least[j]!) {
          least[j] = reduced;
          way[j] = column;
        }
        if (least[j]! < delta) {
          delta = least[j]!;
          next = j;
        }
      }
      for (let j = 0; j <= size; j++) {
        if (used[j]) {
          rowPotential[rowOf[j]!]! += delta;
          columnPotential[j]! -= delta;
        } else least[j]! -= delta;
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      const before = way[column]!;
      rowOf[column] = rowOf[before]!;
      column = before;
    }
  }
  const result = new Array<number>(rows).fill(-1);
  for (let column = 1; column <= size; column++) {
    const row = rowOf[column]! - 1;
    if (row >= 0 && row < rows) result[row] = column - 1;
  }
  return result;
}
