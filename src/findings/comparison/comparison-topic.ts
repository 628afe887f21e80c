import { type Comparison, compareQuantities } from '../../claims/comparison/comparison.ts';
import type { Claim } from '../../claims/model/claim.ts';
import { compareDecimals } from '../../core/decimal.ts';
import { sha256Hex } from '../../core/hash.ts';
import { deepFreeze } from '../../core/json.ts';
import { memoized } from '../../core/memoized.ts';
import { statesLimit } from '../statements/cap-statements.ts';
import { isApart } from './counts-apart.ts';
import { axisName, type Figure } from './figure.ts';
import { groupFigures } from './figure-groups.ts';

export type FigureRelation = Comparison & { readonly a: string; readonly b: string };

/** When a claim was made, so far as known: a running total that was told later may be larger without contradicting. */
export type SaidOn = (claim: Claim) => string | null;

/** Figures of several claims about one matter, laid side by side, with the relation of any two. */
export type ComparisonTopic = {
  readonly id: string;
  readonly title: string;
  readonly figures: readonly Figure[];
  readonly relations: readonly FigureRelation[];
  /** How many of the figures were compared pair by pair: all of them, unless there are more than a reader could follow. */
  readonly compared: number;
};

/** Pairs grow with the square of the figures: beyond this many, only figures that differ are compared, and no more of those. */
const MOST_COMPARED = 60;

/**
 * Lays side by side what claims count of one thing: the same `counts` and `unit`, with a State in common. Figures that
 * count another thing but carry the same number join them as possible drift ("50 missiles" told as "50 attacks").
 * Only matters on which at least two claims speak are topics.
 */
export function compareFigures(claims: readonly Claim[], saidOn: SaidOn): readonly ComparisonTopic[] {
  const groups = groupFigures(claims.flatMap(figuresOf));
  return deepFreeze(
    groups
      .filter((group) => new Set(group.map(({ claim }) => claim.id)).size > 1)
      .map((group) => topicOf(group, saidOn)),
  );
}

/** The figures of a claim that are laid side by side; the same ones as long as nobody acts on the claim. */
const figuresOf = memoized((claim: Claim): readonly Figure[] =>
  claim.polarity === 'asserts' && claim.status !== 'rejected' && claim.modality !== 'calls-for'
    ? claim.quantities.map((quantity, index) => ({ id: `${claim.id}-${index}`, claim, quantity })).filter(isComparable)
    : [],
);

/** A figure with a bound, of what happened: a limit that a claim names is law, not a count. */
function isComparable({ claim, quantity }: Figure): boolean {
  const bounded = quantity.low !== null || quantity.high !== null;
  return bounded && !isApart(quantity.counts) && !statesLimit(quantity, claim.quote);
}

/** One claimant's several figures in one document speak of several things ("50 missiles, debris of 21"). */
function isOneAccount(a: Claim, b: Claim): boolean {
  return a.document === b.document && a.claimant.name === b.claimant.name;
}

function relate(a: Figure, b: Figure, saidOn: SaidOn): FigureRelation {
  const comparison = compareQuantities(a.quantity, b.quantity);
  const grown = comparison.relation === 'contradicts' ? growthBetween(a, b, saidOn) : null;
  return { a: a.id, b: b.id, ...comparison, ...(grown ?? {}) };
}

/**
 * Two totals that exclude each other, the later told larger and neither with a time of its own: a running total may have
 * grown, so they are not compared. A later total that is smaller does contradict.
 */
function growthBetween(
  a: Figure,
  b: Figure,
  saidOn: SaidOn,
): Pick<Comparison, 'relation' | 'narrower' | 'reason'> | null {
  const [dayA, dayB] = [saidOn(a.claim), saidOn(b.claim)];
  if (dayA === null || dayB === null || dayA === dayB) return null;
  if (a.quantity.window !== undefined && b.quantity.window !== undefined) return null;
  const [earlier, later, day, laterDay] = dayA < dayB ? [a, b, dayA, dayB] : [b, a, dayB, dayA];
  const [before, after] = [earlier.quantity.high ?? earlier.quantity.low, later.quantity.low];
  if (before === null || after === null || compareDecimals(after, before) <= 0) return null;
  return {
    relation: 'incomparable',
    narrower: null,
    reason: `“${earlier.quantity.raw}” was told on ${day} and “${later.quantity.raw}” on ${laterDay}: a running total may have grown in between, so the two are not compared.`,
  };
}

function topicOf(figures: readonly Figure[], saidOn: SaidOn): ComparisonTopic {
  const compared = figures.length <= MOST_COMPARED ? figures : differingFigures(figures);
  const relations = compared.flatMap((a, at) =>
    compared
      .slice(at + 1)
      .filter((b) => a.claim.id !== b.claim.id && !isOneAccount(a.claim, b.claim))
      .map((b) => relate(a, b, saidOn)),
  );
  const axes = [...new Set(figures.map(({ quantity }) => axisName(quantity)))].sort();
  return {
    id: `t-${sha256Hex(
      figures
        .map(({ id }) => id)
        .sort()
        .join(' '),
    ).slice(0, 20)}`,
    title: titleOf(axes),
    figures,
    relations,
    compared: compared.length,
  };
}

/** One figure for each hedge and bound, the first that says it; beyond the limit the rest is laid beside without a word on pairs. */
function differingFigures(figures: readonly Figure[]): readonly Figure[] {
  const first = new Map<string, Figure>();
  for (const figure of figures) {
    const { counts, unit, qualifier, low, high } = figure.quantity;
    const key = JSON.stringify([counts, unit ?? null, qualifier, low, high]);
    if (!first.has(key)) first.set(key, figure);
  }
  return [...first.values()].slice(0, MOST_COMPARED);
}

function titleOf(axes: readonly string[]): string {
  const joined = axes.length > 1 ? `${axes.slice(0, -1).join(', ')} and ${axes.at(-1)}` : (axes[0] ?? '');
  return `${joined.charAt(0).toUpperCase()}${joined.slice(1)}: what each source counts`;
}
