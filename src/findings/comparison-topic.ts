import type { Claim } from '../claims/claim.ts';
import { type Comparison, compareQuantities } from '../claims/comparison.ts';
import type { Quantity } from '../claims/quantity.ts';
import { compareDecimals } from '../core/decimal.ts';
import { sha256Hex } from '../core/hash.ts';
import { deepFreeze } from '../core/json.ts';
import { writePlural } from '../core/plural.ts';
import { remembered } from '../core/remembered.ts';
import { actRuleOf } from './act-rules.ts';
import { statesLimit } from './cap-statements.ts';
import { isCapacity } from './capacity.ts';
import { isApart } from './counts-apart.ts';
import { countriesIn } from './mentioned-country.ts';

/** One figure of one claim; a claim with three figures has three of them. */
export type Figure = { readonly id: string; readonly claim: Claim; readonly quantity: Quantity };

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

/** Equal numbers below this are chance, not one figure told anew: "two ships", "two reports". */
const LEAST_DRIFTING = '10';

/**
 * Lays side by side what claims count of one thing: the same `counts` and `unit`, with a State in common. Figures that
 * count another thing but carry the same number join them as possible drift ("50 missiles" told as "50 attacks").
 * Only matters on which at least two claims speak are topics.
 */
export function compareFigures(claims: readonly Claim[], saidOn: SaidOn): readonly ComparisonTopic[] {
  const figures = claims
    .filter((claim) => claim.polarity === 'asserts' && claim.status !== 'rejected' && claim.modality !== 'calls-for')
    .flatMap((claim) => claim.quantities.map((quantity, index) => ({ id: `${claim.id}-${index}`, claim, quantity })))
    .filter(isComparable);
  const groups = joinFigures(figures, (a, b) => {
    if (a.claim.id === b.claim.id) return false;
    if (!shareState(statesOf(a.claim), statesOf(b.claim))) return false;
    if (saysCapacity(a) !== saysCapacity(b)) return false;
    return (sameAxis(a.quantity, b.quantity) && sameMatter(a.claim, b.claim)) || isDrift(a, b);
  });
  return deepFreeze(
    groups
      .filter((group) => new Set(group.map(({ claim }) => claim.id)).size > 1)
      .map((group) => topicOf(group, saidOn)),
  );
}

/** A figure with a bound, of what happened: a limit that a claim names is law, not a count. */
function isComparable({ claim, quantity }: Figure): boolean {
  const bounded = quantity.low !== null || quantity.high !== null;
  return bounded && !isApart(quantity.counts) && !statesLimit(quantity, claim.quote);
}

const saysCapacity = remembered(({ quantity, claim }: Figure): boolean => isCapacity(quantity, claim.quote));

/** Claims of one predicate, or of predicates that allege one act; "said" may speak of anything. */
function sameMatter(a: Claim, b: Claim): boolean {
  if (a.predicate === b.predicate || a.predicate === 'said' || b.predicate === 'said') return true;
  const act = actRuleOf(a.predicate)?.act;
  return act !== undefined && act === actRuleOf(b.predicate)?.act;
}

/** One claimant's several figures in one document speak of several things ("50 missiles, debris of 21"). */
function isOneAccount(a: Claim, b: Claim): boolean {
  return a.document === b.document && a.claimant.name === b.claimant.name;
}

/**
 * "50 missiles" told as "50 attacks": one number on two axes, in claims that allege the same act. The same number of
 * barrels and of rockets is chance.
 */
function isDrift(a: Figure, b: Figure): boolean {
  const figure = a.quantity.low ?? a.quantity.high;
  if (figure === null || compareDecimals(figure, LEAST_DRIFTING) < 0) return false;
  const act = actRuleOf(a.claim.predicate)?.act;
  if (act === undefined || act !== actRuleOf(b.claim.predicate)?.act) return false;
  if (a.quantity.unit !== b.quantity.unit) return false;
  // The dead and the weapons that killed them are not told as one another.
  if (a.quantity.counts.startsWith('person') !== b.quantity.counts.startsWith('person')) return false;
  return compareQuantities(a.quantity, b.quantity).drift;
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

function axisName({ counts, unit }: Quantity): string {
  return unit === undefined ? writePlural(counts) : `${writePlural(counts)} in ${writePlural(unit)}`;
}

function sameAxis(a: Quantity, b: Quantity): boolean {
  return a.counts === b.counts && a.unit === b.unit;
}

const statesOf = remembered(({ roles, where, quote }: Claim): ReadonlySet<string> => {
  const phrases = [...Object.values(roles).flat(), ...where, quote];
  return new Set(phrases.flatMap((phrase) => countriesIn(phrase).map(({ country }) => country)));
});

/** A claim that names no State may speak of the same matter; two that name different ones do not. */
function shareState(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size === 0 || b.size === 0) return true;
  for (const state of a) if (b.has(state)) return true;
  return false;
}

/**
 * Connected groups under a relation, in the order of their first figure. Only figures that could be related are compared,
 * and none with a group that it belongs to already: most figures of a large matter find theirs at once.
 */
function joinFigures(figures: readonly Figure[], related: (a: Figure, b: Figure) => boolean): Figure[][] {
  const parents = new Map<Figure, Figure>();
  const rootOf = (figure: Figure): Figure => {
    let root = figure;
    for (let above = parents.get(root); above !== undefined; above = parents.get(root)) root = above;
    if (root !== figure) parents.set(figure, root);
    return root;
  };
  for (const bucket of bucketsOf(figures)) {
    const groups = new Map<Figure, Figure[]>();
    for (const figure of bucket) {
      const joined = [...groups].filter(
        ([root, members]) => root === rootOf(figure) || members.some((member) => related(member, figure)),
      );
      const members = joined.length === 1 ? (joined[0]?.[1] ?? []) : joined.flatMap(([, some]) => some);
      for (const [root] of joined) {
        groups.delete(root);
        if (root !== rootOf(figure)) parents.set(root, rootOf(figure));
      }
      members.push(figure);
      groups.set(rootOf(figure), members);
    }
  }
  const groups = new Map<Figure, Figure[]>();
  for (const figure of figures) {
    const group = groups.get(rootOf(figure));
    if (group === undefined) groups.set(rootOf(figure), [figure]);
    else group.push(figure);
  }
  return [...groups.values()];
}

/** Figures on one axis, and figures with one number: no other two can be related. */
function bucketsOf(figures: readonly Figure[]): Iterable<Figure[]> {
  const buckets = new Map<string, Figure[]>();
  for (const figure of figures) {
    const { quantity } = figure;
    for (const key of [`axis ${axisName(quantity)}`, ...numbersOf(quantity).map((number) => `number ${number}`)]) {
      const bucket = buckets.get(key);
      if (bucket === undefined) buckets.set(key, [figure]);
      else bucket.push(figure);
    }
  }
  return buckets.values();
}

function numbersOf(quantity: Quantity): readonly string[] {
  const written = quantity.raw.match(/\d[\d,.]*\d|\d/g) ?? [];
  return [...new Set([...written, quantity.low, quantity.high].filter((one) => one !== null))];
}
