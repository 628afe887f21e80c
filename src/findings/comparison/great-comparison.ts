import { originOf } from '../../claims/comparison/independence.ts';
import type { Claim } from '../../claims/model/claim.ts';
import { asNamed, type PartyOf } from '../../claims/model/party.ts';
import type { ComparisonTopic, Figure, FigureRelation } from '../model/comparison.ts';
import { UNREVIEWED } from '../model/review.ts';
import { axisName, comparisonId, comparisonTitle, countsCapacity } from './comparison-topic.ts';
import { firstOfEach, hedgeAndBound } from './figure-relations.ts';

/** What a reader can look through, and a browser draw: a comparison of more figures is great, and its page shows so many. */
export const MOST_SHOWN = 500;

/** The figures of a great comparison are held in so many parts: an act on one of thousands moves a few parts. */
const PARTS = 256;

/**
 * A figure of a great comparison by what decides where it stands there and what is said of all of them. It is held for each figure, so
 * that an act on one need not read the claims of all.
 */
export type FigureEntry = {
  readonly claim: string;
  readonly document: string;
  /** Of its claim among all, and of the figure among those of its claim. */
  readonly place: number;
  readonly nth: number;
  /** Its hedge and bound, as `hedgeAndBound` writes them. */
  readonly said: string;
  /** What it counts, as `axisName` writes it. */
  readonly axis: string;
  readonly isCapacity: boolean;
  /** Where its claim comes from. */
  readonly origin: string;
  /** Whether there is room for it on the page of its comparison, and in a list. */
  readonly shown: boolean;
  readonly listed: boolean;
};

/** A figure in a great comparison: its place is that of its claim among all. */
export function figureEntry(
  figure: Figure,
  { place, shown, listed, partyOf }: Pick<FigureEntry, 'place' | 'shown' | 'listed'> & { readonly partyOf: PartyOf },
): FigureEntry {
  const { id, document, quantities } = figure.claim;
  return {
    ...{ claim: id, document, place, nth: quantities.indexOf(figure.quantity), said: hedgeAndBound(figure) },
    ...{ axis: axisName(figure.quantity), isCapacity: countsCapacity(figure) },
    ...{ origin: originOf(figure.claim, partyOf), shown, listed },
  };
}

export function inTheirOrder(a: FigureEntry, b: FigureEntry): number {
  return a.place - b.place || a.nth - b.nth;
}

/** Ids of claims are digests: their ends spread evenly. */
export function partOf(claim: string): number {
  return Number.parseInt(claim.slice(-2), 16) % PARTS;
}

/** By what a part of a comparison is known; one that is not great is a single part. */
export function partKey(comparison: string, part: number): string {
  return `${comparison} ${part}`;
}

/** All parts that a comparison can have. */
export function partKeysOf(comparison: string): readonly string[] {
  return Array.from({ length: PARTS }, (_, part) => partKey(comparison, part));
}

/** Those that the page of a great comparison has room for: the ones that are compared pair by pair, then the first others. */
export function onItsPage<Item>(items: readonly Item[], saidBy: (item: Item) => string): ReadonlySet<Item> {
  const shown = new Set(firstOfEach(items, saidBy));
  for (const item of items) {
    if (shown.size >= MOST_SHOWN) break;
    shown.add(item);
  }
  return shown;
}

/** The great comparison of a block of which nobody spoke, from the entries of all its figures and from some of these, which are at hand. */
export function greatComparison(
  block: string,
  entries: readonly FigureEntry[],
  {
    figures,
    relations,
    parts,
  }: {
    readonly figures: readonly Figure[];
    readonly relations: readonly FigureRelation[];
    readonly parts: ReadonlySet<number>;
  },
): ComparisonTopic {
  return Object.freeze({
    id: comparisonId(block),
    title: comparisonTitle(
      entries.map(({ axis }) => axis),
      entries.every(({ isCapacity }) => isCapacity),
    ),
    figures,
    compared: firstOfEach(entries, ({ said }) => said).length,
    ...UNREVIEWED,
    relations,
    extent: { figures: entries.length, origins: [...new Set(entries.map(({ origin }) => origin))], parts },
  });
}

/** How many figures stand in a comparison. */
export function figuresIn({ figures, extent }: Pick<ComparisonTopic, 'figures' | 'extent'>): number {
  return extent?.figures ?? figures.length;
}

/** The origins of all claims of a comparison, in the order of these. */
export function originsIn({ figures, extent }: ComparisonTopic, partyOf: PartyOf = asNamed): readonly string[] {
  if (extent !== undefined) return extent.origins;
  const claims = new Set<Claim>(figures.map(({ claim }) => claim));
  return [...new Set([...claims].map((claim) => originOf(claim, partyOf)))];
}
